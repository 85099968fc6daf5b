import MilepostLanguage

extension MarkupBytes {
  /// Powers of ten that a `Double` holds exactly.
  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// What a measure says: a number where that loses nothing.
  var measure: SDMX.MeasureValue { plainNumber.map { .number($0) } ?? writtenMeasure }

  /// A number of at most fifteen digits without exponent; nil for anything else.
  private var plainNumber: Double? {
    guard count <= 17, let first = bytes.first else { return nil }
    let isNegative = first == UInt8(ascii: "-")
    var mantissa: UInt64 = 0
    var digits = 0
    var point: Int?
    for byte in bytes.dropFirst(isNegative ? 1 : 0) {
      let digit = byte &- UInt8(ascii: "0")
      if digit < 10 {
        mantissa = mantissa &* 10 &+ UInt64(digit)
        digits += 1
      } else if byte == UInt8(ascii: "."), point == nil {
        point = digits
      } else {
        return nil
      }
    }
    guard digits > 0, digits <= 15, point != digits else { return nil }
    let magnitude = Double(mantissa) / MarkupBytes.powers[point.map { digits - $0 } ?? 0]
    return isNegative ? -magnitude : magnitude
  }

  private var writtenMeasure: SDMX.MeasureValue {
    let text = text
    switch text {
    case "": return .absent
    case "NaN": return .notANumber
    case "INF": return .number(.infinity)
    case "-INF": return .number(-.infinity)
    default:
      let isDecimal = text.utf8.allSatisfy { (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }
      guard isDecimal, let number = Double(text), number.isFinite else { return .text(text) }
      // Fifteen significant digits are always kept; more only where they are those of the number itself.
      let mantissa = text.utf8.prefix { $0 != UInt8(ascii: "e") && $0 != UInt8(ascii: "E") }
      let digits = mantissa.filter { $0 >= UInt8(ascii: "0") }.drop { $0 == UInt8(ascii: "0") }
      if digits.count <= 15, number.isNormal || digits.isEmpty { return .number(number) }
      var written: [UInt8] = []
      written.appendNumber(number)
      return written.elementsEqual(text.utf8) ? .number(number) : .text(text)
    }
  }
}
