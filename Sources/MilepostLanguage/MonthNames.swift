/// Names of months. Source: CLDR 44, gregorian, wide (Arabic with the names of the ar-001 locale).
enum MonthNames {
  /// As they stand in a day: `29 апреля 2020`.
  static func inDays(of primary: String) -> [String] {
    switch primary {
    case "fr": french
    case "es": spanish
    case "ru": russian
    case "ar": arabic
    default: english
    }
  }

  /// As they stand for themselves: `апрель 2020`.
  static func alone(of primary: String) -> [String] { primary == "ru" ? russianAlone : inDays(of: primary) }

  private static let english = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  private static let french = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
  ]
  private static let spanish = [
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
    "diciembre",
  ]
  private static let russian = [
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
    "декабря",
  ]
  private static let russianAlone = [
    "январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
  ]
  private static let arabic = [
    "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
  ]
}
