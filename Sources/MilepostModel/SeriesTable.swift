/// All series of a release by column, sorted by key and period.
package struct SeriesTable: Sendable {
  package private(set) var keys: [SeriesKey] = []
  private var starts: [Int] = [0]
  private var periods: [TimePeriod] = []
  private var periodIndex: [TimePeriod: UInt16] = [:]
  private var provenances: [Provenance] = []
  private var provenanceIndex: [Provenance: UInt32] = [:]
  private var period: [UInt16] = []
  private var number: [Double] = []
  private var kind: [UInt8] = []
  private var status: [ObservationStatus] = []
  private var provenance: [UInt32] = []
  private var coverage: [UInt32: Coverage] = [:]

  package init() {}

  /// Whole columns; the numbers of confidential cells are not kept.
  ///
  /// - Precondition: keys are sorted, rows of `keys[i]` are `starts[i]..<starts[i + 1]`, sorted by period.
  package init(
    keys: [SeriesKey], starts: [Int], periods: [TimePeriod], provenances: [Provenance], period: [UInt16],
    number: [Double], kind: [CellKind], isConfidential: [Bool], status: [ObservationStatus], provenance: [UInt32],
    coverage: [Int: Coverage]
  ) {
    var columns = Columns()
    columns.keys = keys
    columns.starts = starts
    columns.periods = periods
    columns.provenances = provenances
    columns.period = period
    columns.number = number
    columns.kind = kind.map(\.rawValue)
    columns.status = status
    columns.provenance = provenance
    for row in isConfidential.indices where isConfidential[row] {
      columns.kind[row] = Columns.confidential
      columns.number[row] = 0
    }
    columns.coverage = Dictionary(uniqueKeysWithValues: coverage.map { (UInt32($0), $1) })
    self.init(columns)
  }

  /// All columns, for those who keep them elsewhere.
  package var columns: Columns {
    var columns = Columns()
    columns.keys = keys
    columns.starts = starts
    columns.periods = periods
    columns.provenances = provenances
    columns.period = period
    columns.number = number
    columns.kind = kind
    columns.status = status
    columns.provenance = provenance
    columns.coverage = coverage
    return columns
  }

  /// - Precondition: keys are sorted, and every column but `keys` and `starts` has one entry for each row.
  package init(_ columns: Columns) {
    keys = columns.keys
    starts = columns.starts
    periods = columns.periods
    provenances = columns.provenances
    period = columns.period
    number = columns.number
    kind = columns.kind
    status = columns.status
    provenance = columns.provenance
    coverage = columns.coverage
    periodIndex = Dictionary(uniqueKeysWithValues: periods.enumerated().map { ($1, UInt16($0)) })
    provenanceIndex = Dictionary(provenances.enumerated().map { ($1, UInt32($0)) }) { first, _ in first }
  }

  package mutating func reserve(series: Int, values: Int) {
    keys.reserveCapacity(series)
    starts.reserveCapacity(series + 1)
    period.reserveCapacity(values)
    number.reserveCapacity(values)
    kind.reserveCapacity(values)
    status.reserveCapacity(values)
    provenance.reserveCapacity(values)
  }

  /// - Precondition: `key` comes after every key so far, and `estimates` are sorted by period.
  package mutating func append(_ key: SeriesKey, _ estimates: some Sequence<Estimate>) {
    precondition(keys.last.map { $0 < key } ?? true, "series come in the order of their keys")
    keys.append(key)
    for estimate in estimates {
      switch estimate.value {
      case .figure(let value): add(value, CellKind.figure.rawValue)
      case .belowUnit: add(0, CellKind.belowUnit.rawValue)
      case .missing(let reason): add(0, CellKind(reason).rawValue)
      case .confidential: add(0, Columns.confidential)
      }
      period.append(index(of: estimate.period))
      status.append(estimate.status)
      provenance.append(index(of: estimate.provenance))
      if let shares = estimate.coverage { coverage[UInt32(number.count - 1)] = shares }
    }
    starts.append(number.count)
  }

  private mutating func add(_ value: Double, _ cell: UInt8) {
    number.append(value)
    kind.append(cell)
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

  /// A value without where it came from, which costs less to make than an `Estimate`.
  package struct Reading: Hashable, Sendable {
    package let period: TimePeriod
    /// nil: missing or confidential.
    package let value: Double?
    package let status: ObservationStatus
    /// Reported or estimated: neither a forecast nor imputed, by the source or by us.
    package let isObserved: Bool
  }

  /// The values of the series at `index` of `keys`, sorted by period.
  package func readings(at index: Int) -> some RandomAccessCollection<Reading> {
    (starts[index]..<starts[index + 1]).lazy.map(reading)
  }

  private func reading(atRow row: Int) -> Reading {
    let cell = CellKind(rawValue: kind[row])
    let shares = coverage.isEmpty ? nil : coverage[UInt32(row)]
    return Reading(
      period: periods[Int(period[row])], value: cell.flatMap { $0.value(number[row]).number }, status: status[row],
      isObserved: status[row] != .forecast && status[row] != .imputed
        && (shares.map { $0.reported + $0.estimated > 0 } ?? true))
  }

  package var seriesCount: Int { keys.count }
  package var valueCount: Int { number.count }

  /// The estimates of the series at `index` of `keys`.
  package func estimates(at index: Int) -> EstimateSlice {
    EstimateSlice(table: self, range: starts[index]..<starts[index + 1])
  }

  package func estimates(_ key: SeriesKey) -> EstimateSlice? {
    index(of: key).map(estimates(at:))
  }

  package func estimate(_ key: SeriesKey, _ period: TimePeriod) -> Estimate? {
    guard let series = index(of: key), let code = periodIndex[period] else { return nil }
    return (starts[series]..<starts[series + 1]).first { self.period[$0] == code }.map(estimate(atRow:))
  }

  package func index(of key: SeriesKey) -> Int? {
    let place = firstIndex { !($0 < key) }
    return place < keys.count && keys[place] == key ? place : nil
  }

  /// Places of an indicator's series in `keys`.
  package func range(of indicator: Indicator.ID) -> Range<Int> {
    let start = firstIndex { !($0.indicator < indicator) }
    let end = firstIndex { indicator < $0.indicator }
    return start..<end
  }

  private func firstIndex(where isPast: (SeriesKey) -> Bool) -> Int {
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if isPast(keys[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  fileprivate func estimate(atRow row: Int) -> Estimate {
    let value: PublishedValue
    if kind[row] == Columns.confidential {
      value = .confidential
    } else if let cell = CellKind(rawValue: kind[row]) {
      switch cell.value(number[row]) {
      case .figure(let figure): value = .figure(figure)
      case .belowUnit: value = .belowUnit
      case .missing(let reason): value = .missing(reason)
      }
    } else {
      preconditionFailure("a cell kind that append did not write")
    }
    return Estimate(
      periods[Int(period[row])], value, status: status[row], coverage: coverage[UInt32(row)],
      provenance: provenances[Int(provenance[row])])
  }
}

/// The estimates of one series, sorted by period; made when asked for.
package struct EstimateSlice: RandomAccessCollection, Sendable {
  fileprivate let table: SeriesTable
  fileprivate let range: Range<Int>

  package var startIndex: Int { range.lowerBound }
  package var endIndex: Int { range.upperBound }
  package subscript(position: Int) -> Estimate { table.estimate(atRow: position) }

  /// Its own, because that of collections goes through an accessor that takes memory for each element.
  package struct Iterator: IteratorProtocol {
    fileprivate let table: SeriesTable
    fileprivate var rows: Range<Int>

    package mutating func next() -> Estimate? { rows.popFirst().map { table.estimate(atRow: $0) } }
  }

  package func makeIterator() -> Iterator { Iterator(table: table, rows: range) }
}
