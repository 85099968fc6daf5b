import Glibc

/// Reads the start tags of HTML that we wrote: every attribute in double quotes, every `<` of texts escaped.
///
/// Only what is asked for becomes a text: most attributes of a page are numbers of drawings.
struct MarkupScanner {
  /// The names that matter.
  enum Name: Sendable {
    case base, head, image, list, main, other, svg, table, title

    fileprivate init(_ word: UnsafeBufferPointer<UInt8>) {
      self =
        switch (word.count, word.first) {
        case (2, UInt8(ascii: "d")) where word.elementsEqual("dl".utf8): .list
        case (3, UInt8(ascii: "i")) where word.elementsEqual("img".utf8): .image
        case (3, UInt8(ascii: "s")) where word.elementsEqual("svg".utf8): .svg
        case (4, UInt8(ascii: "b")) where word.elementsEqual("base".utf8): .base
        case (4, UInt8(ascii: "h")) where word.elementsEqual("head".utf8): .head
        case (4, UInt8(ascii: "m")) where word.elementsEqual("main".utf8): .main
        case (5, UInt8(ascii: "t")) where word.elementsEqual("table".utf8): .table
        case (5, UInt8(ascii: "t")) where word.elementsEqual("title".utf8): .title
        default: .other
        }
    }
  }

  struct Tag {
    var name: Name
    /// The element around it, as far as it matters: the head, a drawing or another.
    var parent: Name
    /// Valid as long as the bytes of the page, as are the addresses.
    var id: UnsafeBufferPointer<UInt8>?
    var link: UnsafeBufferPointer<UInt8>?
    var source: UnsafeBufferPointer<UInt8>?
    /// Empty for what only decorates.
    var hasAlternative = false
    var isHidden = false
    /// What is read in a chart, line by line; valid as long as the bytes of the page.
    var readings: UnsafeBufferPointer<UInt8>?
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0
  private var parent = Name.other

  /// - Parameter bytes: valid as long as the scanner is used.
  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The next start tag; end tags and comments are passed over.
  mutating func nextTag() -> Tag? {
    while true {
      place = index(of: UInt8(ascii: "<"), from: place) + 1
      guard place < bytes.count else { return nil }
      switch bytes[place] {
      case UInt8(ascii: "!"): place = index(of: UInt8(ascii: ">"), from: place)
      case UInt8(ascii: "/"):
        place += 1
        if parent == .head && holds("head", at: place) || parent == .svg && holds("svg", at: place) { parent = .other }
      default: return tag()
      }
    }
  }

  private mutating func tag() -> Tag {
    var tag = Tag(name: Name(part(word())), parent: parent)
    while place < bytes.count, bytes[place] != UInt8(ascii: ">") {
      let name = word()
      guard let value = value() else { continue }
      // The first letter tells most names apart from the few that matter.
      switch bytes[name.lowerBound] {
      case UInt8(ascii: "i") where name.count == 2 && holds("id", at: name.lowerBound): tag.id = part(value)
      case UInt8(ascii: "h") where name.count == 4 && holds("href", at: name.lowerBound): tag.link = part(value)
      case UInt8(ascii: "s") where name.count == 3 && holds("src", at: name.lowerBound): tag.source = part(value)
      case UInt8(ascii: "d") where name.count == 13 && holds("data-readings", at: name.lowerBound):
        tag.readings = part(value)
      case UInt8(ascii: "a") where name.count == 3 && holds("alt", at: name.lowerBound): tag.hasAlternative = true
      case UInt8(ascii: "a") where name.count == 11 && holds("aria-hidden", at: name.lowerBound): tag.isHidden = true
      default: continue
      }
    }
    if tag.name == .head || tag.name == .svg { parent = tag.name }
    return tag
  }

  /// The name of a tag or attribute.
  private mutating func word() -> Range<Int> {
    let start = place
    while place < bytes.count, !MarkupScanner.endsWord(bytes[place]) { place += 1 }
    if place == start { place += 1 }
    return start..<place
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
    let end = index(of: UInt8(ascii: "\""), from: start)
    place = min(end + 1, bytes.count)
    return start..<end
  }

  /// The first place of a byte, or the end.
  private func index(of byte: UInt8, from start: Int) -> Int {
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return bytes.count }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  private func holds(_ text: String, at start: Int) -> Bool {
    var place = start
    for byte in text.utf8 {
      guard place < bytes.count, bytes[place] == byte else { return false }
      place += 1
    }
    return true
  }

  private func part(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[range]) }

  /// The text up to the next tag.
  func text() -> String {
    let start = min(place + 1, bytes.count)
    return String(decoding: part(start..<max(start, index(of: UInt8(ascii: "<"), from: start))), as: UTF8.self)
  }

  /// The bytes up to the end of the element whose start was read; no element of its name lies within.
  func content(of name: StaticString) -> UnsafeBufferPointer<UInt8> {
    var end = place
    repeat { end = index(of: UInt8(ascii: "<"), from: end + 1) } while end < bytes.count && !closes(name, at: end)
    return part(min(place, end)..<end)
  }

  private func closes(_ name: StaticString, at start: Int) -> Bool {
    guard start + 2 + name.utf8CodeUnitCount < bytes.count, bytes[start + 1] == UInt8(ascii: "/") else { return false }
    return name.withUTF8Buffer { bytes[(start + 2)...].starts(with: $0) }
  }

  /// Passes over the content of `main`, whose start was read.
  mutating func skipMain() {
    while place < bytes.count {
      place = index(of: UInt8(ascii: "<"), from: place + 1)
      if holds("</main>", at: place) { return }
    }
  }

  /// The name of the next tag, which stays unread.
  func nextName() -> Name? {
    var copy = self
    return copy.nextTag()?.name
  }
}
