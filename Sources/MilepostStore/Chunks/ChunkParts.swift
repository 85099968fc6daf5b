import MilepostModel

/// What series of a chunk have in common, each thing once, and the columns that point to it.
struct ChunkParts {
  let index: ChunkIndex
  /// The place of each row's period.
  let periodColumn: [UInt16]
  /// The place of each row's origin.
  let originColumn: [UInt16]

  init(_ columns: SeriesTable.Columns, _ series: Range<Int>) {
    let rows = columns.starts[series.lowerBound]..<columns.starts[series.upperBound]
    let (periods, periodPlaces) = ChunkParts.periods(columns, rows)
    periodColumn = columns.period[rows].map { periodPlaces[Int($0)] }
    var origins = Places<UInt32>()
    originColumn = columns.provenance[rows].map { UInt16(origins.place(of: $0)) }
    var areas = Places<Area.ID>()
    var codes = Places<[DimensionCode]>()
    var entries: [ChunkIndex.Entry] = []
    entries.reserveCapacity(series.count)
    for place in series {
      let own = columns.starts[place] - rows.lowerBound..<columns.starts[place + 1] - rows.lowerBound
      let key = columns.keys[place]
      entries.append(
        ChunkIndex.Entry(
          area: areas.place(of: key.area), code: codes.place(of: key.codes), observations: own.count,
          first: own.isEmpty ? 0 : Int(periodColumn[own.lowerBound]),
          last: own.isEmpty ? 0 : Int(periodColumn[own.upperBound - 1])))
    }
    index = ChunkIndex(
      indicator: columns.keys[series.lowerBound].indicator, areas: areas.values, codes: codes.values, periods: periods,
      provenances: origins.values.map { columns.provenances[Int($0)] }, entries: entries)
  }

  /// The periods of the rows, sorted, and the place among them of each that the table has.
  private static func periods(_ columns: SeriesTable.Columns, _ rows: Range<Int>) -> ([TimePeriod], [UInt16]) {
    var isUsed = [Bool](repeating: false, count: columns.periods.count)
    for period in columns.period[rows] { isUsed[Int(period)] = true }
    let used = columns.periods.indices.filter { isUsed[$0] }.sorted { columns.periods[$0] < columns.periods[$1] }
    var places = [UInt16](repeating: 0, count: columns.periods.count)
    for (place, period) in used.enumerated() { places[period] = UInt16(place) }
    return (used.map { columns.periods[$0] }, places)
  }
}

/// Values in the order in which they come up first.
private struct Places<Value: Hashable> {
  private(set) var values: [Value] = []
  private var places: [Value: Int] = [:]
  private var last = 0

  mutating func place(of value: Value) -> Int {
    // Neighbours mostly share a value, or go through the same few in turn.
    if last < values.count, values[last] == value { return last }
    let next = last + 1 < values.count ? last + 1 : 0
    if next < values.count, values[next] == value {
      last = next
      return next
    }
    if let known = places[value] {
      last = known
      return known
    }
    last = values.count
    places[value] = last
    values.append(value)
    return last
  }
}
