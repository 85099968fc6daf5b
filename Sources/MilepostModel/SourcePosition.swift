/// A place in a file of the workspace, as a person counts it.
package struct SourcePosition: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Path relative to the workspace, with `/` between its parts.
  package let file: String
  /// From 1; 0 when the whole file is meant.
  package let line: Int
  /// From 1, in Unicode scalars; 0 when the whole line is meant.
  package let column: Int

  package init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// The file as a whole, printed as line 1, column 1.
  package static func wholeFile(_ file: String) -> SourcePosition { SourcePosition(file: file, line: 1, column: 1) }

  package static func < (one: SourcePosition, other: SourcePosition) -> Bool {
    (one.file, one.line, one.column) < (other.file, other.line, other.column)
  }

  package var description: String { "\(file.visible):\(line):\(column)" }
}

/// A value together with the place it was read from.
package struct Located<Value: Sendable>: Sendable {
  package let value: Value
  package let position: SourcePosition

  package init(_ value: Value, at position: SourcePosition) {
    self.value = value
    self.position = position
  }

  package func map<Other>(_ transform: (Value) -> Other) -> Located<Other> {
    Located<Other>(transform(value), at: position)
  }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
