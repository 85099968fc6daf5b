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
  /// What follows a number that is a percentage: the sign and what stands before it.
  package let percentEnding: String

  package init(_ language: LanguageTag) {
    func make(
      _ decimal: String, _ thousands: String, least: Int = 4, minus: String = "\u{2212}", before: String,
      sign: String = "%"
    ) -> NumberConventions {
      NumberConventions(
        decimalMark: decimal, thousandsMark: thousands, leastGroupedDigits: least, minus: minus,
        percentEnding: before + sign)
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
    decimalMark: String, thousandsMark: String, leastGroupedDigits: Int, minus: String, percentEnding: String
  ) {
    self.decimalMark = decimalMark
    self.thousandsMark = thousandsMark
    self.leastGroupedDigits = leastGroupedDigits
    self.minus = minus
    self.percentEnding = percentEnding
  }

  /// The number rounded half away from zero on its shortest decimal form; a zero has no sign.
  package func text(_ value: Double, decimals: Int) -> String {
    let number = PrintedNumber(value, decimals: decimals)
    var result: [UInt8] = []
    result.reserveCapacity(32)
    if number.isNegative { result.append(minus) }
    switch number.form {
    case .units(let units):
      let (whole, fraction) = Int(units.magnitude).quotientAndRemainder(dividingBy: PrintedNumber.powersOfTen[decimals])
      append(grouped: whole, to: &result)
      if decimals > 0 {
        result.append(decimalMark)
        result.appendInteger(fraction, digits: decimals)
      }
    case .digits(let decimal): append(decimal, decimals: decimals, to: &result)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private func append(grouped whole: Int, to result: inout [UInt8]) {
    guard whole >= PrintedNumber.powersOfTen[leastGroupedDigits - 1] else { return result.appendInteger(whole) }
    func append(_ number: Int) {
      guard number >= 1000 else { return result.appendInteger(number) }
      append(number / 1000)
      result.append(thousandsMark)
      result.appendInteger(number % 1000, digits: 3)
    }
    append(whole)
  }

  private func append(_ decimal: ShortestDecimal, decimals: Int, to result: inout [UInt8]) {
    let whole = decimal.integerDigits
    for (index, digit) in whole.enumerated() {
      let following = whole.count - index
      if index > 0, following % 3 == 0, whole.count >= leastGroupedDigits {
        result.append(thousandsMark)
      }
      result.append(UInt8(ascii: "0") + digit)
    }
    guard decimals > 0 else { return }
    result.append(decimalMark)
    for digit in decimal.fractionDigits(atLeast: decimals) { result.append(UInt8(ascii: "0") + digit) }
  }

  /// A change: as `text`, with a plus before what is above zero once it is rounded.
  package func signed(_ value: Double, decimals: Int) -> String {
    let number = PrintedNumber(value, decimals: decimals)
    let text = text(value, decimals: decimals)
    return number.isZero || number.isNegative ? text : plus + text
  }

  /// Kept at the left of its number in Arabic, as the minus is.
  private var plus: String { minus.hasPrefix("\u{200E}") ? "\u{200E}+" : "+" }

  /// As `text`, without zeros at the end of the fraction.
  package func shortText(_ value: Double, atMostDecimals decimals: Int) -> String {
    text(value, decimals: PrintedNumber(value, decimals: decimals).neededDecimals)
  }

  /// A percentage, 0 to 100, with its sign.
  package func percent(_ value: Double, decimals: Int) -> String {
    text(value, decimals: decimals) + percentEnding
  }

  /// Digits after the point, at least `decimals`, with which `value` does not print as `other`.
  ///
  /// A status is decided at full precision; a printed figure that would round onto its target gets more digits.
  /// - Returns: `decimals` when the two are equal, and at most nine more.
  package static func decimals(_ decimals: Int, keeping value: Double, apartFrom other: Double) -> Int {
    guard value != other else { return decimals }
    let enough = (decimals..<decimals + 9).first { count in
      PrintedNumber(value, decimals: count) != PrintedNumber(other, decimals: count)
    }
    return enough ?? decimals + 9
  }
}

extension LanguageTag {
  /// The language itself: `zh` of `zh-Hans`.
  package var primary: String {
    // Asked for with every date, so that it looks at bytes and not at characters.
    let letters = text.utf8.prefix { $0 != UInt8(ascii: "-") }
    return String(Substring(letters)).lowercased()
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
