package import MilepostModel

/// A point of a series that past projections are tried on.
package struct BackTestPoint: Hashable, Sendable {
  package let time: Double
  package let value: Double
  package let isBreak: Bool

  package init(_ time: Double, _ value: Double, isBreak: Bool = false) {
    self.time = time
    self.value = value
    self.isBreak = isBreak
  }
}

/// Projections made as of every point of past series, compared with what came.
package struct BackTest: Sendable {
  package let method: AssessmentMethod
  package let scale: TrendScale
  package let window: MethodChoice.Window
  /// Years ahead.
  package let horizon: Double

  /// Fewer errors or series than these teach nothing about the width of an interval.
  package static let fewestErrors = 30
  package static let fewestSeries = 5
  package static let level = 0.8

  package init(method: AssessmentMethod, scale: TrendScale, window: MethodChoice.Window, horizon: Double) {
    self.method = method
    self.scale = scale
    self.window = window
    self.horizon = horizon
  }

  /// The miss of one projection over half the width of its raw interval at 80 %: up to 1 the interval held.
  package struct Miss: Hashable, Sendable {
    /// Place of the series.
    package let series: Int
    /// Time of the last point that the projection saw.
    package let origin: Double
    package let ratio: Double

    package init(series: Int, origin: Double, ratio: Double) {
      self.series = series
      self.origin = origin
      self.ratio = ratio
    }
  }

  /// Rolling origins: each point with at least five before and with it is taken as the last one known; its window never
  /// reaches over a break, nor does the span to the value that came.
  package func misses(_ series: [[BackTestPoint]]) -> [Miss] {
    var quantiles = StudentQuantiles(level: Self.level)
    var result: [Miss] = []
    for (place, points) in series.enumerated() {
      var start = points.startIndex
      var ahead = points.startIndex
      for (index, point) in points.enumerated() {
        if point.isBreak { start = index }
        let known = index - start + 1
        ahead = max(ahead, index)
        while ahead < points.count && points[ahead].time < point.time + horizon - 1e-6 { ahead += 1 }
        guard known >= fewestPoints else { continue }
        guard ahead < points.count else { break }
        guard points[ahead].time <= point.time + horizon + 1e-6,
          !points[(index + 1)...ahead].contains(where: \.isBreak)
        else { continue }
        let used = points[(index + 1 - window.size(of: known))...index].map { TrendPoint($0.time, $0.value) }
        if let ratio = ratio(used, points[ahead], &quantiles) {
          result.append(Miss(series: place, origin: point.time, ratio: ratio))
        }
      }
    }
    return result
  }

  /// As many as a trend needs before it is judged by its probability, or all of a shorter window.
  private var fewestPoints: Int { window.size(of: Assessor.fewestPointsOfTrend) }

  private func ratio(
    _ used: [TrendPoint], _ actual: BackTestPoint, _ quantiles: inout StudentQuantiles
  ) -> Double? {
    guard case .success(let fit) = TrendFit.fit(method, used, scale: scale) else { return nil }
    guard let came = fit.scale.transformed(actual.value) else { return nil }
    let forecast = fit.forecast(at: actual.time)
    let error = abs(came - forecast.value)
    let width = forecast.standardError * quantiles[forecast.degreesOfFreedom]
    if width == 0 { return error == 0 ? 0 : .infinity }
    return error / width
  }

  /// The factor that would have made the interval hold 80 % of the misses: their quantile at .8, counted as
  /// ⌈.8 (n + 1)⌉ so that it also holds for one more.
  ///
  /// - Returns: nil with fewer than 30 errors or 5 series, or when no finite factor does it.
  package static func calibration(_ misses: [Miss], horizon: Double) -> Calibration? {
    let seriesCount = Set(misses.map(\.series)).count
    guard misses.count >= fewestErrors, seriesCount >= fewestSeries else { return nil }
    let ratios = misses.map(\.ratio).sorted()
    let place = Int((level * Double(ratios.count + 1)).rounded(.up)) - 1
    let factor = ratios[min(place, ratios.count - 1)]
    guard factor.isFinite, factor > 0 else { return nil }
    let count = Double(ratios.count)
    return Calibration(
      factor: factor, errorCount: ratios.count, seriesCount: seriesCount, horizon: horizon,
      coverageBefore: Double(ratios.count { $0 <= 1 }) / count,
      coverageAfter: Double(ratios.count { $0 <= factor }) / count)
  }
}

/// Quantiles of Student's distribution at one level, each computed once.
private struct StudentQuantiles {
  private let probability: Double
  private var known: [Double?] = []

  init(level: Double) { probability = 0.5 + level / 2 }

  subscript(degreesOfFreedom: Int) -> Double {
    mutating get {
      while known.count <= degreesOfFreedom { known.append(nil) }
      if let value = known[degreesOfFreedom] { return value }
      let value = StudentDistribution(degreesOfFreedom: degreesOfFreedom).quantile(probability)
      known[degreesOfFreedom] = value
      return value
    }
  }
}
