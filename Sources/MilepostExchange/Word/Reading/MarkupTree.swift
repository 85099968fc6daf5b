import CLibExpat

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
  static let depthLimit = 200
  static let elementLimit = 2_000_000

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

  /// What the parser's calls fill.
  private final class Building {
    var open: [MarkupElement] = []
    var root: MarkupElement?
    var fault: DocumentFault?
    var text = ""
    var count = 0
    let part: String
    var parser: XML_Parser?

    init(_ part: String) { self.part = part }

    func flush() {
      guard !text.isEmpty, !open.isEmpty else { return }
      open[open.count - 1].children.append(.text(text))
      text = ""
    }

    func stop(_ fault: DocumentFault) {
      self.fault = fault
      XML_StopParser(parser, XML_Bool(XML_FALSE))
    }
  }

  private static func building(_ context: UnsafeMutableRawPointer?) -> Building? {
    context.map { Unmanaged<Building>.fromOpaque($0).takeUnretainedValue() }
  }

  static func parse(_ bytes: [UInt8], part: String) throws(DocumentFault) -> MarkupElement {
    let building = Building(part)
    guard let parser = XML_ParserCreateNS("UTF-8", XML_Char(bitPattern: UInt8(ascii: " "))) else {
      throw .noMarkup(part: part, reason: "no memory", line: 0)
    }
    defer { XML_ParserFree(parser) }
    building.parser = parser
    XML_SetUserData(parser, Unmanaged.passUnretained(building).toOpaque())
    setHandlers(parser)
    let status = bytes.withUnsafeBytes { buffer in
      XML_Parse(parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), 1)
    }
    if let fault = building.fault { throw fault }
    guard status == XML_STATUS_OK, let root = building.root else {
      let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) }
      throw .noMarkup(
        part: part, reason: reason ?? "it is empty", line: Int(XML_GetCurrentLineNumber(parser)))
    }
    return withExtendedLifetime(building) { root }
  }

  private static func setHandlers(_ parser: XML_Parser) {
    XML_SetElementHandler(
      parser,
      { context, name, attributes in
        guard let building = MarkupTree.building(context), let name else { return }
        building.flush()
        building.count += 1
        guard building.count <= MarkupTree.elementLimit else {
          building.stop(.tooManyElements(part: building.part))
          return
        }
        guard building.open.count < MarkupTree.depthLimit else {
          building.stop(.tooDeep(part: building.part))
          return
        }
        building.open.append(
          MarkupElement(name: MarkupTree.name(name), attributes: MarkupTree.attributes(attributes), children: []))
      },
      { context, _ in
        guard let building = MarkupTree.building(context), !building.open.isEmpty else { return }
        building.flush()
        let element = building.open.removeLast()
        if building.open.isEmpty {
          building.root = element
        } else {
          building.open[building.open.count - 1].children.append(.element(element))
        }
      })
    XML_SetCharacterDataHandler(parser) { context, text, count in
      guard let building = MarkupTree.building(context), let text else { return }
      let bytes = UnsafeBufferPointer(start: text, count: Int(count)).map { UInt8(bitPattern: $0) }
      building.text += String(decoding: bytes, as: UTF8.self)
    }
    XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
      guard let building = MarkupTree.building(context) else { return }
      building.stop(.hasDocumentType(part: building.part))
    }
  }

  /// `uri local` as `w:local`.
  private static func name(_ name: UnsafePointer<XML_Char>) -> String {
    let parts = String(cString: name).split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return parts[0] }
    return (prefixes[parts[0]] ?? "?") + ":" + parts[1]
  }

  private static func attributes(
    _ list: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
  ) -> [String: String] {
    var attributes: [String: String] = [:]
    guard var next = list else { return attributes }
    while let name = next[0], let value = next[1] {
      attributes[MarkupTree.name(name)] = String(cString: value)
      next += 2
    }
    return attributes
  }
}
