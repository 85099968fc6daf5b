import CLibLZ4
import CLibZ

/// LZ4, for chunks: it unpacks faster than a disk reads.
enum LZ4 {
  static func packed(_ bytes: borrowing [UInt8]) -> [UInt8] {
    let bound = Int(LZ4_compressBound(Int32(bytes.count)))
    return bytes.withUnsafeBytes { source in
      [UInt8](unsafeUninitializedCapacity: bound) { target, count in
        count = target.withMemoryRebound(to: CChar.self) { target in
          Int(
            LZ4_compress_default(
              source.bindMemory(to: CChar.self).baseAddress, target.baseAddress, Int32(source.count), Int32(bound)))
        }
      }
    }
  }

  /// - Returns: nil when the bytes are not `size` packed bytes.
  static func unpacked(_ bytes: UnsafeRawBufferPointer, size: Int) -> [UInt8]? {
    var isWhole = false
    let result = [UInt8](unsafeUninitializedCapacity: size) { target, count in
      let got = target.withMemoryRebound(to: CChar.self) { target in
        LZ4_decompress_safe(
          bytes.bindMemory(to: CChar.self).baseAddress, target.baseAddress, Int32(bytes.count), Int32(size))
      }
      isWhole = got == size
      count = max(0, Int(got))
    }
    return isWhole ? result : nil
  }
}

/// Gzip, for files: a server passes them on as they are.
package enum Gzip {
  /// The same bytes always: the header names neither time nor file.
  static func packed(_ bytes: borrowing [UInt8]) -> [UInt8] {
    var stream = z_stream()
    // 16 more than the largest window asks for the header and trailer of gzip.
    let status = deflateInit2_(
      &stream, 6, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(status == Z_OK, "zlib has no memory for a stream")
    defer { deflateEnd(&stream) }
    let bound = Int(deflateBound(&stream, UInt(bytes.count)))
    return bytes.withUnsafeBufferPointer { source in
      [UInt8](unsafeUninitializedCapacity: bound) { target, count in
        stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(bound)
        let status = deflate(&stream, Z_FINISH)
        precondition(status == Z_STREAM_END, "deflateBound is what zlib needs at most")
        count = Int(stream.total_out)
      }
    }
  }

  /// - Returns: nil when the bytes are not `size` packed bytes.
  package static func unpacked(_ bytes: borrowing [UInt8], size: Int) -> [UInt8]? {
    var stream = z_stream()
    let status = inflateInit2_(&stream, MAX_WBITS + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(status == Z_OK, "zlib has no memory for a stream")
    defer { inflateEnd(&stream) }
    var isWhole = false
    let result = bytes.withUnsafeBufferPointer { source in
      [UInt8](unsafeUninitializedCapacity: size + 1) { target, count in
        stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(size + 1)
        isWhole = inflate(&stream, Z_FINISH) == Z_STREAM_END && Int(stream.total_out) == size
        count = Int(stream.total_out)
      }
    }
    return isWhole ? result : nil
  }
}
