#if Postgres
  import ClusterTesting
  import Foundation
  import Testing

  @Suite(.enabled(if: PostgresCluster.isInstalled, "PostgreSQL's server is not installed"))
  struct PostgresCommandTests {
    private static let isSlow = ProcessInfo.processInfo.environment["MILEPOST_SLOW"] != nil

    /// The base of the cases with one value changed.
    private func change(_ folder: TemporaryFolder, _ value: Int) throws {
      if !folder.exists("plan") { try folder.copyBase() }
      let table = try folder.text("plan/data/population.2020.csv")
      let row = try #require(table.split(separator: "\n").dropFirst().first)
      let last = try #require(row.split(separator: ",").last)
      try folder.write(
        table.replacing(row, with: row.dropLast(last.count) + "\(value)").utf8, to: "plan/data/population.2020.csv")
    }

    @Test func `a workspace is published, listed, verified, kept and restored`() throws {
      let folder = try TemporaryFolder()
      let cluster = try PostgresCluster.shared()
      let store = try cluster.database()
      let secret = store.replacing("milepost@", with: "milepost:s3cret@")
      let published = try Program.run(["publish", "Tests/Cases/base", "--store", secret])
      #expect(published.errors.isEmpty)
      #expect(
        published.output.hasPrefix("published R2020, R2021 into \(store) as publication 1\nadded 2 of 2 releases"))
      let again = try Program.run(["publish", "Tests/Cases/base", "--store", secret])
      #expect(again.output.hasPrefix("nothing has changed since publication 1 of "))
      let list = try Program.run(["store", "list", store]).output
      #expect(list.split(separator: "\n").count == 2)
      #expect(try Program.run(["store", "verify", store]).output.hasPrefix("sound\npublications  1\n"))
      // The same as in a file, and as what comes back from a file.
      #expect(try Program.run(["store", "backup", secret, folder.path("copy")]).exitCode == 0)
      #expect(try Program.run(["store", "list", folder.path("copy")]).output == list)
      #expect(try Program.run(["store", "restore", secret, folder.path("copy")]).exitCode == 64)
      let restored = try Program.run(["store", "restore", secret, folder.path("copy"), "--replace"])
      #expect(restored.output == "restored \(store)\n")
      let other = try cluster.database()
      #expect(try Program.run(["store", "restore", other, folder.path("copy")]).exitCode == 0)
      #expect(try Program.run(["store", "list", other]).output == list)
    }

    @Test func `what cannot be reached ends with 2, and what is no address with 64`() throws {
      let none = try Program.run(["store", "verify", "postgres://milepost:s3cret@127.0.0.1:1/plans"])
      #expect(none.exitCode == 2)
      #expect(none.errors.hasPrefix("milepost: cannot use postgres://milepost@127.0.0.1:1/plans: connection to server"))
      #expect(!none.errors.contains("s3cret"))
      let wrong = try Program.run(["store", "verify", "postgres://milepost:s3cret%zz@127.0.0.1/plans"])
      #expect(wrong.exitCode == 64)
      #expect(!wrong.errors.contains("s3cret"))
      let empty = try Program.run(["store", "verify", try PostgresCluster.shared().database()])
      #expect(empty.exitCode == 2)
      #expect(empty.errors.contains("there is no store at postgres://"))
    }

    @Test func `a publisher that is killed at any moment leaves a whole store`() throws {
      let folder = try TemporaryFolder()
      let cluster = try PostgresCluster.shared()
      let store = try cluster.database()
      try change(folder, 1000)
      let started = ContinuousClock.now
      #expect(try Program.run(["publish", folder.path("plan"), "--store", store]).exitCode == 0)
      let length = Int((ContinuousClock.now - started).components.attoseconds / 1_000_000_000_000)
      var publications = 1
      for number in 0..<(PostgresCommandTests.isSlow ? 100 : 5) {
        try change(folder, 1001 + number)
        let run = try Program.start(["publish", folder.path("plan"), "--store", store])
        usleep(UInt32(Int.random(in: length / 10...max(length, 1000))))
        kill(run.process.processIdentifier, SIGKILL)
        let result = try run.result()
        let sound = try Program.run(["store", "verify", store])
        #expect(sound.exitCode == 0, "\(sound.errors)")
        let lines = try Program.run(["store", "list", store]).output.split(separator: "\n").count
        // Two editions each: a publication is there or not, and what was acknowledged is.
        #expect(lines == publications * 2 || lines == publications * 2 + 2)
        if result.exitCode == 0 { #expect(lines == publications * 2 + 2) }
        publications = lines / 2
      }
      // The server lets go of the lock of a publisher that is gone.
      try cluster.sql(
        """
        SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()
        """, in: store)
      #expect(try Program.run(["publish", folder.path("plan"), "--store", store]).exitCode == 0)
    }

    @Test func `a second publisher is told that somebody is publishing`() throws {
      let folder = try TemporaryFolder()
      let store = try PostgresCluster.shared().database()
      try change(folder, 7)
      let runs = try (0..<3).map { _ in try Program.start(["publish", folder.path("plan"), "--store", store]) }
      let results = try runs.map { try $0.result() }
      #expect(results.contains { $0.exitCode == 0 })
      for result in results where result.exitCode != 0 {
        #expect(result.exitCode == 2)
        #expect(result.errors.contains("is being written by another program"))
      }
      #expect(try Program.run(["store", "verify", store]).exitCode == 0)
    }

    private static let mayMount = geteuid() == 0

    @Test(.enabled(if: isSlow && mayMount, "slow, and only root can mount a small disk"))
    func `a full disk of the server leaves the release that was there`() throws {
      let folder = try TemporaryFolder()
      let cluster = try PostgresCluster(withDiskOf: 40)
      try cluster.sql("CREATE TABLESPACE small LOCATION '\(cluster.disk)'", in: "postgres")
      try cluster.sql("CREATE DATABASE small TABLESPACE small", in: "postgres")
      let store = cluster.address("small")
      try change(folder, 1)
      #expect(try Program.run(["publish", folder.path("plan"), "--store", store]).exitCode == 0)
      let before = try Program.run(["store", "list", store]).output
      try cluster.sql(
        "CREATE TABLE filler (t text); ALTER TABLE filler ALTER t SET STORAGE EXTERNAL", in: store)
      // Pieces that get smaller, until there is no room for a page.
      for size in [4_000_000, 400_000, 40_000, 4_000] {
        var hasRoom = true
        while hasRoom {
          do { try cluster.sql("INSERT INTO filler SELECT repeat('x', \(size))", in: store) } catch { hasRoom = false }
        }
      }
      try change(folder, 2)
      let full = try Program.run(["publish", folder.path("plan"), "--store", store])
      #expect(full.exitCode == 2)
      #expect(
        full.errors.hasSuffix("milepost: the disk is full: what \(store) held before is unchanged\n"), "\(full.errors)")
      try cluster.sql("DROP TABLE filler", in: store)
      #expect(try Program.run(["store", "list", store]).output == before)
      #expect(try Program.run(["store", "verify", store]).exitCode == 0)
      #expect(try Program.run(["publish", folder.path("plan"), "--store", store]).exitCode == 0)
    }
  }
#endif
