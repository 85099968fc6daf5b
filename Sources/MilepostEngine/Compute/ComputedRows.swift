import MilepostModel

/// Computed series as rows, until they are merged with the stored ones.
struct ComputedRows {
  struct Series {
    let key: SeriesKey
    let place: Int
    let rows: Range<Int>
  }

  private(set) var series: [Indicator.ID: [Series]] = [:]
  private(set) var period: [UInt16] = []
  private(set) var number: [Double] = []
  private(set) var kind: [CellKind] = []
  private(set) var status: [ObservationStatus] = []
  private(set) var isConfidential: [Bool] = []
  private(set) var provenance: [UInt32] = []
  private(set) var coverage: [Coverage?] = []

  /// Takes over the cells of `places` that have a row and know where they come from.
  mutating func append(
    _ column: Column, _ key: ColumnStore.Key, _ places: some Sequence<Int>, _ grid: Grid, _ book: inout ProvenanceBook
  ) {
    for place in places {
      let start = number.count
      for step in grid.periods.indices {
        let cell = place * grid.periods.count + step
        guard let found = column.kind[cell] else { continue }
        guard column.provenance[cell] != ProvenanceBook.none || found == .notCollected else { continue }
        period.append(grid.tablePeriod[step])
        number.append(column.number[cell])
        kind.append(found)
        status.append(column.status[cell])
        isConfidential.append(column.isConfidential[cell])
        provenance.append(column.provenance[cell])
        coverage.append(column.coverage(at: cell))
      }
      settleProvenance(from: start, &book)
      guard start < number.count else { continue }
      let key = SeriesKey(key.indicator, grid.places[place], key.codes)
      series[key.indicator, default: []].append(Series(key: key, place: place, rows: start..<number.count))
    }
  }

  /// A gap without inputs takes the provenance of the value nearest before it in the series, else of the first after.
  private mutating func settleProvenance(from start: Int, _ book: inout ProvenanceBook) {
    guard var last = provenance[start...].first(where: { $0 != ProvenanceBook.none }) else {
      truncate(to: start)
      return
    }
    for row in start..<provenance.count {
      if provenance[row] == ProvenanceBook.none { provenance[row] = last } else { last = provenance[row] }
      provenance[row] = book.computed(provenance[row])
    }
  }

  private mutating func truncate(to count: Int) {
    let surplus = number.count - count
    period.removeLast(surplus)
    number.removeLast(surplus)
    kind.removeLast(surplus)
    status.removeLast(surplus)
    isConfidential.removeLast(surplus)
    provenance.removeLast(surplus)
    coverage.removeLast(surplus)
  }

  /// The table with the computed series at their places in the order of keys.
  func merged(into table: WorkingTable, _ grid: Grid, _ book: ProvenanceBook) -> WorkingTable {
    var columns = WorkingTable.Columns()
    columns.periods = table.periods
    columns.provenances = book.entries
    columns.reserve(table.number.count + number.count)
    columns.coverage.reserveCapacity(number.count)
    var next = 0
    for indicator in series.keys.sorted() {
      guard let found = series[indicator] else { continue }
      let computed = found.sorted { isBefore(($0.place, $0.key.codes), ($1.place, $1.key.codes), grid) }
      let stored = table.range(of: indicator)
      columns.append(table, next..<stored.lowerBound)
      next = stored.lowerBound
      for entry in computed {
        let start = next
        while next < stored.upperBound, let place = grid.index(of: table.keys[next].area),
          isBefore((place, table.keys[next].codes), (entry.place, entry.key.codes), grid)
        {
          next += 1
        }
        columns.append(table, start..<next)
        append(entry, to: &columns)
      }
    }
    columns.append(table, next..<table.keys.count)
    return WorkingTable(columns)
  }

  private func isBefore(_ one: (Int, [DimensionCode]), _ other: (Int, [DimensionCode]), _ grid: Grid) -> Bool {
    let ranks = (grid.rank[one.0], grid.rank[other.0])
    return ranks.0 == ranks.1 ? one.1.lexicographicallyPrecedes(other.1) : ranks.0 < ranks.1
  }

  private func append(_ entry: Series, to columns: inout WorkingTable.Columns) {
    for row in entry.rows {
      if let shares = coverage[row] { columns.coverage[columns.number.count + row - entry.rows.lowerBound] = shares }
    }
    columns.keys.append(entry.key)
    columns.period.append(contentsOf: period[entry.rows])
    columns.number.append(contentsOf: number[entry.rows])
    columns.kind.append(contentsOf: kind[entry.rows])
    columns.status.append(contentsOf: status[entry.rows])
    columns.isConfidential.append(contentsOf: isConfidential[entry.rows])
    columns.provenance.append(contentsOf: provenance[entry.rows])
    columns.starts.append(columns.number.count)
  }
}

extension WorkingTable.Columns {
  /// Takes over whole series.
  fileprivate mutating func append(_ table: WorkingTable, _ series: Range<Int>) {
    guard !series.isEmpty else { return }
    let rows = table.starts[series.lowerBound]..<table.starts[series.upperBound]
    let offset = number.count - rows.lowerBound
    keys.append(contentsOf: table.keys[series])
    starts.append(contentsOf: table.starts[series.lowerBound + 1...series.upperBound].map { $0 + offset })
    period.append(contentsOf: table.period[rows])
    number.append(contentsOf: table.number[rows])
    kind.append(contentsOf: table.kind[rows])
    status.append(contentsOf: table.status[rows])
    isConfidential.append(contentsOf: table.isConfidential[rows])
    provenance.append(contentsOf: table.provenance[rows])
    if !table.coverage.isEmpty {
      for row in rows { if let shares = table.coverage[row] { coverage[row + offset] = shares } }
    }
  }
}
