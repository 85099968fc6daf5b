import MilepostModel

/// Judges the targets of a plan on a table of series as of a date.
struct Assessor {
  let plan: ResolvedPlan
  let table: WorkingTable
  let asOf: CalendarDate
  var calibrator = Calibrator()

  /// From so many points on a target is judged by the probability of meeting it.
  static let fewestPointsOfTrend = 5

  init(_ plan: ResolvedPlan, _ table: WorkingTable, asOf: CalendarDate) {
    self.plan = plan
    self.table = table
    self.asOf = asOf
  }

  mutating func assess(_ target: Target) -> Assessment {
    let condition = Condition(target, default: plan.settings.method)
    var verdict: Verdict
    if case .compound(let parts) = target.kind {
      verdict = compound(condition, parts)
    } else {
      verdict = judge(condition)
    }
    verdict.override = target.override.flatMap { $0.date <= asOf && $0.expires >= asOf ? $0 : nil }
    return verdict.assessment
  }

  /// Every part is judged alone; the worst decides.
  private mutating func compound(_ condition: Condition, _ parts: [TargetPart]) -> Verdict {
    let judged = parts.map { judge(Condition($0, of: condition)).assessment }
    var verdict = Verdict(condition)
    verdict.parts = judged
    let worst = judged.indices.min { judged[$0].status.severity < judged[$1].status.severity }
    guard let worst else {
      verdict.close(.notMeasured, .noMeasure)
      return verdict
    }
    verdict.close(judged[worst].status, .worstPart(index: worst))
    verdict.evidence = judged.contains { $0.evidence == .low } ? .low : .normal
    verdict.method = judged[worst].method
    verdict.isMethodSensitive = judged[worst].isMethodSensitive
    return verdict
  }

  /// The status rule, in its order.
  private mutating func judge(_ condition: Condition) -> Verdict {
    var verdict = Verdict(condition)
    let yardstick = condition.measure.flatMap { self.yardstick(condition, $0) }
    if let yardstick { verdict.describe(yardstick, condition, asOf: asOf) }
    let baseline = yardstick?.baseline?.value ?? condition.baseline?.value
    if condition.kind.needsBaseline && baseline == nil {
      verdict.close(.notMeasurable, .noBaseline)
      return verdict
    }
    guard let yardstick else {
      verdict.close(.notMeasured, .noMeasure)
      return verdict
    }
    guard let newest = yardstick.points.last else {
      verdict.close(.notMeasured, .noValue)
      return verdict
    }
    if isTooOld(newest, yardstick.maximumAge) {
      verdict.current = nil
      verdict.close(.notMeasured, .tooOld(newest.period, maximumAge: yardstick.maximumAge))
      return verdict
    }
    guard yardstick.goal != nil else {
      judgeDirection(condition, yardstick, &verdict)
      return verdict
    }
    if let final = yardstick.points.final(condition.due, asOf: asOf) {
      verdict.settle(yardstick, on: final, isSustained: condition.isSustained)
      return verdict
    }
    judgeTrend(condition, yardstick, &verdict)
    return verdict
  }

  /// Whether the end of a period lies more than `maximumAge` years before the edition.
  func isTooOld(_ point: JudgedPoint, _ maximumAge: Int) -> Bool {
    point.period.isOlder(thanYears: maximumAge, asOf: asOf)
  }

  /// Before the target's date: met early, one point, a pace, or a trend.
  private mutating func judgeTrend(_ condition: Condition, _ yardstick: Yardstick, _ verdict: inout Verdict) {
    let points = yardstick.points.filter { $0.period.lastDay <= condition.due.lastDay }
    guard let last = points.last, let goal = yardstick.goal,
      let trend = Trend(condition, yardstick, upToDue: points)
    else {
      verdict.close(.notMeasured, .noValue)
      return
    }
    verdict.see(trend, yardstick, goal: goal, due: condition.due)
    if yardstick.isMet(last.value) {
      verdict.evidence = trend.comparable.count < Self.fewestPointsOfTrend ? .low : .normal
      verdict.close(.achieved, .metEarly)
    } else if yardstick.isYesNo {
      verdict.close(.benchmarked, trend.pointCount == 1 ? .onePoint : .refused(.yesNoHasNoTrend))
    } else if trend.pointCount == 1 {
      verdict.close(.benchmarked, .onePoint)
    } else {
      let usesPace = trend.comparable.count < Self.fewestPointsOfTrend
      if usesPace {
        judgePace(condition, yardstick, trend, &verdict)
      } else {
        judgeMethod(condition, yardstick, trend, &verdict)
      }
      addAlternatives(condition, yardstick, trend, &verdict)
    }
  }

  private func judgePace(
    _ condition: Condition, _ yardstick: Yardstick, _ trend: Trend, _ verdict: inout Verdict
  ) {
    verdict.method = .pace
    verdict.window = nil
    verdict.evidence = .low
    switch plainAnswer(.pace, condition, yardstick, trend) {
    case .said(let status, let result):
      guard let ratio = result.value else {
        verdict.close(.benchmarked, .refused(.saysNothingOfTheFuture))
        return
      }
      verdict.project(result, condition.due, yardstick)
      verdict.close(status, .paceRatio(ratio))
    case .refused(let refusal): verdict.close(.benchmarked, .refused(refusal))
    case .measured: verdict.close(.benchmarked, .refused(.saysNothingOfTheFuture))
    }
  }

  /// The plan's method, or when it refuses its fallback.
  private mutating func judgeMethod(
    _ condition: Condition, _ yardstick: Yardstick, _ trend: Trend, _ verdict: inout Verdict
  ) {
    var firstRefusal: Refusal?
    for method in [condition.choice.method, condition.choice.fallback].compactMap(\.self) {
      let named = yardstick.named(method)
      switch answer(named, condition.choice.window, condition, yardstick, trend, withPath: true) {
      case .outlook(let outlook):
        verdict.method = named
        verdict.window = condition.choice.window
        verdict.projection = outlook.projection
        if let limit = outlook.limit { verdict.notes.append(.projectionAtLimit(limit)) }
        let isMovingAway = outlook.status == .movingAway
        verdict.close(outlook.status, isMovingAway ? .wrongDirection : .probability(outlook.probability))
        return
      case .plain(.said(let status, let result)):
        verdict.method = named
        verdict.window = nil
        verdict.project(result, condition.due, yardstick)
        if named == .statcan2024 || named == .eurostat {
          verdict.growth = yardstick.goal.flatMap { goal in
            trend.twoPoints(yardstick, goal: goal, due: condition.due)?.growthRates
          }
        }
        verdict.close(status, .methodWord(result.word, value: result.value))
        return
      case .plain(.measured): firstRefusal = firstRefusal ?? .saysNothingOfTheFuture
      case .plain(.refused(let refusal)): firstRefusal = firstRefusal ?? refusal
      }
    }
    verdict.evidence = .low
    verdict.close(.benchmarked, firstRefusal.map(StatusReason.refused) ?? .onePoint)
  }
}
