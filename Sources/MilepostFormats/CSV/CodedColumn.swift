import MilepostModel

/// What is wrong with a text, as a finding that waits for its place.
struct CellFault: Error {
  let finding: @Sendable (SourcePosition) -> Diagnostic
}

/// A column of few distinct texts, each of which is understood once.
struct CodedColumn<Value> {
  private var fields = FieldCodes()
  /// For each text of `fields` its place in `values`, or what is wrong with it.
  private var results: [Result<Int, CellFault>] = []
  /// The values met, in the order of first occurrence; equal values of different spelling stand apart.
  private(set) var values: [Value] = []
  /// Where each of them stands first.
  private(set) var firstPlaces: [SourcePosition] = []
  private let read: (String) -> Result<Value, CellFault>

  /// More would not fit the numbers of a table.
  private let limit: Int

  init(limit: Int = Int(UInt16.max), read: @escaping (String) -> Result<Value, CellFault>) {
    self.read = read
    self.limit = limit
  }

  mutating func code(
    of field: CSVFieldSpan, in bytes: Span<UInt8>, _ places: CellPlaces
  ) -> Result<Int, CellFault> {
    let text = fields.code(of: field, in: bytes)
    if text < results.count { return results[text] }
    let result: Result<Int, CellFault>
    switch read(fields.texts[text]) {
    case .success(let value):
      if values.count < limit {
        values.append(value)
        firstPlaces.append(places.position(of: field, bytes))
        result = .success(values.count - 1)
      } else {
        result = .failure(CellFault { .tooManyValues(at: $0) })
      }
    case .failure(let fault): result = .failure(fault)
    }
    results.append(result)
    return result
  }
}

extension CodedColumn {
  /// - Returns: nil after a finding.
  mutating func code(
    of field: CSVFieldSpan, _ bytes: Span<UInt8>, _ places: CellPlaces, _ findings: inout FileFindings
  ) -> Int? {
    switch code(of: field, in: bytes, places) {
    case .success(let code): return code
    case .failure(let fault):
      findings.report(fault.finding(places.position(of: field, bytes)))
      return nil
    }
  }
}

/// The columns that together name a series.
struct SeriesKeyColumn {
  private var indicators: CodedColumn<Indicator.ID>?
  private var areas: CodedColumn<Area.ID>
  private var dimensions: [CodedColumn<DimensionCode>]
  /// First indicator and area, then what came of that with each dimension in turn.
  private var pairs: [PairCodes]
  private let columns: ObservationColumns
  private let indicator: Indicator.ID?
  /// Codes of the row's dimensions.
  private var codes: [Int]
  private(set) var keys: [SeriesKey] = []
  /// What is wrong with the last row's key, by column.
  private(set) var faults: [(column: Int, fault: CellFault)] = []

  init(_ columns: ObservationColumns, dataflow: Dataflow) {
    self.columns = columns
    indicator = dataflow.indicator
    let limit = Int(UInt32.max)
    indicators = columns.indicator.map { _ in CodedColumn(limit: limit, read: KeyForm.indicator) }
    areas = CodedColumn(limit: limit, read: KeyForm.area)
    dimensions = dataflow.structure.dimensions.map { dimension in
      CodedColumn(limit: limit) { KeyForm.code($0, of: dimension.id) }
    }
    pairs = Array(repeating: PairCodes(), count: 1 + dimensions.count)
    codes = Array(repeating: 0, count: dimensions.count)
  }

  /// The number of the row's series; nil when a part of it is at fault: then `faults` says what.
  mutating func code(_ spans: [CSVFieldSpan], _ bytes: Span<UInt8>, _ places: CellPlaces) -> Int? {
    if !faults.isEmpty { faults.removeAll() }
    let first = columns.indicator.map { taken(indicators?.code(of: spans[$0], in: bytes, places), $0) } ?? 0
    let area = taken(areas.code(of: spans[columns.area], in: bytes, places), columns.area)
    for (index, column) in columns.dimensions.enumerated() {
      codes[index] = taken(dimensions[index].code(of: spans[column], in: bytes, places), column)
    }
    guard faults.isEmpty else { return nil }
    var code = pairs[0].code(first, area)
    for index in codes.indices { code = pairs[index + 1].code(code, codes[index]) }
    if code == keys.count { appendKey(first, area) }
    return code
  }

  private mutating func taken(_ result: Result<Int, CellFault>?, _ column: Int) -> Int {
    switch result {
    case .success(let code): return code
    case .failure(let fault): faults.append((column, fault))
    case nil: break
    }
    return 0
  }

  /// Where each text of these columns stands first.
  var firstPlaces: [DimensionCode: SourcePosition] {
    var places: [DimensionCode: SourcePosition] = [:]
    for (area, place) in zip(areas.values, areas.firstPlaces) { places[DimensionCode("REF_AREA", area.text)] = place }
    if let indicators {
      for (indicator, place) in zip(indicators.values, indicators.firstPlaces) {
        places[DimensionCode("INDICATOR", indicator.text)] = place
      }
    }
    for dimension in dimensions {
      for (code, place) in zip(dimension.values, dimension.firstPlaces) { places[code] = place }
    }
    return places
  }

  private mutating func appendKey(_ first: Int, _ area: Int) {
    guard let indicator = indicator ?? indicators?.values[first] else {
      preconditionFailure("the sidecar or a column names the indicator")
    }
    keys.append(
      SeriesKey(indicator, areas.values[area], codes.enumerated().map { dimensions[$0].values[$1] }))
  }
}

extension Diagnostic {
  fileprivate static func tooManyValues(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0304", "more than \(UInt16.max) different periods in one file", at: position,
      hint: "spread the observations over several dataflows")
  }
}
