/// What a number counts, and in which steps.
///
/// Adding values of different units is an error; see the unit rules of the expression language.
package struct UnitOfMeasure: Hashable, Sendable, CustomStringConvertible {
  /// `percent`, `persons`, `subscriptions`, `per 100 inhabitants`, `tonnes`, ...; the author's word, compared exactly.
  package let measure: String
  /// Power of ten: 6 when the values are in millions.
  package let multiplier: Int
  /// ISO 4217, for money.
  package let currency: String?
  /// The year of constant prices; nil for current prices and for what is not money.
  package let priceBase: Int?
  /// Converted at purchasing power parity.
  package let isPurchasingPowerParity: Bool

  package init(
    _ measure: String, multiplier: Int = 0, currency: String? = nil, priceBase: Int? = nil,
    isPurchasingPowerParity: Bool = false
  ) {
    self.measure = measure
    self.multiplier = multiplier
    self.currency = currency
    self.priceBase = priceBase
    self.isPurchasingPowerParity = isPurchasingPowerParity
  }

  package static let percent = UnitOfMeasure("percent")
  package static let percentagePoints = UnitOfMeasure("percentage points")
  package static let ratio = UnitOfMeasure("ratio")
  package static let yesNo = UnitOfMeasure("yes-no")

  package var isPercent: Bool { measure == "percent" && multiplier == 0 }

  /// The same counted in ones.
  package var withoutMultiplier: UnitOfMeasure {
    UnitOfMeasure(
      measure, currency: currency, priceBase: priceBase, isPurchasingPowerParity: isPurchasingPowerParity)
  }

  package var description: String {
    var text = measure
    if let currency { text += " \(currency)" }
    if isPurchasingPowerParity { text += " PPP" }
    if let priceBase { text += " at \(priceBase) prices" }
    return multiplier == 0 ? text : "\(text) ×10^\(multiplier)"
  }
}
