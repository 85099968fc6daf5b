import MilepostModel

/// Where a field lies in the bytes of a file.
struct CSVFieldSpan {
  /// Content without the enclosing quotes.
  var start: Int
  var end: Int
  var isQuoted: Bool
  /// Holds `""`, which means one quote.
  var hasDoubledQuotes: Bool
  /// Where the field begins, its quote included.
  var line: Int
  var lineStart: Int

  var opening: Int { isQuoted ? start - 1 : start }
}

/// Cuts the bytes of a CSV file into rows and fields (RFC 4180; also lone CR, and blanks at the end of a line).
///
/// One pass, no copies. A row longer than 65,536 bytes or a quote that never closes ends the file with a finding; of
/// quotes out of place each field has one finding.
struct CSVScanner {
  /// Bytes in one row.
  static let longestRow = 1 << 16

  let file: String
  let delimiter: UInt8
  private(set) var offset: Int
  private(set) var line = 1
  private(set) var lineStart: Int
  private var rowStart = 0
  /// How far the scalars of the current line are counted, so that no byte is counted twice.
  private var counted: (offset: Int, scalars: Int)

  init(file: String, delimiter: UInt8, start: Int) {
    self.file = file
    self.delimiter = delimiter
    offset = start
    lineStart = start
    counted = (start, 0)
  }

  /// The next row's fields.
  ///
  /// - Returns: False at the end of the file, and after a fault that makes the rest unreadable.
  mutating func nextRow(
    of bytes: Span<UInt8>, into fields: inout [CSVFieldSpan], findings: inout FileFindings
  ) -> Bool {
    fields.removeAll(keepingCapacity: true)
    guard offset < bytes.count else { return false }
    rowStart = offset
    while true {
      if offset < bytes.count, bytes[offset] == CSVByte.quote {
        guard scanQuoted(bytes, into: &fields, findings: &findings) else { return stop(at: bytes.count) }
      } else {
        scanPlain(bytes, into: &fields, findings: &findings)
      }
      guard offset - rowStart <= CSVScanner.longestRow else {
        findings.report(.csvRowTooLong(at: SourcePosition(file: file, line: fields[0].line, column: 1)))
        fields.removeAll()
        return stop(at: bytes.count)
      }
      if offset < bytes.count, bytes[offset] == delimiter {
        offset += 1
        continue
      }
      passLineEnd(bytes)
      return true
    }
  }

  private mutating func stop(at end: Int) -> Bool {
    offset = end
    return false
  }

  /// From `offset` to the delimiter or line end.
  private mutating func scanPlain(
    _ bytes: Span<UInt8>, into fields: inout [CSVFieldSpan], findings: inout FileFindings
  ) {
    let start = offset
    var end = offset
    var isReported = false
    while end < bytes.count, end - rowStart <= CSVScanner.longestRow {
      let byte = bytes[end]
      if byte == delimiter || byte == CSVByte.newline || byte == CSVByte.carriageReturn { break }
      if byte == CSVByte.quote && !isReported {
        findings.report(.csvQuoteInside(at: position(of: end, in: bytes)))
        isReported = true
      }
      end += 1
    }
    offset = end
    let isLast = end == bytes.count || bytes[end] != delimiter
    if isLast {
      while end > start, bytes[end - 1] == CSVByte.blank { end -= 1 }
    }
    fields.append(
      CSVFieldSpan(
        start: start, end: end, isQuoted: false, hasDoubledQuotes: false, line: line, lineStart: lineStart))
  }

  /// From the opening quote at `offset` to the delimiter or line end after the closing one.
  private mutating func scanQuoted(
    _ bytes: Span<UInt8>, into fields: inout [CSVFieldSpan], findings: inout FileFindings
  ) -> Bool {
    let opening = position(of: offset, in: bytes)
    var field = CSVFieldSpan(
      start: offset + 1, end: offset + 1, isQuoted: true, hasDoubledQuotes: false, line: line, lineStart: lineStart)
    var index = offset + 1
    while true {
      guard index < bytes.count, index - rowStart <= CSVScanner.longestRow else {
        let isClosed = (index..<bytes.count).contains { bytes[$0] == CSVByte.quote }
        let row = SourcePosition(file: file, line: fields.first?.line ?? field.line, column: 1)
        findings.report(isClosed ? .csvRowTooLong(at: row) : .csvQuoteNeverCloses(at: opening))
        fields.removeAll()
        return false
      }
      let byte = bytes[index]
      if byte == CSVByte.quote {
        guard index + 1 < bytes.count, bytes[index + 1] == CSVByte.quote else { break }
        field.hasDoubledQuotes = true
        index += 2
        continue
      }
      index += 1
      let isLoneReturn = byte == CSVByte.carriageReturn && !(index < bytes.count && bytes[index] == CSVByte.newline)
      if byte == CSVByte.newline || isLoneReturn {
        line += 1
        lineStart = index
      }
    }
    field.end = index
    fields.append(field)
    offset = index + 1
    passBlanksAfterQuote(bytes, opening: opening, findings: &findings)
    return true
  }

  private mutating func passBlanksAfterQuote(
    _ bytes: Span<UInt8>, opening: SourcePosition, findings: inout FileFindings
  ) {
    var isReported = false
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == delimiter || byte == CSVByte.newline || byte == CSVByte.carriageReturn { return }
      if byte != CSVByte.blank && !isReported {
        findings.report(.csvTextAfterQuote(at: position(of: offset, in: bytes), opening: opening))
        isReported = true
      }
      offset += 1
    }
  }

  private mutating func passLineEnd(_ bytes: Span<UInt8>) {
    guard offset < bytes.count else { return }
    if bytes[offset] == CSVByte.carriageReturn, offset + 1 < bytes.count, bytes[offset + 1] == CSVByte.newline {
      offset += 1
    }
    offset += 1
    line += 1
    lineStart = offset
  }

  /// The place of a byte of the current line.
  private mutating func position(of offset: Int, in bytes: Span<UInt8>) -> SourcePosition {
    if !(lineStart...offset).contains(counted.offset) { counted = (lineStart, 0) }
    counted = (offset, counted.scalars + bytes.scalarCount(counted.offset..<offset))
    return SourcePosition(file: file, line: line, column: 1 + counted.scalars)
  }

  func position(of field: CSVFieldSpan, in bytes: Span<UInt8>) -> SourcePosition {
    SourcePosition(
      file: file, line: field.line, column: 1 + bytes.scalarCount(field.lineStart..<field.opening))
  }

  /// The texts and places of a row's fields, counted in one go.
  func located(_ fields: [CSVFieldSpan], in bytes: Span<UInt8>) -> [Located<String>] {
    var counted = (lineStart: -1, offset: 0, scalars: 0)
    return fields.map { field in
      if counted.lineStart != field.lineStart { counted = (field.lineStart, field.lineStart, 0) }
      counted.scalars += bytes.scalarCount(counted.offset..<field.opening)
      counted.offset = field.opening
      return Located(
        bytes.text(of: field), at: SourcePosition(file: file, line: field.line, column: 1 + counted.scalars))
    }
  }
}

extension Diagnostic {
  fileprivate static func csvQuoteNeverCloses(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0053", "quoted field does not end", at: position,
      hint: "close it with '\"'; a quote inside a quoted field is written twice")
  }

  fileprivate static func csvTextAfterQuote(at position: SourcePosition, opening: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0054", "text after the closing quote", at: position,
      hint: "a quote inside a quoted field is written twice", notes: [.init("the field begins here", at: opening)])
  }

  fileprivate static func csvQuoteInside(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0055", "quote inside a field that does not begin with one", at: position,
      hint: "enclose the whole field in quotes and write the quote inside it twice")
  }

  fileprivate static func csvRowTooLong(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0057", "row longer than \(CSVScanner.longestRow) bytes", at: position,
      hint: "check that the file is CSV, and that its lines and quoted fields end")
  }
}
