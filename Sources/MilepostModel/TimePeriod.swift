/// How often values of a series are due.
package enum Frequency: UInt8, Sendable, Hashable, CaseIterable {
  case year, fiscalYear, half, quarter, month, day, biennium, range
}

/// The time that an observation is about.
///
/// Written `2019`, `2019-S1`, `2019-Q1`, `2019-M03` or `2019-03`, `2019-03-31`, `FY2019` (the fiscal year that begins
/// in 2019), `2018/2019` (a biennium), `2015/2019`, `2019-04/2020-03` or `2019-04-15/2019-05-31` (a range).
package struct TimePeriod: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let frequency: Frequency
  package let firstDay: CalendarDate
  package let lastDay: CalendarDate

  private init(_ frequency: Frequency, _ firstDay: CalendarDate, _ lastDay: CalendarDate) {
    self.frequency = frequency
    self.firstDay = firstDay
    self.lastDay = lastDay
  }

  package init(year: Int) {
    self.init(.year, .firstDay(ofMonth: 1, year: year), .lastDay(ofMonth: 12, year: year))
  }

  /// The twelve months that begin in `startMonth` of `year`; with a start in January an ordinary year.
  package init(fiscalYear year: Int, startMonth: Int) {
    if startMonth == 1 {
      self.init(year: year)
    } else {
      self.init(
        .fiscalYear, .firstDay(ofMonth: startMonth, year: year), .lastDay(ofMonth: startMonth - 1, year: year + 1))
    }
  }

  package init(year: Int, half: Int) {
    self.init(
      .half, .firstDay(ofMonth: half * 6 - 5, year: year), .lastDay(ofMonth: half * 6, year: year))
  }

  package init(year: Int, quarter: Int) {
    self.init(
      .quarter, .firstDay(ofMonth: quarter * 3 - 2, year: year), .lastDay(ofMonth: quarter * 3, year: year))
  }

  package init(year: Int, month: Int) {
    self.init(.month, .firstDay(ofMonth: month, year: year), .lastDay(ofMonth: month, year: year))
  }

  package init(date: CalendarDate) { self.init(.day, date, date) }

  /// From the first day of `first` to the last day of `last`; two calendar years make a biennium.
  ///
  /// - Returns: nil when `last` does not end after `first`.
  package init?(from first: TimePeriod, to last: TimePeriod) {
    guard first.lastDay < last.lastDay else { return nil }
    let isBiennium = first.frequency == .year && last.frequency == .year && last.year == first.year + 1
    self.init(isBiennium ? .biennium : .range, first.firstDay, last.lastDay)
  }

  /// - Parameter fiscalYearStart: the month, 1 to 12, in which `FY…` begins; without it `FY…` is not understood.
  package init?(_ text: some StringProtocol, fiscalYearStart: Int? = nil) {
    let bytes = Array(text.utf8)
    if let slash = bytes.firstIndex(of: UInt8(ascii: "/")) {
      guard let first = TimePeriod.single(bytes[..<slash], fiscalYearStart),
        let last = TimePeriod.single(bytes[(slash + 1)...], fiscalYearStart),
        let range = TimePeriod(from: first, to: last)
      else { return nil }
      self = range
    } else {
      guard let single = TimePeriod.single(bytes[...], fiscalYearStart) else { return nil }
      self = single
    }
  }

  private static func single(_ bytes: ArraySlice<UInt8>, _ fiscalYearStart: Int?) -> TimePeriod? {
    if bytes.count == 6, bytes.starts(with: "FY".utf8) {
      guard let start = fiscalYearStart, (1...12).contains(start), let year = year(bytes.dropFirst(2)) else {
        return nil
      }
      return TimePeriod(fiscalYear: year, startMonth: start)
    }
    guard bytes.count >= 4, let year = year(bytes.prefix(4)) else { return nil }
    let rest = bytes.dropFirst(4)
    guard let dash = rest.first else { return TimePeriod(year: year) }
    guard dash == UInt8(ascii: "-"), rest.count >= 3 else { return nil }
    let part = rest.dropFirst()
    switch (part.first, part.count) {
    case (UInt8(ascii: "Q"), 2):
      return CalendarDate.number(part.dropFirst()).flatMap {
        (1...4).contains($0) ? TimePeriod(year: year, quarter: $0) : nil
      }
    case (UInt8(ascii: "S"), 2):
      return CalendarDate.number(part.dropFirst()).flatMap {
        (1...2).contains($0) ? TimePeriod(year: year, half: $0) : nil
      }
    case (UInt8(ascii: "M"), 3):
      return CalendarDate.number(part.dropFirst()).flatMap {
        (1...12).contains($0) ? TimePeriod(year: year, month: $0) : nil
      }
    case (_, 2):
      return CalendarDate.number(part).flatMap { (1...12).contains($0) ? TimePeriod(year: year, month: $0) : nil }
    case (_, 5):
      return CalendarDate(String(decoding: bytes, as: UTF8.self)).map(TimePeriod.init(date:))
    default:
      return nil
    }
  }

  private static func year(_ bytes: ArraySlice<UInt8>) -> Int? {
    CalendarDate.number(bytes).flatMap { (1...9999).contains($0) ? $0 : nil }
  }

  /// The calendar year in which the period begins.
  package var year: Int { firstDay.year }

  /// The end of the period on an axis of years: 2019 for the year 2019, for its fourth quarter and for its December;
  /// 2018.25 for the first quarter of 2019. Days count as their share of the year.
  package var timeInYears: Double {
    let (year, month, day) = lastDay.components
    if day == CalendarDate.days(inMonth: month, of: year) { return Double(year - 1) + Double(month) / 12 }
    let start = CalendarDate.firstDay(ofMonth: 1, year: year)
    let length = CalendarDate.isLeap(year) ? 366.0 : 365.0
    return Double(year - 1) + Double(lastDay.dayNumber - start.dayNumber + 1) / length
  }

  /// The period of the same frequency that lies `count` steps later; nil for ranges, where no step is defined.
  package func advanced(by count: Int) -> TimePeriod? {
    let (year, month, _) = firstDay.components
    switch frequency {
    case .year: return TimePeriod(year: year + count)
    case .fiscalYear: return TimePeriod(fiscalYear: year + count, startMonth: month)
    case .half: return TimePeriod.stepped(year * 2 + (month - 1) / 6 + count, 2) { TimePeriod(year: $0, half: $1) }
    case .quarter:
      return TimePeriod.stepped(year * 4 + (month - 1) / 3 + count, 4) { TimePeriod(year: $0, quarter: $1) }
    case .month: return TimePeriod.stepped(year * 12 + month - 1 + count, 12) { TimePeriod(year: $0, month: $1) }
    case .day: return TimePeriod(date: CalendarDate(dayNumber: firstDay.dayNumber + Int32(count)))
    case .biennium:
      return TimePeriod(from: TimePeriod(year: year + 2 * count), to: TimePeriod(year: year + 1 + 2 * count))
    case .range: return nil
    }
  }

  private static func stepped(_ ordinal: Int, _ perYear: Int, _ make: (Int, Int) -> TimePeriod) -> TimePeriod {
    make(ordinal / perYear, ordinal % perYear + 1)
  }

  package func contains(_ other: TimePeriod) -> Bool { firstDay <= other.firstDay && other.lastDay <= lastDay }

  /// By the last day, then by the first: a quarter comes before the year that it closes.
  package static func < (one: TimePeriod, other: TimePeriod) -> Bool {
    if one.lastDay != other.lastDay { return one.lastDay < other.lastDay }
    if one.firstDay != other.firstDay { return one.firstDay > other.firstDay }
    return one.frequency.rawValue < other.frequency.rawValue
  }

  /// The form in which it is written, and read back as the same; `FY2019` leaves the month of its start to the dataflow.
  package var description: String {
    let (year, month, _) = firstDay.components
    let head = CalendarDate.padded(year, 4)
    switch frequency {
    case .year: return head
    case .fiscalYear: return "FY" + head
    case .half: return "\(head)-S\((month + 5) / 6)"
    case .quarter: return "\(head)-Q\((month + 2) / 3)"
    case .month: return "\(head)-\(CalendarDate.padded(month, 2))"
    case .day: return firstDay.description
    case .biennium: return "\(head)/\(CalendarDate.padded(year + 1, 4))"
    case .range: return rangeDescription
    }
  }

  /// Years from three on, since two would be a biennium; else months where it begins and ends with one, else days.
  private var rangeDescription: String {
    let (year, month, day) = firstDay.components
    let (lastYear, lastMonth, lastDayOfMonth) = lastDay.components
    let isOfMonths = day == 1 && lastDayOfMonth == CalendarDate.days(inMonth: lastMonth, of: lastYear)
    guard isOfMonths, (year, month) != (lastYear, lastMonth) else { return "\(firstDay)/\(lastDay)" }
    let (first, last) = (CalendarDate.padded(year, 4), CalendarDate.padded(lastYear, 4))
    if month == 1, lastMonth == 12, lastYear > year + 1 { return "\(first)/\(last)" }
    return "\(first)-\(CalendarDate.padded(month, 2))/\(last)-\(CalendarDate.padded(lastMonth, 2))"
  }
}
