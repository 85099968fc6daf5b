import MilepostModel

/// What a trend says of a target: probability, status and projection.
struct Outlook {
  let status: TargetStatus
  let probability: Double
  let projection: Projection
  /// Where the projection stands because more is not possible.
  let limit: Double?

  static let level = 0.8
  static let innerLevel = 0.5
}

extension Assessor {
  /// A trend over a window, with calibrated width where the indicator's past allows it.
  ///
  /// - Parameter withPath: whether the steps to the target's date are wanted, which cost a calibration each.
  mutating func outlook(
    _ yardstick: Yardstick, _ points: ArraySlice<JudgedPoint>, _ method: AssessmentMethod,
    _ window: MethodChoice.Window, due: TimePeriod, withPath: Bool
  ) -> Result<Outlook, TrendFit.Refused> {
    guard let goal = yardstick.goal, let last = points.last else { return .failure(.init(.noTargetValue)) }
    let seen = points.suffix(window.size(of: points.count))
    if method == .logistic, !yardstick.scale.isLogit {
      return .failure(.init(.transformUndefined(value: last.value)))
    }
    let times = seen.map { TrendPoint($0.period.timeInYears, $0.value) }
    return TrendFit.fit(method, times, scale: yardstick.scale).flatMap { fit in
      guard let goalOnScale = fit.scale.transformed(goal), let start = fit.scale.transformed(last.value) else {
        return .failure(.init(.transformUndefined(value: goal)))
      }
      let horizon = due.timeInYears - last.time
      let calibration = calibrator.calibration(yardstick.family, fit, method, window, horizon: horizon, table)
      let factor = calibration?.factor ?? 1
      let forecast = fit.forecast(at: due.timeInYears)
      let sign = fit.scale == .distanceFromParity ? -1 : yardstick.direction.sign
      let probability = forecast.probability(beyond: goalOnScale, sign: sign, widthFactor: factor)
      let best = sign * (forecast.value - start) + factor * forecast.halfWidth(Outlook.level)
      let path =
        withPath ? self.path(fit, yardstick, last, method, window, due: due, calibrated: calibration != nil) : []
      let raw = projection(fit, forecast, calibration, probability, last, due, path)
      guard raw.isFinite, probability.isFinite else { return .failure(.init(.resultTooLarge)) }
      let possible = raw.mapValues(yardstick.possible)
      return .success(
        Outlook(
          status: Self.status(probability, isMovingAway: best < 0), probability: probability, projection: possible,
          limit: possible.value == raw.value ? nil : possible.value))
    }
  }

  static func status(_ probability: Double, isMovingAway: Bool) -> TargetStatus {
    if isMovingAway { return .movingAway }
    return probability >= 0.5 ? .onTrack : probability >= 0.1 ? .atRisk : .offTrack
  }

  private func projection(
    _ fit: TrendFit, _ forecast: Forecast, _ calibration: Calibration?, _ probability: Double, _ last: JudgedPoint,
    _ due: TimePeriod, _ path: [Projection.Step]
  ) -> Projection {
    let (low, high) = fit.scale.bounds(forecast, Outlook.level, calibration?.factor ?? 1, last: last.value)
    return Projection(
      period: due, value: fit.scale.value(of: forecast.value, last: last.value), low: low, high: high,
      level: Outlook.level, probability: probability, calibration: calibration, path: path,
      model: fit.model(forecast))
  }

  /// One step a year from the last value up to the due period. Each has the calibration of its own horizon; when the due
  /// period has none, all are raw.
  private mutating func path(
    _ fit: TrendFit, _ yardstick: Yardstick, _ last: JudgedPoint, _ method: AssessmentMethod,
    _ window: MethodChoice.Window, due: TimePeriod, calibrated: Bool
  ) -> [Projection.Step] {
    last.period.yearlySteps(to: due).map { period in
      let horizon = period.timeInYears - last.time
      let factor =
        calibrated
        ? calibrator.calibration(yardstick.family, fit, method, window, horizon: horizon, table)?.factor ?? 1 : 1
      let forecast = fit.forecast(at: period.timeInYears)
      let inner = fit.scale.bounds(forecast, Outlook.innerLevel, factor, last: last.value)
      let outer = fit.scale.bounds(forecast, Outlook.level, factor, last: last.value)
      return Projection.Step(
        period: period, value: fit.scale.value(of: forecast.value, last: last.value), low50: inner.low,
        high50: inner.high, low80: outer.low, high80: outer.high)
    }
  }
}

extension TrendScale {
  var isLogit: Bool {
    if case .logit = self { return true }
    return false
  }

  /// The interval in values, lower bound first.
  func bounds(
    _ forecast: Forecast, _ level: Double, _ factor: Double, last: Double
  ) -> (low: Double, high: Double) {
    let width = factor * forecast.halfWidth(level)
    let ends = [value(of: forecast.value - width, last: last), value(of: forecast.value + width, last: last)]
    return (min(ends[0], ends[1]), max(ends[0], ends[1]))
  }
}

extension TimePeriod {
  /// The periods a year apart after this one, as far as they end before `due`, then `due`.
  func yearlySteps(to due: TimePeriod) -> [TimePeriod] {
    var steps: [TimePeriod] = []
    for count in 1... {
      guard let next = yearsLater(count), next.lastDay < due.lastDay else { break }
      steps.append(next)
    }
    return steps + [due]
  }

  private func yearsLater(_ count: Int) -> TimePeriod? {
    switch frequency {
    case .year, .fiscalYear: advanced(by: count)
    case .half: advanced(by: 2 * count)
    case .quarter: advanced(by: 4 * count)
    case .month: advanced(by: 12 * count)
    case .biennium, .range, .day: TimePeriod(year: lastDay.year + count)
    }
  }
}

extension Projection {
  fileprivate var isFinite: Bool {
    ([value, low, high].compactMap(\.self) + path.flatMap { [$0.value, $0.low80, $0.high80] }).allSatisfy(\.isFinite)
  }

  fileprivate func mapValues(_ change: (Double) -> Double) -> Projection {
    let path = self.path.map { step in
      Step(
        period: step.period, value: change(step.value), low50: change(step.low50), high50: change(step.high50),
        low80: change(step.low80), high80: change(step.high80))
    }
    return Projection(
      period: period, value: change(value), low: low.map(change), high: high.map(change), level: level,
      probability: probability, calibration: calibration, path: path, model: model)
  }
}
