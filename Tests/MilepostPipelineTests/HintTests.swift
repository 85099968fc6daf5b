import MilepostModel
import MilepostPipeline
import Testing

@Suite struct HintTests {
  private func findings(_ path: String, _ old: String, _ new: String) throws -> [Diagnostic] {
    var files = try Repository.files(in: "Tests/Cases/base")
    let text = String(decoding: try #require(files[path]), as: UTF8.self)
    #expect(text.contains(old))
    files[path] = Array(text.replacing(old, with: new, maxReplacements: 1).utf8)
    return try Workspace(files: files).compile().diagnostics
  }

  @Test func `an unknown goal is one finding, and its hint lists the goals when they are few`() throws {
    let found = try findings("plan/plan.yaml", "goal: 1", "goal: net")
    #expect(found.map(\.code) == ["MP0204"])
    #expect(found.map(\.hint) == ["there are 1, 2"])
  }

  @Test func `an impossible value is one finding`() throws {
    let found = try findings("data/population.2020.csv", "ALDA,2018,1020", "ALDA,2018,-1020")
    #expect(found.map(\.code) == ["MP0405"])
  }

  @Test func `a table without an indicator says both ways to name it`() throws {
    let found = try findings("data/population.yaml", "indicator: population\n", "")
    #expect(found.map(\.code) == ["MP0302", "MP0302"])
    #expect(Set(found.map(\.hint)).count == 1)
    #expect(found[0].hint?.contains("'indicator: ...'") == true && found[0].hint?.contains("add the column") == true)
  }
}
