/// Reads the start tags of HTML that we wrote: every attribute in double quotes, every `<` of texts escaped.
struct MarkupScanner {
  struct Tag {
    var name: String
    /// The element around it, as far as it matters: `head` or `svg` or nothing.
    var parent: String
    var id: String?
    /// The values of `href` and `src`.
    var addresses: [String] = []
    /// nil without the attribute, empty for what only decorates.
    var alternative: String?
    var isHidden = false
  }

  private let bytes: [UInt8]
  private var place = 0
  private var parent = ""

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next start tag; end tags and comments are passed over.
  mutating func nextTag() -> Tag? {
    while let open = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
      place = open + 1
      guard place < bytes.count else { return nil }
      switch bytes[place] {
      case UInt8(ascii: "!"): place = bytes[place...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
      case UInt8(ascii: "/"):
        place += 1
        if !parent.isEmpty, bytes[place...].starts(with: parent.utf8) { parent = "" }
      default: return tag()
      }
    }
    return nil
  }

  private mutating func tag() -> Tag {
    var tag = Tag(name: word(), parent: parent)
    while place < bytes.count, bytes[place] != UInt8(ascii: ">") {
      let name = word()
      guard let value = value() else { continue }
      switch name {
      case "id": tag.id = text(value)
      case "href", "src": tag.addresses.append(text(value))
      case "alt": tag.alternative = text(value)
      case "aria-hidden": tag.isHidden = true
      default: break
      }
    }
    if tag.name == "head" || tag.name == "svg" { parent = tag.name }
    return tag
  }

  /// The name of a tag or attribute.
  private mutating func word() -> String {
    let start = place
    while place < bytes.count, !MarkupScanner.endsWord(bytes[place]) { place += 1 }
    if place == start { place += 1 }
    return text(start..<place)
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: ">"): true
    default: false
    }
  }

  /// What stands between quotes after the sign of equality; nil for an attribute without a value.
  private mutating func value() -> Range<Int>? {
    guard place + 1 < bytes.count, bytes[place] == UInt8(ascii: "="), bytes[place + 1] == UInt8(ascii: "\"") else {
      return nil
    }
    let start = place + 2
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "\"")) ?? bytes.count
    place = min(end + 1, bytes.count)
    return start..<end
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The text up to the next tag.
  func text() -> String {
    String(decoding: bytes[place...].dropFirst().prefix { $0 != UInt8(ascii: "<") }, as: UTF8.self)
  }

  /// The name of the next tag, which stays unread.
  func nextName() -> String? {
    var copy = self
    return copy.nextTag()?.name
  }
}
