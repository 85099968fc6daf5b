package import MilepostModel

/// What a release says differently from an earlier one of the same plan, each difference with its one leading cause.
///
/// The order in which causes lead is that of `ChangeCause`. Compared are published values, so that a figure which
/// moves because confidential inputs moved is its own evidence.
package func compare(_ before: Release, _ after: Release) -> ReleaseChanges {
  let finder = CauseFinder(before, after)
  let plan = PlanComparison(before: before, after: after)
  return ReleaseChanges(
    before: .init(before), after: .init(after), targets: targetChanges(finder), outcomes: outcomeChanges(finder),
    series: seriesChanges(finder), areas: areaCounts(finder), elements: plan.elements, methods: plan.methods,
    texts: plan.texts)
}

private func targetChanges(_ finder: CauseFinder) -> [TargetChange] {
  let old = Dictionary(finder.before.assessments.map { ($0.target, $0) }) { first, _ in first }
  let plan = finder.before.plan
  return zip(finder.after.plan.targets, finder.after.assessments).compactMap { target, assessment in
    guard let was = plan.target(target.id), let judged = old[target.id] else { return nil }
    let change = TargetComparison(
      finder,
      .init(release: finder.before, target: was, kind: was.kind, measure: was.measure, assessment: judged),
      .init(release: finder.after, target: target, kind: target.kind, measure: target.measure, assessment: assessment)
    ).change
    return change.isEmpty ? nil : change
  }
}

private func outcomeChanges(_ finder: CauseFinder) -> [OutcomeChange] {
  let old = Dictionary(finder.before.directions.map { ($0.outcome, $0) }) { first, _ in first }
  let plans = (finder.before.plan.outcomes, finder.after.plan.outcomes)
  return finder.after.directions.compactMap { direction in
    guard let was = old[direction.outcome], was.status != direction.status else { return nil }
    let measures = (
      plans.0.first { $0.id == direction.outcome }?.measures, plans.1.first { $0.id == direction.outcome }?.measures
    )
    let cause =
      measures.0 == measures.1
      ? OutcomeComparison(finder: finder, before: was, after: direction).cause
      : .framework(FrameworkChange(PlanElement(.outcome, direction.outcome.text), .amended([.measures])))
    return OutcomeChange(direction.outcome, Changed(was.status, direction.status, cause))
  }
}

/// The two judgements of an outcome whose measures are the same.
private struct OutcomeComparison {
  let finder: CauseFinder
  let before: DirectionalAssessment
  let after: DirectionalAssessment

  /// That of the first measure whose direction changed.
  var cause: ChangeCause {
    for (was, part) in zip(before.parts, after.parts) where was.status != part.status {
      if let change = finder.amendment(judging: part.measure.indicator) { return .framework(change) }
      let (old, new) = (finder.before.settings.method, finder.after.settings.method)
      if old.window != new.window { return .method(MethodChange(target: nil, before: old, after: new)) }
      let data = DataComparison(
        finder: finder, before: data(was, in: finder.before), after: data(part, in: finder.after),
        keys: [part.measure.key], group: nil)
      return data.newest ?? data.history ?? .time(.laterDate)
    }
    return .time(.laterDate)
  }

  private func data(_ part: DirectionalAssessment.Part, in release: Release) -> JudgedData {
    let index = release.series.index(of: part.measure.key)
    let values = index.map { index in
      release.series.readings(at: index).compactMap { reading in
        reading.value.map { PeriodValue(reading.period, $0) }
      }
    }
    let age = release.plan.indicator(part.measure.indicator)?.maximumAge
    return JudgedData(
      current: part.last, values: values ?? [], outdated: part.outdated.flatMap { old in age.map { (old, $0) } })
  }
}

/// Series of groups, and those of areas that a target or outcome looks at.
private func seriesChanges(_ finder: CauseFinder) -> [SeriesChange] {
  let watched = finder.before.plan.watchedKeys.union(finder.after.plan.watchedKeys)
  return finder.deltas.deltas.compactMap { delta in
    guard finder.isGroup(delta.key.area) || watched.contains(delta.key) else { return nil }
    return SeriesChange(
      delta.key,
      delta.cells.map { cell in
        let evidence = finder.evidence(delta.key, cell.period)
        return ValueChange(
          cell.period, before: evidence.before, after: evidence.after, cause: finder.cause(of: delta, cell))
      })
  }
}

private func areaCounts(_ finder: CauseFinder) -> [AreaValueCounts] {
  var counts: [AreaValueCounts] = []
  var deltas = finder.deltas.deltas.filter { !finder.isGroup($0.key.area) }[...]
  while let first = deltas.first {
    let own = deltas.prefix { $0.key.indicator == first.key.indicator }
    deltas = deltas.dropFirst(own.count)
    let cells = own.lazy.flatMap(\.cells)
    counts.append(
      AreaValueCounts(
        indicator: first.key.indicator, revised: cells.count { $0.before != nil && $0.after != nil },
        added: cells.count { $0.before == nil }, withdrawn: cells.count { $0.after == nil },
        areas: Set(own.map(\.key.area)).count))
  }
  return counts
}
