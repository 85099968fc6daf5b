import CLibZip
import Glibc

/// An archive that a stranger may have made, open for reading its parts.
///
/// A class, because the library's handle must be closed once, when the last stream of a part is done.
final class Archive {
  struct Limits {
    var parts = 2000
    /// Bytes of a part, unpacked.
    var size = 64 * 1024 * 1024
    /// How many times as large a part may become; markup seldom becomes more than thirty times as large.
    var ratio = 300
    /// Below it a part may be as repetitive as it likes.
    var harmlessSize = 1024 * 1024
  }

  private let archive: OpaquePointer
  private let limits: Limits
  private let places: [String: (index: Int, entry: ArchiveDirectory.Entry)]
  /// Names of all parts, as they stand in the archive.
  let names: [String]

  /// Copies the bytes.
  init(_ bytes: [UInt8], limits: Limits = Limits()) throws(ArchiveFault) {
    let directory = try ArchiveDirectory(bytes, partLimit: limits.parts)
    var fault = zip_error_t()
    zip_error_init(&fault)
    defer { zip_error_fini(&fault) }
    // The library frees the copy.
    guard let copy = malloc(max(bytes.count, 1)) else { throw .noArchive("there is no memory for it") }
    bytes.withUnsafeBytes { buffer in
      if let start = buffer.baseAddress { memcpy(copy, start, buffer.count) }
    }
    guard let source = zip_source_buffer_create(copy, zip_uint64_t(bytes.count), 1, &fault) else {
      free(copy)
      throw .noArchive(String(cString: zip_error_strerror(&fault)))
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, &fault) else {
      let reason = String(cString: zip_error_strerror(&fault))
      zip_source_free(source)
      throw .noArchive(reason)
    }
    self.archive = archive
    self.limits = limits
    names = directory.entries.map(\.name)
    places = Dictionary(
      uniqueKeysWithValues: directory.entries.enumerated().map { ($1.name.lowercased(), ($0, $1)) })
    guard zip_get_num_entries(archive, 0) == directory.entries.count else {
      throw .noArchive("its list of parts can be read in two ways")
    }
  }

  deinit { zip_discard(archive) }

  /// Reads a part piece by piece; at its end the checksum must hold.
  ///
  /// - Parameter name: in any case, as Open Packaging Conventions have it.
  /// - Returns: nil when it is not there.
  func source(of name: String) throws(ArchiveFault) -> ByteSource? {
    guard let stream = try stream(of: name) else { return nil }
    return ByteSource { try stream.read(into: $0) }
  }

  /// Those of the parts that are there.
  static func parts(_ names: [String], of bytes: [UInt8]) throws(ArchiveFault) -> [String: [UInt8]] {
    let archive = try Archive(bytes)
    var parts: [String: [UInt8]] = [:]
    for name in names { parts[name] = try archive.bytes(of: name) }
    return parts
  }

  /// A whole part; nil when it is not there.
  func bytes(of name: String) throws(ArchiveFault) -> [UInt8]? {
    guard let stream = try stream(of: name) else { return nil }
    var bytes = [UInt8](repeating: 0, count: stream.size + 1)
    var got = 0
    while true {
      var fault: ArchiveFault?
      let count = bytes.withUnsafeMutableBytes { buffer in
        do throws(ArchiveFault) {
          return try stream.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[got...]))
        } catch {
          fault = error
          return 0
        }
      }
      if let fault { throw fault }
      guard count > 0 else { break }
      got += count
    }
    bytes.removeLast(bytes.count - got)
    return bytes
  }

  private func stream(of name: String) throws(ArchiveFault) -> ArchiveStream? {
    guard let (index, entry) = places[name.lowercased()] else { return nil }
    guard !entry.isEncrypted else { throw .isEncrypted }
    guard [0, 8].contains(entry.method) else { throw .method(part: entry.name, number: entry.method) }
    guard entry.size <= limits.size else {
      throw .tooLarge(part: entry.name, bytes: entry.size, limit: limits.size)
    }
    let times = entry.size / max(entry.packedSize, 1)
    guard entry.size <= limits.harmlessSize || times <= limits.ratio else {
      throw .swells(part: entry.name, times: times, limit: limits.ratio)
    }
    var status = zip_stat_t()
    zip_stat_init(&status)
    guard zip_stat_index(archive, zip_uint64_t(index), 0, &status) == 0, Int(clamping: status.size) == entry.size,
      Int(clamping: status.comp_size) == entry.packedSize
    else { throw .contradicts(part: entry.name) }
    guard let file = zip_fopen_index(archive, zip_uint64_t(index), 0) else {
      throw .noArchive(String(cString: zip_strerror(archive)))
    }
    return ArchiveStream(file, of: self, name: entry.name, size: entry.size)
  }
}

/// A part that is being read.
///
/// A class, because its handle must be closed once.
private final class ArchiveStream {
  private let file: OpaquePointer
  /// Must not be closed before.
  private let archive: Archive
  private let name: String
  let size: Int
  private var got = 0

  init(_ file: OpaquePointer, of archive: Archive, name: String, size: Int) {
    self.file = file
    self.archive = archive
    self.name = name
    self.size = size
  }

  deinit { zip_fclose(file) }

  /// The stated size is a promise of the file: more is never handed out, and less is a fault.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ArchiveFault) -> Int {
    let count = Int(zip_fread(file, buffer.baseAddress, zip_uint64_t(buffer.count)))
    guard count >= 0 else {
      let reason = zip_file_get_error(file).map { String(cString: zip_error_strerror($0)) }
      throw .noArchive("'\(name)' is damaged" + (reason.map { ": \($0)" } ?? ""))
    }
    got += count
    guard got <= size else { throw .contradicts(part: name) }
    guard count > 0 || got == size else { throw .noArchive("'\(name)' ends early") }
    return count
  }
}
