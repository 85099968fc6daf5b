import Glibc

/// The machine did not do what was asked: a disk, a path, a permission.
struct MachineFailure: Error, CustomStringConvertible {
  let operation: String
  let path: String
  let reason: String

  /// Whether the file itself is at fault: of a wrong kind, or not for this user.
  let isOfFile: Bool

  init(_ operation: String, _ path: String, errno code: Int32) {
    self.operation = operation
    self.path = path
    reason = String(cString: strerror(code))
    isOfFile = [EACCES, EPERM, ENOENT, ELOOP, ENODEV].contains(code)
  }

  init(_ operation: String, _ path: String, _ reason: String) {
    self.operation = operation
    self.path = path
    self.reason = reason
    isOfFile = false
  }

  /// - Parameter kind: what stands in the place of a file: "a pipe".
  init(_ operation: String, _ path: String, kind: String) {
    self.operation = operation
    self.path = path
    reason = "it is \(kind) and no file"
    isOfFile = true
  }

  /// The same, and what to type instead.
  init(_ failure: MachineFailure, or alternative: String) {
    operation = failure.operation
    path = failure.path
    reason = failure.reason + "\nor go on without it: \(alternative)"
    isOfFile = failure.isOfFile
  }

  var description: String { "cannot \(operation) \(path): \(reason)" }
}

/// What the command line does to the disk. Paths are as the user gave them.
enum FileSystem {
  /// Where files may lie that are gone before the run ends: in memory where the system has such a folder.
  static var scratch: String { access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp" }

  static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && (status.st_mode & S_IFMT) == S_IFDIR
  }

  /// Whether it is a folder and not a link to one.
  static func isRealDirectory(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && (status.st_mode & S_IFMT) == S_IFDIR
  }

  /// The path with all links followed; nil when it leads nowhere.
  static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// The bytes of a regular file; a pipe or a device, which may never end, is refused.
  static func read(_ path: String) throws(MachineFailure) -> [UInt8] {
    let file = try OpenFile(path)
    var failure: MachineFailure?
    let bytes = [UInt8](unsafeUninitializedCapacity: file.size) { buffer, count in
      do throws(MachineFailure) {
        while count < file.size {
          let got = try file.read(UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer[count...])))
          if got == 0 { break }
          count += got
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Reads a regular file on into buffers.
  static func reading(_ path: String) throws(MachineFailure) -> (UnsafeMutableRawBufferPointer) throws -> Int {
    let file = try OpenFile(path)
    return { try file.read($0) }
  }

  /// What stands in the place of a file, in words.
  static func kind(_ mode: mode_t) -> String {
    switch mode & S_IFMT {
    case S_IFDIR: "a folder"
    case S_IFIFO: "a pipe"
    default: "a device"
    }
  }

  /// Standard input up to its end.
  static func readStandardInput() throws(MachineFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let got = Glibc.read(0, &buffer, buffer.count)
      if got < 0 && errno == EINTR { continue }
      guard got >= 0 else { throw MachineFailure("read", "standard input", errno: errno) }
      if got == 0 { return bytes }
      bytes.append(contentsOf: buffer[..<got])
    }
  }

  /// - Parameter isForced: whether the bytes must be on the disk, and not only on their way to it.
  static func write(
    _ bytes: borrowing [UInt8], to path: String, isForced: Bool = false
  ) throws(MachineFailure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw MachineFailure("write", path, errno: errno) }
    var failure = writeAll(bytes, descriptor)
    if failure == 0, isForced, fsync(descriptor) != 0 { failure = errno }
    guard close(descriptor) == 0, failure == 0 else {
      throw MachineFailure("write", path, errno: failure == 0 ? errno : failure)
    }
  }

  /// - Returns: 0, or the error number.
  static func writeAll(_ bytes: borrowing [UInt8], _ descriptor: Int32) -> Int32 {
    bytes.withUnsafeBufferPointer { buffer in
      var done = 0
      while done < buffer.count {
        let wrote = Glibc.write(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
        if wrote < 0 && errno == EINTR { continue }
        if wrote < 0 { return errno }
        done += wrote
      }
      return 0
    }
  }

  /// Makes the folder and those above it.
  ///
  /// - Returns: those that were not there, the outermost first; none is left when it fails.
  @discardableResult static func makeDirectory(_ path: String) throws(MachineFailure) -> [String] {
    if path.isEmpty || isDirectory(path) { return [] }
    let parent = parentPath(path)
    let above = parent == path ? [] : try makeDirectory(parent)
    if mkdir(path, 0o755) == 0 { return above + [path] }
    let failure = MachineFailure("make the folder", path, errno: errno)
    if isDirectory(path) { return above }
    try removeEmpty(above)
    throw failure
  }

  /// Gives a file that will take the place of another what that lets others do with it; its owner too, where that is allowed.
  static func keepAccess(of old: String, for new: String) throws(MachineFailure) {
    var status = stat()
    guard stat(old, &status) == 0 else { return }
    // Only the administrator gives files away; the group of the old one is kept by anybody who is in it.
    if chown(new, status.st_uid, status.st_gid) != 0, chown(new, uid_t.max, status.st_gid) != 0, errno != EPERM {
      throw MachineFailure("write", new, errno: errno)
    }
    guard chmod(new, status.st_mode & 0o777) == 0 else { throw MachineFailure("write", new, errno: errno) }
  }

  /// Makes a folder that was not there, named `path` with a number behind it.
  ///
  /// - Parameter mode: who may read it; 0o700 for what nobody else shall see.
  static func makeNewDirectory(_ path: String, mode: mode_t = 0o755) throws(MachineFailure) -> String {
    var number = Int(getpid())
    while true {
      let folder = "\(path)-\(number)"
      if mkdir(folder, mode) == 0 { return folder }
      guard errno == EEXIST else { throw MachineFailure("make the folder", folder, errno: errno) }
      number += 1
    }
  }

  /// Removes folders, the last first, up to one that is not empty.
  static func removeEmpty(_ folders: [String]) throws(MachineFailure) {
    for folder in folders.reversed() where rmdir(folder) != 0 {
      guard errno == ENOTEMPTY || errno == EEXIST else { throw MachineFailure("remove", folder, errno: errno) }
      return
    }
  }

  static func parentPath(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static func names(in folder: String) throws(MachineFailure) -> [String] {
    guard let directory = opendir(folder) else { throw MachineFailure("list", folder, errno: errno) }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Removes a file, or a folder with all that is in it; links are removed, not followed.
  static func remove(_ path: String) throws(MachineFailure) {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT { return }
      throw MachineFailure("remove", path, errno: errno)
    }
    if (status.st_mode & S_IFMT) == S_IFDIR {
      for name in try names(in: path) { try remove("\(path)/\(name)") }
      guard rmdir(path) == 0 else { throw MachineFailure("remove", path, errno: errno) }
    } else {
      guard unlink(path) == 0 else { throw MachineFailure("remove", path, errno: errno) }
    }
  }

  static func rename(_ old: String, to new: String) throws(MachineFailure) {
    guard Glibc.rename(old, new) == 0 else { throw MachineFailure("rename", old, errno: errno) }
  }

  /// Renames a file, also onto another disk, where a folder of the workspace may be a link to.
  static func move(_ old: String, to new: String) throws(MachineFailure) {
    if Glibc.rename(old, new) == 0 { return }
    guard errno == EXDEV else { throw MachineFailure("rename", old, errno: errno) }
    try write(try read(old), to: new + ".new", isForced: true)
    try rename(new + ".new", to: new)
    try remove(old)
  }

  /// Gives a file a second name; links are not followed.
  static func link(_ file: String, to name: String) throws(MachineFailure) {
    guard Glibc.link(file, name) == 0 else { throw MachineFailure("keep", file, errno: errno) }
  }

  /// Locks a folder against other programs until the descriptor is closed.
  ///
  /// - Parameter reason: what is said when one of them has locked it.
  static func lock(
    _ folder: String, or reason: String = "another build is writing it"
  ) throws(MachineFailure) -> Int32 {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw MachineFailure("open", folder, errno: errno) }
    // Some network file systems lock no folders; there a build goes on without.
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else {
      close(descriptor)
      throw MachineFailure("write", folder, reason)
    }
    return descriptor
  }
}
