/// A number as an author asserts it in a text, with what its digits and the words around it leave open: `over 53 per cent`.
package struct StatedNumber: Hashable, Sendable {
  /// What the number is said to count, as far as the words beside it say so.
  package enum Measure: Hashable, Sendable {
    case percent
    case percentagePoints
    /// A part of a whole, 0 to 1: `two thirds`, `one in five`.
    case fraction
    /// How many times as much: `doubled` is 2, `halved` is 0.5.
    case multiple
    /// By its ISO 4217 code.
    case currency(String)
  }

  /// As it stands in the text, without the blanks around it.
  package let text: String
  /// The number itself, times its scale word: 4.1e9 for `4.1 billion`.
  package let value: Double
  /// The least and the greatest number that the words allow.
  package let bounds: ClosedRange<Double>
  /// Whether the least is itself too small: `over 53` does not hold for 53.
  package let excludesLower: Bool
  package let excludesUpper: Bool
  /// nil where the words do not say.
  package let measure: Measure?

  package init(
    _ text: String, _ value: Double, bounds: ClosedRange<Double>, excludesLower: Bool = false,
    excludesUpper: Bool = false, measure: Measure? = nil
  ) {
    self.text = text
    self.value = value
    self.bounds = bounds
    self.excludesLower = excludesLower
    self.excludesUpper = excludesUpper
    self.measure = measure
  }

  /// Whether the words hold for a value, in the unit in which they are written.
  ///
  /// What sums and quotients lose in their last binary digits decides nothing: 1e-9 of the value is forgiven where a bound
  /// is included, and is not enough where it is not.
  package func admits(_ number: Double) -> Bool {
    let slack = 1e-9 * max(number.magnitude, value.magnitude, 1e-6)
    let isAbove = excludesLower ? number > bounds.lowerBound + slack : number >= bounds.lowerBound - slack
    let isBelow = excludesUpper ? number < bounds.upperBound - slack : number <= bounds.upperBound + slack
    return isAbove && isBelow
  }
}

/// A number, date or code that stands in a text without being bound to data.
package struct WrittenNumeral: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// A quantity: what should be bound.
    case number
    /// A year, day, month, range of years or time of day.
    case date
    /// A day that no calendar has, or whose day of the week is another: `31 April 2020`. With what is wrong.
    case impossibleDate(String)
    /// `4th`, `21st`, `XXIe`.
    case ordinal
    /// Part of a name or code: `5G`, `WRC-19`, `C20/35`, `Resolution 71`, `section 3.1`, `Y.4101`.
    case code
  }

  package let text: String
  package let kind: Kind
  /// In Unicode scalars of the text that was searched.
  package let range: Range<Int>

  package init(_ text: String, _ kind: Kind, range: Range<Int>) {
    self.text = text
    self.kind = kind
    self.range = range
  }
}
