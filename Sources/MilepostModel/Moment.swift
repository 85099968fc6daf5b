/// A point in time in UTC, to the millisecond: when something was published.
package struct Moment: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let millisecondsSince1970: Int64

  package init(millisecondsSince1970 milliseconds: Int64) { millisecondsSince1970 = milliseconds }

  /// `2026-03-31T09:30:00.000Z`, as `description` writes it, and nothing else.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    let marks: [(place: Int, mark: String)] = [(10, "T"), (13, ":"), (16, ":"), (19, "."), (23, "Z")]
    guard bytes.count == 24, marks.allSatisfy({ bytes[$0.place] == $0.mark.utf8.first }),
      let date = CalendarDate(String(decoding: bytes[..<10], as: UTF8.self)),
      let hour = CalendarDate.number(bytes[11..<13]), let minute = CalendarDate.number(bytes[14..<16]),
      let second = CalendarDate.number(bytes[17..<19]), let fraction = CalendarDate.number(bytes[20..<23]),
      hour < 24, minute < 60, second < 60
    else { return nil }
    let seconds = Int64(date.dayNumber) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
    millisecondsSince1970 = seconds * 1000 + Int64(fraction)
  }

  /// The next moment that can be told from this one.
  package var next: Moment { Moment(millisecondsSince1970: millisecondsSince1970 + 1) }

  package static func < (one: Moment, other: Moment) -> Bool { one.millisecondsSince1970 < other.millisecondsSince1970 }

  /// ISO 8601 with milliseconds, so that the order of texts is that of time.
  package var description: String {
    let day: Int64 = 86_400_000
    let (days, rest) = (millisecondsSince1970.floored(by: day), Int(millisecondsSince1970.remainder(by: day)))
    let date = CalendarDate(dayNumber: Int32(days))
    let parts = [rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60].map { CalendarDate.padded($0, 2) }
    return "\(date)T\(parts.joined(separator: ":")).\(CalendarDate.padded(rest % 1000, 3))Z"
  }
}

extension Int64 {
  fileprivate func floored(by divisor: Int64) -> Int64 { (self - remainder(by: divisor)) / divisor }

  fileprivate func remainder(by divisor: Int64) -> Int64 { (self % divisor + divisor) % divisor }
}
