#if Postgres
  import MilepostModel
  import MilepostStore

  /// Numbers of series, which a series keeps in all publications, so that all that was ever said of it lies together.
  struct SeriesNumbers {
    private let connection: PostgresConnection
    private var last: Int
    private var known: [SeriesKey: Int] = [:]
    private var indicators: Set<Indicator.ID> = []
    private var new: [(key: SeriesKey, number: Int)] = []

    init(_ connection: PostgresConnection) throws(StoreError) {
      self.connection = connection
      last = try connection.run("SELECT coalesce(max(id), 0) FROM milepost.series_key").integer(0, 0)
    }

    /// Those of the series of a chunk, in its order.
    mutating func numbers(of index: ChunkIndex) throws(StoreError) -> [Int] {
      if indicators.insert(index.indicator).inserted { try load(index.indicator) }
      return index.keys.map { key in
        if let number = known[key] { return number }
        last += 1
        known[key] = last
        new.append((key, last))
        return last
      }
    }

    private mutating func load(_ indicator: Indicator.ID) throws(StoreError) {
      let rows = try connection.run(
        "SELECT area, codes, id FROM milepost.series_key WHERE indicator = $1", [.text(indicator.text)])
      for row in 0..<rows.count {
        let codes = rows.text(row, 1).split(separator: " ").compactMap { DimensionCode(stored: $0) }
        known[SeriesKey(indicator, Area.ID(rows.text(row, 0)), codes)] = rows.integer(row, 2)
      }
    }

    /// Writes the numbers that are new.
    mutating func settle() throws(StoreError) {
      if new.isEmpty { return }
      try connection.copy("COPY milepost.series_key (id, indicator, area, codes) FROM STDIN") {
        (copy) throws(StoreError) in
        for (key, number) in new {
          try copy.line([
            .integer(number), .text(key.indicator.text), .text(key.area.text), .text(key.codes.stored),
          ])
        }
      }
      new = []
    }
  }

  /// Numbers of origins: a source's vintage as it was received.
  struct OriginNumbers {
    private let connection: PostgresConnection
    private var known: [Provenance: Int] = [:]
    private var last = 0
    private var new: [(origin: Provenance, number: Int)] = []

    init(_ connection: PostgresConnection) throws(StoreError) {
      self.connection = connection
      let rows = try connection.run(
        """
        SELECT id, source, to_char(vintage, 'YYYY-MM-DD'), to_char(received, 'YYYY-MM-DD'), is_computed
        FROM milepost.origin ORDER BY id
        """)
      for row in 0..<rows.count {
        guard let vintage = CalendarDate(rows.text(row, 2)), let received = CalendarDate(rows.text(row, 3)) else {
          throw .damaged(connection.name, what: "the dates of an origin")
        }
        last = rows.integer(row, 0)
        let origin = Provenance(
          source: DataSource.ID(rows.text(row, 1)), vintage: vintage, received: received,
          isComputed: rows.isTrue(row, 4))
        known[origin] = last
      }
    }

    /// Those of the origins of a chunk, in its order.
    mutating func numbers(of index: ChunkIndex) -> [Int] {
      index.provenances.map { origin in
        if let number = known[origin] { return number }
        last += 1
        known[origin] = last
        new.append((origin, last))
        return last
      }
    }

    /// Writes the numbers that are new.
    mutating func settle() throws(StoreError) {
      if new.isEmpty { return }
      try connection.copy("COPY milepost.origin (id, source, vintage, received, is_computed) FROM STDIN") {
        (copy) throws(StoreError) in
        for (origin, number) in new {
          try copy.line([
            .integer(number), .text(origin.source.text), .text(origin.vintage.description),
            .text(origin.received.description), .integer(origin.isComputed ? 1 : 0),
          ])
        }
      }
      new = []
    }
  }
#endif
