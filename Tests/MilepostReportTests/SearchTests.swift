import MilepostLanguage
import MilepostModel
import Testing

@testable import MilepostReport

/// What the search knows, and the index for readers without a script.
@Suite struct SearchTests {
  private static let site = MilepostReport.site(for: [IslesRelease.release], languages: [IslesRelease.english])

  private func text(_ path: String) throws -> String {
    String(decoding: try #require(Self.site.files.first { $0.path == path }).make(), as: UTF8.self)
  }

  private func context(_ language: String) -> SiteContext {
    let tag = LanguageTag(language)
    return SiteContext(IslesRelease.release, [IslesRelease.release], [], base: "", tag, [tag], [:])
  }

  private func indexPage(_ language: String) -> String {
    let context = context(language)
    return String(decoding: context.indexPage(Page(context: context, place: "a-z")).main, as: UTF8.self)
  }

  @Test func `every page is found, and every result has a page`() {
    let entries = IslesRelease.release.siteEntries(menu: context("en").searchedPages, Phrases(IslesRelease.english))
    #expect(Set(entries.map(\.place)) == IslesRelease.release.places)
  }

  @Test func `a target is found by id, title, measure, owner and the word of its status`() throws {
    let index = try text("en/search-index.js")
    #expect(
      index.contains(
        "[2,\"targets/1.2\",\"1.2\",\"Every outer island online at half of all homes\",\"People online Tide Office\",4]"
      ))
    let statuses = try #require(index.split(separator: "\n").first { $0.hasPrefix("\"statuses\"") })
    #expect(statuses.split(separator: ",")[4] == "\"Off track\"")
  }

  @Test func `an indicator is found by its definition and unit`() throws {
    #expect(
      try text("en/search-index.js").contains(
        "\"online-people\",\"People online\",\"Invented, counted on every island each summer. percent Tide Office\"]"))
  }

  @Test func `a title in another language says so`() {
    let index = String(decoding: context("fr").searchIndex(), as: UTF8.self)
    #expect(index.contains("\"1.1\",\"70 % of islanders online by 2030\",\"People online Tide Office\",3,\"en\"]"))
    #expect(index.contains("[0,\"data\",\"\",\"Données\",\"\"]"))
  }

  @Test func `signs that end a string are escaped`() {
    var script = ScriptWriter()
    script.string("a \"b\" \\ c\nd")
    #expect(String(decoding: script.bytes, as: UTF8.self) == "\"a \\\"b\\\" \\\\ c d\"")
  }

  @Test func `the index of 250 areas is within its budget`() {
    let release = IslesRelease.release
    let areas = (1...250).map {
      Area(id: .init("A\($0)"), name: IslesRelease.text("Independent Territory of Isle \($0)"))
    }
    var script = ScriptWriter()
    for area in areas {
      context("en").write(
        SiteEntry(.area, area.id.text, "areas/\(area.id.text.slug)", area.name), Phrases(release, IslesRelease.english),
        into: &script)
    }
    #expect(script.bytes.count < 30_000)
  }

  @Test func `titles stand under their letters, which can be jumped to`() throws {
    let page = try text("en/a-z/index.html")
    let letters = page.matches(of: #/<h2 id="i\d+">([^<]+)</h2>/#).map { String($0.1) }
    #expect(letters == ["Numbers and signs"] + letters.dropFirst().sorted())
    #expect(page.contains("<a href=\"#i0\">Numbers and signs</a>"))
    #expect(
      page.contains(
        "<li><a href=\"../targets/2.4/index.html\">Half as many wrecks</a> <small>Target 2.4</small></li>"))
  }

  @Test func `a language without an alphabet has its pages by kind, and says so`() {
    let page = indexPage("zh")
    let kinds = page.matches(of: #/<h2 id="k\d+">([^<]+)</h2>/#).map { String($0.1) }
    #expect(kinds == ["页面", "总体目标", "具体目标", "目标", "成果", "推动因素", "指标", "组别", "地区"])
    #expect(page.contains("没有字母顺序"))
  }

  @Test func `the form leads to the index as long as no script takes it over`() throws {
    #expect(
      try text("en/targets/1.1/index.html").contains(
        "<form class=\"search\" role=\"search\" action=\"../../a-z/index.html\">"))
  }

  @Test func `the script stays small`() throws {
    #expect(try text("search.js").utf8.count < 6_144)
  }
}
