package import MilepostModel

/// How sure the figures of a wave are.
package struct SurveyPrecision: Sendable {
  private let sampling: Survey.Sampling
  /// Those whom the survey speaks for.
  private let population: Int?
  /// (N − n) / (N − 1) for a random sample of n from N, W. G. Cochran, Sampling Techniques (1977), section 2.6; else 1.
  private let correction: Double

  package init(_ sampling: Survey.Sampling, population: Int?, respondents: Int?) {
    self.sampling = sampling
    self.population = population
    if sampling == .random, let population, let respondents, population > 1, (0...population).contains(respondents) {
      correction = Double(population - respondents) / Double(population - 1)
    } else {
      correction = 1
    }
  }

  /// A share, 0 to 1, with Wilson's interval. A census has no sampling error.
  ///
  /// - Parameter count: the effective number of answers; nil: not known.
  package func share(_ share: Double, of count: Double?, bounds: ClosedRange<Double>? = nil) -> SurveyEstimate {
    let value = min(1, max(0, share))
    return SurveyEstimate(value: value, interval: interval(value, of: count), bounds: bounds)
  }

  private func interval(_ share: Double, of count: Double?) -> ClosedRange<Double>? {
    guard let count, sampling != .census else { return nil }
    guard correction > 0 else { return share...share }
    guard let wilson = WilsonInterval(share: share, of: count / correction) else { return nil }
    // Rounding may leave a share of all just beyond its interval.
    return min(wilson.low, share)...max(wilson.high, share)
  }

  /// The share if all who did not answer had given other answers, and if all had given this one.
  ///
  /// c / N to (c + N − n) / N: C. F. Manski, Partial Identification of Probability Distributions (2003), section 1.1.
  ///
  /// - Parameters:
  ///   - base: how many answered.
  ///   - others: how many of the population the question does not concern.
  package func bounds(_ count: Int, of base: Int, without others: Int) -> ClosedRange<Double>? {
    guard sampling != .random, let population else { return nil }
    let concerned = population - others
    guard concerned > 0, base <= concerned, count <= base else { return nil }
    return (Double(count) / Double(concerned))...(Double(count + concerned - base) / Double(concerned))
  }

  /// m ± t s / √n, with Student's t of one degree of freedom less than there are answers.
  ///
  /// - Parameter effective: the number of answers that the weights leave them worth.
  package func mean(
    _ mean: Double, deviation: Double?, of count: Int, effective: Double
  ) -> SurveyEstimate {
    guard let deviation, sampling != .census, count > 1 else { return SurveyEstimate(value: mean, interval: nil) }
    let t = StudentDistribution(degreesOfFreedom: count - 1).quantile(0.975)
    let half = t * deviation * (correction / effective).squareRoot()
    return SurveyEstimate(value: mean, interval: (mean - half)...(mean + half))
  }

  /// The difference of two shares of one sample: d ± z √((a + b − d²) / n), A. J. Scott and G. A. F. Seber, "Difference of
  /// proportions from the same survey", The American Statistician 37 (1983).
  package func net(agree: Double, disagree: Double, of count: Double?) -> SurveyEstimate {
    let net = agree - disagree
    guard let count, count > 0, sampling != .census else { return SurveyEstimate(value: net, interval: nil) }
    let variance = max(0, agree + disagree - net * net) * correction / count
    let half = NormalDistribution.quantile(0.975) * variance.squareRoot()
    return SurveyEstimate(value: net, interval: max(-1, net - half)...min(1, net + half))
  }
}
