import MilepostModel

extension SDMX {
  /// A name of a concept, a code or a list of ours in the languages that Milepost speaks.
  struct SDMXPhrase: Sendable {
    let english: String
    private let others: [String: String]

    init(_ english: String, _ french: String, _ spanish: String, _ russian: String, _ arabic: String, _ chinese: String)
    {
      self.english = english
      others = ["fr": french, "es": spanish, "ru": russian, "ar": arabic, "zh": chinese]
    }

    /// nil for a language that is not known here; regional tags count as their language.
    func text(in language: LanguageTag) -> String? {
      let base = String(language.text.prefix { $0 != "-" })
      return base == "en" ? english : others[base]
    }
  }

  /// Names of concepts by id.
  static let conceptPhrases: [String: SDMXPhrase] = [
    "FREQ": SDMXPhrase("Frequency", "Fréquence", "Frecuencia", "Периодичность", "التواتر", "频率"),
    "REF_AREA": SDMXPhrase(
      "Reference area", "Zone de référence", "Área de referencia", "Территория", "المنطقة المرجعية", "参考地区"),
    "INDICATOR": SDMXPhrase("Indicator", "Indicateur", "Indicador", "Показатель", "المؤشر", "指标"),
    "TIME_PERIOD": SDMXPhrase("Time period", "Période", "Período", "Период", "الفترة الزمنية", "时期"),
    "OBS_VALUE": SDMXPhrase(
      "Observation value", "Valeur observée", "Valor observado", "Значение наблюдения", "قيمة المشاهدة", "观测值"),
    "OBS_STATUS": SDMXPhrase(
      "Observation status", "Statut de l’observation", "Estado de la observación", "Статус наблюдения",
      "حالة المشاهدة", "观测状态"),
    "CONF_STATUS": SDMXPhrase(
      "Confidentiality", "Confidentialité", "Confidencialidad", "Конфиденциальность", "السرية", "保密状态"),
    "UNIT_MEASURE": SDMXPhrase(
      "Unit of measure", "Unité de mesure", "Unidad de medida", "Единица измерения", "وحدة القياس", "计量单位"),
    "UNIT_MULT": SDMXPhrase(
      "Unit multiplier", "Multiplicateur d’unité", "Multiplicador de unidad", "Множитель единицы", "مضاعف الوحدة",
      "单位乘数"),
    "DECIMALS": SDMXPhrase("Decimals", "Décimales", "Decimales", "Знаков после запятой", "المنازل العشرية", "小数位数"),
    "COMMENT_OBS": SDMXPhrase(
      "Comment on the observation", "Commentaire sur l’observation", "Comentario sobre la observación",
      "Примечание к наблюдению", "تعليق على المشاهدة", "观测注释"),
  ]

  /// Codes of frequency with their names.
  static let frequencyPhrases: [(code: String, name: SDMXPhrase)] = [
    ("A", SDMXPhrase("Annual", "Annuelle", "Anual", "Годовая", "سنوي", "年度")),
    ("S", SDMXPhrase("Half-yearly", "Semestrielle", "Semestral", "Полугодовая", "نصف سنوي", "半年度")),
    ("Q", SDMXPhrase("Quarterly", "Trimestrielle", "Trimestral", "Квартальная", "فصلي", "季度")),
    ("M", SDMXPhrase("Monthly", "Mensuelle", "Mensual", "Месячная", "شهري", "月度")),
    ("D", SDMXPhrase("Daily", "Journalière", "Diaria", "Дневная", "يومي", "每日")),
    ("A2", SDMXPhrase("Biennial", "Bisannuelle", "Bienal", "Двухлетняя", "كل سنتين", "两年期")),
    ("_O", SDMXPhrase("Other", "Autre", "Otra", "Другая", "أخرى", "其他")),
  ]

  /// Codes of the status of an observation with their names.
  static let statusPhrases: [(code: String, name: SDMXPhrase)] = [
    ("A", SDMXPhrase("Normal value", "Valeur normale", "Valor normal", "Обычное значение", "قيمة عادية", "正常值")),
    (
      "B",
      SDMXPhrase("Break in series", "Rupture de série", "Ruptura de serie", "Разрыв ряда", "انقطاع في السلسلة", "序列中断")
    ),
    (
      "D",
      SDMXPhrase(
        "Definition differs", "Définition différente", "Definición diferente", "Другое определение", "تعريف مختلف",
        "定义不同")
    ),
    ("E", SDMXPhrase("Estimated value", "Valeur estimée", "Valor estimado", "Оценка", "قيمة مقدرة", "估计值")),
    ("F", SDMXPhrase("Forecast value", "Valeur prévue", "Valor previsto", "Прогноз", "قيمة متوقعة", "预测值")),
    (
      "I",
      SDMXPhrase("Imputed value", "Valeur imputée", "Valor imputado", "Восполненное значение", "قيمة محتسبة", "估算值")
    ),
    (
      "P",
      SDMXPhrase(
        "Provisional value", "Valeur provisoire", "Valor provisional", "Предварительное значение", "قيمة أولية", "临时值")
    ),
    (
      "U",
      SDMXPhrase(
        "Low reliability", "Fiabilité faible", "Baja fiabilidad", "Низкая надёжность", "موثوقية منخفضة", "可靠性低")
    ),
    (
      "N",
      SDMXPhrase(
        "Not significant", "Non significatif", "No significativo", "Меньше половины единицы", "غير ذي دلالة", "不显著")
    ),
    (
      "L",
      SDMXPhrase(
        "Missing: not collected", "Manquant : non collecté", "Falta: no recopilado", "Нет данных: не собирались",
        "مفقود: لم تُجمع البيانات", "缺失：未收集")
    ),
    (
      "M",
      SDMXPhrase(
        "Missing: cannot exist", "Manquant : ne peut exister", "Falta: no puede existir", "Нет данных: неприменимо",
        "مفقود: لا ينطبق", "缺失：不适用")
    ),
    (
      "O",
      SDMXPhrase("Missing value", "Valeur manquante", "Valor ausente", "Нет данных", "قيمة مفقودة", "缺失值")
    ),
    (
      "Q",
      SDMXPhrase(
        "Missing: suppressed", "Manquant : supprimé", "Falta: suprimido", "Нет данных: не публикуется", "مفقود: محجوب",
        "缺失：已隐去")
    ),
  ]

  /// Codes of confidentiality with their names.
  static let confidentialityPhrases: [(code: String, name: SDMXPhrase)] = [
    ("F", SDMXPhrase("Free", "Libre", "Libre", "Открыто", "متاح", "公开")),
    ("C", SDMXPhrase("Confidential", "Confidentiel", "Confidencial", "Конфиденциально", "سري", "保密")),
  ]

  static let totalPhrase = SDMXPhrase("Total", "Total", "Total", "Всего", "المجموع", "合计")

  /// Names of units that every workspace may use without naming them.
  static let unitPhrases: [String: SDMXPhrase] = [
    "percent": SDMXPhrase("Percent", "Pour cent", "Por ciento", "Процент", "في المائة", "百分比"),
    "percentage points": SDMXPhrase(
      "Percentage points", "Points de pourcentage", "Puntos porcentuales", "Процентные пункты", "نقاط مئوية", "百分点"),
    "ratio": SDMXPhrase("Ratio", "Rapport", "Razón", "Отношение", "نسبة", "比率"),
    "index": SDMXPhrase("Index", "Indice", "Índice", "Индекс", "رقم قياسي", "指数"),
    "yes-no": SDMXPhrase("Yes or no", "Oui ou non", "Sí o no", "Да или нет", "نعم أو لا", "是或否"),
  ]

  /// Names of lists and of what else Milepost adds.
  static let everythingPhrase = SDMXPhrase(
    "All published indicators", "Tous les indicateurs publiés", "Todos los indicadores publicados",
    "Все опубликованные показатели", "جميع المؤشرات المنشورة", "所有已发布指标")
  static let conceptSchemePhrase = SDMXPhrase("Concepts", "Concepts", "Conceptos", "Понятия", "المفاهيم", "概念")
  static let dataStructurePhrase = SDMXPhrase(
    "Structure of the data", "Structure des données", "Estructura de los datos", "Структура данных", "بنية البيانات",
    "数据结构")
  static let planPhrase = SDMXPhrase(
    "Goals and targets", "Buts et cibles", "Metas y finalidades", "Цели и задачи", "الغايات والمقاصد", "目标与具体目标")
  static let agenciesPhrase = SDMXPhrase("Agencies", "Organismes", "Organismos", "Организации", "الوكالات", "机构")
  static let providersPhrase = SDMXPhrase(
    "Data providers", "Fournisseurs de données", "Proveedores de datos", "Поставщики данных", "مقدمو البيانات", "数据提供者")
}
