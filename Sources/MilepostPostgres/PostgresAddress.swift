/// Where a store in PostgreSQL is: `postgres://user@host:port/database`, as libpq reads it.
package struct PostgresAddress: Hashable, Sendable {
  package let text: String

  /// - Returns: nil when the text is no address of PostgreSQL.
  package init?(_ text: String) {
    guard text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") else { return nil }
    self.text = text
  }
}
