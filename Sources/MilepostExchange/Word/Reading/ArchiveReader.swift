import CLibZip

/// Why a file is no document that can be read.
package enum DocumentFault: Error, Hashable, Sendable {
  /// No archive, or one that is damaged; with what its reader says.
  case noArchive(String)
  /// Locked with a password.
  case isEncrypted
  /// A part that a document must have is missing.
  case partMissing(String)
  /// A part is no XML; with what its reader says and the line.
  case noMarkup(part: String, reason: String, line: Int)
  /// A part declares a document type, which may stand for anything.
  case hasDocumentType(part: String)
  case tooManyParts(Int)
  /// Unpacked.
  case tooLarge(part: String, bytes: Int)
  /// How many times a part becomes larger when it is unpacked.
  case swells(part: String, times: Int)
  case tooDeep(part: String)
  case tooManyElements(part: String)
}

/// Reads the parts of an archive that a stranger may have made.
struct ArchiveReader {
  static let partLimit = 2000
  static let sizeLimit = 64 * 1024 * 1024
  /// Markup seldom becomes more than thirty times as large.
  static let ratioLimit = 300
  /// Below it a part may be as repetitive as it likes.
  static let harmlessSize = 1024 * 1024

  private let archive: OpaquePointer

  /// Reads those of the parts that are there.
  static func parts(_ names: [String], of bytes: [UInt8]) throws(DocumentFault) -> [String: [UInt8]] {
    var result: Result<[String: [UInt8]], DocumentFault> = .success([:])
    bytes.withUnsafeBytes { buffer in
      do throws(DocumentFault) {
        result = .success(try parts(names, of: buffer))
      } catch {
        result = .failure(error)
      }
    }
    return try result.get()
  }

  private static func parts(
    _ names: [String], of buffer: UnsafeRawBufferPointer
  ) throws(DocumentFault) -> [String: [UInt8]] {
    var fault = zip_error_t()
    zip_error_init(&fault)
    defer { zip_error_fini(&fault) }
    guard let source = zip_source_buffer_create(buffer.baseAddress, zip_uint64_t(buffer.count), 0, &fault) else {
      throw .noArchive(String(cString: zip_error_strerror(&fault)))
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, &fault) else {
      let reason = String(cString: zip_error_strerror(&fault))
      zip_source_free(source)
      throw .noArchive(reason)
    }
    defer { zip_discard(archive) }
    let count = Int(zip_get_num_entries(archive, 0))
    guard count <= partLimit else { throw .tooManyParts(count) }
    let reader = ArchiveReader(archive: archive)
    var parts: [String: [UInt8]] = [:]
    for name in names { parts[name] = try reader.part(name) }
    return parts
  }

  /// - Returns: nil when it is not there.
  private func part(_ name: String) throws(DocumentFault) -> [UInt8]? {
    let place = zip_name_locate(archive, name, zip_flags_t(ZIP_FL_ENC_GUESS))
    guard place >= 0 else { return nil }
    var status = zip_stat_t()
    zip_stat_init(&status)
    guard zip_stat_index(archive, zip_uint64_t(place), 0, &status) == 0 else {
      throw .noArchive(String(cString: zip_strerror(archive)))
    }
    guard status.encryption_method == ZIP_EM_NONE else { throw .isEncrypted }
    let size = Int(clamping: status.size)
    guard size <= ArchiveReader.sizeLimit else { throw .tooLarge(part: name, bytes: size) }
    let times = size / max(Int(clamping: status.comp_size), 1)
    guard size <= ArchiveReader.harmlessSize || times <= ArchiveReader.ratioLimit else {
      throw .swells(part: name, times: times)
    }
    guard let file = zip_fopen_index(archive, zip_uint64_t(place), 0) else {
      throw .noArchive(String(cString: zip_strerror(archive)))
    }
    defer { zip_fclose(file) }
    // The stated size is a promise of the file: no more is ever read, and less is a fault.
    var got = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while got < size {
        let more = zip_fread(file, buffer.baseAddress?.advanced(by: got), zip_uint64_t(size - got))
        guard more > 0 else { break }
        got += Int(more)
      }
      count = got
    }
    guard got == size else { throw .noArchive("'\(name)' ends early") }
    return bytes
  }
}
