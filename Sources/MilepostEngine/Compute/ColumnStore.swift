import MilepostModel

/// The columns of a computation: those of the table, filled when they are asked for, and those computed so far.
struct ColumnStore {
  struct Key: Hashable {
    let indicator: Indicator.ID
    let codes: [DimensionCode]
  }

  let grid: Grid
  private let table: WorkingTable
  private var columns: [Key: Column] = [:]
  /// Places in the table's keys of the stored series.
  private var stored: [Indicator.ID: [[DimensionCode]: [Int]]] = [:]
  private var computed: [Indicator.ID: Set<[DimensionCode]>] = [:]

  init(_ grid: Grid, _ table: WorkingTable) {
    self.grid = grid
    self.table = table
  }

  private mutating func storedSeries(_ indicator: Indicator.ID) -> [[DimensionCode]: [Int]] {
    if let known = stored[indicator] { return known }
    var found: [[DimensionCode]: [Int]] = [:]
    for key in table.range(of: indicator) { found[table.keys[key].codes, default: []].append(key) }
    stored[indicator] = found
    return found
  }

  /// Every combination of codes that the indicator has series of, sorted.
  mutating func codes(of indicator: Indicator.ID) -> [[DimensionCode]] {
    let all = Set(storedSeries(indicator).keys).union(computed[indicator] ?? [])
    return all.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// nil when there is no series of the indicator with these codes.
  mutating func column(_ key: Key) -> Column? {
    if let known = columns[key] { return known }
    guard let series = storedSeries(key.indicator)[key.codes] else { return nil }
    var column = Column(cells: grid.cellCount)
    for number in series {
      guard let place = grid.index(of: table.keys[number].area) else { continue }
      for row in table.rows(at: number) {
        let cell = place * grid.periods.count + grid.period[Int(table.period[row])]
        column.number[cell] = table.number[row]
        column.kind[cell] = table.kind[row]
        column.status[cell] = table.status[row]
        column.isConfidential[cell] = table.isConfidential[row]
        column.provenance[cell] = table.provenance[row]
        column.set(table.coverage[row], at: cell)
      }
    }
    columns[key] = column
    return column
  }

  mutating func store(_ column: Column, _ key: Key) {
    columns[key] = column
    computed[key.indicator, default: []].insert(key.codes)
  }

  /// Forgets the columns of an indicator that nothing looks at any more.
  mutating func drop(_ indicator: Indicator.ID) {
    for codes in codes(of: indicator) { columns[Key(indicator: indicator, codes: codes)] = nil }
  }

  /// The places that have a stored series with these codes; nothing is computed for them.
  mutating func storedPlaces(_ key: Key) -> Set<Int> {
    Set(storedSeries(key.indicator)[key.codes, default: []].compactMap { grid.index(of: table.keys[$0].area) })
  }
}
