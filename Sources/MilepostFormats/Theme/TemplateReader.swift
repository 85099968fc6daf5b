import MilepostModel

/// Reads a template of the frame, so that whatever it prints is whole: every element closed where it was opened, every
/// value escaped and in a place where it is a text or an address, nothing that runs or comes from elsewhere.
struct TemplateReader {
  private enum Frame {
    case element(String, place: Int)
    case section(String, place: Int, make: ([PageTemplate.Part]) -> PageTemplate.Part, outer: [PageTemplate.Part])
  }

  private var frames: [Frame] = []
  private(set) var parts: [PageTemplate.Part] = []
  private var lists: [PageTemplate.List] = []

  /// - Returns: nil after a finding.
  static func read(_ bytes: [UInt8], file: String, into diagnostics: inout Diagnostics) -> PageTemplate? {
    guard let source = SourceText(bytes, file: file, into: &diagnostics) else { return nil }
    var reader = TemplateReader()
    do throws(MarkupTokens.Fault) {
      try reader.read(String(decoding: source.bytes, as: UTF8.self))
    } catch {
      diagnostics.report(.templateFault(error.message, at: source.position(ofScalar: error.place)))
      return nil
    }
    return PageTemplate(reader.parts)
  }

  private mutating func read(_ text: String) throws(MarkupTokens.Fault) {
    var tokens = MarkupTokens(text)
    while let token = try tokens.next() {
      switch token {
      case .start(let tag): try start(tag)
      case .end(let name, let place): try end(name, at: place)
      case .text(let text, let place): try read(text, at: place)
      case .comment: continue
      case .instruction(let text, let place):
        throw .init(message: "'\(text.prefix(10))' has no place in a template", place: place)
      }
    }
    switch frames.last {
    case .element(let name, let place): throw .init(message: "'<\(name)>' is not closed", place: place)
    case .section(let name, let place, _, _): throw .init(message: "'{{#\(name)}}' is not closed", place: place)
    case nil: return
    }
  }

  // MARK: - Elements

  private var innermost: String? {
    for frame in frames.reversed() {
      if case .element(let name, _) = frame { return name }
    }
    return nil
  }

  /// What may stand here.
  private var content: TemplateElement.Content {
    innermost.flatMap { TemplateElement.all[$0]?.content } ?? .flow
  }

  private var isInLink: Bool {
    frames.contains { frame in
      if case .element("a", _) = frame { return true }
      return false
    }
  }

  private mutating func start(_ tag: MarkupTokens.Tag) throws(MarkupTokens.Fault) {
    guard let element = TemplateElement.all[tag.name] else {
      throw .init(
        message:
          "'<\(tag.name)>' has no place in a template; it may hold \(TemplateElement.names.joined(separator: ", "))",
        place: tag.place)
    }
    let fits =
      switch content {
      case .flow: tag.name != "li"
      case .line: element.isOfLine
      case .items: tag.name == "li"
      case .nothing: false
      }
    guard fits, !(tag.name == "a" && isInLink) else {
      let around = innermost.map { "'<\($0)>'" } ?? "a template"
      throw .init(message: "'<\(tag.name)>' cannot stand in \(around)", place: tag.place)
    }
    for name in element.required where !tag.attributes.contains(where: { $0.name == name }) {
      throw .init(message: "'<\(tag.name)>' lacks the attribute '\(name)'", place: tag.place)
    }
    add(markup: "<" + tag.name)
    for attribute in tag.attributes { try write(attribute, of: tag.name, element) }
    add(markup: ">")
    guard !tag.isClosed || element.content == .nothing else {
      throw .init(message: "'<\(tag.name)/>' is not closed that way; write '</\(tag.name)>'", place: tag.place)
    }
    if element.content != .nothing { frames.append(.element(tag.name, place: tag.place)) }
  }

  private mutating func end(_ name: String, at place: Int) throws(MarkupTokens.Fault) {
    guard case .element(let open, _) = frames.last, open == name else {
      throw .init(message: "'</\(name)>' closes nothing that was opened here", place: place)
    }
    frames.removeLast()
    add(markup: "</\(name)>")
  }

  private mutating func write(
    _ attribute: MarkupTokens.Attribute, of tag: String, _ element: TemplateElement
  ) throws(MarkupTokens.Fault) {
    guard element.attributes.contains(attribute.name) else {
      throw .init(message: "'<\(tag)>' has no attribute '\(attribute.name)' in a template", place: attribute.place)
    }
    let pieces = try MustachePiece.pieces(of: attribute.value, at: attribute.valuePlace)
    if attribute.name == "href" || attribute.name == "src" { try checkAddress(attribute, pieces) }
    add(markup: " \(attribute.name)=\"")
    for piece in pieces {
      switch piece {
      case .text(let text, let place): add(markup: try checked(text, at: place))
      case .value(let name, let place):
        let value = try value(name, at: place)
        guard value.isAddress == (attribute.name == "href" || attribute.name == "src") else {
          throw .init(message: "'{{\(name)}}' does not belong into '\(attribute.name)'", place: place)
        }
        parts.append(.attribute(value))
      case .opens(let name, _, let place), .closes(let name, let place), .partial(let name, let place):
        throw .init(message: "'{{\(name)}}' stands in an attribute; only a value can", place: place)
      }
    }
    add(markup: "\"")
  }

  /// A whole address of the program's, or one that leads out.
  private func checkAddress(
    _ attribute: MarkupTokens.Attribute, _ pieces: [MustachePiece]
  ) throws(MarkupTokens.Fault) {
    if pieces.count == 1, case .value = pieces[0] {
      guard attribute.name == "href" || attribute.value == "{{logo-address}}" else {
        throw .init(message: "the only picture is {{logo-address}}", place: attribute.valuePlace)
      }
      return
    }
    let leadsOut = ["https://", "http://", "mailto:"].contains { attribute.value.hasPrefix($0) }
    guard attribute.name == "href", leadsOut, pieces.count == 1 else {
      let expected =
        attribute.name == "href" ? "{{home}}, {{address}} or one that begins with https://" : "{{logo-address}}"
      throw .init(message: "the address is not \(expected)", place: attribute.valuePlace)
    }
  }

  // MARK: - Texts and tags of Mustache

  private mutating func read(_ text: String, at place: Int) throws(MarkupTokens.Fault) {
    for piece in try MustachePiece.pieces(of: text, at: place) {
      switch piece {
      case .text(let text, let place):
        guard content != .items || text.unicodeScalars.allSatisfy(\.properties.isWhitespace) else {
          throw .init(message: "a list holds items only", place: place)
        }
        add(markup: try checked(text, at: place))
      case .value(let name, let place):
        let value = try value(name, at: place)
        guard !value.isAddress, value != .current, value != .language, content != .items else {
          throw .init(message: "'{{\(name)}}' belongs into an attribute", place: place)
        }
        parts.append(.text(value))
      case .opens(let name, let isInverted, let place): try open(name, isInverted, at: place)
      case .closes(let name, let place): try close(name, at: place)
      case .partial(let name, let place):
        guard let part = PageTemplate.Standard(rawValue: name) else {
          throw unknown(name, PageTemplate.Standard.allCases.map(\.rawValue), at: place)
        }
        guard content == .flow else {
          throw .init(message: "'{{> \(name)}}' cannot stand in a line of text", place: place)
        }
        parts.append(.standard(part))
      }
    }
  }

  private mutating func open(_ name: String, _ isInverted: Bool, at place: Int) throws(MarkupTokens.Fault) {
    let make: ([PageTemplate.Part]) -> PageTemplate.Part
    if let list = PageTemplate.List(rawValue: name), !isInverted {
      guard lists.isEmpty else { throw .init(message: "'{{#\(name)}}' stands within a list", place: place) }
      lists.append(list)
      make = { .each(list, $0) }
    } else if let condition = PageTemplate.Condition(rawValue: name) {
      make = { isInverted ? .absent(condition, $0) : .present(condition, $0) }
    } else {
      let known = PageTemplate.List.allCases.map(\.rawValue) + PageTemplate.Condition.allCases.map(\.rawValue)
      throw unknown(name, known, at: place)
    }
    frames.append(.section(name, place: place, make: make, outer: parts))
    parts = []
  }

  private mutating func close(_ name: String, at place: Int) throws(MarkupTokens.Fault) {
    guard case .section(let open, _, let make, let outer) = frames.last, open == name else {
      throw .init(message: "'{{/\(name)}}' closes nothing that was opened here", place: place)
    }
    frames.removeLast()
    if PageTemplate.List(rawValue: name) != nil { lists.removeLast() }
    parts = outer + [make(parts)]
  }

  private func value(_ name: String, at place: Int) throws(MarkupTokens.Fault) -> PageTemplate.Value {
    let known = PageTemplate.Value.allCases.filter { value in
      !value.isOfItem || (!lists.isEmpty && (value != .language || lists.contains(.languages)))
    }
    guard let value = known.first(where: { $0.rawValue == name }) else {
      throw unknown(name, known.map(\.rawValue), at: place)
    }
    return value
  }

  private func unknown(_ name: String, _ known: [String], at place: Int) -> MarkupTokens.Fault {
    let advice = known.closest(to: name).map { "did you mean '\($0)'?" } ?? "known are \(known.joined(separator: ", "))"
    return .init(message: "unknown name '\(name)'; \(advice)", place: place)
  }

  /// A text whose `&` are all those of characters.
  private func checked(_ text: String, at place: Int) throws(MarkupTokens.Fault) -> String {
    for (offset, rest) in zip(0..., text.unicodeScalars.indices) where text.unicodeScalars[rest] == "&" {
      let name = text.unicodeScalars[rest...].dropFirst().prefix { $0 != ";" }
      let isWhole = text.unicodeScalars[rest...].dropFirst(name.count + 1).first == ";"
      guard isWhole, ["amp", "lt", "gt", "quot", "nbsp", "copy", "middot"].contains(String(name)) else {
        throw .init(message: "'&' is written '&amp;'", place: place + offset)
      }
    }
    return text
  }

  private mutating func add(markup: String) {
    if case .markup(let before) = parts.last {
      parts[parts.count - 1] = .markup(before + markup)
    } else {
      parts.append(.markup(markup))
    }
  }
}

extension Diagnostic {
  fileprivate static func templateFault(_ fault: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0143", fault, at: position, hint: "docs/themes.md says what a template may hold")
  }
}
