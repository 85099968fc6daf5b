import MilepostModel

extension Moment {
  /// A point in time as requests write it: `2020-05-17`, its first second in UTC; `2020-05-17T10:00:00`, in UTC unless an
  /// offset as `Z` or `+02:00` follows. Parts of seconds count to the millisecond.
  init?(written text: some StringProtocol) {
    let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard let day = CalendarDate(parts[0]) else { return nil }
    let midnight = Int64(day.dayNumber) * 86_400_000
    guard parts.count > 1 else {
      self.init(millisecondsSince1970: midnight)
      return
    }
    let time = parts[1].prefix { $0.isNumber || $0 == ":" || $0 == "." }
    guard let ofDay = Moment.milliseconds(time), let offset = Moment.offset(parts[1][time.endIndex...]) else {
      return nil
    }
    self.init(millisecondsSince1970: midnight + ofDay - offset)
  }

  private static func milliseconds(_ text: some StringProtocol) -> Int64? {
    let whole = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let fraction = whole.count > 1 ? whole[1].prefix(3) : "0"
    guard whole.count == 1 || !whole[1].isEmpty && whole[1].allSatisfy({ $0.isASCII && $0.isNumber }),
      let thousandths = Int64(fraction + String(repeating: "0", count: 3 - fraction.count))
    else { return nil }
    let parts = whole[0].split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts.allSatisfy({ $0.utf8.count == 2 }) else { return nil }
    let numbers = parts.compactMap { Int64($0) }
    guard numbers.count == parts.count, (0...23).contains(numbers[0]), (0...59).contains(numbers[1]) else { return nil }
    let seconds = numbers.count > 2 ? numbers[2] : 0
    guard (0...59).contains(seconds) else { return nil }
    return (numbers[0] * 3600 + numbers[1] * 60 + seconds) * 1000 + thousandths
  }

  private static func offset(_ text: some StringProtocol) -> Int64? {
    if text.isEmpty || text == "Z" { return 0 }
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let parts = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }), let hours = Int64(parts[0]),
      let minutes = Int64(parts[1]), (0...14).contains(hours), (0...59).contains(minutes)
    else { return nil }
    return (sign == "-" ? -1 : 1) * (hours * 3600 + minutes * 60) * 1000
  }

  /// Its day in UTC.
  var day: CalendarDate {
    CalendarDate(dayNumber: Int32((Double(millisecondsSince1970) / 86_400_000).rounded(.down)))
  }
}
