package import MilepostModel

/// A trend fitted to the points of a window, on its scale.
package enum TrendFit: Hashable, Sendable {
  case drift(Drift, TrendScale)
  case linear(LinearTrend)

  /// - Parameters:
  ///   - method: `drift`, `logistic` or `linear`.
  ///   - points: of the window, sorted, no time twice.
  ///   - scale: of the drift; a line is always fitted to the values.
  package static func fit(
    _ method: AssessmentMethod, _ points: [TrendPoint], scale: TrendScale
  ) -> Result<TrendFit, Refused> {
    if method == .linear {
      guard let line = LinearTrend(points) else {
        return .failure(Refused(.tooFewPoints(have: points.count, need: LinearTrend.fewestPoints)))
      }
      return .success(.linear(line))
    }
    var transformed: [TrendPoint] = []
    transformed.reserveCapacity(points.count)
    for point in points {
      guard let value = scale.transformed(point.value) else {
        return .failure(Refused(.transformUndefined(value: point.value)))
      }
      transformed.append(TrendPoint(point.time, value))
    }
    guard let drift = Drift(transformed) else {
      return .failure(Refused(.tooFewPoints(have: points.count, need: Drift.fewestPoints)))
    }
    return .success(.drift(drift, scale))
  }

  /// A refusal on its way to the caller.
  package struct Refused: Error, Hashable, Sendable {
    package let refusal: Refusal
    init(_ refusal: Refusal) { self.refusal = refusal }
  }

  package var scale: TrendScale {
    switch self {
    case .drift(_, let scale): scale
    case .linear: .value
    }
  }

  package func forecast(at time: Double) -> Forecast {
    switch self {
    case .drift(let drift, _): drift.forecast(at: time)
    case .linear(let line): line.forecast(at: time)
    }
  }

  func model(_ forecast: Forecast) -> TrendModel {
    switch self {
    case .drift(let drift, let scale):
      TrendModel(
        scale: scale, first: drift.last.value - drift.slope * drift.span, last: drift.last.value, end: forecast.value,
        slope: drift.slope, deviation: drift.deviation, standardError: forecast.standardError,
        degreesOfFreedom: forecast.degreesOfFreedom, span: drift.span)
    case .linear(let line):
      TrendModel(
        scale: .value, first: line.ends.first, last: line.ends.last, end: forecast.value, slope: line.line.slope,
        deviation: line.deviation, standardError: forecast.standardError,
        degreesOfFreedom: forecast.degreesOfFreedom, span: line.span)
    }
  }
}
