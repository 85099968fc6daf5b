/// What is said of the projections of several methods side by side.
enum MethodPhrase: String, SpokenPhrase {
  case methodsTitle = "{count} of {total} projections meets the target|{count} of {total} projections meet the target"
  case methodsMeasure = "{subject}: projections for {period}"
  /// The method whose answer is the status.
  case methodsThis = "{method} (decides)"
  case methodsValue = "{value}, {status}"
  case methodsKey =
    "Shapes: the status by each method. The line beside the first: its 80 % interval. Dotted: the target."

  var arabic: String {
    switch self {
    case .methodsTitle:
      "لا يحقق الغاية أي إسقاط من أصل {total}|يحقق الغاية إسقاط واحد من أصل {total}|يحقق الغاية إسقاطان من أصل {total}|تحقق الغاية {count} إسقاطات من أصل {total}|يحقق الغاية {count} إسقاطاً من أصل {total}|يحقق الغاية {count} إسقاط من أصل {total}"
    case .methodsMeasure: "{subject}: إسقاطات {period}"
    case .methodsThis: "{method} (المعتمدة)"
    case .methodsValue: "{value}، {status}"
    case .methodsKey:
      "الأشكال: الحالة وفق كل طريقة. والخط بجانب الأولى: فترة الثقة 80%. والخط المنقط: الغاية."
    }
  }

  var chinese: String {
    switch self {
    case .methodsTitle: "{total}项预测中有{count}项达到具体目标"
    case .methodsMeasure: "{subject}：{period}的预测"
    case .methodsThis: "{method}（采用）"
    case .methodsValue: "{value}，{status}"
    case .methodsKey: "形状：各方法得出的状态。首行旁的线：80%区间。点线：具体目标。"
    }
  }

  var french: String {
    switch self {
    case .methodsTitle:
      "{count} projection sur {total} atteint la cible|{count} projections sur {total} atteignent la cible"
    case .methodsMeasure: "{subject} : projections pour {period}"
    case .methodsThis: "{method} (retenue)"
    case .methodsValue: "{value}, {status}"
    case .methodsKey:
      "Formes : le statut selon chaque méthode. Le trait à côté de la première : son intervalle à 80 %. Pointillé : la cible."
    }
  }

  var russian: String {
    switch self {
    case .methodsTitle:
      "{count} прогноз из {total} достигает целевого показателя|{count} прогноза из {total} достигают целевого показателя|{count} прогнозов из {total} достигают целевого показателя"
    case .methodsMeasure: "{subject}: прогнозы на {period}"
    case .methodsThis: "{method} (решающий)"
    case .methodsValue: "{value}, {status}"
    case .methodsKey:
      "Фигуры: статус по каждому методу. Линия у первого: его интервал в 80 %. Точки: целевой показатель."
    }
  }

  var spanish: String {
    switch self {
    case .methodsTitle:
      "{count} proyección de {total} alcanza la meta|{count} proyecciones de {total} alcanzan la meta"
    case .methodsMeasure: "{subject}: proyecciones para {period}"
    case .methodsThis: "{method} (decide)"
    case .methodsValue: "{value}, {status}"
    case .methodsKey:
      "Formas: el estado según cada método. La línea junto al primero: su intervalo del 80 %. Punteada: la meta."
    }
  }
}

extension Phrases {
  func callAsFunction(_ phrase: MethodPhrase, _ values: KeyValuePairs<String, String> = [:]) -> String {
    text(phrase, values)
  }

  func callAsFunction(
    _ phrase: MethodPhrase, count: Int, _ values: KeyValuePairs<String, String> = [:]
  ) -> String {
    text(phrase, count: count, values)
  }
}
