#if Postgres
  import MilepostModel
  import MilepostStore

  /// Reads chunks: what they are about as one row, their values as rows of their own.
  struct PostgresChunks {
    /// A chunk without its values.
    struct Head {
      let id: Int
      let index: ChunkIndex
      let texts: ChunkIndex.Texts
      /// The number of each series, in the order of the index.
      let series: [Int]
      /// The number of each origin, in the order of the index.
      let origins: [Int]
    }

    private let connection: PostgresConnection

    init(_ connection: PostgresConnection) { self.connection = connection }

    private func damage(_ what: String) -> StoreError { .damaged(connection.name, what: what) }

    func places(of set: SeriesSet.ID, _ indicator: Indicator.ID?) throws(StoreError) -> [ChunkPlace] {
      let rows = try connection.run(
        """
        SELECT chunk, indicator, first_area, first_codes FROM milepost.set_chunk
        WHERE series_set = $1 AND ($2::text IS NULL OR indicator = $2) ORDER BY place
        """, [.integer(set.number), .optional(indicator?.text)])
      return (0..<rows.count).map { row in
        let codes = rows.text(row, 3).split(separator: " ").compactMap { DimensionCode(stored: $0) }
        return ChunkPlace(
          chunk: StoreID(rows.integer(row, 0)),
          first: SeriesKey(Indicator.ID(rows.text(row, 1)), Area.ID(rows.text(row, 2)), codes))
      }
    }

    func head(_ chunk: ChunkPlace.ID) throws(StoreError) -> Head {
      let rows = try connection.run(
        """
        SELECT indicator, areas, codes, periods, origins, series, series_numbers, origin_numbers FROM milepost.chunk
        WHERE id = $1
        """, [.integer(chunk.number)])
      guard rows.count == 1 else { throw damage("chunk \(chunk.number) is gone") }
      let texts = ChunkIndex.Texts(
        areas: rows.text(0, 1), codes: rows.text(0, 2), periods: rows.text(0, 3), origins: rows.text(0, 4),
        series: rows.text(0, 5))
      let (series, origins) = (rows.integers(0, 6), rows.integers(0, 7))
      guard let index = ChunkIndex(indicator: Indicator.ID(rows.text(0, 0)), texts),
        series.count == index.entries.count, origins.count == index.provenances.count
      else { throw damage("the index of chunk \(chunk.number)") }
      return Head(id: chunk.number, index: index, texts: texts, series: series, origins: origins)
    }

    /// - Parameter chosen: places in the index, sorted.
    func columns(_ head: Head, _ chosen: [Int]) throws(StoreError) -> SeriesTable.Columns {
      let statement =
        "SELECT series, period, origin, value, kind, status, coverage FROM milepost.series_value WHERE chunk = $1"
      let isWhole = chosen.count == head.series.count
      let rows =
        isWhole
        ? try connection.run(statement, [.integer(head.id)])
        : try connection.run(
          statement + " AND series = ANY ($2::integer[])",
          [.integer(head.id), .integers(chosen.map { head.series[$0] })])
      guard let columns = PostgresChunkRows(rows, head, chosen).columns else {
        throw damage("chunk \(head.id) has not the values that it had")
      }
      return columns
    }
  }

  /// Puts the rows of a chunk, which come in any order, together as columns.
  private struct PostgresChunkRows {
    private let rows: PostgresRows
    private let head: PostgresChunks.Head
    private let chosen: [Int]

    init(_ rows: PostgresRows, _ head: PostgresChunks.Head, _ chosen: [Int]) {
      self.rows = rows
      self.head = head
      self.chosen = chosen
    }

    private struct Place {
      /// Which of the chosen series, and which period.
      let order: Int
      let period: Int
      let row: Int
    }

    /// nil when it is not what the index says.
    var columns: SeriesTable.Columns? {
      guard let places = places() else { return nil }
      var columns = SeriesTable.Columns()
      columns.keys = chosen.count == head.series.count ? head.index.keys : chosen.map(head.index.key)
      columns.periods = head.index.periods
      columns.provenances = head.index.provenances
      for place in chosen { columns.starts.append(columns.starts[columns.starts.count - 1] + observations(place)) }
      guard columns.starts.last == places.count else { return nil }
      let origins = Dictionary(zip(head.origins, head.origins.indices)) { first, _ in first }
      for (row, place) in places.enumerated() {
        guard row >= columns.starts[place.order], row < columns.starts[place.order + 1],
          let origin = origins[rows.integer(place.row, 2)], append(place, UInt32(origin), to: &columns)
        else { return nil }
      }
      return columns
    }

    private func observations(_ place: Int) -> Int { head.index.entries[place].observations }

    /// By series and then by period, each once.
    private func places() -> [Place]? {
      let orders = Dictionary(chosen.enumerated().map { (head.series[$1], $0) }) { first, _ in first }
      let periods = Dictionary(head.index.periods.enumerated().map { ($1.stored, $0) }) { first, _ in first }
      var places: [Place] = []
      places.reserveCapacity(rows.count)
      for row in 0..<rows.count {
        guard let order = orders[rows.integer(row, 0)], let period = periods[rows.text(row, 1)] else { return nil }
        places.append(Place(order: order, period: period, row: row))
      }
      places.sort { ($0.order, $0.period) < ($1.order, $1.period) }
      let isOnce = zip(places, places.dropFirst()).allSatisfy { ($0.order, $0.period) < ($1.order, $1.period) }
      return isOnce ? places : nil
    }

    private func append(_ place: Place, _ origin: UInt32, to columns: inout SeriesTable.Columns) -> Bool {
      let row = place.row
      guard let kind = rows.isNull(row, 4) ? CellKind.figure.rawValue : StoredKind.kind(rows.text(row, 4)),
        let letter = rows.raw(row, 5).first, let status = ObservationStatus(letter: letter),
        kind == CellKind.figure.rawValue ? !rows.isNull(row, 3) : true
      else { return false }
      if !rows.isNull(row, 6) {
        let shares = rows.doubles(row, 6)
        guard shares.count == 4 else { return false }
        columns.coverage[UInt32(columns.number.count)] = Coverage(
          reported: shares[0], estimated: shares[1], imputed: shares[2], missing: shares[3])
      }
      columns.number.append(rows.isNull(row, 3) ? 0 : rows.double(row, 3))
      columns.kind.append(kind)
      columns.status.append(status)
      columns.period.append(UInt16(place.period))
      columns.provenance.append(origin)
      return true
    }
  }

  /// Why there is no figure, as people write it; a figure has no word.
  enum StoredKind {
    private static let confidential = "confidential"
    private static let belowUnit = "below-unit"

    static func word(_ kind: UInt8) -> String? {
      if kind == SeriesTable.Columns.confidential { return confidential }
      guard let cell = CellKind(rawValue: kind) else { return nil }
      return cell == .belowUnit ? belowUnit : cell.missingReason?.rawValue
    }

    static func kind(_ word: String) -> UInt8? {
      switch word {
      case confidential: SeriesTable.Columns.confidential
      case belowUnit: CellKind.belowUnit.rawValue
      case let reason: MissingReason(rawValue: reason).map { CellKind($0).rawValue }
      }
    }
  }
#endif
