/// A point of a series on an axis of years.
package struct TrendPoint: Hashable, Sendable {
  /// `TimePeriod.timeInYears`.
  package let time: Double
  package let value: Double

  package init(_ time: Double, _ value: Double) {
    self.time = time
    self.value = value
  }
}

/// The straight line with the smallest sum of squared vertical distances.
package struct LeastSquares: Hashable, Sendable {
  package let count: Int
  package let slope: Double
  package let meanTime: Double
  package let meanValue: Double
  /// Σ(t − t̄)²
  package let squaredTimes: Double
  /// √(Σe²/(k − 2)); nil below three points.
  package let residualDeviation: Double?

  /// - Returns: nil without two different times.
  package init?(_ points: some Collection<TrendPoint>) {
    let n = Double(points.count)
    guard points.count >= 2 else { return nil }
    let meanTime = points.reduce(0) { $0 + $1.time } / n
    let meanValue = points.reduce(0) { $0 + $1.value } / n
    let squaredTimes = points.reduce(0) { $0 + ($1.time - meanTime) * ($1.time - meanTime) }
    guard squaredTimes > 0 else { return nil }
    let slope = points.reduce(0) { $0 + ($1.time - meanTime) * ($1.value - meanValue) } / squaredTimes
    let residuals = points.reduce(0) {
      let error = $1.value - meanValue - slope * ($1.time - meanTime)
      return $0 + error * error
    }
    count = points.count
    self.slope = slope
    self.meanTime = meanTime
    self.meanValue = meanValue
    self.squaredTimes = squaredTimes
    residualDeviation = points.count > 2 ? (residuals / (n - 2)).squareRoot() : nil
  }

  package func value(at time: Double) -> Double { meanValue + slope * (time - meanTime) }
}

/// Median of the slopes of all pairs of points: a trend that single odd values do not move.
///
/// Source: P. K. Sen, "Estimates of the regression coefficient based on Kendall's tau", Journal of the American
/// Statistical Association 63 (1968). Costs k² for k points.
///
/// - Returns: nil without two different times.
package func theilSenSlope(_ points: some RandomAccessCollection<TrendPoint>) -> Double? {
  var slopes: [Double] = []
  let list = Array(points)
  for (place, one) in list.enumerated() {
    for other in list[(place + 1)...] where other.time != one.time {
      slopes.append((other.value - one.value) / (other.time - one.time))
    }
  }
  guard !slopes.isEmpty else { return nil }
  slopes.sort()
  let middle = slopes.count / 2
  return slopes.count % 2 == 1 ? slopes[middle] : (slopes[middle - 1] + slopes[middle]) / 2
}
