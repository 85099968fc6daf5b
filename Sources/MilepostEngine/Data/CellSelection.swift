import MilepostModel

/// The cells that are valid as of a date, by series and period, each with the table and row it stands in.
struct CellSelection: Sendable {
  struct Cell: Sendable {
    /// Index into the plan's tables.
    let table: UInt32
    let row: UInt32
    /// Number in the catalogue.
    let period: UInt16
  }

  let catalogue: SeriesCatalogue
  /// Cells of the series numbered `i` in the catalogue are `starts[i]..<starts[i + 1]`; none where another source is
  /// preferred.
  let starts: [Int]
  /// One per series and period, sorted by both.
  let cells: [Cell]

  init(_ plan: ResolvedPlan, asOf date: CalendarDate) {
    self.init(plan, choices: plan.vintageChoices(asOf: date))
  }

  /// - Parameter choices: Of different dataflows.
  init(_ plan: ResolvedPlan, choices: [VintageChoice]) {
    let tables = choices.flatMap(\.tables)
    let catalogue = SeriesCatalogue(plan, tables: tables)
    let owners = SeriesOwners(plan, choices: choices, catalogue: catalogue)
    var starts = Array(repeating: 0, count: catalogue.keys.count + 1)
    for (number, choice) in choices.enumerated() {
      for table in choice.tables {
        let series = catalogue.series[table]
        let isOurs = series.map { owners.owner[Int($0)] == number }
        for code in plan.tables[table].series where isOurs[Int(code)] { starts[Int(series[Int(code)]) + 1] += 1 }
      }
    }
    for index in 1..<max(1, starts.count) { starts[index] += starts[index - 1] }
    var next = starts
    var cells = [Cell](repeating: Cell(table: 0, row: 0, period: 0), count: starts[starts.count - 1])
    for (number, choice) in choices.enumerated() {
      for table in choice.tables {
        let source = plan.tables[table]
        let (series, period) = (catalogue.series[table], catalogue.period[table])
        let isOurs = series.map { owners.owner[Int($0)] == number }
        for row in 0..<source.count {
          let code = Int(source.series[row])
          guard isOurs[code] else { continue }
          let place = Int(series[code])
          cells[next[place]] = Cell(
            table: UInt32(table), row: UInt32(row), period: period[Int(source.period[row])])
          next[place] += 1
        }
      }
    }
    (self.starts, self.cells) = CellSelection.sortedByPeriod(starts, cells)
    self.catalogue = catalogue
  }

  /// Sorts each series by period; of several cells of one period the last table's first row stays.
  private static func sortedByPeriod(_ starts: [Int], _ cells: [Cell]) -> ([Int], [Cell]) {
    var isStrict = true
    for series in 0..<(starts.count - 1) where isStrict {
      for index in starts[series]..<max(starts[series], starts[series + 1] - 1)
      where cells[index].period >= cells[index + 1].period {
        isStrict = false
        break
      }
    }
    guard !isStrict else { return (starts, cells) }
    var newStarts = [0]
    var result: [Cell] = []
    newStarts.reserveCapacity(starts.count)
    result.reserveCapacity(cells.count)
    for series in 0..<(starts.count - 1) {
      let sorted = cells[starts[series]..<starts[series + 1]].enumerated().sorted {
        ($0.element.period, $0.offset) < ($1.element.period, $1.offset)
      }
      for (_, cell) in sorted {
        if result.count > newStarts[series], result[result.count - 1].period == cell.period {
          if result[result.count - 1].table != cell.table { result[result.count - 1] = cell }
        } else {
          result.append(cell)
        }
      }
      newStarts.append(result.count)
    }
    return (newStarts, result)
  }
}

/// Which dataflow a series is taken from when several have it: the indicator's order of sources decides, then the order
/// of the sidecars; a source that the indicator does not name is not used.
struct SeriesOwners: Sendable {
  /// For each series of the catalogue the place of its choice; nil: of none.
  let owner: [Int?]

  init(_ plan: ResolvedPlan, choices: [VintageChoice], catalogue: SeriesCatalogue) {
    var owner = [Int?](repeating: nil, count: catalogue.keys.count)
    var best = [Int](repeating: Int.max, count: catalogue.keys.count)
    for (number, choice) in choices.enumerated() {
      var rank: (indicator: Indicator.ID, value: Int?)?
      for table in choice.tables {
        for (key, place) in zip(plan.tables[table].seriesKeys, catalogue.series[table]) {
          if rank?.indicator != key.indicator {
            rank = (key.indicator, plan.indicators[key.indicator]?.rank(of: choice.dataflow.source))
          }
          guard let value = rank?.value, value < best[Int(place)] else { continue }
          best[Int(place)] = value
          owner[Int(place)] = number
        }
      }
    }
    self.owner = owner
  }
}

extension Indicator {
  /// 0 is best; nil when the indicator names its sources and this is none of them.
  fileprivate func rank(of source: DataSource.ID) -> Int? { sources.isEmpty ? 0 : sources.firstIndex(of: source) }
}
