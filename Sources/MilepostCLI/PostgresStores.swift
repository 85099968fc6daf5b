#if Postgres
  import MilepostPipeline
  import MilepostPostgres
  import MilepostStore

  extension Stores {
    private static func address(_ store: String) throws -> PostgresAddress {
      guard let address = PostgresAddress(store), address.shown != nil else {
        throw UsageError(
          "the address of the store cannot be read; write postgres://user@host:port/database, "
            + "and in a password %2F for / and %40 for @")
      }
      return address
    }

    static func checkPostgres(_ store: String) throws { _ = try address(store) }

    /// An address without its password.
    static func shown(_ store: String) -> String {
      guard let address = PostgresAddress(store) else { return store }
      return address.shown ?? "the store in PostgreSQL"
    }

    static func openPostgres(_ store: String, making isMaking: Bool) throws -> any ReleaseStore {
      let address = try address(store)
      return try failing { () throws(StoreError) in
        isMaking ? try PostgresStore.openOrMake(address) : try PostgresStore.open(address)
      }
    }

    static func backUpPostgres(_ store: String, to file: String) throws {
      let address = try address(store)
      try failing { () throws(StoreError) in try PostgresStore.open(address).backUp(to: file) }
    }

    static func restorePostgres(_ store: String, from file: String, isReplacing: Bool) throws {
      let address = try address(store)
      try failing { () throws(StoreError) in
        try PostgresStore.restore(file, to: address, replacing: isReplacing)
      }
    }
  }
#elseif Store
  import MilepostStore

  extension Stores {
    private static let none = missing("PostgreSQL", trait: "Postgres")

    static func checkPostgres(_ store: String) throws { throw none }
    static func shown(_ store: String) -> String { store }
    static func openPostgres(_ store: String, making isMaking: Bool) throws -> any ReleaseStore { throw none }
    static func backUpPostgres(_ store: String, to file: String) throws { throw none }
    static func restorePostgres(_ store: String, from file: String, isReplacing: Bool) throws { throw none }
  }
#endif
