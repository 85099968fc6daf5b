import MilepostModel

/// Observations that were counted, as a table of data.
struct TabulatedRows {
  let dataflow: Dataflow.ID
  let vintage: Vintage
  private var keys: [SeriesKey] = []
  private var keyPlaces: [SeriesKey: Int] = [:]
  private var periods: [TimePeriod] = []
  private var periodPlaces: [TimePeriod: Int] = [:]
  private var series: [UInt32] = []
  private var period: [UInt16] = []
  private var number: [Double] = []
  private var kind: [CellKind] = []
  private var line: [UInt32] = []

  /// Stands where `kind` says that there is no figure.
  private static let noNumber = 0.0

  init(dataflow: Dataflow.ID, vintage: Vintage) {
    self.dataflow = dataflow
    self.vintage = vintage
  }

  mutating func append(_ key: SeriesKey, _ time: TimePeriod, _ value: ObservedValue, line: Int) {
    series.append(UInt32(TabulatedRows.place(of: key, in: &keys, &keyPlaces)))
    period.append(UInt16(clamping: TabulatedRows.place(of: time, in: &periods, &periodPlaces)))
    number.append(value.number ?? TabulatedRows.noNumber)
    kind.append(CellKind(value))
    self.line.append(UInt32(clamping: line))
  }

  private static func place<Value: Hashable>(
    of value: Value, in values: inout [Value], _ places: inout [Value: Int]
  ) -> Int {
    if let known = places[value] { return known }
    values.append(value)
    places[value] = values.count - 1
    return values.count - 1
  }

  var table: ObservationTable {
    let count = series.count
    return ObservationTable(
      dataflow: dataflow, vintage: vintage, seriesKeys: keys, periods: periods, series: series, period: period,
      number: number, kind: kind, status: Array(repeating: .reported, count: count),
      confidentiality: Array(repeating: .free, count: count), line: line, column: Array(repeating: 1, count: count),
      periodColumn: Array(repeating: 1, count: count))
  }
}
