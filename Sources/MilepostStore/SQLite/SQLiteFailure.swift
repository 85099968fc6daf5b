#if Store
  import GRDB

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
#endif
