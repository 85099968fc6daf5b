/// Pieces of WordprocessingML as text.
enum WordMarkup {
  /// - Parameter attributes: in their order; names with their prefix.
  static func element(_ name: String, _ attributes: [(String, String)] = [], _ content: String = "") -> String {
    let written = attributes.map { " \($0.0)=\"\(escaped($0.1))\"" }.joined()
    return content.isEmpty ? "<\(name)\(written)/>" : "<\(name)\(written)>\(content)</\(name)>"
  }

  /// An element that has nothing but a value.
  static func value(_ name: String, _ value: String) -> String { element("w:" + name, [("w:val", value)]) }

  static func value(_ name: String, _ number: Int) -> String { value(name, String(number)) }

  /// An element that says something by being there.
  static func flag(_ name: String) -> String { "<w:\(name)/>" }

  /// A text as XML can hold it; what it cannot hold is left out.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n": result.unicodeScalars.append(scalar)
      default:
        let isForbidden = scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF
        if !isForbidden { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }

  /// The words of a piece, with a blank for every end of a paragraph, tab and line break.
  static func visibleText(of markup: String) -> String {
    var text = ""
    var rest = markup[...]
    while let open = rest.firstIndex(of: "<") {
      text += rest[..<open]
      guard let close = rest[open...].firstIndex(of: ">") else { break }
      let tag = rest[open...close]
      if ["</w:p>", "<w:tab/>", "<w:br/>"].contains(String(tag)) { text += " " }
      rest = rest[rest.index(after: close)...]
    }
    text.unicodeScalars.removeAll { $0 == "\u{1}" || $0 == "\u{200E}" }
    for (entity, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
      text = text.replacing(entity, with: sign)
    }
    return text
  }

  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

  /// The namespaces of a part with text.
  static let namespaces: [(String, String)] = [
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    ("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
    ("xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
  ]

  static func part(_ name: String, _ content: String) -> [UInt8] {
    Array((declaration + element(name, namespaces, content)).utf8)
  }
}

/// Lengths of documents.
enum WordLength {
  /// Twentieths of a point in a millimetre.
  static func twips(millimetres: Double) -> Int { Int((millimetres * 1440 / 25.4).rounded()) }

  /// English metric units, of which an inch has 914,400, in a pixel of which an inch has 96.
  static func units(pixels: Double) -> Int { Int((pixels * 9525).rounded()) }

  static func units(twips: Int) -> Int { twips * 635 }
}
