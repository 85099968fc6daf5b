import MilepostModel

extension Assessor {
  /// Whether a series moves in the wanted direction.
  struct Heading {
    let status: DirectionalStatus
    let evidence: Evidence
    let points: ArraySlice<JudgedPoint>
    /// 80 % interval of the change over the window in the wanted direction; nil below five points.
    let interval: (low: Double, high: Double)?
    /// The period of the newest value when that is too old to count.
    var outdated: TimePeriod?
  }

  /// The change over the window is Σd ± t s √Σg on the values, n − 1 degrees of freedom, as of a random walk with drift;
  /// below five points its sign alone counts.
  ///
  /// - Parameter direction: nil: neither way is better, so that only the level can be told.
  func heading(
    _ points: [JudgedPoint], _ direction: Direction?, _ window: MethodChoice.Window, maximumAge: Int
  ) -> Heading {
    guard let newest = points.last, !isTooOld(newest, maximumAge) else {
      return Heading(
        status: .notMeasured, evidence: .low, points: [], interval: nil, outdated: points.last?.period)
    }
    let comparable = points.sinceLastBreak
    let seen = comparable.suffix(window.size(of: comparable.count))
    guard let direction, let first = seen.first, seen.count > 1 else {
      return Heading(status: .benchmarked, evidence: .low, points: seen, interval: nil)
    }
    let change = direction.sign * (newest.value - first.value)
    guard change.isFinite else {
      return Heading(status: .of(change, change), evidence: .low, points: seen, interval: nil)
    }
    guard comparable.count >= Self.fewestPointsOfTrend,
      let drift = Drift(seen.map { TrendPoint($0.time, $0.value) })
    else {
      return Heading(status: .of(change, change), evidence: .low, points: seen, interval: nil)
    }
    let quantile = StudentDistribution(degreesOfFreedom: drift.differences - 1).quantile(0.5 + Outlook.level / 2)
    let width = quantile * drift.deviation * drift.span.squareRoot()
    guard width.isFinite else {
      return Heading(status: .stable, evidence: .low, points: seen, interval: nil)
    }
    return Heading(
      status: .of(change - width, change + width), evidence: .normal, points: seen,
      interval: (change - width, change + width))
  }

  /// A target with a direction and no value.
  func judgeDirection(_ condition: Condition, _ yardstick: Yardstick, _ verdict: inout Verdict) {
    let points = yardstick.chained(yardstick.points)
    if points != yardstick.points { verdict.notes.append(.onlyAreasThatAnsweredTwice) }
    let heading = heading(
      points, yardstick.direction, condition.choice.window, maximumAge: yardstick.maximumAge)
    verdict.method = .drift
    verdict.evidence = heading.evidence
    verdict.trend = heading.points.map(\.periodValue)
    if let first = heading.points.first, let last = heading.points.last, last.time > first.time {
      verdict.paceSoFar = ((last.value - first.value) / (last.time - first.time)).ifFinite
    }
    verdict.close(heading.status.targetStatus, .direction(heading.status))
  }

  func assess(_ outcome: Outcome) -> DirectionalAssessment {
    let parts = outcome.measures.map { measure -> DirectionalAssessment.Part in
      let indicator = plan.indicators[measure.indicator]
      let points = table.judgedPoints(measure.key)
      let heading = heading(
        matchedSums(measure, points)?.chained(points) ?? points, indicator?.direction, plan.settings.method.window,
        maximumAge: indicator?.maximumAge ?? 3)
      return DirectionalAssessment.Part(
        measure: measure, status: heading.status, evidence: heading.evidence,
        first: heading.points.first?.periodValue, last: heading.points.last?.periodValue,
        low: heading.interval?.low, high: heading.interval?.high, provenance: heading.points.last?.provenance,
        outdated: heading.outdated)
    }
    let worst = parts.map(\.status).min { $0.severity < $1.severity }
    return DirectionalAssessment(outcome: outcome.id, status: worst ?? .notMeasured, parts: parts)
  }
}

extension DirectionalStatus {
  fileprivate static func of(_ low: Double, _ high: Double) -> DirectionalStatus {
    low > 0 ? .improving : high < 0 ? .worsening : .stable
  }

  /// The worst measure decides among those that have a direction.
  fileprivate var severity: Int {
    switch self {
    case .worsening: 0
    case .stable: 1
    case .improving: 2
    case .benchmarked: 3
    case .notMeasured: 4
    }
  }

  /// The status of a target that has a direction and no value.
  fileprivate var targetStatus: TargetStatus {
    switch self {
    case .improving: .onTrack
    case .stable: .atRisk
    case .worsening: .movingAway
    case .benchmarked: .benchmarked
    case .notMeasured: .notMeasured
    }
  }
}
