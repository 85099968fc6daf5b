#if Store
  import Foundation
  import GRDB
  import MilepostModel

  extension SQLiteStore {
    package func verify() throws(StoreError) -> StoreVerification {
      // Checkers look at one state of the store, whatever is published meanwhile.
      try readWhole { db in
        var check = SQLiteCheck(db)
        try check.file()
        try check.chunks()
        try check.sets()
        try check.blobs()
        try check.sites()
        try check.releases()
        try check.publications()
        return check.result
      }
    }
  }

  /// Compares all that a store holds with its hashes: chunks and files with theirs, what is made of them with those of
  /// its parts.
  private struct SQLiteCheck {
    private let db: Database
    private var damages: [StoreDamage] = []
    private var counts: (chunks: Int, blobs: Int, releases: Int, publications: Int) = (0, 0, 0, 0)

    init(_ db: Database) { self.db = db }

    var result: StoreVerification {
      StoreVerification(
        damages: damages, chunks: counts.chunks, blobs: counts.blobs, releases: counts.releases,
        publications: counts.publications)
    }

    private mutating func report(_ what: String) { damages.append(StoreDamage(what)) }

    mutating func file() throws {
      for finding in try String.fetchAll(db, sql: "PRAGMA integrity_check(20)") where finding != "ok" {
        report("the file: \(finding)")
      }
      for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") {
        report("table \(row[0] as String): a row points to one of \(row[2] as String) that is not there")
      }
    }

    mutating func chunks() throws {
      let cursor = try Row.fetchCursor(
        db,
        sql: "SELECT indicator, areas, codes, periods, origins, series, size, bytes, hash, id, observations FROM chunk")
      while let row = try cursor.next() {
        counts.chunks += 1
        let bytes = [UInt8](row[7] as Data)
        let hash = ChunkWriter.hash(
          indicator: Indicator.ID(row[0]), SQLiteChunks.texts(row), size: row[6], bytes)
        guard hash.text == row[8] as String else {
          report("chunk \(row[9] as Int): its hash is \(hash) and not \(row[8] as String)")
          continue
        }
        let index = SQLiteChunks.index(row)
        let chunk = index.flatMap { index in
          bytes.withUnsafeBytes { StoredChunk(index, size: row[6], packed: $0) }
        }
        if chunk?.columns() == nil || index?.observations != row[10] as Int {
          report("chunk \(row[9] as Int) cannot be unpacked")
        }
      }
    }

    mutating func sets() throws {
      for row in try Row.fetchAll(db, sql: "SELECT * FROM series_set ORDER BY id") {
        let id = row["id"] as Int
        let parts = try Row.fetchAll(
          db,
          sql: """
            SELECT c.hash, c.observations FROM set_chunk AS m JOIN chunk AS c ON c.id = m.chunk WHERE m.series_set = ?
            ORDER BY m.place
            """, arguments: [id])
        let hash = ContentHash.series(parts.map { Digest(text: $0[0]) })
        let observations = parts.reduce(0) { $0 + ($1[1] as Int) }
        if hash.text != row["hash"] as String || observations != row["observations"] as Int {
          report("set of series \(id) has not the chunks that it had")
        }
        var count = AvailabilityCount()
        try SQLiteChunks.forEachIndex(of: id, db) { count.add($0) }
        let known = try Row.fetchAll(
          db, sql: "SELECT code, series, observations FROM availability WHERE series_set = ? ORDER BY dimension, code",
          arguments: [id])
        let isAsCounted = known.elementsEqual(count.codes) { row, code in
          row[0] == code.code && row[1] == code.series && row[2] == code.observations
        }
        if !isAsCounted { report("set of series \(id): what it has of each code was counted otherwise") }
      }
    }

    mutating func blobs() throws {
      let cursor = try Row.fetchCursor(db, sql: "SELECT hash, length, encoding, bytes FROM blob")
      while let row = try cursor.next() {
        counts.blobs += 1
        let hash = Digest(text: row[0])
        let file = StoredFile.Encoding(rawValue: row[2]).map { encoding in
          StoredFile(hash: hash, length: row[1], encoding: encoding, bytes: [UInt8](row[3] as Data))
        }
        guard let contents = file?.contents, contents.count == row[1] as Int, Digest(of: contents) == hash else {
          report("the file with hash \(hash) is not what it was")
          continue
        }
      }
    }

    mutating func sites() throws {
      for row in try Row.fetchAll(db, sql: "SELECT id, hash FROM site ORDER BY id") {
        let files = try Row.fetchAll(
          db,
          sql: "SELECT f.path, b.hash FROM site_file AS f JOIN blob AS b ON b.id = f.blob WHERE site = ? ORDER BY path",
          arguments: [row[0] as Int])
        let hash = ContentHash.site(files.map { ($0[0], Digest(text: $0[1])) })
        if hash.text != row[1] as String { report("site \(row[0] as Int) has not the files that it had") }
      }
    }

    mutating func releases() throws {
      for row in try Row.fetchAll(
        db, sql: "SELECT r.*, s.hash AS series FROM release AS r JOIN series_set AS s ON s.id = r.series_set")
      {
        counts.releases += 1
        let id = row["id"] as Int
        let rows = try ReleaseTable.allCases.map { table in
          ReleaseRows(table: table, rows: try SQLiteStore.rows(of: table, in: id, db))
        }
        guard let asOf = CalendarDate(row["as_of"] as String) else {
          report("release \(id) has no date")
          continue
        }
        let hash = ContentHash.release(
          edition: (row["edition"] as String?).map { Edition.ID($0) }, asOf: asOf, contentHash: row["content_hash"],
          series: Digest(text: row["series"]), rows: rows)
        if hash.text != row["hash"] as String { report("the tables of release \(id) are not what they were") }
      }
    }

    mutating func publications() throws {
      for row in try Row.fetchAll(
        db, sql: "SELECT p.*, s.hash AS files FROM publication AS p JOIN site AS s ON s.id = p.site")
      {
        counts.publications += 1
        let id = row["id"] as Int
        let releases = try String.fetchAll(
          db,
          sql: """
            SELECT r.hash FROM publication_release AS p JOIN release AS r ON r.id = p.release WHERE publication = ?
            ORDER BY place
            """, arguments: [id])
        let states = try Row.fetchAll(
          db,
          sql: """
            SELECT p.dataflow, p.received, p.published, s.hash FROM publication_state AS p
              JOIN series_set AS s ON s.id = p.series_set WHERE publication = ? ORDER BY dataflow, received
            """, arguments: [id])
        let known = states.compactMap { row -> ContentHash.State? in
          guard let received = CalendarDate(row[1] as String), let published = CalendarDate(row[2] as String) else {
            return nil
          }
          return ContentHash.State(
            dataflow: Dataflow.ID(row[0]), received: received, published: published, series: Digest(text: row[3]))
        }
        let hash = ContentHash.publication(
          releases: releases.map { Digest(text: $0) }, states: known, site: Digest(text: row["files"]))
        if hash.text != row["hash"] as String { report("publication \(id) has not the parts that it had") }
      }
    }
  }
#endif
