import Foundation
import Testing

/// `freeze` and `verify` as a user runs them, with stand-ins for the programs of other people.
@Suite struct FreezeTests {
  private let folder: TemporaryFolder

  /// The base of the cases with a report that has a chart, and programs that write what they were given.
  init() throws {
    folder = try TemporaryFolder()
    try folder.copyBase()
    try folder.write("original-language: en\ntitle: Report\n".utf8, to: "plan/narrative/report.yaml")
    try folder.write(
      """
      ---
      id: use
      title: Use
      order: 1
      ---
      The isles are {= count(areas(ISLES)) : 1}.

      :::chart target=1.1

      """.utf8, to: "plan/narrative/en/1.md")
    try tool("weasyprint", "WeasyPrint version 70.0", output: #"for last; do :; done; echo pdf > "$last""#)
    try tool("rsvg-convert", "rsvg-convert version 2.54.7", output: #"/bin/cp "$SAMPLE" "$5""#)
  }

  private func tool(_ name: String, _ version: String, output: String) throws {
    let sample = Program.root.appending(path: "Tests/Cases/MP1111-no-words/narrative/images/map.png").path
    try folder.write(
      """
      #!/bin/sh
      SAMPLE=\(sample)
      if [ "$1" = --version ]; then echo '\(version)'; exit 0; fi
      \(output)

      """.utf8, to: "bin/\(name)")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path("bin/\(name)"))
  }

  private func run(_ arguments: String..., without missing: String? = nil) throws -> Program.Result {
    if let missing { try FileManager.default.removeItem(at: folder.url.appending(path: "bin/\(missing)")) }
    return try Program.run(
      arguments, environment: ["PATH": folder.path("bin"), "XDG_CACHE_HOME": folder.path("cache")],
      in: folder.url)
  }

  @Test func `an edition is kept with its report in every format, and what made them`() throws {
    let result = try run("freeze", "plan", "R2021")
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(result.output.contains("report in en as html, pdf, docx\n"))
    let kept = try folder.files("plan/frozen/r2021")
    #expect(kept["report.en.pdf"] == Data("pdf\n".utf8))
    #expect(kept["report.en.docx"] != nil && kept["report.en.html"] != nil)
    let programs = String(decoding: try #require(kept["program.txt"]), as: UTF8.self)
    #expect(programs == "milepost 0.1.0\nweasyprint 70.0\nrsvg-convert 2.54.7\n")
    let sums = String(decoding: try #require(kept["files.sha256"]), as: UTF8.self)
    for name in ["report.en.html", "report.en.pdf", "report.en.docx", "program.txt"] {
      #expect(sums.contains("  \(name)\n"))
    }
    #expect(try folder.names(in: "plan/frozen") == ["r2021"])
    #expect(try run("freeze", "plan", "R2021").exitCode == 64)
  }

  @Test func `kept reports are checked without the programs that made them`() throws {
    #expect(try run("freeze", "plan", "R2021").exitCode == 0)
    try FileManager.default.removeItem(at: folder.url.appending(path: "bin/weasyprint"))
    let verified = try run("verify", "plan", "R2021", without: "rsvg-convert")
    #expect(verified.exitCode == 0, "\(verified.output)")
    #expect(verified.output.contains("frozen by milepost 0.1.0, weasyprint 70.0, rsvg-convert 2.54.7; verified by"))
    try folder.write("pdf?\n".utf8, to: "plan/frozen/r2021/report.en.pdf")
    let damaged = try run("verify", "plan", "R2021")
    #expect(damaged.exitCode == 1)
    #expect(damaged.output.contains("report.en.pdf was changed"))
  }

  @Test(arguments: [
    ("weasyprint", "pip install weasyprint", "--format html,docx"),
    ("rsvg-convert", "apt-get install librsvg2-bin", "--format html,pdf"),
  ])
  func `without a program nothing is kept, and how to install it or do without is said`(
    _ name: String, _ install: String, _ option: String
  ) throws {
    let result = try run("freeze", "plan", "R2021", without: name)
    #expect(result.exitCode == 2)
    #expect(result.errors.contains(install) && result.errors.contains(option), "\(result.errors)")
    #expect(!folder.exists("plan/frozen"))
    let formats = String(option.split(separator: " ")[1])
    #expect(try run("freeze", "plan", "R2021", "--format", formats).exitCode == 0)
    let kept = try folder.files("plan/frozen/r2021").keys.filter { $0.hasPrefix("report.") }.sorted()
    #expect(kept == formats.split(separator: ",").map { "report.en.\($0)" }.sorted())
    let programs = String(decoding: try #require(try folder.files("plan/frozen")["r2021/program.txt"]), as: UTF8.self)
    #expect(!programs.contains(name))
  }

  @Test func `a program that fails leaves nothing behind`() throws {
    try tool("weasyprint", "WeasyPrint version 70.0", output: "echo out of paper; exit 3")
    let result = try run("freeze", "plan", "R2021")
    #expect(result.exitCode == 2)
    #expect(result.errors.contains("ended with 3\nout of paper"))
    #expect(!folder.exists("plan/frozen"))
  }

  @Test(arguments: ["", "pdf,", "odt", "PDF"])
  func `a format that there is not is a wrong command line`(_ formats: String) throws {
    let result = try run("freeze", "plan", "R2021", "--format", formats)
    #expect(result.exitCode == 64)
    #expect(result.errors.contains("write some of html,pdf,docx"))
  }

  @Test func `an edition without a report is kept, and says so`() throws {
    let result = try run("freeze", "plan", "R2020")
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(result.output.contains("without a report"))
  }
}
