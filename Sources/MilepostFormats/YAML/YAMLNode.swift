package import MilepostModel

/// A value of a YAML file with its place.
package struct YAMLNode: Hashable, Sendable {
  package enum Style: Hashable, Sendable { case plain, quoted, block }

  package enum Content: Hashable, Sendable {
    /// As written: a plain `2.10` stays `2.10`.
    case scalar(String, Style)
    case sequence([YAMLNode])
    /// In the order of the file; each key once.
    case mapping([YAMLPair])
    /// An alias, or what stands under a key that is no text: refused, and reported where it stands.
    case refused
  }

  package let content: Content
  /// The first sign of the value, quotes and brackets included.
  package let position: SourcePosition
  /// The first sign of a scalar's text; where it is not known, `position`.
  package let textPosition: SourcePosition

  package init(_ content: Content, at position: SourcePosition, textAt textPosition: SourcePosition? = nil) {
    self.content = content
    self.position = position
    self.textPosition = textPosition ?? position
  }

  /// Nothing, `~` or `null`.
  package var isEmpty: Bool {
    guard case .scalar(let text, .plain) = content else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }

  /// What a person calls it.
  package var kindName: String {
    switch content {
    case .scalar: isEmpty ? "nothing" : "a single value"
    case .sequence: "a list"
    case .mapping: "a mapping"
    case .refused: "an alias"
    }
  }
}

/// A key of a mapping and what stands under it.
package struct YAMLPair: Hashable, Sendable {
  package let key: String
  package let keyPosition: SourcePosition
  package let value: YAMLNode

  package init(_ key: String, at keyPosition: SourcePosition, _ value: YAMLNode) {
    self.key = key
    self.keyPosition = keyPosition
    self.value = value
  }
}
