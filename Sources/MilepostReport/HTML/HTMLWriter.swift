import MilepostLanguage
import MilepostModel

/// Writes HTML and inline SVG; every text and attribute is escaped.
package struct HTMLWriter: Sendable {
  package typealias Attributes = KeyValuePairs<String, String?>

  package private(set) var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(32_768) }

  /// An element with content; attributes that are nil are left out, those that are "" stand without a value.
  mutating func element(_ name: String, _ attributes: Attributes = [:], _ content: (inout HTMLWriter) -> Void) {
    open(name, attributes)
    content(&self)
    bytes.append(contentsOf: "</".utf8)
    bytes.append(contentsOf: name.utf8)
    bytes.append(UInt8(ascii: ">"))
  }

  mutating func element(_ name: String, _ attributes: Attributes = [:], text: String) {
    element(name, attributes) { $0.text(text) }
  }

  /// An element that has no content in HTML.
  mutating func void(_ name: String, _ attributes: Attributes = [:]) { open(name, attributes) }

  /// An SVG element without content.
  mutating func shape(_ name: String, _ attributes: Attributes) {
    open(name, attributes)
    bytes.removeLast()
    bytes.append(contentsOf: "/>".utf8)
  }

  private mutating func open(_ name: String, _ attributes: Attributes) {
    bytes.append(UInt8(ascii: "<"))
    bytes.append(contentsOf: name.utf8)
    for (name, value) in attributes {
      guard let value else { continue }
      bytes.append(UInt8(ascii: " "))
      bytes.append(contentsOf: name.utf8)
      if value.isEmpty && name != "alt" { continue }
      bytes.append(contentsOf: "=\"".utf8)
      append(escaping: value)
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: ">"))
  }

  mutating func text(_ text: String) { append(escaping: text) }

  mutating func newLine() { bytes.append(UInt8(ascii: "\n")) }

  /// Markup of our own that is already whole.
  mutating func markup(_ markup: StaticString) {
    markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func append(escaping text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
      default: bytes.append(byte)
      }
    }
  }
}

extension String {
  /// A length in a drawing, with at most two decimals.
  init(length: Double) {
    self.init(machine: (length * 100).rounded(.toNearestOrAwayFromZero) / 100)
  }
}
