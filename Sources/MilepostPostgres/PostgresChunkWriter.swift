#if Postgres
  import MilepostModel
  import MilepostStore

  /// Writes chunks and their values as rows, many chunks at once.
  struct PostgresChunkWriter {
    /// What was written of a set.
    struct Written {
      var chunks: [(id: Int, hash: Digest, first: SeriesKey)] = []
      var availability: [CodeAvailability] = []
    }

    /// About what a value takes in a table, with what PostgreSQL keeps of each row.
    private static let rowBytes = 60

    /// So many chunks are looked for, and written, with one statement each.
    private static let batch = 64

    private let connection: PostgresConnection
    /// Whether other servers hold some of the values, which then are gathered for them in a temporary table.
    private let gathers: Bool
    private var lastChunk: Int
    private var series: SeriesNumbers
    private var origins: OriginNumbers
    private(set) var added = 0
    private(set) var addedBytes = 0

    init(_ connection: PostgresConnection) throws(StoreError) {
      self.connection = connection
      let rows = try connection.run("SELECT coalesce(max(id), 0) FROM milepost.chunk")
      lastChunk = rows.integer(0, 0)
      // Where servers share the rows, one that was lost while publishing may have kept some that nobody knows of.
      _ = try connection.run("DELETE FROM milepost.series_value WHERE chunk > $1", [.integer(lastChunk)])
      gathers = try connection.run(PostgresChunkWriter.mayGather).isTrue(0, 0)
      if gathers {
        try connection.script("CREATE TEMPORARY TABLE given_value (LIKE milepost.series_value) ON COMMIT DROP")
      }
      series = try SeriesNumbers(connection)
      origins = try OriginNumbers(connection)
    }

    mutating func write(_ table: SeriesTable) throws(StoreError) -> Written {
      var writer = ChunkWriter(table)
      let columns = table.columns
      var written = Written()
      var count = AvailabilityCount()
      while true {
        var batch: [ChunkWriter.Chunk] = []
        while batch.count < PostgresChunkWriter.batch, let chunk = writer.next() { batch.append(chunk) }
        if batch.isEmpty { break }
        for chunk in batch { count.add(chunk.index) }
        let ids = try write(batch, columns)
        for (chunk, id) in zip(batch, ids) { written.chunks.append((id, chunk.hash, chunk.index.key(at: 0))) }
      }
      written.availability = count.codes
      return written
    }

    private mutating func write(
      _ batch: [ChunkWriter.Chunk], _ columns: SeriesTable.Columns
    ) throws(StoreError) -> [Int] {
      let rows = try connection.run(
        "SELECT hash, id FROM milepost.chunk WHERE hash = ANY ($1::text[])", [.digests(batch.map(\.hash.text))])
      var known: [Digest: Int] = [:]
      for row in 0..<rows.count { known[Digest(text: rows.text(row, 0))] = rows.integer(row, 1) }
      var new: [Numbered] = []
      for chunk in batch where known[chunk.hash] == nil {
        lastChunk += 1
        known[chunk.hash] = lastChunk
        new.append(
          Numbered(
            id: lastChunk, chunk: chunk, series: try series.numbers(of: chunk.index),
            origins: origins.numbers(of: chunk.index)))
      }
      if !new.isEmpty {
        try series.settle()
        try origins.settle()
        try heads(new)
        try values(new, columns)
      }
      return batch.compactMap { known[$0.hash] }
    }

    private struct Numbered {
      let id: Int
      let chunk: ChunkWriter.Chunk
      let series: [Int]
      let origins: [Int]
    }

    private mutating func heads(_ chunks: [Numbered]) throws(StoreError) {
      let columns =
        "id, hash, indicator, areas, codes, periods, origins, series, series_numbers, origin_numbers, observations"
      try connection.copy("COPY milepost.chunk (\(columns)) FROM STDIN (FORMAT binary)") {
        (copy) throws(StoreError) in
        copy.head()
        for item in chunks {
          let texts = item.chunk.texts
          try copy.row(11)
          copy.integer(item.id)
          let head = [item.chunk.hash.text, item.chunk.index.indicator.text]
          for text in head + [texts.areas, texts.codes, texts.periods, texts.origins, texts.series] { copy.text(text) }
          copy.integers(item.series)
          copy.integers(item.origins)
          copy.integer(item.chunk.index.observations)
        }
        copy.tail()
      }
      added += chunks.count
    }

    private static let mayGather =
      """
      SELECT has_database_privilege(current_database(), 'TEMPORARY') AND EXISTS (
        SELECT FROM pg_partition_tree('milepost.series_value') AS part
        JOIN pg_class ON pg_class.oid = part.relid WHERE relkind = 'f')
      """

    private static let valueColumns = "series, chunk, origin, status, period, value, kind, coverage"

    private mutating func values(_ chunks: [Numbered], _ columns: SeriesTable.Columns) throws(StoreError) {
      if gathers {
        // COPY takes each row of another server's there by itself, up to PostgreSQL 15; INSERT takes many at once.
        try values(chunks, columns, into: "pg_temp.given_value")
        let names = PostgresChunkWriter.valueColumns
        try connection.script(
          """
          INSERT INTO milepost.series_value (\(names)) SELECT \(names) FROM pg_temp.given_value;
          TRUNCATE pg_temp.given_value
          """)
      } else {
        try values(chunks, columns, into: "milepost.series_value")
      }
      addedBytes += chunks.reduce(0) { $0 + $1.chunk.index.observations } * PostgresChunkWriter.rowBytes
    }

    private func values(
      _ chunks: [Numbered], _ columns: SeriesTable.Columns, into table: String
    ) throws(StoreError) {
      let periods = columns.periods.map { Array($0.stored.utf8) }
      try connection.copy("COPY \(table) (\(PostgresChunkWriter.valueColumns)) FROM STDIN (FORMAT binary)") {
        (copy) throws(StoreError) in
        copy.head()
        for item in chunks {
          let places = Dictionary(zip(item.chunk.index.provenances, item.origins)) { first, _ in first }
          let origins = columns.provenances.map { places[$0] }
          for (place, number) in zip(item.chunk.series, item.series) {
            for row in columns.starts[place]..<columns.starts[place + 1] {
              guard let origin = origins[Int(columns.provenance[row])] else {
                preconditionFailure("the origin of a row is in the index of its chunk")
              }
              try copy.row(8)
              copy.integer(number)
              copy.integer(item.id)
              copy.integer(origin)
              copy.byte(columns.status[row].letter)
              copy.text(periods[Int(columns.period[row])])
              PostgresChunkWriter.add(row, of: columns, to: &copy)
            }
          }
        }
        copy.tail()
      }
    }

    /// The value of a row, or why there is none, and its coverage.
    private static func add(_ row: Int, of columns: SeriesTable.Columns, to copy: inout PostgresCopy) {
      let kind = StoredKind.word(columns.kind[row])
      // What is below the unit counts as nothing in a sum.
      if kind == nil || columns.kind[row] == CellKind.belowUnit.rawValue {
        copy.double(columns.number[row])
      } else {
        copy.null()
      }
      if let kind { copy.text(kind) } else { copy.null() }
      if let shares = columns.coverage.isEmpty ? nil : columns.coverage[UInt32(row)] {
        copy.doubles([shares.reported, shares.estimated, shares.imputed, shares.missing])
      } else {
        copy.null()
      }
    }
  }
#endif
