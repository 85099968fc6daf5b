package import MilepostModel

extension SDMX {
  /// A period of time as messages write it, and the days that it covers.
  ///
  /// Forms: `2020`, `2020-05`, `2020-05-17`, with a time `2020-05-17T10:00:00`; `2020-A1`, `-S1`, `-T1`, `-Q1`, `-M01`,
  /// `-W01`, `-D001`; a start and a duration `2018-01-01/P2Y`, with years, months and days.
  package struct Period: Hashable, Sendable {
    package let firstDay: CalendarDate
    package let lastDay: CalendarDate
    /// The letter of the form: A, S, T, Q, M, W, D, or R for a start and a duration.
    package let form: Character

    private init(_ form: Character, _ firstDay: CalendarDate, _ lastDay: CalendarDate) {
      self.form = form
      self.firstDay = firstDay
      self.lastDay = lastDay
    }

    package init?(_ text: some StringProtocol) {
      if let slash = text.firstIndex(of: "/") {
        self.init(start: text[..<slash], duration: text[text.index(after: slash)...])
        return
      }
      let bytes = Array(text.utf8)
      guard bytes.count >= 4, let year = Period.number(bytes[0..<4]), year >= 1 else { return nil }
      let rest = bytes.dropFirst(4)
      guard let dash = rest.first else {
        self.init("A", .firstDay(ofMonth: 1, year: year), .lastDay(ofMonth: 12, year: year))
        return
      }
      guard dash == UInt8(ascii: "-") else { return nil }
      self.init(year: year, part: rest.dropFirst())
    }

    private init?(year: Int, part: ArraySlice<UInt8>) {
      guard let first = part.first, !first.isDigit else {
        self.init(year: year, calendar: part)
        return
      }
      guard let number = Period.number(part.dropFirst()) else { return nil }
      let count = part.count - 1
      switch (first, count) {
      case (UInt8(ascii: "A"), 1) where number == 1: self.init("A", months: 12, 1, of: year)
      case (UInt8(ascii: "S"), 1) where (1...2).contains(number): self.init("S", months: 6, number, of: year)
      case (UInt8(ascii: "T"), 1) where (1...3).contains(number): self.init("T", months: 4, number, of: year)
      case (UInt8(ascii: "Q"), 1) where (1...4).contains(number): self.init("Q", months: 3, number, of: year)
      case (UInt8(ascii: "M"), 2) where (1...12).contains(number): self.init("M", months: 1, number, of: year)
      case (UInt8(ascii: "W"), 2) where (1...53).contains(number): self.init(week: number, of: year)
      case (UInt8(ascii: "D"), 3) where (1...366).contains(number):
        let day = CalendarDate(dayNumber: CalendarDate.firstDay(ofMonth: 1, year: year).dayNumber + Int32(number - 1))
        guard day.year == year else { return nil }
        self.init("D", day, day)
      default: return nil
      }
    }

    /// The place of a period among those of the same length in a year.
    private init(_ form: Character, months: Int, _ number: Int, of year: Int) {
      self.init(
        form, .firstDay(ofMonth: (number - 1) * months + 1, year: year), .lastDay(ofMonth: number * months, year: year))
    }

    /// A week of ISO 8601; the first of a year holds 4 January.
    private init?(week: Int, of year: Int) {
      guard let fourth = CalendarDate(year: year, month: 1, day: 4) else { return nil }
      // Day 0 was a Thursday.
      let weekday = ((Int(fourth.dayNumber) + 3) % 7 + 7) % 7
      let monday = Int(fourth.dayNumber) - weekday + 7 * (week - 1)
      let thursday = CalendarDate(dayNumber: Int32(monday + 3))
      guard thursday.year == year else { return nil }
      self.init("W", CalendarDate(dayNumber: Int32(monday)), CalendarDate(dayNumber: Int32(monday + 6)))
    }

    /// `05`, `05-17`, perhaps with a time, which must be one.
    private init?(year: Int, calendar part: ArraySlice<UInt8>) {
      guard part.count >= 2, let month = Period.number(part.prefix(2)), (1...12).contains(month) else { return nil }
      let rest = part.dropFirst(2)
      guard let dash = rest.first else {
        self.init("M", months: 1, month, of: year)
        return
      }
      guard dash == UInt8(ascii: "-"), rest.count >= 3, let day = Period.number(rest.dropFirst().prefix(2)),
        let date = CalendarDate(year: year, month: month, day: day)
      else { return nil }
      let time = rest.dropFirst(3)
      let isTime =
        time.isEmpty
        || time.first == UInt8(ascii: "T") && time.count >= 3
          && time.dropFirst().allSatisfy { $0.isDigit || ":.+-Z".utf8.contains($0) }
      guard isTime else { return nil }
      self.init("D", date, date)
    }

    private init?(start: some StringProtocol, duration: some StringProtocol) {
      guard let start = Period(start), start.form != "R", duration.hasPrefix("P") else { return nil }
      var (months, days) = (0, 0)
      var digits = ""
      for sign in duration.dropFirst() {
        if sign.isASCII, sign.isNumber {
          digits.append(sign)
          guard digits.utf8.count <= 5 else { return nil }
          continue
        }
        guard let number = Int(digits) else { return nil }
        digits = ""
        switch sign {
        case "Y": months += 12 * number
        case "M": months += number
        case "W": days += 7 * number
        case "D": days += number
        default: return nil
        }
      }
      guard digits.isEmpty, months + days > 0, months <= 12 * 9999 else { return nil }
      let (year, month, day) = start.firstDay.components
      let index = year * 12 + month - 1 + months
      guard index / 12 <= 9999 else { return nil }
      let moved = CalendarDate(
        year: index / 12, month: index % 12 + 1,
        day: min(day, CalendarDate.days(inMonth: index % 12 + 1, of: index / 12)))
      guard let moved else { return nil }
      self.init("R", start.firstDay, CalendarDate(dayNumber: moved.dayNumber + Int32(days) - 1))
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
      guard !digits.isEmpty, digits.count <= 6, digits.allSatisfy(\.isDigit) else { return nil }
      return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
  }
}
