/// What the search and the index from A to Z say; the raw value is the English text.
enum IndexPhrase: String, SpokenPhrase {
  case indexLink = "A–Z"
  case indexTitle = "Everything from A to Z"
  case indexLead = "Every page of this edition by its title, in the order of the alphabet."
  case indexLeadByKind =
    "Every page of this edition, by kind and then by number, because the language has no alphabet."
  case jumpTo = "Jump to"
  case numbersAndSigns = "Numbers and signs"
  case groups = "Groups"
  case onePage = "Page"

  // Search
  case search = "Search"
  case resultsFound = "Results: {count}"
  case resultsFoundMore = "Results: {count}. The first {shown} are shown."
  case nothingFound = "Nothing found for “{query}”."
  case slashKey = "The key / leads to this field"

  var arabic: String {
    switch self {
    case .indexLink: "أ–ي"
    case .indexTitle: "الفهرس الأبجدي لجميع الصفحات"
    case .indexLead: "جميع صفحات هذه الطبعة حسب عناوينها، بالترتيب الأبجدي."
    case .indexLeadByKind: "جميع صفحات هذه الطبعة حسب النوع ثم الرقم، لأن اللغة ليس لها أبجدية."
    case .jumpTo: "الانتقال إلى"
    case .numbersAndSigns: "أرقام ورموز"
    case .groups: "المجموعات"
    case .onePage: "صفحة"
    case .search: "بحث"
    case .resultsFound: "عدد النتائج: {count}"
    case .resultsFoundMore: "عدد النتائج: {count}. تُعرض أول {shown} منها."
    case .nothingFound: "لا توجد نتائج عن «{query}»."
    case .slashKey: "المفتاح / ينقل إلى هذا الحقل"
    }
  }

  var chinese: String {
    switch self {
    case .indexLink: "索引"
    case .indexTitle: "全部页面索引"
    case .indexLead: "本版所有页面，按标题的字母顺序排列。"
    case .indexLeadByKind: "本版所有页面，先按类别、再按编号排列（中文没有字母顺序）。"
    case .jumpTo: "跳转至"
    case .numbersAndSigns: "数字和符号"
    case .groups: "组别"
    case .onePage: "页面"
    case .search: "搜索"
    case .resultsFound: "结果：{count}"
    case .resultsFoundMore: "结果：{count}。显示前{shown}项。"
    case .nothingFound: "未找到“{query}”。"
    case .slashKey: "按“/”键转到此搜索框"
    }
  }

  var french: String {
    switch self {
    case .indexLink: "A–Z"
    case .indexTitle: "Tout de A à Z"
    case .indexLead: "Toutes les pages de cette édition par titre, dans l’ordre alphabétique."
    case .indexLeadByKind:
      "Toutes les pages de cette édition, par type puis par numéro, car la langue n’a pas d’alphabet."
    case .jumpTo: "Aller à"
    case .numbersAndSigns: "Chiffres et signes"
    case .groups: "Groupes"
    case .onePage: "Page"
    case .search: "Rechercher"
    case .resultsFound: "Résultats : {count}"
    case .resultsFoundMore: "Résultats : {count}. Les {shown} premiers sont affichés."
    case .nothingFound: "Aucun résultat pour « {query} »."
    case .slashKey: "La touche / mène à ce champ"
    }
  }

  var russian: String {
    switch self {
    case .indexLink: "А–Я"
    case .indexTitle: "Все страницы от А до Я"
    case .indexLead: "Все страницы этого издания по названиям, в алфавитном порядке."
    case .indexLeadByKind: "Все страницы этого издания по видам, а затем по номерам, поскольку в языке нет алфавита."
    case .jumpTo: "Перейти к"
    case .numbersAndSigns: "Цифры и знаки"
    case .groups: "Группы"
    case .onePage: "Страница"
    case .search: "Поиск"
    case .resultsFound: "Найдено: {count}"
    case .resultsFoundMore: "Найдено: {count}. Показаны первые {shown}."
    case .nothingFound: "По запросу «{query}» ничего не найдено."
    case .slashKey: "Клавиша / ведет в это поле"
    }
  }

  var spanish: String {
    switch self {
    case .indexLink: "A–Z"
    case .indexTitle: "Todo de la A a la Z"
    case .indexLead: "Todas las páginas de esta edición por título, en orden alfabético."
    case .indexLeadByKind:
      "Todas las páginas de esta edición, por tipo y después por número, porque el idioma no tiene alfabeto."
    case .jumpTo: "Ir a"
    case .numbersAndSigns: "Números y signos"
    case .groups: "Grupos"
    case .onePage: "Página"
    case .search: "Buscar"
    case .resultsFound: "Resultados: {count}"
    case .resultsFoundMore: "Resultados: {count}. Se muestran los {shown} primeros."
    case .nothingFound: "No hay resultados para “{query}”."
    case .slashKey: "La tecla / lleva a este campo"
    }
  }
}
