import MilepostModel

/// What stands under a key: how it is read, and how a JSON Schema says so.
struct ValueForm<Value: Sendable>: Sendable {
  let schema: JSONSchema
  /// Whether an empty value means something.
  let acceptsNothing: Bool
  let read: @Sendable (YAMLNode, inout NodeReader) -> Value?

  init(
    _ schema: JSONSchema, acceptsNothing: Bool = false,
    read: @escaping @Sendable (YAMLNode, inout NodeReader) -> Value?
  ) {
    self.schema = schema
    self.acceptsNothing = acceptsNothing
    self.read = read
  }

  func map<Other>(_ transform: @escaping @Sendable (Value) -> Other) -> ValueForm<Other> {
    ValueForm<Other>(schema) { node, reader in read(node, &reader).map(transform) }
  }

  /// The value with its place.
  var located: ValueForm<Located<Value>> {
    ValueForm<Located<Value>>(schema) { node, reader in
      read(node, &reader).map { Located($0, at: node.position) }
    }
  }

  /// The same, written once in a schema.
  func named(_ name: String) -> ValueForm { ValueForm(schema.named(name), read: read) }

  /// A list of it; items that are unusable are left out after their findings.
  var list: ValueForm<[Value]> {
    ValueForm<[Value]>(.list(of: schema)) { node, reader in
      guard let items = reader.items(node) else { return nil }
      return items.enumerated().compactMap { reader.read($0.element, self, under: String($0.offset)) }
    }
  }

  /// A list of elements of the draft, each with its own places.
  func elements(of kind: SourceMap.Kind) -> ValueForm<[Value]> {
    ValueForm<[Value]>(.list(of: schema)) { node, reader in
      guard let items = reader.items(node) else { return nil }
      return items.compactMap { reader.element($0, self, of: kind) }
    }
  }

  /// A mapping whose keys are the author's.
  ///
  /// - Parameter key: makes the key of its text; nil after a finding.
  func map<Name: Sendable>(
    keys pattern: String, expected: String,
    _ key: @escaping @Sendable (YAMLPair, inout NodeReader) -> Name?
  ) -> ValueForm<[MapEntry<Name, Value>]> {
    ValueForm<[MapEntry<Name, Value>]>(.map(keys: pattern, schema)) { node, reader in
      guard let pairs = reader.pairs(node, expected: expected) else { return nil }
      return pairs.compactMap { pair in
        let value = reader.read(pair.value, self, under: pair.key)
        guard let name = key(pair, &reader), let value else { return nil }
        return MapEntry(key: name, keyPosition: pair.keyPosition, value: value)
      }
    }
  }
}

extension ValueForm {
  /// A mapping with the keys of `shape`.
  static func mapping(
    _ shape: Shape, build: @escaping @Sendable (Fields, inout NodeReader) -> Value?
  ) -> ValueForm {
    ValueForm(shape.schema) { node, reader in
      guard let fields = reader.fields(node, shape) else { return nil }
      return build(fields, &reader)
    }
  }
}

/// An entry of a mapping with the author's keys.
struct MapEntry<Name: Sendable, Value: Sendable>: Sendable {
  let key: Name
  let keyPosition: SourcePosition
  let value: Value
}
