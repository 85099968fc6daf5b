#if Postgres
  package import MilepostModel
  package import MilepostStore

  /// One transaction from the first file to the last row.
  ///
  /// A class because the transaction ends with it.
  package final class PostgresPublishing: ReleasePublishing {
    private let connection: PostgresConnection
    private var writer: PostgresWriter
    private var files: [(path: String, hash: Digest, blob: Int)] = []
    /// Files that go to the server together.
    private var waiting: [(path: String, hash: Digest, contents: [UInt8])] = []
    private var waitingBytes = 0
    private var isOpen = true

    private static let most = 4 << 20

    /// Whoever says that a release was published must not lose it with the server; publishing takes the time that pages
    /// take to be made; a machine that is gone does not keep the lock for hours.
    private static let settings =
      """
      SET LOCAL synchronous_commit = on; SET LOCAL statement_timeout = 0;
      SET LOCAL idle_in_transaction_session_timeout = 0;
      SET LOCAL tcp_keepalives_idle = 60; SET LOCAL tcp_keepalives_interval = 10; SET LOCAL tcp_keepalives_count = 6
      """

    init(_ connection: PostgresConnection) throws(StoreError) {
      self.connection = connection
      try connection.script("BEGIN")
      try connection.script(PostgresPublishing.settings)
      let lock = PostgresSchema.Lock.publishing.rawValue
      let locked = try connection.run("SELECT pg_try_advisory_xact_lock($1::bigint)", [.integer(lock)])
      guard locked.isTrue(0, 0) else { throw .isBeingWritten(connection.name) }
      writer = try PostgresWriter(connection)
    }

    deinit { cancel() }

    package func cancel() {
      guard isOpen else { return }
      isOpen = false
      connection.rollBack()
    }

    package func add(_ path: String, _ bytes: borrowing [UInt8]) throws(StoreError) {
      try checkIsOpen()
      waiting.append((path, Digest(of: bytes), copy bytes))
      waitingBytes += bytes.count
      if waitingBytes >= PostgresPublishing.most {
        try givingUp { () throws(StoreError) in try sendFiles() }
      }
    }

    private func sendFiles() throws(StoreError) {
      let blobs = try writer.files(waiting.map { ($0.hash, $0.contents) })
      for (file, blob) in zip(waiting, blobs) { files.append((file.path, file.hash, blob)) }
      waiting = []
      waitingBytes = 0
    }

    /// After a failure nothing more is written, because the transaction is gone.
    private func checkIsOpen() throws(StoreError) {
      if !isOpen { throw .machine(connection.name, reason: "what was being published has been given up") }
    }

    private func givingUp<Value>(_ body: () throws(StoreError) -> Value) throws(StoreError) -> Value {
      do throws(StoreError) {
        return try body()
      } catch {
        cancel()
        throw error
      }
    }

    package func finish(_ parts: PublicationParts, at moment: Moment) throws(StoreError) -> PublishingReceipt {
      try checkIsOpen()
      let receipt = try givingUp { () throws(StoreError) in try publish(parts, at: moment) }
      if receipt.isNew { try commit() } else { cancel() }
      return receipt
    }

    /// Takes away all that was published, for what comes instead of it; numbers are not given again.
    func clear() throws(StoreError) {
      try givingUp { () throws(StoreError) in
        let tables =
          ["publication_release", "publication_state", "publication"] + ReleaseTable.allCases.map(\.rawValue) + [
            "release", "site_file", "site", "blob", "availability", "set_chunk", "series_set", "chunk", "series_value",
          ]
        for table in tables { try connection.script("DELETE FROM milepost.\(table)") }
      }
    }

    func commit() throws(StoreError) {
      isOpen = false
      do throws(StoreError) {
        try connection.script("COMMIT")
      } catch {
        guard connection.isBroken else { throw error }
        throw .machine(
          connection.name,
          reason: "the server was lost at the last step; 'milepost store list' tells whether all was published")
      }
    }

    /// All but the last step; further publications may follow in the same transaction.
    func publish(_ parts: PublicationParts, at moment: Moment) throws(StoreError) -> PublishingReceipt {
      let last = try PostgresRecords(connection).publication(asOf: nil)
      if let last, last.workspace != parts.workspace {
        throw .otherWorkspace(connection.name, holds: last.workspace, given: parts.workspace)
      }
      try sendFiles()
      var releases: [PostgresWriter.Part] = []
      for release in parts.releases { releases.append(try writer.release(release)) }
      var states: [(state: DataflowState, set: PostgresWriter.Part)] = []
      for state in parts.states { states.append((state, try writer.set(state.series))) }
      files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      let site = ContentHash.site(files.map { ($0.path, $0.hash) })
      let hash = ContentHash.publication(
        releases: releases.map(\.hash), states: states.map { ContentHash.State($0.state, $0.set.hash) }, site: site)
      if let last, last.hash == hash {
        return PublishingReceipt(publication: last, isNew: false, added: PublishingReceipt.Added())
      }
      let publication = try writer.publication(
        last.map { max(moment, $0.published.next) } ?? moment, parts, hash,
        site: writer.site(site, files.map { ($0.path, $0.blob) }), releases: releases, states: states)
      files = []
      return PublishingReceipt(publication: publication, isNew: true, added: writer.added)
    }
  }
#endif
