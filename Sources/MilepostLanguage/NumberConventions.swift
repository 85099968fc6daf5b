package import MilepostModel

/// How a language writes numbers.
///
/// Marks and patterns are those of CLDR 44 (numbers, latn), with three choices of our own: a true minus, a narrow
/// no-break space before the English percent sign (as ISO 80000-1 has it), and a narrow no-break space between thousands in
/// Spanish (Ortografía de la lengua española, 2010). Arabic is written with Western digits.
package struct NumberConventions: Hashable, Sendable {
  package let decimalMark: String
  package let thousandsMark: String
  /// The fewest digits before the point that are grouped.
  package let leastGroupedDigits: Int
  package let minus: String
  /// What stands between a number and the percent sign.
  package let beforePercent: String
  package let percentSign: String

  package init(_ language: LanguageTag) {
    func make(
      _ decimal: String, _ thousands: String, least: Int = 4, minus: String = "\u{2212}", before: String,
      sign: String = "%"
    ) -> NumberConventions {
      NumberConventions(
        decimalMark: decimal, thousandsMark: thousands, leastGroupedDigits: least, minus: minus, beforePercent: before,
        percentSign: sign)
    }
    switch language.primary {
    case "fr": self = make(",", "\u{202F}", before: "\u{202F}")
    case "es": self = make(",", "\u{202F}", least: 5, before: "\u{00A0}")
    case "ru": self = make(",", "\u{00A0}", before: "\u{00A0}")
    case "zh": self = make(".", ",", before: "")
    case "ar": self = make(".", ",", minus: "\u{200E}\u{2212}", before: "", sign: "\u{200E}%\u{200E}")
    default: self = make(".", ",", before: "\u{202F}")
    }
  }

  private init(
    decimalMark: String, thousandsMark: String, leastGroupedDigits: Int, minus: String, beforePercent: String,
    percentSign: String
  ) {
    self.decimalMark = decimalMark
    self.thousandsMark = thousandsMark
    self.leastGroupedDigits = leastGroupedDigits
    self.minus = minus
    self.beforePercent = beforePercent
    self.percentSign = percentSign
  }

  /// The number rounded half away from zero on its shortest decimal form; a zero has no sign.
  package func text(_ value: Double, decimals: Int) -> String {
    let decimal = ShortestDecimal(value).rounded(toDecimals: decimals)
    let whole = decimal.integerDigits
    var result: [UInt8] = []
    result.reserveCapacity(32)
    if decimal.isNegative { result.append(contentsOf: minus.utf8) }
    for (index, digit) in whole.enumerated() {
      let following = whole.count - index
      if index > 0, following % 3 == 0, whole.count >= leastGroupedDigits {
        result.append(contentsOf: thousandsMark.utf8)
      }
      result.append(UInt8(ascii: "0") + digit)
    }
    if decimals > 0 {
      result.append(contentsOf: decimalMark.utf8)
      for digit in decimal.fractionDigits(atLeast: decimals) { result.append(UInt8(ascii: "0") + digit) }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// A change: as `text`, with a plus before what is above zero once it is rounded.
  package func signed(_ value: Double, decimals: Int) -> String {
    let rounded = ShortestDecimal(value).rounded(toDecimals: decimals)
    let text = text(value, decimals: decimals)
    return rounded.digits.isEmpty || rounded.isNegative ? text : plus + text
  }

  /// Kept at the left of its number in Arabic, as the minus is.
  private var plus: String { minus.hasPrefix("\u{200E}") ? "\u{200E}+" : "+" }

  /// As `text`, without zeros at the end of the fraction.
  package func shortText(_ value: Double, atMostDecimals decimals: Int) -> String {
    let rounded = ShortestDecimal(value).rounded(toDecimals: decimals)
    return text(value, decimals: min(decimals, rounded.decimals))
  }

  /// A percentage, 0 to 100, with its sign.
  package func percent(_ value: Double, decimals: Int) -> String {
    text(value, decimals: decimals) + beforePercent + percentSign
  }

  /// Digits after the point, at least `decimals`, with which `value` does not print as `other`.
  ///
  /// A status is decided at full precision; a printed figure that would round onto its target gets more digits.
  /// - Returns: `decimals` when the two are equal, and at most nine more.
  package static func decimals(_ decimals: Int, keeping value: Double, apartFrom other: Double) -> Int {
    guard value != other else { return decimals }
    let one = ShortestDecimal(value)
    let two = ShortestDecimal(other)
    for count in decimals..<(decimals + 9) where one.rounded(toDecimals: count) != two.rounded(toDecimals: count) {
      return count
    }
    return decimals + 9
  }
}

extension LanguageTag {
  /// The language itself: `zh` of `zh-Hans`.
  package var primary: String {
    guard let dash = text.firstIndex(of: "-") else { return text.lowercased() }
    return text[..<dash].lowercased()
  }

  package var isRightToLeft: Bool {
    let letters = text.utf8.prefix { $0 != UInt8(ascii: "-") }
    guard letters.count == 2, let first = letters.first, let second = letters.last else { return false }
    let lower = UInt8(ascii: " ")
    switch (Unicode.Scalar(first | lower), Unicode.Scalar(second | lower)) {
    case ("a", "r"), ("f", "a"), ("h", "e"), ("u", "r"): return true
    default: return false
    }
  }
}
