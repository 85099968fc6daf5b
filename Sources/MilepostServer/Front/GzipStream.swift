import CLibZ

/// Packs bytes as they come.
///
/// A class because zlib keeps its state at a fixed place in memory, which is given back with the stream.
final class GzipStream {
  private let stream: UnsafeMutablePointer<z_stream>

  init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 16 more than the largest window asks for the header and trailer of gzip; level 5 is a third faster than 6 and
    // loses about one byte in a hundred.
    let status = deflateInit2_(
      stream, 5, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(status == Z_OK, "zlib has no memory for a stream")
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
  }

  /// What can be sent after these bytes; often nothing, because the packer waits for more.
  func packed(_ bytes: borrowing [UInt8]) -> [UInt8] { run(bytes, Z_NO_FLUSH) }

  /// All that is left.
  func end() -> [UInt8] { run([], Z_FINISH) }

  private func run(_ bytes: borrowing [UInt8], _ flush: Int32) -> [UInt8] {
    var packed: [UInt8] = []
    bytes.withUnsafeBufferPointer { source in
      stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
      stream.pointee.avail_in = UInt32(source.count)
      var isFull = true
      while isFull {
        let room = 16_384
        let part = [UInt8](unsafeUninitializedCapacity: room) { target, count in
          stream.pointee.next_out = target.baseAddress
          stream.pointee.avail_out = UInt32(room)
          deflate(stream, flush)
          count = room - Int(stream.pointee.avail_out)
        }
        packed += part
        isFull = part.count == room
      }
    }
    return packed
  }
}
