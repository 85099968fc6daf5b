import MilepostModel

/// What a two-point method, or `destatis`, says within a plan.
enum PlainAnswer {
  case said(TargetStatus, MethodResult)
  /// A measure without a word on the target.
  case measured(Double)
  case refused(Refusal)
}

extension Assessor {
  /// Methods that look at two points, or at annual changes, under the rules of a plan: growth is refused where it says
  /// nothing.
  func plainAnswer(
    _ method: AssessmentMethod, _ condition: Condition, _ yardstick: Yardstick, _ trend: Trend
  ) -> PlainAnswer {
    guard let goal = yardstick.goal else { return .refused(.noTargetValue) }
    if method == .destatis { return destatis(yardstick, trend, goal, condition.due) }
    let asTheOriginal = method == .statcan2024 && condition.choice.acceptsOriginalReplacements
    if yardstick.isRateOrGap, !asTheOriginal, [.statcan2024, .eurostat, .unsd2023].contains(method) {
      return .refused(.indicatorIsRateOrGap)
    }
    if let refusal = trend.baseRefusal, method != .pace, !asTheOriginal { return .refused(refusal) }
    guard let points = trend.twoPoints(yardstick, goal: goal, due: condition.due) else {
      return .refused(.tooFewPoints(have: 1, need: 2))
    }
    switch method {
    case .statcan2024:
      if !asTheOriginal, let refusal = yardstick.growthRefusal(points) { return .refused(refusal) }
      return statCan(StatCan2024(points, limit: yardstick.shareLimits.upper))
    case .eurostat, .unsd2023:
      if let refusal = yardstick.growthRefusal(points) { return .refused(refusal) }
      let answer =
        method == .eurostat ? Eurostat.judge(points) : UNSD2023.judge(points, isShare: yardstick.isPercent)
      return PlainAnswer(answer)
    case .escapCurrent:
      return PlainAnswer(yardstick.isParity ? EscapCurrent.parity(points.towardsParity) : EscapCurrent.level(points))
    case .pace, .destatis, .linear, .drift, .logistic:
      return PlainAnswer(Pace.judge(points))
    }
  }

  private func statCan(_ result: StatCan2024) -> PlainAnswer {
    guard let status = result.status.targetStatus else { return .refused(result.refusal ?? .powerNotReal) }
    return PlainAnswer(
      .result(MethodResult(value: result.progress, word: result.status.rawValue, status: status)))
  }

  private func destatis(_ yardstick: Yardstick, _ trend: Trend, _ goal: Double, _ due: TimePeriod) -> PlainAnswer {
    let points = trend.comparable.map { TrendPoint($0.time, $0.value) }
    switch Destatis.judge(points, target: goal, targetTime: due.timeInYears, direction: yardstick.direction) {
    case .failure(let tooFew): return .refused(tooFew.refusal)
    case .success(let result):
      let status = result.symbol.targetStatus
      return PlainAnswer(
        .result(
          MethodResult(
            value: result.missOverGap, word: result.symbol.rawValue, status: status, projected: result.projected)))
    }
  }
}

extension PlainAnswer {
  init(_ answer: MethodAnswer) {
    switch answer {
    case .refused(let refusal): self = .refused(refusal)
    case .result(let result) where !result.isFinite: self = .refused(.resultTooLarge)
    case .result(let result):
      if let status = result.status {
        self = .said(status, result)
      } else if let value = result.value {
        self = .measured(value)
      } else {
        self = .refused(.noTargetValue)
      }
    }
  }
}

extension Yardstick {
  /// When a compound growth rate has no meaning.
  func growthRefusal(_ points: TwoPoints) -> Refusal? {
    if points.base.value <= 0 { return .baseNotPositive(points.base.value) }
    if points.current.value < 0 { return .signChange }
    guard let target = points.target else { return nil }
    if target == 0 { return .targetIsZero }
    if target < 0 { return .signChange }
    for value in [points.base.value, points.current.value] {
      if let lower = shareLimits.lower, value - lower <= marginOfShare {
        return .nearLimit(value: value, limit: lower)
      }
      if let upper = shareLimits.upper, upper - value <= marginOfShare {
        return .nearLimit(value: value, limit: upper)
      }
    }
    return nil
  }

  /// 5 points of a percentage, .05 of a ratio.
  private var marginOfShare: Double { isPercent ? 5 : 0.05 }
}

extension TwoPoints {
  /// nil where a rate has no meaning.
  var growthRates: GrowthRates? {
    guard let target, elapsed > 0, targetTime > base.time,
      let observed = compoundGrowth(from: base.value, to: current.value, years: elapsed),
      let needed = compoundGrowth(from: base.value, to: target, years: targetTime - base.time)
    else { return nil }
    return GrowthRates(
      base: base.value, observed: observed, years: elapsed, needed: needed, yearsToTarget: targetTime - base.time)
  }

  /// The target of a parity score is 1, whichever edge of the range is nearer.
  fileprivate var towardsParity: TwoPoints {
    TwoPoints(base: base, current: current, targetTime: targetTime, target: 1, direction: direction)
  }
}
