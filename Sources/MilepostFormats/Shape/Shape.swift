import MilepostModel

/// A key of a mapping: how it is written, what stands under it, and what it is for.
struct Key<Value: Sendable>: Sendable {
  let name: String
  let form: ValueForm<Value>
  let isRequired: Bool
  /// One sentence for people who write the file; editors show it.
  let about: String

  init(required name: String, _ form: ValueForm<Value>, _ about: String) {
    self.name = name
    self.form = form
    self.about = about
    isRequired = true
  }

  init(optional name: String, _ form: ValueForm<Value>, _ about: String) {
    self.name = name
    self.form = form
    self.about = about
    isRequired = false
  }
}

/// The keys that a mapping may have; reader and schema both follow it.
struct Shape: Sendable {
  struct Entry: Sendable {
    let name: String
    let isRequired: Bool
    let schema: JSONSchema
  }

  /// A rule that hangs on the value of another key, in JSON Schema.
  let conditions: [JSONValue]
  /// What the mapping is, with its article: `a target`.
  let noun: String
  let entries: [Entry]
  private let names: Set<String>

  init<each Value>(_ noun: String, _ keys: repeat Key<each Value>, conditions: [JSONValue] = []) {
    var entries: [Entry] = []
    for key in repeat each keys {
      entries.append(Entry(name: key.name, isRequired: key.isRequired, schema: key.form.schema.described(key.about)))
    }
    self.noun = noun
    self.entries = entries
    self.conditions = conditions
    names = Set(entries.map(\.name))
    precondition(names.count == entries.count, "a shape names a key once")
  }

  func contains(_ name: String) -> Bool { names.contains(name) }

  var schema: JSONSchema {
    var definitions: [String: JSONValue] = [:]
    for entry in entries { definitions.merge(entry.schema.definitions) { first, _ in first } }
    var members: [JSONValue.Member] = [
      .init("type", .text("object")),
      .init("properties", .object(entries.map { .init($0.name, $0.schema.json) })),
    ]
    let required = entries.filter(\.isRequired).map(\.name)
    if !required.isEmpty { members.append(.init("required", .texts(required))) }
    members.append(.init("additionalProperties", .truth(false)))
    if !conditions.isEmpty { members.append(.init("allOf", .list(conditions))) }
    return JSONSchema(members, definitions: definitions)
  }
}

/// The pairs of a mapping that has a shape.
struct Fields {
  let shape: Shape
  let position: SourcePosition
  private let pairs: [String: YAMLPair]

  init(_ pairs: [YAMLPair], of shape: Shape, at position: SourcePosition) {
    self.shape = shape
    self.position = position
    self.pairs = Dictionary(pairs.map { ($0.key, $0) }) { first, _ in first }
  }

  func pair(_ name: String) -> YAMLPair? { pairs[name] }

  /// The value under a key; nil when it is absent, or after a finding.
  func read<Value>(_ key: Key<Value>, _ reader: inout NodeReader) -> Value? {
    precondition(shape.contains(key.name), "\(shape.noun) has a key \(key.name) that its shape lacks")
    guard let pair = pairs[key.name] else { return nil }
    return reader.read(pair.value, key.form, under: key.name)
  }
}
