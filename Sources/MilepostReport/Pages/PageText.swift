import Glibc
import MilepostModel

/// What a page says within its frame.
///
/// The pages of the latest edition stand at two addresses, at the root and under the edition's own, with the same text in
/// another frame: a text is made once for both. Therefore it must not depend on where in the site the tree of its edition
/// stands: its links are relative within that tree, or begin with `PageText.root`.
struct PageText: Sendable {
  /// Stands for the way from a page to the root of the site.
  static let root = "\u{1}"

  /// Unique in the edition and language; the plan's title is added.
  let title: String
  /// What the page says in a sentence or two; nil: its title and edition.
  let description: String?
  /// What stands in `main`.
  let main: [UInt8]

  /// The bytes of a page with the way to the root in its links.
  static func resolved(_ bytes: [UInt8], root: String) -> [UInt8] {
    var resolved: [UInt8] = []
    resolved.reserveCapacity(bytes.count + 64 * root.utf8.count)
    bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while let base = bytes.baseAddress,
        let mark = memchr(base + rest.startIndex, Int32(UInt8(ascii: "\u{1}")), rest.count)
      {
        let place = UnsafeRawPointer(mark) - base
        resolved.append(contentsOf: rest[..<place])
        resolved.append(contentsOf: root.utf8)
        rest = rest[(place + 1)...]
      }
      resolved.append(contentsOf: rest)
    }
    return resolved
  }
}
