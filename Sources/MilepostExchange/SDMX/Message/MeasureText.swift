import MilepostLanguage
import MilepostModel

extension SDMX.MeasureValue {
  /// What a text of a message stands for: a number where that loses nothing.
  package init(written text: String) {
    switch text {
    case "": self = .absent
    case "NaN": self = .notANumber
    case "INF": self = .number(.infinity)
    case "-INF": self = .number(-.infinity)
    default:
      guard let decimal = WrittenDecimal(text.utf8), let number = Double(text), number.isFinite,
        decimal == WrittenDecimal(number)
      else {
        self = .text(text)
        return
      }
      self = .number(number)
    }
  }

  /// Whether a text is a number, though perhaps not one that a `Double` keeps.
  package static func isNumber(_ text: String) -> Bool {
    ["NaN", "INF", "-INF"].contains(text) || WrittenDecimal(text.utf8) != nil
  }
}

/// The value of a decimal as written, without regard to zeros that mean nothing.
private struct WrittenDecimal: Equatable {
  var isNegative = false
  var digits: [UInt8] = []
  var pointPlace = 0

  init(_ number: Double) {
    let decimal = ShortestDecimal(number)
    isNegative = decimal.isNegative
    digits = decimal.digits
    pointPlace = decimal.pointPlace
  }

  /// `[+-]?(digits[.digits]|.digits)([eE][+-]?digits)?`, as XML Schema has it.
  init?(_ text: String.UTF8View) {
    var rest = text[...]
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      rest.removeFirst()
    }
    let whole = rest.prefix(while: \.isDigit)
    rest = rest.dropFirst(whole.count)
    var fraction = rest.prefix(0)
    if rest.first == UInt8(ascii: ".") {
      fraction = rest.dropFirst().prefix(while: \.isDigit)
      rest = rest.dropFirst(1 + fraction.count)
    }
    guard !whole.isEmpty || !fraction.isEmpty, let exponent = WrittenDecimal.exponent(rest) else { return nil }
    let all = (Array(whole) + Array(fraction)).map { $0 - UInt8(ascii: "0") }
    let zeros = all.prefix { $0 == 0 }.count
    digits = Array(all.dropFirst(zeros))
    while digits.last == 0 { digits.removeLast() }
    pointPlace = digits.isEmpty ? 0 : whole.count - zeros + exponent
    if digits.isEmpty { isNegative = false }
  }

  private static func exponent(_ text: Substring.UTF8View) -> Int? {
    guard let mark = text.first else { return 0 }
    guard mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") else { return nil }
    var digits = text.dropFirst()
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative || digits.first == UInt8(ascii: "+") { digits.removeFirst() }
    guard !digits.isEmpty, digits.count <= 6, digits.allSatisfy(\.isDigit) else { return nil }
    let magnitude = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return isNegative ? -magnitude : magnitude
  }
}
