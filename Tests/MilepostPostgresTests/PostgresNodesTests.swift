#if Postgres
  import ClusterTesting
  import Foundation
  import MilepostModel
  import MilepostStore
  import MilepostTesting
  import Testing

  @testable import MilepostPostgres

  /// A release of which three servers hold the values and a fourth one all else.
  @Suite(.enabled(if: PostgresCluster.isInstalled, "PostgreSQL's server is not installed"))
  struct PostgresNodesTests {
    /// The statements of docs/scale.md for one of three nodes, which takes every third partition.
    private static func placement(of node: Int, _ port: Int) -> (node: String, coordinator: String) {
      let own = stride(from: node, to: PostgresSchema.partitionCount, by: 3)
      let columns =
        "value double precision, series integer NOT NULL, chunk integer NOT NULL, origin integer NOT NULL, "
        + "status \"char\" NOT NULL, period text COLLATE \"C\" NOT NULL, kind text COLLATE \"C\", "
        + "coverage double precision[]"
      let tables = own.map { number in
        """
        CREATE TABLE milepost.series_value_\(number) (\(columns));
        CREATE INDEX ON milepost.series_value_\(number) (chunk, series);
        """
      }
      let moved = own.map { number in
        """
        ALTER TABLE milepost.series_value DETACH PARTITION milepost.series_value_\(number);
        ALTER TABLE milepost.series_value_\(number) RENAME TO here_\(number);
        CREATE FOREIGN TABLE milepost.series_value_\(number) PARTITION OF milepost.series_value
          FOR VALUES WITH (MODULUS \(PostgresSchema.partitionCount), REMAINDER \(number)) SERVER node_\(node);
        INSERT INTO milepost.series_value_\(number) SELECT * FROM milepost.here_\(number);
        DROP TABLE milepost.here_\(number);
        """
      }
      let server = """
        CREATE SERVER node_\(node) FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '127.0.0.1', port '\(port)',
          dbname 'postgres', fetch_size '10000', batch_size '1000', async_capable 'true');
        CREATE USER MAPPING FOR CURRENT_USER SERVER node_\(node) OPTIONS (user 'milepost', password_required 'false');
        """
      return (
        "CREATE SCHEMA milepost;" + tables.joined(),
        "BEGIN; CREATE EXTENSION IF NOT EXISTS postgres_fdw;" + server + moved.joined() + "COMMIT;"
      )
    }

    private static func publish(
      _ edition: String, _ day: String, hasDelta: Bool, into store: some ReleaseStore
    ) throws -> PublishingReceipt {
      let date = SampleShelf.date(day)
      let series = SampleShelf.series(date, newest: hasDelta ? 13 : 12, hasDelta: hasDelta)
      let publishing = try store.beginPublishing()
      try publishing.add("index.html", Array(edition.utf8))
      return try publishing.finish(
        SampleShelf.deposit([SampleShelf.release(edition, date, series)], states: [(day, series)]),
        at: PostgresStoreTests.noon)
    }

    private static func values(_ set: SeriesSet.ID, of store: some ReleaseStore) throws -> [SeriesKey: [Estimate]] {
      var values: [SeriesKey: [Estimate]] = [:]
      var batches = try store.batches(of: set)
      while let table = try batches.nextBatch() {
        for place in table.keys.indices { values[table.keys[place]] = Array(table.estimates(at: place)) }
      }
      return values
    }

    /// Everything that readers ask gets the same answer.
    private static func expectSame(_ store: some ReleaseStore, as other: some ReleaseStore) throws {
      #expect(try store.publications() == other.publications())
      let newest = try #require(try store.publication(asOf: nil))
      let (releases, others) = (try store.releases(of: newest.id), try other.releases(of: newest.id))
      #expect(releases == others)
      #expect(try store.states(of: newest.id) == other.states(of: newest.id))
      let (set, same) = (try #require(releases.last).series.id, try #require(others.last).series.id)
      #expect(try store.series(of: set) == other.series(of: same))
      #expect(try store.availability(of: set) == other.availability(of: same))
      #expect(try values(set, of: store) == values(same, of: other))
      for summary in try store.series(of: set) {
        let one = try store.series(summary.key, of: set)?.estimates(summary.key).map(Array.init)
        #expect(try one == other.series(summary.key, of: same)?.estimates(summary.key).map(Array.init))
      }
      let before = Moment(millisecondsSince1970: PostgresStoreTests.noon.millisecondsSince1970)
      var (updates, otherUpdates) = (
        try #require(try store.updates(of: .latestRelease, after: before)),
        try #require(try other.updates(of: .latestRelease, after: before))
      )
      while let update = try updates.next() { #expect(try update == otherUpdates.next()) }
      #expect(try otherUpdates.next() == nil)
    }

    @Test func `three servers with a third of the series each answer as a file does`() throws {
      let path = FileManager.default.temporaryDirectory.appending(path: "milepost-\(UUID().uuidString)").path
      defer { for end in ["", "-wal", "-shm"] { unlink(path + end) } }
      let file = try SQLiteStore.openOrMake(path)
      let nodes = try (0..<3).map { _ in try PostgresCluster() }
      let cluster = try PostgresCluster.shared()
      let address = try PostgresStoreTests.address()
      let store = try PostgresStore.openOrMake(address)
      // What is there moves, and what is published afterwards goes to its server by itself.
      for store in [file, store] as [any ReleaseStore] {
        _ = try PostgresNodesTests.publish("ONE", "2024-06-30", hasDelta: false, into: store)
      }
      for (number, node) in nodes.enumerated() {
        let placement = PostgresNodesTests.placement(of: number, node.port)
        try node.sql(placement.node, in: "postgres")
        try cluster.sql(placement.coordinator, in: address.text)
      }
      for store in [file, store] as [any ReleaseStore] {
        #expect(try PostgresNodesTests.publish("TWO", "2025-06-30", hasDelta: true, into: store).isNew)
      }
      try PostgresNodesTests.expectSame(store, as: file)
      #expect(try store.verify().damages.isEmpty)

      // The coordinator has none of the values; with few series a server may have none either.
      let count =
        "SELECT sum(n) FROM ("
        + (0..<PostgresSchema.partitionCount).map { number in
          "SELECT count(*) AS n FROM milepost.series_value_\(number)"
        }.joined(separator: " UNION ALL ") + ") AS c"
      let all = try cluster.sql(count, in: address.text)
      let held = try nodes.map { node in
        let names = try node.sql(
          "SELECT relname FROM pg_class WHERE relname LIKE 'series_value_%' AND relkind = 'r'", in: "postgres")
        return try names.split(separator: "\n").reduce(0) { sum, name in
          sum + (Int(try node.sql("SELECT count(*) FROM milepost.\(name)", in: "postgres").dropLast()) ?? -1)
        }
      }
      #expect("\(held.reduce(0, +))\n" == all)
      #expect(held.filter { $0 > 0 }.count >= 2)

      // A sum for each series is made where its values lie.
      let plan = try cluster.sql(
        """
        SET enable_partitionwise_aggregate = on;
        EXPLAIN (VERBOSE, COSTS OFF) SELECT series, period, sum(value) FROM milepost.series_value GROUP BY 1, 2
        """, in: address.text)
      #expect(plan.contains("Relations: Aggregate on (milepost.series_value_0"))

      // A node that is gone is an error that names it, and no wrong answer.
      nodes[0].stop()
      let newest = try #require(try store.publication(asOf: nil))
      let set = try #require(try store.releases(of: newest.id).last).series.id
      #expect {
        _ = try PostgresNodesTests.values(set, of: store)
      } throws: { PostgresStoreTests.isMachine($0, "could not connect to server \"node_0\"") }
    }
  }
#endif
