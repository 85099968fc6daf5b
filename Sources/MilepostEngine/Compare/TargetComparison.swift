import MilepostModel

/// A target, or a part of one, in two releases.
struct TargetComparison {
  /// The target or part as one release has it.
  struct Side {
    let release: Release
    let target: Target
    let kind: TargetKind
    let measure: Measure?
    let assessment: Assessment

    var method: MethodChoice { target.method ?? release.settings.method }
  }

  let finder: CauseFinder
  let before: Side
  let after: Side
  let part: Int?
  /// How the target itself was amended; nil: it was not.
  let amendment: FrameworkChange?

  init(_ finder: CauseFinder, _ before: Side, _ after: Side, part: Int? = nil) {
    self.finder = finder
    self.before = before
    self.after = after
    self.part = part
    amendment = before.target.amendment(to: after.target, since: before.release.asOf, until: after.release.asOf)
  }

  var change: TargetChange {
    let (old, new) = (before.assessment, after.assessment)
    var change = TargetChange(after.target.id, part: part)
    change.parts = parts
    change.status = changed(\.status) { statusCause(change.parts) }
    change.current = changed(\.current?.periodValue) { framework(of: .measure) ?? currentCause }
    change.baseline = changed(\.baseline) { framework(of: .measure, .baseline) ?? baselineCause }
    change.goal = changed(\.goalValue) { framework(of: .measure, .kind, .value, .baseline) ?? goalCause }
    if old.due != new.due { change.due = Changed(old.due, new.due, amended(.due)) }
    change.projection = changed(\.projection?.value) {
      framework(of: .measure, .kind, .due) ?? judgement ?? method ?? dataCause
    }
    change.probability = changed(\.projection?.probability) {
      framework(of: .measure, .kind, .value, .baseline, .due) ?? judgement ?? method ?? dataCause
    }
    if old.override?.status != new.override?.status {
      change.override = Changed(old.override?.status, new.override?.status, overrideCause)
    }
    return change
  }

  private func changed<Value: Hashable & Sendable>(
    _ value: (Assessment) -> Value, _ cause: () -> ChangeCause
  ) -> Changed<Value>? {
    let (old, new) = (value(before.assessment), value(after.assessment))
    return old == new ? nil : Changed(old, new, cause())
  }

  // MARK: Causes in the plan

  /// The amendment of the target when it touches one of the fields.
  private func framework(of fields: PlanField...) -> ChangeCause? {
    guard let amendment, case .amended(let all) = amendment.what, !Set(fields).isDisjoint(with: all) else {
      return nil
    }
    return .framework(amendment)
  }

  private func amended(_ field: PlanField) -> ChangeCause {
    framework(of: field) ?? .framework(FrameworkChange(PlanElement(.target, after.target.id.text), .amended([field])))
  }

  /// The amendment of the indicator when it reaches how values are judged.
  private var judgement: ChangeCause? {
    after.measure.flatMap { finder.amendment(judging: $0.indicator) }.map(ChangeCause.framework)
  }

  private var method: ChangeCause? {
    guard before.method != after.method else { return nil }
    let isOwn = before.target.method != after.target.method
    return .method(MethodChange(target: isOwn ? after.target.id : nil, before: before.method, after: after.method))
  }

  // MARK: Causes of single figures

  private func statusCause(_ parts: [TargetChange]) -> ChangeCause {
    if let found = framework(of: .measure, .kind, .value, .baseline, .due, .direction, .sustain, .parts) ?? judgement {
      return found
    }
    if before.assessment.reason.restsOnMethod || after.assessment.reason.restsOnMethod, let method { return method }
    if after.assessment.parts.isEmpty { return dataCause }
    // The part that decides now, then the one that did before, then any.
    let deciding = [after.assessment.reason.worstPart, before.assessment.reason.worstPart].compactMap(\.self)
    for index in deciding + parts.compactMap(\.part) {
      if let status = parts.first(where: { $0.part == index })?.status { return status.cause }
    }
    return .time(.laterDate)
  }

  private var currentCause: ChangeCause {
    let unit = after.measure.flatMap { finder.amendment(judging: $0.indicator) }
    if let unit, case .amended(let fields) = unit.what, fields.contains(.unit) { return .framework(unit) }
    if let old = before.assessment.current?.period, old.lastDay > after.assessment.due.lastDay,
      let moved = framework(of: .due)
    {
      return moved
    }
    return dataCause
  }

  private var dataCause: ChangeCause { data.newest ?? data.history ?? passing }

  private var baselineCause: ChangeCause {
    guard let period = after.assessment.baseline?.period ?? before.assessment.baseline?.period else { return passing }
    return before.assessment.baseline == nil ? data.arrival(in: period) : data.revision(in: period)
  }

  private var goalCause: ChangeCause {
    guard after.assessment.baseline != nil || before.assessment.baseline != nil else { return dataCause }
    return baselineCause
  }

  private var overrideCause: ChangeCause {
    guard after.assessment.override == nil, let was = before.assessment.override, was == after.target.override else {
      return amended(.override)
    }
    return .time(.overrideExpired(was.expires))
  }

  /// What only the days between the two editions did.
  private var passing: ChangeCause {
    let due = after.assessment.due
    if before.release.asOf <= due.lastDay, after.release.asOf > due.lastDay { return .time(.duePassed(due)) }
    return .time(.laterDate)
  }

  private var data: DataComparison {
    DataComparison(
      finder: finder, before: before.data, after: after.data, keys: keys,
      group: after.kind.countsMembers ? after.measure?.area : nil)
  }

  /// The series that the judged values are, or are made of.
  private var keys: [SeriesKey] {
    guard let measure = after.measure ?? before.measure else { return [] }
    let indicator = measure.indicator
    switch after.kind {
    case .shareOfAreas, .allAreas:
      return finder.members(of: measure.area).map { SeriesKey(indicator, $0, measure.codes) }
    case .parity(let women, let men): return [women, men].map { SeriesKey(indicator, measure.area, $0) }
    case .gapReduction(let better, let worse, _, _):
      return [better, worse].map { SeriesKey(indicator, $0, measure.codes) }
    case .level, .ceiling, .relative, .change, .directional, .perception, .compositeIndex, .yesNo, .compound:
      return [measure.key]
    }
  }

  private var parts: [TargetChange] {
    guard case .compound(let old) = before.kind, case .compound(let new) = after.kind else { return [] }
    let judged = zip(before.assessment.parts, after.assessment.parts)
    return zip(zip(old, new), judged).enumerated().compactMap { index, pair in
      let ((was, now), (first, second)) = pair
      let change = TargetComparison(
        finder,
        Side(release: before.release, target: before.target, kind: was.kind, measure: was.measure, assessment: first),
        Side(release: after.release, target: after.target, kind: now.kind, measure: now.measure, assessment: second),
        part: index
      ).change
      return change.isEmpty ? nil : change
    }
  }
}

extension TargetComparison.Side {
  fileprivate var data: JudgedData {
    var outdated: (TimePeriod, Int)?
    if case .tooOld(let period, let age) = assessment.reason { outdated = (period, age) }
    return JudgedData(current: assessment.current?.periodValue, values: assessment.judged, outdated: outdated)
  }
}

extension CurrentValue {
  fileprivate var periodValue: PeriodValue { PeriodValue(period, value) }
}

extension TargetKind {
  fileprivate var countsMembers: Bool {
    switch self {
    case .shareOfAreas, .allAreas: true
    case .level, .ceiling, .relative, .change, .parity, .gapReduction, .directional, .perception, .compositeIndex,
      .yesNo, .compound:
      false
    }
  }
}

extension StatusReason {
  /// Whether another method could have said something else.
  fileprivate var restsOnMethod: Bool {
    switch self {
    case .probability, .wrongDirection, .methodWord, .direction, .refused: true
    case .noBaseline, .noMeasure, .noValue, .tooOld, .verdict, .metEarly, .notSustained, .onePoint, .paceRatio,
      .worstPart:
      false
    }
  }

  fileprivate var worstPart: Int? {
    guard case .worstPart(let index) = self else { return nil }
    return index
  }
}
