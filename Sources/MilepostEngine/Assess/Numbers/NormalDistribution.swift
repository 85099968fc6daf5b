#if canImport(Glibc)
  import Glibc
#endif

/// The standard normal distribution.
package enum NormalDistribution {
  /// Probability of a value up to `z`.
  package static func cumulative(_ z: Double) -> Double { 0.5 * erfc(-z / 2.0.squareRoot()) }

  /// The z below which the share `probability` of values lies; Newton's steps inside a bracket.
  package static func quantile(_ probability: Double) -> Double {
    if probability <= 0 { return -.infinity }
    if probability >= 1 { return .infinity }
    if probability == 0.5 { return 0 }
    let tail = min(probability, 1 - probability)
    var low = 0.0
    var high = 40.0
    var z = 1.0
    for _ in 0..<200 {
      let excess = cumulative(-z) - tail
      if excess > 0 { low = z } else { high = z }
      var next = z + excess / (exp(-z * z / 2) / (2 * Double.pi).squareRoot())
      if !(next > low && next < high) { next = (low + high) / 2 }
      let step = abs(next - z)
      z = next
      if step <= 1e-15 * z { break }
    }
    return probability < 0.5 ? -z : z
  }
}
