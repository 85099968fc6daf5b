import Glibc

/// A regular file that is being read.
///
/// A class, because its descriptor must be closed once.
final class OpenFile {
  private let path: String
  private let descriptor: Int32
  let size: Int

  init(_ path: String) throws(MachineFailure) {
    self.path = path
    // A pipe that nobody writes to would not open otherwise.
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    var status = stat()
    size = descriptor >= 0 && fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    // What a socket answers.
    if descriptor < 0, errno == ENXIO { throw MachineFailure("read", path, kind: "a socket") }
    guard descriptor >= 0, status.st_mode != 0 else { throw MachineFailure("read", path, errno: errno) }
    guard (status.st_mode & S_IFMT) == S_IFREG else {
      throw MachineFailure("read", path, kind: FileSystem.kind(status.st_mode))
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// - Returns: how many bytes; 0 at the end.
  func read(_ buffer: UnsafeMutableRawBufferPointer) throws(MachineFailure) -> Int {
    while true {
      let got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if got >= 0 { return got }
      guard errno == EINTR else { throw MachineFailure("read", path, errno: errno) }
    }
  }
}
