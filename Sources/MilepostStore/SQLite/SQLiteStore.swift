#if Store
  import GRDB
  import Glibc

  /// A store in a file of SQLite, with a log beside it (`-wal`) while it is in use.
  package struct SQLiteStore: ReleaseStore {
    package let path: String
    private let pool: DatabasePool

    /// Opens a store that is there; one of an earlier format is brought to the format of now.
    package static func open(_ path: String) throws(StoreError) -> SQLiteStore {
      try checkIsThere(path)
      return try SQLiteStore(path)
    }

    /// Opens a store to look at it, for a moment: where nobody has it open, nothing of it or beside it is touched, so that it
    /// may lie where nothing can be written.
    package static func openUntouched(_ path: String) throws(StoreError) -> SQLiteStore {
      try checkIsThere(path)
      // Somebody has it open, or did not end well: what is new may stand in the log.
      if let log = FileAccess.size(path + "-wal"), log > 0 || FileAccess.obstacle(path) == nil {
        return try SQLiteStore(path)
      }
      return try SQLiteStore(untouched: path)
    }

    private static func checkIsThere(_ path: String) throws(StoreError) {
      guard let size = FileAccess.size(path) else { throw .noStore(path) }
      if size == 0 { throw .empty(path) }
    }

    /// Opens a store, or makes an empty one where there is nothing.
    package static func openOrMake(_ path: String) throws(StoreError) -> SQLiteStore { try SQLiteStore(path) }

    private init(_ path: String) throws(StoreError) {
      self.path = path
      do {
        try SQLiteStore.prepare(path)
        pool = try DatabasePool(path: path, configuration: SQLiteStore.readers)
      } catch {
        throw StoreError(error, path)
      }
    }

    private init(untouched path: String) throws(StoreError) {
      self.path = path
      do {
        var configuration = SQLiteStore.readers
        configuration.readonly = true
        let name = SQLiteStore.address(untouched: path)
        let queue = try DatabaseQueue(path: name, configuration: configuration)
        guard try !SQLiteStore.needsChange(queue, path) else { throw StoreError.old(path) }
        pool = try DatabasePool(path: name, configuration: configuration)
      } catch {
        throw StoreError(error, path)
      }
    }

    /// The address under which SQLite takes a file for one that nobody changes.
    static func address(untouched path: String) -> String {
      var address = "file:"
      for byte in path.utf8 {
        let isPlain = byte < 0x80 && (Character(Unicode.Scalar(byte)).isLetter || byte.isPlainInAddress)
        let digits = String(byte, radix: 16, uppercase: true)
        address += isPlain ? String(Unicode.Scalar(byte)) : "%" + (byte < 16 ? "0" : "") + digits
      }
      return address + "?immutable=1"
    }

    private static var readers: Configuration {
      var configuration = Configuration()
      configuration.busyMode = .timeout(10)
      configuration.maximumReaderCount = 16
      configuration.prepareDatabase { db in
        // Chunks are read from the system's cache without being copied first.
        try db.execute(sql: "PRAGMA mmap_size = 1073741824")
      }
      return configuration
    }

    /// Sees to it that the file is a store of this format.
    private static func prepare(_ path: String) throws {
      var configuration = Configuration()
      configuration.busyMode = .timeout(10)
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      guard try needsChange(queue, path) else { return }
      // Nothing of another program's is touched: the file is ours or empty.
      try queue.inDatabase { db in try db.execute(sql: "PRAGMA journal_mode = WAL") }
      try queue.inTransaction(.immediate) { db in
        // Somebody else may have done it meanwhile.
        if let version = try state(db, path), version < SQLiteSchema.version {
          try SQLiteSchema.migrate(db, from: version)
        }
        return .commit
      }
    }

    private static func needsChange(_ queue: DatabaseQueue, _ path: String) throws -> Bool {
      try queue.read { db in try state(db, path).map { $0 < SQLiteSchema.version } == true }
    }

    /// The format of the store; 0 when the file is empty.
    private static func state(_ db: Database, _ path: String) throws -> Int? {
      let application = try Int.fetchOne(db, sql: "PRAGMA application_id")
      let version = try Int.fetchOne(db, sql: "PRAGMA user_version")
      if application == 0, version == 0, try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0 {
        return 0
      }
      guard application == SQLiteSchema.applicationID, let version, version > 0 else {
        throw StoreError.notAStore(path)
      }
      guard version <= SQLiteSchema.version else {
        throw StoreError.newer(path, version: version, known: SQLiteSchema.version)
      }
      return version
    }

    /// Each call sees all that was committed when it began.
    func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
      do { return try pool.unsafeRead(body) } catch { throw StoreError(error, path) }
    }

    /// The same with one state for several statements.
    func readWhole<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
      do { return try pool.read(body) } catch { throw StoreError(error, path) }
    }

    package func beginPublishing() throws(StoreError) -> SQLitePublishing { try SQLitePublishing(path) }
  }

  extension UInt8 {
    fileprivate var isPlainInAddress: Bool { (0x30...0x39).contains(self) || "/-._~".utf8.contains(self) }
  }
#endif
