/// A column of bytes in a chunk: one byte when all are the same, else all of them.
enum ByteColumn {
  private static let constant: UInt8 = 0
  private static let plain: UInt8 = 1

  static func write(_ column: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    guard let first = column.first else { return bytes += [constant, 0] }
    if column.allSatisfy({ $0 == first }) { return bytes += [constant, first] }
    bytes.append(plain)
    bytes.append(contentsOf: column)
  }

  static func write(_ column: [UInt8], to bytes: inout [UInt8]) {
    column.withUnsafeBufferPointer { write($0, to: &bytes) }
  }

  /// Writes numbers as columns of their bytes, the lowest first: what is small or alike packs to almost nothing.
  static func write<Word: FixedWidthInteger>(_ words: [Word], to bytes: inout [UInt8]) {
    var used = Word(0)
    for word in words { used |= word }
    var column = [UInt8](repeating: 0, count: words.count)
    for plane in 0..<(Word.bitWidth / 8) {
      guard used >> (8 * plane) != 0 else {
        bytes += [constant, 0]
        continue
      }
      for place in words.indices { column[place] = UInt8(truncatingIfNeeded: words[place] >> (8 * plane)) }
      write(column, to: &bytes)
    }
  }
}

/// A column of bytes as it lies in an unpacked chunk.
struct StoredColumn {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// 1, or 0 when every row has the same byte.
  private let step: Int

  fileprivate init(_ bytes: UnsafeBufferPointer<UInt8>, step: Int) {
    self.bytes = bytes
    self.step = step
  }

  subscript(row: Int) -> UInt8 { bytes[row * step] }

  /// The byte that every row has; nil when they differ.
  var constant: UInt8? { step == 0 ? bytes[0] : nil }

  /// Some rows, when they differ.
  func rows(_ rows: Range<Int>) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[rows]) }
}

/// Takes columns from an unpacked chunk in the order in which they were written.
struct ColumnReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// - Returns: nil when the bytes end before the column does.
  mutating func column(_ count: Int) -> StoredColumn? {
    guard place + 2 <= bytes.count, bytes[place] <= 1 else { return nil }
    let isPlain = bytes[place] == 1
    let length = isPlain ? count : 1
    guard place + 1 + length <= bytes.count else { return nil }
    defer { place += 1 + length }
    return StoredColumn(
      UnsafeBufferPointer(rebasing: bytes[(place + 1)..<(place + 1 + length)]), step: isPlain ? 1 : 0)
  }

  mutating func columns(_ planes: Int, _ count: Int) -> WordColumn? {
    var columns: [StoredColumn] = []
    for _ in 0..<planes {
      guard let column = column(count) else { return nil }
      columns.append(column)
    }
    return WordColumn(columns)
  }

  mutating func byte() -> UInt8? {
    guard place < bytes.count else { return nil }
    defer { place += 1 }
    return bytes[place]
  }

  var isAtEnd: Bool { place == bytes.count }
}

/// A column of numbers, by the columns of their bytes.
struct WordColumn {
  private let planes: [StoredColumn]

  fileprivate init(_ planes: [StoredColumn]) { self.planes = planes }

  subscript(row: Int) -> UInt64 {
    var word: UInt64 = 0
    for (plane, column) in planes.enumerated() { word |= UInt64(column[row]) << (8 * plane) }
    return word
  }

  /// Lays the numbers of some rows into `target`, which holds zeros.
  func read<Word: FixedWidthInteger>(_ rows: Range<Int>, into target: UnsafeMutableBufferPointer<Word>) {
    for (plane, column) in planes.enumerated() {
      let shift = 8 * plane
      if let byte = column.constant {
        guard byte != 0 else { continue }
        let word = Word(truncatingIfNeeded: byte) << shift
        for place in target.indices { target[place] |= word }
      } else {
        let source = column.rows(rows)
        for place in target.indices { target[place] |= Word(truncatingIfNeeded: source[place]) << shift }
      }
    }
  }
}
