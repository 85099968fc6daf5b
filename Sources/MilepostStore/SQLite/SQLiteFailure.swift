#if Store
  import GRDB
  import Glibc

  extension StoreError {
    /// What an error of the engine means for who uses the store.
    init(_ error: any Error, _ path: String) {
      switch error {
      case let known as StoreError: self = known
      case let failure as DatabaseError:
        let code = failure.extendedResultCode
        let reason = failure.message.map { "\($0), SQLite's error \(code.rawValue)" } ?? "\(code)"
        switch failure.resultCode {
        case .SQLITE_FULL: self = .diskFull(path)
        // There was no room for the index of the log, beside the file.
        case .SQLITE_IOERR where code == .SQLITE_IOERR_SHMSIZE: self = .diskFull(path)
        case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_IOERR:
          self = .machine(path, reason: FileAccess.obstacle(path) ?? reason)
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .isBeingWritten(path)
        case .SQLITE_NOTADB: self = .notAStore(path)
        case .SQLITE_CORRUPT: self = .damaged(path, what: reason)
        default: self = .machine(path, reason: reason)
        }
      default: self = .machine(path, reason: "\(error)")
      }
    }
  }

  /// What a file and its folder let this program do.
  enum FileAccess {
    /// What keeps a file from being read and written; nil: nothing that can be seen from outside.
    static func obstacle(_ path: String) -> String? {
      var status = stat()
      let folder = folder(of: path)
      guard stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
        return "there is no folder \(folder)"
      }
      if stat(path, &status) == 0 {
        if status.st_mode & S_IFMT == S_IFDIR { return "it is a folder" }
        if access(path, R_OK) != 0 { return "there is no right to read it" }
        if access(path, W_OK) != 0 { return "there is no right to write it, which SQLite needs for its log" }
      }
      return access(folder, W_OK) == 0 ? nil : "there is no right to write the folder \(folder), where its log stands"
    }

    static func folder(of path: String) -> String {
      guard let slash = path.lastIndex(of: "/") else { return "." }
      return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    static func size(_ path: String) -> Int? {
      var status = stat()
      return stat(path, &status) == 0 ? Int(status.st_size) : nil
    }
  }
#endif
