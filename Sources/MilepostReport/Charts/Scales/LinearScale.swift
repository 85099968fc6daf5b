/// A straight map from values to places on the page.
struct LinearScale: Hashable, Sendable {
  let domain: ClosedRange<Double>
  /// Where the ends of the domain lie; the first may be the greater.
  let start: Double
  let end: Double

  func callAsFunction(_ value: Double) -> Double {
    let length = domain.upperBound - domain.lowerBound
    guard length > 0 else { return (start + end) / 2 }
    return start + (value - domain.lowerBound) / length * (end - start)
  }

  /// Round steps from fine to coarse around the length of a domain.
  private static func steps(around length: Double) -> [Double] {
    var power = 1e-9
    while power * 10 < length { power *= 10 }
    return [0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5, 1, 2, 2.5, 5, 10, 20].map { $0 * power }
  }

  /// At most `count` round values in the domain, one step apart.
  static func ticks(in domain: ClosedRange<Double>, atMost count: Int) -> [Double] {
    for step in steps(around: domain.upperBound - domain.lowerBound) {
      let first = (domain.lowerBound / step - 1e-9).rounded(.up)
      let last = (domain.upperBound / step + 1e-9).rounded(.down)
      if last - first + 1 <= Double(count) {
        return stride(from: first, through: last, by: 1).map { $0 * step }
      }
    }
    return [domain.lowerBound, domain.upperBound]
  }

  /// A domain that holds all values and ends at ticks, of which it has at most `count`; begins at zero unless the values
  /// keep far from it, and then leaves room between the least value and the axis.
  static func domain(holding values: [Double], atMostTicks count: Int) -> ClosedRange<Double> {
    guard let least = values.min(), let most = values.max() else { return 0...1 }
    let startsAtZero = least >= 0 && least < 0.6 * most
    let span = most > least ? most - least : max(1, least.magnitude * 0.1)
    let below = least - 0.06 * span
    let low = startsAtZero ? 0 : least >= 0 ? max(0, below) : below
    let high = most > least || startsAtZero ? max(most, low + 1e-9) : most + 0.5 * span
    for step in steps(around: high - low) {
      let first = (low / step + 1e-9).rounded(.down)
      let last = (high / step - 1e-9).rounded(.up)
      if last - first + 1 <= Double(count) { return (first * step)...(last * step) }
    }
    return low...high
  }
}
