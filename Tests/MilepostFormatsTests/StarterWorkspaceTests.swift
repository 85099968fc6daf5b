import MilepostFormats
import MilepostModel
import Testing

@Suite struct StarterWorkspaceTests {
  @Test(
    arguments: [
      "Plan of Larkhaven", "", "\"Quoted\" \\ plan: {x}", "計画 2030", "2030", "تخطيط", "a\nb", "Null", "~", "true", "1",
      "1e3", "a: b", "L'eau", "# 1", "a\u{2028}b\u{FFFE}", "...",
    ])
  func `the starter loads without a finding whatever its name`(name: String) throws {
    var diagnostics = Diagnostics()
    let files = Dictionary(uniqueKeysWithValues: starterWorkspace(name: name).map { ($0.path, $0.text) })
    let draft = try load(SourceTree(files), into: &diagnostics)
    #expect(diagnostics.all == [])
    #expect(draft?.plan.goals.count == 2)
    #expect(draft?.plan.targets.count == 4)
    #expect(draft?.plan.objectives.count == 2)
  }

  @Test func `the starter bears the name it was given`() throws {
    var diagnostics = Diagnostics()
    let files = Dictionary(
      uniqueKeysWithValues: starterWorkspace(name: "Say \"yes\" \\ 2030").map { ($0.path, $0.text) })
    let draft = try load(SourceTree(files), into: &diagnostics)
    #expect(draft?.settings.title == LocalizedText("Say \"yes\" \\ 2030", LanguageTag("en")))
    #expect(draft?.settings.id == "say-yes-2030")
    #expect(draft?.settings.agency == "SAY_YES_2030")
  }
}
