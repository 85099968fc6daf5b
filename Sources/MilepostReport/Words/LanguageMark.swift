import Glibc
import MilepostLanguage
import MilepostModel

/// Marks inside a text that say in which language a part of it is, for pages, which need it as markup.
///
/// A part stands between the isolates FSI and PDI and begins with its tag, in the tag characters that Unicode has for
/// that; nothing of it shows where the marks are left in. A cancel tag ends the language of a name that has none of its own,
/// so that its absence in other languages is no gap.
enum LanguageMark {
  /// Whether the part stands in for a translation that is missing.
  enum Kind: Sendable { case untranslated, name }

  static let start: Unicode.Scalar = "\u{2068}"
  static let end: Unicode.Scalar = "\u{2069}"
  private static let tag: Unicode.Scalar = "\u{E0001}"
  private static let cancel: Unicode.Scalar = "\u{E007F}"
  /// What is added to an ASCII letter to make a tag character of it.
  private static let shift: UInt32 = 0xE0000

  static func marked(_ text: String, _ language: LanguageTag, _ kind: Kind) -> String {
    var marked = String.UnicodeScalarView([start, tag])
    marked.append(contentsOf: language.text.unicodeScalars.compactMap { Unicode.Scalar($0.value + shift) })
    if kind == .name { marked.append(cancel) }
    return String(marked) + text + String(end)
  }

  static func isIn(_ text: String) -> Bool {
    // The first byte of an isolate; all others of that block are looked at more closely.
    text.utf8.holds(0xE2) && text.unicodeScalars.contains(tag)
  }

  /// The text without marks, but for isolates around parts that run the other way than `language`.
  static func plain(_ text: String, in language: LanguageTag?) -> String {
    guard isIn(text) else { return text }
    var turned: [Bool] = []
    return parts(of: text).reduce(into: "") { plain, part in
      switch part {
      case .text(let text): plain += text
      case .opens(let other, _):
        turned.append(language.map { $0.isRightToLeft != other.isRightToLeft } ?? false)
        if turned.last == true { plain.unicodeScalars.append(start) }
      case .closes: if turned.popLast() == true { plain.unicodeScalars.append(end) }
      }
    }
  }

  /// Text, and the beginnings and ends of marked parts.
  enum Part: Hashable, Sendable {
    case text(String)
    case opens(LanguageTag, Kind)
    case closes
  }

  static func parts(of text: String) -> [Part] {
    var parts: [Part] = []
    var plain = String.UnicodeScalarView()
    // For each isolate that is open, whether it is a mark.
    var open: [Bool] = []
    var rest = text.unicodeScalars[...]
    func flush() {
      if !plain.isEmpty { parts.append(.text(String(plain))) }
      plain = String.UnicodeScalarView()
    }
    while let scalar = rest.first {
      if scalar == start, let opening = opening(rest) {
        flush()
        parts.append(.opens(opening.language, opening.kind))
        open.append(true)
        rest = rest.dropFirst(opening.length)
        continue
      }
      rest = rest.dropFirst()
      if scalar == end, open.popLast() == true {
        flush()
        parts.append(.closes)
      } else {
        if scalar == start { open.append(false) }
        plain.append(scalar)
      }
    }
    flush()
    return parts + open.filter(\.self).map { _ in .closes }
  }

  private static func opening(
    _ scalars: Substring.UnicodeScalarView
  ) -> (language: LanguageTag, kind: Kind, length: Int)? {
    let after = scalars.dropFirst()
    guard after.first == tag else { return nil }
    let letters = after.dropFirst().prefix { (0xE0020...0xE007E).contains($0.value) }
    let text = String(String.UnicodeScalarView(letters.compactMap { Unicode.Scalar($0.value - shift) }))
    let isName = after.dropFirst(1 + letters.count).first == cancel
    return (LanguageTag(text), isName ? .name : .untranslated, 2 + letters.count + (isName ? 1 : 0))
  }
}

extension String.UTF8View {
  /// Whether a byte is among those of the text; faster than to go through them one by one.
  func holds(_ byte: UInt8) -> Bool {
    withContiguousStorageIfAvailable { bytes in
      bytes.baseAddress.map { memchr($0, Int32(byte), bytes.count) != nil } ?? false
    } ?? contains(byte)
  }
}
