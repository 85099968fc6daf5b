import MilepostLanguage
import MilepostModel
import Testing

@testable import MilepostReport

/// What pages say of themselves to browsers, hosts and search engines.
@Suite struct PublicAddressTests {
  /// The fixture as it would be published.
  private static func files(url: String?) -> [SiteFile] {
    let now = IslesRelease.release
    let old = now.settings
    let settings = WorkspaceSettings(
      id: old.id, title: old.title, url: url, agency: old.agency, languages: old.languages, completeness: [:],
      period: old.period, method: old.method, statusWords: old.statusWords, editions: old.editions)
    func release(_ id: String, _ date: String) -> Release {
      let day = IslesRelease.date(date)
      return Release(
        settings: settings, edition: Edition(id: .init(id), title: nil, date: day, reportingPeriod: nil), asOf: day,
        plan: now.plan, areas: now.areas, groups: now.groups, codelists: [], sources: now.sources, dataflows: [],
        series: now.series, rankings: now.rankings, earlierVintages: [], assessments: now.assessments,
        directions: now.directions, accepted: [])
    }
    let releases = [release("I23/1", "2023-06-30"), release("I24/1", "2024-06-30")]
    return MilepostReport.site(for: releases, languages: [IslesRelease.english, LanguageTag("ar")]).files
  }

  private static let published = files(url: "https://plan.example/isles")
  private static let local = files(url: nil)

  private func text(_ path: String, of files: [SiteFile]) throws -> String {
    String(decoding: try #require(files.first { $0.path == path }).make(), as: UTF8.self)
  }

  @Test func `a page states its public address`() throws {
    let page = try text("editions/i23-1/en/targets/1.2/index.html", of: Self.published)
    let address = "https://plan.example/isles/editions/i23-1/en/targets/1.2/"
    #expect(page.contains("<link rel=\"canonical\" href=\"\(address)\">"))
    #expect(page.contains("<meta property=\"og:url\" content=\"\(address)\">"))
  }

  @Test func `without a public address there is none`() throws {
    let page = try text("en/index.html", of: Self.local)
    #expect(!page.contains("canonical") && !page.contains("og:url"))
    #expect(!Self.local.contains { $0.path == "sitemap.xml" || $0.path == "robots.txt" })
  }

  @Test func `a page is described by its answer`() throws {
    let target = try text("en/targets/1.1/index.html", of: Self.local)
    let answer = try #require(target.firstMatch(of: #/<h1 class="answer">([^<]+)</h1>/#)?.1)
    #expect(target.contains("<meta name=\"description\" content=\"\(answer)\">"))
    #expect(target.contains("<meta property=\"og:description\" content=\"\(answer)\">"))
    #expect(
      try text("en/about/index.html", of: Self.local).contains(
        "<meta name=\"description\" content=\"About – Isles together 2030. Edition I24/1, as of 30 June 2024.\">"))
  }

  @Test func `every page has the icon`() throws {
    #expect(
      try text("en/targets/1.1/index.html", of: Self.local).contains(
        "<link rel=\"icon\" type=\"image/svg+xml\" href=\"../../../favicon.svg\">"))
  }

  @Test(arguments: [("https://plan.example", "/"), ("https://plan.example/isles", "/isles/")])
  func `the page for lost readers has links from any address`(_ url: String, _ root: String) throws {
    let page = try text("404.html", of: Self.files(url: url))
    #expect(page.contains("<base href=\"\(root)\">"))
    #expect(page.contains("<a href=\"en/index.html\">Overview</a>"))
    #expect(page.contains("<a href=\"en/a-z/index.html\">Everything from A to Z</a>"))
    #expect(page.contains("<a href=\"ar/index.html\" hreflang=\"ar\" lang=\"ar\">العربية</a>"))
  }

  @Test func `the list of pages has every page once, in every language`() throws {
    let map = try text("sitemap.xml", of: Self.published)
    let addresses = map.matches(of: #/<loc>([^<]+)</loc>/#).map { String($0.1) }
    let pages = Self.published.map(\.path).filter {
      $0.hasSuffix("/index.html") && !$0.hasPrefix("editions/i24-1/") && $0 != "editions/i23-1/index.html"
    }
    #expect(Set(addresses) == Set(pages.map { "https://plan.example/isles/" + $0.dropLast(10) }))
    #expect(addresses.count == pages.count)
    #expect(addresses.first == "https://plan.example/isles/en/")
    #expect(map.contains("<url><loc>https://plan.example/isles/editions/i23-1/ar/</loc><lastmod>2023-06-30</lastmod>"))
    #expect(
      try text("robots.txt", of: Self.published)
        == "User-agent: *\nAllow: /\nSitemap: https://plan.example/isles/sitemap.xml\n")
  }
}
