/// How much of everything a reader of XML takes before it refuses a file; far above what honest files hold.
package struct MarkupLimits: Hashable, Sendable {
  /// Elements within each other.
  package var depth = 200
  /// Of one element, declarations of namespaces not counted.
  package var attributes = 1000
  /// Bytes of a name with its namespace.
  package var nameLength = 2000
  /// Different names in one file.
  package var names = 4000
  /// Bytes of the value of an attribute.
  package var valueLength = 64 * 1024
  /// Bytes of text between two tags.
  package var textLength = 1024 * 1024
  /// Bytes of one tag, comment or instruction.
  package var tagLength = 1024 * 1024
  package var elements = 400_000_000

  package init() {}
}
