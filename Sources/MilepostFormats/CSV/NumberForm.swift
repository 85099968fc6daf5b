import MilepostModel

/// How numbers are written in a file, and the exact reading of them.
struct NumberForm {
  enum Reading: Equatable {
    case number(Double)
    /// Too large for a number, or so small that it would become 0.
    case outOfRange
    case notANumber
  }

  let decimal: UInt8
  /// UTF-8 of the sign between groups of three digits; empty: there is none.
  let thousands: [UInt8]

  init(_ layout: DataLayout) {
    decimal = layout.decimal.rawValue
    thousands = layout.thousands.map { Array($0.value.utf8) } ?? []
  }

  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
  ]

  /// The double nearest to the decimal number that the bytes spell; ties to even, independent of locale.
  ///
  /// Sign, digits with at most one decimal sign, exponent. Thousands signs only where the sidecar declares one, and
  /// then between groups of exactly three digits.
  func read(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Reading {
    var offset = range.lowerBound
    let end = range.upperBound
    var isNegative = false
    if offset < end, bytes[offset] == UInt8(ascii: "-") || bytes[offset] == UInt8(ascii: "+") {
      isNegative = bytes[offset] == UInt8(ascii: "-")
      offset += 1
    }
    var mantissa: UInt64 = 0
    var digits = 0
    var fraction = 0
    var isInFraction = false
    while offset < end {
      let digit = bytes[offset] &- UInt8(ascii: "0")
      if digit < 10 {
        mantissa = mantissa &* 10 &+ UInt64(digit)
        digits += 1
        if isInFraction { fraction += 1 }
      } else if bytes[offset] == decimal, !isInFraction {
        isInFraction = true
      } else {
        break
      }
      offset += 1
    }
    // Nineteen digits always fit in 64 bits.
    if offset == end, digits > 0, digits <= 19, mantissa <= 1 << 53, fraction <= 22 {
      let value = Double(mantissa) / NumberForm.powersOfTen[fraction]
      return .number(isNegative && mantissa != 0 ? -value : value)
    }
    return readSlowly(bytes, range)
  }

  private func readSlowly(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Reading {
    guard range.count <= 400, let plain = plainText(bytes, range) else { return .notANumber }
    // The standard library's conversion is correctly rounded and knows no locale.
    guard let value = Double(plain) else { return .notANumber }
    let hasDigit = plain.utf8.prefix { $0 != UInt8(ascii: "e") }.contains { $0.isDigit && $0 != UInt8(ascii: "0") }
    guard value.canBeAFigure, value != 0 || !hasDigit else { return .outOfRange }
    return .number(value == 0 ? 0 : value)
  }

  /// The number with a point and without thousands signs; nil when it does not have the form of one.
  private func plainText(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String? {
    var scanner = NumberScanner(offset: range.lowerBound, end: range.upperBound)
    scanner.copySign(bytes)
    let hasInteger = scanner.copyInteger(bytes, thousands: thousands)
    var hasFraction = false
    if scanner.offset < scanner.end, bytes[scanner.offset] == decimal {
      scanner.copyPoint()
      hasFraction = scanner.copyDigits(bytes)
    }
    guard hasInteger || hasFraction else { return nil }
    guard scanner.copyExponent(bytes), scanner.offset == scanner.end else { return nil }
    return String(decoding: scanner.plain, as: UTF8.self)
  }
}

/// Copies the parts of a written number into the form that the standard library reads.
private struct NumberScanner {
  var offset: Int
  let end: Int
  var plain: [UInt8] = []

  init(offset: Int, end: Int) {
    self.offset = offset
    self.end = end
  }

  mutating func copySign(_ bytes: Span<UInt8>) {
    guard offset < end, bytes[offset] == UInt8(ascii: "-") || bytes[offset] == UInt8(ascii: "+") else { return }
    plain.append(bytes[offset])
    offset += 1
  }

  mutating func copyPoint() {
    if plain.last?.isDigit != true { plain.append(UInt8(ascii: "0")) }
    plain.append(UInt8(ascii: "."))
    offset += 1
  }

  /// - Returns: Whether there was a digit.
  mutating func copyDigits(_ bytes: Span<UInt8>) -> Bool {
    let start = offset
    while offset < end, bytes[offset].isDigit {
      plain.append(bytes[offset])
      offset += 1
    }
    if offset == start, plain.last == UInt8(ascii: ".") { plain.append(UInt8(ascii: "0")) }
    return offset > start
  }

  /// Digits, or groups of three after one to three digits.
  mutating func copyInteger(_ bytes: Span<UInt8>, thousands: [UInt8]) -> Bool {
    let start = offset
    guard copyDigits(bytes) else { return false }
    guard !thousands.isEmpty, offset - start <= 3 else { return true }
    while offset + thousands.count + 3 <= end, thousands.indices.allSatisfy({ bytes[offset + $0] == thousands[$0] }) {
      let group = offset + thousands.count
      guard (group..<(group + 3)).allSatisfy({ bytes[$0].isDigit }) else { return true }
      guard group + 3 == end || !bytes[group + 3].isDigit else { return true }
      offset = group
      _ = copyDigits(bytes)
    }
    return true
  }

  /// - Returns: False when an `e` stands there and no exponent follows.
  mutating func copyExponent(_ bytes: Span<UInt8>) -> Bool {
    guard offset < end, bytes[offset] | 0x20 == UInt8(ascii: "e") else { return true }
    plain.append(UInt8(ascii: "e"))
    offset += 1
    copySign(bytes)
    return copyDigits(bytes)
  }
}
