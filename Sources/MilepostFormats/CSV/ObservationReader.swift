package import MilepostModel

/// Reads the observations of one vintage into columns.
///
/// Nothing is guessed: a cell that does not say clearly what it means is a finding at its place, and its row is left
/// out. Linear in the size of the file; beside it about 30 bytes for each row.
package enum ObservationReader {
  /// - Returns: nil when there is no table to speak of; then the reason has been reported.
  package static func read(
    _ bytes: [UInt8], dataflow: Dataflow, vintage: Vintage, layout: DataLayout, into diagnostics: inout Diagnostics
  ) -> ObservationTable? {
    guard let encoding = CSVEncoding(bytes, file: vintage.file, into: &diagnostics) else { return nil }
    var findings = FileFindings()
    defer { findings.finish(into: &diagnostics) }
    var scanner = CSVScanner(file: vintage.file, delimiter: layout.delimiter.rawValue, start: encoding.start)
    guard let header = CSVHeader.read(bytes.span, scanner: &scanner, findings: &findings),
      let columns = ObservationColumns(header.names, dataflow: dataflow, layout: layout, findings: &findings)
    else { return nil }
    var rows = ObservationRows(
      columns, dataflow: dataflow, layout: layout, file: vintage.file, isASCII: encoding.isASCII,
      capacity: encoding.lineCount)
    readRows(bytes.span, &scanner, header, into: &rows, findings: &findings)
    if rows.isEmpty && !findings.hasErrors { findings.report(.tableWithoutRows(at: header.names[0].position)) }
    return rows.table(of: dataflow, vintage, isWhole: !findings.hasErrors)
  }

  private static func readRows(
    _ bytes: Span<UInt8>, _ scanner: inout CSVScanner, _ header: CSVHeader, into rows: inout ObservationRows,
    findings: inout FileFindings
  ) {
    var spans: [CSVFieldSpan] = []
    var gap = CSVGap()
    while scanner.nextRow(of: bytes, into: &spans, findings: &findings) {
      if spans[0].start == spans[0].end, CSVGap.isEmpty(spans) {
        gap.pass(spans)
        continue
      }
      gap.close(file: scanner.file, findings: &findings)
      guard header.fits(&spans, in: bytes, scanner, findings: &findings) else { continue }
      rows.append(spans, bytes, findings: &findings)
    }
  }
}

extension Diagnostic {
  fileprivate static func tableWithoutRows(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0314", "table has a header and no rows", at: position,
      hint: "a snapshot without rows would withdraw every series; leave out the vintage instead")
  }
}
