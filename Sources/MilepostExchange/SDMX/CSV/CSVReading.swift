package import MilepostModel

extension SDMX {
  /// Reads SDMX-CSV 1.0, 2.0 or 2.1.
  ///
  /// - Parameters:
  ///   - structures: what says which columns are dimensions, measures and attributes, and which codes there are. When it
  ///     is empty, columns before OBS_VALUE are dimensions and those behind it attributes of observations.
  /// - Returns: nil when the file is no SDMX-CSV; rows at fault are left out.
  package static func readCSV(
    _ bytes: [UInt8], file: String, structures: Structures = Structures(), into diagnostics: inout Diagnostics
  ) -> DataMessage? {
    var window = CSVWindow(bytes, file: file)
    return readCSV(&window, structures, into: &diagnostics)
  }

  /// Reads a file piece by piece, in memory for what is kept of it and two megabytes.
  ///
  /// - Throws: what the source throws.
  package static func readCSV(
    _ source: ByteSource, file: String, structures: Structures = Structures(), into diagnostics: inout Diagnostics
  ) throws -> DataMessage? {
    var window = CSVWindow(source, file: file)
    let message = readCSV(&window, structures, into: &diagnostics)
    if let failure = window.failure { throw failure }
    return message
  }

  private static func readCSV(
    _ window: inout CSVWindow, _ structures: Structures, into diagnostics: inout Diagnostics
  ) -> DataMessage? {
    guard let start = beginningOfText(window.bytes.span, file: window.file, into: &diagnostics) else { return nil }
    if let fault = window.firstNoText(from: start) {
      let span = window.bytes.span
      diagnostics.report(.noText(span[fault], at: span.position(of: fault, from: start, in: window.file)))
      return nil
    }
    guard let delimiter = CSVHeader.delimiter(of: window.bytes.span, from: start) else {
      diagnostics.report(.notSDMXCSV(window.file))
      return nil
    }
    var reader = CSVDataReader(CSVScanner(file: window.file, delimiter: delimiter, start: start), structures)
    let isWhole = reader.readHeader(window.bytes.span) && reader.readRows(&window)
    let dataSets = isWhole ? reader.dataSets() : nil
    reader.finish(into: &diagnostics)
    return dataSets.map { DataMessage(header: nil, dataSets: $0) }
  }

  /// Whether a file begins as SDMX-CSV does.
  package static func isCSV(_ bytes: [UInt8]) -> Bool {
    CSVHeader.delimiter(of: bytes.span, from: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0) != nil
  }
}
