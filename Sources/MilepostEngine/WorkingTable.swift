package import MilepostModel

/// The series as of a date by column: stored ones after the choice of source and vintage, then computed ones too.
/// Confidential figures are in it; `published()` leaves them behind.
package struct WorkingTable: Sendable {
  /// Sorted.
  package private(set) var keys: [SeriesKey] = []
  package private(set) var periods: [TimePeriod] = []
  package private(set) var provenances: [Provenance] = []
  /// Rows of the series `keys[i]` are `starts[i]..<starts[i + 1]`, sorted by period.
  package private(set) var starts: [Int] = [0]
  /// Index into `periods`.
  package private(set) var period: [UInt16] = []
  /// 0 where `kind` says that there is no figure.
  package private(set) var number: [Double] = []
  package private(set) var kind: [CellKind] = []
  package private(set) var status: [ObservationStatus] = []
  package private(set) var isConfidential: [Bool] = []
  /// Index into `provenances`.
  package private(set) var provenance: [UInt32] = []
  /// By row; only estimates have one.
  package private(set) var coverage: [Int: Coverage] = [:]
  private var periodIndex: [TimePeriod: UInt16] = [:]
  private var provenanceIndex: [Provenance: UInt32] = [:]

  package init() {}

  /// Whole columns, for tables that are made in one go.
  package struct Columns: Sendable {
    package var keys: [SeriesKey] = []
    package var starts: [Int] = [0]
    package var periods: [TimePeriod] = []
    package var provenances: [Provenance] = []
    package var period: [UInt16] = []
    package var number: [Double] = []
    package var kind: [CellKind] = []
    package var status: [ObservationStatus] = []
    package var isConfidential: [Bool] = []
    package var provenance: [UInt32] = []
    /// By row; only estimates have one.
    package var coverage: [Int: Coverage] = [:]

    package init() {}

    package mutating func reserve(_ rows: Int) {
      period.reserveCapacity(rows)
      number.reserveCapacity(rows)
      kind.reserveCapacity(rows)
      status.reserveCapacity(rows)
      isConfidential.reserveCapacity(rows)
      provenance.reserveCapacity(rows)
    }
  }

  /// - Precondition: keys are sorted, rows of a series are sorted by period, columns have one length.
  package init(_ columns: Columns) {
    precondition(
      columns.starts.count == columns.keys.count + 1 && columns.starts.last == columns.number.count,
      "every row belongs to a series")
    keys = columns.keys
    starts = columns.starts
    periods = columns.periods
    provenances = columns.provenances
    period = columns.period
    number = columns.number
    kind = columns.kind
    status = columns.status
    isConfidential = columns.isConfidential
    provenance = columns.provenance
    coverage = columns.coverage
    periodIndex = Dictionary(uniqueKeysWithValues: periods.enumerated().map { ($1, UInt16($0)) })
    provenanceIndex = Dictionary(provenances.enumerated().map { ($1, UInt32($0)) }) { first, _ in first }
  }

  /// The table without the numbers of confidential cells.
  package func published() -> SeriesTable {
    SeriesTable(
      keys: keys, starts: starts, periods: periods, provenances: provenances, period: period, number: number,
      kind: kind, isConfidential: isConfidential, status: status, provenance: provenance, coverage: coverage)
  }

  /// One cell of a series.
  package struct Cell: Hashable, Sendable {
    package let period: TimePeriod
    package let value: ObservedValue
    package let status: ObservationStatus
    package let isConfidential: Bool
    package let coverage: Coverage?
    package let provenance: Provenance

    package init(
      _ period: TimePeriod, _ value: ObservedValue, status: ObservationStatus, isConfidential: Bool,
      coverage: Coverage?, provenance: Provenance
    ) {
      self.period = period
      self.value = value
      self.status = status
      self.isConfidential = isConfidential
      self.coverage = coverage
      self.provenance = provenance
    }
  }

  package mutating func reserve(series: Int, rows: Int) {
    keys.reserveCapacity(series)
    starts.reserveCapacity(series + 1)
    period.reserveCapacity(rows)
    number.reserveCapacity(rows)
    kind.reserveCapacity(rows)
    status.reserveCapacity(rows)
    isConfidential.reserveCapacity(rows)
    provenance.reserveCapacity(rows)
  }

  /// - Precondition: `key` comes after every key so far, and `cells` are sorted by period.
  package mutating func append(_ key: SeriesKey, _ cells: some Sequence<Cell>) {
    begin(key)
    for cell in cells { add(cell) }
    starts[keys.count] = number.count
  }

  private mutating func begin(_ key: SeriesKey) {
    precondition(keys.last.map { $0 < key } ?? true, "series come in the order of their keys")
    keys.append(key)
    starts.append(number.count)
  }

  private mutating func add(_ cell: Cell) {
    if let shares = cell.coverage { coverage[number.count] = shares }
    period.append(index(of: cell.period))
    number.append(cell.value.number ?? 0)
    kind.append(CellKind(cell.value))
    status.append(cell.status)
    isConfidential.append(cell.isConfidential)
    provenance.append(index(of: cell.provenance))
  }

  private mutating func index(of value: TimePeriod) -> UInt16 {
    if let known = periodIndex[value] { return known }
    let index = UInt16(periods.count)
    periods.append(value)
    periodIndex[value] = index
    return index
  }

  private mutating func index(of value: Provenance) -> UInt32 {
    if let last = provenance.last, provenances[Int(last)] == value { return last }
    if let known = provenanceIndex[value] { return known }
    let index = UInt32(provenances.count)
    provenances.append(value)
    provenanceIndex[value] = index
    return index
  }

  package func rows(at index: Int) -> Range<Int> { starts[index]..<starts[index + 1] }

  package func rows(_ key: SeriesKey) -> Range<Int>? { index(of: key).map(rows(at:)) }

  package func cell(atRow row: Int) -> Cell {
    Cell(
      periods[Int(period[row])], kind[row].value(number[row]), status: status[row],
      isConfidential: isConfidential[row], coverage: coverage[row], provenance: provenances[Int(provenance[row])])
  }

  package func cells(_ key: SeriesKey) -> [Cell]? { rows(key).map { $0.map(cell(atRow:)) } }

  package func index(of key: SeriesKey) -> Int? {
    let place = keys.firstIndex(isPast: { !($0 < key) })
    return place < keys.count && keys[place] == key ? place : nil
  }

  /// Places of an indicator's series in `keys`.
  package func range(of indicator: Indicator.ID) -> Range<Int> {
    keys.firstIndex(isPast: { !($0.indicator < indicator) })..<keys.firstIndex(isPast: { indicator < $0.indicator })
  }
}
