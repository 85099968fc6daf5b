#if Store
  import GRDB

  /// The tables of a store, and how those of earlier formats become those of now.
  enum SQLiteSchema {
    /// In the header of the file, so that it is known for a store: `MPst`.
    static let applicationID = 0x4D50_7374

    /// What brings a store from format `n` to `n + 1`, in order; those that were released are never changed.
    private static let steps: [@Sendable (Database) throws -> Void] = [
      { db in try db.execute(sql: first) },
      { db in
        try db.execute(sql: second)
        for set in try Int.fetchAll(db, sql: "SELECT id FROM series_set ORDER BY id") {
          var count = AvailabilityCount()
          try SQLiteChunks.forEachIndex(of: set, db) { count.add($0) }
          try SQLiteChunks.insert(count.codes, set: set, db)
        }
      },
    ]

    /// The format that this program writes.
    static var version: Int { steps.count }

    /// Within a transaction of the caller.
    static func migrate(_ db: Database, from version: Int) throws {
      for step in steps[version...] { try step(db) }
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      try db.execute(sql: "PRAGMA user_version = \(self.version)")
    }

    /// What sets have of each code, counted when they are published.
    private static let second =
      """
      CREATE TABLE availability (
        series_set INTEGER NOT NULL REFERENCES series_set, dimension TEXT NOT NULL, code TEXT NOT NULL,
        series INTEGER NOT NULL, observations INTEGER NOT NULL, first_period TEXT, last_period TEXT,
        PRIMARY KEY (series_set, dimension, code)) STRICT, WITHOUT ROWID;
      """
  }
#endif
