import MilepostModel
import MilepostPipeline
import Testing

@Suite struct ThemeContrastTests {
  private func findings(_ colours: String) throws -> [Diagnostic] {
    var files = try Repository.files(in: "Tests/Cases/base")
    files["theme/theme.yaml"] = Array("colours:\n\(colours)\n".utf8)
    return try Workspace(files: files).compile().diagnostics
  }

  @Test(arguments: [
    "  light: {link: \"#0a6470\", page: \"#f8fbfb\"}", "  dark: {page: \"#000\", surface: \"#111\", ink: \"#fff\"}",
    "  light: {ink: \"#000\", second: \"#595959\", rule: \"#ddd\"}", "  light: {}",
  ])
  func `colours that stand apart are taken`(_ colours: String) throws {
    #expect(try findings(colours).map(\.line) == [])
  }

  @Test func `a finding names ratio, need and a colour that would do, at the colour`() throws {
    let found = try findings("  dark: {second: \"#4a5663\"}")
    #expect(
      found.map(\.line) == [
        "theme/theme.yaml:2:18: error: dark 'second' (#4a5663) and 'page' have a contrast of 2.42, needed is 4.5 [MP0250]",
        "theme/theme.yaml:2:18: error: dark 'second' (#4a5663) and 'surface' have a contrast of 2.17, needed is 4.5 [MP0250]",
      ])
    for finding in found {
      let better = try #require(finding.hint?.split(separator: "\"").first.flatMap { Colour(String($0)) })
      let ground = Palette.standard(.dark)[finding.message.contains("'page'") ? .page : .surface]
      #expect((4.5..<4.7).contains(contrast(of: better, on: ground)))
    }
  }

  @Test func `a page on which a mark is lost is refused with the worst of them`() throws {
    let found = try findings("  light: {page: \"#e6e6e6\"}")
    #expect(
      found.map(\.line) == [
        "theme/theme.yaml:2:17: error: light 'page' (#e6e6e6) and the mark 'context' (#868f98) have a contrast of "
          + "2.63, needed is 3 [MP0250]"
      ])
  }

  @Test func `two colours of a theme that do not stand apart are one finding with both places`() throws {
    let found = try findings("  light: {ink: \"#767676\", page: \"#fff\"}").filter { $0.message.contains("'page'") }
    #expect(found == [])
    let closer = try findings("  light: {ink: \"#808080\", page: \"#fff\"}").filter {
      $0.message.contains("and 'page'")
    }
    #expect(closer.map(\.position.column) == [16])
    #expect(closer.first?.notes.map(\.position.column) == [33])
  }

  @Test func `ink is read on the shades of tables too`() throws {
    let found = try findings("  light: {ink: \"#5a4a3a\"}").filter { $0.message.contains("shade") }
    #expect(
      found.map(\.message) == [
        "light 'ink' (#5a4a3a) and the shade 'o2' (#de9a66) have a contrast of 3.60, needed is 4.5"
      ])
  }
}
