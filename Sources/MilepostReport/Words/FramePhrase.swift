/// What the frame of a page says beside `PagePhrase`; the raw value is the English text.
enum FramePhrase: String, SpokenPhrase {
  case menu = "Menu"
  case areas = "Areas"
  case changes = "Changes"
  case lostTitle = "There is no such page"
  case lostText = "The address may be mistyped, or the page may belong to another edition."

  var arabic: String {
    switch self {
    case .menu: "القائمة"
    case .areas: "المناطق"
    case .changes: "التغييرات"
    case .lostTitle: "الصفحة غير موجودة"
    case .lostText: "قد يكون العنوان مكتوباً خطأً، أو قد تكون الصفحة في طبعة أخرى."
    }
  }

  var chinese: String {
    switch self {
    case .menu: "菜单"
    case .areas: "地区"
    case .changes: "变化"
    case .lostTitle: "页面不存在"
    case .lostText: "网址可能有误，或者该页面属于另一版本。"
    }
  }

  var french: String {
    switch self {
    case .menu: "Menu"
    case .areas: "Zones"
    case .changes: "Changements"
    case .lostTitle: "Cette page n’existe pas"
    case .lostText: "L’adresse est peut-être erronée, ou la page appartient à une autre édition."
    }
  }

  var russian: String {
    switch self {
    case .menu: "Меню"
    case .areas: "Страны и районы"
    case .changes: "Изменения"
    case .lostTitle: "Такой страницы нет"
    case .lostText: "Возможно, адрес введен с ошибкой или страница относится к другому изданию."
    }
  }

  var spanish: String {
    switch self {
    case .menu: "Menú"
    case .areas: "Zonas"
    case .changes: "Cambios"
    case .lostTitle: "Esta página no existe"
    case .lostText: "Puede que la dirección contenga un error o que la página pertenezca a otra edición."
    }
  }
}
