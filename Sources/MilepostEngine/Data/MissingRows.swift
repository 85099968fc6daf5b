import MilepostModel

/// A table that is complete but for a row or two has probably lost them.
///
/// Looked at in three ways: areas by periods, areas by codes, codes by periods. A row with a reason instead of a value
/// is a row. One hole, or one in fifty, is reported; a table with more holes has them by nature. So is a single period
/// that is missing inside a series, when hardly any other series has a gap.
func missingRows(_ index: DataIndex, into findings: inout DataFindings) {
  var seen: Set<Hole> = []
  for (number, selection) in index.selections.enumerated() {
    let newest = number == index.selections.count - 1
    for group in selection.catalogue.groupsByIndicator where isWhole(selection, group, index) {
      let holes = Panel(selection, group).holes() + interiorHoles(selection, group)
      for hole in holes where newest || index.selections.count == 1 || !seen.contains(hole) {
        guard seen.insert(hole).inserted, let neighbour = hole.neighbour(in: selection, group) else { continue }
        findings.report(.missingRow(hole.key, hole.period, at: index.position(of: neighbour)))
      }
    }
  }
}

/// Whether no row of these series was left out by the reader.
private func isWhole(_ selection: CellSelection, _ group: Range<Int>, _ index: DataIndex) -> Bool {
  let broken = index.plan.tables.indices.filter { !index.plan.tables[$0].isWhole }
  guard !broken.isEmpty else { return true }
  let dataflows = Set(broken.map { index.plan.tables[$0].dataflow })
  return !selection.cells[selection.starts[group.lowerBound]..<selection.starts[group.upperBound]].contains {
    dataflows.contains(index.plan.tables[Int($0.table)].dataflow)
  }
}

/// Single periods missing inside series, where at most one series, or one in ten, of the indicator has such a gap. A series
/// that is alone needs six points to show its rhythm.
private func interiorHoles(_ selection: CellSelection, _ group: Range<Int>) -> [Hole] {
  let catalogue = selection.catalogue
  let following = catalogue.periods.map { $0.advanced(by: 1).flatMap(catalogue.number) }
  let afterNext = catalogue.periods.map { $0.advanced(by: 2).flatMap(catalogue.number) }
  var holes: [Hole] = []
  var irregular = 0
  for series in group {
    let cells = selection.cells(of: series)
    var isIrregular = false
    for (one, other) in zip(cells, cells.dropFirst()) where following[Int(one.period)] != other.period {
      isIrregular = true
      guard afterNext[Int(one.period)] == other.period, cells.count >= 4,
        let period = catalogue.periods[Int(one.period)].advanced(by: 1)
      else { continue }
      holes.append(Hole(key: catalogue.keys[series], period: period))
    }
    if isIrregular { irregular += 1 }
  }
  if group.count == 1 { return holes.count == 1 && selection.cells(of: group.lowerBound).count >= 6 ? holes : [] }
  return irregular * 10 <= max(10, group.count) ? holes : []
}

/// A cell that is not there.
private struct Hole: Hashable {
  let key: SeriesKey
  let period: TimePeriod

  /// The cell beside which the row should stand. Where the other series have the period in a later file, that of the
  /// series which stands before this one in the earlier file; else the cell of the own series before the hole, or after.
  func neighbour(in selection: CellSelection, _ group: Range<Int>) -> CellSelection.Cell? {
    guard let own = ownNeighbour(in: selection), let place = selection.catalogue.number(of: period) else { return nil }
    var before: (row: UInt32, cell: CellSelection.Cell)?
    var first: (row: UInt32, cell: CellSelection.Cell)?
    for series in group {
      guard let cell = selection.cell(of: series, place) else { continue }
      let cells = selection.cells(of: series)
      if cell.table == own.table { return own }
      guard let row = cells.last(where: { $0.table == own.table })?.row else { continue }
      if row < own.row, before.map({ $0.row < row }) ?? true { before = (row, cell) }
      if first.map({ row < $0.row }) ?? true { first = (row, cell) }
    }
    return before?.cell ?? first?.cell ?? own
  }

  private func ownNeighbour(in selection: CellSelection) -> CellSelection.Cell? {
    let catalogue = selection.catalogue
    guard let own = catalogue.index(of: key) ?? catalogue.firstIndex(of: key.indicator, key.area) else { return nil }
    let cells = selection.cells[selection.starts[own]..<selection.starts[own + 1]]
    return cells.last { catalogue.periods[Int($0.period)] < period } ?? cells.first
  }
}

/// The cells of an indicator by area, codes and period.
private struct Panel {
  private let areas: [Area.ID]
  private let codes: [[DimensionCode]]
  private let periods: [TimePeriod]
  private let indicator: Indicator.ID
  /// Area, codes, period; the last runs fastest.
  private var isThere: [Bool]

  init(_ selection: CellSelection, _ group: Range<Int>) {
    let keys = selection.catalogue.keys[group]
    indicator = selection.catalogue.keys[group.lowerBound].indicator
    areas = Set(keys.map(\.area)).sorted()
    codes = Set(keys.map(\.codes)).sorted { $0.lexicographicallyPrecedes($1) }
    let areaPlaces = Dictionary(uniqueKeysWithValues: areas.enumerated().map { ($1, $0) })
    let codePlaces = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
    var periodPlaces = [Int](repeating: -1, count: selection.catalogue.periods.count)
    for cell in selection.cells[selection.starts[group.lowerBound]..<selection.starts[group.upperBound]] {
      periodPlaces[Int(cell.period)] = 0
    }
    let used = periodPlaces.indices.filter { periodPlaces[$0] == 0 }
    for (place, period) in used.enumerated() { periodPlaces[period] = place }
    periods = used.map { selection.catalogue.periods[$0] }
    isThere = Array(repeating: false, count: areas.count * codes.count * periods.count)
    for series in group {
      let key = selection.catalogue.keys[series]
      guard let area = areaPlaces[key.area], let code = codePlaces[key.codes] else { continue }
      let start = (area * codes.count + code) * periods.count
      for cell in selection.cells[selection.starts[series]..<selection.starts[series + 1]] {
        isThere[start + periodPlaces[Int(cell.period)]] = true
      }
    }
  }

  private func holds(_ area: Int, _ code: Int, _ period: Int) -> Bool {
    isThere[(area * codes.count + code) * periods.count + period]
  }

  func holes() -> [Hole] {
    var found: [Hole] = []
    func add(_ holes: [(Int, Int)], _ hole: ((Int, Int)) -> (Int, Int, Int)) {
      for (area, code, period) in holes.map(hole) {
        found.append(Hole(key: SeriesKey(indicator, areas[area], codes[code]), period: periods[period]))
      }
    }
    for code in codes.indices {
      add(holes(areas.count, periods.count) { holds($0, code, $1) }) { ($0.0, code, $0.1) }
    }
    guard codes.count > 1 else { return found }
    for period in periods.indices {
      add(holes(areas.count, codes.count) { holds($0, $1, period) }) { ($0.0, $0.1, period) }
    }
    for area in areas.indices {
      add(holes(codes.count, periods.count) { holds(area, $0, $1) }) { (area, $0.0, $0.1) }
    }
    return found
  }

  /// The holes of a table of lines and columns when they are few; lines and columns without any cell do not count.
  private func holes(_ lineCount: Int, _ columnCount: Int, _ holds: (Int, Int) -> Bool) -> [(Int, Int)] {
    let lines = (0..<lineCount).filter { line in (0..<columnCount).contains { holds(line, $0) } }
    let columns = (0..<columnCount).filter { column in lines.contains { holds($0, column) } }
    guard lines.count >= 2, columns.count >= 2, lines.count * columns.count >= 6 else { return [] }
    let limit = max(1, lines.count * columns.count / 50)
    var found: [(Int, Int)] = []
    for line in lines {
      for column in columns where !holds(line, column) {
        found.append((line, column))
        if found.count > limit { return [] }
      }
    }
    return found
  }
}

extension Diagnostic {
  fileprivate static func missingRow(_ key: SeriesKey, _ period: TimePeriod, at position: SourcePosition) -> Self {
    Diagnostic(
      .warning, "MP0422", "no row for \(key) in \(period), in a table that is complete otherwise", at: position,
      hint: "add the row; when there is no value, give the reason in MISSING")
  }
}
