import Foundation
import Testing

/// What `build` does to the folder that it writes.
@Suite struct OutputFolderTests {
  private func build(_ folder: TemporaryFolder, _ more: String...) throws -> Program.Result {
    try Program.run(["build", folder.path("plan"), "--output", folder.path("site")] + more)
  }

  @Test func `files that no build wrote stay`() throws {
    let folder = try TemporaryFolder()
    try folder.copyBase()
    #expect(try build(folder).exitCode == 0)
    let own = [".git/HEAD", "CNAME", "en/goals/notes.txt", "old/page.html"]
    for path in own { try folder.write("mine".utf8, to: "site/\(path)") }
    try FileManager.default.createDirectory(
      atPath: folder.path("site/en/empty"), withIntermediateDirectories: true)
    try folder.write(
      "en/gone/index.html\n".utf8 + Data(contentsOf: URL(filePath: folder.path("site/.milepost-files"))),
      to: "site/.milepost-files")
    try folder.write("of a build".utf8, to: "site/en/gone/index.html")
    try FileManager.default.removeItem(atPath: folder.path("site/en/index.html"))
    #expect(try build(folder).exitCode == 0)
    for path in own { #expect(try folder.text("site/\(path)") == "mine", "\(path)") }
    #expect(folder.exists("site/en/index.html"))
    #expect(folder.exists("site/en/empty"))
    #expect(!folder.exists("site/en/gone"))
    #expect(try folder.names() == ["plan", "site"])
  }

  @Test func `the list of files is sorted and names every one`() throws {
    let folder = try TemporaryFolder()
    try folder.copyBase()
    #expect(try build(folder, "--only", "data").exitCode == 0)
    let listed = try folder.text("site/.milepost-files").split(separator: "\n").map(String.init)
    #expect(listed == listed.sorted())
    #expect(Set(listed + [".milepost-files"]) == Set(try folder.files("site").keys))
  }

  @Test(arguments: ["one.txt", "data/release.json"])
  func `a folder of other files is refused`(_ path: String) throws {
    let folder = try TemporaryFolder()
    try folder.copyBase()
    try folder.write("dear".utf8, to: "site/\(path)")
    let result = try build(folder)
    #expect(result.exitCode == 64)
    #expect(result.errors.hasPrefix("milepost: "))
    #expect(result.errors.contains("name another folder or empty this one"))
    #expect(try folder.files("site").keys.sorted() == [path])
  }

  @Test func `a file of somebody else where a page belongs is refused`() throws {
    let folder = try TemporaryFolder()
    try folder.copyBase()
    #expect(try build(folder, "--only", "data").exitCode == 0)
    try folder.write("mine".utf8, to: "site/en")
    let before = try folder.files("site")
    let result = try build(folder)
    #expect(result.exitCode == 64)
    #expect(result.errors.contains("/site/en is in the way of the site"))
    #expect(try folder.files("site") == before)
    #expect(try folder.names() == ["plan", "site"])
  }

  @Test func `a part alone leaves the others as they are`() throws {
    let folder = try TemporaryFolder()
    try folder.copyBase()
    #expect(try build(folder).exitCode == 0)
    let whole = try folder.files("site")
    #expect(try build(folder, "--only", "data").exitCode == 0)
    #expect(try folder.files("site") == whole)
    #expect(try build(folder, "--only", "site").exitCode == 0)
    #expect(try folder.files("site") == whole)
  }

  @Test func `a part alone may come first`() throws {
    let folder = try TemporaryFolder()
    try folder.copyBase()
    for part in ["site", "data"] {
      #expect(try build(folder, "--only", part).exitCode == 0)
    }
    let parts = try folder.files("site")
    #expect(try build(folder).exitCode == 0)
    #expect(try folder.files("site") == parts)
  }

  @Test func `builds at once leave one whole site`() async throws {
    let folder = try TemporaryFolder()
    try folder.copyBase()
    #expect(try Program.run(["build", folder.path("plan"), "--output", folder.path("one")]).exitCode == 0)
    for _ in 1...3 {
      let runs = try (1...4).map { _ in
        try Program.start(["build", folder.path("plan"), "--output", folder.path("site")])
      }
      let results = try runs.map { try $0.result() }
      #expect(results.contains { $0.exitCode == 0 })
      for result in results where result.exitCode != 0 {
        #expect(result.exitCode == 2)
        #expect(result.errors.contains("another build is writing it"))
      }
      #expect(try folder.files("site") == folder.files("one"))
      #expect(try folder.names() == ["one", "plan", "site"])
    }
  }

  @Test(arguments: [SIGINT, SIGTERM]) func `an interrupted build leaves nothing`(_ signal: Int32) throws {
    let folder = try TemporaryFolder()
    let run = try Program.start(
      ["build", "Examples/connect-2030", "--output", folder.path("sites/one/site")])
    while run.process.isRunning, try !folder.files("").keys.contains(where: { $0.contains("new/data/") }) {}
    kill(run.process.processIdentifier, signal)
    let result = try run.result()
    #expect(result.exitCode == 128 + signal, "\(result.errors)")
    #expect(try folder.names() == [])
  }

  @Test func `the current folder is a folder like any other`() throws {
    let folder = try TemporaryFolder()
    try folder.copyBase()
    try folder.write([], to: "site/sub/x")
    try FileManager.default.removeItem(atPath: folder.path("site/sub/x"))
    let plan = folder.path("plan")
    let sub = folder.url.appending(path: "site/sub")
    #expect(try Program.run(["build", plan, "--output", ".."], in: sub).exitCode == 64)
    #expect(try Program.run(["build", plan, "--output", "."], in: sub).exitCode == 0)
    #expect(folder.exists("site/sub/index.html"))
    #expect(try Program.run(["build", plan, "--output", "./"], in: sub).exitCode == 0)
    #expect(try Program.run(["build", plan, "--output", "."], in: folder.url).exitCode == 64)
    #expect(try folder.names() == ["plan", "site"])
    let nameless = try Program.run(["build", plan, "--output", ""], in: folder.url)
    #expect(nameless.exitCode == 64)
    #expect(nameless.errors == "milepost: --output is empty; name a folder\n")
  }

  @Test func `a link to a folder stays a link`() throws {
    let folder = try TemporaryFolder()
    try folder.copyBase()
    try FileManager.default.createDirectory(atPath: folder.path("real"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: folder.path("site"), withDestinationPath: "real")
    for _ in 1...2 { #expect(try build(folder).exitCode == 0) }
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("site")) == "real")
    #expect(folder.exists("real/index.html"))
    #expect(try folder.names() == ["plan", "real", "site"])
    try FileManager.default.removeItem(atPath: folder.path("real"))
    #expect(try build(folder).exitCode == 64)
  }
}
