/// The difference of two shares from independent samples, with the interval of R. G. Newcombe, "Interval estimation for the
/// difference between independent proportions: comparison of eleven methods", Statistics in Medicine 17 (1998), method 10.
package struct ShareDifference: Hashable, Sendable {
  /// -1 to 1.
  package let value: Double
  package let low: Double
  package let high: Double

  /// d − √((p₁ − l₁)² + (u₂ − p₂)²) to d + √((u₁ − p₁)² + (p₂ − l₂)²), with d = p₁ − p₂ and l, u the ends of Wilson's intervals.
  ///
  /// - Parameters:
  ///   - one: a share and its interval.
  ///   - other: the share that is subtracted, and its interval.
  package init(_ one: Double, _ oneInterval: ClosedRange<Double>, less other: Double, _ interval: ClosedRange<Double>) {
    value = one - other
    let below = one - oneInterval.lowerBound
    let above = oneInterval.upperBound - one
    let otherBelow = other - interval.lowerBound
    let otherAbove = interval.upperBound - other
    low = max(-1, value - (below * below + otherAbove * otherAbove).squareRoot())
    high = min(1, value + (above * above + otherBelow * otherBelow).squareRoot())
  }
}
