#if Store
  import Foundation
  import GRDB
  import MilepostExchange
  import MilepostModel
  import MilepostPipeline
  import MilepostStore
  import MilepostTesting
  import Testing

  @testable import MilepostServer

  /// Answers from a store in a folder that is gone when the value is.
  final class SDMXServed {
    private let folder: URL
    private let path: String
    let store: SQLiteStore
    let answers: SDMXAnswers<SQLiteStore>

    init(limits: SDMXLimits = SDMXLimits()) throws {
      folder = FileManager.default.temporaryDirectory.appending(path: "milepost-sdmx-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      path = folder.appending(path: "a.store").path
      store = try SQLiteStore.openOrMake(path)
      answers = SDMXAnswers(store, limits: limits)
    }

    deinit {
      do { try FileManager.default.removeItem(at: folder) } catch { print("\(folder.path) stays: \(error)") }
    }

    func publish(_ deposit: Deposit, _ time: String) throws {
      _ = try store.beginPublishing().finish(deposit, at: SampleShelf.moment(time))
    }

    /// Does something to the file behind the back of the store.
    func change(_ sql: String) throws {
      var configuration = Configuration()
      configuration.foreignKeysEnabled = false
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.writeWithoutTransaction { db in try db.execute(sql: sql) }
      try queue.close()
    }

    func get(_ target: String, _ accept: String? = nil, language: String? = nil) async throws -> Reply {
      var headers: [String: String] = [:]
      if let accept { headers["accept"] = accept }
      if let language { headers["accept-language"] = language }
      return try await Reply(await answers.answer(to: Request(.get, "/sdmx/" + target, headers: headers)))
    }

    /// The rows of a table without its first.
    func rows(_ target: String, _ accept: String = csv) async throws -> [[String: String]] {
      let reply = try await get(target, accept)
      #expect(reply.status == 200, "\(target): \(reply.text.prefix(400))")
      return reply.rows
    }

    static let csv = "application/vnd.sdmx.data+csv;version=2.0.0"

    /// The River Towns, published twice: in the second year Delta is there, and a value was revised.
    static func towns(limits: SDMXLimits = SDMXLimits()) throws -> SDMXServed {
      let served = try SDMXServed(limits: limits)
      let (one, two) = (SampleShelf.date("2024-06-30"), SampleShelf.date("2025-06-30"))
      let (old, new) = (SampleShelf.series(one), SampleShelf.series(two, newest: 13, hasDelta: true))
      let first = SampleShelf.release("ONE", one, old)
      try served.publish(SampleShelf.deposit([first], states: [("2024-05-01", old)]), "2024-07-01T12:00:00.000Z")
      let second = SampleShelf.release("TWO", two, new)
      try served.publish(
        SampleShelf.deposit([first, second], states: [("2024-05-01", old), ("2025-05-01", new)]),
        "2025-07-01T12:00:00.000Z")
      return served
    }

    private static let islesCompilation = Result { try compilation("isles") }

    static func isles() throws -> SDMXServed {
      let served = try SDMXServed()
      let compilation = try islesCompilation.get()
      let publishing = try served.store.beginPublishing()
      var findings = Diagnostics()
      let site = try Publication(compilation.releases, languages: [], parts: .data).write(into: &findings) {
        try publishing.add($0, $1)
      }
      _ = try publishing.finish(
        compilation.deposit(site, program: "0.1.0"), at: SampleShelf.moment("2025-07-01T12:00:00.000Z"))
      return served
    }

    private static func compilation(_ example: String) throws -> Compilation {
      let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Examples/\(example)")
      let names = try #require(FileManager.default.enumerator(atPath: root.path)).compactMap { $0 as? String }
      let paths = names.filter { name in
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: root.appending(path: name).path, isDirectory: &isFolder)
          && !isFolder.boolValue
      }
      return try Workspace(paths: paths) { path in .bytes(try [UInt8](Data(contentsOf: root.appending(path: path)))) }
        .compile(.all, .sinceTheEditionBefore)
    }
  }

  /// An answer with its whole body.
  struct Reply {
    let status: Int
    let bytes: [UInt8]
    private let answer: Answer

    init(_ answer: Answer) async throws {
      self.answer = answer
      status = answer.status
      switch answer.body {
      case .empty: bytes = []
      case .bytes(let whole): bytes = whole
      case .parts(let make):
        let gathered = Gathered()
        try await make { await gathered.append($0) }
        bytes = await gathered.bytes
      }
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    func header(_ name: String) -> String? { answer.headers.first { $0.name == name }?.value }

    /// The rows of a table without quoted cells.
    var rows: [[String: String]] {
      let lines = text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
      guard let names = lines.first else { return [] }
      return lines.dropFirst().map { cells in
        Dictionary(uniqueKeysWithValues: zip(names.map(String.init), cells.map(String.init)))
      }
    }

    /// The artefacts of a message in JSON.
    func structures() throws -> SDMX.Structures {
      var diagnostics = Diagnostics()
      let message = SDMX.readJSONStructures(bytes, file: "a.json", into: &diagnostics)
      #expect(diagnostics.all.isEmpty, "\(diagnostics.all)")
      return try #require(message).structures
    }
  }

  /// What was sent, in its order.
  private actor Gathered {
    private(set) var bytes: [UInt8] = []
    func append(_ part: [UInt8]) { bytes += part }
  }
#endif
