import MilepostModel

#if canImport(Glibc)
  import Glibc
#endif

/// A revision by a power of ten is a change of unit or a slip; and a revision of a single cell in a series that stays
/// as it was, and that makes it less smooth, is a slip in one of the two vintages.
func revisionsByPowersOfTen(_ index: DataIndex, into findings: inout DataFindings) {
  for dataflow in index.plan.draft.dataflows {
    let order = index.plan.tablesByPublication(of: dataflow.id)
    for place in order.indices.dropFirst() {
      // What the source said before: the vintages back to the last snapshot, the newest first.
      var before: [IndexedTable] = []
      for number in order[..<place].reversed() {
        before.append(index.tables[number])
        if index.tables[number].table.vintage.kind == .snapshot { break }
      }
      compare(before, index.tables[order[place]], &findings)
    }
  }
}

/// A cell that two vintages have.
private struct CommonCell {
  /// The place of the table of the older one.
  let table: Int
  let older: UInt32
  let newer: UInt32
}

private func compare(_ before: [IndexedTable], _ newer: IndexedTable, _ findings: inout DataFindings) {
  let places = before.map { table in
    Dictionary(table.table.seriesKeys.enumerated().map { ($1, $0) }) { first, _ in first }
  }
  var alone: [(key: SeriesKey, cells: [CommonCell], place: Int)] = []
  var changedSeries = 0
  for (series, key) in newer.table.seriesKeys.enumerated() {
    let cells = commonCells(before, places.map { $0[key] }, newer, series)
    let changed = cells.indices.filter { value(before, cells[$0]) != value(newer, cells[$0].newer) }
    if !changed.isEmpty { changedSeries += 1 }
    for change in changed {
      let (old, now) = (value(before, cells[change]), value(newer, cells[change].newer))
      guard old > 0, now > 0 else { continue }
      let power = log10(now / old)
      if abs(power) > 0.8, abs(power - power.rounded()) < 0.02 {
        findings.report(
          .revisedByPower(
            key, newer.period(ofRow: cells[change].newer), old, now, at: newer.position(ofRow: cells[change].newer),
            position(before, cells[change])))
      }
    }
    if changed.count == 1, cells.count >= 5 { alone.append((key, cells, changed[0])) }
  }
  guard changedSeries * 10 <= max(10, newer.table.seriesKeys.count) else { return }
  for (key, cells, place) in alone { judge(key, cells, place, before, newer, &findings) }
}

private func value(_ before: [IndexedTable], _ cell: CommonCell) -> Double { value(before[cell.table], cell.older) }

private func position(_ before: [IndexedTable], _ cell: CommonCell) -> SourcePosition {
  before[cell.table].position(ofRow: cell.older)
}

private func value(_ table: IndexedTable, _ row: UInt32) -> Double { table.table.number[Int(row)] }

/// The cells of a series that were said before, each with the last that was said of it, by period.
private func commonCells(
  _ before: [IndexedTable], _ places: [Int?], _ newer: IndexedTable, _ series: Int
) -> [CommonCell] {
  var found: [CommonCell] = []
  for (table, place) in places.enumerated() {
    guard let place else { continue }
    let cells = commonCells(before[table], table, place, newer, series)
    let known = found.isEmpty ? [] : Set(found.map(\.newer))
    found += cells.filter { !known.contains($0.newer) }
  }
  // Each vintage gives them by period.
  return places.count == 1 ? found : found.sorted { newer.period(ofRow: $0.newer) < newer.period(ofRow: $1.newer) }
}

private func commonCells(
  _ older: IndexedTable, _ table: Int, _ place: Int, _ newer: IndexedTable, _ series: Int
) -> [CommonCell] {
  let before = older.rows(of: place).filter { older.table.kind[Int($0)] == .figure }
  let now = newer.rows(of: series).filter { newer.table.kind[Int($0)] == .figure }
  var found: [CommonCell] = []
  var (one, other) = (0, 0)
  while one < before.count, other < now.count {
    let (left, right) = (older.period(ofRow: before[one]), newer.period(ofRow: now[other]))
    if left == right { found.append(CommonCell(table: table, older: before[one], newer: now[other])) }
    if left <= right { one += 1 }
    if right <= left { other += 1 }
  }
  return found
}

private func judge(
  _ key: SeriesKey, _ cells: [CommonCell], _ place: Int, _ before: [IndexedTable], _ newer: IndexedTable,
  _ findings: inout DataFindings
) {
  let time = cells.map { newer.period(ofRow: $0.newer).timeInYears }
  let old = Robust.deviations(cells.map { value(before, $0) }, at: time).map(abs)
  let now = Robust.deviations(cells.map { value(newer, $0.newer) }, at: time).map(abs)
  let usual = max(Robust.median(old), Robust.median(now))
  guard max(old[place], now[place]) > 3 * max(usual, min(old[place], now[place])) else { return }
  let isNewer = now[place] > old[place]
  let (newPlace, oldPlace) = (newer.position(ofRow: cells[place].newer), position(before, cells[place]))
  findings.report(
    .revisedAlone(
      key, newer.period(ofRow: cells[place].newer), value(before, cells[place]),
      value(newer, cells[place].newer), isNewer ? newer.table.vintage : before[cells[place].table].table.vintage,
      at: isNewer ? newPlace : oldPlace, isNewer ? oldPlace : newPlace))
}

extension Diagnostic {
  fileprivate static func revisedByPower(
    _ key: SeriesKey, _ period: TimePeriod, _ before: Double, _ now: Double, at position: SourcePosition,
    _ other: SourcePosition
  ) -> Self {
    Diagnostic(
      .warning, "MP0423", "\(key) in \(period) is \(plain(now)), in the vintage before it was \(plain(before))",
      at: position, hint: "the two differ by a power of ten: check the unit and the point",
      notes: [Note("in the vintage before", at: other)])
  }

  fileprivate static func revisedAlone(
    _ key: SeriesKey, _ period: TimePeriod, _ before: Double, _ now: Double, _ vintage: Vintage,
    at position: SourcePosition, _ other: SourcePosition
  ) -> Self {
    Diagnostic(
      .warning, "MP0423",
      "\(key) in \(period) changed from \(plain(before)) to \(plain(now)) between vintages, alone in its series",
      at: position, hint: "the value of the vintage of \(vintage.label) fits the series less: check it",
      notes: [Note("in the other vintage", at: other)])
  }
}
