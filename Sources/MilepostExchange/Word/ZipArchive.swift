import CLibZip
import Glibc

/// The machine could not make a Word document.
package struct WordFailure: Error, Hashable, CustomStringConvertible {
  package let description: String
}

/// Makes an archive of parts, as documents of Office Open XML are. Same parts, same bytes: every part has the first day
/// that the format knows.
enum ZipArchive {
  struct Part {
    let path: String
    let bytes: [UInt8]
    /// Whether it is compact already, as pictures are.
    var isCompact = false
  }

  static func bytes(of parts: [Part]) throws(WordFailure) -> [UInt8] {
    var fault = zip_error_t()
    zip_error_init(&fault)
    defer { zip_error_fini(&fault) }
    guard let target = zip_source_buffer_create(nil, 0, 0, &fault) else { throw WordFailure(&fault) }
    // Closing the archive frees one of the two holds.
    zip_source_keep(target)
    defer { zip_source_free(target) }
    guard let archive = zip_open_from_source(target, ZIP_TRUNCATE, &fault) else {
      zip_source_free(target)
      throw WordFailure(&fault)
    }
    for part in parts {
      guard add(part, to: archive) else {
        let reason = String(cString: zip_strerror(archive))
        zip_discard(archive)
        throw WordFailure(description: "document not made: \(reason)")
      }
    }
    guard zip_close(archive) == 0 else {
      let reason = String(cString: zip_strerror(archive))
      zip_discard(archive)
      throw WordFailure(description: "document not made: \(reason)")
    }
    return try contents(of: target)
  }

  private static func add(_ part: Part, to archive: OpaquePointer) -> Bool {
    // The library frees the copy.
    guard let copy = malloc(max(part.bytes.count, 1)) else { return false }
    part.bytes.withUnsafeBytes { buffer in
      if let start = buffer.baseAddress { memcpy(copy, start, buffer.count) }
    }
    guard let source = zip_source_buffer(archive, copy, zip_uint64_t(part.bytes.count), 1) else {
      free(copy)
      return false
    }
    let place = zip_file_add(archive, part.path, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard place >= 0 else {
      zip_source_free(source)
      return false
    }
    // 1 January 1980.
    let isDated = zip_file_set_dostime(archive, zip_uint64_t(place), 0, 0x21, 0) == 0
    let method = part.isCompact ? ZIP_CM_STORE : ZIP_CM_DEFLATE
    return isDated && zip_set_file_compression(archive, zip_uint64_t(place), method, 0) == 0
  }

  private static func contents(of source: OpaquePointer) throws(WordFailure) -> [UInt8] {
    var status = zip_stat_t()
    guard zip_source_stat(source, &status) == 0, zip_source_open(source) == 0 else {
      throw WordFailure(description: "document not read back")
    }
    defer { zip_source_close(source) }
    var got: zip_int64_t = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.size)) { buffer, count in
      got = zip_source_read(source, buffer.baseAddress, status.size)
      count = Int(max(got, 0))
    }
    guard got == zip_int64_t(status.size) else { throw WordFailure(description: "document not read back") }
    return bytes
  }
}

extension WordFailure {
  fileprivate init(_ fault: inout zip_error_t) {
    description = "document not made: \(String(cString: zip_error_strerror(&fault)))"
  }
}
