#if Postgres
  import ClusterTesting
  import Foundation
  import MilepostModel
  import MilepostStore
  import MilepostTesting
  import Testing

  @testable import MilepostPostgres

  @Suite(.enabled(if: PostgresCluster.isInstalled, "PostgreSQL's server is not installed"))
  struct PostgresBackupTests {
    @Test func `a backup is a store in a file, and restores any store`() throws {
      let folder = FileManager.default.temporaryDirectory.appending(path: "milepost-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { Result { try FileManager.default.removeItem(at: folder) }.record() }
      let path = folder.appending(path: "copy").path
      let address = try PostgresStoreTests.address()
      let store = try PostgresStoreTests.made(address)
      let day = SampleShelf.date("2025-06-30")
      let release = SampleShelf.release("TWO", day, SampleShelf.series(day, newest: 13))
      _ = try store.beginPublishing().finish(
        SampleShelf.deposit([release], states: [("2024-05-01", SampleShelf.series(PostgresStoreTests.first))]),
        at: PostgresStoreTests.noon.next)
      let before = try store.publications()
      try store.backUp(to: path)
      #expect(throws: StoreError.exists(path)) { try store.backUp(to: path) }
      let copy = try SQLiteStore.open(path)
      #expect(try copy.publications() == before)
      #expect(try copy.verify().damages.isEmpty)
      let names = Set(try FileManager.default.contentsOfDirectory(atPath: folder.path))
      #expect(names.isSubset(of: ["copy", "copy-wal", "copy-shm"]))

      let other = try PostgresStoreTests.address()
      try PostgresStore.restore(path, to: other, replacing: false)
      let restored = try PostgresStore.open(other)
      #expect(try restored.publications() == before)
      #expect(try restored.verify().damages.isEmpty)
      #expect(throws: StoreError.exists(restored.name)) {
        try PostgresStore.restore(path, to: other, replacing: false)
      }
      // Whoever reads it goes on with what was restored, under numbers that are not given twice.
      try PostgresStore.restore(path, to: other, replacing: true)
      #expect(try restored.publications().map(\.hash) == before.map(\.hash))
      #expect(try restored.publications().map(\.id.number) == [4, 3])
      #expect(try restored.verify().damages.isEmpty)
    }

    @Test func `a file is taken over into PostgreSQL, and a damaged one is not`() throws {
      let path = FileManager.default.temporaryDirectory.appending(path: "milepost-\(UUID().uuidString)").path
      defer { for end in ["", "-wal", "-shm"] { unlink(path + end) } }
      let file = try SQLiteStore.openOrMake(path)
      try PostgresStoreTests.publish(into: file)
      let address = try PostgresStoreTests.address()
      try PostgresStore.restore(path, to: address, replacing: false)
      #expect(try PostgresStore.open(address).publications() == file.publications())
      try Data("no store".utf8).write(to: URL(filePath: path + ".broken"))
      defer { unlink(path + ".broken") }
      #expect(throws: StoreError.self) {
        try PostgresStore.restore(path + ".broken", to: address, replacing: true)
      }
      #expect(try PostgresStore.open(address).verify().damages.isEmpty)
      #expect(try PostgresStore.open(address).publications() == file.publications())
    }
  }

  extension Result {
    /// Says what went wrong.
    fileprivate func record() { if case .failure(let error) = self { Issue.record(error) } }
  }
#endif
