/// An element of a part of a document.
struct MarkupElement: Hashable, Sendable {
  enum Child: Hashable, Sendable {
    case element(MarkupElement)
    case text(String)
  }

  /// With the usual prefix of its namespace: `w:p`; those of other namespaces have `?:`.
  let name: String
  let attributes: [String: String]
  var children: [Child]

  var elements: [MarkupElement] {
    children.compactMap { child in if case .element(let element) = child { element } else { nil } }
  }

  func first(_ name: String) -> MarkupElement? { elements.first { $0.name == name } }

  /// The `w:val` of the first child of a name.
  func value(of name: String) -> String? { first(name)?.attributes["w:val"] }

  /// Whether a property is there and not said to be off.
  func isOn(_ name: String) -> Bool {
    guard let property = first(name) else { return false }
    return property.attributes["w:val"].map { !["0", "false", "off", "none"].contains($0) } ?? true
  }

  /// All text in it.
  var text: String {
    children.map { child in
      switch child {
      case .text(let text): text
      case .element(let element): element.text
      }
    }.joined()
  }
}

/// Parses parts of documents, which may be made to do harm: nothing is loaded, and nothing grows without limit.
enum MarkupTree {
  /// A tree costs far more than the text.
  private static let elementLimit = 2_000_000

  private static let prefixes = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties": "custom",
    "http://purl.oclc.org/ooxml/officeDocument/customProperties": "custom",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
    "http://www.w3.org/XML/1998/namespace": "xml",
  ]

  static func parse(_ bytes: [UInt8], part: String) throws(DocumentFault) -> MarkupElement {
    do {
      var limits = MarkupLimits()
      limits.elements = elementLimit
      var reader = MarkupReader(ByteSource(bytes), limits: limits)
      return try parse(&reader)
    } catch let fault as MarkupFault {
      throw .markup(part: part, fault)
    } catch {
      preconditionFailure("bytes in memory cannot be read: \(error)")
    }
  }

  private static func parse(_ reader: inout MarkupReader) throws -> MarkupElement {
    var open = [MarkupElement(name: "", attributes: [:], children: [])]
    var text: [UInt8] = []
    func flush() {
      guard !text.isEmpty else { return }
      open[open.count - 1].children.append(.text(String(decoding: text, as: UTF8.self)))
      text = []
    }
    while true {
      switch try reader.next() {
      case .start(let name):
        flush()
        open.append(
          MarkupElement(name: prefixed(reader.name(name)), attributes: attributes(of: reader), children: []))
      case .end:
        flush()
        let element = open.removeLast()
        open[open.count - 1].children.append(.element(element))
      case .text: text.append(contentsOf: reader.text.bytes)
      case .finished:
        // The parser has seen to it that there is one.
        guard let root = open[0].elements.first else { preconditionFailure("XML without an element") }
        return root
      }
    }
  }

  /// `w:local`.
  private static func prefixed(_ name: MarkupName) -> String {
    name.namespace.isEmpty ? name.local : (prefixes[name.namespace] ?? "?") + ":" + name.local
  }

  private static func attributes(of reader: borrowing MarkupReader) -> [String: String] {
    var attributes: [String: String] = [:]
    for index in 0..<reader.attributeCount {
      let (name, value) = reader.attribute(index)
      attributes[prefixed(reader.name(name))] = value.text
    }
    return attributes
  }
}
