import MilepostModel

/// A column of a file of records, and how its cells are understood.
struct RecordColumn {
  enum Form {
    /// Each distinct text is understood once.
    case coded((String) -> Result<FieldValue, CellFault>)
    case degrees(DegreeForm)
  }

  /// In the file, from 0.
  let place: Int
  let form: Form

  init(place: Int, form: Form) {
    self.place = place
    self.form = form
  }

  init(place: Int, read: @escaping (String) -> Result<FieldValue, CellFault>) {
    self.init(place: place, form: .coded(read))
  }
}

/// Records as they were read, by column.
struct Records {
  /// In the order in which they were asked for.
  let columns: [RegisterTable.Column]
  let lines: [UInt32]
  /// False when rows were left out because of findings.
  let isWhole: Bool
}

/// Reads a CSV file of records into columns.
///
/// A cell that does not say clearly what it means is a finding at its place, and its record is left out. Linear in the size of
/// the file.
enum RecordReader {
  /// - Parameter columns: what the columns of a header hold; nil, after findings, when it cannot be used.
  /// - Returns: nil when there is no table to speak of; then the reason has been reported.
  static func read(
    _ bytes: [UInt8], file: String, delimiter: DataLayout.Delimiter, into diagnostics: inout Diagnostics,
    columns: (_ header: [Located<String>], _ findings: inout FileFindings) -> [RecordColumn]?
  ) -> Records? {
    guard let encoding = CSVEncoding(bytes, file: file, into: &diagnostics) else { return nil }
    var findings = FileFindings()
    defer { findings.finish(into: &diagnostics) }
    var scanner = CSVScanner(file: file, delimiter: delimiter.rawValue, start: encoding.start)
    guard let header = CSVHeader.read(bytes.span, scanner: &scanner, findings: &findings),
      let columns = columns(header.names, &findings)
    else { return nil }
    var rows = RecordRows(columns, CellPlaces(file: file, isASCII: encoding.isASCII))
    var spans: [CSVFieldSpan] = []
    var gap = CSVGap()
    while scanner.nextRow(of: bytes.span, into: &spans, findings: &findings) {
      if CSVGap.isEmpty(spans) {
        gap.pass(spans)
        continue
      }
      gap.close(file: file, findings: &findings)
      guard header.fits(&spans, in: bytes.span, scanner, findings: &findings) else { continue }
      rows.append(spans, bytes.span, findings: &findings)
    }
    return rows.records(isWhole: !findings.hasErrors)
  }
}

/// The records read so far, by column.
private struct RecordRows {
  private let places: CellPlaces
  private var columns: [RecordCells]
  private var lines: [UInt32] = []

  init(_ columns: [RecordColumn], _ places: CellPlaces) {
    self.places = places
    self.columns = columns.map(RecordCells.init)
  }

  /// Takes the record, or reports what is wrong in each of its cells.
  mutating func append(_ spans: [CSVFieldSpan], _ bytes: Span<UInt8>, findings: inout FileFindings) {
    let findingsBefore = findings.count
    for number in columns.indices { columns[number].read(spans, bytes, places, &findings) }
    guard findings.count == findingsBefore else { return }
    for number in columns.indices { columns[number].keep(spans, bytes, places) }
    lines.append(UInt32(clamping: spans[0].line))
  }

  func records(isWhole: Bool) -> Records {
    Records(columns: columns.map(\.column), lines: lines, isWhole: isWhole)
  }
}

/// The cells of one column of the records read so far.
private struct RecordCells {
  private let place: Int
  private var values: CodedColumn<FieldValue>?
  private let form: DegreeForm?
  private var cells: [UInt32] = []
  private var degrees: [Double] = []
  private var starts: [UInt16] = []
  /// Of the record that is being read.
  private var code = RegisterTable.Column.notStated
  private var degree = RegisterTable.Column.noDegree

  init(_ column: RecordColumn) {
    place = column.place
    switch column.form {
    case .coded(let read):
      values = CodedColumn(limit: Int(UInt32.max), read: read)
      form = nil
    case .degrees(let form): self.form = form
    }
  }

  /// Reads the cell of a record, or reports what is wrong with it.
  mutating func read(
    _ spans: [CSVFieldSpan], _ bytes: Span<UInt8>, _ places: CellPlaces, _ findings: inout FileFindings
  ) {
    let span = spans[place]
    code = RegisterTable.Column.notStated
    degree = RegisterTable.Column.noDegree
    guard span.start < span.end else { return }
    guard let form else {
      code = values?.code(of: span, bytes, places, &findings).map { UInt32($0) } ?? code
      return
    }
    switch form.read(span, in: bytes) {
    case .success(let number): degree = number
    case .failure(let fault): findings.report(fault.finding(places.position(of: span, bytes)))
    }
  }

  /// Takes the cell that was read last.
  mutating func keep(_ spans: [CSVFieldSpan], _ bytes: Span<UInt8>, _ places: CellPlaces) {
    if form == nil { cells.append(code) } else { degrees.append(degree) }
    starts.append(UInt16(clamping: places.column(of: spans[place], bytes)))
  }

  var column: RegisterTable.Column {
    values.map { RegisterTable.Column(values: $0.values, cells: cells, places: starts) }
      ?? RegisterTable.Column(degrees: degrees, places: starts)
  }
}
