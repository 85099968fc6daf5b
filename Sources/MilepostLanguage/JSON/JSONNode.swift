package import MilepostModel

/// A value of a JSON file that knows its place.
package struct JSONNode: Sendable {
  /// What a value is.
  package indirect enum Content: Sendable {
    /// Each key once.
    case object([JSONMember])
    case array([JSONNode])
    /// An array of nothing but numbers, at least one.
    case numbers([Double])
    case text(String)
    case number(Double)
    case flag(Bool)
    case null
  }

  /// Line and column; the file is known to who reads it.
  package struct Place: Hashable, Sendable {
    /// From 1.
    package let line: Int32
    /// From 1, in Unicode scalars.
    package let column: Int32

    /// The place in a file.
    package func position(in file: String) -> SourcePosition {
      SourcePosition(file: file, line: Int(line), column: Int(column))
    }
  }

  /// What it is and holds.
  package let content: Content
  /// Where it begins.
  package let place: Place

  /// The value of a member of an object; nil also when this is none.
  package subscript(_ key: String) -> JSONNode? {
    guard case .object(let members) = content else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// Of a text.
  package var text: String? {
    if case .text(let text) = content { text } else { nil }
  }

  /// The items of an array that does not consist of numbers; an empty one included.
  package var items: [JSONNode]? {
    if case .array(let items) = content { items } else { nil }
  }

  /// What the node is, in words: `a text`.
  package var kindName: String {
    switch content {
    case .object: "an object"
    case .array: "an array"
    case .numbers: "an array of numbers"
    case .text: "a text"
    case .number: "a number"
    case .flag: "true or false"
    case .null: "null"
    }
  }
}

/// A key of an object with its value.
package struct JSONMember: Sendable {
  package let key: String
  package let value: JSONNode
}
