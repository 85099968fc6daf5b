package import MilepostModel

extension SDMX {
  /// Looks whether the bytes of a message in CSV or JSON are text: UTF-8, and no control characters but tabs and line
  /// ends.
  ///
  /// - Returns: where the text begins, behind a byte order mark; nil after a finding.
  package static func startOfText(
    _ bytes: Span<UInt8>, file: String, into diagnostics: inout Diagnostics
  ) -> Int? {
    guard let start = beginningOfText(bytes, file: file, into: &diagnostics) else { return nil }
    guard let fault = bytes.firstNoText(in: start..<bytes.count) else { return start }
    diagnostics.report(.noText(bytes[fault], at: bytes.position(of: fault, from: start, in: file)))
    return nil
  }

  /// Where the text begins whose first bytes are given; nil after a finding.
  static func beginningOfText(
    _ bytes: Span<UInt8>, file: String, into diagnostics: inout Diagnostics
  ) -> Int? {
    guard !bytes.isEmpty else {
      diagnostics.report(.emptyMessage(file))
      return nil
    }
    if bytes.count >= 2, (bytes[0], bytes[1]) == (0xFF, 0xFE) || (bytes[0], bytes[1]) == (0xFE, 0xFF) {
      diagnostics.report(.messageEncoding("UTF-16", at: .wholeFile(file)))
      return nil
    }
    let hasMark = bytes.count >= 3 && (bytes[0], bytes[1], bytes[2]) == (0xEF, 0xBB, 0xBF)
    return hasMark ? 3 : 0
  }
}

extension Span<UInt8> {
  /// The first byte that is not UTF-8 or a control character but a tab or line end.
  func firstNoText(in range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while index < range.upperBound {
      if index + 8 <= range.upperBound, littleEndianWord(at: index).isPlainASCII {
        index += 8
        continue
      }
      let byte = self[index]
      if byte >= 0x80 {
        guard let length = scalarLength(at: index) else { return index }
        index += length
      } else {
        if byte < 0x20 && byte != 0x0A && byte != 0x0D && byte != 0x09 || byte == 0x7F { return index }
        index += 1
      }
    }
    return nil
  }

  /// Bytes of the scalar beyond ASCII that begins at an offset; nil where none does.
  private func scalarLength(at index: Int) -> Int? {
    let first = self[index]
    let length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
    guard length > 0, index + length <= count else { return nil }
    for place in 1..<length where self[index + place] & 0xC0 != 0x80 { return nil }
    let second = self[index + 1]
    switch first {
    case 0xE0 where second < 0xA0, 0xED where second >= 0xA0, 0xF0 where second < 0x90, 0xF4 where second >= 0x90:
      return nil
    default: return length
    }
  }

  /// Eight bytes from `offset`, the first in the lowest place.
  func littleEndianWord(at offset: Int) -> UInt64 {
    // Every pattern of bits is a UInt64, and the raw span checks its bounds.
    UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The line and column, in Unicode scalars, of an offset.
  func position(of offset: Int, from start: Int, in file: String) -> SourcePosition {
    var line = 1
    var lineStart = start
    for index in start..<offset {
      let isLoneReturn = self[index] == 0x0D && !(index + 1 < count && self[index + 1] == 0x0A)
      if self[index] == 0x0A || isLoneReturn {
        line += 1
        lineStart = index + 1
      }
    }
    return SourcePosition(file: file, line: line, column: 1 + scalars(lineStart..<offset))
  }

  /// How many Unicode scalars begin in a range.
  func scalars(_ range: Range<Int>) -> Int {
    var scalars = 0
    for index in range where self[index] & 0xC0 != 0x80 { scalars += 1 }
    return scalars
  }

  func text(_ range: Range<Int>) -> String {
    extracting(range).withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}

extension UInt64 {
  static let everyByte: UInt64 = 0x0101_0101_0101_0101
  static let topBits: UInt64 = 0x8080_8080_8080_8080

  /// Whether none of its bytes is below 0x20, 0x7F or beyond ASCII. Line ends count as no plain byte.
  fileprivate var isPlainASCII: Bool {
    let low = (self &- 0x2020_2020_2020_2020) & ~self
    let delete = self ^ 0x7F7F_7F7F_7F7F_7F7F
    return (self | low | (delete &- UInt64.everyByte) & ~delete) & UInt64.topBits == 0
  }

  /// A top bit for each byte that equals one; above the first there may be false ones.
  func bytes(equalTo byte: UInt8) -> UInt64 {
    let difference = self ^ (UInt64(byte) &* UInt64.everyByte)
    return (difference &- UInt64.everyByte) & ~difference & UInt64.topBits
  }
}

extension Diagnostic {
  fileprivate static func emptyMessage(_ file: String) -> Self {
    Diagnostic(.error, "MP1401", "file is empty", at: .wholeFile(file), hint: "give a file with an SDMX message")
  }

  /// A byte that is not UTF-8, or a control character.
  static func noText(_ byte: UInt8, at position: SourcePosition) -> Self {
    byte >= 0x20 && byte != 0x7F
      ? messageEncoding("byte 0x" + String(byte, radix: 16, uppercase: true), at: position)
      : controlCharacter(byte, at: position)
  }

  fileprivate static func messageEncoding(_ found: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1401", "found \(found), expected UTF-8", at: position, hint: "ask for the file in UTF-8, or save it so"
    )
  }

  static func controlCharacter(_ byte: UInt8, at position: SourcePosition) -> Self {
    let number = String(byte, radix: 16, uppercase: true)
    return Diagnostic(
      .error, "MP1401", "control character U+00\(number.count == 1 ? "0" : "")\(number) in a text", at: position,
      hint: "delete the character, or ask for the file anew: it may have been cut or mixed up on its way")
  }
}
