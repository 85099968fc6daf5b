import MilepostEngine
import MilepostModel
import Testing

@testable import MilepostReport

/// Indicators by the codes of their dimensions, and tables of ticks and crosses.
@Suite struct BreakdownTests {
  private static let people = Indicator.ID("people")

  /// A release with one indicator by sex or by five kinds.
  ///
  /// - Parameter values: of each code in 2020 and 2023, of all islands and of the outer ones.
  private static func release(
    _ codes: [String], _ values: [String: [Double]], unit: UnitOfMeasure = .percent
  ) -> Release {
    let names = ["F": "Women", "M": "Men"]
    var plan = Plan()
    plan.indicators = [IslesRelease.indicator(people, "People", unit)]
    var series = SeriesTable()
    for area in [IslesRelease.outer, IslesRelease.world] {
      for code in ["_T"] + codes.sorted() {
        guard let values = values[code] else { continue }
        let less = area == IslesRelease.outer ? 10.0 : 0
        series.append(
          SeriesKey(people, area, [DimensionCode("KIND", code)]),
          zip([2020, 2023], values).map { year, value in
            Estimate(
              TimePeriod(year: year), .figure(value - less), status: .reported, coverage: nil,
              provenance: IslesRelease.provenance)
          })
      }
    }
    let list = Codelist(
      id: .init("KIND"), name: IslesRelease.text("Kind"),
      codes: codes.map { Code($0, name: IslesRelease.text(names[$0] ?? "Kind \($0)")) })
    let flow = Dataflow(
      id: .init("people"), title: IslesRelease.text("People"), indicator: people,
      structure: DataStructure(dimensions: [.init(id: "KIND", codelist: list.id)]), unit: unit,
      source: .init("tide-office"), vintages: [], file: "data/people.yaml")
    return Release(
      settings: IslesRelease.settings, edition: nil, asOf: IslesRelease.date("2024-06-30"), plan: plan, areas: [],
      groups: IslesRelease.groups, codelists: [list], sources: [], dataflows: [flow], series: series,
      rankings: rankAreas(plan, groups: IslesRelease.groups, series, asOf: IslesRelease.date("2024-06-30")),
      earlierVintages: [], assessments: [], directions: [], accepted: [])
  }

  private func page(_ release: Release, _ path: String = "indicators/people/") throws -> String {
    let site = MilepostReport.site(for: [release], languages: [IslesRelease.english])
    let file = try #require(site.files.first { $0.path == "en/\(path)index.html" })
    return String(decoding: file.make(), as: UTF8.self).plainSpaces
  }

  private func texts(_ pattern: Regex<(Substring, Substring)>, in page: String) -> [String] {
    page.matches(of: pattern).map { String($0.1) }
  }

  private static var titles: Regex<(Substring, Substring)> { #/<figcaption><b>([^<]*)<\/b>/# }

  @Test func `two codes are a gap between dots, in the order of the codelist, with a slope over time`() throws {
    let page = try page(Self.release(["M", "F"], ["_T": [40, 50], "F": [35, 48], "M": [45, 52]]))
    #expect(
      texts(Self.titles, in: page).dropFirst() == [
        "People (All islands): Men 52.0 %, Women 48.0 %", "Men rose from 45.0 % in 2020 to 52.0 % in 2023",
      ])
    #expect(
      texts(#/<caption><span>(People by Kind in 2023, percent)</#, in: page) == ["People by Kind in 2023, percent"])
    #expect(page.contains("<td class=\"n\">42.0 %</td><td class=\"n\">38.0 %</td>"))
  }

  @Test func `codes that add up to the total are parts of a bar`() throws {
    let parts = try page(
      Self.release(
        ["M", "F"], ["_T": [100, 110], "F": [40, 45], "M": [60, 65]], unit: UnitOfMeasure("persons")))
    let others = try page(
      Self.release(
        ["M", "F"], ["_T": [100, 110], "F": [40, 46], "M": [60, 65]], unit: UnitOfMeasure("persons")))
    #expect(parts.contains("class=\"seg tone"))
    #expect(!others.contains("class=\"seg tone"))
  }

  @Test func `many codes that are no parts are bars from the highest to the lowest`() throws {
    let page = try page(
      Self.release(
        ["A", "B", "C", "D"], ["_T": [50, 50], "A": [20, 21], "B": [40, 41], "C": [10, 11], "D": [30, 31]]))
    #expect(texts(Self.titles, in: page)[1] == "People (All islands): from 11.0 % (Kind C) to 41.0 % (Kind B)")
    #expect(page.contains("class=\"bar\""))
  }

  @Test func `an indicator without codes has no breakdown`() throws {
    let page = try page(Self.release([], ["_T": [40, 50]]))
    #expect(!page.contains("Breakdown"))
  }

  @Test func `which objective serves which goal is said in words beside the mark`() throws {
    let page = try page(IslesRelease.release, "objectives/")
    #expect(texts(#/<\/svg>(serves|does not serve)<\/td>/#, in: page) == ["serves", "does not serve"])
  }

  @Test func `a goal lists the objectives that serve it with their outcomes`() throws {
    let page = try page(IslesRelease.release, "goals/1/")
    #expect(texts(#/<td>(1 improving)<\/td>/#, in: page) == ["1 improving"])
  }
}
