import Foundation
import MilepostModel
import MilepostStore
import MilepostTesting

@testable import MilepostServer

#if Store
  /// A store with one publication of the River Towns, which is gone when the value is.
  final class Shelf: Sendable {
    let store: SQLiteStore
    private let folder: URL

    static let pages = [
      "index.html": "<!doctype html><title>Towns</title><p>Continue</p>",
      "404.html": "<!doctype html><title>Lost</title><body><p>There is no such page</p></body>",
      "en/index.html": "<!doctype html><title>Overview</title><body>" + String(repeating: "<p>Towns</p>", count: 200)
        + "</body>",
      "style.css": "p{color:#123}",
      "data/release.json": "{}",
      "data/assessments.json": "{\"edition\":\"T/2\",\"asOf\":\"2024-01-01\"}",
      "data/targets/1.1.json": "{\"target\":{\"id\":\"1.1\"}}",
      "editions/t-1/en/index.html": "<!doctype html><title>Before</title>",
      "editions/t-1/data/assessments.json": "{\"edition\":\"T/1\",\"asOf\":\"2023-01-01\"}",
    ]

    init() throws {
      folder = FileManager.default.temporaryDirectory.appending(path: "milepost-server-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      store = try SQLiteStore.openOrMake(folder.appending(path: "towns.store").path)
      try publish()
    }

    deinit {
      do { try FileManager.default.removeItem(at: folder) } catch { print("\(folder.path) stays: \(error)") }
    }

    /// - Parameter lead: what the first page says.
    func publish(lead: String? = nil) throws {
      let publishing = try store.beginPublishing()
      for (path, text) in Shelf.pages.sorted(by: { $0.key < $1.key }) {
        let page = path == "en/index.html" ? lead.map { "<!doctype html><body>\($0)</body>" } : nil
        try publishing.add(path, Array((page ?? text).utf8))
      }
      let first = SampleShelf.release(
        "T/1", SampleShelf.date("2023-01-01"), SampleShelf.series(SampleShelf.date("2022-06-01")))
      let second = SampleShelf.release(
        "T/2", SampleShelf.date("2024-01-01"), SampleShelf.series(SampleShelf.date("2023-06-01"), hasDelta: true))
      let hash = String(repeating: "0", count: 64)
      let deposit = Deposit(
        [Deposit.Item(first, contentHash: hash), Deposit.Item(second, contentHash: hash)], states: [], program: "1")
      _ = try publishing.finish(deposit, at: SampleShelf.moment("2024-02-03T04:05:06.789Z"))
    }

    /// Keeps the shelf for as long as it is asked.
    func front(reload: ReloadBell? = nil) -> Front<SQLiteStore> {
      let json = JSONAnswers(store)
      return Front(
        store, sdmx: { _ in Answer.text(200, String(repeating: "a", count: 5000), type: "text/csv") },
        json: { [self] asked in withExtendedLifetime(self) { json.answer(to: asked) } }, metrics: Metrics(),
        reload: reload)
    }
  }

  extension Answer {
    var text: String? {
      guard case .bytes(let bytes) = body else { return nil }
      return String(decoding: bytes, as: UTF8.self)
    }

    /// As a document of JSON.
    func decoded<Value: Decodable>(_ type: Value.Type) throws -> Value {
      guard case .bytes(let bytes) = body else { throw CocoaError(.coderReadCorrupt) }
      return try JSONDecoder().decode(type, from: Data(bytes))
    }
  }
#endif
