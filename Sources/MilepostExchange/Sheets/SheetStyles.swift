import MilepostModel

/// What a number in a cell stands for, as its style shows it.
enum SheetNumberForm: Hashable {
  case plain
  /// A share that is shown as a percentage.
  case percentage
  case date(Precision)
  case time
  case dateAndTime
  /// Hours that go on beyond 24.
  case duration

  /// How much of a date a style shows: `2019` is a year, and not its first day.
  enum Precision: Hashable { case year, month, day }

  /// A built-in format of ECMA-376 part 1, 18.8.30; those from 27 are of Chinese, Japanese and Korean workbooks.
  init(builtIn number: Int) {
    switch number {
    case 9, 10: self = .percentage
    case 14...16, 27...31, 36, 50...54, 58: self = .date(.day)
    case 17, 57: self = .date(.month)
    case 18...21, 32...35, 45, 47, 55, 56: self = .time
    case 22: self = .dateAndTime
    case 46: self = .duration
    default: self = .plain
    }
  }

  /// A format that is written out: `yyyy\-mm\-dd`.
  init(code: String) {
    var letters: Set<Character> = []
    var isElapsed = false
    var rest = Array(code)[...]
    scan: while let sign = rest.popFirst() {
      switch sign {
      case ";": break scan
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[":
        let inside = String(rest.prefix { $0 != "]" }).lowercased()
        if let first = inside.first, "hms".contains(first), inside.allSatisfy({ $0 == first }) { isElapsed = true }
        rest = rest.drop { $0 != "]" }.dropFirst()
      case "G", "g":
        // General is no format of a date; a lone g is an era.
        if String(rest.prefix(6)).lowercased() == "eneral" { rest = rest.dropFirst(6) }
      default: letters.insert(Character(sign.lowercased()))
      }
    }
    self = SheetNumberForm(letters, isElapsed: isElapsed)
  }

  private init(_ letters: Set<Character>, isElapsed: Bool) {
    let hasTime = !letters.isDisjoint(with: ["h", "s"])
    let hasDay = letters.contains("d")
    let hasYear = !letters.isDisjoint(with: ["y", "e"]) && letters.isDisjoint(with: ["0", "#", "?"])
    switch (hasYear || hasDay, hasTime) {
    case _ where isElapsed: self = .duration
    case (true, true): self = .dateAndTime
    case (true, false): self = .date(hasDay ? .day : letters.contains("m") ? .month : .year)
    case (false, true): self = .time
    case (false, false) where letters.contains("%"): self = .percentage
    case (false, false): self = letters.contains("m") && letters.isDisjoint(with: ["0", "#"]) ? .date(.month) : .plain
    }
  }
}

/// The styles of a workbook, as far as they say that a number is a date.
struct SheetStyles {
  /// By the number that a cell gives.
  private(set) var forms: [SheetNumberForm] = []

  init() {}

  init(_ source: ByteSource) throws {
    var reader = MarkupReader(source)
    let names = SheetNames(reader)
    let (number, code, format) = (reader.id(of: "numFmtId"), reader.id(of: "formatCode"), reader.id(of: "numFmtId"))
    var own: [Int: SheetNumberForm] = [:]
    var isInCells = false
    loop: while true {
      switch try reader.next() {
      case .start(let id):
        switch names.word(id) {
        case .numFmt:
          guard let number = reader.value(of: number)?.number, let code = reader.value(of: code) else { continue }
          own[number] = SheetNumberForm(code: code.text)
        case .cellXfs: isInCells = true
        case .xf where isInCells:
          let number = reader.value(of: format)?.number
          forms.append(number.map { own[$0] ?? SheetNumberForm(builtIn: $0) } ?? .plain)
        case _: continue
        }
      case .end(let id): if names.word(id) == .cellXfs { isInCells = false }
      case .text: continue
      case .finished: break loop
      }
    }
  }

  func form(_ style: Int) -> SheetNumberForm { forms.indices.contains(style) ? forms[style] : .plain }
}

/// From when a workbook counts its days.
enum SheetCalendar {
  /// Day 1 is 1900-01-01, and day 60 is 29 February 1900, which never was.
  case from1900
  /// Day 0 is 1904-01-01.
  case from1904

  private static let day1900 = CalendarDate(year: 1899, month: 12, day: 30)?.dayNumber
  private static let day1904 = CalendarDate(year: 1904, month: 1, day: 1)?.dayNumber

  /// - Returns: nil for a number of no day.
  func text(of serial: Double, _ form: SheetNumberForm) -> String? {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    // Whole seconds, so that the last digit of a double does not make another day.
    let total = Int((serial * 86_400).rounded())
    let (day, seconds) = (Int32(total / 86_400), total % 86_400)
    switch form {
    case .plain, .percentage: return nil
    case .duration: return "PT\(Int(day) * 24 + seconds / 3600)H\(seconds / 60 % 60)M\(seconds % 60)S"
    case .time where day == 0: return SheetCalendar.clock(seconds)
    case .date(.year): return date(day).map { String($0.description.prefix(4)) }
    case .date(.month): return date(day).map { String($0.description.prefix(7)) }
    case .date(.day), .time, .dateAndTime:
      guard let date = date(day) else { return nil }
      return seconds == 0 ? date.description : "\(date)T\(SheetCalendar.clock(seconds))"
    }
  }

  private func date(_ day: Int32) -> CalendarDate? {
    switch self {
    case .from1904: return SheetCalendar.day1904.map { CalendarDate(dayNumber: $0 + day) }
    case .from1900:
      guard day != 60, day > 0 else { return nil }
      return SheetCalendar.day1900.map { CalendarDate(dayNumber: $0 + day + (day < 60 ? 1 : 0)) }
    }
  }

  private static func clock(_ seconds: Int) -> String {
    [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}
