/// Which way time runs in a chart, for readers who may expect the other way.
enum DirectionPhrase: String, SpokenPhrase {
  case timeFromLeft = "Time runs from left to right."
  case timeFromRight = "Time runs from right to left."

  var arabic: String {
    switch self {
    case .timeFromLeft: "يجري محور الزمن من اليسار إلى اليمين."
    case .timeFromRight: "يجري محور الزمن من اليمين إلى اليسار."
    }
  }

  var chinese: String {
    switch self {
    case .timeFromLeft: "时间轴从左到右。"
    case .timeFromRight: "时间轴从右到左。"
    }
  }

  var french: String {
    switch self {
    case .timeFromLeft: "Le temps s’écoule de gauche à droite."
    case .timeFromRight: "Le temps s’écoule de droite à gauche."
    }
  }

  var russian: String {
    switch self {
    case .timeFromLeft: "Ось времени направлена слева направо."
    case .timeFromRight: "Ось времени направлена справа налево."
    }
  }

  var spanish: String {
    switch self {
    case .timeFromLeft: "El tiempo transcurre de izquierda a derecha."
    case .timeFromRight: "El tiempo transcurre de derecha a izquierda."
    }
  }
}
