import MilepostModel
import Testing

@testable import MilepostReport

@Suite struct ReportPageTests {
  private static let site = MilepostReport.site(for: [IslesReport.release], languages: IslesReport.languages)

  private func page(_ path: String) throws -> String {
    String(decoding: try #require(Self.site.files.first { $0.path == path }).make(), as: UTF8.self)
  }

  @Test func `the pages of a report have no dead link, repeated id, shared title or chart without its table`() {
    var checker = SiteChecker()
    for base in ["", "editions/i24-1/"] {
      for file in IslesReport.release.dataFiles { checker.note(path: "\(base)data/\(file.path)") }
    }
    for file in Self.site.files { checker.check(file, file.make()) }
    var found = Diagnostics()
    checker.finish(into: &found)
    #expect(found.all == [])
  }

  @Test func `a figure leads to its note and the note back`() throws {
    let chapter = try page("en/report/progress/index.html")
    #expect(chapter.contains("<a class=\"fig\" id=\"f1\" href=\"#note-1\""))
    #expect(chapter.contains("<li id=\"note-1\" value=\"1\">"))
    #expect(chapter.contains("href=\"#f1\""))
    #expect(chapter.contains("href=\"../../indicators/online-people/index.html\""))
  }

  @Test func `a numbered paragraph is a place to link to`() throws {
    let chapter = try page("en/report/progress/index.html")
    #expect(
      chapter.contains(
        "<p class=\"numbered\" id=\"p1\"><a class=\"number\" href=\"#p1\" aria-label=\"Paragraph 1\">1</a>"))
  }

  @Test(arguments: ["ru", "es"]) func `a language without a chapter says in which there are some`(_ tag: String) throws
  {
    let report = try page("\(tag)/report/index.html")
    #expect(report.contains("href=\"../../en/report/index.html\""))
    #expect(report.contains("href=\"../../zh/report/index.html\""))
  }

  @Test func `a chapter that a language lacks leads to the others`() throws {
    #expect(try page("fr/report/outlook/index.html").contains("href=\"../../../en/report/outlook/index.html\""))
    #expect(try page("fr/report/index.html").contains("outlook/index.html"))
  }

  @Test func `an edition without a report leads to the one that has it`() throws {
    let now = IslesRelease.release
    let day = IslesRelease.date("2023-06-30")
    let earlier = Release(
      settings: now.settings, edition: Edition(id: .init("I23/1"), title: nil, date: day, reportingPeriod: nil),
      asOf: day, plan: now.plan, areas: now.areas, groups: now.groups, codelists: [], sources: now.sources,
      dataflows: [], series: now.series, rankings: now.rankings, earlierVintages: [], assessments: now.assessments,
      directions: now.directions, accepted: [])
    let site = MilepostReport.site(for: [earlier, IslesReport.release], languages: [IslesRelease.english])
    func page(_ path: String) throws -> String {
      String(decoding: try #require(site.files.first { $0.path == path }).make(), as: UTF8.self)
    }
    let report = try page("editions/i23-1/en/report/index.html")
    #expect(report.contains("This edition has no report."))
    #expect(report.contains("href=\"../../../../editions/i24-1/en/report/index.html\""))
    #expect(try page("editions/i23-1/en/index.html").contains("href=\"report/index.html\""))
  }

  @Test func `a plan without any report has no page for it`() {
    let site = MilepostReport.site(for: [IslesRelease.release], languages: [IslesRelease.english])
    #expect(!site.files.contains { $0.path.contains("report/") })
  }

  @Test func `the report is found by its chapters`() throws {
    #expect(try page("en/search-index.js").contains("report/progress"))
    #expect(try page("en/a-z/index.html").contains("../report/progress/index.html"))
  }
}
