/// Reads the start tags of HTML that we wrote: every attribute in double quotes, every `<` of texts escaped.
struct MarkupScanner {
  struct Tag {
    let name: String
    /// The element around it, as far as it matters: `head` or `svg` or nothing.
    let parent: String
    fileprivate let attributes: ArraySlice<UInt8>

    /// The value of an attribute with a value; nil when it is not there.
    func attribute(_ name: String) -> String? {
      let mark = [UInt8(ascii: " ")] + Array(name.utf8) + [UInt8(ascii: "="), UInt8(ascii: "\"")]
      var place = attributes.startIndex
      while let start = attributes[place...].firstIndex(of: mark[0]) {
        let rest = attributes[start...]
        if rest.starts(with: mark) {
          let value = rest.dropFirst(mark.count)
          return String(decoding: value.prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
        }
        place = start + 1
      }
      return nil
    }
  }

  private let bytes: [UInt8]
  private var place = 0
  private var parent = ""

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next start tag; end tags and comments are passed over.
  mutating func nextTag() -> Tag? {
    while let open = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
      guard let close = bytes[open...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
      place = close + 1
      let inside = bytes[(open + 1)..<close]
      let name = String(decoding: inside.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "/") }, as: UTF8.self)
      if inside.first == UInt8(ascii: "/") {
        if inside.dropFirst().elementsEqual(parent.utf8) { parent = "" }
        continue
      }
      guard inside.first != UInt8(ascii: "!") else { continue }
      let tag = Tag(name: name, parent: parent, attributes: inside)
      if name == "head" || name == "svg" { parent = name }
      return tag
    }
    return nil
  }

  /// The text up to the next tag.
  func text() -> String {
    String(decoding: bytes[place...].prefix { $0 != UInt8(ascii: "<") }, as: UTF8.self)
  }

  /// The name of the next tag, which stays unread.
  func nextName() -> String? {
    var copy = self
    return copy.nextTag()?.name
  }
}
