#if Store
  import GRDB
  import Glibc

  extension SQLiteStore {
    /// Writes the store as it is at this moment into a new file; readers and a publisher go on meanwhile.
    ///
    /// - Throws: `exists` when there is a file already.
    package func backUp(to target: String) throws(StoreError) {
      guard access(target, F_OK) != 0 else { throw .exists(target) }
      try SQLiteStore.copy(path, to: target, replacing: false)
    }

    /// Writes all that was published in a store of any kind into a new file.
    ///
    /// - Throws: `exists` when there is a file already.
    package static func keep(_ store: some ReleaseStore, in target: String) throws(StoreError) {
      guard access(target, F_OK) != 0 else { throw .exists(target) }
      let aside = "\(target).copy-\(getpid())"
      for end in ["", "-wal", "-shm"] { unlink(aside + end) }
      defer { for end in ["", "-wal", "-shm"] { unlink(aside + end) } }
      let copy = try SQLiteStore.openOrMake(aside)
      var reader = PublicationReader(store)
      try reader.copyAll { (publication, parts, files) throws(StoreError) in
        let publishing = try copy.beginPublishing()
        for file in files { try publishing.add(file.path, file.contents) }
        return try publishing.finish(parts, at: publication.published).publication
      }
      try copy.backUp(to: target)
    }

    /// Makes a store what a backup is; programs that read it go on with what they get.
    ///
    /// - Parameter isReplacing: whether a store that is there gives way.
    /// - Throws: `exists` when there is one and it must not; `damaged` when the backup is.
    package static func restore(_ backup: String, to path: String, replacing isReplacing: Bool) throws(StoreError) {
      let source = try SQLiteStore.openUntouched(backup)
      let found = try source.verify()
      if let damage = found.damages.first { throw .damaged(backup, what: damage.description) }
      guard found.publications > 0 else { throw .nothingPublished(backup) }
      guard access(path, F_OK) == 0 else { return try copy(backup, to: path, replacing: false) }
      guard isReplacing else { throw .exists(path) }
      do throws(StoreError) {
        _ = try SQLiteStore.open(path)
      } catch {
        switch error {
        case .empty, .newer, .damaged, .notAStore:
          guard isReplaceable(path) else { throw .notAStore(path) }
          // No program can be reading it, so that a new file takes its place.
          return try copy(backup, to: path, replacing: true)
        default: throw error
        }
      }
      try overwrite(path, with: backup)
    }

    /// Whether a file is empty, or bears the mark of a store, whatever is left of the rest.
    private static func isReplaceable(_ path: String) -> Bool {
      if FileAccess.size(path) == 0 { return true }
      let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { return false }
      defer { close(descriptor) }
      var mark = [UInt8](repeating: 0, count: 4)
      guard pread(descriptor, &mark, 4, 68) == 4 else { return false }
      return mark.reduce(0) { $0 << 8 | Int($1) } == SQLiteSchema.applicationID
    }

    /// Page by page within a transaction: a reader sees the old store or the new one.
    private static func overwrite(_ path: String, with backup: String) throws(StoreError) {
      do {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        let source = try reading(backup)
        let target = try DatabaseQueue(path: path, configuration: configuration)
        try source.backup(to: target)
        try target.close()
        try source.close()
      } catch {
        throw StoreError(error, path)
      }
    }

    /// A store to be read whole; somebody may publish into it meanwhile, where it can be written at all.
    private static func reading(_ path: String) throws -> DatabaseQueue {
      var configuration = Configuration()
      configuration.busyMode = .timeout(10)
      configuration.readonly = FileAccess.obstacle(path) != nil
      return try DatabaseQueue(
        path: configuration.readonly ? address(untouched: path) : path, configuration: configuration)
    }

    /// Copies aside, so that there is a whole file under the name or none.
    private static func copy(_ path: String, to target: String, replacing isReplacing: Bool) throws(StoreError) {
      let aside = "\(target).part-\(getpid())"
      unlink(aside)
      if let obstacle = FileAccess.obstacle(target) { throw .machine(target, reason: obstacle) }
      do {
        defer { for end in ["", "-journal"] { unlink(aside + end) } }
        let queue = try reading(path)
        try queue.inDatabase { db in try db.execute(sql: "VACUUM INTO ?", arguments: [aside]) }
        try queue.close()
        try settle(aside)
        if isReplacing {
          for log in ["-wal", "-shm"] { unlink(target + log) }
          guard rename(aside, target) == 0 else { throw StoreError.machine(target, reason: reason) }
        } else if link(aside, target) != 0 {
          throw errno == EEXIST ? StoreError.exists(target) : StoreError.machine(target, reason: reason)
        }
        try settle(FileAccess.folder(of: target))
      } catch {
        let failure = StoreError(error, target)
        // A damaged store may ask for more room than any disk has.
        guard case .diskFull = failure, hasRoom(for: path, beside: target) else { throw failure }
        throw .damaged(path, what: "it cannot be copied")
      }
    }

    private static func hasRoom(for path: String, beside target: String) -> Bool {
      var status = statvfs()
      guard statvfs(FileAccess.folder(of: target), &status) == 0, let size = FileAccess.size(path) else { return false }
      return Int(status.f_bavail) * Int(status.f_frsize) > 2 * size
    }

    /// Sees to it that a file, or the names in a folder, are on the disk.
    private static func settle(_ path: String) throws(StoreError) {
      let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw .machine(path, reason: reason) }
      defer { close(descriptor) }
      guard fsync(descriptor) == 0 else { throw .machine(path, reason: reason) }
    }

    private static var reason: String { String(cString: strerror(errno)) }
  }
#endif
