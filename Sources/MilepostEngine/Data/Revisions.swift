import MilepostModel

#if canImport(Glibc)
  import Glibc
#endif

/// A revision by a power of ten is a change of unit or a slip; and a revision of a single cell in a series that stays
/// as it was, and that makes it less smooth, is a slip in one of the two vintages.
func revisionsByPowersOfTen(_ index: DataIndex, into findings: inout DataFindings) {
  for dataflow in index.plan.draft.dataflows {
    let order = index.plan.tablesByPublication(of: dataflow.id)
    for (older, newer) in zip(order, order.dropFirst()) {
      compare(index.tables[older], index.tables[newer], &findings)
    }
  }
}

/// A cell that two vintages have.
private struct CommonCell {
  let older: UInt32
  let newer: UInt32
}

private func compare(_ older: IndexedTable, _ newer: IndexedTable, _ findings: inout DataFindings) {
  let places = Dictionary(older.table.seriesKeys.enumerated().map { ($1, $0) }) { first, _ in first }
  var alone: [(key: SeriesKey, cells: [CommonCell], place: Int)] = []
  var changedSeries = 0
  for (series, key) in newer.table.seriesKeys.enumerated() {
    guard let place = places[key] else { continue }
    let cells = commonCells(older, place, newer, series)
    let changed = cells.indices.filter { value(older, cells[$0].older) != value(newer, cells[$0].newer) }
    if !changed.isEmpty { changedSeries += 1 }
    for change in changed {
      let (before, now) = (value(older, cells[change].older), value(newer, cells[change].newer))
      guard before > 0, now > 0 else { continue }
      let power = log10(now / before)
      if abs(power) > 0.8, abs(power - power.rounded()) < 0.02 {
        findings.report(
          .revisedByPower(
            key, newer.period(ofRow: cells[change].newer), before, now, at: newer.position(ofRow: cells[change].newer),
            older.position(ofRow: cells[change].older)))
      }
    }
    if changed.count == 1, cells.count >= 5 { alone.append((key, cells, changed[0])) }
  }
  guard changedSeries * 10 <= max(10, newer.table.seriesKeys.count) else { return }
  for (key, cells, place) in alone { judge(key, cells, place, older, newer, &findings) }
}

private func value(_ table: IndexedTable, _ row: UInt32) -> Double { table.table.number[Int(row)] }

private func commonCells(_ older: IndexedTable, _ place: Int, _ newer: IndexedTable, _ series: Int) -> [CommonCell] {
  let before = older.rows(of: place).filter { older.table.kind[Int($0)] == .figure }
  let now = newer.rows(of: series).filter { newer.table.kind[Int($0)] == .figure }
  var found: [CommonCell] = []
  var (one, other) = (0, 0)
  while one < before.count, other < now.count {
    let (left, right) = (older.period(ofRow: before[one]), newer.period(ofRow: now[other]))
    if left == right { found.append(CommonCell(older: before[one], newer: now[other])) }
    if left <= right { one += 1 }
    if right <= left { other += 1 }
  }
  return found
}

private func judge(
  _ key: SeriesKey, _ cells: [CommonCell], _ place: Int, _ older: IndexedTable, _ newer: IndexedTable,
  _ findings: inout DataFindings
) {
  let time = cells.map { newer.period(ofRow: $0.newer).timeInYears }
  let before = Robust.deviations(cells.map { value(older, $0.older) }, at: time).map(abs)
  let now = Robust.deviations(cells.map { value(newer, $0.newer) }, at: time).map(abs)
  let usual = max(Robust.median(before), Robust.median(now))
  guard max(before[place], now[place]) > 3 * max(usual, min(before[place], now[place])) else { return }
  let isNewer = now[place] > before[place]
  let (newPlace, oldPlace) = (newer.position(ofRow: cells[place].newer), older.position(ofRow: cells[place].older))
  findings.report(
    .revisedAlone(
      key, newer.period(ofRow: cells[place].newer), value(older, cells[place].older),
      value(newer, cells[place].newer), isNewer ? newer.table.vintage : older.table.vintage,
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
