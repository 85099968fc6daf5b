#if Store
  import Foundation
  import GRDB
  import MilepostModel
  import MilepostStore
  import MilepostTesting
  import Testing

  @Suite struct BackupTests {
    @Test func `a backup is the store at its moment, and restores it`() throws {
      let folder = try StoreFolder()
      let path = folder.path("a.store")
      let store = try SQLiteStoreTests.made(path)
      let before = try store.publications()
      let publishing = try store.beginPublishing()
      try store.backUp(to: folder.path("copy"))
      let day = SampleShelf.date("2025-06-30")
      let release = SampleShelf.release("TWO", day, SampleShelf.series(day))
      _ = try publishing.finish(SampleShelf.deposit([release]), at: SQLiteStoreTests.noon.next)
      #expect(throws: StoreError.exists(folder.path("copy"))) { try store.backUp(to: folder.path("copy")) }
      let copy = try SQLiteStore.open(folder.path("copy"))
      #expect(try copy.publications() == before)
      #expect(try copy.verify().damages.isEmpty)

      #expect(throws: StoreError.exists(path)) {
        try SQLiteStore.restore(folder.path("copy"), to: path, replacing: false)
      }
      #expect(try store.publications().count == 2)
      try SQLiteStore.restore(folder.path("copy"), to: path, replacing: true)
      // Whoever has it open goes on with what was restored.
      #expect(try store.publications() == before)
      #expect(try store.verify().damages.isEmpty)
      try SQLiteStore.restore(folder.path("copy"), to: folder.path("b.store"), replacing: false)
      #expect(try SQLiteStore.open(folder.path("b.store")).publications() == before)
      #expect(try !folder.names().contains { $0.contains("part") })
    }

    @Test func `a damaged backup is not restored, a damaged store gives way`() throws {
      let folder = try StoreFolder()
      _ = try SQLiteStoreTests.made(folder.path("a.store")).backUp(to: folder.path("copy"))
      var broken = try Data(contentsOf: folder.url.appending(path: "copy"))
      broken.replaceSubrange(100..<4096, with: repeatElement(0xAA, count: 3996))
      try broken.write(to: folder.url.appending(path: "broken"))
      try SQLiteStore.restore(folder.path("copy"), to: folder.path("broken"), replacing: true)
      #expect(try SQLiteStore.open(folder.path("broken")).publications().count == 1)
      try SQLiteStoreTests.change(folder.path("copy"), "UPDATE assessment SET status = 'achieved'")
      #expect {
        try SQLiteStore.restore(folder.path("copy"), to: folder.path("a.store"), replacing: true)
      } throws: { error in
        guard case StoreError.damaged = error else { return false }
        return true
      }
      #expect(try SQLiteStore.open(folder.path("a.store")).verify().damages.isEmpty)
    }

    @Test func `nothing but a store gives way, and an empty backup to none`() throws {
      let folder = try StoreFolder()
      _ = try SQLiteStoreTests.made(folder.path("a.store")).backUp(to: folder.path("copy"))
      let diary = folder.url.appending(path: "diary.txt")
      try Data(String(repeating: "my diary ", count: 40).utf8).write(to: diary)
      #expect(throws: StoreError.notAStore(diary.path)) {
        try SQLiteStore.restore(folder.path("copy"), to: diary.path, replacing: true)
      }
      #expect(try String(contentsOf: diary, encoding: .utf8).hasPrefix("my diary"))
      let other = try DatabaseQueue(path: folder.path("other.db"))
      try other.write { db in try db.execute(sql: "CREATE TABLE own (x)") }
      #expect(throws: StoreError.notAStore(folder.path("other.db"))) {
        try SQLiteStore.restore(folder.path("copy"), to: folder.path("other.db"), replacing: true)
      }
      #expect(try other.read { db in try db.tableExists("own") })
      try Data().write(to: folder.url.appending(path: "zero"))
      #expect(throws: StoreError.empty(folder.path("zero"))) {
        try SQLiteStore.restore(folder.path("zero"), to: folder.path("a.store"), replacing: true)
      }
      do { _ = try SQLiteStore.openOrMake(folder.path("new")) }
      #expect(throws: StoreError.nothingPublished(folder.path("new"))) {
        try SQLiteStore.restore(folder.path("new"), to: folder.path("a.store"), replacing: true)
      }
      #expect(try SQLiteStore.open(folder.path("a.store")).publications().count == 1)
      try SQLiteStore.restore(folder.path("copy"), to: folder.path("zero"), replacing: true)
      #expect(try SQLiteStore.open(folder.path("zero")).publications().count == 1)
    }
  }
#endif
