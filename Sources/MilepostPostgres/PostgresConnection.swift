#if Postgres
  import CLibPQ
  import Glibc
  import MilepostStore

  /// A connection, for one caller at a time.
  ///
  /// A class because the connection ends with it.
  final class PostgresConnection {
    /// Where it leads, without a password.
    let name: String
    private let connection: OpaquePointer
    private var prepared: [String: String] = [:]

    init(_ address: PostgresAddress) throws(StoreError) {
      guard let name = address.shown else {
        // What libpq says of it could show a password.
        throw .machine("the store", reason: "its address is not postgres://user@host:port/database")
      }
      self.name = name
      // The address comes behind what it may overrule.
      let options: [(String, String)] = [
        ("connect_timeout", "10"), ("keepalives_idle", "30"), ("keepalives_interval", "10"), ("keepalives_count", "3"),
        ("tcp_user_timeout", "60000"), ("fallback_application_name", "milepost"), ("dbname", address.text),
        ("client_encoding", "UTF8"),
      ]
      connection = PostgresConnection.opened(options)
      guard PQstatus(connection) == CONNECTION_OK else {
        // The connection ends with the value, although that is never handed out.
        throw .machine(name, reason: PostgresConnection.firstLines(String(cString: PQerrorMessage(connection))))
      }
      // Notices are for people who type statements.
      PQsetNoticeProcessor(connection, { _, _ in }, nil)
    }

    deinit { PQfinish(connection) }

    private static func opened(_ options: [(String, String)]) -> OpaquePointer {
      let copies = options.flatMap { [strdup($0.0), strdup($0.1)] }
      defer { for copy in copies { free(copy) } }
      let keys = stride(from: 0, to: copies.count, by: 2).map { UnsafePointer(copies[$0]) } + [nil]
      let values = stride(from: 1, to: copies.count, by: 2).map { UnsafePointer(copies[$0]) } + [nil]
      guard let connection = PQconnectdbParams(keys, values, 1) else {
        preconditionFailure("libpq has no memory for a connection")
      }
      return connection
    }

    /// Whether nothing can be asked any more.
    var isBroken: Bool { PQstatus(connection) != CONNECTION_OK }

    private static func firstLines(_ text: String) -> String {
      text.split(separator: "\n").map { $0.drop { $0 == "\t" || $0 == " " } }.joined(separator: "; ")
    }

    /// Runs one statement; it is prepared the first time.
    func run(_ sql: String, _ values: [PostgresValue] = []) throws(StoreError) -> PostgresRows {
      let statement = try statement(sql)
      let texts = try values.map { (value) throws(StoreError) in try text(value) }
      defer { for text in texts { free(text) } }
      let pointers = texts.map { UnsafePointer($0) }
      return try checked(PQexecPrepared(connection, statement, Int32(pointers.count), pointers, nil, nil, 1))
    }

    private func statement(_ sql: String) throws(StoreError) -> String {
      if let known = prepared[sql] { return known }
      let name = "m\(prepared.count)"
      _ = try checked(PQprepare(connection, name, sql, 0, nil))
      prepared[sql] = name
      return name
    }

    private func text(_ value: PostgresValue) throws(StoreError) -> UnsafeMutablePointer<CChar>? {
      guard let written = value.written else { return nil }
      // It would end there for libpq, and be taken for another.
      if written.utf8.contains(0) { throw .machine(name, reason: "a text has a character that cannot be stored") }
      return strdup(written)
    }

    /// Runs statements without values, one after the other.
    func script(_ sql: String) throws(StoreError) { _ = try checked(PQexec(connection, sql)) }

    private func checked(_ result: OpaquePointer?) throws(StoreError) -> PostgresRows {
      guard let result else { throw failure(nil) }
      switch PQresultStatus(result) {
      case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_COPY_IN: return PostgresRows(result)
      default:
        defer { PQclear(result) }
        throw failure(result)
      }
    }

    /// What an answer that is none means.
    private func failure(_ result: OpaquePointer?) -> StoreError {
      let state = result.flatMap { PQresultErrorField($0, 0x43) }.map { String(cString: $0) }
      let words =
        result.flatMap { PQresultErrorField($0, 0x4D) }.map { String(cString: $0) }
        ?? PostgresConnection.firstLines(String(cString: PQerrorMessage(connection)))
      return PostgresConnection.failure(state, words, name)
    }

    /// - Parameter state: five letters, PostgreSQL's code of what went wrong.
    static func failure(_ state: String?, _ words: String, _ name: String) -> StoreError {
      switch state {
      case "53100": .diskFull(name)
      case "57014": .machine(name, reason: "it took longer than the server allows (\(words))")
      case let state?: .machine(name, reason: "\(words), PostgreSQL's error \(state)")
      case nil: .machine(name, reason: words)
      }
    }

    /// All of `body` or nothing of it.
    func transaction<Value>(_ body: () throws(StoreError) -> Value) throws(StoreError) -> Value {
      try script("BEGIN")
      do throws(StoreError) {
        let value = try body()
        try script("COMMIT")
        return value
      } catch {
        rollBack()
        throw error
      }
    }

    /// Closing the connection undoes as well, so that nothing is lost when this fails.
    func rollBack() {
      let result = PQexec(connection, "ROLLBACK")
      PQclear(result)
    }

    /// Sends rows to a table by `COPY … FROM STDIN`.
    func copy(
      _ sql: String, _ body: (inout PostgresCopy) throws(StoreError) -> Void
    ) throws(StoreError) {
      _ = try checked(PQexec(connection, sql))
      var copy = PostgresCopy(self)
      do throws(StoreError) {
        try body(&copy)
        try copy.flush()
      } catch {
        // The server's own words say more than that it takes nothing any more.
        PQputCopyEnd(connection, "given up")
        try end()
        throw error
      }
      guard PQputCopyEnd(connection, nil) == 1 else { throw failure(nil) }
      try end()
    }

    func send(_ bytes: [UInt8]) throws(StoreError) {
      let isSent = bytes.withUnsafeBytes { bytes in
        PQputCopyData(connection, bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count)) == 1
      }
      if !isSent { throw failure(nil) }
    }

    /// Takes all that the server has to say to a `COPY`.
    private func end() throws(StoreError) {
      var first: StoreError?
      while let result = PQgetResult(connection) {
        if PQresultStatus(result) != PGRES_COMMAND_OK, first == nil { first = failure(result) }
        PQclear(result)
      }
      if let first { throw first }
    }
  }
#endif
