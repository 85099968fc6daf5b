import MilepostModel

/// The shortest decimal that reads back as the same number: 0.1 is `1` with its point before the digit.
package struct ShortestDecimal: Hashable, Sendable {
  package let isNegative: Bool
  /// Digits 0 to 9 without zeros at either end; empty for zero.
  package let digits: [UInt8]
  /// Places of the point to the right of the start of `digits`; may lie outside of them.
  package let pointPlace: Int

  private init(isNegative: Bool, digits: [UInt8], pointPlace: Int) {
    self.isNegative = isNegative
    self.digits = digits
    self.pointPlace = pointPlace
  }

  /// - Precondition: `value` is finite; the engine yields no other numbers.
  package init(_ value: Double) {
    precondition(value.isFinite, "a figure is a finite number")
    var digits: [UInt8] = []
    var pointPlace: Int?
    var exponent = 0
    var text = value.magnitude.description.utf8[...]
    if let mark = text.firstIndex(of: UInt8(ascii: "e")) {
      exponent = ShortestDecimal.integer(text[text.index(after: mark)...])
      text = text[..<mark]
    }
    for byte in text {
      if byte == UInt8(ascii: ".") { pointPlace = digits.count } else { digits.append(byte - UInt8(ascii: "0")) }
    }
    var place = (pointPlace ?? digits.count) + exponent
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    place -= zeros
    while digits.last == 0 { digits.removeLast() }
    self.init(isNegative: value < 0, digits: digits, pointPlace: digits.isEmpty ? 0 : place)
  }

  private static func integer(_ text: Substring.UTF8View) -> Int {
    var magnitude = 0
    for byte in text where byte.isDigit { magnitude = magnitude * 10 + Int(byte - UInt8(ascii: "0")) }
    return text.first == UInt8(ascii: "-") ? -magnitude : magnitude
  }

  /// Rounded half away from zero to so many places after the point.
  package func rounded(toDecimals decimals: Int) -> ShortestDecimal {
    let kept = pointPlace + decimals
    guard kept < digits.count else { return self }
    guard kept >= 0 else { return ShortestDecimal(isNegative: false, digits: [], pointPlace: 0) }
    var result = Array(digits[..<kept])
    var place = pointPlace
    if digits[kept] >= 5 {
      while result.last == 9 { result.removeLast() }
      if let last = result.last {
        result[result.count - 1] = last + 1
      } else {
        result = [1]
        place += 1
      }
    }
    while result.last == 0 { result.removeLast() }
    if result.isEmpty { return ShortestDecimal(isNegative: false, digits: [], pointPlace: 0) }
    return ShortestDecimal(isNegative: isNegative, digits: result, pointPlace: place)
  }

  /// Digits before the point, at least one.
  package var integerDigits: [UInt8] {
    guard pointPlace > 0 else { return [0] }
    return (0..<pointPlace).map { $0 < digits.count ? digits[$0] : 0 }
  }

  /// Digits after the point, filled with zeros up to `count`.
  package func fractionDigits(atLeast count: Int) -> [UInt8] {
    let length = max(count, digits.count - pointPlace)
    guard length > 0 else { return [] }
    return (pointPlace..<(pointPlace + length)).map { $0 >= 0 && $0 < digits.count ? digits[$0] : 0 }
  }

  /// Digits after the point that are needed to write the number exactly.
  package var decimals: Int { max(0, digits.count - pointPlace) }
}
