import MilepostModel

/// A column of a file of records, and how its cells are understood.
struct RecordColumn {
  /// In the file, from 0.
  let place: Int
  let read: (String) -> Result<FieldValue, CellFault>
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
  private let columns: [RecordColumn]
  private let places: CellPlaces
  private var values: [CodedColumn<FieldValue>]
  private var cells: [[UInt32]]
  private var starts: [[UInt16]]
  private var lines: [UInt32] = []

  init(_ columns: [RecordColumn], _ places: CellPlaces) {
    self.columns = columns
    self.places = places
    values = columns.map { CodedColumn(limit: Int(UInt32.max), read: $0.read) }
    cells = columns.map { _ in [] }
    starts = columns.map { _ in [] }
  }

  /// Takes the record, or reports what is wrong in each of its cells.
  mutating func append(_ spans: [CSVFieldSpan], _ bytes: Span<UInt8>, findings: inout FileFindings) {
    let findingsBefore = findings.count
    var codes: [UInt32] = []
    codes.reserveCapacity(columns.count)
    for (number, column) in columns.enumerated() {
      let span = spans[column.place]
      guard span.start < span.end else {
        codes.append(RegisterTable.Column.notStated)
        continue
      }
      codes.append(values[number].code(of: span, bytes, places, &findings).map { UInt32($0) } ?? 0)
    }
    guard findings.count == findingsBefore else { return }
    for (number, column) in columns.enumerated() {
      cells[number].append(codes[number])
      starts[number].append(UInt16(clamping: places.column(of: spans[column.place], bytes)))
    }
    lines.append(UInt32(clamping: spans[0].line))
  }

  func records(isWhole: Bool) -> Records {
    Records(
      columns: values.indices.map {
        RegisterTable.Column(values: values[$0].values, cells: cells[$0], places: starts[$0])
      },
      lines: lines, isWhole: isWhole)
  }
}
