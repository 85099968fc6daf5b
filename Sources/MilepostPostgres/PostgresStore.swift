#if Postgres
  package import MilepostStore

  /// A store in the schema `milepost` of a database of PostgreSQL.
  package struct PostgresStore: ReleaseStore {
    let address: PostgresAddress
    /// The address without its password.
    package let name: String
    private let pool: PostgresPool

    /// Opens a store that is there; one of an earlier format is brought to the format of now.
    package static func open(_ address: PostgresAddress) throws(StoreError) -> PostgresStore {
      try PostgresStore(address, making: false)
    }

    /// Opens a store, or makes an empty one in a database that has none.
    package static func openOrMake(_ address: PostgresAddress) throws(StoreError) -> PostgresStore {
      try PostgresStore(address, making: true)
    }

    private init(_ address: PostgresAddress, making isMaking: Bool) throws(StoreError) {
      self.address = address
      let first = try PostgresPool.reader(address)
      try PostgresSchema.prepare(first, making: isMaking)
      name = first.name
      pool = PostgresPool(address, limit: 8, first: first)
    }

    /// Each statement sees all that was committed when it began.
    func read<Value>(
      _ body: (PostgresConnection) throws(StoreError) -> Value
    ) throws(StoreError) -> Value { try pool.with(body) }

    package func beginPublishing() throws(StoreError) -> PostgresPublishing {
      try PostgresPublishing(PostgresConnection(address))
    }

    func damage(_ what: String) -> StoreError { .damaged(name, what: what) }
  }
#endif
