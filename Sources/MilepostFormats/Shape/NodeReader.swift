import MilepostModel

/// Reads nodes into values, and keeps findings and places.
struct NodeReader {
  /// Of the workspace; a plain text is in the first. Empty while they are not known: then any will do.
  var languages: [LanguageTag]
  /// The file that is being read.
  var file = ""
  var diagnostics = Diagnostics()
  private(set) var places = SourceMap()
  /// Counts findings that leave a value unusable.
  private(set) var failures = 0
  private var path = ""
  private var pending: [FieldPlace] = []
  private var counts: [SourceMap.Kind: Int] = [:]

  /// A field of the element that is being read.
  struct FieldPlace {
    let field: String
    let position: SourcePosition
  }

  init(languages: [LanguageTag]) { self.languages = languages }

  /// Reports a finding that leaves no value.
  mutating func fail(_ diagnostic: Diagnostic) {
    failures += 1
    diagnostics.report(diagnostic)
  }

  /// Notes a fault that has been reported already.
  mutating func failSilently() { failures += 1 }

  /// Reads a part of the current element and keeps its place.
  mutating func read<Value>(_ node: YAMLNode, _ form: ValueForm<Value>, under part: String) -> Value? {
    let outer = path
    path = outer.isEmpty ? part : outer + "." + part
    defer { path = outer }
    record("", at: node.position)
    guard !node.isEmpty || form.acceptsNothing else {
      fail(.nothingWritten(under: part, at: node.position))
      return nil
    }
    return form.read(node, &self)
  }

  /// Keeps the place of a part below the current field.
  mutating func record(_ part: String, at position: SourcePosition) {
    let field = part.isEmpty ? path : path.isEmpty ? part : path + "." + part
    pending.append(FieldPlace(field: field, position: position))
  }

  /// Reads an element of the draft; its index is the count of those of its kind before it.
  ///
  /// - Returns: nil when any part of it is unusable; the others are checked all the same.
  mutating func element<Value>(
    _ node: YAMLNode, _ form: ValueForm<Value>, of kind: SourceMap.Kind,
    renaming: (Value, String) -> String = { $1 }
  ) -> Value? {
    let outer = (path, pending, failures)
    (path, pending) = ("", [])
    defer { (path, pending) = (outer.0, outer.1) }
    guard let value = form.read(node, &self), failures == outer.2 else { return nil }
    let index = counts[kind, default: 0]
    counts[kind] = index + 1
    places.record(node.position, kind, index)
    for place in pending { places.record(place.position, kind, index, renaming(value, place.field)) }
    return value
  }

  /// Keeps the place of something that was not read from YAML.
  mutating func record(_ position: SourcePosition, _ kind: SourceMap.Kind, _ index: Int, _ field: String) {
    places.record(position, kind, index, field)
  }

  /// The text of a single value.
  mutating func scalar(_ node: YAMLNode, expected: String) -> String? {
    switch node.content {
    case .scalar(let text, _): return text
    case .refused: failSilently()
    case .sequence, .mapping: fail(.wrongKind(node, expected: expected))
    }
    return nil
  }

  /// A value that must not stand in quotes: a number, yes or no.
  mutating func plainScalar(_ node: YAMLNode, expected: String) -> String? {
    if case .scalar(let text, let style) = node.content, style != .plain {
      fail(.quotedValue(text, expected: expected, at: node.position))
      return nil
    }
    return scalar(node, expected: expected)
  }

  mutating func items(_ node: YAMLNode, expected: String = "a list") -> [YAMLNode]? {
    switch node.content {
    case .sequence(let items): return items
    case .refused: failSilently()
    case .scalar, .mapping: fail(.wrongKind(node, expected: expected))
    }
    return nil
  }

  mutating func pairs(_ node: YAMLNode, expected: String) -> [YAMLPair]? {
    switch node.content {
    case .mapping(let pairs): return pairs
    case .refused: failSilently()
    case .scalar, .sequence: fail(.wrongKind(node, expected: expected))
    }
    return nil
  }

  /// The pairs of a mapping; keys that the shape lacks are reported and passed over.
  mutating func fields(_ node: YAMLNode, _ shape: Shape) -> Fields? {
    guard let pairs = pairs(node, expected: "\(shape.noun) as a mapping") else { return nil }
    for pair in pairs where !shape.contains(pair.key) {
      diagnostics.report(.unknownKey(pair.key, of: shape, at: pair.keyPosition))
    }
    let written = Set(pairs.map(\.key))
    for entry in shape.entries where entry.isRequired && !written.contains(entry.name) {
      fail(.missingKey(entry.name, of: shape.noun, at: node.position))
    }
    return Fields(pairs, of: shape, at: node.position)
  }
}

extension Diagnostic {
  fileprivate static func nothingWritten(under key: String, at position: SourcePosition) -> Self {
    let place = key.utf8.allSatisfy(\.isDigit) ? "item \(key) of the list" : "'\(key)'"
    return Diagnostic(
      .error, "MP0103", "nothing stands under \(place)", at: position, hint: "write a value or delete the key")
  }

  static func wrongKind(_ node: YAMLNode, expected: String) -> Self {
    var hint: String?
    if expected == "a list", case .scalar(let text, _) = node.content { hint = "write [\(text)]" }
    return Diagnostic(.error, "MP0103", "found \(node.kindName), expected \(expected)", at: node.position, hint: hint)
  }

  fileprivate static func quotedValue(_ text: String, expected: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0103", "found a text in quotes, expected \(expected)", at: position,
      hint: "write \(text) without quotes")
  }

  fileprivate static func unknownKey(_ key: String, of shape: Shape, at position: SourcePosition) -> Self {
    let names = shape.entries.map(\.name)
    let hint =
      names.closest(to: key).map { "did you mean '\($0)'?" }
      ?? (names.count <= 8 ? "the keys of \(shape.noun) are \(names.joined(separator: ", "))" : nil)
    return Diagnostic(.error, "MP0101", "\(shape.noun) has no key '\(key)'", at: position, hint: hint)
  }

  static func missingKey(_ key: String, of noun: String, at position: SourcePosition) -> Self {
    Diagnostic(.error, "MP0102", "\(noun) lacks the key '\(key)'", at: position, hint: "add '\(key): ...'")
  }
}
