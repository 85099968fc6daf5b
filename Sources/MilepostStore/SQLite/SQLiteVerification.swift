#if Store
  import Foundation
  import GRDB
  import MilepostModel

  extension SQLiteStore {
    package func verify() throws(StoreError) -> StoreVerification {
      // One state of the store is looked at, whatever is published meanwhile.
      try readWhole { db in
        var reading = SQLiteCheck(self, db)
        for step in SQLiteCheck.steps {
          do {
            try step(&reading)
          } catch StoreError.damaged(_, let what) {
            reading.check.report(what)
          }
        }
        return reading.check.result
      }
    }
  }

  /// Hands all that a file holds to the check of stores.
  private struct SQLiteCheck {
    private let store: SQLiteStore
    private let db: Database
    var check = StoreCheck()

    init(_ store: SQLiteStore, _ db: Database) {
      self.store = store
      self.db = db
    }

    static let steps: [@Sendable (inout SQLiteCheck) throws -> Void] = [
      { try $0.file() }, { try $0.chunks() }, { try $0.sets() }, { try $0.blobs() }, { try $0.sites() },
      { try $0.releases() }, { try $0.publications() },
    ]

    private mutating func file() throws {
      for finding in try String.fetchAll(db, sql: "PRAGMA integrity_check(20)") where finding != "ok" {
        check.report("the file: \(finding)")
      }
      for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") {
        check.report("table \(row[0] as String): a row points to one of \(row[2] as String) that is not there")
      }
    }

    private mutating func chunks() throws {
      let cursor = try Row.fetchCursor(
        db,
        sql: "SELECT indicator, areas, codes, periods, origins, series, size, bytes, hash, id, observations FROM chunk")
      while let row = try cursor.next() {
        let chunk = SQLiteChunks.index(row).flatMap { index in
          [UInt8](row[7] as Data).withUnsafeBytes { StoredChunk(index, size: row[6], packed: $0) }
        }
        let isWhole = chunk?.columns() != nil && chunk?.index.observations == row[10] as Int
        check.chunk(
          row[9], Digest(text: row[8]), found: isWhole ? chunk?.hash(SQLiteChunks.texts(row)) : nil)
      }
    }

    private mutating func sets() throws {
      for row in try Row.fetchAll(db, sql: "SELECT * FROM series_set ORDER BY id") {
        let id = row["id"] as Int
        let parts = try Row.fetchAll(
          db,
          sql: """
            SELECT c.hash, c.observations FROM set_chunk AS m JOIN chunk AS c ON c.id = m.chunk WHERE m.series_set = ?
            ORDER BY m.place
            """, arguments: [id])
        var indices: [ChunkIndex] = []
        try SQLiteChunks.forEachIndex(of: id, db) { indices.append($0) }
        check.set(
          StoreCheck.Series(
            number: id, hash: Digest(text: row["hash"]), observations: row["observations"],
            availability: try SQLiteStore.availability(of: StoreID(id), db)),
          chunks: parts.map { (hash: Digest(text: $0[0]), observations: $0[1]) }, indices)
      }
    }

    private mutating func blobs() throws {
      let cursor = try Row.fetchCursor(db, sql: "SELECT hash, length, encoding, bytes FROM blob")
      while let row = try cursor.next() {
        let hash = Digest(text: row[0])
        let file = StoredFile.Encoding(rawValue: row[2]).map { encoding in
          StoredFile(hash: hash, length: row[1], encoding: encoding, bytes: [UInt8](row[3] as Data))
        }
        check.blob(hash, file)
      }
    }

    private mutating func sites() throws {
      for row in try Row.fetchAll(db, sql: "SELECT id, hash FROM site ORDER BY id") {
        let files = try Row.fetchAll(
          db,
          sql: "SELECT f.path, b.hash FROM site_file AS f JOIN blob AS b ON b.id = f.blob WHERE site = ? ORDER BY path",
          arguments: [row[0] as Int])
        check.site(row[0], Digest(text: row[1]), files.map { (path: $0[0], hash: Digest(text: $0[1])) })
      }
    }

    private mutating func releases() throws {
      for release in try store.releases(db) {
        let rows = try ReleaseTable.allCases.map { table in
          ReleaseRows(table: table, rows: try SQLiteStore.rows(of: table, in: release.id.number, db))
        }
        check.release(release, rows)
      }
    }

    private mutating func publications() throws {
      for publication in try store.publications(db) {
        let site = try String.fetchOne(
          db, sql: "SELECT s.hash FROM publication AS p JOIN site AS s ON s.id = p.site WHERE p.id = ?",
          arguments: [publication.id.number])
        check.publication(
          publication, try store.releases(of: publication.id, db), try store.states(of: publication.id, db),
          site: site.map { Digest(text: $0) })
      }
    }
  }
#endif
