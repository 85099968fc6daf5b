import Foundation
import MilepostEngine
import MilepostModel

/// The random walk with drift, the least-squares line and their calibration, computed a second time from their definitions.
struct RecomputedTrend {
  typealias Point = QueriedSeries.Point

  let scale: TrendScale
  let value: Double
  let low: Double
  let high: Double
  let probability: Double

  func onScale(_ value: Double) -> Double { RecomputedTrend.transformed(value, scale) }

  private static func transformed(_ value: Double, _ scale: TrendScale) -> Double {
    switch scale {
    case .value: value
    case .logarithm: log(value)
    case .logit(let lower, let upper): log((value - lower) / (upper - value))
    case .distanceFromParity: abs(log(value))
    }
  }

  private static func returned(_ number: Double, _ scale: TrendScale, last: Double) -> Double {
    switch scale {
    case .value: number
    case .logarithm: exp(number)
    case .logit(let lower, let upper): lower + (upper - lower) / (1 + exp(-number))
    case .distanceFromParity: exp(last < 1 ? -max(0, number) : max(0, number))
    }
  }

  /// Mean, standard error at `time`, and degrees of freedom on the scale.
  private static func forecast(
    _ points: [(time: Double, value: Double)], at time: Double, isLine: Bool
  ) -> (mean: Double, error: Double, freedom: Int) {
    if isLine { return line(points, at: time) }
    let gaps = zip(points, points.dropFirst()).map { $1.time - $0.time }
    let steps = zip(points, points.dropFirst()).map { $1.value - $0.value }
    let span = gaps.reduce(0, +)
    let slope = steps.reduce(0, +) / span
    let variance =
      zip(steps, gaps).map { ($0 - slope * $1) * ($0 - slope * $1) / $1 }.reduce(0, +) / Double(steps.count - 1)
    let ahead = time - points[points.count - 1].time
    return (
      points[points.count - 1].value + slope * ahead, (variance * (ahead + ahead * ahead / span)).squareRoot(),
      steps.count - 1
    )
  }

  private static func line(
    _ points: [(time: Double, value: Double)], at time: Double
  ) -> (mean: Double, error: Double, freedom: Int) {
    let count = Double(points.count)
    let meanTime = points.map(\.time).reduce(0, +) / count
    let meanValue = points.map(\.value).reduce(0, +) / count
    let squares = points.map { ($0.time - meanTime) * ($0.time - meanTime) }.reduce(0, +)
    let slope = points.map { ($0.time - meanTime) * ($0.value - meanValue) }.reduce(0, +) / squares
    let residuals = points.map { $0.value - meanValue - slope * ($0.time - meanTime) }
    let deviation = (residuals.map { $0 * $0 }.reduce(0, +) / (count - 2)).squareRoot()
    let distance = time - meanTime
    return (
      meanValue + slope * distance, deviation * (1 + 1 / count + distance * distance / squares).squareRoot(),
      points.count - 2
    )
  }

  private static func quantile(_ freedom: Int) -> Double {
    StudentDistribution(degreesOfFreedom: freedom).quantile(0.9)
  }

  /// - Parameter goal: the value to be reached; `sign` +1 when more is better.
  init(
    _ points: [Point], _ scale: TrendScale, isLine: Bool, due: Double, goal: Double, sign: Double, factor: Double
  ) {
    self.scale = scale
    let onScale = points.map { (time: $0.time, value: Self.transformed($0.value, scale)) }
    let (mean, error, freedom) = Self.forecast(onScale, at: due, isLine: isLine)
    let last = points[points.count - 1].value
    let width = factor * error * Self.quantile(freedom)
    value = Self.returned(mean, scale, last: last)
    let ends = [mean - width, mean + width].map { Self.returned($0, scale, last: last) }.sorted()
    (low, high) = (ends[0], ends[1])
    let upwards = scale == .distanceFromParity ? -1 : sign
    let lead = upwards * (mean - Self.transformed(goal, scale))
    probability = StudentDistribution(degreesOfFreedom: freedom).cumulative(lead / (factor * error))
  }

  struct Learnt {
    let factor: Double
    let errors: Int
    let series: Int
    let before: Double
    let after: Double
  }

  /// Every point with four or more before it is an origin; the miss `horizon` years on is set against half the interval.
  static func learnt(
    _ series: [[Point]], _ scale: TrendScale, isLine: Bool, window: Int, horizon: Double
  ) -> Learnt? {
    var ratios: [Double] = []
    var contributing = 0
    for points in series {
      var own: [Double] = []
      for (origin, point) in points.enumerated() {
        let start = points[...origin].lastIndex(where: \.isBreak) ?? 0
        let known = Array(points[start...origin])
        guard known.count >= min(5, window),
          let target = points.first(where: { abs($0.time - point.time - horizon) < 1e-6 }),
          !points.contains(where: { $0.isBreak && $0.time > point.time && $0.time <= target.time + 1e-9 })
        else { continue }
        let used = known.suffix(window)
        let values =
          used.map { (time: $0.time, value: transformed($0.value, scale)) } + [
            (time: target.time, value: transformed(target.value, scale))
          ]
        guard values.allSatisfy(\.value.isFinite) else { continue }
        let (mean, error, freedom) = forecast(Array(values.dropLast()), at: target.time, isLine: isLine)
        let miss = abs(values[values.count - 1].value - mean)
        let half = error * quantile(freedom)
        own.append(half == 0 ? (miss == 0 ? 0 : .infinity) : miss / half)
      }
      ratios += own
      contributing += own.isEmpty ? 0 : 1
    }
    guard ratios.count >= 30, contributing >= 5 else { return nil }
    let factor = ratios.sorted()[min(Int((0.8 * Double(ratios.count + 1)).rounded(.up)), ratios.count) - 1]
    guard factor.isFinite, factor > 0 else { return nil }
    func held(_ width: Double) -> Double { Double(ratios.count { $0 <= width }) / Double(ratios.count) }
    return Learnt(factor: factor, errors: ratios.count, series: contributing, before: held(1), after: held(factor))
  }
}
