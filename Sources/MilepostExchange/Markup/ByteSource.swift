/// Bytes that come piece by piece, from memory, a file or an archive, so that nothing has to hold all of them.
package struct ByteSource {
  /// Fills the beginning of the buffer and says how many bytes it wrote; 0 at the end.
  package let read: (UnsafeMutableRawBufferPointer) throws -> Int

  package init(read: @escaping (UnsafeMutableRawBufferPointer) throws -> Int) { self.read = read }

  package init(_ bytes: [UInt8]) {
    var offset = 0
    read = { buffer in
      let count = min(buffer.count, bytes.count - offset)
      bytes.withUnsafeBytes { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset..<offset + count])) }
      offset += count
      return count
    }
  }
}

/// Bytes of UTF-8 within a reader, which are only there until it goes on.
struct MarkupBytes {
  private let buffer: UnsafeBufferPointer<UInt8>

  init(_ buffer: UnsafeBufferPointer<UInt8>) { self.buffer = buffer }

  var count: Int { buffer.count }
  var isEmpty: Bool { buffer.isEmpty }
  var text: String { String(decoding: buffer, as: UTF8.self) }
  var bytes: UnsafeBufferPointer<UInt8> { buffer }

  /// Whether there is nothing but blanks of XML.
  var isBlank: Bool { buffer.allSatisfy { $0 == 0x20 || (0x09...0x0A).contains($0) || $0 == 0x0D } }

  static func == (one: MarkupBytes, other: StaticString) -> Bool {
    one.count == other.utf8CodeUnitCount
      && one.buffer.elementsEqual(UnsafeBufferPointer(start: other.utf8Start, count: other.utf8CodeUnitCount))
  }

  /// Digits alone, at most eighteen of them.
  var number: Int? {
    guard !isEmpty, count <= 18 else { return nil }
    var number = 0
    for byte in buffer {
      guard (0x30...0x39).contains(byte) else { return nil }
      number = number * 10 + Int(byte &- 0x30)
    }
    return number
  }
}
