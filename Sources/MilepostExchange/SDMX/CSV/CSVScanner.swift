import MilepostModel

extension SDMX {
  /// Finds the ends of cells and rows of a CSV file (RFC 4180, also with lone returns).
  struct CSVScanner {
    /// Bytes in one row; what is longer is no row but a quote that was never closed.
    static let longestRow = 1 << 20
    /// Cells in the first row, each of which is looked up among the others.
    static let mostColumns = 1000

    /// Why the rest of a file cannot be cut into rows.
    enum Fault: Error {
      case quoteNeverCloses(line: Int, lineStart: Int, offset: Int)
      case rowTooLong(line: Int)
      case tooManyColumns
    }

    let file: String
    let delimiter: UInt8
    var offset: Int
    var line = 1
    var lineStart: Int
    var rowStart: Int
    /// Quotes out of place, by line and column of the cell.
    var findings = FileFindings()

    init(file: String, delimiter: UInt8, start: Int) {
      self.file = file
      self.delimiter = delimiter
      offset = start
      lineStart = start
      rowStart = start
    }

    /// Goes on with bytes that begin where the scanner is.
    mutating func begin() {
      offset = 0
      lineStart = 0
      rowStart = 0
    }

    func isEnd(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
      guard index < bytes.count else { return true }
      let byte = bytes[index]
      return byte == delimiter || byte == CSVSign.newline || byte == CSVSign.carriageReturn
    }

    /// Whether a cell that begins at `offset` has the same bytes as one before.
    func repeats(_ bytes: Span<UInt8>, _ before: Range<Int>) -> Bool {
      let length = before.count
      guard offset + length <= bytes.count, isEnd(bytes, offset + length) else { return false }
      var place = 0
      while place + 8 <= length {
        guard
          bytes.littleEndianWord(at: offset + place) == bytes.littleEndianWord(at: before.lowerBound + place)
        else { return false }
        place += 8
      }
      while place < length {
        guard bytes[offset + place] == bytes[before.lowerBound + place] else { return false }
        place += 1
      }
      return true
    }

    /// The cell that begins at `offset`; then `offset` is at its delimiter or the end of its row.
    mutating func field(_ bytes: Span<UInt8>) throws(Fault) -> CSVField {
      let start = offset
      if start < bytes.count, bytes[start] == CSVSign.quote { return try quoted(bytes) }
      let end = plainEnd(bytes)
      offset = end
      if end - rowStart > CSVScanner.longestRow { throw .rowTooLong(line: line) }
      guard end < bytes.count, bytes[end] == CSVSign.quote else { return CSVField(range: start..<end) }
      findings.report(.csvQuote("quote inside a cell that does not begin with one", at: position(end, bytes)))
      while !isEnd(bytes, offset) { offset += 1 }
      return CSVField(range: start..<offset)
    }

    private func plainEnd(_ bytes: Span<UInt8>) -> Int {
      var index = offset
      while index + 8 <= bytes.count {
        let word = bytes.littleEndianWord(at: index)
        let ends =
          word.bytes(equalTo: delimiter) | word.bytes(equalTo: CSVSign.newline)
          | word.bytes(equalTo: CSVSign.carriageReturn) | word.bytes(equalTo: CSVSign.quote)
        if ends != 0 { return index + ends.trailingZeroBitCount / 8 }
        index += 8
      }
      while !isEnd(bytes, index), bytes[index] != CSVSign.quote { index += 1 }
      return index
    }

    private mutating func quoted(_ bytes: Span<UInt8>) throws(Fault) -> CSVField {
      let start = offset
      let opening = (line: line, lineStart: lineStart)
      var index = start + 1
      while true {
        guard index < bytes.count else {
          throw .quoteNeverCloses(line: opening.line, lineStart: opening.lineStart, offset: start)
        }
        guard index - rowStart <= CSVScanner.longestRow else { throw .rowTooLong(line: opening.line) }
        let byte = bytes[index]
        index += 1
        if byte == CSVSign.quote {
          guard index < bytes.count, bytes[index] == CSVSign.quote else { break }
          index += 1
        } else if byte == CSVSign.newline
          || byte == CSVSign.carriageReturn && !(index < bytes.count && bytes[index] == CSVSign.newline)
        {
          line += 1
          lineStart = index
        }
      }
      let end = index
      if !isEnd(bytes, index) {
        findings.report(.csvQuote("text after the closing quote", at: position(index, bytes)))
        while !isEnd(bytes, index) { index += 1 }
      }
      offset = index
      return CSVField(range: start..<end)
    }

    /// Whether `offset` is at the end of a row.
    func isAtRowEnd(_ bytes: Span<UInt8>) -> Bool { offset >= bytes.count || bytes[offset] != delimiter }

    /// Passes the end of a row.
    mutating func passRowEnd(_ bytes: Span<UInt8>) {
      guard offset < bytes.count else { return }
      if bytes[offset] == CSVSign.carriageReturn, offset + 1 < bytes.count, bytes[offset + 1] == CSVSign.newline {
        offset += 1
      }
      offset += 1
      line += 1
      lineStart = offset
      rowStart = offset
    }

    /// All cells of the row that begins at `offset`.
    mutating func row(_ bytes: Span<UInt8>) throws(Fault) -> [(field: CSVField, position: SourcePosition)] {
      var fields: [(field: CSVField, position: SourcePosition)] = []
      while true {
        let position = position(offset, bytes)
        fields.append((try field(bytes), position))
        guard !isAtRowEnd(bytes) else { break }
        guard fields.count < CSVScanner.mostColumns else { throw .tooManyColumns }
        offset += 1
      }
      passRowEnd(bytes)
      return fields
    }

    /// The place of a byte of the current line.
    func position(_ offset: Int, _ bytes: Span<UInt8>) -> SourcePosition {
      SourcePosition(file: file, line: line, column: 1 + bytes.scalars(lineStart..<offset))
    }
  }
}

extension Diagnostic {
  fileprivate static func csvQuote(_ message: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1403", message, at: position,
      hint: "enclose the whole cell in quotes, and write a quote inside it twice")
  }

  static func csvCut(_ fault: SDMX.CSVScanner.Fault, _ bytes: Span<UInt8>, in file: String) -> Self {
    switch fault {
    case .quoteNeverCloses(let line, let lineStart, let offset):
      let column = 1 + bytes.scalars(lineStart..<offset)
      return Diagnostic(
        .error, "MP1403", "quoted cell does not end", at: SourcePosition(file: file, line: line, column: column),
        hint: "close it with '\"'; a quote inside a quoted cell is written twice")
    case .rowTooLong(let line):
      return Diagnostic(
        .error, "MP1403", "row longer than \(SDMX.CSVScanner.longestRow) bytes",
        at: SourcePosition(file: file, line: line, column: 1),
        hint: "check that the file is CSV, and that its lines and quoted cells end")
    case .tooManyColumns:
      return Diagnostic(
        .error, "MP1403", "first row has more than \(SDMX.CSVScanner.mostColumns) columns",
        at: SourcePosition(file: file, line: 1, column: 1),
        hint: "check that the file is SDMX-CSV, and that its lines end")
    }
  }
}
