#if Postgres
  import MilepostModel
  package import MilepostStore

  extension PostgresStore {
    package func verify() throws(StoreError) -> StoreVerification {
      let connection = try PostgresConnection(address)
      // One state of the store is looked at, whatever is published meanwhile, and for as long as it takes.
      try connection.script("SET statement_timeout = 0; BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
      var reading = PostgresCheck(connection)
      for step in PostgresCheck.Step.allCases {
        do throws(StoreError) {
          try reading.run(step)
        } catch {
          guard case .damaged(_, let what) = error else { throw error }
          reading.check.report(what)
        }
      }
      return reading.check.result
    }
  }

  /// Hands all that a database holds to the check of stores.
  private struct PostgresCheck {
    private let connection: PostgresConnection
    private let records: PostgresRecords
    private let chunkReader: PostgresChunks
    var check = StoreCheck()

    init(_ connection: PostgresConnection) {
      self.connection = connection
      records = PostgresRecords(connection)
      chunkReader = PostgresChunks(connection)
    }

    enum Step: CaseIterable {
      case chunks, sets, blobs, sites, releases, publications
    }

    mutating func run(_ step: Step) throws(StoreError) {
      switch step {
      case .chunks: try chunks()
      case .sets: try sets()
      case .blobs: try blobs()
      case .sites: try sites()
      case .releases: try releases()
      case .publications: try publications()
      }
    }

    private mutating func chunks() throws(StoreError) {
      let keys = try keys()
      let rows = try connection.run("SELECT id, hash, observations FROM milepost.chunk ORDER BY id")
      for row in 0..<rows.count {
        let (id, hash) = (rows.integer(row, 0), Digest(text: rows.text(row, 1)))
        do throws(StoreError) {
          let head = try chunkReader.head(StoreID(id))
          if zip(head.series, head.index.keys).contains(where: { keys[$0] != $1 }) {
            check.report("chunk \(id): its series have other names in the table series_key")
          }
          let columns = try chunkReader.columns(head, Array(head.series.indices))
          let isWhole = columns.number.count == rows.integer(row, 2)
          check.chunk(id, hash, found: isWhole ? PostgresCheck.hash(SeriesTable(columns), head.texts) : nil)
        } catch {
          guard case .damaged(_, let what) = error else { throw error }
          check.report(what)
          check.chunk(id, hash, found: hash)
        }
      }
    }

    /// As the chunk would be published now, under the texts that it has.
    private static func hash(_ table: SeriesTable, _ texts: ChunkIndex.Texts) -> Digest? {
      var writer = ChunkWriter(table)
      return writer.next().map { ChunkWriter.hash(indicator: $0.index.indicator, texts, $0.bytes) }
    }

    private func keys() throws(StoreError) -> [Int: SeriesKey] {
      let rows = try connection.run("SELECT id, indicator, area, codes FROM milepost.series_key")
      var keys: [Int: SeriesKey] = [:]
      for row in 0..<rows.count {
        let codes = rows.text(row, 3).split(separator: " ").compactMap { DimensionCode(stored: $0) }
        keys[rows.integer(row, 0)] = SeriesKey(Indicator.ID(rows.text(row, 1)), Area.ID(rows.text(row, 2)), codes)
      }
      return keys
    }

    private mutating func sets() throws(StoreError) {
      let sets = try connection.run("SELECT id, hash, observations FROM milepost.series_set ORDER BY id")
      for row in 0..<sets.count {
        let id = sets.integer(row, 0)
        let parts = try connection.run(
          """
          SELECT c.hash, c.observations, c.id FROM milepost.set_chunk AS m JOIN milepost.chunk AS c ON c.id = m.chunk
          WHERE m.series_set = $1 ORDER BY m.place
          """, [.integer(id)])
        var chunks: [(hash: Digest, observations: Int)] = []
        var indices: [ChunkIndex] = []
        for part in 0..<parts.count {
          chunks.append((Digest(text: parts.text(part, 0)), parts.integer(part, 1)))
          indices.append(try chunkReader.head(StoreID(parts.integer(part, 2))).index)
        }
        check.set(
          StoreCheck.Series(
            number: id, hash: Digest(text: sets.text(row, 1)), observations: sets.integer(row, 2),
            availability: try records.availability(of: StoreID(id))),
          chunks: chunks, indices)
      }
    }

    private mutating func blobs() throws(StoreError) {
      let ids = try connection.run("SELECT id FROM milepost.blob ORDER BY id")
      for row in 0..<ids.count {
        let file = try connection.run(
          "SELECT hash, length, encoding, bytes FROM milepost.blob WHERE id = $1", [.integer(ids.integer(row, 0))])
        check.blob(Digest(text: file.text(0, 0)), file.file(0))
      }
    }

    private mutating func sites() throws(StoreError) {
      let sites = try connection.run("SELECT id, hash FROM milepost.site ORDER BY id")
      for row in 0..<sites.count {
        let files = try connection.run(
          """
          SELECT f.path, b.hash FROM milepost.site_file AS f JOIN milepost.blob AS b ON b.id = f.blob
          WHERE site = $1 ORDER BY path
          """, [.integer(sites.integer(row, 0))])
        check.site(
          sites.integer(row, 0), Digest(text: sites.text(row, 1)),
          (0..<files.count).map { (path: files.text($0, 0), hash: Digest(text: files.text($0, 1))) })
      }
    }

    private mutating func releases() throws(StoreError) {
      for release in try records.releases() {
        var rows: [ReleaseRows] = []
        for table in ReleaseTable.allCases {
          rows.append(ReleaseRows(table: table, rows: try records.rows(of: table, in: release.id)))
        }
        check.release(release, rows)
      }
    }

    private mutating func publications() throws(StoreError) {
      for publication in try records.publications() {
        let site = try connection.run(
          "SELECT s.hash FROM milepost.publication AS p JOIN milepost.site AS s ON s.id = p.site WHERE p.id = $1",
          [.integer(publication.id.number)])
        check.publication(
          publication, try records.releases(of: publication.id), try records.states(of: publication.id),
          site: site.count == 1 ? Digest(text: site.text(0, 0)) : nil)
      }
    }
  }
#endif
