import MilepostModel

#if canImport(Glibc)
  import Glibc
#endif

/// A trend that can be carried on, with its uncertainty, on its scale.
package struct Forecast: Hashable, Sendable {
  package let value: Double
  package let standardError: Double
  package let degreesOfFreedom: Int

  /// Half the width of the interval that holds `level` of what may come.
  func halfWidth(_ level: Double) -> Double {
    standardError * StudentDistribution(degreesOfFreedom: degreesOfFreedom).quantile(0.5 + level / 2)
  }

  /// Probability of ending at or beyond `goal`: above it with sign 1, below it with sign −1.
  func probability(beyond goal: Double, sign: Double, widthFactor: Double) -> Double {
    let lead = sign * (value - goal)
    let width = standardError * widthFactor
    if width == 0 { return lead >= 0 ? 1 : 0 }
    return StudentDistribution(degreesOfFreedom: degreesOfFreedom).cumulative(lead / width)
  }
}

/// A random walk with drift over differences d_i across gaps of g_i years.
///
/// m = Σd/Σg, s² = Σ((d_i − m g_i)²/g_i)/(n − 1); h years ahead: z_c + h m with standard error s √(h + h²/Σg) and
/// Student's distribution with n − 1 degrees of freedom. On a logit this is a logistic curve whose limit is stated, not
/// fitted (A. Debecker and T. Modis, "Determination of the uncertainties in S-curve logistic fits", 1994, on why).
package struct Drift: Hashable, Sendable {
  /// The last point, on the scale of the trend.
  package let last: TrendPoint
  /// m, per year.
  package let slope: Double
  /// s
  package let deviation: Double
  /// n
  package let differences: Int
  /// Σg, in years.
  package let span: Double

  package static let fewestPoints = 3

  /// - Parameter points: on the scale of the trend, sorted, no time twice.
  /// - Returns: nil below three points.
  package init?(_ points: some BidirectionalCollection<TrendPoint>) {
    guard points.count >= Drift.fewestPoints, let first = points.first, let last = points.last else { return nil }
    self.last = last
    differences = points.count - 1
    span = last.time - first.time
    slope = (last.value - first.value) / span
    var squares = 0.0
    var before = first
    for point in points.dropFirst() {
      let gap = point.time - before.time
      let error = point.value - before.value - slope * gap
      squares += error * error / gap
      before = point
    }
    deviation = (squares / Double(differences - 1)).squareRoot()
  }

  package func forecast(at time: Double) -> Forecast {
    let ahead = time - last.time
    return Forecast(
      value: last.value + ahead * slope, standardError: deviation * (ahead + ahead * ahead / span).squareRoot(),
      degreesOfFreedom: differences - 1)
  }
}

/// A least-squares line as a forecast.
package struct LinearTrend: Hashable, Sendable {
  package let line: LeastSquares
  package let deviation: Double
  package let span: Double
  private let lastTime: Double

  package static let fewestPoints = 5

  /// - Returns: nil below five points.
  package init?(_ points: some BidirectionalCollection<TrendPoint>) {
    guard points.count >= LinearTrend.fewestPoints, let line = LeastSquares(points),
      let deviation = line.residualDeviation, let first = points.first, let last = points.last
    else { return nil }
    self.line = line
    self.deviation = deviation
    span = last.time - first.time
    lastTime = last.time
  }

  /// The fitted values at the ends of the window.
  var ends: (first: Double, last: Double) { (line.value(at: lastTime - span), line.value(at: lastTime)) }

  /// On the fitted line, with standard error σ √(1 + 1/k + (t − t̄)²/Sxx) and k − 2 degrees of freedom.
  package func forecast(at time: Double) -> Forecast {
    let distance = time - line.meanTime
    let inflation = 1 + 1 / Double(line.count) + distance * distance / line.squaredTimes
    return Forecast(
      value: line.value(at: time), standardError: deviation * inflation.squareRoot(),
      degreesOfFreedom: line.count - 2)
  }
}
