import MilepostModel

/// Reads the file of events of a register: which record came into which state on which day.
struct EventReader {
  private let register: Register
  private let table: RegisterTable
  private let rows: [String: Int]
  private let layout: DataLayout

  init(_ register: Register, _ table: RegisterTable, _ layout: DataLayout) {
    self.register = register
    self.table = table
    self.layout = layout
    var rows: [String: Int] = [:]
    rows.reserveCapacity(table.count)
    for row in 0..<table.count {
      if let key = table.key(ofRow: row, register.key), rows[key] == nil { rows[key] = row }
    }
    self.rows = rows
  }

  private struct Columns {
    let key: [Int]
    let state: Int
    let date: Int
    let note: Int?
  }

  /// - Returns: the register's records with their events; without them when the file is no table of events.
  func read(_ bytes: [UInt8], file: String, into diagnostics: inout Diagnostics) -> RegisterTable {
    guard let encoding = CSVEncoding(bytes, file: file, into: &diagnostics) else {
      return table.with(events: [], isWhole: false)
    }
    var findings = FileFindings()
    defer { findings.finish(into: &diagnostics) }
    var scanner = CSVScanner(file: file, delimiter: layout.delimiter.rawValue, start: encoding.start)
    guard let header = CSVHeader.read(bytes.span, scanner: &scanner, findings: &findings),
      let columns = columns(header.names, &findings)
    else { return table.with(events: [], isWhole: false) }
    let places = CellPlaces(file: file, isASCII: encoding.isASCII)
    var states = CodedColumn(read: state)
    var dates = CodedColumn(limit: Int(UInt32.max), read: EventReader.date)
    var events: [RegisterTable.Event] = []
    events.reserveCapacity(encoding.lineCount)
    var spans: [CSVFieldSpan] = []
    var gap = CSVGap()
    while scanner.nextRow(of: bytes.span, into: &spans, findings: &findings) {
      if CSVGap.isEmpty(spans) {
        gap.pass(spans)
        continue
      }
      gap.close(file: file, findings: &findings)
      guard header.fits(&spans, in: bytes.span, scanner, findings: &findings) else { continue }
      let key = columns.key.map { bytes.span.text(of: spans[$0]) }.joined(separator: RegisterTable.keySeparator)
      let row = rows[key]
      if row == nil {
        findings.report(.eventOfNoRecord(key, at: places.position(of: spans[columns.key[0]], bytes.span)))
      }
      let state = states.code(of: spans[columns.state], bytes.span, places, &findings)
      let date = dates.code(of: spans[columns.date], bytes.span, places, &findings)
      guard let row, let state, let date else { continue }
      let note = columns.note.map { bytes.span.text(of: spans[$0]) }
      events.append(
        RegisterTable.Event(
          row: row, state: states.values[state], date: dates.values[date], note: note == "" ? nil : note,
          position: places.position(of: spans[columns.date], bytes.span)))
    }
    return table.with(events: events, isWhole: !findings.hasErrors)
  }

  private func columns(_ header: [Located<String>], _ findings: inout FileFindings) -> Columns? {
    let key = register.key.map { layout.header(of: register.fields[$0].id) }
    let known = key + ["STATE", "DATE", "NOTE"]
    let written = header.map(\.value)
    var isComplete = true
    for field in header where !known.contains(field.value) {
      findings.report(.unknownEventColumn(field, among: known))
      isComplete = false
    }
    for name in known.dropLast() where !written.contains(name) {
      findings.report(.missingEventColumn(name, at: header[0].position))
      isComplete = false
    }
    guard isComplete, !key.isEmpty, let state = written.firstIndex(of: "STATE"),
      let date = written.firstIndex(of: "DATE")
    else { return nil }
    return Columns(
      key: key.compactMap(written.firstIndex), state: state, date: date, note: written.firstIndex(of: "NOTE"))
  }

  private func state(_ text: String) -> Result<Int, CellFault> {
    let known = register.life.map(\.id)
    if let place = known.firstIndex(of: text) { return .success(place) }
    return .failure(CellFault { .unknownState(text, among: known, at: $0) })
  }

  private static func date(_ text: String) -> Result<CalendarDate, CellFault> {
    CalendarDate(text).map { .success($0) } ?? .failure(CellFault { .eventDateForm(text, at: $0) })
  }
}

extension Diagnostic {
  fileprivate static func eventOfNoRecord(_ key: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0322", "event of record '\(shortened(key))', which is not in the register", at: position,
      hint: "correct the key, or add the record")
  }

  fileprivate static func unknownState(_ text: String, among known: [String], at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0322", "unknown state '\(shortened(text))'", at: position,
      hint: known.closest(to: text).map { "did you mean '\($0)'?" } ?? "the states are \(known.joined(separator: ", "))"
    )
  }

  fileprivate static func eventDateForm(_ text: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0322", text.isEmpty ? "event without a day" : "'\(shortened(text))' is no date", at: position,
      hint: "write a day as 2019-03-31")
  }

  fileprivate static func unknownEventColumn(_ header: Located<String>, among known: [String]) -> Self {
    Diagnostic(
      .error, "MP0320", "unknown column '\(header.value)'", at: header.position,
      hint: known.closest(to: header.value).map { "did you mean '\($0)'?" }
        ?? "the columns are \(known.joined(separator: ", "))")
  }

  fileprivate static func missingEventColumn(_ name: String, at position: SourcePosition) -> Self {
    Diagnostic(.error, "MP0320", "there is no column '\(name)'", at: position, hint: "name it in the first line")
  }
}
