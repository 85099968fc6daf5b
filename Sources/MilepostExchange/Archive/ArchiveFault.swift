/// Why an archive cannot be read, or is better not.
package enum ArchiveFault: Error, Hashable, Sendable {
  /// No archive, or one that is damaged; with what is wrong.
  case noArchive(String)
  /// Locked with a password.
  case isEncrypted
  /// A part is packed in another way than everybody's; with the number of the method.
  case method(part: String, number: Int)
  case tooManyParts(Int, limit: Int)
  /// Unpacked.
  case tooLarge(part: String, bytes: Int, limit: Int)
  /// How many times a part becomes larger when it is unpacked.
  case swells(part: String, times: Int, limit: Int)
  /// A name that leads out of the archive, or that no file could have.
  case strangeName(String)
  case twice(part: String)
  /// Two parts share bytes, so that a small file unpacks to a large one.
  case overlaps(part: String)
  /// The list of parts says other things than the parts do.
  case contradicts(part: String)

  /// Whether the file may have been made to do harm, rather than be damaged.
  var isHostile: Bool {
    switch self {
    case .noArchive, .isEncrypted, .method: false
    case .tooManyParts, .tooLarge, .swells, .strangeName, .twice, .overlaps, .contradicts: true
    }
  }
}

extension ArchiveFault: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noArchive(let reason): reason
    case .isEncrypted: "it is locked with a password"
    case .method(let part, let number): "'\(part)' is packed by method \(number), and only deflate is read"
    case .tooManyParts(let count, let limit): "it has \(count) parts, more than \(limit)"
    case .tooLarge(let part, let bytes, let limit): "'\(part)' has \(bytes) bytes, more than \(limit)"
    case .swells(let part, let times, let limit): "'\(part)' becomes \(times) times as large, more than \(limit)"
    case .strangeName(let name): "the name of its part '\(name)' leads elsewhere"
    case .twice(let part): "it has '\(part)' twice"
    case .overlaps(let part): "'\(part)' shares bytes with another part"
    case .contradicts(let part): "its list of parts contradicts '\(part)'"
    }
  }
}
