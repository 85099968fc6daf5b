#if Postgres
  import MilepostModel
  import MilepostStore

  /// Reads what a store knows of its publications, releases and sets.
  struct PostgresRecords {
    private let connection: PostgresConnection

    init(_ connection: PostgresConnection) { self.connection = connection }

    private func damage(_ what: String) -> StoreError { .damaged(connection.name, what: what) }

    private static let publication = "SELECT id, published, program, workspace, hash FROM milepost.publication "

    func publications() throws(StoreError) -> [PublicationRecord] {
      let rows = try connection.run(PostgresRecords.publication + "ORDER BY id DESC")
      return try each(rows) { (row) throws(StoreError) in try publication(rows, row) }
    }

    func publication(asOf moment: Moment?) throws(StoreError) -> PublicationRecord? {
      let rows = try connection.run(
        PostgresRecords.publication + "WHERE $1::text IS NULL OR published <= $1 ORDER BY id DESC LIMIT 1",
        [.optional(moment?.description)])
      return rows.count == 0 ? nil : try publication(rows, 0)
    }

    private func publication(_ rows: PostgresRows, _ row: Int) throws(StoreError) -> PublicationRecord {
      guard let published = Moment(rows.text(row, 1)) else { throw damage("the time of a publication") }
      return PublicationRecord(
        id: StoreID(rows.integer(row, 0)), published: published, program: rows.text(row, 2),
        workspace: rows.text(row, 3), hash: Digest(text: rows.text(row, 4)))
    }

    private static let release =
      """
      SELECT s.id, s.hash, s.series, s.observations, r.id, r.edition, r.as_of, r.content_hash, r.hash
      FROM milepost.release AS r JOIN milepost.series_set AS s ON s.id = r.series_set\u{20}
      """

    func releases() throws(StoreError) -> [ReleaseRecord] {
      let rows = try connection.run(PostgresRecords.release + "ORDER BY r.id")
      return try each(rows) { (row) throws(StoreError) in try release(rows, row) }
    }

    func releases(of publication: PublicationRecord.ID) throws(StoreError) -> [ReleaseRecord] {
      let rows = try connection.run(
        PostgresRecords.release
          + "JOIN milepost.publication_release AS p ON p.release = r.id WHERE p.publication = $1 ORDER BY p.place",
        [.integer(publication.number)])
      return try each(rows) { (row) throws(StoreError) in try release(rows, row) }
    }

    func release(asOf day: CalendarDate) throws(StoreError) -> ReleaseRecord? {
      let rows = try connection.run(
        PostgresRecords.release + """
          JOIN milepost.publication_release AS p ON p.release = r.id WHERE r.as_of <= $1
          ORDER BY r.as_of DESC, p.publication DESC, p.place DESC LIMIT 1
          """, [.text(day.description)])
      return rows.count == 0 ? nil : try release(rows, 0)
    }

    private func release(_ rows: PostgresRows, _ row: Int) throws(StoreError) -> ReleaseRecord {
      guard let asOf = CalendarDate(rows.text(row, 6)) else { throw damage("the date of a release") }
      return ReleaseRecord(
        id: StoreID(rows.integer(row, 4)), edition: rows.optionalText(row, 5).map { Edition.ID($0) }, asOf: asOf,
        contentHash: rows.text(row, 7), hash: Digest(text: rows.text(row, 8)), series: set(rows, row))
    }

    private func set(_ rows: PostgresRows, _ row: Int) -> SeriesSet {
      SeriesSet(
        id: StoreID(rows.integer(row, 0)), hash: Digest(text: rows.text(row, 1)), seriesCount: rows.integer(row, 2),
        observationCount: rows.integer(row, 3))
    }

    func states(of publication: PublicationRecord.ID) throws(StoreError) -> [StateRecord] {
      let rows = try connection.run(
        """
        SELECT s.id, s.hash, s.series, s.observations, p.dataflow, p.received, p.published
        FROM milepost.publication_state AS p JOIN milepost.series_set AS s ON s.id = p.series_set
        WHERE p.publication = $1 ORDER BY p.dataflow, p.received
        """, [.integer(publication.number)])
      return try each(rows) { (row) throws(StoreError) in
        guard let received = CalendarDate(rows.text(row, 5)), let published = CalendarDate(rows.text(row, 6)) else {
          throw damage("the dates of a dataflow")
        }
        return StateRecord(
          dataflow: Dataflow.ID(rows.text(row, 4)), received: received, published: published, series: set(rows, row))
      }
    }

    func rows(of table: ReleaseTable, in release: ReleaseRecord.ID) throws(StoreError) -> [[StoreCell]] {
      let columns = table.columns
      let rows = try connection.run(
        "SELECT \(columns.joined(separator: ", ")) FROM milepost.\(table.rawValue) WHERE release = $1 ORDER BY line",
        [.integer(release.number)])
      return (0..<rows.count).map { row in columns.indices.map { rows.cell(row, $0) } }
    }

    func availability(of set: SeriesSet.ID) throws(StoreError) -> [CodeAvailability] {
      let rows = try connection.run(
        """
        SELECT dimension, code, series, observations, first_period, last_period FROM milepost.availability
        WHERE series_set = $1 ORDER BY dimension, code
        """, [.integer(set.number)])
      return (0..<rows.count).map { row in
        let first = rows.optionalText(row, 4).flatMap { TimePeriod(stored: $0) }
        let last = rows.optionalText(row, 5).flatMap { TimePeriod(stored: $0) }
        return CodeAvailability(
          dimension: rows.text(row, 0), code: rows.text(row, 1), series: rows.integer(row, 2),
          observations: rows.integer(row, 3),
          periods: first.flatMap { first in last.flatMap { $0 < first ? nil : first...$0 } })
      }
    }

    private func each<Value>(
      _ rows: PostgresRows, _ body: (Int) throws(StoreError) -> Value
    ) throws(StoreError) -> [Value] {
      var values: [Value] = []
      for row in 0..<rows.count { values.append(try body(row)) }
      return values
    }
  }
#endif
