package import MilepostModel

/// A small CSV file with the place of each field: lists of areas, members of groups.
package struct CSVTable: Sendable, Equatable {
  package struct Row: Sendable, Equatable {
    /// As many as the header has.
    package let fields: [Located<String>]

    package subscript(column: Int) -> Located<String> { fields[column] }
    package var position: SourcePosition { fields[0].position }
  }

  package let file: String
  /// Never empty; no name twice.
  package let header: [Located<String>]
  package let rows: [Row]

  /// The place of a column in the header.
  package func column(_ name: String) -> Int? { header.firstIndex { $0.value == name } }
}

/// Reads CSV as text, without a thought about what the columns mean.
package enum CSVReader {
  /// Rows that do not fit the header are reported and left out; lines without content at the end are passed over.
  ///
  /// - Parameter delimiter: comma, semicolon or tab.
  /// - Returns: nil when there is no table to speak of; then the reason has been reported.
  package static func read(
    _ bytes: [UInt8], file: String, delimiter: UInt8 = UInt8(ascii: ","), into diagnostics: inout Diagnostics
  ) -> CSVTable? {
    guard let encoding = CSVEncoding(bytes, file: file, into: &diagnostics) else { return nil }
    var findings = FileFindings()
    defer { findings.finish(into: &diagnostics) }
    var scanner = CSVScanner(file: file, delimiter: delimiter, start: encoding.start)
    guard let header = CSVHeader.read(bytes.span, scanner: &scanner, findings: &findings) else { return nil }
    var rows: [CSVTable.Row] = []
    var spans: [CSVFieldSpan] = []
    var gap = CSVGap()
    while scanner.nextRow(of: bytes.span, into: &spans, findings: &findings) {
      if CSVGap.isEmpty(spans) {
        gap.pass(spans)
        continue
      }
      gap.close(file: file, findings: &findings)
      guard header.fits(&spans, in: bytes.span, scanner, findings: &findings) else { continue }
      rows.append(.init(fields: scanner.located(spans, in: bytes.span)))
    }
    return CSVTable(file: file, header: header.names, rows: rows)
  }
}

/// The first row: the names of the columns, without blanks around them.
struct CSVHeader {
  /// Never empty; no name twice.
  let names: [Located<String>]
  /// Fields of the row; those after the last name have none, and must be empty in every row.
  let width: Int

  /// Reads and checks the first row.
  static func read(
    _ bytes: Span<UInt8>, scanner: inout CSVScanner, findings: inout FileFindings
  ) -> CSVHeader? {
    var spans: [CSVFieldSpan] = []
    guard scanner.nextRow(of: bytes, into: &spans, findings: &findings), !CSVGap.isEmpty(spans) else {
      if !findings.hasErrors { findings.report(.csvWithoutHeader(scanner.file)) }
      return nil
    }
    let header = scanner.located(spans, in: bytes).map { Located($0.value.trimmedOfBlanks, at: $0.position) }
    if let other = otherDelimiter(header, than: scanner.delimiter) {
      findings.report(.csvOtherDelimiter(other, than: scanner.delimiter, at: header[0].position))
      return nil
    }
    let unnamed = header.reversed().prefix { $0.value.isEmpty }.count
    let names = header.dropLast(unnamed)
    guard !names.isEmpty else {
      findings.report(.csvWithoutHeader(scanner.file))
      return nil
    }
    var first: [String: SourcePosition] = [:]
    for field in names {
      if let known = first[field.value] {
        findings.report(.csvColumnTwice(field.value, at: field.position, first: known))
      } else {
        first[field.value] = field.position
      }
    }
    return first.count == names.count ? CSVHeader(names: Array(names), width: header.count) : nil
  }

  /// Leaves out the empty fields of columns without a name; reports a row that does not fit.
  func fits(
    _ spans: inout [CSVFieldSpan], in bytes: Span<UInt8>, _ scanner: CSVScanner, findings: inout FileFindings
  ) -> Bool {
    guard spans.count != names.count else { return true }
    guard (names.count...width).contains(spans.count) else {
      let position = scanner.position(of: spans[0], in: bytes)
      findings.report(.csvRaggedRow(have: spans.count, want: names.count, at: position))
      return false
    }
    if let filled = spans[names.count...].first(where: { $0.start < $0.end }) {
      findings.report(.csvValueWithoutName(at: scanner.position(of: filled, in: bytes)))
      return false
    }
    spans.removeLast(spans.count - names.count)
    return true
  }

  /// The delimiter that the file seems to have, when its first line is a single field.
  private static func otherDelimiter(_ header: [Located<String>], than delimiter: UInt8) -> UInt8? {
    guard header.count == 1 else { return nil }
    let usual: [UInt8] = [CSVByte.tab, UInt8(ascii: ";"), UInt8(ascii: ",")]
    return usual.first { $0 != delimiter && header[0].value.utf8.contains($0) }
  }
}

/// Lines without content: harmless at the end of a file, worth a word between rows.
struct CSVGap {
  private var firstLine: Int?

  static func isEmpty(_ spans: [CSVFieldSpan]) -> Bool { spans.allSatisfy { $0.start == $0.end && !$0.isQuoted } }

  mutating func pass(_ spans: [CSVFieldSpan]) { firstLine = firstLine ?? spans[0].line }

  /// A row follows.
  mutating func close(file: String, findings: inout FileFindings) {
    guard let line = firstLine else { return }
    findings.report(.csvEmptyLine(at: SourcePosition(file: file, line: line, column: 1)))
    firstLine = nil
  }
}

extension Diagnostic {
  fileprivate static func csvValueWithoutName(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0056", "value in a column without a name", at: position,
      hint: "the first line must hold the column names; write one there, or delete the column")
  }

  fileprivate static func csvRaggedRow(have: Int, want: Int, at position: SourcePosition) -> Self {
    let what = have == 1 ? "1 field" : "\(have) fields"
    let hint =
      have > want ? "enclose a field that holds the delimiter in quotes" : "write the delimiter for empty fields too"
    return Diagnostic(.error, "MP0056", "row has \(what), the header has \(want)", at: position, hint: hint)
  }

  fileprivate static func csvWithoutHeader(_ file: String) -> Self {
    Diagnostic(
      .error, "MP0058", "file has no header", at: .wholeFile(file),
      hint: "the first line holds the names of the columns")
  }

  fileprivate static func csvColumnTwice(_ name: String, at position: SourcePosition, first: SourcePosition) -> Self {
    let message = name.isEmpty ? "second column without a name" : "column '\(name)' stands twice"
    return Diagnostic(.error, "MP0059", message, at: position, notes: [.init("first here", at: first)])
  }

  fileprivate static func csvOtherDelimiter(_ found: UInt8, than wanted: UInt8, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0060", "columns seem to be separated by \(name(found)), expected \(name(wanted))", at: position,
      hint: "separate the columns by \(name(wanted)); a file of observations may say its delimiter in the sidecar")
  }

  private static func name(_ delimiter: UInt8) -> String {
    delimiter == CSVByte.tab ? "a tab" : "'\(Unicode.Scalar(delimiter))'"
  }

  static func csvEmptyLine(at position: SourcePosition) -> Self {
    Diagnostic(.warning, "MP0061", "line without content between rows", at: position, hint: "delete the line")
  }
}
