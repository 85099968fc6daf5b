#if Store
  import Foundation
  import MilepostModel
  import MilepostPipeline
  import MilepostStore
  import MilepostTesting
  import Testing

  /// The example with two editions, published as it was in 2024 and then as it was in 2025.
  @Suite struct IslesHistoryTests {
    private static let noon = SampleShelf.moment("2024-07-01T12:00:00.000Z")
    private static let internetUse = Indicator.ID("internet-use")

    /// What the workspace says with the editions up to a year.
    private static func compilation(_ choice: EditionChoice) throws -> Compilation {
      let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Examples/isles")
      let names = try #require(FileManager.default.enumerator(atPath: root.path)).compactMap { $0 as? String }
      let paths = names.filter { name in
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: root.appending(path: name).path, isDirectory: &isFolder)
          && !isFolder.boolValue
      }
      return try Workspace(paths: paths) { path in .bytes(try [UInt8](Data(contentsOf: root.appending(path: path)))) }
        .compile(choice, .sinceTheEditionBefore)
    }

    /// Both editions, published one after the other.
    private static func made(_ path: String) throws -> SQLiteStore {
      let store = try SQLiteStore.openOrMake(path)
      for (choice, time) in [(EditionChoice.named("IS/2024"), noon), (.all, noon.next)] {
        let compilation = try compilation(choice)
        let publishing = try store.beginPublishing()
        var findings = Diagnostics()
        let site = try Publication(compilation.releases, languages: [], parts: .data).write(into: &findings) {
          try publishing.add($0, $1)
        }
        #expect(!findings.hasErrors)
        let receipt = try publishing.finish(compilation.deposit(site, program: "0.1.0"), at: time)
        #expect(receipt.isNew)
      }
      return store
    }

    @Test func `history is answered as the sources told it and as it was published`() throws {
      let folder = try StoreFolder()
      let store = try IslesHistoryTests.made(folder.path("isles.store"))
      let newest = try #require(try store.publication(asOf: nil))
      let releases = try store.releases(of: newest.id)
      #expect(releases.map(\.edition?.text) == ["IS/2024", "IS/2025"])
      #expect(try store.verify().damages.isEmpty)

      // What is computed: the newest release up to a day, whose values are those of the edition.
      let compilation = try IslesHistoryTests.compilation(.all)
      for (release, record) in zip(compilation.releases, releases) {
        #expect(try store.release(asOf: release.asOf) == record)
        var batches = try store.batches(of: record.series.id)
        var count = 0
        while let table = try batches.nextBatch() {
          for place in table.keys.indices {
            let expected = try #require(release.series.estimates(table.keys[place]))
            #expect(table.estimates(at: place).elementsEqual(expected))
            count += 1
          }
        }
        #expect(count == release.series.seriesCount)
      }
      // The edition of 2024 is kept once, although it was published twice.
      let before = try #require(try store.publication(asOf: IslesHistoryTests.noon))
      #expect(try store.releases(of: before.id).first?.series == releases[0].series)
    }

    @Test func `vintages of loaded data are known by the day on which they came`() throws {
      let folder = try StoreFolder()
      let store = try IslesHistoryTests.made(folder.path("isles.store"))
      let newest = try #require(try store.publication(asOf: nil))
      let flow = Dataflow.ID("internet-use")
      let states = try store.states(of: newest.id).filter { $0.dataflow == flow }
      // A snapshot each year, and an update laid over the second.
      #expect(states.map(\.received.description) == ["2024-05-20", "2025-05-23", "2025-06-16"])
      let counts = states.map(\.series.observationCount)
      #expect(counts[0] < counts[1])
      let between = try store.state(of: flow, asOf: SampleShelf.date("2025-06-15"), in: newest.id)
      #expect(between == states[1])

      // Every value tells the vintage that it comes from: those of the update, and those it left alone.
      var vintages: [String: Int] = [:]
      var batches = try store.batches(of: states[2].series.id)
      while let table = try batches.nextBatch() {
        for place in table.keys.indices {
          for estimate in table.estimates(at: place) {
            vintages[estimate.provenance.vintage.description, default: 0] += 1
          }
        }
      }
      #expect(Set(vintages.keys) == ["2025-05-19", "2025-06-16"])

      // The update corrected some values and took none away.
      var updates = try store.updates(from: states[1].series.id, to: states[2].series.id)
      var corrected = 0
      while let update = try updates.next() {
        corrected += update.changed.count + update.added.count
        #expect(update.removed.isEmpty)
      }
      #expect(corrected > 0 && corrected <= vintages["2025-06-16", default: 0])
    }

    @Test func `what was published since a moment is what the two editions differ in`() throws {
      let folder = try StoreFolder()
      let store = try IslesHistoryTests.made(folder.path("isles.store"))
      let compilation = try IslesHistoryTests.compilation(.all)
      let (old, new) = (compilation.releases[0].series, compilation.releases[1].series)
      var updates = try #require(try store.updates(of: .latestRelease, after: IslesHistoryTests.noon))
      var found: Set<SeriesKey> = []
      while let update = try updates.next() {
        found.insert(update.key)
        for estimate in update.added { #expect(old.estimate(update.key, estimate.period) == nil) }
        for estimate in update.changed {
          let before = try #require(old.estimate(update.key, estimate.period))
          #expect(
            before.value != estimate.value || before.status != estimate.status || before.coverage != estimate.coverage)
        }
        for estimate in update.removed { #expect(new.estimate(update.key, estimate.period) == nil) }
      }
      for key in Set(old.keys + new.keys).subtracting(found) {
        let (before, now) = (old.estimates(key), new.estimates(key))
        #expect(before?.map(\.value) == now?.map(\.value), "\(key)")
      }
      #expect(!found.isEmpty)
    }

    @Test func `confidential figures are not in the store`() throws {
      let folder = try StoreFolder()
      let store = try IslesHistoryTests.made(folder.path("isles.store"))
      let newest = try #require(try store.publication(asOf: nil))
      var confidential = 0
      for set in try store.states(of: newest.id).map(\.series) + store.releases(of: newest.id).map(\.series) {
        var batches = try store.batches(of: set.id)
        while let table = try batches.nextBatch() {
          let columns = table.columns
          for row in columns.kind.indices where columns.kind[row] == SeriesTable.Columns.confidential {
            confidential += 1
            #expect(columns.number[row] == 0)
          }
        }
      }
      #expect(confidential > 0)
    }
  }
#endif
