import MilepostModel

/// The rows read so far, by column, with the dictionaries of their texts.
struct ObservationRows {
  let columns: ObservationColumns
  private let places: CellPlaces
  private let values: ValueColumn
  private var keys: SeriesKeyColumn
  private var periods: CodedColumn<TimePeriod>
  private var statuses: CodedColumn<ObservationStatus>
  private var confidentialities: CodedColumn<Confidentiality>
  private var reasons: CodedColumn<CellKind?>

  private var series: [UInt32] = []
  private var period: [UInt16] = []
  private var number: [Double] = []
  private var kind: [CellKind] = []
  private var status: [ObservationStatus] = []
  private var confidentiality: [Confidentiality] = []
  private var line: [UInt32] = []
  private var column: [UInt16] = []
  private var periodColumn: [UInt16] = []

  var isEmpty: Bool { series.isEmpty }

  init(
    _ columns: ObservationColumns, dataflow: Dataflow, layout: DataLayout, file: String, isASCII: Bool, capacity: Int
  ) {
    self.columns = columns
    places = CellPlaces(file: file, isASCII: isASCII)
    values = ValueColumn(layout)
    keys = SeriesKeyColumn(columns, dataflow: dataflow)
    let start = layout.fiscalYearStart?.value
    periods = CodedColumn { PeriodForm.read($0, fiscalYearStart: start) }
    statuses = CodedColumn(read: StatusForm.status)
    confidentialities = CodedColumn(read: StatusForm.confidentiality)
    reasons = CodedColumn(read: StatusForm.reason)
    series.reserveCapacity(capacity)
    period.reserveCapacity(capacity)
    number.reserveCapacity(capacity)
    kind.reserveCapacity(capacity)
    status.reserveCapacity(capacity)
    confidentiality.reserveCapacity(capacity)
    line.reserveCapacity(capacity)
    column.reserveCapacity(capacity)
    periodColumn.reserveCapacity(capacity)
  }

  /// Takes the row, or reports what is wrong in each of its cells.
  mutating func append(_ spans: [CSVFieldSpan], _ bytes: Span<UInt8>, findings: inout FileFindings) {
    let findingsBefore = findings.count
    let key = keys.code(spans, bytes, places)
    for (column, fault) in keys.faults { findings.report(fault.finding(places.position(of: spans[column], bytes))) }
    let when = periods.code(of: spans[columns.period], bytes, places, &findings)
    let firm = columns.status.flatMap { statuses.code(of: spans[$0], bytes, places, &findings) }
    let free = columns.confidentiality.flatMap { confidentialities.code(of: spans[$0], bytes, places, &findings) }
    let reason = columns.missing.map { column in
      GivenReason(
        field: spans[column],
        kind: reasons.code(of: spans[column], bytes, places, &findings).flatMap {
          reasons.values[$0]
        })
    }
    let cell = values.read(spans[columns.value], reason, bytes, places, &findings)
    guard findings.count == findingsBefore, let key, let when, let cell else { return }
    let place = spans[columns.value]
    series.append(UInt32(key))
    period.append(UInt16(when))
    number.append(cell.number)
    kind.append(cell.kind)
    status.append(firm.map { statuses.values[$0] } ?? .reported)
    confidentiality.append(free.map { confidentialities.values[$0] } ?? .free)
    line.append(UInt32(clamping: place.line))
    column.append(UInt16(clamping: places.column(of: place, bytes)))
    periodColumn.append(UInt16(clamping: places.column(of: spans[columns.period], bytes)))
  }

  func table(of dataflow: Dataflow, _ vintage: Vintage, isWhole: Bool) -> ObservationTable {
    ObservationTable(
      dataflow: dataflow.id, vintage: vintage, seriesKeys: keys.keys, periods: periods.values, series: series,
      period: period, number: number, kind: kind, status: status, confidentiality: confidentiality, line: line,
      column: column, periodColumn: periodColumn, firstPlaces: keys.firstPlaces, isWhole: isWhole)
  }
}
