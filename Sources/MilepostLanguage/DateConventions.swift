package import MilepostModel

/// How a language writes days and periods.
package struct DateConventions: Hashable, Sendable {
  private let language: LanguageTag

  package init(_ language: LanguageTag) { self.language = language }

  /// `29 April 2020`. Source: CLDR 44, gregorian, long form.
  package func text(_ date: CalendarDate) -> String {
    let (year, month, day) = date.components
    let name = MonthNames.inDays(of: language.primary)[month - 1]
    return switch language.primary {
    case "es": "\(day) de \(name) de \(year)"
    case "ru": "\(day) \(name) \(year)\u{00A0}г."
    case "zh": "\(year)年\(month)月\(day)日"
    case "fr": "\(day == 1 ? "1er" : String(day)) \(name) \(year)"
    default: "\(day) \(name) \(year)"
    }
  }

  /// A period as it stands in a sentence: `2019`, `Q1 2019`, `2019年`, `апрель 2019 г.`
  ///
  /// Source: CLDR 44, gregorian, available formats `y`, `yMMMM` and `yQQQQ`.
  package func text(_ period: TimePeriod) -> String {
    let (year, month, _) = period.firstDay.components
    switch period.frequency {
    case .year: return self.year(String(year))
    case .fiscalYear: return fiscalYear(label(period))
    case .half: return half(month < 7 ? 1 : 2, of: year)
    case .quarter: return quarter((month + 2) / 3, of: year)
    case .month: return self.month(month, of: year)
    case .day: return text(period.firstDay)
    case .biennium, .range: return range(period)
    }
  }

  /// The shortest form, for axes and heads of columns: `2019` in every language.
  package func label(_ period: TimePeriod) -> String {
    let year = period.firstDay.components.year
    switch period.frequency {
    case .year: return String(year)
    case .fiscalYear: return "\(year)/\(CalendarDate.lastTwoDigits(of: year + 1))"
    case .biennium: return "\(year)–\(year + 1)"
    case .half, .quarter, .month, .day, .range: return text(period)
    }
  }

  private func year(_ year: String) -> String {
    switch language.primary {
    case "ru": "\(year)\u{00A0}г."
    case "zh": "\(year)年"
    default: year
    }
  }

  private func fiscalYear(_ label: String) -> String {
    switch language.primary {
    case "ru": "\(label)\u{00A0}г."
    case "zh": "\(label)年度"
    default: label
    }
  }

  private func month(_ month: Int, of year: Int) -> String {
    let name = MonthNames.alone(of: language.primary)[month - 1]
    return switch language.primary {
    case "es": "\(name) de \(year)"
    case "ru": "\(name) \(year)\u{00A0}г."
    case "zh": "\(year)年\(month)月"
    default: "\(name) \(year)"
    }
  }

  private func quarter(_ quarter: Int, of year: Int) -> String {
    switch language.primary {
    case "fr": "\(quarter == 1 ? "1er" : "\(quarter)e") trimestre \(year)"
    case "es": "\(["primer", "segundo", "tercer", "cuarto"][quarter - 1]) trimestre de \(year)"
    case "ru": "\(quarter)-й квартал \(year)\u{00A0}г."
    case "zh": "\(year)年第\(["一", "二", "三", "四"][quarter - 1])季度"
    case "ar": "الربع \(["الأول", "الثاني", "الثالث", "الرابع"][quarter - 1]) من \(year)"
    default: "Q\(quarter) \(year)"
    }
  }

  private func half(_ half: Int, of year: Int) -> String {
    let isFirst = half == 1
    return switch language.primary {
    case "fr": "\(isFirst ? "1er" : "2e") semestre \(year)"
    case "es": "\(isFirst ? "primer" : "segundo") semestre de \(year)"
    case "ru": "\(half)-е полугодие \(year)\u{00A0}г."
    case "zh": "\(year)年\(isFirst ? "上" : "下")半年"
    case "ar": "النصف \(isFirst ? "الأول" : "الثاني") من \(year)"
    default: "\(isFirst ? "first" : "second") half of \(year)"
    }
  }

  /// `2015–2019`, `April 2019 – March 2020`.
  private func range(_ period: TimePeriod) -> String {
    let (first, last) = (period.firstDay.components, period.lastDay.components)
    let isOfMonths = first.day == 1 && last.day == CalendarDate.days(inMonth: last.month, of: last.year)
    if isOfMonths, first.month == 1, last.month == 12 {
      let years = "\(first.year)–\(last.year)"
      return language.primary == "ru" ? "\(years)\u{00A0}гг." : year(years)
    }
    let ends =
      isOfMonths
      ? [month(first.month, of: first.year), month(last.month, of: last.year)]
      : [text(period.firstDay), text(period.lastDay)]
    return ends.joined(separator: language.primary == "zh" ? "至" : " – ")
  }
}

extension CalendarDate {
  fileprivate static func lastTwoDigits(of year: Int) -> String {
    let digits = year % 100
    return digits < 10 ? "0\(digits)" : String(digits)
  }
}
