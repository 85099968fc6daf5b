import MilepostEngine
import MilepostModel
import MilepostPipeline
import Testing

@Suite struct AsOfTests {
  @Test func `what was received after an edition changes no byte of it`() throws {
    var files = try Repository.files(in: "Examples/connect-2030")
    let before = try #require(try Workspace(files: files).compile(.named("C20/35")).releases.first)

    var random = SplitMix64(state: 1_865)
    var rows = ["REF_AREA,SEX,TIME_PERIOD,OBS_VALUE"]
    let groups = before.groups.map(\.id.text)
    var taken: Set<String> = []
    while taken.count < 1_000 {
      let key = "\(groups.randomElement(using: &random)!),_T,\(Int.random(in: 1900...2023, using: &random))"
      if taken.insert(key).inserted { rows.append("\(key),\(Double.random(in: 1...99, using: &random))") }
    }
    let sidecar = try #require(files["data/internet-use.yaml"])
    let added = "  - {file: internet-use/later.csv, published: 2024-12-01, kind: update}\n"
    files["data/internet-use.yaml"] = sidecar + Array(added.utf8)
    files["data/internet-use/later.csv"] = Array((rows.joined(separator: "\n") + "\n").utf8)
    let compilation = try Workspace(files: files).compile(.named("C20/35"))
    #expect(!compilation.hasErrors, "\(compilation.diagnostics.prefix(3).map(\.line))")
    let after = try #require(compilation.releases.first)
    #expect(try before.everyOutput() == after.everyOutput())

    let later = try #require(try Workspace(files: files).compile(.named("2024-REVIEW")).releases.first)
    let earlier = try #require(
      try Workspace(files: Repository.files(in: "Examples/connect-2030")).compile(.named("2024-REVIEW")).releases.first
    )
    #expect(try later.everyOutput() != earlier.everyOutput(), "the observations do reach the edition after them")
  }
}
