import MilepostLanguage
import MilepostModel
import Testing

@testable import MilepostReport

/// Links between editions, and languages of texts on pages of another language.
@Suite struct EditionPagesTests {
  /// The fixture one year before, without its first target.
  private static let earlier: Release = {
    let now = IslesRelease.release
    var plan = now.plan
    plan.targets.removeFirst()
    return Release(
      settings: now.settings, edition: Edition(id: .init("I23/1"), title: nil, date: day, reportingPeriod: nil),
      asOf: day, plan: plan, areas: now.areas, groups: now.groups, codelists: [], sources: now.sources, dataflows: [],
      series: now.series, rankings: now.rankings, earlierVintages: [], assessments: Array(now.assessments.dropFirst()),
      directions: now.directions, accepted: [])
  }()

  private static let day = IslesRelease.date("2023-06-30")
  private static let site = MilepostReport.site(
    for: [earlier, IslesRelease.release], languages: [IslesRelease.english])

  private func page(_ path: String) throws -> String {
    let file = try #require(Self.site.files.first { $0.path == path })
    return String(decoding: file.make(), as: UTF8.self)
  }

  @Test func `an older edition leads to the same page of the newest`() throws {
    let page = try page("editions/i23-1/en/targets/1.2/index.html")
    #expect(page.contains("<a href=\"../../../../../en/targets/1.2/index.html\">A newer edition exists: I24/1</a>"))
  }

  @Test func `the editions to choose from lead to the same page, else to the overview`() throws {
    let name = "Edition I23/1, as of 30 June 2023</a>"
    #expect(
      try page("en/targets/1.2/index.html").contains(
        "<li><a href=\"../../../editions/i23-1/en/targets/1.2/index.html\">\(name)</li>"))
    #expect(
      try page("en/targets/1.1/index.html").contains(
        "<li><a href=\"../../../editions/i23-1/en/index.html\">\(name) (Overview)</li>"))
  }

  @Test(arguments: [("en/", "en/index.html"), ("editions/i24-1/en/", "editions/i24-1/en/index.html")])
  func `the edition that is shown is marked and leads to itself`(_ tree: String, _ path: String) throws {
    let name = "Edition I24/1, as of 30 June 2024"
    #expect(try page(path).contains("<li><a href=\"index.html\" aria-current=\"true\">\(name)</a></li>"))
    #expect(try !page(path).contains("A newer edition exists"))
    #expect(try page(tree + "about/index.html").contains("href=\"index.html\" aria-current=\"true\""))
  }

  @Test func `the text of a page is the same whether it was made for another address before or not`() {
    var last: MadeText?
    for file in Self.site.files {
      #expect(file.make(reusing: &last) == file.make(), "\(file.path)")
    }
  }

  @Test func `pages of the latest edition follow their twins, whose text they repeat in a frame of their own`() throws {
    let files = Self.site.files
    let place = try #require(files.firstIndex { $0.path == "en/targets/1.2/index.html" })
    var last: MadeText?
    let page = String(decoding: files[place].make(reusing: &last), as: UTF8.self)
    let twin = files[place + 1]
    #expect(twin.path == "editions/i24-1/en/targets/1.2/index.html")
    #expect(twin.repeats(last))
    #expect(!files[place].repeats(nil))
    let other = String(decoding: twin.make(reusing: &last), as: UTF8.self)
    #expect(page != other)
    let answers = [page, other].map { $0.split(separator: "<main").last?.split(separator: "</figure>").first }
    #expect(answers[0] != nil && answers[0] == answers[1])
    #expect(other.contains("<link rel=\"stylesheet\" href=\"../../../../../style.css\">"))
  }

  @Test func `a repeated page has the ids and drawings of its twin for those that lead there`() {
    var checker = SiteChecker()
    let text =
      "<main id=\"content\"><svg id=\"a\"><title id=\"a-wide-title\">T</title></svg><a href=\"a.svg\">a</a></main>"
    let page = { (path: String, link: String) in
      (SiteFile(path: path, subject: path) { [] }, Array("\(text)<a href=\"\(link)\">b</a>".utf8))
    }
    let (first, bytes) = page("en/x/index.html", "../../editions/e/en/x/index.html#a-wide-title")
    checker.check(first, bytes)
    let (second, others) = page("editions/e/en/x/index.html", "lost.html")
    checker.check(repeating: second, others)
    var found = Diagnostics()
    checker.finish(into: &found)
    #expect(found.all == [.deadLink(to: "editions/e/en/x/lost.html", page: "editions/e/en/x/index.html")])
  }

  @Test func `the menu marks the page and the list that it belongs to`() throws {
    #expect(
      try page("en/indicators/index.html").contains(
        "<a href=\"../indicators/index.html\" aria-current=\"page\">Indicators</a>"))
    #expect(
      try page("en/indicators/online-people/index.html").contains(
        "<a href=\"../../indicators/index.html\" aria-current=\"true\">Indicators</a>"))
  }

  @Test func `the menu has no entry for a page that the edition lacks`() {
    let context = SiteContext(
      IslesRelease.release, [IslesRelease.release], [], base: "", IslesRelease.english, [IslesRelease.english], [:])
    #expect(context.menu.map(\.place) == context.menu.map(\.place).filter(context.pages.contains))
    #expect(context.menu.first?.place == "")
  }

  @Test func `every page that an edition is said to have is made, and no other`() throws {
    let places = try #require(EditionPlaces(IslesRelease.release))
    let made = Self.site.files.map(\.path).filter {
      $0.hasPrefix("editions/i24-1/en/") && $0.hasSuffix("/index.html")
    }
    #expect(Set(made) == Set(places.places.map { places.base + "en/" + ($0.isEmpty ? "" : $0 + "/") + "index.html" }))
  }

  @Test func `a text of another language is marked within a phrase`() {
    let context = SiteContext(
      IslesRelease.release, [IslesRelease.release], [], base: "", LanguageTag("pt"), [LanguageTag("pt")], [:])
    let page = Page(context: context, place: "")
    var html = HTMLWriter()
    page.write(LocalizedText("As ilhas", LanguageTag("pt")), into: &html) {
      context.phrases(.goalHeading, ["id": "1", "title": $0])
    }
    #expect(String(decoding: html.bytes, as: UTF8.self) == "Goal 1: <span lang=\"pt\">As ilhas</span>")
  }

  @Test func `the root page asks to go on`() throws {
    #expect(try page("index.html").contains(">Continue to Isles together 2030</a>"))
  }
}
