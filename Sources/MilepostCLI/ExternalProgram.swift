import Glibc

/// A program of somebody else that is run and waited for.
struct ExternalProgram {
  let path: String

  /// What of our surroundings it gets to see: where it finds itself, its caches and fonts.
  private static let inherited = [
    "PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_DATA_DIRS",
    "FONTCONFIG_FILE", "FONTCONFIG_PATH", "LD_LIBRARY_PATH",
  ]

  /// - Returns: nil unless there is a file of that name that may be run.
  init?(at path: String) {
    guard !FileSystem.isDirectory(path), access(path, X_OK) == 0 else { return nil }
    self.path = path
  }

  /// The first of that name in the folders of `PATH`.
  init?(named name: String) {
    let folders = ExternalProgram.variable("PATH").map { $0.split(separator: ":") } ?? []
    guard let found = folders.lazy.compactMap({ ExternalProgram(at: "\($0)/\(name)") }).first else { return nil }
    self = found
  }

  static func variable(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// Runs it to its end.
  ///
  /// - Parameters:
  ///   - variables: beside those that it inherits.
  ///   - log: the file that gets all that it prints.
  /// - Returns: its exit code; 128 and the number of the signal that ended it.
  func run(_ arguments: [String], with variables: [String: String], log: String) throws(MachineFailure) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Signals that we hold back shall end it all the same.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    let seen = ExternalProgram.inherited.compactMap { name in ExternalProgram.variable(name).map { "\(name)=\($0)" } }
    let given = variables.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    var process = pid_t()
    let failure = ExternalProgram.withPointers([path] + arguments) { arguments in
      ExternalProgram.withPointers(seen + given) { environment in
        posix_spawn(&process, path, &actions, &attributes, arguments, environment)
      }
    }
    guard failure == 0 else { throw MachineFailure("run", path, errno: failure) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw MachineFailure("wait for", path, errno: errno) }
    }
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  /// What stands behind its name when it is asked for its version: `70.0`; `unknown` when it does not say so.
  ///
  /// - Parameter log: the file that gets what it prints.
  func version(log: String) throws(MachineFailure) -> String {
    guard try run(["--version"], with: [:], log: log) == 0 else { return "unknown" }
    let words = String(decoding: try FileSystem.read(log), as: UTF8.self).split { " \n()".contains($0) }
    return words.first { $0.first?.isNumber == true }.map(String.init) ?? "unknown"
  }

  /// Texts as C has them: an array that ends in nil.
  private static func withPointers<Result>(
    _ texts: [String], _ use: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = texts.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return use(copies + [nil])
  }
}
