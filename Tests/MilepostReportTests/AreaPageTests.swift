import MilepostEngine
import MilepostModel
import Testing

@testable import MilepostReport

/// Areas and groups on pages of their own, and links to them.
@Suite struct AreaPageTests {
  private static let site = MilepostReport.site(for: [IslesRelease.release], languages: [IslesRelease.english])

  private func page(_ path: String) throws -> String {
    let file = try #require(Self.site.files.first { $0.path == "en/\(path)index.html" })
    return String(decoding: file.make(), as: UTF8.self).plainSpaces
  }

  private func texts(_ pattern: Regex<(Substring, Substring)>, in page: String) -> [String] {
    page.matches(of: pattern).map { String($0.1) }
  }

  @Test func `an area says first how it is beside its largest group and where it ranks best`() throws {
    #expect(
      try texts(#/<h1 class="answer">(.*?)<\/h1>/#, in: page("areas/i40/")) == [
        "Better than All islands in 1 of 1 indicator. Best rank: 1st of 40 (People online)."
      ])
    #expect(
      try texts(#/<p class="lead">(.*?)<\/p>/#, in: page("areas/i40/")) == [
        "In five years 1 of 1 indicator became better, 0 worse."
      ])
  }

  @Test func `the value of a group is that for the period of the area`() throws {
    // Island 5 has a value for 2021 only; all islands had 42.5 in that year.
    let page = try page("areas/i05/")
    #expect(texts(#/<td>(better than [^<]*|worse than [^<]*)</#, in: page) == ["worse than 42.5 %"])
  }

  @Test func `an area is shown beside every group that it belongs to as of the edition`() throws {
    // Island 9 left the outer islands in 2021.
    let groups = #/<li><a href="\.\.\/\.\.\/areas\/[a-z]*\/index\.html">([^<]*)</#
    #expect(try texts(groups, in: page("areas/i01/")) == ["All islands", "Outer islands"])
    #expect(try texts(groups, in: page("areas/i09/")) == ["All islands"])
  }

  @Test func `a group lists its members and has no rank`() throws {
    let page = try page("areas/outer/")
    #expect(texts(#/<li><a [^>]*>(Island [^<]*)</#, in: page) == ["Island 1", "Island 2", "Island 3"])
    #expect(texts(#/<th scope="col">(Rank)</#, in: page) == [])
    #expect(texts(#/<td>(worse than [^<]*)</#, in: page) == ["worse than 48.3 %"])
  }

  @Test func `only areas with data have a page, and names link to it`() throws {
    let release = IslesRelease.release
    #expect(release.areasWithData.count == 42)
    #expect(try page("indicators/online-people/").contains("<a href=\"../../areas/i40/index.html\">Island 40</a>"))
    #expect(!Self.site.files.contains { $0.path == "en/areas/i41/index.html" })
  }

  @Test func `indicators of one unit share a scale, with the group in grey`() throws {
    var series = SeriesTable()
    for (indicator, first) in [("a", 10.0), ("b", 60), ("c", 40)] {
      for (area, more) in [("I01", 0.0), ("WORLD", 5)] {
        series.append(
          SeriesKey(.init(indicator), .init(area)),
          (0...2).map { place in
            Estimate(
              TimePeriod(year: 2020 + place), .figure(first + more + Double(place)), status: .reported, coverage: nil,
              provenance: IslesRelease.provenance)
          })
      }
    }
    var plan = Plan()
    plan.indicators = ["a", "b", "c"].map { IslesRelease.indicator(.init($0), "Indicator \($0)", .percent) }
    let groups = IslesRelease.groups.filter { $0.id == IslesRelease.world }
    let release = Release(
      settings: IslesRelease.settings, edition: nil, asOf: IslesRelease.date("2024-06-30"), plan: plan,
      areas: IslesRelease.release.areas, groups: groups, codelists: [], sources: [], dataflows: [], series: series,
      rankings: rankAreas(plan, groups: groups, series, asOf: IslesRelease.date("2024-06-30")), earlierVintages: [],
      assessments: [], directions: [], accepted: [])
    let site = MilepostReport.site(for: [release], languages: [IslesRelease.english])
    let file = try #require(site.files.first { $0.path == "en/areas/i01/index.html" })
    let page = String(decoding: file.make(), as: UTF8.self).plainSpaces
    #expect(texts(#/<figcaption><b>([^<]*)</#, in: page) == ["Island 1: indicators on one scale"])
    #expect(texts(#/(Grey: [^.]*\.)/#, in: page) == ["Grey: All islands."])
    #expect(texts(#/<h1 class="answer">(.*?\.) /#, in: page) == ["Better than All islands in 0 of 3 indicators."])
  }

  @Test func `a page with a table of many areas may weigh more`() {
    let files = Self.site.files.filter { $0.path.hasPrefix("en/indicators/") }
    let budgets = Dictionary(uniqueKeysWithValues: files.map { ($0.path.dropFirst(14), $0.budget) })
    #expect(budgets["online-people/index.html"] == .wholeTable)
    #expect(budgets["harbour-visits/index.html"] == .page)
  }
}
