#if canImport(Glibc)
  import Glibc
#endif

/// Compound annual growth rate from `base` to `value` over `years`: (value/base)^(1/years) − 1.
///
/// - Returns: nil where that power is not a finite real number.
package func compoundGrowth(from base: Double, to value: Double, years: Double) -> Double? {
  guard base != 0, years != 0 else { return nil }
  let rate = pow(value / base, 1 / years) - 1
  return rate.isFinite ? rate : nil
}
