package import MilepostModel

/// The data of a plan in the order that the rules need, gathered once for all of them.
package struct DataIndex: Sendable {
  package let plan: ResolvedPlan
  /// In the order of the plan's tables.
  let tables: [IndexedTable]
  /// The valid cells as of each edition and as of the newest vintage; each state once.
  let selections: [CellSelection]

  package init(_ plan: ResolvedPlan) {
    self.plan = plan
    tables = plan.tables.map(IndexedTable.init)
    var states: [[VintageChoice]] = []
    for date in plan.datesOfInterest {
      let choices = plan.vintageChoices(asOf: date)
      if !choices.isEmpty && states.last != choices { states.append(choices) }
    }
    selections = states.map { CellSelection(plan, choices: $0) }
  }

  /// Place of the dataflow in the draft, for positions.
  func place(of dataflow: Dataflow.ID, _ field: String) -> SourcePosition {
    guard let index = plan.draft.dataflows.firstIndex(where: { $0.id == dataflow }) else {
      return .wholeFile("milepost.yaml")
    }
    return plan.draft.places[.dataflow, index, field]
  }

  func position(of cell: CellSelection.Cell) -> SourcePosition {
    plan.tables[Int(cell.table)].position(at: Int(cell.row))
  }
}

/// A table with its rows by series and period.
struct IndexedTable: Sendable {
  let table: ObservationTable
  /// Distinct, sorted.
  let periods: [TimePeriod]
  /// For each period of the table its place in `periods`.
  let rank: [UInt16]
  /// Rows of the series `i` are `rows[starts[i]..<starts[i + 1]]`.
  let starts: [Int]
  /// Sorted by series, period, and place in the file.
  let rows: [UInt32]

  init(_ table: ObservationTable) {
    self.table = table
    let periods = Set(table.periods).sorted()
    let places = Dictionary(uniqueKeysWithValues: periods.enumerated().map { ($1, UInt16($0)) })
    let rank = table.periods.compactMap { places[$0] }
    self.periods = periods
    self.rank = rank
    var starts = [Int](repeating: 0, count: table.seriesKeys.count + 1)
    for series in table.series { starts[Int(series) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    self.starts = starts
    var next = starts
    var rows = [UInt32](repeating: 0, count: table.count)
    for row in 0..<table.count {
      let series = Int(table.series[row])
      rows[next[series]] = UInt32(row)
      next[series] += 1
    }
    for series in table.seriesKeys.indices {
      let range = starts[series]..<starts[series + 1]
      let isSorted = range.dropFirst().allSatisfy {
        rank[Int(table.period[Int(rows[$0 - 1])])] <= rank[Int(table.period[Int(rows[$0])])]
      }
      if isSorted { continue }
      rows[range].sort {
        (rank[Int(table.period[Int($0)])], $0) < (rank[Int(table.period[Int($1)])], $1)
      }
    }
    self.rows = rows
  }

  func rank(ofRow row: UInt32) -> Int { Int(rank[Int(table.period[Int(row)])]) }

  func period(ofRow row: UInt32) -> TimePeriod { table.periods[Int(table.period[Int(row)])] }

  func rows(of series: Int) -> ArraySlice<UInt32> { rows[starts[series]..<starts[series + 1]] }

  func position(ofRow row: UInt32) -> SourcePosition { table.position(at: Int(row)) }

  /// Where a code of a column stands first.
  func place(of column: String, _ text: String) -> SourcePosition {
    table.firstPlaces[DimensionCode(column, text)] ?? .wholeFile(table.vintage.file)
  }
}
