import MilepostEngine
import MilepostModel
import Testing

@testable import MilepostReport

/// What changed in the framework, the method and the texts.
@Suite struct ChangesSectionTests {
  private static func release(
    _ id: String, _ day: String, _ plan: Plan, method: MethodChoice = IslesRelease.settings.method,
    without targets: Set<Target.ID> = []
  ) -> Release {
    let now = IslesRelease.release
    let stated = now.settings
    let settings = WorkspaceSettings(
      id: stated.id, title: stated.title, url: nil, agency: stated.agency, languages: stated.languages,
      completeness: [:], period: stated.period, method: method, statusWords: stated.statusWords,
      editions: stated.editions)
    return Release(
      settings: settings,
      edition: Edition(id: .init(id), title: nil, date: IslesRelease.date(day), reportingPeriod: nil),
      asOf: IslesRelease.date(day), plan: plan, areas: now.areas, groups: now.groups, codelists: [],
      sources: now.sources, dataflows: [], series: now.series, rankings: now.rankings, earlierVintages: [],
      assessments: now.assessments.filter { !targets.contains($0.target) }, directions: now.directions, accepted: [])
  }

  private static let first = IslesRelease.release.plan.targets[0]

  /// Two editions: the later has one target more, another title of its goal, and another method.
  private static let pair: [Release] = {
    var plan = IslesRelease.release.plan
    plan.targets.removeFirst()
    plan.goals[0] = Goal(id: plan.goals[0].id, title: IslesRelease.text("As it was called"), text: nil, links: [])
    let before = release("I23/1", "2023-06-30", plan, without: [first.id])
    let after = release(
      "I24/1", "2024-06-30", IslesRelease.release.plan,
      method: MethodChoice(method: .linear, window: .all, fallback: nil, acceptsOriginalReplacements: false))
    return [before, after.with(changes: compare(before, after))]
  }()

  private func page(_ place: String) throws -> String {
    let site = MilepostReport.site(for: Self.pair, languages: [IslesRelease.english])
    let file = try #require(site.files.first { $0.path == "en/\(place)/index.html" })
    return String(decoding: file.make(), as: UTF8.self)
  }

  @Test func `a new target is said to be new, on its page and among the changes`() throws {
    let sentence = "New in the framework: Target \(Self.first.id)."
    #expect(try page("changes").contains("<li>\(sentence)</li>"))
    let own = try page("targets/\(Self.first.id.text.slug)")
    #expect(own.contains("<p class=\"text\">\(sentence)</p>"))
    #expect(!own.contains("Nothing about this target"))
  }

  @Test func `other texts stand side by side`() throws {
    let page = try page("changes")
    #expect(page.contains("<h2 id=\"text\">Texts</h2>"))
    #expect(page.contains("<td>As it was called</td>"))
  }

  @Test func `another method is told`() throws {
    #expect(try page("changes").contains("The targets are judged by another method:"))
  }

  @Test func `both editions are named with their days and lead to their overviews`() throws {
    let page = try page("changes")
    #expect(
      page.contains(
        "Edition <bdi><a href=\"../index.html\">I24/1</a></bdi>, as of 30 June 2024, beside edition "
          + "<bdi><a href=\"../../editions/i23-1/en/index.html\">I23/1</a></bdi>, as of 30 June 2023."))
  }

  @Test func `an edition that is the same says so and no more`() throws {
    let plan = IslesRelease.release.plan
    let (before, after) = (Self.release("I23/1", "2023-06-30", plan), Self.release("I24/1", "2024-06-30", plan))
    let pair = [before, after.with(changes: compare(before, after))]
    let site = MilepostReport.site(for: pair, languages: [IslesRelease.english])
    let file = try #require(site.files.first { $0.path == "en/changes/index.html" })
    let page = String(decoding: file.make(), as: UTF8.self)
    #expect(page.contains("<h1>Nothing has changed since edition I23/1.</h1>"))
    #expect(!page.contains("<table"))
  }

  @Test func `the page is found by search and from A to Z`() throws {
    #expect(try page("a-z").contains("<a href=\"../changes/index.html\">Changes</a>"))
  }
}
