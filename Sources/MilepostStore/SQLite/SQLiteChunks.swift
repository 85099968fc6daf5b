#if Store
  import Foundation
  import GRDB
  package import MilepostModel

  extension SQLiteStore {
    package func chunks(of set: SeriesSet.ID, indicator: Indicator.ID?) throws(StoreError) -> [ChunkPlace] {
      try read { db in
        let columns = "SELECT chunk, indicator, first_area, first_codes FROM set_chunk WHERE series_set = ?"
        var arguments: StatementArguments = [set.number]
        if let indicator { arguments += [indicator.text] }
        let statement = try db.cachedStatement(
          sql: columns + (indicator == nil ? " ORDER BY place" : " AND indicator = ? ORDER BY place"))
        let cursor = try Row.fetchCursor(statement, arguments: arguments)
        var places: [ChunkPlace] = []
        while let row = try cursor.next() {
          let codes = (row[3] as String).split(separator: " ").compactMap { DimensionCode(stored: $0) }
          places.append(
            ChunkPlace(
              chunk: StoreID(row[0]), first: SeriesKey(Indicator.ID(row[1]), Area.ID(row[2]), codes)))
        }
        return places
      }
    }

    package func index(of chunk: ChunkPlace.ID) throws(StoreError) -> ChunkIndex {
      try read { db in
        let statement = try db.cachedStatement(
          sql: "SELECT indicator, areas, codes, periods, origins, series FROM chunk WHERE id = ?")
        let cursor = try Row.fetchCursor(statement, arguments: [chunk.number])
        guard let row = try cursor.next() else { throw damage("chunk \(chunk.number) is gone") }
        guard let index = SQLiteChunks.index(row) else { throw damage("the index of chunk \(chunk.number)") }
        return index
      }
    }

    package func table(
      of chunk: ChunkPlace.ID, _ choose: (ChunkIndex) -> [Int]
    ) throws(StoreError) -> SeriesTable? {
      let stored = try self.chunk(chunk)
      let chosen = choose(stored.index)
      guard !chosen.isEmpty else { return nil }
      guard let table = stored.table(chosen) else { throw damage("chunk \(chunk.number) cannot be unpacked") }
      return table
    }

    package func chunk(_ id: ChunkPlace.ID) throws(StoreError) -> StoredChunk {
      try read { db in
        let statement = try db.cachedStatement(
          sql: "SELECT indicator, areas, codes, periods, origins, series, size, bytes FROM chunk WHERE id = ?")
        let cursor = try Row.fetchCursor(statement, arguments: [id.number])
        guard let row = try cursor.next() else { throw damage("chunk \(id.number) is gone") }
        guard let index = SQLiteChunks.index(row) else { throw damage("the index of chunk \(id.number)") }
        let chunk = try row.withUnsafeData(atIndex: 7) { bytes in
          bytes.flatMap { $0.withUnsafeBytes { StoredChunk(index, size: row[6], packed: $0) } }
        }
        guard let chunk else { throw damage("chunk \(id.number)") }
        return chunk
      }
    }
  }

  /// Chunks as rows.
  enum SQLiteChunks {
    /// - Parameter row: begins with indicator, areas, codes, periods, origins and series.
    static func index(_ row: Row) -> ChunkIndex? { ChunkIndex(indicator: Indicator.ID(row[0]), texts(row)) }

    static func texts(_ row: Row) -> ChunkIndex.Texts {
      ChunkIndex.Texts(areas: row[1], codes: row[2], periods: row[3], origins: row[4], series: row[5])
    }

    static func forEachIndex(of set: Int, _ db: Database, _ body: (ChunkIndex) -> Void) throws {
      let cursor = try Row.fetchCursor(
        db,
        sql: """
          SELECT c.indicator, c.areas, c.codes, c.periods, c.origins, c.series FROM set_chunk AS m
            JOIN chunk AS c ON c.id = m.chunk WHERE m.series_set = ? ORDER BY m.place
          """, arguments: [set])
      while let row = try cursor.next() {
        guard let index = index(row) else { throw StoreError.damaged("the store", what: "the index of a chunk") }
        body(index)
      }
    }

    static func insert(_ codes: [CodeAvailability], set: Int, _ db: Database) throws {
      let statement = try db.cachedStatement(sql: "INSERT INTO availability VALUES (?, ?, ?, ?, ?, ?, ?)")
      for code in codes {
        try statement.execute(arguments: [
          set, code.dimension, code.code, code.series, code.observations, code.periods?.lowerBound.stored,
          code.periods?.upperBound.stored,
        ])
      }
    }
  }
#endif
