/// The interval of a share in a sample after E. B. Wilson, "Probable inference, the law of succession, and statistical
/// inference", Journal of the American Statistical Association 22 (1927).
package struct WilsonInterval: Hashable, Sendable {
  /// Shares, 0 to 1.
  package let low: Double
  package let high: Double

  /// - Parameter level: nominal coverage, 0 to 1.
  /// - Returns: nil when nobody answered.
  package init?(successes: Int, of count: Int, level: Double = 0.95) {
    guard count > 0, (0...count).contains(successes) else { return nil }
    self.init(share: Double(successes) / Double(count), of: Double(count), level: level)
  }

  /// (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n)
  ///
  /// - Parameters:
  ///   - n: the effective number of answers, which weights make smaller and a small population larger.
  ///   - level: nominal coverage, 0 to 1.
  /// - Returns: nil when nobody answered.
  package init?(share: Double, of n: Double, level: Double = 0.95) {
    guard n > 0, (0...1).contains(share) else { return nil }
    let z = NormalDistribution.quantile(0.5 + level / 2)
    let square = z * z
    let centre = share + square / (2 * n)
    let width = z * (share * (1 - share) / n + square / (4 * n * n)).squareRoot()
    let divisor = 1 + square / n
    low = max(0, (centre - width) / divisor)
    high = min(1, (centre + width) / divisor)
  }
}
