#if Store
  import Foundation
  import GRDB
  import MilepostModel

  /// Writes what a publication consists of, each part once: what the store has already is found by its hash.
  struct SQLiteWriter {
    /// A row with its hash.
    struct Part {
      let id: Int
      let hash: Digest
    }

    private let db: Database
    private(set) var added: PublishingReceipt.Added

    init(_ db: Database, _ added: PublishingReceipt.Added) {
      self.db = db
      self.added = added
    }

    private func known(_ table: String, _ hash: Digest) throws -> Int? {
      try Int.fetchOne(db.cachedStatement(sql: "SELECT id FROM \(table) WHERE hash = ?"), arguments: [hash.text])
    }

    mutating func release(_ release: PublicationParts.ReleasePart) throws -> Part {
      let set = try set(release.series)
      let hash = ContentHash.release(
        edition: release.edition, asOf: release.asOf, contentHash: release.contentHash, series: set.hash,
        rows: release.rows)
      if let id = try known("release", hash) { return Part(id: id, hash: hash) }
      try db.execute(
        sql: "INSERT INTO release (hash, edition, as_of, content_hash, series_set) VALUES (?, ?, ?, ?, ?)",
        arguments: [
          hash.text, release.edition?.text, release.asOf.description, release.contentHash, set.id,
        ])
      let id = Int(db.lastInsertedRowID)
      for table in release.rows { try insert(table, release: id) }
      added.releases += 1
      return Part(id: id, hash: hash)
    }

    private func insert(_ table: ReleaseRows, release: Int) throws {
      let names = ["release"] + table.table.columns
      let marks = names.map { _ in "?" }.joined(separator: ", ")
      let statement = try db.cachedStatement(
        sql: "INSERT INTO \(table.table.rawValue) (\(names.joined(separator: ", "))) VALUES (\(marks))")
      for row in table.rows {
        try statement.execute(arguments: StatementArguments([release.databaseValue] + row.map(\.databaseValue)))
      }
    }

    mutating func set(_ table: SeriesTable) throws -> Part {
      var writer = ChunkWriter(table)
      var chunks: [(id: Int, hash: Digest, first: SeriesKey)] = []
      var count = AvailabilityCount()
      while let chunk = writer.next() {
        chunks.append((try self.chunk(chunk), chunk.hash, chunk.index.key(at: 0)))
        count.add(chunk.index)
      }
      let hash = ContentHash.series(chunks.map(\.hash))
      if let id = try known("series_set", hash) { return Part(id: id, hash: hash) }
      try db.execute(
        sql: "INSERT INTO series_set (hash, series, observations) VALUES (?, ?, ?)",
        arguments: [hash.text, table.seriesCount, table.valueCount])
      let id = Int(db.lastInsertedRowID)
      let statement = try db.cachedStatement(sql: "INSERT INTO set_chunk VALUES (?, ?, ?, ?, ?, ?)")
      for (place, chunk) in chunks.enumerated() {
        try statement.execute(arguments: [
          id, chunk.first.indicator.text, place, chunk.id, chunk.first.area.text, chunk.first.codes.stored,
        ])
      }
      try SQLiteChunks.insert(count.codes, set: id, db)
      return Part(id: id, hash: hash)
    }

    private mutating func chunk(_ chunk: ChunkWriter.Chunk) throws -> Int {
      if let id = try known("chunk", chunk.hash) { return id }
      let texts = chunk.texts
      let packed = chunk.packed
      try db.cachedStatement(
        sql: """
          INSERT INTO chunk (hash, indicator, areas, codes, periods, origins, series, observations, size, bytes)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """
      ).execute(arguments: [
        chunk.hash.text, chunk.index.indicator.text, texts.areas, texts.codes, texts.periods, texts.origins,
        texts.series, chunk.index.observations, chunk.bytes.count, Data(packed),
      ])
      added.chunks += 1
      added.bytes += packed.count
      return Int(db.lastInsertedRowID)
    }

    func site(_ hash: Digest, _ files: [(path: String, blob: Int)]) throws -> Int {
      if let id = try known("site", hash) { return id }
      try db.execute(sql: "INSERT INTO site (hash) VALUES (?)", arguments: [hash.text])
      let id = Int(db.lastInsertedRowID)
      let statement = try db.cachedStatement(sql: "INSERT INTO site_file VALUES (?, ?, ?)")
      for file in files { try statement.execute(arguments: [id, file.path, file.blob]) }
      return id
    }

    func publication(_ time: Moment, _ parts: PublicationParts, _ hash: Digest, site: Int) throws -> Int {
      try db.execute(
        sql: "INSERT INTO publication (published, program, workspace, hash, site) VALUES (?, ?, ?, ?, ?)",
        arguments: [time.description, parts.program, parts.workspace, hash.text, site])
      return Int(db.lastInsertedRowID)
    }
  }
#endif
