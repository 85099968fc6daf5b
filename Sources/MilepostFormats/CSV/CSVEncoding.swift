import MilepostModel

/// Finds out whether the bytes of a file are text in UTF-8 without control characters, before anything else looks at them.
struct CSVEncoding {
  /// Where the text begins, after a byte order mark.
  let start: Int
  /// Then a column is an offset.
  let isASCII: Bool
  /// About how many lines there are, to reserve room.
  let lineCount: Int

  /// - Returns: nil, after one finding, when the bytes are not UTF-8.
  init?(_ bytes: [UInt8], file: String, into diagnostics: inout Diagnostics) {
    guard !bytes.isUTF16 else {
      diagnostics.report(.csvIsUTF16(file))
      return nil
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    switch CSVEncoding.scan(bytes.span, from: start) {
    case .valid(let isASCII, let lineCount):
      self.start = start
      self.isASCII = isASCII
      self.lineCount = lineCount
    case .fault(let offset):
      let position = CSVEncoding.position(of: offset, in: bytes, from: start, file: file)
      diagnostics.report(CSVEncoding.finding(bytes, offset, position))
      return nil
    }
  }

  private static func finding(_ bytes: [UInt8], _ offset: Int, _ position: SourcePosition) -> Diagnostic {
    switch bytes[offset] {
    case 0: .csvHasNUL(at: position)
    case let byte where byte < 0x80: .csvControlCharacter(Unicode.Scalar(byte), at: position)
    case 0xC2 where offset + 1 < bytes.count && (0x80..<0xA0).contains(bytes[offset + 1]):
      .csvControlCharacter(Unicode.Scalar(bytes[offset + 1]), at: position)
    case let byte: .csvNotUTF8(byte: byte, at: position)
    }
  }

  private enum Verdict {
    case valid(isASCII: Bool, lineCount: Int)
    case fault(offset: Int)
  }

  private static func scan(_ bytes: Span<UInt8>, from start: Int) -> Verdict {
    var offset = start
    var isASCII = true
    var lines = 1
    while offset < bytes.count {
      while offset + 8 <= bytes.count {
        let word = bytes.littleEndianWord(at: offset)
        guard word & 0x8080_8080_8080_8080 == 0, !word.hasDelete else { break }
        let controls = word.controlBytes
        if controls > 0 {
          let newlines = word.bytes(equalTo: CSVByte.newline)
          let returns = word.bytes(equalTo: CSVByte.carriageReturn)
          guard controls == newlines + returns + word.bytes(equalTo: CSVByte.tab) else { break }
          lines += max(newlines, returns)
        }
        offset += 8
      }
      guard offset < bytes.count else { break }
      let byte = bytes[offset]
      if byte < 0x80 {
        let isLineEnd = byte == CSVByte.newline || byte == CSVByte.carriageReturn
        if byte == 0x7F || (byte < 0x20 && !isLineEnd && byte != CSVByte.tab) { return .fault(offset: offset) }
        if isLineEnd { lines += 1 }
        offset += 1
        continue
      }
      isASCII = false
      let length = sequenceLength(bytes, at: offset)
      if length == 0 { return .fault(offset: offset) }
      offset += length
    }
    return .valid(isASCII: isASCII, lineCount: lines)
  }

  /// Bytes of the well-formed sequence that begins with a lead byte at `offset`; 0 when it is not one, and for a control.
  private static func sequenceLength(_ bytes: Span<UInt8>, at offset: Int) -> Int {
    let lead = bytes[offset]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if lead == 0xE0 { second = 0xA0...0xBF }
      if lead == 0xED { second = 0x80...0x9F }
    case 0xF0...0xF4:
      length = 4
      if lead == 0xF0 { second = 0x90...0xBF }
      if lead == 0xF4 { second = 0x80...0x8F }
    default: return 0
    }
    // U+0080 to U+009F are controls, but for U+0085, which ends a line.
    if lead == 0xC2, offset + 1 < bytes.count, bytes[offset + 1] != 0x85 { second = 0xA0...0xBF }
    guard offset + length <= bytes.count, second.contains(bytes[offset + 1]) else { return 0 }
    for index in (offset + 2)..<max(offset + 2, offset + length) where !(0x80...0xBF).contains(bytes[index]) {
      return 0
    }
    return length
  }

  private static func position(of offset: Int, in bytes: [UInt8], from start: Int, file: String) -> SourcePosition {
    var line = 1
    var lineStart = start
    for index in start..<offset {
      let isLoneReturn = bytes[index] == CSVByte.carriageReturn && bytes[index + 1] != CSVByte.newline
      if bytes[index] == CSVByte.newline || isLoneReturn {
        line += 1
        lineStart = index + 1
      }
    }
    return SourcePosition(file: file, line: line, column: 1 + bytes.span.scalarCount(lineStart..<offset))
  }
}

/// The bytes that have a meaning in a CSV file.
enum CSVByte {
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let quote = UInt8(ascii: "\"")
  static let blank = UInt8(ascii: " ")
  static let tab = UInt8(ascii: "\t")
}

extension Span<UInt8> {
  /// Unicode scalars in a range of UTF-8: bytes that do not continue one.
  func scalarCount(_ range: Range<Int>) -> Int {
    var count = 0
    for index in range where self[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}

extension UInt64 {
  /// How many of the eight bytes, all below 0x80, are below 0x20.
  fileprivate var controlBytes: Int {
    8 - (((self | 0x8080_8080_8080_8080) &- 0x2020_2020_2020_2020) & 0x8080_8080_8080_8080).nonzeroBitCount
  }

  /// Whether one of the eight bytes, all below 0x80, is 0x7F.
  fileprivate var hasDelete: Bool { (self &+ 0x0101_0101_0101_0101) & 0x8080_8080_8080_8080 != 0 }

  /// How many of the eight bytes, all below 0x80, equal `byte`.
  fileprivate func bytes(equalTo byte: UInt8) -> Int {
    let difference = self ^ (0x0101_0101_0101_0101 &* UInt64(byte))
    return 8 - ((difference &+ 0x7F7F_7F7F_7F7F_7F7F) & 0x8080_8080_8080_8080).nonzeroBitCount
  }
}

extension Diagnostic {
  private static let saveAsUTF8 = "save the file as UTF-8; in a spreadsheet choose 'CSV UTF-8'"

  fileprivate static func csvIsUTF16(_ file: String) -> Self {
    Diagnostic(.error, "MP0050", "file is in UTF-16, expected UTF-8", at: .wholeFile(file), hint: saveAsUTF8)
  }

  fileprivate static func csvNotUTF8(byte: UInt8, at position: SourcePosition) -> Self {
    let number = "0x" + String(byte, radix: 16, uppercase: true)
    let meant = byte >= 0xA0 ? "in Latin-1 it would be '\(Unicode.Scalar(byte))'; " : ""
    return Diagnostic(
      .error, "MP0051", "byte \(number) is not UTF-8", at: position, hint: meant + saveAsUTF8)
  }

  fileprivate static func csvControlCharacter(_ scalar: Unicode.Scalar, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0062", "control character \(scalar.number) in a text file", at: position, hint: "delete the character")
  }

  fileprivate static func csvHasNUL(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0052", "NUL byte in a text file", at: position,
      hint: "the file is damaged or not CSV; export it again as CSV UTF-8")
  }
}
