#if canImport(Glibc)
  import Glibc
#endif

/// Student's t distribution.
///
/// Source: the regularised incomplete beta function by its continued fraction (NIST Digital Library of Mathematical
/// Functions, 8.17.22), evaluated by Lentz's method. Absolute error of the distribution function below 1e-13 for the
/// degrees of freedom that occur here (1 to some hundreds).
package struct StudentDistribution: Hashable, Sendable {
  package let degreesOfFreedom: Double

  /// - Precondition: at least one degree of freedom.
  package init(degreesOfFreedom: Int) {
    precondition(degreesOfFreedom >= 1, "Student's distribution needs a degree of freedom")
    self.degreesOfFreedom = Double(degreesOfFreedom)
  }

  /// Probability of a value up to `t`; infinities are allowed.
  package func cumulative(_ t: Double) -> Double {
    if t.isInfinite { return t < 0 ? 0 : 1 }
    let tail = upperTail(abs(t))
    return t > 0 ? 1 - tail : tail
  }

  /// Probability of a value above `t`, for t ≥ 0; keeps its precision where it is small.
  private func upperTail(_ t: Double) -> Double {
    let square = t * t
    return incompleteBeta(
      degreesOfFreedom / 2, 0.5, x: degreesOfFreedom / (degreesOfFreedom + square),
      complement: square / (degreesOfFreedom + square)) / 2
  }

  /// The t below which the share `probability` of values lies.
  ///
  /// Newton's steps kept inside a bracket that is halved when a step leaves it.
  package func quantile(_ probability: Double) -> Double {
    if probability <= 0 { return -.infinity }
    if probability >= 1 { return .infinity }
    if probability == 0.5 { return 0 }
    let tail = min(probability, 1 - probability)
    var low = 0.0
    var high = 1.0
    while upperTail(high) > tail {
      low = high
      high *= 2
    }
    var t = (low + high) / 2
    for _ in 0..<200 {
      let excess = upperTail(t) - tail
      if excess > 0 { low = t } else { high = t }
      var next = t + excess / density(t)
      if !(next > low && next < high) { next = (low + high) / 2 }
      let step = abs(next - t)
      t = next
      if step <= 1e-15 * t { break }
    }
    return probability < 0.5 ? -t : t
  }

  private func density(_ t: Double) -> Double {
    let logarithm =
      logGamma((degreesOfFreedom + 1) / 2) - logGamma(degreesOfFreedom / 2)
      - 0.5 * log(degreesOfFreedom * Double.pi) - (degreesOfFreedom + 1) / 2 * log1p(t * t / degreesOfFreedom)
    return exp(logarithm)
  }
}

/// ln Γ(x) for x > 0.
private func logGamma(_ x: Double) -> Double {
  var sign: Int32 = 1
  return lgamma_r(x, &sign)
}

/// The regularised incomplete beta function I_x(a, b); `complement` is 1 − x, given apart so that it keeps its digits.
private func incompleteBeta(_ a: Double, _ b: Double, x: Double, complement: Double) -> Double {
  if x <= 0 { return 0 }
  if complement <= 0 { return 1 }
  let front = exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log(complement))
  if x < (a + 1) / (a + b + 2) { return front * betaFraction(a, b, x) / a }
  return 1 - front * betaFraction(b, a, complement) / b
}

private func betaFraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
  let smallest = 1e-300
  func kept(_ value: Double) -> Double { abs(value) < smallest ? smallest : value }
  var c = 1.0
  var d = 1 / kept(1 - (a + b) * x / (a + 1))
  var result = d
  for step in 1...500 {
    let m = Double(step)
    let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / kept(1 + even * d)
    c = kept(1 + even / c)
    result *= d * c
    let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / kept(1 + odd * d)
    c = kept(1 + odd / c)
    let factor = d * c
    result *= factor
    if abs(factor - 1) < 1e-16 { break }
  }
  return result
}
