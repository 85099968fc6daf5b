import MilepostModel

extension SDMX {
  /// The part of a CSV file that is being read: enough for the longest row, however long the file is.
  struct CSVWindow {
    private static let pieceLength = 1 << 20

    let file: String
    private(set) var bytes: [UInt8]
    private(set) var isAtEnd: Bool
    private let source: ByteSource?
    /// What the source threw.
    private(set) var failure: (any Error)?
    /// How far the bytes are known to be text.
    private var checked = 0

    /// A file that is in memory.
    init(_ bytes: [UInt8], file: String) {
      self.bytes = bytes
      self.file = file
      source = nil
      isAtEnd = true
    }

    /// The beginning of a file, long enough for its first two rows.
    init(_ source: ByteSource, file: String) {
      bytes = []
      self.file = file
      self.source = source
      isAtEnd = false
      while !isAtEnd, bytes.count <= 2 * CSVScanner.longestRow { readPiece() }
    }

    /// Where rows may begin that are here as a whole.
    var end: Int { isAtEnd ? bytes.count : bytes.count - CSVScanner.longestRow - 16 }

    /// Lets go of what was read, and reads on.
    mutating func move(to offset: Int) {
      bytes.removeFirst(offset)
      checked = max(0, checked - offset)
      readPiece()
    }

    private mutating func readPiece() {
      guard let source else { return }
      let start = bytes.count
      bytes.append(contentsOf: repeatElement(0, count: CSVWindow.pieceLength))
      var count = 0
      do {
        count = try bytes.withUnsafeMutableBytes { buffer in
          try source.read(UnsafeMutableRawBufferPointer(rebasing: buffer[start...]))
        }
      } catch {
        failure = error
      }
      bytes.removeLast(CSVWindow.pieceLength - count)
      isAtEnd = count == 0
    }

    /// The first byte that is no text among those that were not looked at before.
    mutating func firstNoText(from start: Int) -> Int? {
      let (bytes, known) = (bytes, max(start, checked))
      let span = bytes.span
      // What a scalar begins may end with the next piece.
      let end = isAtEnd ? span.count : span.endOfWholeScalars
      if let fault = span.firstNoText(in: known..<max(known, end)) { return fault }
      checked = end
      return nil
    }
  }
}

extension Span<UInt8> {
  /// Where the last scalar begins, if the bytes end before it does.
  fileprivate var endOfWholeScalars: Int {
    var index = count
    while index > 0, count - index < 4 {
      index -= 1
      let byte = self[index]
      if byte & 0xC0 == 0x80 { continue }
      let length = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      return index + length > count ? index : count
    }
    return count
  }
}
