package import MilepostModel

/// A sheet as a table of texts, in the form that readers of data files know, and where each cell of it came from.
package struct SheetTable: Sendable {
  /// The name of the sheet.
  package let name: String
  /// RFC 4180 with line feeds: one row for each row of the sheet that holds something, from column A on.
  package let csv: [UInt8]
  private let file: String
  private let delimiter: UInt8
  /// For each row its number in the sheet and the line of `csv` at which it begins.
  private let rows: [(number: Int, line: Int)]

  /// Reads a sheet of a workbook; what is merged, hidden or without a value is reported.
  ///
  /// - Parameters:
  ///   - sheet: nil: the first that is not hidden.
  ///   - delimiter: between cells.
  ///   - decimal: of cells that are numbers; those that are texts keep theirs.
  ///   - showsPercent: whether a number that its cell shows as a percentage is taken as it is shown: 0.326 as 32.6.
  /// - Returns: nil after an error.
  package init?(
    _ bytes: [UInt8], file: String, sheet: String?, delimiter: UInt8 = UInt8(ascii: ","),
    decimal: UInt8 = UInt8(ascii: "."), showsPercent: Bool = false, into diagnostics: inout Diagnostics
  ) {
    var findings = Diagnostics()
    defer { diagnostics.report(contentsOf: findings) }
    do throws(WorkbookFault) {
      let book = try WorkbookReader(bytes)
      guard let found = book.sheet(named: sheet) else {
        findings.report(.noSheet(sheet, of: book.sheets.map(\.name), file))
        return nil
      }
      var writer = SheetWriter(delimiter: delimiter, decimal: decimal, showsPercent: showsPercent)
      let notes = try book.read(found) { writer.append($0) }
      findings.report(notes, of: found, in: file)
      guard !writer.rows.isEmpty else {
        findings.report(.emptySheet(found.name, file))
        return nil
      }
      name = found.name
      csv = writer.bytes
      rows = writer.rows
      self.file = file
      self.delimiter = delimiter
    } catch {
      findings.report(error.diagnostic(of: file))
      return nil
    }
    if findings.hasErrors { return nil }
  }

  /// The first, which names the columns, included.
  package var rowCount: Int { rows.count }

  /// A finding about `csv` as one about the sheet: `sheet 'Data' C12: …`, with the row as line and the number of the
  /// column as column.
  package func located(_ finding: Diagnostic) -> Diagnostic {
    let place = cell(of: finding.position)
    let reference = CellReference(column: place.column, row: place.line)
    return Diagnostic(
      finding.severity, finding.code, "sheet '\(name)' \(reference): \(finding.message)", at: place,
      hint: finding.hint,
      notes: finding.notes.map { note in
        note.position.file == finding.position.file
          ? Diagnostic.Note(note.message, at: cell(of: note.position)) : note
      }, occurrences: finding.occurrences)
  }

  private func cell(of position: SourcePosition) -> SourcePosition {
    guard let index = rows.lastIndex(where: { $0.line <= position.line }) else {
      return SourcePosition(file: file, line: rows[0].number, column: 1)
    }
    let row = rows[index]
    let column = column(in: row.line, position)
    return SourcePosition(file: file, line: row.number, column: column)
  }

  /// Counts the cells before a place of a row that begins in a line.
  private func column(in first: Int, _ position: SourcePosition) -> Int {
    var (line, column, cell) = (1, 1, 1)
    var isQuoted = false
    for byte in csv {
      if line > position.line || (line == position.line && column >= position.column) { break }
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
        if !isQuoted { cell = 1 }
        continue
      }
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == delimiter, !isQuoted, line >= first { cell += 1 }
      if byte & 0xC0 != 0x80 { column += 1 }
    }
    return cell
  }
}

/// Writes rows as they come.
private struct SheetWriter {
  let delimiter: UInt8
  let decimal: UInt8
  let showsPercent: Bool
  /// Of the first row that was written.
  private var width = 0
  private(set) var bytes: [UInt8] = []
  private(set) var rows: [(number: Int, line: Int)] = []
  private var line = 1

  init(delimiter: UInt8, decimal: UInt8, showsPercent: Bool) {
    self.delimiter = delimiter
    self.decimal = decimal
    self.showsPercent = showsPercent
  }

  mutating func append(_ row: SheetRow) {
    rows.append((row.number, line))
    var column = 1
    for cell in row.cells {
      while column < cell.column {
        bytes.append(delimiter)
        column += 1
      }
      if cell.kind == .percentage, showsPercent {
        append(cell.percent, isNumber: true)
      } else {
        append(cell.text, isNumber: cell.kind == .number || cell.kind == .percentage)
      }
    }
    // Workbooks do not keep blank cells at the end of a row.
    if width == 0 { width = column }
    while column < width {
      bytes.append(delimiter)
      column += 1
    }
    bytes.append(UInt8(ascii: "\n"))
    line += 1
  }

  private mutating func append(_ text: String, isNumber: Bool) {
    var text = text
    text.withUTF8 { source in
      if isNumber, decimal != UInt8(ascii: ".") {
        for byte in source { bytes.append(byte == UInt8(ascii: ".") ? decimal : byte) }
        return
      }
      guard source.contains(where: { $0 == 0x22 || $0 == delimiter || $0 == 0x0A || $0 == 0x0D }) else {
        return bytes.append(contentsOf: source)
      }
      bytes.append(0x22)
      for byte in source {
        if byte == 0x22 { bytes.append(byte) }
        if byte == 0x0A { line += 1 }
        bytes.append(byte)
      }
      bytes.append(0x22)
    }
  }
}
