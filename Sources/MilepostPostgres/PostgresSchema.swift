#if Postgres
  import MilepostStore

  /// The tables of a store in a database, all in the schema `milepost`, and how those of earlier formats become those of
  /// now.
  enum PostgresSchema {
    /// Tells our schema from another program's of the same name.
    private static let application = "MPst"

    /// Numbers of advisory locks, which count within one database: who publishes, and who changes tables.
    enum Lock: Int {
      case publishing = 0x4D50_7374
      case changing = 0x4D50_7375
    }

    /// What brings a store from format `n` to `n + 1`, in order; those that were released are never changed.
    private static let steps = [shelf + partitions + releaseTables + views]

    /// The format that this program writes.
    static var version: Int { steps.count }

    /// The format of the store; nil when the database has none.
    ///
    /// - Throws: `notAStore` for a schema of another program; `newer` for one of a later program.
    static func state(_ connection: PostgresConnection) throws(StoreError) -> Int? {
      let found = try connection.run(
        """
        SELECT to_regclass('milepost.store') IS NOT NULL,
          EXISTS (SELECT FROM pg_class WHERE relnamespace = to_regnamespace('milepost'))
        """)
      guard found.isTrue(0, 0) else {
        if found.isTrue(0, 1) { throw .notAStore(connection.name) }
        return nil
      }
      let rows = try connection.run(
        "SELECT format FROM milepost.store WHERE application = $1", [.text(application)])
      guard rows.count == 1 else { throw .notAStore(connection.name) }
      let format = rows.integer(0, 0)
      guard format <= version else { throw .newer(connection.name, version: format, known: version) }
      return format
    }

    /// Sees to it that the database has a store of this format.
    ///
    /// - Parameter isMaking: whether one is made where there is none.
    static func prepare(_ connection: PostgresConnection, making isMaking: Bool) throws(StoreError) {
      let format = try state(connection)
      if format == version { return }
      guard format != nil || isMaking else { throw .noStore(connection.name) }
      try connection.transaction { () throws(StoreError) in
        _ = try connection.run("SELECT pg_advisory_xact_lock($1::bigint)", [.integer(Lock.changing.rawValue)])
        // Somebody else may have done it meanwhile.
        let format = try state(connection)
        if format == version { return }
        let done: Int
        if let format {
          done = format
        } else {
          done = 0
          // One who may not make schemas publishes into one that was made for him.
          let schema = try connection.run("SELECT to_regnamespace('milepost') IS NOT NULL")
          if !schema.isTrue(0, 0) { try connection.script("CREATE SCHEMA milepost") }
        }
        for step in steps[done...] { try connection.script(step) }
        try connection.script("DELETE FROM milepost.store")
        _ = try connection.run(
          "INSERT INTO milepost.store (application, format) VALUES ($1, $2::integer)",
          [.text(application), .integer(version)])
      }
    }
  }
#endif
