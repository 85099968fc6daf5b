#if Postgres
  import ClusterTesting
  import Foundation
  import MilepostModel
  import MilepostStore
  import MilepostTesting
  import Testing

  @testable import MilepostPostgres

  @Suite(.enabled(if: PostgresCluster.isInstalled, "PostgreSQL's server is not installed"))
  struct PostgresConnectionTests {
    private func endSessions(_ address: PostgresAddress) throws {
      try PostgresCluster.shared().sql(
        """
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()
        """, in: address.text)
    }

    @Test func `a reader whose connection the server ended asks once more`() throws {
      let address = try PostgresStoreTests.address()
      let store = try PostgresStoreTests.made(address)
      let before = try store.publications()
      try endSessions(address)
      #expect(try store.publications() == before)
    }

    @Test func `a server that is started anew is found again, and one that is gone is an error`() throws {
      let cluster = try PostgresCluster()
      let address = try #require(PostgresAddress(try cluster.database()))
      let store = try PostgresStoreTests.made(address)
      let publication = try #require(try store.publication(asOf: nil))
      cluster.stop()
      #expect { try store.file("index.html", of: publication.id) } throws: { error in
        PostgresStoreTests.isMachine(error, "port \(cluster.port) failed: Connection refused")
      }
    }

    @Test func `many readers share a few connections`() async throws {
      let store = try PostgresStoreTests.made(PostgresStoreTests.address())
      let publication = try #require(try store.publication(asOf: nil))
      await withTaskGroup(of: Void.self) { group in
        for _ in 0..<40 {
          group.addTask {
            do {
              #expect(try store.releases(of: publication.id).count == 1)
              #expect(try store.file("index.html", of: publication.id) != nil)
            } catch {
              Issue.record(error)
            }
          }
        }
      }
      let sessions = try PostgresCluster.shared().sql(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()", in: store.address.text)
      #expect(try #require(Int(sessions.dropLast())) <= 9)
    }

    @Test func `a publisher that loses the server leaves nothing, and the next one can publish`() throws {
      let address = try PostgresStoreTests.address()
      let store = try PostgresStoreTests.made(address)
      let publishing = try store.beginPublishing()
      try publishing.add("b.html", Array("b".utf8))
      try endSessions(address)
      let day = SampleShelf.date("2025-06-30")
      let deposit = SampleShelf.deposit([SampleShelf.release("TWO", day, SampleShelf.series(day))])
      #expect(throws: StoreError.self) { try publishing.finish(deposit, at: PostgresStoreTests.noon.next) }
      #expect(try store.publications().count == 1)
      let again = try store.beginPublishing().finish(deposit, at: PostgresStoreTests.noon.next)
      #expect(again.publication.id.number == 2)
      #expect(try store.verify().damages.isEmpty)
    }

    @Test func `rows that nobody knows of are gone with the next publication`() throws {
      let address = try PostgresStoreTests.address()
      let store = try PostgresStoreTests.made(address)
      let cluster = try PostgresCluster.shared()
      let count = "SELECT count(*) FROM milepost.series_value"
      let before = try cluster.sql(count, in: address.text)
      // As a server leaves them whose part of a publication was settled when the coordinator was lost.
      try cluster.sql(
        "INSERT INTO milepost.series_value SELECT value, series, chunk + 2, origin, status, period FROM "
          + "milepost.series_value", in: address.text)
      try store.beginPublishing().cancel()
      let day = SampleShelf.date("2025-06-30")
      let deposit = SampleShelf.deposit([SampleShelf.release("TWO", day, SampleShelf.series(day))])
      _ = try store.beginPublishing().finish(deposit, at: PostgresStoreTests.noon.next)
      #expect(try cluster.sql(count, in: address.text) == "\(try #require(Int(before.dropLast())) * 2)\n")
      #expect(try store.verify().damages.isEmpty)
    }

    @Test func `no error shows a password`() throws {
      let cluster = try PostgresCluster.shared()
      let addresses = [
        "postgres://milepost:s3cret@127.0.0.1:1/plans", "postgres://milepost:s3cret@127.0.0.1:\(cluster.port)/none",
        "postgres://nobody:s3cret@127.0.0.1:\(cluster.port)/postgres",
        "postgres://127.0.0.1:\(cluster.port)/none?password=s3cret", "postgres://milepost:s3cret%zz@127.0.0.1/plans",
        "postgres://milepost:s3cret@127.0.0.1:port/plans",
      ]
      for text in addresses {
        let address = try #require(PostgresAddress(text))
        #expect {
          try PostgresStore.openOrMake(address)
        } throws: { error in
          let words = "\(error)"
          return words.hasPrefix("cannot use ") && !words.contains("s3cret")
        }
      }
      let refused = try #require(PostgresAddress(addresses[0]))
      #expect(refused.shown == "postgres://milepost@127.0.0.1:1/plans")
    }

    @Test func `who may only read reads, and is told that he may not publish`() throws {
      let cluster = try PostgresCluster.shared()
      let address = try PostgresStoreTests.address()
      let before = try PostgresStoreTests.made(address).publications()
      let role = "r" + String(try #require(address.text.split(separator: "/").last))
      try cluster.sql(
        """
        CREATE ROLE \(role) LOGIN; GRANT USAGE ON SCHEMA milepost TO \(role);
        GRANT SELECT ON ALL TABLES IN SCHEMA milepost TO \(role)
        """, in: address.text)
      let reader = try #require(PostgresAddress(address.text.replacing("//milepost@", with: "//\(role)@")))
      let store = try PostgresStore.open(reader)
      #expect(try store.publications() == before)
      #expect(try store.verify().damages.isEmpty)
      #expect { try store.beginPublishing() } throws: { PostgresStoreTests.isMachine($0, "permission denied") }
    }

    @Test func `a statement that takes too long is ended`() throws {
      let address = try PostgresStoreTests.address()
      _ = try PostgresStoreTests.made(address)
      let hasty = try #require(PostgresAddress(address.text + "?options=-c%20statement_timeout%3D200"))
      let connection = try PostgresPool.reader(hasty)
      #expect { try connection.run("SELECT pg_sleep(20)") } throws: { error in
        PostgresStoreTests.isMachine(error, "longer than the server allows")
      }
      #expect(!connection.isBroken)
      let usual = try PostgresPool.reader(address).run("SELECT current_setting('statement_timeout')")
      #expect(usual.text(0, 0) == "30s")
    }
  }
#endif
