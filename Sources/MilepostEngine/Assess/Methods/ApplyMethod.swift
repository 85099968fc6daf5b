package import MilepostModel

/// What a method adds to a row of numbers; nil where it has none.
package struct MethodOutput: Hashable, Sendable {
  /// The method's own measure.
  package var value: Double?
  /// The method's own word; empty when it has none.
  package var word = ""
  package var score: Double?
  package var projected: Double?
  /// 80 %, not calibrated.
  package var low: Double?
  package var high: Double?
  package var probability: Double?

  package init() {}
}

extension AssessmentMethod {
  /// Whether the method looks at a whole series and not at two points.
  package var readsSeries: Bool {
    switch self {
    case .destatis, .linear, .drift, .logistic: true
    case .statcan2024, .unsd2023, .eurostat, .escapCurrent, .pace: false
    }
  }
}

/// Applies a method of two points to numbers, as its source does; the refusals of a plan do not apply.
///
/// - Parameters:
///   - limit: natural limit of the indicator; 100 marks a percentage.
///   - sign: for `statcan-2024`; nil: that of the base value.
package func applyMethod(
  _ method: AssessmentMethod, to points: TwoPoints, limit: Double?, sign: Double?
) -> MethodOutput {
  var output = MethodOutput()
  let answer: MethodAnswer
  switch method {
  case .statcan2024:
    let result = StatCan2024(points, limit: limit, sign: sign)
    output.value = result.progress
    output.word = result.status.rawValue
    output.score = result.score
    return output
  case .unsd2023: answer = UNSD2023.judge(points, isShare: limit == 100)
  case .eurostat: answer = Eurostat.judge(points)
  case .escapCurrent: answer = EscapCurrent.level(points)
  case .pace, .destatis, .linear, .drift, .logistic: answer = Pace.judge(points)
  }
  guard case .result(let result) = answer else { return output }
  output.value = result.value
  output.word = method == .pace ? result.status?.rawValue ?? "" : result.word
  output.projected = result.projected
  return output
}

/// Applies a method of series as of its last point.
///
/// - Parameters:
///   - points: sorted, no time twice.
///   - scale: of the drift.
/// - Returns: nil where too few points are there, or the last lies after the target's time.
package func applyMethod(
  _ method: AssessmentMethod, toSeries points: ArraySlice<TrendPoint>, target: Double?, targetTime: Double,
  direction: Direction, scale: TrendScale
) -> MethodOutput? {
  guard let last = points.last, last.time <= targetTime else { return nil }
  if method == .destatis { return destatis(points, target, targetTime, direction) }
  guard points.count >= Assessor.fewestPointsOfTrend else { return nil }
  return trend(method, Array(points.suffix(6)), target, targetTime, direction, scale)
}

private func destatis(
  _ points: ArraySlice<TrendPoint>, _ target: Double?, _ targetTime: Double, _ direction: Direction
) -> MethodOutput? {
  var output = MethodOutput()
  // Without a target the projection stands, and there is no symbol.
  let aim = target ?? .infinity
  guard
    case .success(let result) = Destatis.judge(points, target: aim, targetTime: targetTime, direction: direction)
  else { return nil }
  output.projected = result.projected
  guard target != nil else { return output }
  output.value = result.missOverGap
  output.word = result.symbol.rawValue
  return output
}

private func trend(
  _ method: AssessmentMethod, _ points: [TrendPoint], _ target: Double?, _ targetTime: Double,
  _ direction: Direction, _ scale: TrendScale
) -> MethodOutput {
  var output = MethodOutput()
  guard let last = points.last, last.time < targetTime,
    case .success(let fit) = TrendFit.fit(method, points, scale: scale)
  else { return output }
  let forecast = fit.forecast(at: targetTime)
  let bounds = fit.scale.bounds(forecast, Outlook.level, 1, last: last.value)
  output.projected = fit.scale.value(of: forecast.value, last: last.value)
  output.low = bounds.low
  output.high = bounds.high
  guard let target, let aim = fit.scale.transformed(target), let start = fit.scale.transformed(last.value) else {
    return output
  }
  if direction.sign * (last.value - target) >= 0 {
    output.word = TargetStatus.achieved.rawValue
    return output
  }
  let probability = forecast.probability(beyond: aim, sign: direction.sign, widthFactor: 1)
  let best = direction.sign * (forecast.value - start) + forecast.halfWidth(Outlook.level)
  output.probability = probability
  output.word = Assessor.status(probability, isMovingAway: best < 0).rawValue
  return output
}
