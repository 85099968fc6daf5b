#if Store
  import Glibc

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
