#if Store
  import Foundation
  import GRDB
  import MilepostModel
  import MilepostTesting
  import Testing

  @testable import MilepostStore

  @Suite struct SQLiteStoreTests {
    static let first = SampleShelf.date("2024-06-30")
    static let noon = SampleShelf.moment("2025-07-01T12:00:00.000Z")

    /// A store with one release, a state and two pages.
    static func made(_ path: String) throws -> SQLiteStore {
      let store = try SQLiteStore.openOrMake(path)
      let publishing = try store.beginPublishing()
      try publishing.add("index.html", Array(String(repeating: "a page ", count: 900).utf8))
      try publishing.add("data/x.bin", (0..<256).map { UInt8($0) })
      let series = SampleShelf.series(first)
      let release = SampleShelf.release("ONE", first, series)
      _ = try publishing.finish(SampleShelf.deposit([release], states: [("2024-05-01", series)]), at: noon)
      return store
    }

    /// Does something to the file behind the back of the store.
    static func change(_ path: String, _ sql: String) throws {
      var configuration = Configuration()
      configuration.foreignKeysEnabled = false
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.writeWithoutTransaction { db in try db.execute(sql: sql) }
      try queue.close()
    }

    @Test func `it keeps what every store promises`() throws {
      let folder = try StoreFolder()
      var number = 0
      try expectConformance {
        number += 1
        return try SQLiteStore.openOrMake(folder.path("\(number).store"))
      }
    }

    @Test func `the tables of a release are those of the format`() throws {
      let folder = try StoreFolder()
      _ = try SQLiteStoreTests.made(folder.path("a.store"))
      let queue = try DatabaseQueue(path: folder.path("a.store"))
      for table in ReleaseTable.allCases {
        let names = try queue.read { db in try db.columns(in: table.rawValue).map(\.name) }
        #expect(names == ["release"] + table.columns)
      }
    }

    @Test func `views are for people with any tool`() throws {
      let folder = try StoreFolder()
      _ = try SQLiteStoreTests.made(folder.path("a.store"))
      let queue = try DatabaseQueue(path: folder.path("a.store"))
      try queue.read { db in
        let series = try Row.fetchAll(db, sql: "SELECT * FROM series WHERE indicator = 'internet-use'")
        #expect(series.map { $0["area"] as String } == ["ALDA", "ALDA", "BORO", "TOWNS"])
        #expect(series.map { $0["codes"] as String } == ["{}", "{\"SEX\":\"F\"}", "{}", "{}"])
        #expect(series.map { $0["observations"] as Int } == [6, 6, 0, 2])
        #expect(series[0]["first_period"] == "2018" && series[0]["last_period"] == "2023")
        #expect(series[2]["first_period"] == nil as String?)
        let counts = try Row.fetchAll(db, sql: "SELECT * FROM observation_count")
        #expect(counts.map { $0["observations"] as Int } == [14, 3])
        let status = try #require(try Row.fetchOne(db, sql: "SELECT * FROM status"))
        #expect(status["title"] == "Everybody online" && status["status"] == "off-track")
        #expect(status["due"] == "FY2025@4" && status["edition"] == "ONE")
      }
    }

    @Test func `what is no store, or not yet known, is refused and left alone`() throws {
      let folder = try StoreFolder()
      #expect(throws: StoreError.noStore(folder.path("none"))) { try SQLiteStore.open(folder.path("none")) }
      #expect(try folder.names() == [])
      try Data("no database, but long enough to look like a file that holds one\n".utf8)
        .write(to: folder.url.appending(path: "text"))
      #expect(throws: StoreError.notAStore(folder.path("text"))) { try SQLiteStore.openOrMake(folder.path("text")) }
      try SQLiteStoreTests.change(folder.path("other"), "CREATE TABLE cat (name TEXT)")
      let before = try Data(contentsOf: folder.url.appending(path: "other"))
      #expect(throws: StoreError.notAStore(folder.path("other"))) { try SQLiteStore.openOrMake(folder.path("other")) }
      #expect(try Data(contentsOf: folder.url.appending(path: "other")) == before)
      _ = try SQLiteStoreTests.made(folder.path("new"))
      try SQLiteStoreTests.change(folder.path("new"), "PRAGMA user_version = 99")
      let error = StoreError.newer(folder.path("new"), version: 99, known: SQLiteSchema.version)
      #expect(throws: error) { try SQLiteStore.open(folder.path("new")) }
      #expect(error.description.contains("format 99"))
      #expect {
        try SQLiteStore.openOrMake(folder.path("no/such/folder/a.store"))
      } throws: { error in
        guard case StoreError.machine = error else { return false }
        return true
      }
    }

    @Test func `an empty file is no store until something is published into it`() throws {
      let folder = try StoreFolder()
      let path = folder.path("a.store")
      try Data().write(to: folder.url.appending(path: "a.store"))
      #expect(throws: StoreError.empty(path)) { try SQLiteStore.open(path) }
      #expect(throws: StoreError.empty(path)) { try SQLiteStore.openUntouched(path) }
      #expect(try Data(contentsOf: folder.url.appending(path: "a.store")).isEmpty)
      let store = try SQLiteStore.openOrMake(path)
      #expect(try store.publications().isEmpty && store.verify().damages.isEmpty)
    }

    @Test func `looking at a store leaves its folder as it was`() throws {
      let folder = try StoreFolder()
      let odd = "a? 100%#ü.store"
      do { _ = try SQLiteStoreTests.made(folder.path("a.store")).backUp(to: folder.path(odd)) }
      let names = try folder.names().filter { $0.hasPrefix("a?") }
      let bytes = try Data(contentsOf: folder.url.appending(path: odd))
      do {
        let store = try SQLiteStore.openUntouched(folder.path(odd))
        #expect(try store.publications().count == 1 && store.verify().damages.isEmpty)
      }
      #expect(try folder.names().filter { $0.hasPrefix("a?") } == names)
      #expect(try Data(contentsOf: folder.url.appending(path: odd)) == bytes)
    }

    @Test func `what keeps a store from being used is said`() throws {
      let folder = try StoreFolder()
      #expect(throws: StoreError.machine(folder.url.path, reason: "it is a folder")) {
        try SQLiteStore.open(folder.url.path)
      }
      let far = folder.path("none/a.store")
      #expect(throws: StoreError.machine(far, reason: "there is no folder \(folder.path("none"))")) {
        try SQLiteStore.openOrMake(far)
      }
      let store = try SQLiteStoreTests.made(folder.path("a.store"))
      #expect(throws: StoreError.machine(far, reason: "there is no folder \(folder.path("none"))")) {
        try store.backUp(to: far)
      }
    }

    @Test func `a store of format 1 gets what it lacks`() throws {
      let folder = try StoreFolder()
      let path = folder.path("a.store")
      var store = try SQLiteStoreTests.made(path)
      let publication = try #require(try store.publication(asOf: nil))
      let set = try #require(try store.releases(of: publication.id).first).series.id
      let availability = try store.availability(of: set)
      #expect(!availability.isEmpty)
      try SQLiteStoreTests.change(path, "DROP TABLE availability; PRAGMA user_version = 1")
      store = try SQLiteStore.open(path)
      #expect(try store.availability(of: set) == availability)
      #expect(try store.verify().damages.isEmpty)
    }

    static let damages = [
      ("UPDATE chunk SET bytes = zeroblob(length(bytes)) WHERE id = 1", "chunk 1"),
      ("UPDATE chunk SET areas = replace(areas, 'ALDA', 'OTHER') WHERE id = 1", "chunk 1"),
      ("UPDATE blob SET bytes = x'00' WHERE id = 1", "the file with hash"),
      ("UPDATE site_file SET path = 'b.html' WHERE path = 'index.html'", "site 1"),
      ("UPDATE assessment SET status = 'achieved'", "the tables of release 1"),
      ("UPDATE text SET text = 'Women and men' WHERE id = 'SEX/F'", "the tables of release 1"),
      ("DELETE FROM set_chunk WHERE place = 1", "set of series 1"),
      ("UPDATE availability SET observations = 0", "set of series 1"),
      ("UPDATE publication_state SET received = '2024-05-02'", "publication 1"),
      ("DELETE FROM blob WHERE id = 1", "a row points to"),
    ]

    @Test(arguments: damages) func `whatever is changed is found`(_ sql: String, _ finding: String) throws {
      let folder = try StoreFolder()
      let store = try SQLiteStoreTests.made(folder.path("a.store"))
      #expect(try store.verify().damages.isEmpty)
      try SQLiteStoreTests.change(folder.path("a.store"), sql)
      let damages = try SQLiteStore.open(folder.path("a.store")).verify().damages
      #expect(damages.contains { $0.description.contains(finding) }, "\(damages)")
    }

    @Test func `a byte that the disk lost is damage and no crash`() throws {
      let folder = try StoreFolder()
      let path = folder.path("a.store")
      let publication = try #require(try SQLiteStoreTests.made(path).publication(asOf: nil))
      let whole = try Data(contentsOf: URL(filePath: path))
      var dice = Dice(18)
      for _ in 0..<60 {
        var broken = whole
        for _ in 0..<50 { broken[dice.roll(broken.count)] = UInt8(dice.roll(256)) }
        try broken.write(to: folder.url.appending(path: "b.store"))
        for log in ["-wal", "-shm"] { unlink(folder.path("b.store") + log) }
        // Whether it is refused or read, nothing ends the program.
        do throws(StoreError) {
          let store = try SQLiteStore.open(folder.path("b.store"))
          _ = try store.file("index.html", of: publication.id)
          _ = try store.verify()
        } catch {
          #expect(!error.description.isEmpty)
        }
      }
    }

    @Test func `a full disk loses nothing`() throws {
      let folder = try StoreFolder()
      let path = folder.path("a.store")
      let store = try SQLiteStoreTests.made(path)
      let before = try store.publications()
      let publishing = try store.beginPublishing()
      try publishing.limit(toPages: 60)
      var dice = Dice(19)
      var failure: StoreError?
      do throws(StoreError) {
        for number in 0..<100 {
          try publishing.add("\(number).bin", (0..<20_000).map { _ in UInt8(dice.roll(256)) })
        }
      } catch {
        failure = error
      }
      #expect(failure == .diskFull(path))
      #expect(try store.publications() == before)
      #expect(try store.verify().damages.isEmpty)
      let again = try store.beginPublishing()
      again.cancel()
    }

    @Test func `readers go on while somebody publishes, each with one whole publication`() async throws {
      let folder = try StoreFolder()
      let path = folder.path("a.store")
      let store = try SQLiteStoreTests.made(path)
      try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<2 {
          group.addTask {
            var seen = 0
            while seen < 6 {
              let newest = try #require(try store.publication(asOf: nil))
              let set = try #require(try store.releases(of: newest.id).last).series
              var batches = try store.batches(of: set.id)
              var count = 0
              while let table = try batches.nextBatch() { count += table.valueCount }
              #expect(count == set.observationCount)
              #expect(try store.file("index.html", of: newest.id)?.contents?.count != nil)
              seen = newest.id.number
              // There may be no more threads than readers.
              await Task.yield()
            }
            return seen
          }
        }
        group.addTask {
          for number in 2...6 {
            let day = SampleShelf.date("2025-06-0\(number)")
            let publishing = try store.beginPublishing()
            try publishing.add("index.html", Array("page \(number)".utf8))
            let release = SampleShelf.release("E\(number)", day, SampleShelf.series(day, newest: Double(number)))
            _ = try publishing.finish(SampleShelf.deposit([release]), at: SQLiteStoreTests.noon)
          }
          return 6
        }
        for try await last in group { #expect(last == 6) }
      }
      #expect(try store.verify().damages.isEmpty)
    }
  }
#endif
