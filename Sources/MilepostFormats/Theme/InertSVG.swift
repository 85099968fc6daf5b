import MilepostModel

/// Reads a drawing that does nothing but be seen: no script, no event, nothing from elsewhere.
///
/// What is not known to be harmless is refused: elements by a list, attributes by what they may hold.
struct InertSVG {
  /// Width over height.
  private(set) var aspect: Double?

  static let elements: Set<String> = [
    "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "title", "desc",
    "defs", "use", "symbol", "linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern",
  ]

  /// A copy of copies grows without end in a few lines.
  private static let mostCopies = 16

  private let source: SourceText
  private var copies = 0
  private var open: [(name: String, place: Int)] = []
  private var hasRoot = false

  /// - Returns: nil after a finding.
  static func aspect(_ bytes: [UInt8], file: String, into diagnostics: inout Diagnostics) -> Double? {
    guard let source = SourceText(bytes, file: file, into: &diagnostics) else { return nil }
    var reader = InertSVG(source)
    do throws(MarkupTokens.Fault) {
      return try reader.read()
    } catch {
      diagnostics.report(.notInert(error.message, at: source.position(ofScalar: error.place)))
      return nil
    }
  }

  private init(_ source: SourceText) { self.source = source }

  private mutating func read() throws(MarkupTokens.Fault) -> Double {
    var tokens = MarkupTokens(String(decoding: source.bytes, as: UTF8.self))
    while let token = try tokens.next() {
      switch token {
      case .start(let tag): try start(tag)
      case .end(let name, let place):
        guard open.popLast()?.name == name else {
          throw .init(message: "'</\(name)>' closes nothing", place: place)
        }
      case .instruction(let text, let place):
        guard text.hasPrefix("<?xml ") else {
          throw .init(message: "'\(text.prefix(12))' has no place in a logo", place: place)
        }
      case .text(let text, let place):
        guard !open.isEmpty || text.unicodeScalars.allSatisfy(\.properties.isWhitespace) else {
          throw .init(message: "text outside of the drawing", place: place)
        }
      case .comment: continue
      }
    }
    if let last = open.last { throw .init(message: "'<\(last.name)>' is not closed", place: last.place) }
    guard hasRoot else { throw .init(message: "no drawing", place: 0) }
    guard let aspect else { throw .init(message: "the drawing has no viewBox=\"0 0 width height\"", place: 0) }
    return aspect
  }

  private mutating func start(_ tag: MarkupTokens.Tag) throws(MarkupTokens.Fault) {
    guard InertSVG.elements.contains(tag.name) else {
      throw .init(message: "'<\(tag.name)>' has no place in a logo", place: tag.place)
    }
    guard open.isEmpty == !hasRoot, hasRoot || tag.name == "svg" else {
      throw .init(message: "expected one '<svg>' around everything", place: tag.place)
    }
    if tag.name == "use" { copies += 1 }
    guard copies <= InertSVG.mostCopies else {
      throw .init(message: "more than \(InertSVG.mostCopies) copies by '<use>'", place: tag.place)
    }
    for attribute in tag.attributes { try check(attribute) }
    if !hasRoot {
      hasRoot = true
      aspect = tag.attributes.first { $0.name == "viewBox" }.flatMap { InertSVG.aspect(ofViewBox: $0.value) }
    }
    if !tag.isClosed { open.append((tag.name, tag.place)) }
  }

  private func check(_ attribute: MarkupTokens.Attribute) throws(MarkupTokens.Fault) {
    let name = attribute.name.lowercased()
    if name.hasPrefix("on") || name == "xml:base" {
      throw .init(message: "attribute '\(attribute.name)' has no place in a logo", place: attribute.place)
    }
    if name == "href" || name.hasSuffix(":href"), !attribute.value.hasPrefix("#") {
      throw .init(message: "'\(attribute.name)' leads out of the drawing", place: attribute.valuePlace)
    }
    guard !name.hasPrefix("xmlns") else { return }
    let value = attribute.value.lowercased()
    let isOutside = value.split(separator: "url(", omittingEmptySubsequences: false).dropFirst()
      .contains { !$0.hasPrefix("#") }
    if isOutside || value.contains("&") || value.contains("\\") || value.contains("@") {
      throw .init(message: "'\(attribute.name)' may lead out of the drawing", place: attribute.valuePlace)
    }
  }

  private static func aspect(ofViewBox text: String) -> Double? {
    let numbers = text.split { $0 == " " || $0 == "," }.compactMap { Double($0) }
    guard numbers.count == 4, numbers[2] > 0, numbers[3] > 0 else { return nil }
    let aspect = numbers[2] / numbers[3]
    return (0.05...20).contains(aspect) ? aspect : nil
  }
}

extension Diagnostic {
  fileprivate static func notInert(_ fault: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0141", fault, at: position,
      hint: "a logo is a plain drawing of shapes with its colours as attributes; save it as plain SVG")
  }
}
