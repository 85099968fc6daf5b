#if Postgres
  import CLibPQ
#endif

/// Where a store in PostgreSQL is: `postgres://user@host:port/database`, as libpq reads it.
package struct PostgresAddress: Hashable, Sendable {
  package let text: String

  /// - Returns: nil when the text is no address of PostgreSQL.
  package init?(_ text: String) {
    guard text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") else { return nil }
    self.text = text
  }
}

#if Postgres
  extension PostgresAddress {
    /// The address as it may be shown: without its password; nil when libpq cannot read it.
    package var shown: String? {
      guard let options = PQconninfoParse(text, nil) else { return nil }
      defer { PQconninfoFree(options) }
      var found: [String: String] = [:]
      var option = options
      while let keyword = option.pointee.keyword {
        if let value = option.pointee.val { found[String(cString: keyword)] = String(cString: value) }
        option += 1
      }
      let hosts = found["host"].map { $0.split(separator: ",", omittingEmptySubsequences: false) } ?? []
      let ports = found["port"].map { $0.split(separator: ",", omittingEmptySubsequences: false) } ?? []
      // A password with '/' or '@' in it is read as part of what follows; nothing of such an address may be shown.
      let isAsMeant = ports.allSatisfy { UInt16($0) != nil } && !found.contains { $0 != "password" && $1.contains("@") }
      guard isAsMeant else { return nil }
      let places = hosts.enumerated().map { number, host in
        let port = number < ports.count ? ports[number] : ports.last
        let name = host.contains(":") ? "[\(host)]" : String(host)
        return name + (port.map { ":\($0)" } ?? String())
      }
      let user = found["user"].map { "\($0)@" } ?? String()
      let database = found["dbname"].map { "/\($0)" } ?? String()
      return "postgres://\(user)\(places.joined(separator: ","))\(database)"
    }
  }
#endif
