#if Store
  import Foundation
  import GRDB
  package import MilepostModel

  /// One transaction from the first file to the last row.
  ///
  /// A class because the transaction ends with it.
  package final class SQLitePublishing: ReleasePublishing {
    private let path: String
    private let queue: DatabaseQueue
    private var files: [(path: String, hash: Digest, blob: Int)] = []
    private var added = PublishingReceipt.Added()
    private var isOpen = true

    init(_ path: String) throws(StoreError) {
      self.path = path
      var configuration = Configuration()
      configuration.busyMode = .immediateError
      configuration.allowsUnsafeTransactions = true
      configuration.prepareDatabase { db in
        try db.execute(sql: "PRAGMA synchronous = FULL")
        try db.execute(sql: "PRAGMA wal_autocheckpoint = 0")
      }
      do {
        queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.inDatabase { db in try db.beginTransaction(.immediate) }
      } catch {
        throw StoreError(error, path)
      }
    }

    deinit { cancel() }

    /// Lets the file grow no further, as a full disk does.
    package func limit(toPages pages: Int) throws(StoreError) {
      do { try queue.inDatabase { db in try db.execute(sql: "PRAGMA max_page_count = \(pages)") } } catch {
        throw StoreError(error, path)
      }
    }

    package func cancel() {
      guard isOpen else { return }
      isOpen = false
      // Closing the connection undoes the transaction as well, so that nothing is lost when this fails.
      do {
        try queue.inDatabase { db in if db.isInsideTransaction { try db.rollback() } }
      } catch {
        return
      }
    }

    package func add(_ file: String, _ bytes: borrowing [UInt8]) throws(StoreError) {
      try checkIsOpen()
      let hash = Digest(of: bytes)
      do {
        let known = try queue.inDatabase { db in
          try Int.fetchOne(db.cachedStatement(sql: "SELECT id FROM blob WHERE hash = ?"), arguments: [hash.text])
        }
        if let known { return files.append((file, hash, known)) }
        let kept = StoredFile(bytes, hash: hash)
        let blob = try queue.inDatabase { db in
          try db.cachedStatement(sql: "INSERT INTO blob (hash, length, encoding, bytes) VALUES (?, ?, ?, ?)")
            .execute(arguments: [
              hash.text, kept.length, kept.encoding.rawValue, Data(kept.bytes),
            ])
          return Int(db.lastInsertedRowID)
        }
        added.files += 1
        added.bytes += kept.bytes.count
        files.append((file, hash, blob))
      } catch {
        throw failed(error)
      }
    }

    /// After a failure nothing more is written, because the transaction is gone.
    private func checkIsOpen() throws(StoreError) {
      if !isOpen { throw .machine(path, reason: "what was being published has been given up") }
    }

    private func failed(_ error: any Error) -> StoreError {
      cancel()
      return StoreError(error, path)
    }

    package func finish(_ parts: PublicationParts, at moment: Moment) throws(StoreError) -> PublishingReceipt {
      try checkIsOpen()
      do {
        let receipt = try queue.inDatabase { db in
          let receipt = try publish(parts, at: moment, db)
          if receipt.isNew { try db.commit() } else { try db.rollback() }
          return receipt
        }
        isOpen = false
        settle()
        return receipt
      } catch {
        throw failed(error)
      }
    }

    /// Moves what was published from the log into the file. Without room for it, or with readers, it stays in the log,
    /// where it is as safe.
    private func settle() {
      do { _ = try queue.inDatabase { db in try db.checkpoint(.truncate) } } catch { return }
    }

    private func publish(
      _ parts: PublicationParts, at moment: Moment, _ db: Database
    ) throws -> PublishingReceipt {
      let workspace = parts.workspace
      let last = try Row.fetchOne(db, sql: "SELECT * FROM publication ORDER BY id DESC LIMIT 1")
      if let last, last["workspace"] != workspace {
        throw StoreError.otherWorkspace(path, holds: last["workspace"], given: workspace)
      }
      var writer = SQLiteWriter(db, added)
      let releases = try parts.releases.map { try writer.release($0) }
      let states = try parts.states.map { ($0, try writer.set($0.series)) }
      files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      let site = ContentHash.site(files.map { ($0.path, $0.hash) })
      let hash = ContentHash.publication(
        releases: releases.map(\.hash),
        states: states.map { ContentHash.State($0, $1.hash) }, site: site)
      if let last, last["hash"] == hash.text {
        return PublishingReceipt(publication: try record(last), isNew: false, added: PublishingReceipt.Added())
      }
      let time = try last.map { max(moment, try record($0).published.next) } ?? moment
      let publication = try writer.publication(
        time, parts, hash, site: writer.site(site, files.map { ($0.path, $0.blob) }))
      for (place, release) in releases.enumerated() {
        try db.execute(
          sql: "INSERT INTO publication_release VALUES (?, ?, ?)", arguments: [publication, place, release.id])
      }
      for (state, set) in states {
        try db.execute(
          sql: "INSERT INTO publication_state VALUES (?, ?, ?, ?, ?)",
          arguments: [
            publication, state.dataflow.text, state.received.description, state.published.description, set.id,
          ])
      }
      return PublishingReceipt(
        publication: PublicationRecord(
          id: StoreID(publication), published: time, program: parts.program, workspace: workspace, hash: hash),
        isNew: true, added: writer.added)
    }

    private func record(_ row: Row) throws -> PublicationRecord {
      guard let published = Moment(row["published"] as String) else {
        throw StoreError.damaged(path, what: "the time of a publication")
      }
      return PublicationRecord(
        id: StoreID(row["id"]), published: published, program: row["program"], workspace: row["workspace"],
        hash: Digest(text: row["hash"]))
    }
  }
#endif
