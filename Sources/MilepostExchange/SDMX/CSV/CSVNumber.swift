extension SDMX {
  /// Reads most numbers from bytes; what it does not read is read as text.
  enum CSVNumber {
    /// Powers of ten that a `Double` holds exactly.
    private static let powers: [Double] = (0...22).map { place in (0..<place).reduce(1.0) { power, _ in power * 10 } }

    /// A number of at most 15 digits without exponent, so that nothing is lost.
    ///
    /// - Returns: nil when what begins at `start` is anything else.
    static func read(_ bytes: Span<UInt8>, from start: Int) -> (value: Double, end: Int)? {
      var index = start
      let isNegative = index < bytes.count && bytes[index] == UInt8(ascii: "-")
      if isNegative { index += 1 }
      var mantissa: UInt64 = 0
      var digits = 0
      var pointAt = -1
      while index < bytes.count {
        let digit = bytes[index] &- UInt8(ascii: "0")
        if digit < 10 {
          mantissa = mantissa &* 10 &+ UInt64(digit)
          digits += 1
        } else if bytes[index] == UInt8(ascii: "."), pointAt < 0 {
          pointAt = digits
        } else {
          break
        }
        index += 1
      }
      guard digits > 0, digits <= 15, pointAt != digits else { return nil }
      let magnitude = pointAt < 0 ? Double(mantissa) : Double(mantissa) / powers[digits - pointAt]
      return (isNegative ? -magnitude : magnitude, index)
    }
  }
}

extension String {
  /// `12,4` becomes `12.4`.
  mutating func replaceDecimalComma() {
    guard let comma = firstIndex(of: ","), lastIndex(of: ",") == comma, !contains(".") else { return }
    replaceSubrange(comma...comma, with: ".")
  }
}
