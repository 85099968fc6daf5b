import Foundation

/// The program as a user runs it.
struct Program {
  struct Result {
    let exitCode: Int32
    let output: String
    let errors: String
    let seconds: Double
  }

  /// Beside the bundle of tests, where the build puts it.
  static let path: URL = {
    var folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    while folder.path != "/", !FileManager.default.fileExists(atPath: folder.appending(path: "milepost").path) {
      folder.deleteLastPathComponent()
    }
    return folder.appending(path: "milepost")
  }()

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func run(
    _ arguments: [String], environment: [String: String] = [:], in folder: URL = root, input: String? = nil
  ) throws -> Result {
    try start(arguments, environment: environment, in: folder, input: input).result()
  }

  static func start(
    _ arguments: [String], environment: [String: String] = [:], in folder: URL = root, input: String? = nil
  ) throws -> Run {
    let process = Process()
    process.executableURL = path
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
    let scratch = try TemporaryFolder()
    process.standardOutput = try scratch.handle("output")
    process.standardError = try scratch.handle("errors")
    if let input {
      try Data(input.utf8).write(to: scratch.url.appending(path: "input"))
      process.standardInput = try FileHandle(forReadingFrom: scratch.url.appending(path: "input"))
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    let start = ContinuousClock.now
    try process.run()
    return Run(process: process, scratch: scratch, start: start)
  }

  /// The program while it runs.
  struct Run {
    let process: Process
    fileprivate let scratch: TemporaryFolder
    fileprivate let start: ContinuousClock.Instant

    /// What it has printed so far.
    func output() throws -> String { try scratch.text("output") }
    func errors() throws -> String { try scratch.text("errors") }

    func result() throws -> Result {
      process.waitUntilExit()
      let seconds = Double((ContinuousClock.now - start).components.seconds)
      return Result(
        exitCode: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
        output: try scratch.text("output"), errors: try scratch.text("errors"), seconds: seconds)
    }
  }
}

/// A folder that is gone when the value is.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "milepost-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func handle(_ name: String) throws -> FileHandle {
    let file = url.appending(path: name)
    try Data().write(to: file)
    return try FileHandle(forWritingTo: file)
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appending(path: name)), as: UTF8.self)
  }

  func path(_ name: String) -> String { url.appending(path: name).path }

  func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  /// The base of the cases as `plan`.
  func copyBase() throws {
    try FileManager.default.copyItem(
      at: Program.root.appending(path: "Tests/Cases/base"), to: url.appending(path: "plan"))
  }

  func names(in name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(name)).sorted()
  }

  /// What lies in the folder itself.
  func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  /// Every file below `name` by its path, with its bytes.
  func files(_ name: String) throws -> [String: Data] {
    let base = url.appending(path: name)
    guard let found = FileManager.default.enumerator(atPath: base.path) else { return [:] }
    var files: [String: Data] = [:]
    for case let path as String in found {
      let file = base.appending(path: path)
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue {
        files[path] = try Data(contentsOf: file)
      }
    }
    return files
  }
}
