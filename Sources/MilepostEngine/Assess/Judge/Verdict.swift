import MilepostModel

/// An assessment in the making.
struct Verdict {
  let target: Target.ID
  let due: TimePeriod
  let milestonesOfTarget: [Milestone]
  var status: TargetStatus = .notMeasured
  var reason: StatusReason = .noMeasure
  var evidence: Evidence = .normal
  var method: AssessmentMethod
  var window: MethodChoice.Window?
  var trend: [PeriodValue] = []
  var isMethodSensitive = false
  var baseline: PeriodValue?
  var current: CurrentValue?
  var goal: Double?
  var projection: Projection?
  var growth: GrowthRates?
  var paceSoFar: Double?
  var paceNeeded: Double?
  var alternatives: [Alternative] = []
  var later: [PeriodValue] = []
  var areaCounts: AreaCounts?
  var override: Target.Override?
  var parts: [Assessment] = []
  var judged: [PeriodValue] = []
  var milestones: [MilestoneResult] = []
  var notes: [AssessmentNote] = []

  init(_ condition: Condition) {
    target = condition.target
    due = condition.due
    milestonesOfTarget = condition.milestones
    method = condition.choice.method
    window = condition.choice.window
    baseline = condition.baseline.flatMap { stated in stated.value.map { PeriodValue(stated.period, $0) } }
    goal = condition.kind.statedGoal
    milestones = condition.milestones.map { MilestoneResult(milestone: $0, actual: nil, isMet: nil) }
  }

  mutating func close(_ status: TargetStatus, _ reason: StatusReason) {
    self.status = status
    self.reason = reason
    if status == .benchmarked { evidence = .low }
  }

  /// What is known before anything is judged.
  mutating func describe(_ yardstick: Yardstick, _ condition: Condition, asOf: CalendarDate) {
    method = yardstick.named(method)
    baseline = yardstick.baseline
    goal = yardstick.goal
    judged = yardstick.points.map(\.periodValue)
    notes = yardstick.notes
    later = yardstick.points.filter { $0.period.lastDay > due.lastDay }.map(\.periodValue)
    let index = yardstick.points.lastIndex { $0.period.lastDay <= due.lastDay }
    current = index.map { yardstick.points[$0].current }
    if !yardstick.tallies.isEmpty { areaCounts = index.map { yardstick.tallies[$0].counts } }
    milestones = condition.milestones.map { milestone in
      let actual = yardstick.points.final(milestone.period, asOf: asOf)?.periodValue
      let isMet = actual.map { yardstick.direction.sign * ($0.value - milestone.value) >= 0 }
      return MilestoneResult(milestone: milestone, actual: actual, isMet: isMet)
    }
  }

  /// A value for the target's date decides; "sustain" asks the same of every later one.
  mutating func settle(_ yardstick: Yardstick, on final: JudgedPoint, isSustained: Bool) {
    current = final.current
    let lost =
      isSustained
      ? yardstick.points.first { $0.period.lastDay > due.lastDay && !yardstick.isMet($0.value) } : nil
    if !yardstick.isMet(final.value) {
      close(.missed, .verdict)
    } else if let lost {
      close(.missed, .notSustained(lost.period))
    } else {
      close(.achieved, .verdict)
    }
    if let base = baseline, base.period.timeInYears < final.time {
      paceSoFar = ((final.value - base.value) / (final.time - base.period.timeInYears)).ifFinite
    }
  }

  /// The trend, and the paces that follow from it.
  mutating func see(_ trend: Trend, _ yardstick: Yardstick, goal: Double, due: TimePeriod) {
    self.trend = trend.window.map(\.periodValue)
    notes += trend.notes
    guard let last = trend.comparable.last else { return }
    if let start = trend.start { paceSoFar = ((last.value - start.value) / (last.time - start.time)).ifFinite }
    if due.timeInYears > last.time, !yardstick.isMet(last.value) {
      paceNeeded = ((goal - last.value) / (due.timeInYears - last.time)).ifFinite
    }
  }

  /// A projection without interval.
  mutating func project(_ result: MethodResult, _ due: TimePeriod, _ yardstick: Yardstick) {
    projection = result.projected.map { projected in
      let value = yardstick.possible(projected)
      if value != projected { notes.append(.projectionAtLimit(value)) }
      return Projection(
        period: due, value: value, low: nil, high: nil, level: Outlook.level, probability: nil, calibration: nil,
        path: [])
    }
  }

  var assessment: Assessment {
    Assessment(
      target: target, status: status, reason: reason, evidence: evidence, method: method, window: window, trend: trend,
      isMethodSensitive: isMethodSensitive, baseline: baseline, current: current, goalValue: goal, due: due,
      projection: projection, growth: growth, paceSoFar: paceSoFar, paceNeeded: paceNeeded, alternatives: alternatives,
      later: later, areaCounts: areaCounts, override: override, parts: parts, judged: judged, milestones: milestones,
      notes: notes)
  }
}

extension TargetKind {
  /// The value aimed at, where it needs no data.
  var statedGoal: Double? {
    switch self {
    case .level(let value), .ceiling(let value), .compositeIndex(let value): value
    case .perception(let value): value
    case .shareOfAreas(_, _, let percent): percent
    case .allAreas: 100
    case .yesNo: 1
    case .relative, .change, .parity, .gapReduction, .directional, .compound: nil
    }
  }
}

extension TargetStatus {
  /// The order in which the parts of a compound target decide: the first is the worst. What cannot be judged comes
  /// after what is lost and before what goes well, because the whole is not met without it.
  var severity: Int {
    switch self {
    case .missed: 0
    case .movingAway: 1
    case .offTrack: 2
    case .atRisk: 3
    case .notMeasurable: 4
    case .notMeasured: 5
    case .benchmarked: 6
    case .onTrack: 7
    case .achieved: 8
    }
  }
}

extension Double {
  /// nil where the number is too large to be written.
  var ifFinite: Double? { isFinite ? self : nil }
}
