import MilepostModel

/// Places in a text by the offset of their bytes.
struct TextPositions {
  let file: String
  let bytes: [UInt8]
  /// Offsets at which lines begin.
  let lineStarts: [Int]
  /// Scalars before each block of bytes, so that a place in a long line is found without counting from its start.
  private let scalarCounts: [Int]
  private static let block = 256

  init(_ bytes: [UInt8], file: String) {
    self.file = file
    self.bytes = bytes
    lineStarts = TextPositions.lineStarts(of: bytes)
    var counts = [0]
    for start in stride(from: 0, to: bytes.count, by: TextPositions.block) {
      let end = min(start + TextPositions.block, bytes.count)
      counts.append(counts[counts.count - 1] + TextPositions.scalars(in: bytes[start..<end]))
    }
    scalarCounts = counts
  }

  /// Every byte but the continuing ones of UTF-8 begins a scalar.
  private static func scalars(in bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  private func scalars(before offset: Int) -> Int {
    let block = offset / TextPositions.block
    return scalarCounts[block] + TextPositions.scalars(in: bytes[block * TextPositions.block..<offset])
  }

  /// Lines end as CommonMark has it: with LF, CR, or both.
  static func lineStarts(of bytes: [UInt8]) -> [Int] {
    var starts = [0]
    for (offset, byte) in bytes.enumerated() {
      let isEnd = byte == 0x0A || (byte == 0x0D && !(offset + 1 < bytes.count && bytes[offset + 1] == 0x0A))
      if isEnd { starts.append(offset + 1) }
    }
    return starts
  }

  /// The place in `lineStarts` of the line that holds an offset.
  func line(at offset: Int) -> Int {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  func position(at offset: Int) -> SourcePosition {
    let line = line(at: offset)
    let column = scalars(before: offset) - scalars(before: lineStarts[line]) + 1
    return SourcePosition(file: file, line: line + 1, column: column)
  }

  /// The end of a line, its ending not included.
  func end(ofLine line: Int) -> Int {
    var end = line + 1 < lineStarts.count ? lineStarts[line + 1] : bytes.count
    while end > lineStarts[line], bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return end
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
