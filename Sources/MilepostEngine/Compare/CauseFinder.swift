import MilepostModel

/// Finds the one cause for which a value of a series changed between two releases.
struct CauseFinder {
  let before: Release
  let after: Release
  let deltas: SeriesDeltas
  private let definitions: Definitions
  private let groups: [Area.ID: Set<Area.ID>]
  /// The newest vintage of each indicator in the later release, for values that it leaves out.
  private let newest: [Indicator.ID: Provenance]

  init(_ before: Release, _ after: Release) {
    self.before = before
    self.after = after
    deltas = SeriesDeltas(before.series, after.series)
    definitions = Definitions(before, after)
    var groups: [Area.ID: Set<Area.ID>] = [:]
    for group in before.groups + after.groups { groups[group.id, default: []].formUnion(group.memberships.map(\.area)) }
    self.groups = groups
    var newest: [Indicator.ID: Provenance] = [:]
    for (index, key) in after.series.keys.enumerated() {
      guard let last = after.series.estimates(at: index).last?.provenance else { continue }
      if let known = newest[key.indicator], known.received >= last.received { continue }
      newest[key.indicator] = last
    }
    self.newest = newest
  }

  func isGroup(_ area: Area.ID) -> Bool { groups[area] != nil }

  func members(of group: Area.ID) -> [Area.ID] { (groups[group] ?? []).sorted() }

  /// What the two say of a period of a series.
  func evidence(_ key: SeriesKey, _ period: TimePeriod) -> DataEvidence {
    DataEvidence(
      key: key, period: period, before: state(key, period, in: before.series) ?? .gap(nil),
      after: state(key, period, in: after.series) ?? .gap(newest[key.indicator]))
  }

  private func state(_ key: SeriesKey, _ period: TimePeriod, in table: SeriesTable) -> CellState? {
    table.estimate(key, period).map { estimate in
      estimate.value.number.map { .known($0, estimate.provenance) } ?? .gap(estimate.provenance)
    }
  }

  /// - Returns: nil when the value did not change.
  func cause(of key: SeriesKey, in period: TimePeriod) -> ChangeCause? {
    guard let delta = deltas[key], let cell = delta.cells.first(where: { $0.period == period }) else { return nil }
    return cause(of: delta, cell)
  }

  func cause(of delta: SeriesDeltas.Delta, _ cell: SeriesDeltas.Cell) -> ChangeCause {
    // A value for a period that had none is new, however it is defined; unless all of the indicator is.
    if let change = definitions.change(ofValuesOf: delta.key, isComputed: delta.isComputed),
      cell.before != nil || change.what == .added
    {
      return .framework(change)
    }
    let own = evidence(delta.key, cell.period)
    guard delta.isComputed else { return cell.before == nil ? .newData(own) : .revision(own) }
    let inputs = Inputs(self, delta.key, definitions.reach(of: delta.key.indicator))
    for period in [cell.period, nil] {
      let places = inputs.changed(in: period)
      // A value that was not there came with what is new, whatever was revised beside it.
      let order: [Inputs.Way] = cell.before == nil ? [.added, .revised] : [.revised, .added]
      for way in order {
        guard let evidence = inputs.leading(way, among: places) else { continue }
        return way == .added ? .newData(evidence) : .revision(evidence)
      }
    }
    // The inputs that changed are confidential.
    return cell.before == nil ? .newData(own) : .revision(own)
  }

  /// The amendment of an indicator that reaches the judgement of its targets.
  func amendment(judging indicator: Indicator.ID) -> FrameworkChange? { definitions.amendment(judging: indicator) }

  /// Other members of a group on the dates of the two releases.
  func membership(of group: Area.ID) -> FrameworkChange? { definitions.membership(of: group) }
}

/// The stored values that a computed value can come from.
private struct Inputs {
  enum Way { case revised, added }

  private let finder: CauseFinder
  private let key: SeriesKey
  private let indicators: [Indicator.ID]
  private let areas: Set<Area.ID>

  init(_ finder: CauseFinder, _ key: SeriesKey, _ indicators: [Indicator.ID]) {
    self.finder = finder
    self.key = key
    self.indicators = indicators
    areas = Set(finder.members(of: key.area)).union([key.area])
  }

  /// Those of the areas of the series; where none changed, those of any area, which a formula may name.
  ///
  /// - Parameter period: nil for all, because carried forward and interpolated values rest on others than their own.
  func changed(in period: TimePeriod?) -> [SeriesDeltas.Place] {
    let places = indicators.flatMap { indicator in
      let stored = finder.deltas.stored[indicator] ?? [:]
      return period.map { stored[$0] ?? [] } ?? stored.sorted { $0.key < $1.key }.flatMap(\.value)
    }
    let own = places.filter { areas.contains(finder.deltas.deltas[$0.delta].key.area) }
    return own.isEmpty ? places : own
  }

  /// The input that changed most in a way, and how many more did.
  func leading(_ way: Way, among places: [SeriesDeltas.Place]) -> DataEvidence? {
    let found = places.filter { (cell($0).before == nil) == (way == .added) }
    let series = Set(found.map(\.delta)).count
    let leader = found.max { one, other in
      let ranks = (nearness(one), nearness(other))
      if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
      let (least, most) = (cell(one), cell(other))
      if least.movement != most.movement { return least.movement < most.movement }
      if least.period != most.period { return least.period < most.period }
      return finder.deltas.deltas[one.delta].key > finder.deltas.deltas[other.delta].key
    }
    return leader.map { place in
      finder.evidence(finder.deltas.deltas[place.delta].key, cell(place).period).with(others: series - 1)
    }
  }

  private func cell(_ place: SeriesDeltas.Place) -> SeriesDeltas.Cell {
    finder.deltas.deltas[place.delta].cells[place.cell]
  }

  /// Values of the same indicator tell more than weights, and of the same breakdown more than others.
  private func nearness(_ place: SeriesDeltas.Place) -> Int {
    let input = finder.deltas.deltas[place.delta].key
    return (input.indicator == key.indicator ? 2 : 0) + (input.codes == key.codes ? 1 : 0)
  }
}
