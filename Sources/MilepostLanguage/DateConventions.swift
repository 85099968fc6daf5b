package import MilepostModel

/// How a language writes days and periods.
package struct DateConventions: Hashable, Sendable {
  private let language: LanguageTag

  package init(_ language: LanguageTag) { self.language = language }

  /// `29 April 2020`. Source: CLDR 44, gregorian, long form (Arabic with the month names of the ar-001 locale).
  package func text(_ date: CalendarDate) -> String {
    let (year, month, day) = date.components
    let name = DateConventions.months(of: language)[month - 1]
    return switch language.primary {
    case "es": "\(day) de \(name) de \(year)"
    case "ru": "\(day) \(name) \(year) г."
    case "zh": "\(year)年\(month)月\(day)日"
    case "fr": "\(day == 1 ? "1er" : String(day)) \(name) \(year)"
    default: "\(day) \(name) \(year)"
    }
  }

  /// `2019`, `Q1 2019`, `2018/2019`; what the language has no short form of is written as in the data.
  package func text(_ period: TimePeriod) -> String {
    let (year, month, _) = period.firstDay.components
    switch period.frequency {
    case .year: return String(year)
    case .fiscalYear: return "\(year)/\(CalendarDate.lastTwoDigits(of: year + 1))"
    case .biennium: return "\(year)–\(year + 1)"
    case .day: return text(period.firstDay)
    case .quarter where language.primary == "en": return "Q\((month + 2) / 3) \(year)"
    case .half where language.primary == "en": return "\(month < 7 ? "first" : "second") half of \(year)"
    case .month where language.primary == "en": return "\(DateConventions.english[month - 1]) \(year)"
    default: return period.description
    }
  }

  private static func months(of language: LanguageTag) -> [String] {
    switch language.primary {
    case "fr": french
    case "es": spanish
    case "ru": russian
    case "ar": arabic
    default: english
    }
  }

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
  private static let arabic = [
    "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
  ]
}

extension CalendarDate {
  fileprivate static func lastTwoDigits(of year: Int) -> String {
    let digits = year % 100
    return digits < 10 ? "0\(digits)" : String(digits)
  }
}
