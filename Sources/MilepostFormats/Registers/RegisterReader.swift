package import MilepostModel

/// Reads the records of one snapshot of a register into columns.
///
/// A cell that does not say clearly what it means is a finding at its place, and its record is left out. Linear in the size of
/// the file.
package enum RegisterReader {
  /// - Returns: nil when there is no table to speak of; then the reason has been reported.
  package static func read(
    _ bytes: [UInt8], register: Register, snapshot: Vintage, layout: DataLayout, into diagnostics: inout Diagnostics
  ) -> RegisterTable? {
    guard let encoding = CSVEncoding(bytes, file: snapshot.file, into: &diagnostics) else { return nil }
    var findings = FileFindings()
    defer { findings.finish(into: &diagnostics) }
    var scanner = CSVScanner(file: snapshot.file, delimiter: layout.delimiter.rawValue, start: encoding.start)
    guard let header = CSVHeader.read(bytes.span, scanner: &scanner, findings: &findings),
      let columns = RegisterColumns(header.names, register, layout, findings: &findings)
    else { return nil }
    var rows = RegisterRows(register, columns, layout, CellPlaces(file: snapshot.file, isASCII: encoding.isASCII))
    var spans: [CSVFieldSpan] = []
    var gap = CSVGap()
    while scanner.nextRow(of: bytes.span, into: &spans, findings: &findings) {
      if CSVGap.isEmpty(spans) {
        gap.pass(spans)
        continue
      }
      gap.close(file: snapshot.file, findings: &findings)
      guard header.fits(&spans, in: bytes.span, scanner, findings: &findings) else { continue }
      rows.append(spans, bytes.span, findings: &findings)
    }
    return rows.table(snapshot, isWhole: !findings.hasErrors)
  }
}

/// Where a file of records holds which field.
struct RegisterColumns {
  /// In the order of the register's fields.
  let places: [Int]

  /// - Returns: nil, after findings, when a column is missing or unknown.
  init?(_ header: [Located<String>], _ register: Register, _ layout: DataLayout, findings: inout FileFindings) {
    let names = register.fields.map { layout.header(of: $0.id) }
    var isComplete = true
    for field in header where !names.contains(field.value) {
      findings.report(.unknownRegisterColumn(field, closest: names.closest(to: field.value)))
      isComplete = false
    }
    let written = header.map(\.value)
    for name in names where !written.contains(name) {
      findings.report(.missingRegisterColumn(name, at: header[0].position))
      isComplete = false
    }
    guard isComplete else { return nil }
    places = names.compactMap(written.firstIndex)
  }
}

/// The records read so far, by column.
struct RegisterRows {
  private let register: Register
  private let columns: RegisterColumns
  private let places: CellPlaces
  private var values: [CodedColumn<FieldValue>]
  private var cells: [[UInt32]]
  private var starts: [[UInt16]]
  private var lines: [UInt32] = []

  init(_ register: Register, _ columns: RegisterColumns, _ layout: DataLayout, _ places: CellPlaces) {
    self.register = register
    self.columns = columns
    self.places = places
    values = register.fields.map { field in
      let form = FieldForm(field, layout)
      return CodedColumn(limit: Int(UInt32.max), read: form.read)
    }
    cells = register.fields.map { _ in [] }
    starts = register.fields.map { _ in [] }
  }

  /// Takes the record, or reports what is wrong in each of its cells.
  mutating func append(_ spans: [CSVFieldSpan], _ bytes: Span<UInt8>, findings: inout FileFindings) {
    let findingsBefore = findings.count
    var codes: [UInt32] = []
    codes.reserveCapacity(columns.places.count)
    for (field, column) in columns.places.enumerated() {
      let span = spans[column]
      guard span.start < span.end else {
        codes.append(RegisterTable.Column.notStated)
        continue
      }
      codes.append(values[field].code(of: span, bytes, places, &findings).map { UInt32($0) } ?? 0)
    }
    guard findings.count == findingsBefore else { return }
    for (field, column) in columns.places.enumerated() {
      cells[field].append(codes[field])
      starts[field].append(UInt16(clamping: places.column(of: spans[column], bytes)))
    }
    lines.append(UInt32(clamping: spans[0].line))
  }

  func table(_ snapshot: Vintage, isWhole: Bool) -> RegisterTable {
    RegisterTable(
      register: register.id, vintage: snapshot,
      columns: values.indices.map {
        RegisterTable.Column(values: values[$0].values, cells: cells[$0], places: starts[$0])
      },
      lines: lines, isWhole: isWhole)
  }
}

extension Diagnostic {
  fileprivate static func unknownRegisterColumn(_ header: Located<String>, closest: String?) -> Self {
    let name = header.value
    return Diagnostic(
      .error, "MP0320", name.isEmpty ? "column without a name" : "unknown column '\(name)'", at: header.position,
      hint: closest.map { "did you mean '\($0)'?" }
        ?? "declare it under 'fields', say under 'columns' which field it is, or delete it")
  }

  fileprivate static func missingRegisterColumn(_ name: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0320", "there is no column '\(name)'", at: position,
      hint: "add it, or say under 'columns' what the file calls it")
  }
}
