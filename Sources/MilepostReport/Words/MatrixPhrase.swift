/// What tables of ticks and crosses say; the raw value is the English text.
enum MatrixPhrase: String, SpokenPhrase {
  case goalsHeading = "Objectives and goals"
  case goalsCaption = "Which objective serves which goal"
  case serves = "serves"
  case servesNot = "does not serve"
  case outputsCaption = "Which output supports which outcome"
  case supports = "supports"
  case supportsNot = "does not support"
  case yesNoHeading = "Met or not, by period"
  case yesNoCaption = "Measures that are met or not, by period"
  case oneObjective = "Objective"
  case oneOutput = "Output"
  case oneEnabler = "Enabler"
  case enablersCaption = "Newest value of each measure of the enablers"

  var arabic: String {
    switch self {
    case .goalsHeading: "الأهداف والأهداف العامة"
    case .goalsCaption: "أي هدف يخدم أي هدف عام"
    case .serves: "يخدم"
    case .servesNot: "لا يخدم"
    case .outputsCaption: "أي ناتج يدعم أي نتيجة"
    case .supports: "يدعم"
    case .supportsNot: "لا يدعم"
    case .yesNoHeading: "الاستيفاء حسب الفترة"
    case .yesNoCaption: "المقاييس المستوفاة أو غير المستوفاة، حسب الفترة"
    case .oneObjective: "الهدف"
    case .oneOutput: "الناتج"
    case .oneEnabler: "عامل التمكين"
    case .enablersCaption: "أحدث قيمة لكل مقياس من مقاييس عوامل التمكين"
    }
  }

  var chinese: String {
    switch self {
    case .goalsHeading: "目标与总体目标"
    case .goalsCaption: "各目标服务于哪些总体目标"
    case .serves: "服务于"
    case .servesNot: "不服务于"
    case .outputsCaption: "各产出支持哪些成果"
    case .supports: "支持"
    case .supportsNot: "不支持"
    case .yesNoHeading: "各时期是否达到"
    case .yesNoCaption: "各时期达到与否的衡量标准"
    case .oneObjective: "目标"
    case .oneOutput: "产出"
    case .oneEnabler: "推动因素"
    case .enablersCaption: "推动因素各衡量标准的最新数值"
    }
  }

  var french: String {
    switch self {
    case .goalsHeading: "Objectifs et buts"
    case .goalsCaption: "Quel objectif sert quel but"
    case .serves: "sert"
    case .servesNot: "ne sert pas"
    case .outputsCaption: "Quel produit appuie quel résultat"
    case .supports: "appuie"
    case .supportsNot: "n’appuie pas"
    case .yesNoHeading: "Respecté ou non, par période"
    case .yesNoCaption: "Mesures respectées ou non, par période"
    case .oneObjective: "Objectif"
    case .oneOutput: "Produit"
    case .oneEnabler: "Catalyseur"
    case .enablersCaption: "Valeur la plus récente de chaque mesure des catalyseurs"
    }
  }

  var russian: String {
    switch self {
    case .goalsHeading: "Задачи и цели"
    case .goalsCaption: "Какая задача служит какой цели"
    case .serves: "служит"
    case .servesNot: "не служит"
    case .outputsCaption: "Какой непосредственный результат поддерживает какой конечный результат"
    case .supports: "поддерживает"
    case .supportsNot: "не поддерживает"
    case .yesNoHeading: "Выполнено или нет, по периодам"
    case .yesNoCaption: "Выполненные и невыполненные показатели по периодам"
    case .oneObjective: "Задача"
    case .oneOutput: "Непосредственный результат"
    case .oneEnabler: "Содействующий фактор"
    case .enablersCaption: "Последнее значение каждого показателя содействующих факторов"
    }
  }

  var spanish: String {
    switch self {
    case .goalsHeading: "Objetivos y finalidades"
    case .goalsCaption: "Qué objetivo contribuye a qué finalidad"
    case .serves: "contribuye"
    case .servesNot: "no contribuye"
    case .outputsCaption: "Qué producto apoya qué resultado"
    case .supports: "apoya"
    case .supportsNot: "no apoya"
    case .yesNoHeading: "Cumplido o no, por período"
    case .yesNoCaption: "Medidas cumplidas o no, por período"
    case .oneObjective: "Objetivo"
    case .oneOutput: "Producto"
    case .oneEnabler: "Elemento facilitador"
    case .enablersCaption: "Último valor de cada medida de los elementos facilitadores"
    }
  }
}
