import Foundation
import Testing

@Suite struct StoreCommandTests {
  static let commands = ["publish", "store list", "store verify", "store backup", "store restore"]

  @Test(arguments: commands) func `every command of stores has help that fits, with an example`(_ command: String)
    throws
  {
    let result = try Program.run(command.split(separator: " ").map(String.init) + ["--help"])
    #expect(result.exitCode == 0)
    #expect(result.output.contains("  milepost \(command) "))
    let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 40)
    #expect(lines.filter { $0.count > 80 } == [])
  }

  #if Store
    @Test func `a workspace is published, listed, verified, kept and restored`() throws {
      let folder = try TemporaryFolder()
      let store = folder.path("a.store")
      let published = try Program.run(["publish", "Tests/Cases/base", "--store", store])
      #expect(published.errors.isEmpty)
      #expect(
        published.output.hasPrefix("published R2020, R2021 into \(store) as publication 1\nadded 2 of 2 releases"))
      let again = try Program.run(["publish", "Tests/Cases/base", "--store", store])
      #expect(again.exitCode == 0)
      #expect(again.output.hasPrefix("nothing has changed since publication 1 of "))
      let list = try Program.run(["store", "list", store]).output.split(separator: "\n")
      #expect(list.count == 2)
      #expect(list[0].contains("  R2020  ") && list[1].contains("  R2021  ") && list[0].contains("sha256:"))
      let sound = try Program.run(["store", "verify", store])
      #expect(sound.exitCode == 0)
      #expect(sound.output.hasPrefix("sound\npublications  1\nreleases      2\n"))
      #expect(try Program.run(["store", "backup", store, folder.path("copy")]).exitCode == 0)
      #expect(try Program.run(["store", "backup", store, folder.path("copy")]).exitCode == 64)
      let kept = try Program.run(["store", "restore", store, folder.path("copy")])
      #expect(kept.exitCode == 64)
      #expect(kept.errors == "milepost: \(store) exists and was not overwritten; --replace lets it give way\n")
      #expect(try Program.run(["store", "restore", store, folder.path("copy"), "--replace"]).exitCode == 0)
      #expect(try Program.run(["store", "list", store]).output.split(separator: "\n") == list)
    }

    @Test func `the content hash of a published edition is that of its release file`() throws {
      let folder = try TemporaryFolder()
      #expect(try Program.run(["publish", "Tests/Cases/base", "--store", folder.path("a.store")]).exitCode == 0)
      #expect(
        try Program.run(["build", "Tests/Cases/base", "--output", folder.path("site"), "--only", "data"]).exitCode == 0)
      let release = try folder.text("site/data/release.json")
      let line = try #require(
        try Program.run(["store", "list", folder.path("a.store")]).output.split(separator: "\n").last)
      let hash = try #require(line.split(separator: " ").last)
      #expect(release.contains("\"\(hash)\""))
    }

    @Test func `what is no store ends with 2, and what cannot be meant with 64`() throws {
      let folder = try TemporaryFolder()
      let none = try Program.run(["store", "verify", folder.path("none")])
      #expect(none.exitCode == 2)
      #expect(none.errors == "milepost: there is no store at \(folder.path("none")); 'milepost publish' makes one\n")
      #expect(try folder.names() == [])
      try folder.write("this is a text and no database of anybody, as can be seen\n".utf8, to: "text")
      #expect(try Program.run(["publish", "Tests/Cases/base", "--store", folder.path("text")]).exitCode == 2)
      #expect(try folder.text("text").hasPrefix("this is a text"))
      #expect(try Program.run(["publish", "Tests/Cases/base", "--store", "/proc/none/a.store"]).exitCode == 2)
      #expect(try Program.run(["publish", "Tests/Cases/base", "--store", ""]).exitCode == 64)
      #if !Postgres
        let other = try Program.run(["store", "list", "postgres://localhost/x"])
        #expect(other.exitCode == 2)
        #expect(other.errors.hasSuffix("  swift build -c release --product milepost --traits Postgres\n"))
      #endif
      #expect(try Program.run(["publish", "/no/such/folder", "--store", folder.path("b.store")]).exitCode == 64)
      #expect(!folder.exists("b.store"))
    }

    @Test func `a workspace with errors is not published`() throws {
      let folder = try TemporaryFolder()
      try folder.copyBase()
      try folder.write("goals: [".utf8, to: "plan/plan/extra.yaml")
      #expect(try Program.run(["publish", folder.path("plan"), "--store", folder.path("a.store")]).exitCode == 1)
      #expect(!folder.exists("a.store"))
    }

    /// A store with one publication, and a workspace that has another value since.
    private func changed(_ folder: TemporaryFolder, value: Int) throws {
      try folder.copyBase()
      if !folder.exists("a.store") {
        #expect(try Program.run(["publish", folder.path("plan"), "--store", folder.path("a.store")]).exitCode == 0)
      }
      try change(folder, value)
    }

    private func change(_ folder: TemporaryFolder, _ value: Int) throws {
      let table = try folder.text("plan/data/population.2020.csv")
      let row = try #require(table.split(separator: "\n").dropFirst().first)
      let last = try #require(row.split(separator: ",").last)
      try folder.write(
        table.replacing(row, with: row.dropLast(last.count) + "\(value)").utf8, to: "plan/data/population.2020.csv")
    }

    @Test func `a publisher that is killed at any moment leaves a whole store`() throws {
      let folder = try TemporaryFolder()
      try changed(folder, value: 1000)
      let store = folder.path("a.store")
      let whole = try Program.run(["publish", folder.path("plan"), "--store", folder.path("b.store")])
      #expect(whole.exitCode == 0)
      let started = ContinuousClock.now
      #expect(try Program.run(["publish", folder.path("plan"), "--store", folder.path("c.store")]).exitCode == 0)
      let length = Int((ContinuousClock.now - started).components.attoseconds / 1_000_000_000_000)
      let isSlow = ProcessInfo.processInfo.environment["MILEPOST_SLOW"] != nil
      var publications = 1
      for number in 0..<(isSlow ? 100 : 20) {
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
      #expect(try Program.run(["publish", folder.path("plan"), "--store", store]).exitCode == 0)
    }

    @Test func `a disk that takes no more leaves the store as it was`() throws {
      let folder = try TemporaryFolder()
      try changed(folder, value: 77)
      let store = folder.path("a.store")
      let before = try Program.run(["store", "list", store]).output
      let process = Process()
      process.executableURL = URL(filePath: "/bin/bash")
      let command = "ulimit -f 40; exec '\(Program.path.path)' publish '\(folder.path("plan"))' --store '\(store)'"
      process.arguments = ["-c", command]
      let errors = try folder.handle("errors")
      process.standardError = errors
      process.standardOutput = errors
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 2)
      #expect(try folder.text("errors").contains("milepost: cannot use \(store): disk I/O error"))
      #expect(try Program.run(["store", "list", store]).output == before)
      #expect(try Program.run(["store", "verify", store]).exitCode == 0)
      #expect(try Program.run(["publish", folder.path("plan"), "--store", store]).exitCode == 0)
    }

    private static let maySlowlyMount = ProcessInfo.processInfo.environment["MILEPOST_SLOW"] != nil && geteuid() == 0

    @Test(.enabled(if: StoreCommandTests.maySlowlyMount, "slow, and only root can mount a small disk"))
    func `a full disk leaves the release that was there`() throws {
      let folder = try TemporaryFolder()
      try FileManager.default.createDirectory(at: folder.url.appending(path: "disk"), withIntermediateDirectories: true)
      let disk = folder.path("disk")
      try #require(system("mount -t tmpfs -o size=2m tmpfs '\(disk)'") == 0)
      defer { #expect(system("umount '\(disk)'") == 0) }
      try folder.copyBase()
      #expect(try Program.run(["publish", folder.path("plan"), "--store", disk + "/a.store"]).exitCode == 0)
      let before = try Program.run(["store", "list", disk + "/a.store"]).output
      _ = system("dd if=/dev/zero of='\(disk)/filler' bs=4096 2>/dev/null")
      try change(folder, 2)
      let full = try Program.run(["publish", folder.path("plan"), "--store", disk + "/a.store"])
      #expect(full.exitCode == 2)
      #expect(full.errors.contains("disk"))
      try FileManager.default.removeItem(atPath: disk + "/filler")
      #expect(try Program.run(["store", "list", disk + "/a.store"]).output == before)
      #expect(try Program.run(["store", "verify", disk + "/a.store"]).exitCode == 0)
      #expect(try Program.run(["publish", folder.path("plan"), "--store", disk + "/a.store"]).exitCode == 0)
    }

    @Test func `a second publisher is told that somebody is publishing`() throws {
      let folder = try TemporaryFolder()
      try changed(folder, value: 77)
      let runs = try (0..<3).map { _ in
        try Program.start(["publish", folder.path("plan"), "--store", folder.path("a.store")])
      }
      let results = try runs.map { try $0.result() }
      #expect(results.contains { $0.exitCode == 0 })
      for result in results where result.exitCode != 0 {
        #expect(result.exitCode == 2)
        #expect(result.errors.contains("is being written by another program"))
      }
      #expect(try Program.run(["store", "verify", folder.path("a.store")]).exitCode == 0)
    }
  #else
    @Test func `without stores the commands say how to get them`() throws {
      let folder = try TemporaryFolder()
      for arguments in [
        ["publish", "Tests/Cases/base", "--store", folder.path("a.store")], ["store", "list", "a"],
        ["store", "verify", "a"], ["store", "backup", "a", "b"], ["store", "restore", "a", "b"],
      ] {
        let result = try Program.run(arguments)
        #expect(result.exitCode == 2)
        #expect(result.errors.hasSuffix("  swift build -c release --product milepost --traits Store\n"))
      }
      #expect(try folder.names() == [])
    }
  #endif
}
