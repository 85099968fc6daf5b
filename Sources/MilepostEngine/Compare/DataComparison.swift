import MilepostModel

/// What a target, a part of one, or a measure of an outcome is judged on, in one release.
struct JudgedData {
  /// nil: nothing counts as now.
  let current: PeriodValue?
  /// In the unit of what is judged, sorted by period.
  let values: [PeriodValue]
  /// The newest period when that is too old to count, and the age that is allowed.
  let outdated: (period: TimePeriod, maximumAge: Int)?
}

/// The data behind one judgement in two releases.
struct DataComparison {
  let finder: CauseFinder
  let before: JudgedData
  let after: JudgedData
  /// The series whose values are judged, or that the judged values are made of; empty when nothing is measured.
  let keys: [SeriesKey]
  /// The group whose members are counted.
  let group: Area.ID?

  /// Why the newest value is another; nil when it is not.
  var newest: ChangeCause? {
    guard let old = before.current else { return after.current.map { arrival(in: $0.period) } }
    guard let new = after.current else {
      if let outdated = after.outdated, outdated.period >= old.period {
        return .time(.tooOld(newest: outdated.period, maximumAge: outdated.maximumAge))
      }
      return revision(in: old.period)
    }
    guard let again = after.values.first(where: { $0.period == old.period }) else { return revision(in: old.period) }
    if old.period == new.period { return old.value == new.value ? nil : revision(in: old.period) }
    let revised = abs(again.value - old.value)
    return revised > 0 && revised >= abs(new.value - again.value)
      ? revision(in: old.period) : arrival(in: new.period)
  }

  /// Why the values of other periods than the newest are others; nil when they are the same.
  var history: ChangeCause? {
    let old = Dictionary(before.values.map { ($0.period, $0.value) }) { first, _ in first }
    let new = Dictionary(after.values.map { ($0.period, $0.value) }) { first, _ in first }
    let changed = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }
    if let period = changed.filter({ old[$0] != nil }).max() { return revision(in: period) }
    return changed.max().map(arrival)
  }

  /// The cause for which a value that was there is another one, or gone.
  func revision(in period: TimePeriod) -> ChangeCause {
    cause(in: period, [.framework, .revision, .newData])
      ?? keys.first.map { .revision(finder.evidence($0, period)) } ?? .time(.laterDate)
  }

  /// The cause for which there is a value where there was none.
  func arrival(in period: TimePeriod) -> ChangeCause {
    cause(in: period, [.newData, .framework, .revision])
      ?? keys.first.map { .newData(finder.evidence($0, period)) } ?? .time(.laterDate)
  }

  private func cause(in period: TimePeriod, _ order: [ChangeCause.Kind]) -> ChangeCause? {
    if let found = leading(keys.compactMap { finder.cause(of: $0, in: period) }, order) { return found }
    if let change = group.flatMap(finder.membership), before.values.contains(where: { $0.period == period }) {
      return .framework(change)
    }
    // Values that are sums or means over time rest on other periods than their own.
    let newest = keys.compactMap { key in
      finder.deltas[key].flatMap { delta in delta.cells.last.map { finder.cause(of: delta, $0) } }
    }
    return leading(newest, order)
  }

  /// The first cause in an order of kinds, by the input that changed most.
  private func leading(_ causes: [ChangeCause], _ order: [ChangeCause.Kind]) -> ChangeCause? {
    for kind in order {
      let found = causes.filter { $0.kind == kind }
      guard let first = found.first else { continue }
      let evidence = found.compactMap(\.evidence)
      let most = evidence.enumerated().max { one, other in
        one.element.movement == other.element.movement
          ? one.offset > other.offset : one.element.movement < other.element.movement
      }
      guard let leader = most?.element else { return first }
      let all = leader.with(others: evidence.reduce(0) { $0 + $1.others + 1 } - 1)
      return kind == .newData ? .newData(all) : .revision(all)
    }
    return nil
  }
}

extension DataEvidence {
  fileprivate var movement: Double {
    SeriesDeltas.Cell(period: period, before: before.value, after: after.value).movement
  }
}
