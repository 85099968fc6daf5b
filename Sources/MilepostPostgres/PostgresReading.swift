#if Postgres
  package import MilepostModel
  package import MilepostStore

  extension PostgresStore {
    package func publications() throws(StoreError) -> [PublicationRecord] {
      try read { (connection) throws(StoreError) in try PostgresRecords(connection).publications() }
    }

    package func publication(asOf moment: Moment?) throws(StoreError) -> PublicationRecord? {
      try read { (connection) throws(StoreError) in try PostgresRecords(connection).publication(asOf: moment) }
    }

    package func releases(of publication: PublicationRecord.ID) throws(StoreError) -> [ReleaseRecord] {
      try read { (connection) throws(StoreError) in try PostgresRecords(connection).releases(of: publication) }
    }

    package func release(asOf day: CalendarDate) throws(StoreError) -> ReleaseRecord? {
      try read { (connection) throws(StoreError) in try PostgresRecords(connection).release(asOf: day) }
    }

    package func states(of publication: PublicationRecord.ID) throws(StoreError) -> [StateRecord] {
      try read { (connection) throws(StoreError) in try PostgresRecords(connection).states(of: publication) }
    }

    package func rows(of table: ReleaseTable, in release: ReleaseRecord.ID) throws(StoreError) -> [[StoreCell]] {
      try read { (connection) throws(StoreError) in try PostgresRecords(connection).rows(of: table, in: release) }
    }

    package func availability(of set: SeriesSet.ID) throws(StoreError) -> [CodeAvailability] {
      try read { (connection) throws(StoreError) in try PostgresRecords(connection).availability(of: set) }
    }

    package func chunks(of set: SeriesSet.ID, indicator: Indicator.ID?) throws(StoreError) -> [ChunkPlace] {
      try read { (connection) throws(StoreError) in try PostgresChunks(connection).places(of: set, indicator) }
    }

    package func index(of chunk: ChunkPlace.ID) throws(StoreError) -> ChunkIndex {
      try read { (connection) throws(StoreError) in try PostgresChunks(connection).head(chunk).index }
    }

    package func table(
      of chunk: ChunkPlace.ID, _ choose: (ChunkIndex) -> [Int]
    ) throws(StoreError) -> SeriesTable? {
      try read { (connection) throws(StoreError) in
        let chunks = PostgresChunks(connection)
        let head = try chunks.head(chunk)
        let chosen = choose(head.index)
        return chosen.isEmpty ? nil : SeriesTable(try chunks.columns(head, chosen))
      }
    }

    package func file(_ path: String, of publication: PublicationRecord.ID) throws(StoreError) -> StoredFile? {
      // No path of a site has it, and PostgreSQL has no text with it.
      if path.utf8.contains(0) { return nil }
      return try read { (connection) throws(StoreError) in
        let rows = try connection.run(
          """
          SELECT b.hash, b.length, b.encoding, b.bytes FROM milepost.publication AS p
            JOIN milepost.site_file AS f ON f.site = p.site AND f.path = $2
            JOIN milepost.blob AS b ON b.id = f.blob WHERE p.id = $1
          """, [.integer(publication.number), .text(path)])
        guard rows.count == 1 else { return nil }
        guard let file = rows.file(0) else { throw damage("a file's encoding") }
        return file
      }
    }

    package func paths(of publication: PublicationRecord.ID) throws(StoreError) -> [String] {
      try read { (connection) throws(StoreError) in
        let rows = try connection.run(
          """
          SELECT f.path FROM milepost.publication AS p JOIN milepost.site_file AS f ON f.site = p.site
          WHERE p.id = $1 ORDER BY f.path
          """, [.integer(publication.number)])
        return (0..<rows.count).map { rows.text($0, 0) }
      }
    }
  }

  extension PostgresRows {
    /// A file by hash, length, encoding and bytes; nil when the encoding is none.
    func file(_ row: Int) -> StoredFile? {
      StoredFile.Encoding(rawValue: text(row, 2)).map { encoding in
        StoredFile(
          hash: Digest(text: text(row, 0)), length: integer(row, 1), encoding: encoding, bytes: bytes(row, 3))
      }
    }
  }
#endif
