import CLibYAML
package import MilepostModel

/// Reads a YAML file into nodes that know their places.
///
/// Only what a workspace needs: one document; texts, lists and mappings with texts as keys. Anchors, aliases and tags
/// are refused, so that a file says what it says where it says it.
package enum YAMLTree {
  static let maximumDepth = 64

  /// Reports every fault up to the first one of syntax.
  ///
  /// - Returns: nil when the file cannot be read as a whole, or holds nothing; the reason has been reported.
  package static func parse(_ bytes: [UInt8], file: String, into diagnostics: inout Diagnostics) -> YAMLNode? {
    guard let text = SourceText(bytes, file: file, into: &diagnostics) else { return nil }
    return text.bytes.withUnsafeBufferPointer { buffer in
      var parser = yaml_parser_t()
      guard yaml_parser_initialize(&parser) == 1 else { preconditionFailure("no memory for a YAML parser") }
      defer { yaml_parser_delete(&parser) }
      yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      var builder = YAMLBuilder(text: text)
      while !builder.isFinished {
        var event = yaml_event_t()
        guard yaml_parser_parse(&parser, &event) == 1 else {
          builder.fail(parser)
          break
        }
        builder.add(event)
        yaml_event_delete(&event)
      }
      diagnostics.report(contentsOf: builder.diagnostics)
      return builder.root
    }
  }
}

/// Makes nodes of libyaml's events.
private struct YAMLBuilder {
  private struct Frame {
    let position: SourcePosition
    let isMapping: Bool
    var items: [YAMLNode] = []
    var pairs: [YAMLPair] = []
    var places: [String: SourcePosition] = [:]
    /// The key that waits for its value.
    var key: YAMLNode?
  }

  let text: SourceText
  var diagnostics = Diagnostics()
  private(set) var isFinished = false
  private var result: YAMLNode?
  private var isWhole = true
  private var frames: [Frame] = []

  init(text: SourceText) { self.text = text }

  /// nil when the file could not be read to its end.
  var root: YAMLNode? { isWhole ? result : nil }

  mutating func add(_ event: yaml_event_t) {
    let position = text.position(ofScalar: event.start_mark.index)
    switch event.type {
    case YAML_STREAM_END_EVENT:
      isFinished = true
      if result == nil { diagnostics.report(.yamlEmpty(file: text.file)) }
    case YAML_DOCUMENT_START_EVENT:
      if result != nil { stop(.yamlSecondDocument(at: position)) }
    case YAML_ALIAS_EVENT:
      diagnostics.report(.yamlAlias(at: position))
      place(YAMLNode(.refused, at: position))
    case YAML_SCALAR_EVENT:
      refuse(anchor: event.data.scalar.anchor, tag: event.data.scalar.tag, at: position)
      place(scalar(event, at: position))
    case YAML_SEQUENCE_START_EVENT:
      refuse(anchor: event.data.sequence_start.anchor, tag: event.data.sequence_start.tag, at: position)
      open(isMapping: false, at: position)
    case YAML_MAPPING_START_EVENT:
      refuse(anchor: event.data.mapping_start.anchor, tag: event.data.mapping_start.tag, at: position)
      open(isMapping: true, at: position)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      close()
    default:
      break
    }
  }

  /// Syntax that libyaml does not understand.
  mutating func fail(_ parser: yaml_parser_t) {
    let problem = parser.problem.map { String(cString: $0) } ?? "not enough memory"
    let position = text.position(ofScalar: parser.problem_mark.index)
    var notes: [Diagnostic.Note] = []
    if let context = parser.context.map({ String(cString: $0) }) {
      notes.append(.init(context, at: text.position(ofScalar: parser.context_mark.index)))
    }
    let sign = text.scalar(at: parser.problem_mark.index)
    stop(.yamlSyntax(problem, sign, at: position, notes: notes))
  }

  private mutating func stop(_ diagnostic: Diagnostic) {
    diagnostics.report(diagnostic)
    isWhole = false
    isFinished = true
  }

  private mutating func refuse(
    anchor: UnsafePointer<yaml_char_t>?, tag: UnsafePointer<yaml_char_t>?, at position: SourcePosition
  ) {
    if anchor != nil { diagnostics.report(.yamlAnchor(at: position)) }
    if tag != nil { diagnostics.report(.yamlTag(at: position)) }
  }

  private func scalar(_ event: yaml_event_t, at position: SourcePosition) -> YAMLNode {
    let scalar = event.data.scalar
    let value = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
    switch scalar.style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE:
      let inside = SourcePosition(file: position.file, line: position.line, column: position.column + 1)
      return YAMLNode(.scalar(value, .quoted), at: position, textAt: inside)
    case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE:
      return YAMLNode(.scalar(value, .block), at: position)
    default:
      return YAMLNode(.scalar(value, .plain), at: position)
    }
  }

  private mutating func open(isMapping: Bool, at position: SourcePosition) {
    frames.append(Frame(position: position, isMapping: isMapping))
    if frames.count > YAMLTree.maximumDepth { stop(.yamlTooDeep(at: position)) }
  }

  private mutating func close() {
    guard let frame = frames.popLast() else { preconditionFailure("libyaml ends what it has begun") }
    place(YAMLNode(frame.isMapping ? .mapping(frame.pairs) : .sequence(frame.items), at: frame.position))
  }

  /// Puts a finished node where it belongs: root, item, key or value.
  private mutating func place(_ node: YAMLNode) {
    guard let top = frames.indices.last else {
      result = node
      return
    }
    guard frames[top].isMapping else {
      frames[top].items.append(node)
      return
    }
    guard let key = frames[top].key else {
      frames[top].key = node
      return
    }
    frames[top].key = nil
    guard case .scalar(let name, let style) = key.content, !(style == .plain && name.isEmpty) else {
      if case .refused = key.content { return }
      diagnostics.report(.yamlKeyIsNoText(at: key.position))
      return
    }
    if let first = frames[top].places[name] {
      diagnostics.report(.yamlDuplicateKey(name, at: key.position, first: first))
    } else {
      frames[top].places[name] = key.position
      frames[top].pairs.append(YAMLPair(name, at: key.position, node))
    }
  }
}

extension Diagnostic {
  fileprivate static func yamlSyntax(
    _ problem: String, _ sign: Unicode.Scalar?, at position: SourcePosition, notes: [Diagnostic.Note]
  ) -> Self {
    var hint = yamlHint(problem)
    if problem == "found character that cannot start any token", let sign, ">|".unicodeScalars.contains(sign) {
      hint = "inside brackets a text that begins with \(sign) stands in quotes: \"\(sign)\""
    }
    return Diagnostic(.error, "MP0001", problem, at: position, hint: hint, notes: notes)
  }

  private static func yamlHint(_ problem: String) -> String? {
    switch problem {
    case "mapping values are not allowed in this context":
      "put quotes around a text that holds ': ', and indent keys of one mapping equally"
    case "found character that cannot start any token":
      "indent with blanks, not tabs; put quotes around a text that begins with @, ` or %"
    case "could not find expected ':'":
      "write a blank after the colon, and quotes around a text of several lines"
    case "did not find expected key", "did not find expected '-' indicator":
      "indent the line like its neighbours; inside quotes write ' twice"
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      "put a comma between the parts, close the bracket, and quote texts that hold brackets or commas"
    case "found unexpected end of stream":
      "close the quotes"
    case "found unexpected document indicator":
      "close the quotes or brackets before '---'"
    default:
      nil
    }
  }

  fileprivate static func yamlTooDeep(at position: SourcePosition) -> Self {
    Diagnostic(.error, "MP0005", "nested deeper than \(YAMLTree.maximumDepth) levels", at: position)
  }

  fileprivate static func yamlAlias(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0007", "alias in YAML", at: position,
      hint: "write the value again; quote a text that begins with *")
  }

  fileprivate static func yamlAnchor(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0007", "anchor in YAML", at: position, hint: "leave it out; quote a text that begins with &")
  }

  fileprivate static func yamlTag(at position: SourcePosition) -> Self {
    Diagnostic(.error, "MP0008", "tag in YAML", at: position, hint: "leave it out; quote a text that begins with !")
  }

  fileprivate static func yamlSecondDocument(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0009", "second document in one file", at: position, hint: "delete the line '---', or use two files")
  }

  fileprivate static func yamlKeyIsNoText(at position: SourcePosition) -> Self {
    Diagnostic(.error, "MP0010", "a key must be a text", at: position, hint: "write the empty key as \"\"")
  }

  fileprivate static func yamlDuplicateKey(_ key: String, at position: SourcePosition, first: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0011", "key '\(key)' stands twice", at: position, hint: "delete one of the two",
      notes: [.init("first here", at: first)])
  }

  fileprivate static func yamlEmpty(file: String) -> Self {
    Diagnostic(.error, "MP0012", "file is empty", at: .wholeFile(file), hint: "fill or delete it")
  }
}
