/// Values in a few steps of colour: five of blue from the lowest to the highest; where some are negative, orange below zero
/// and blue above it, in three steps each, by their distance from zero.
struct ToneScale: Hashable, Sendable {
  private let low: Double
  private let high: Double

  var hasSides: Bool { low < 0 }

  init(_ values: [Double]) {
    low = values.min() ?? 0
    high = values.max() ?? 0
  }

  func callAsFunction(_ value: Double) -> Tone {
    guard hasSides else {
      guard high > low else { return .blue(3) }
      return .blue(1 + min(4, Int((value - low) / (high - low) * 5)))
    }
    let reach = max(-low, high)
    let step = 1 + min(2, Int(value.magnitude / reach * 3))
    if value == 0 { return .neutral }
    return value < 0 ? .orange(step) : .blue([1, 3, 5][step - 1])
  }
}
