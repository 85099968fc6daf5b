import MilepostLanguage

/// Writes XML.
struct MarkupWriter {
  var bytes: [UInt8] = []

  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

  /// - Parameter attributes: in their order; those without a value are left out.
  mutating func element(
    _ name: String, _ attributes: [(String, String?)] = [], _ content: (inout MarkupWriter) -> Void
  ) {
    open(name, attributes, end: ">\n")
    content(&self)
    close(name)
  }

  mutating func close(_ name: String) {
    bytes.append("</")
    bytes.append(name)
    bytes.append(">\n")
  }

  /// An element without content.
  mutating func empty(_ name: String, _ attributes: [(String, String?)] = []) { open(name, attributes, end: "/>\n") }

  mutating func text(_ name: String, _ text: String) { self.text(name, [], text) }

  mutating func text(_ name: String, _ attributes: [(String, String?)], _ text: String) {
    open(name, attributes, end: ">")
    bytes.appendMarkup(text, inValue: false)
    close(name)
  }

  /// An element that is only there where it has a text.
  mutating func text(_ name: String, optional text: String?) { if let text { self.text(name, [], text) } }

  mutating func open(_ name: String, _ attributes: [(String, String?)] = [], end: String = ">\n") {
    bytes.append("<")
    bytes.append(name)
    for (key, value) in attributes {
      guard let value else { continue }
      bytes.append(" ")
      bytes.append(key)
      bytes.append("=\"")
      bytes.appendMarkup(value, inValue: true)
      bytes.append("\"")
    }
    bytes.append(end)
  }
}

extension [UInt8] {
  /// A text as XML holds it; control characters that XML does not have are left out.
  ///
  /// - Parameter inValue: of an attribute, where a reader would make blanks of tabs and line ends.
  mutating func appendMarkup(_ text: String, inValue: Bool) {
    var text = text
    text.withUTF8 { source in
      if source.allSatisfy({ $0 >= 0x20 && $0 != 0x26 && $0 != 0x3C && $0 != 0x3E && $0 != 0x22 && $0 != 0xEF }) {
        return append(contentsOf: source)
      }
      for (index, byte) in source.enumerated() {
        switch byte {
        case 0x26: append("&amp;")
        case 0x3C: append("&lt;")
        case 0x3E: append("&gt;")
        case 0x22: append("&quot;")
        case 0x0D: append("&#13;")
        case 0x09 where inValue: append("&#9;")
        case 0x0A where inValue: append("&#10;")
        case 0x09, 0x0A: append(byte)
        case ..<0x20: continue
        // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
        case 0xEF where source.isNonCharacter(at: index): append("\u{FFFD}")
        case 0xBF where index > 0 && source.isNonCharacter(at: index - 1): continue
        case 0xBE, 0xBF: if !(index > 1 && source.isNonCharacter(at: index - 2)) { append(byte) }
        default: append(byte)
        }
      }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func isNonCharacter(at index: Int) -> Bool {
    index + 2 < count && self[index] == 0xEF && self[index + 1] == 0xBF && self[index + 2] >= 0xBE
  }
}
