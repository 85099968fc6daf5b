#if Store
  import Foundation
  import GRDB
  package import MilepostModel

  extension SQLiteStore {
    package func publications() throws(StoreError) -> [PublicationRecord] {
      try read { db in try publications(db) }
    }

    func publications(_ db: Database) throws -> [PublicationRecord] {
      try Row.fetchAll(db, sql: "SELECT * FROM publication ORDER BY id DESC").map { try publication($0) }
    }

    package func publication(asOf moment: Moment?) throws(StoreError) -> PublicationRecord? {
      try read { db in
        let statement = try db.cachedStatement(
          sql: "SELECT * FROM publication WHERE ?1 IS NULL OR published <= ?1 ORDER BY id DESC LIMIT 1")
        return try Row.fetchOne(statement, arguments: [moment?.description]).map { try publication($0) }
      }
    }

    private func publication(_ row: Row) throws -> PublicationRecord {
      guard let published = Moment(row["published"] as String) else { throw damage("the time of a publication") }
      return PublicationRecord(
        id: StoreID(row["id"]), published: published, program: row["program"], workspace: row["workspace"],
        hash: Digest(text: row["hash"]))
    }

    func damage(_ what: String) -> StoreError { .damaged(path, what: what) }

    private static let releases =
      "SELECT r.*, s.hash AS set_hash, s.series, s.observations FROM release AS r JOIN series_set AS s ON s.id = r.series_set "

    package func releases(of publication: PublicationRecord.ID) throws(StoreError) -> [ReleaseRecord] {
      try read { db in try releases(of: publication, db) }
    }

    func releases(of publication: PublicationRecord.ID, _ db: Database) throws -> [ReleaseRecord] {
      let statement = try db.cachedStatement(
        sql: SQLiteStore.releases
          + "JOIN publication_release AS p ON p.release = r.id WHERE p.publication = ? ORDER BY p.place")
      return try Row.fetchAll(statement, arguments: [publication.number]).map { try release($0) }
    }

    func releases(_ db: Database) throws -> [ReleaseRecord] {
      try Row.fetchAll(db, sql: SQLiteStore.releases + "ORDER BY r.id").map { try release($0) }
    }

    package func release(asOf day: CalendarDate) throws(StoreError) -> ReleaseRecord? {
      try read { db in
        let statement = try db.cachedStatement(
          sql: SQLiteStore.releases + """
            JOIN publication_release AS p ON p.release = r.id WHERE r.as_of <= ?
            ORDER BY r.as_of DESC, p.publication DESC, p.place DESC LIMIT 1
            """)
        return try Row.fetchOne(statement, arguments: [day.description]).map { try release($0) }
      }
    }

    private func release(_ row: Row) throws -> ReleaseRecord {
      guard let asOf = CalendarDate(row["as_of"] as String) else { throw damage("the date of a release") }
      return ReleaseRecord(
        id: StoreID(row["id"]), edition: (row["edition"] as String?).map { Edition.ID($0) }, asOf: asOf,
        contentHash: row["content_hash"], hash: Digest(text: row["hash"]), series: set(row))
    }

    private func set(_ row: Row) -> SeriesSet {
      SeriesSet(
        id: StoreID(row["series_set"]), hash: Digest(text: row["set_hash"]), seriesCount: row["series"],
        observationCount: row["observations"])
    }

    package func states(of publication: PublicationRecord.ID) throws(StoreError) -> [StateRecord] {
      try read { db in try states(of: publication, db) }
    }

    func states(of publication: PublicationRecord.ID, _ db: Database) throws -> [StateRecord] {
      let statement = try db.cachedStatement(
        sql: """
          SELECT p.*, s.hash AS set_hash, s.series, s.observations FROM publication_state AS p
            JOIN series_set AS s ON s.id = p.series_set
          WHERE p.publication = ? ORDER BY p.dataflow, p.received
          """)
      return try Row.fetchAll(statement, arguments: [publication.number]).map { row in
        guard let received = CalendarDate(row["received"] as String),
          let published = CalendarDate(row["published"] as String)
        else { throw damage("the dates of a dataflow") }
        return StateRecord(
          dataflow: Dataflow.ID(row["dataflow"]), received: received, published: published, series: set(row))
      }
    }

    package func rows(of table: ReleaseTable, in release: ReleaseRecord.ID) throws(StoreError) -> [[StoreCell]] {
      try read { db in try SQLiteStore.rows(of: table, in: release.number, db) }
    }

    static func rows(of table: ReleaseTable, in release: Int, _ db: Database) throws -> [[StoreCell]] {
      let names = table.columns.joined(separator: ", ")
      let statement = try db.cachedStatement(
        sql: "SELECT \(names) FROM \(table.rawValue) WHERE release = ? ORDER BY rowid")
      let cursor = try Row.fetchCursor(statement, arguments: [release])
      var rows: [[StoreCell]] = []
      while let row = try cursor.next() { rows.append(row.databaseValues.map { StoreCell($0) }) }
      return rows
    }

    package func availability(of set: SeriesSet.ID) throws(StoreError) -> [CodeAvailability] {
      try read { db in try SQLiteStore.availability(of: set, db) }
    }

    static func availability(of set: SeriesSet.ID, _ db: Database) throws -> [CodeAvailability] {
      let statement = try db.cachedStatement(
        sql: "SELECT * FROM availability WHERE series_set = ? ORDER BY dimension, code")
      return try Row.fetchAll(statement, arguments: [set.number]).map { row in
        let first = (row["first_period"] as String?).flatMap { TimePeriod(stored: $0) }
        let last = (row["last_period"] as String?).flatMap { TimePeriod(stored: $0) }
        return CodeAvailability(
          dimension: row["dimension"], code: row["code"], series: row["series"], observations: row["observations"],
          periods: first.flatMap { first in last.map { first...$0 } })
      }
    }

    package func file(_ path: String, of publication: PublicationRecord.ID) throws(StoreError) -> StoredFile? {
      try read { db in
        let statement = try db.cachedStatement(
          sql: """
            SELECT b.hash, b.length, b.encoding, b.bytes FROM publication AS p
              JOIN site_file AS f ON f.site = p.site AND f.path = ?2 JOIN blob AS b ON b.id = f.blob WHERE p.id = ?1
            """)
        guard let row = try Row.fetchOne(statement, arguments: [publication.number, path]) else { return nil }
        guard let encoding = StoredFile.Encoding(rawValue: row["encoding"]) else { throw damage("a file's encoding") }
        return StoredFile(
          hash: Digest(text: row["hash"]), length: row["length"], encoding: encoding,
          bytes: [UInt8](row["bytes"] as Data))
      }
    }

    package func paths(of publication: PublicationRecord.ID) throws(StoreError) -> [String] {
      try read { db in
        try String.fetchAll(
          db,
          sql: """
            SELECT f.path FROM publication AS p JOIN site_file AS f ON f.site = p.site WHERE p.id = ? ORDER BY f.path
            """,
          arguments: [publication.number])
      }
    }
  }

  extension StoreCell {
    init(_ value: DatabaseValue) {
      switch value.storage {
      case .null, .blob: self = .null
      case .int64(let number): self = .integer(Int(number))
      case .double(let number): self = .real(number)
      case .string(let text): self = .text(text)
      }
    }

    var databaseValue: DatabaseValue {
      switch self {
      case .null: .null
      case .integer(let number): number.databaseValue
      case .real(let number): number.databaseValue
      case .text(let text): text.databaseValue
      }
    }
  }
#endif
