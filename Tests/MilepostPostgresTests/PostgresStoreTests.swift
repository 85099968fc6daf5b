#if Postgres
  import ClusterTesting
  import Foundation
  import MilepostModel
  import MilepostStore
  import MilepostTesting
  import Testing

  @testable import MilepostPostgres

  @Suite(.enabled(if: PostgresCluster.isInstalled, "PostgreSQL's server is not installed"))
  struct PostgresStoreTests {
    static let first = SampleShelf.date("2024-06-30")
    static let noon = SampleShelf.moment("2025-07-01T12:00:00.000Z")

    /// The address of a database that nobody else uses.
    static func address() throws -> PostgresAddress {
      try #require(PostgresAddress(try PostgresCluster.shared().database()))
    }

    /// A release with one state and two pages.
    static func publish(into store: some ReleaseStore) throws {
      let publishing = try store.beginPublishing()
      try publishing.add("index.html", Array(String(repeating: "a page ", count: 900).utf8))
      try publishing.add("data/x.bin", (0..<256).map { UInt8($0) })
      let series = SampleShelf.series(first)
      let release = SampleShelf.release("ONE", first, series)
      _ = try publishing.finish(SampleShelf.deposit([release], states: [("2024-05-01", series)]), at: noon)
    }

    static func made(_ address: PostgresAddress) throws -> PostgresStore {
      let store = try PostgresStore.openOrMake(address)
      try publish(into: store)
      return store
    }

    static func isMachine(_ error: any Error, _ words: String) -> Bool {
      guard case StoreError.machine(_, let reason) = error else { return false }
      return reason.contains(words)
    }

    @Test func `it keeps what every store promises`() throws {
      try expectConformance { try PostgresStore.openOrMake(PostgresStoreTests.address()) }
    }

    @Test func `hashes are those of a file, so that it can be told that both hold the same`() throws {
      let folder = FileManager.default.temporaryDirectory.appending(path: "milepost-\(UUID().uuidString)").path
      let file = try SQLiteStore.openOrMake(folder)
      defer { for end in ["", "-wal", "-shm"] { unlink(folder + end) } }
      try PostgresStoreTests.publish(into: file)
      let store = try PostgresStoreTests.made(PostgresStoreTests.address())
      #expect(try store.publications() == file.publications())
      let publication = try #require(try store.publication(asOf: nil))
      #expect(try store.releases(of: publication.id) == file.releases(of: publication.id))
      #expect(try store.states(of: publication.id) == file.states(of: publication.id))
    }

    @Test func `the tables of a release are those of the format`() throws {
      let address = try PostgresStoreTests.address()
      _ = try PostgresStore.openOrMake(address)
      let listed = try PostgresCluster.shared().sql(
        """
        SELECT table_name, string_agg(column_name, ' ' ORDER BY ordinal_position) FROM information_schema.columns
        WHERE table_schema = 'milepost' GROUP BY table_name
        """, in: address.text)
      let tables = Set(listed.split(separator: "\n").map(String.init))
      for table in ReleaseTable.allCases {
        #expect(tables.contains("\(table.rawValue)|release line \(table.columns.joined(separator: " "))"))
      }
    }

    @Test func `views are for people with any tool`() throws {
      let address = try PostgresStoreTests.address()
      let store = try PostgresStoreTests.made(address)
      let cluster = try PostgresCluster.shared()
      let set = try #require(try store.publication(asOf: nil).map { try store.releases(of: $0.id)[0].series.id.number })
      let observations = try cluster.sql(
        """
        SELECT period, value, missing, is_below_unit, status, source, vintage FROM milepost.observation
        WHERE series_set = \(set) AND indicator = 'internet-use' AND area = 'ALDA' AND codes = '{}' ORDER BY period
        """, in: address.text)
      #expect(
        observations == """
          2018|0.3333333333333333||f|A|returns|2024-06-30
          2019||not-collected|f|A|returns|2024-06-30
          2020||confidential|f|A|returns|2024-06-30
          2021|0||t|P|returns|2024-06-30
          2022|-0||f|A|returns|2024-06-30
          2023|99.99||f|A|returns|2024-06-30

          """)
      #expect(
        try cluster.sql(
          "SELECT area, codes, observations, first_period, last_period FROM milepost.series WHERE series_set = \(set)",
          in: address.text) == """
            ALDA|{}|6|2018|2023
            ALDA|{"SEX": "F"}|6|2015|2020
            BORO|{}|0||
            TOWNS|{}|2|2020|2021
            ALDA|{}|3|2020|2023

            """)
      #expect(
        try cluster.sql("SELECT target, title, status FROM milepost.status", in: address.text)
          == "1.1|Everybody online|off-track\n")
      #expect(
        try cluster.sql(
          "SELECT indicator, series, observations FROM milepost.observation_count ORDER BY 1", in: address.text)
          == "internet-use|4|14\npopulation|1|3\n")
    }

    static let damages = [
      ("UPDATE milepost.series_value SET value = 8 WHERE chunk = 1 AND period = '2023'", "chunk 1"),
      ("UPDATE milepost.series_value SET status = 'E' WHERE chunk = 1 AND period = '2023'", "chunk 1"),
      ("UPDATE milepost.series_value SET coverage = NULL", "chunk 1"),
      ("DELETE FROM milepost.series_value WHERE chunk = 1 AND period = '2023'", "chunk 1"),
      ("INSERT INTO milepost.series_value SELECT * FROM milepost.series_value WHERE chunk = 1", "chunk 1"),
      ("UPDATE milepost.chunk SET areas = replace(areas, 'ALDA', 'OTHER') WHERE id = 1", "chunk 1"),
      ("UPDATE milepost.series_key SET area = 'OTHER' WHERE area = 'BORO'", "chunk 1"),
      ("UPDATE milepost.blob SET bytes = '\\x00' WHERE id = 1", "the file with hash"),
      ("UPDATE milepost.site_file SET path = 'b.html' WHERE path = 'index.html'", "site 1"),
      ("UPDATE milepost.assessment SET status = 'achieved'", "the tables of release 1"),
      ("UPDATE milepost.text SET text = 'Women and men' WHERE id = 'SEX/F'", "the tables of release 1"),
      ("DELETE FROM milepost.set_chunk WHERE place = 1", "set of series 1"),
      ("UPDATE milepost.availability SET observations = 0", "set of series 1"),
      ("UPDATE milepost.publication_state SET received = '2024-05-02'", "publication 1"),
    ]

    @Test func `whatever is changed is found`() throws {
      let address = try PostgresStoreTests.address()
      let store = try PostgresStoreTests.made(address)
      #expect(try store.verify().damages.isEmpty)
      let cluster = try PostgresCluster.shared()
      let name = try #require(address.text.split(separator: "/").last)
      for (sql, finding) in PostgresStoreTests.damages {
        // A copy for each damage costs less than a store for each.
        let other = try cluster.database()
        let copy = try #require(other.split(separator: "/").last)
        try cluster.sql(
          """
          SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '\(name)';
          DROP DATABASE \(copy);
          CREATE DATABASE \(copy) TEMPLATE \(name)
          """, in: "postgres")
        try cluster.sql(sql, in: other)
        let damages = try PostgresStore.open(try #require(PostgresAddress(other))).verify().damages
        #expect(damages.contains { $0.description.contains(finding) }, "\(sql): \(damages)")
      }
    }

    @Test func `a database without a store, with another's or with a later one is told from a store`() throws {
      let cluster = try PostgresCluster.shared()
      let address = try PostgresStoreTests.address()
      let name = try #require(address.shown)
      #expect(throws: StoreError.noStore(name)) { try PostgresStore.open(address) }
      // A schema that an administrator made for us is empty.
      try cluster.sql("CREATE SCHEMA milepost", in: address.text)
      #expect(throws: StoreError.noStore(name)) { try PostgresStore.open(address) }
      try cluster.sql("CREATE TABLE milepost.cat (name text)", in: address.text)
      #expect(throws: StoreError.notAStore(name)) { try PostgresStore.openOrMake(address) }
      try cluster.sql("DROP TABLE milepost.cat", in: address.text)
      _ = try PostgresStore.openOrMake(address)
      try cluster.sql("UPDATE milepost.store SET format = 99", in: address.text)
      #expect(throws: StoreError.newer(name, version: 99, known: PostgresSchema.version)) {
        try PostgresStore.open(address)
      }
      try cluster.sql("UPDATE milepost.store SET application = 'else'", in: address.text)
      #expect(throws: StoreError.notAStore(name)) { try PostgresStore.open(address) }
    }

    @Test func `values are values, whatever is written in them`() throws {
      let store = try PostgresStoreTests.made(PostgresStoreTests.address())
      let publication = try #require(try store.publication(asOf: nil))
      for path in ["'; DROP SCHEMA milepost CASCADE; --", "\\", "index.html\u{0}", "é\u{1F30A}", "$1"] {
        #expect(try store.file(path, of: publication.id) == nil)
      }
      #expect(try store.chunks(of: StoreID(1), indicator: Indicator.ID("' OR true --")).isEmpty)
      let publishing = try store.beginPublishing()
      let wild = ["a'b\"c\\d.html", "tab\tnew\nline.html", "é\u{1F30A}.html"]
      for path in wild { try publishing.add(path, Array(path.utf8)) }
      let release = SampleShelf.release(
        "It's \\N \"one\"\t", PostgresStoreTests.first, SampleShelf.series(PostgresStoreTests.first))
      let receipt = try publishing.finish(SampleShelf.deposit([release]), at: PostgresStoreTests.noon)
      #expect(try store.paths(of: receipt.publication.id) == wild.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
      #expect(try store.releases(of: receipt.publication.id)[0].edition == release.edition?.id)
      #expect(try store.verify().damages.isEmpty)
    }
  }
#endif
