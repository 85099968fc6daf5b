import MilepostModel

/// The dates of HTTP: `Tue, 31 Mar 2026 09:30:00 GMT`. Source: RFC 9110, section 5.6.7.
enum HTTPDate {
  private static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Whole seconds; what is below is left out.
  static func text(_ moment: MilepostModel.Moment) -> String {
    let iso = moment.description
    guard let date = CalendarDate(iso.prefix(10)) else { preconditionFailure("a moment begins with its date") }
    let (year, month, day) = date.components
    let name = days[(Int(date.dayNumber) % 7 + 7) % 7]
    return "\(name), \(padded(day)) \(months[month - 1]) \(year) \(iso.dropFirst(11).prefix(8)) GMT"
  }

  /// - Returns: nil for what is written in another way, which a server may pass over.
  static func moment(_ text: String) -> MilepostModel.Moment? {
    let words = text.split(separator: " ")
    guard words.count == 6, words[5] == "GMT", words[4].utf8.count == 8, words[3].utf8.count == 4,
      words[1].utf8.count == 2, let month = months.firstIndex(of: String(words[2]))
    else { return nil }
    return MilepostModel.Moment("\(words[3])-\(padded(month + 1))-\(words[1])T\(words[4]).000Z")
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
