import MilepostModel

/// A total and its parts by one dimension say the same: counts add up, and the total of a share lies where the parts'
/// weights put it.
///
/// A codelist whose parts mostly do not add up is no division of the total, and is left alone.
func partsAndTotals(_ index: DataIndex, into findings: inout DataFindings) {
  var seen: Set<UInt64> = []
  for selection in index.selections {
    for group in selection.catalogue.groupsByIndicator {
      guard let indicator = index.plan.indicators[selection.catalogue.keys[group.lowerBound].indicator] else {
        continue
      }
      let isSum = indicator.aggregation?.method == .sum || (indicator.aggregation == nil && !indicator.isShare)
      let tests = Breakdowns(index, selection, group).tests
      let failures = isSum ? sumsThatFail(tests) : sharesThatFail(tests)
      for failure in failures {
        let suspect = index.suspect(among: [failure.total] + failure.parts, selection)
        guard seen.insert(suspect.identity).inserted else { continue }
        let others = ([failure.total] + failure.parts).filter { $0.identity != suspect.identity }
        let period = selection.catalogue.periods[Int(suspect.cell.period)]
        let values = failure.partValues.map(plain).joined(separator: isSum ? " + " : " and ")
        findings.report(
          isSum
            ? .partsDoNotAddUp(suspect.key, period, values, failure.totalValue, index, suspect, others)
            : .totalBesideParts(suspect.key, period, values, failure.totalValue, index, suspect, others))
      }
    }
  }
}

/// A total with all its parts in one period.
struct BreakdownTest {
  let total: LocatedCell
  let totalValue: Double
  let parts: [LocatedCell]
  let partValues: [Double]
}

/// A cell with its series.
struct LocatedCell {
  let series: Int
  let key: SeriesKey
  let cell: CellSelection.Cell

  var identity: UInt64 { UInt64(cell.table) << 32 | UInt64(cell.row) }
}

private func sumsThatFail(_ tests: [BreakdownTest]) -> [BreakdownTest] {
  let failing = tests.filter { test in
    let values = test.partValues + [test.totalValue]
    let tolerance = Robust.roundingError(values) * Double(values.count) * 1.01
    return abs(test.partValues.reduce(0, +) - test.totalValue) > tolerance
  }
  return failing.count * 2 <= tests.count || tests.count <= 3 ? failing : []
}

/// For two parts the total lies between them at a place that is the weight of the second; far from the usual weight the
/// three do not belong together. For more parts it lies between the lowest and the highest.
private func sharesThatFail(_ tests: [BreakdownTest]) -> [BreakdownTest] {
  let rounding = Robust.roundingError(tests.flatMap { $0.partValues + [$0.totalValue] })
  let distances = tests.map { test in
    max(0, (test.partValues.min() ?? 0) - test.totalValue, test.totalValue - (test.partValues.max() ?? 0))
  }
  let outside = beyond(distances, 2 * rounding, tests)
  let pairs = tests.filter { $0.partValues.count == 2 }
  let firm = pairs.filter { abs($0.partValues[1] - $0.partValues[0]) > 10 * rounding }
  guard pairs.count == tests.count, firm.count >= 5 else { return outside }
  let weight = Robust.median(
    firm.map { ($0.totalValue - $0.partValues[0]) / ($0.partValues[1] - $0.partValues[0]) })
  let residuals = pairs.map {
    abs($0.totalValue - $0.partValues[0] - weight * ($0.partValues[1] - $0.partValues[0]))
  }
  return beyond(residuals, 4 * rounding, pairs)
}

/// The tests whose departure stands out from those of the others.
private func beyond(_ departures: [Double], _ least: Double, _ tests: [BreakdownTest]) -> [BreakdownTest] {
  let limit = max(least, 8 * Robust.median(departures), 2 * Robust.upperTail(departures))
  return zip(tests, departures).filter { $1 > limit }.map(\.0)
}

/// The totals and parts of one indicator.
private struct Breakdowns {
  var tests: [BreakdownTest] = []

  init(_ index: DataIndex, _ selection: CellSelection, _ group: Range<Int>) {
    let keys = selection.catalogue.keys
    var start = group.lowerBound
    while start < group.upperBound {
      var end = start + 1
      while end < group.upperBound, keys[end].area == keys[start].area { end += 1 }
      // Without a shorter list of codes there is no total.
      if (start..<end).contains(where: { keys[$0].codes.count != keys[start].codes.count }) {
        add(index, selection, start..<end)
      }
      start = end
    }
  }

  private mutating func add(_ index: DataIndex, _ selection: CellSelection, _ area: Range<Int>) {
    let keys = selection.catalogue.keys
    let places = Dictionary(uniqueKeysWithValues: area.map { (keys[$0].codes, $0) })
    for total in area {
      let parts = Dictionary(grouping: area.filter { keys[$0].codes.count == keys[total].codes.count + 1 }) { part in
        let extra = keys[part].codes.filter { !keys[total].codes.contains($0) }
        return extra.count == 1 ? extra[0].dimension : ""
      }
      for (dimension, found) in parts.sorted(by: { $0.key < $1.key }) where !dimension.isEmpty {
        guard let size = index.codeCount(of: dimension), found.count == size,
          places[keys[total].codes] != nil
        else { continue }
        addTests(index, selection, total, found)
      }
    }
  }

  private mutating func addTests(_ index: DataIndex, _ selection: CellSelection, _ total: Int, _ parts: [Int]) {
    for cell in selection.cells(of: total) {
      guard let totalValue = index.figure(cell) else { continue }
      let located = parts.compactMap { part in
        selection.cell(of: part, cell.period).map {
          LocatedCell(series: part, key: selection.catalogue.keys[part], cell: $0)
        }
      }
      let values = located.compactMap { index.figure($0.cell) }
      guard values.count == parts.count else { continue }
      tests.append(
        BreakdownTest(
          total: LocatedCell(series: total, key: selection.catalogue.keys[total], cell: cell), totalValue: totalValue,
          parts: located, partValues: values))
    }
  }
}

extension CellSelection {
  func cells(of series: Int) -> ArraySlice<Cell> { cells[starts[series]..<starts[series + 1]] }

  func cell(of series: Int, _ period: UInt16) -> Cell? {
    let cells = cells(of: series)
    var (low, high) = (cells.startIndex, cells.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].period < period { low = middle + 1 } else { high = middle }
    }
    return low < cells.endIndex && cells[low].period == period ? cells[low] : nil
  }
}

extension Indicator {
  /// Values that do not add up over areas: percentages, rates, ratios, yes or no.
  var isShare: Bool {
    unit.isPercent || unit == .ratio || unit == .yesNo || unit == .percentagePoints || limits.upper != nil
      || unit.measure.hasPrefix("per ") || unit.measure.hasPrefix("index")
  }
}

extension DataIndex {
  /// The number in a cell; nil when there is none.
  func figure(_ cell: CellSelection.Cell) -> Double? {
    let table = plan.tables[Int(cell.table)]
    return table.kind[Int(cell.row)] == .figure ? table.number[Int(cell.row)] : nil
  }

  /// Codes of the codelist of a dimension, without the total.
  func codeCount(of dimension: String) -> Int? {
    let found = plan.draft.dataflows.flatMap(\.structure.dimensions).first { $0.id == dimension }
    return found.flatMap { plan.codelists[$0.codelist] }?.codes.filter { $0.id != SeriesKey.total }.count
  }

  /// Of cells that contradict each other the one that fits its own series least.
  func suspect(among cells: [LocatedCell], _ selection: CellSelection) -> LocatedCell {
    var figures = SeriesFigures(plan, selection)
    var worst = (cell: cells[0], strength: -1.0)
    for candidate in cells {
      figures.load(candidate.series)
      guard figures.count >= 3,
        let place = figures.cells.firstIndex(where: { $0.row == candidate.cell.row && $0.table == candidate.cell.table }
        )
      else { continue }
      let deviation = abs(Robust.deviations(figures.value, at: figures.time)[place])
      // The noise of the others: a wrong value makes its neighbours look wrong too.
      var (values, times) = (figures.value, figures.time)
      values.remove(at: place)
      times.remove(at: place)
      let noise = values.count < 3 ? 0 : Robust.median(Robust.deviations(values, at: times).map(abs))
      let strength = deviation / (noise + 0.001 * abs(figures.value[place]) + 1e-12)
      if strength > worst.strength { worst = (candidate, strength) }
    }
    return worst.cell
  }
}

extension Diagnostic {
  private static func notes(_ index: DataIndex, _ others: [LocatedCell]) -> [Note] {
    others.map { Note("\($0.key)", at: index.position(of: $0.cell)) }
  }

  fileprivate static func partsDoNotAddUp(
    _ key: SeriesKey, _ period: TimePeriod, _ parts: String, _ total: Double, _ index: DataIndex,
    _ suspect: LocatedCell, _ others: [LocatedCell]
  ) -> Self {
    Diagnostic(
      .warning, "MP0424",
      "parts and total of \(key.indicator)(\(key.area)) differ in \(period): \(parts) is not \(plain(total))",
      at: index.position(of: suspect.cell), hint: "correct the value that is wrong", notes: notes(index, others))
  }

  fileprivate static func totalBesideParts(
    _ key: SeriesKey, _ period: TimePeriod, _ parts: String, _ total: Double, _ index: DataIndex,
    _ suspect: LocatedCell, _ others: [LocatedCell]
  ) -> Self {
    Diagnostic(
      .warning, "MP0425",
      "total of \(key.indicator)(\(key.area)) in \(period) does not go with its parts: \(plain(total)) beside \(parts)",
      at: index.position(of: suspect.cell), hint: "correct the value that is wrong", notes: notes(index, others))
  }
}
