import MilepostModel

/// Digits with their sign, exactly as written.
struct WrittenDigits: Hashable {
  /// With a point and without other signs.
  private let plain: String
  private let decimals: Int
  /// Zeros at the end of a whole number.
  private let zeros: Int

  /// More digits than this are no figure.
  static let mostDigits = 30

  /// Of ASCII digits only.
  ///
  /// - Returns: nil when there are none before the point, or too many.
  init?(isNegative: Bool = false, whole: String, fraction: String? = nil) {
    let after = if let fraction { fraction } else { "" }
    guard !whole.isEmpty, fraction?.isEmpty != true, whole.utf8.count + after.utf8.count <= WrittenDigits.mostDigits,
      whole.utf8.allSatisfy(\.isDigit), after.utf8.allSatisfy(\.isDigit)
    else { return nil }
    decimals = after.utf8.count
    let tail = whole.utf8.reversed().prefix { $0 == UInt8(ascii: "0") }.count
    zeros = decimals > 0 || tail == whole.utf8.count ? 0 : tail
    plain = (isNegative ? "-" : "") + whole + (after.isEmpty ? "" : "." + after)
  }

  /// A whole number that was written in words.
  init(_ number: Int) {
    decimals = 0
    plain = String(number)
    let tail = plain.utf8.reversed().prefix { $0 == UInt8(ascii: "0") }.count
    zeros = number == 0 ? 0 : tail
  }

  var isWhole: Bool { decimals == 0 }

  /// The number as it stands, where it is whole and small.
  var whole: Int? { isWhole && plain.utf8.count <= 9 ? Int(plain) : nil }

  func value(times power: Int = 0) -> Double { Double("\(plain)e\(power)") ?? .infinity }

  /// The unit of the last digit, in a whole number of the last one that is not zero: 100 in 900.
  func step(times power: Int = 0) -> Double { Double("1e\(power + zeros - decimals)") ?? .infinity }

  /// The unit of the last digit: 1 in 900.
  func unit(times power: Int = 0) -> Double { Double("1e\(power - decimals)") ?? .infinity }
}
