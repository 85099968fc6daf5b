/// What is said around the list of what is missing or due; the raw value is the English text.
enum MissingPhrase: String, SpokenPhrase {
  case missingTitle = "What is missing"
  case missingHeadline =
    "As of {date}, {count} thing is missing or due.|As of {date}, {count} things are missing or due."
  case missingLead = "What the plan still needs, by the office that has to see to it and then by date."
  case missingUrgent = "What is missing or due: the most urgent first"
  case missingAll = "Everything that is missing or due, by owner"
  case missingOf = "{owner}: {count}"
  case missingOfCaption = "{owner}: what is missing or due"
  case missingAbout = "About"
  case missingNeed = "What to do"
  case missingDue = "Due"
  case overdue = "{date}, overdue"
  case noDay = "no date"

  var arabic: String {
    switch self {
    case .missingTitle: "ما ينقص"
    case .missingHeadline:
      "الوضع في {date}: لا شيء ناقص أو مستحق.|الوضع في {date}: بند واحد ناقص أو مستحق.|الوضع في {date}: بندان ناقصان أو مستحقان.|الوضع في {date}: {count} بنود ناقصة أو مستحقة.|الوضع في {date}: {count} بنداً ناقصاً أو مستحقاً.|الوضع في {date}: {count} بند ناقص أو مستحق."
    case .missingLead: "ما لا تزال الخطة تحتاج إليه، حسب الجهة المسؤولة عنه ثم حسب التاريخ."
    case .missingUrgent: "ما هو ناقص أو مستحق: الأكثر إلحاحاً أولاً"
    case .missingAll: "كل ما هو ناقص أو مستحق، حسب الجهة المسؤولة"
    case .missingOf: "{owner}: {count}"
    case .missingOfCaption: "{owner}: ما هو ناقص أو مستحق"
    case .missingAbout: "الموضوع"
    case .missingNeed: "المطلوب"
    case .missingDue: "الموعد النهائي"
    case .overdue: "{date}، انقضى الموعد"
    case .noDay: "بلا موعد"
    }
  }

  var chinese: String {
    switch self {
    case .missingTitle: "缺失事项"
    case .missingHeadline: "截至{date}，共有{count}项内容缺失或到期。"
    case .missingLead: "计划仍需补充的内容，先按负责单位、再按日期排列。"
    case .missingUrgent: "缺失或到期的内容：最紧急者在前"
    case .missingAll: "所有缺失或到期的内容（按负责单位）"
    case .missingOf: "{owner}：{count}"
    case .missingOfCaption: "{owner}：缺失或到期的内容"
    case .missingAbout: "对象"
    case .missingNeed: "所需行动"
    case .missingDue: "期限"
    case .overdue: "{date}，已逾期"
    case .noDay: "无期限"
    }
  }

  var french: String {
    switch self {
    case .missingTitle: "Ce qui manque"
    case .missingHeadline:
      "Au {date}, {count} élément manque ou est attendu.|Au {date}, {count} éléments manquent ou sont attendus."
    case .missingLead: "Ce dont le plan a encore besoin, par responsable puis par date."
    case .missingUrgent: "Ce qui manque ou est attendu : le plus urgent d’abord"
    case .missingAll: "Tout ce qui manque ou est attendu, par responsable"
    case .missingOf: "{owner} : {count}"
    case .missingOfCaption: "{owner} : ce qui manque ou est attendu"
    case .missingAbout: "Objet"
    case .missingNeed: "À faire"
    case .missingDue: "Échéance"
    case .overdue: "{date}, échéance dépassée"
    case .noDay: "sans date"
    }
  }

  var russian: String {
    switch self {
    case .missingTitle: "Чего не хватает"
    case .missingHeadline:
      "По состоянию на {date} отсутствует или ожидается {count} позиция.|По состоянию на {date} отсутствуют или ожидаются {count} позиции.|По состоянию на {date} отсутствуют или ожидаются {count} позиций."
    case .missingLead: "Что еще требуется по плану: по ответственным, а затем по срокам."
    case .missingUrgent: "Что отсутствует или ожидается: сначала самое срочное"
    case .missingAll: "Все, что отсутствует или ожидается, по ответственным"
    case .missingOf: "{owner}: {count}"
    case .missingOfCaption: "{owner}: что отсутствует или ожидается"
    case .missingAbout: "Предмет"
    case .missingNeed: "Что сделать"
    case .missingDue: "Срок"
    case .overdue: "{date}, срок истек"
    case .noDay: "без срока"
    }
  }

  var spanish: String {
    switch self {
    case .missingTitle: "Lo que falta"
    case .missingHeadline:
      "Al {date}, {count} elemento falta o está pendiente.|Al {date}, {count} elementos faltan o están pendientes."
    case .missingLead: "Lo que el plan necesita todavía, por responsable y después por fecha."
    case .missingUrgent: "Lo que falta o está pendiente: primero lo más urgente"
    case .missingAll: "Todo lo que falta o está pendiente, por responsable"
    case .missingOf: "{owner}: {count}"
    case .missingOfCaption: "{owner}: lo que falta o está pendiente"
    case .missingAbout: "Asunto"
    case .missingNeed: "Qué hacer"
    case .missingDue: "Plazo"
    case .overdue: "{date}, vencido"
    case .noDay: "sin fecha"
    }
  }
}
