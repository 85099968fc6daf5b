import MilepostModel

/// The values that differ between two releases, series by series.
struct SeriesDeltas {
  /// A period of which the two say different things; at least one has a value.
  struct Cell: Hashable {
    let period: TimePeriod
    let before: Double?
    let after: Double?
  }

  struct Delta {
    let key: SeriesKey
    let isComputed: Bool
    /// Sorted by period, never empty.
    let cells: [Cell]
  }

  /// A place among the cells of the stored series.
  struct Place: Hashable {
    let delta: Int
    let cell: Int
  }

  /// Sorted by key.
  let deltas: [Delta]
  /// Changed values of stored series: what computed values can be computed from.
  let stored: [Indicator.ID: [TimePeriod: [Place]]]

  init(_ before: SeriesTable, _ after: SeriesTable) {
    var deltas: [Delta] = []
    var (one, other) = (0, 0)
    while one < before.keys.count || other < after.keys.count {
      let takesOld = one < before.keys.count && (other >= after.keys.count || !(after.keys[other] < before.keys[one]))
      let takesNew = other < after.keys.count && (one >= before.keys.count || !(before.keys[one] < after.keys[other]))
      let old = takesOld ? one : nil
      let new = takesNew ? other : nil
      if let delta = SeriesDeltas.delta(before, old, after, new) { deltas.append(delta) }
      if takesOld { one += 1 }
      if takesNew { other += 1 }
    }
    self.deltas = deltas
    var stored: [Indicator.ID: [TimePeriod: [Place]]] = [:]
    for (index, delta) in deltas.enumerated() where !delta.isComputed {
      for (place, cell) in delta.cells.enumerated() {
        stored[delta.key.indicator, default: [:]][cell.period, default: []].append(Place(delta: index, cell: place))
      }
    }
    self.stored = stored
  }

  private static func delta(_ before: SeriesTable, _ old: Int?, _ after: SeriesTable, _ new: Int?) -> Delta? {
    let was = old.map { Array(before.readings(at: $0)) } ?? []
    let now = new.map { Array(after.readings(at: $0)) } ?? []
    var cells: [Cell] = []
    var (one, other) = (0, 0)
    while one < was.count || other < now.count {
      let takesOld = one < was.count && (other >= now.count || was[one].period <= now[other].period)
      let takesNew = other < now.count && (one >= was.count || now[other].period <= was[one].period)
      let values = (takesOld ? was[one].value : nil, takesNew ? now[other].value : nil)
      let period = takesOld ? was[one].period : now[other].period
      if values.0 != values.1 { cells.append(Cell(period: period, before: values.0, after: values.1)) }
      if takesOld { one += 1 }
      if takesNew { other += 1 }
    }
    guard !cells.isEmpty else { return nil }
    let first = new.flatMap { after.estimates(at: $0).first } ?? old.flatMap { before.estimates(at: $0).first }
    guard let first, let key = new.map({ after.keys[$0] }) ?? old.map({ before.keys[$0] }) else { return nil }
    return Delta(key: key, isComputed: first.provenance.isComputed, cells: cells)
  }

  subscript(_ key: SeriesKey) -> Delta? {
    var low = 0
    var high = deltas.count
    while low < high {
      let middle = (low + high) / 2
      if deltas[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low < deltas.count && deltas[low].key == key ? deltas[low] : nil
  }
}

extension SeriesDeltas.Cell {
  /// How far the value moved as a share of what it was; values that came or went moved furthest.
  var movement: Double {
    guard let before, let after else { return .infinity }
    return abs(after - before) / max(abs(before), abs(after))
  }
}
