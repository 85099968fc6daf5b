import MilepostLanguage
import MilepostModel

/// Writes HTML and inline SVG; every text and attribute is escaped.
package struct HTMLWriter: Sendable {
  /// Names are ours and never come from data.
  package typealias Attributes = KeyValuePairs<StaticString, String?>

  package private(set) var bytes: [UInt8] = []
  /// The language of the page and its words for parts in another; nil for drawings on their own.
  private let phrases: Phrases?
  /// Whether time runs from right to left in drawings of the page; not in drawings on their own.
  var runsTimeFromTheRight: Bool { phrases.map(\.runsTimeFromTheRight) == true }
  /// How deep inside elements that hold text only, or SVG, where marks of language cannot be markup.
  private var plainDepth = 0
  /// Texts that have been said to be untranslated.
  private var saidUntranslated: Set<String> = []

  init(_ phrases: Phrases? = nil) {
    self.phrases = phrases
    bytes.reserveCapacity(32_768)
  }

  private static let plainElements: [StaticString] = ["title", "svg", "option", "textarea", "script", "style"]

  private static func isPlain(_ name: StaticString) -> Bool {
    // Lengths tell most of them apart from the elements that a page is made of.
    plainElements.contains { $0.utf8CodeUnitCount == name.utf8CodeUnitCount && $0.isWritten(name) }
  }

  /// An element with content; attributes that are nil are left out, those that are "" stand without a value.
  mutating func element(_ name: StaticString, _ attributes: Attributes = [:], _ content: (inout HTMLWriter) -> Void) {
    open(name, attributes)
    let isPlain = HTMLWriter.isPlain(name)
    if isPlain { plainDepth += 1 }
    content(&self)
    if isPlain { plainDepth -= 1 }
    markup("</")
    markup(name)
    bytes.append(UInt8(ascii: ">"))
  }

  mutating func element(_ name: StaticString, _ attributes: Attributes = [:], text: String) {
    element(name, attributes) { $0.text(text) }
  }

  /// An element that has no content in HTML.
  mutating func void(_ name: StaticString, _ attributes: Attributes = [:]) { open(name, attributes) }

  /// An SVG element without content.
  mutating func shape(_ name: StaticString, _ attributes: Attributes) {
    open(name, attributes)
    bytes.removeLast()
    markup("/>")
  }

  /// An SVG path along the places of each line, in a class.
  mutating func path(_ name: String, _ lines: [[Place]]) {
    markup("<path class=\"")
    append(escaping: name)
    markup("\" d=\"")
    for line in lines { bytes.append(path: line) }
    markup("\"/>")
  }

  /// An SVG path along the places, in a class.
  mutating func path(_ name: String, _ places: [Place], closed: Bool = false) {
    markup("<path class=\"")
    append(escaping: name)
    markup("\" d=\"")
    bytes.append(path: places)
    markup(closed ? "Z\"/>" : "\"/>")
  }

  private mutating func open(_ name: StaticString, _ attributes: Attributes) {
    bytes.append(UInt8(ascii: "<"))
    markup(name)
    for (name, value) in attributes {
      guard let value else { continue }
      bytes.append(UInt8(ascii: " "))
      markup(name)
      if value.isEmpty && !name.isWritten("alt") { continue }
      markup("=\"")
      append(escaping: plain(value))
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: ">"))
  }

  /// A text; its parts in another language become elements that say so.
  mutating func text(_ text: String) {
    guard LanguageMark.isIn(text) else {
      append(escaping: text)
      return
    }
    guard plainDepth == 0 else {
      append(escaping: plain(text))
      return
    }
    var open: [(language: LanguageTag, kind: LanguageMark.Kind, text: String)] = []
    for part in LanguageMark.parts(of: text) {
      switch part {
      case .text(let text):
        append(escaping: text)
        for index in open.indices { open[index].text += text }
      case .opens(let language, let kind):
        openPart(language, kind)
        open.append((language, kind, ""))
      case .closes:
        markup("</span>")
        let part = open.removeLast()
        if part.kind == .untranslated { sayUntranslated(part.text, part.language) }
      }
    }
  }

  private mutating func openPart(_ language: LanguageTag, _ kind: LanguageMark.Kind) {
    let isTurned = phrases.map { $0.catalogueLanguage.isRightToLeft != language.isRightToLeft } ?? false
    let direction = isTurned ? (language.isRightToLeft ? "rtl" : "ltr") : nil
    open(
      "span",
      ["class": kind == .untranslated ? "other" : nil, "lang": language.markupTag, "dir": direction])
  }

  /// Says once on a page, for the eye and the ear, that a text stands in for a translation.
  private mutating func sayUntranslated(_ text: String, _ language: LanguageTag) {
    guard let phrases, saidUntranslated.insert(text).inserted else { return }
    let note = phrases(.untranslated, ["language": phrases.name(of: language)])
    element("small", ["class": "lang", "title": note]) { html in
      html.element("span", ["aria-hidden": "true", "dir": "ltr"], text: " [\(language.primary)]")
      html.element("span", ["class": "unseen"], text: " (\(note))")
    }
  }

  /// The text with isolates where a part runs the other way, and no other marks.
  private func plain(_ text: String) -> String {
    guard LanguageMark.isIn(text) else { return text }
    return LanguageMark.plain(text, in: phrases?.catalogueLanguage)
  }

  mutating func newLine() { bytes.append(UInt8(ascii: "\n")) }

  /// Markup of our own that is already whole.
  mutating func markup(_ markup: StaticString) {
    markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// What a page says within its frame.
  mutating func markup(of text: PageText) { bytes.append(contentsOf: text.main) }

  /// Markup of a template, which its reader found to be whole.
  mutating func markup(ofTemplate markup: String) { bytes.append(markup) }

  /// What stands within the quotes of an attribute.
  mutating func attributeText(_ text: String) { append(escaping: plain(text)) }

  /// Stretches without a sign that must be escaped are copied whole.
  private mutating func append(escaping text: String) {
    var text = text
    text.withUTF8 { utf8 in
      var start = 0
      for place in utf8.indices {
        let escaped: StaticString
        switch utf8[place] {
        case UInt8(ascii: "&"): escaped = "&amp;"
        case UInt8(ascii: "<"): escaped = "&lt;"
        case UInt8(ascii: ">"): escaped = "&gt;"
        case UInt8(ascii: "\""): escaped = "&quot;"
        default: continue
        }
        bytes.append(contentsOf: utf8[start..<place])
        markup(escaped)
        start = place + 1
      }
      bytes.append(contentsOf: utf8[start...])
    }
  }
}

extension StaticString {
  fileprivate func isWritten(_ other: StaticString) -> Bool {
    withUTF8Buffer { one in other.withUTF8Buffer { one.elementsEqual($0) } }
  }
}
