import MilepostModel
import MilepostPipeline
import Testing

@Suite struct FrozenEditionTests {
  private static let report = [
    "narrative/report.yaml": "original-language: en\ntitle: Report\n",
    "narrative/en/1.md": """
    ---
    id: use
    title: Use
    order: 1
    ---
    Of all people [57.6 per cent]{= internet-use(ISLES, 2020)} are online.

    Their share [grows]{? internet-use(ISLES) rises over 2016..2020}.

    What was said before holds.

    The isles are {= count(areas(ISLES)) : 1}.

    """,
  ]

  private func files(_ changes: [String: String] = [:]) throws -> [String: [UInt8]] {
    var files = try Repository.files(in: "Tests/Cases/base")
    for (path, text) in Self.report.merging(changes, uniquingKeysWith: { $1 }) { files[path] = Array(text.utf8) }
    return files
  }

  private func frozen(_ files: [String: [UInt8]]) throws -> FrozenEdition {
    let workspace = Workspace(files: files)
    let compilation = try workspace.compile(.named("R2021"), isStrict: true)
    #expect(compilation.diagnostics == [])
    let release = try #require(compilation.releases.last)
    return try workspace.freeze(
      release, programs: ["milepost 1.2.3", "weasyprint 70.0"],
      reports: [("report.en.html", [65])], scratch: "/tmp")
  }

  private func verified(_ files: [(path: String, bytes: [UInt8])]) throws -> Verification {
    let contents = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) })
    return try verify("R2021", paths: files.map(\.path)) { contents[$0, default: []] }
  }

  @Test func `an edition is kept with what it was made from, and is the same each time`() throws {
    let (one, other) = (try frozen(files()), try frozen(files()))
    #expect(one.seal == other.seal)
    let paths = one.files.map(\.path)
    #expect(paths.contains("workspace/narrative/en/1.md") && paths.contains("data/targets.json"))
    let check = try verified(one.files)
    #expect(check.holds && check.damages == [] && check.differences == [])
    #expect(check.programs == ["milepost 1.2.3", "weasyprint 70.0"] && check.seal == one.seal)
    #expect(check.same.map(\.kind) == ["claim", "figure", "outcome", "target"])
    #expect(check.same.map(\.count) == [1, 2, 1, 3])
  }

  @Test func `what was kept of an edition does not hang on the workspace of today`() throws {
    var later = try files()
    for (path, bytes) in try frozen(files()).files { later["frozen/r2021/\(path)"] = bytes }
    later["data/internet-users.2021.csv"] = Array("REF_AREA,TIME_PERIOD,SEX,OBS_VALUE\nALDA,2020,_T,900\n".utf8)
    let compilation = try Workspace(files: later).compile()
    #expect(compilation.diagnostics.contains { $0.code == "MP1202" })
    #expect(!compilation.diagnostics.contains { $0.position.file.hasPrefix("frozen/") })
    let kept = later.filter { $0.key.hasPrefix("frozen/r2021/") }.map { (String($0.key.dropFirst(13)), $0.value) }
    #expect(try verified(kept).holds)
  }

  @Test func `damage is named file by file`() throws {
    var kept = try frozen(files()).files
    let place = try #require(kept.firstIndex { $0.path == "data/targets.json" })
    kept[place].bytes.append(32)
    kept.removeAll { $0.path == "report.en.html" }
    kept.append(("note.txt", []))
    let check = try verified(kept)
    #expect(check.damages == ["data/targets.json was changed", "report.en.html is gone", "note.txt was added"])
    #expect(!check.holds)
    #expect(throws: FrozenEditionFault.self) { try verified([("workspace/milepost.yaml", [])]) }
  }

  @Test func `a program that says something else is told what it said`() throws {
    var kept = try frozen(files()).files
    let place = try #require(kept.firstIndex { $0.path == "statements.csv" })
    let text = String(decoding: kept[place].bytes, as: UTF8.self)
    kept[place].bytes = Array(text.replacing("4,figure", with: "5,figure").utf8)
    let check = try verified(kept)
    #expect(check.differences == [#"figure,en/use/3,"count(areas(ISLES))": 5, now 4"#])
    #expect(check.damages == ["statements.csv was changed"])
  }

  @Test func `the text of a later edition is compared with the one that was kept, paragraph by paragraph`() throws {
    var later = try files([
      "narrative/report.yaml": "edition: R2022\noriginal-language: en\ntitle: Report\n",
      "narrative/en/1.md": """
      ---
      id: use
      title: Use
      order: 1
      ---
      The isles are {= count(areas(ISLES)) : 1}.

      Of all people [58 per cent]{= internet-use(ISLES, 2020)} are online.

      Their share [grows]{? internet-use(ISLES) rises over 2016..2020}.

      What was said before holds.

      More will follow.

      """,
    ])
    let settings = String(decoding: try #require(later["milepost.yaml"]), as: UTF8.self)
    later["milepost.yaml"] = Array(
      (settings + "  - {id: R2022, date: 2022-02-01, reporting-period: 2021}\n").utf8)
    for (path, bytes) in try frozen(files()).files { later["frozen/r2021/\(path)"] = bytes }
    let workspace = Workspace(files: later)
    let releases = try workspace.compile(.pair("R2021", "R2022"), .sinceTheEditionBefore).releases
    let changes = changedParagraphs(releases[0], releases[1])
    #expect(changes.map(\.name) == ["moved", "changed", "added"])
    #expect(changes.map { $0.before?.text } == ["The isles are 4.", "Of all people 57.6 per cent are online.", nil])
    #expect(
      changes.map { $0.after?.text } == [
        "The isles are 4.", "Of all people 58 per cent are online.", "More will follow.",
      ])
    #expect(changes.map(\.part) == [1, 2, 5].map { .paragraph(number: $0) })
    #expect(changes[0].before?.part == .paragraph(number: 4))
  }
}
