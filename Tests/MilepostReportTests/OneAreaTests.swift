import MilepostEngine
import MilepostModel
import Testing

@testable import MilepostReport

/// Indicators of which there are values for a single area that no target looks at.
@Suite struct OneAreaTests {
  private static let people = Indicator.ID("people")

  private static func page(_ areas: String..., codes: [DimensionCode] = []) throws -> String {
    var plan = Plan()
    plan.indicators = [IslesRelease.indicator(people, "People", .percent)]
    var series = SeriesTable()
    for (place, area) in areas.enumerated() {
      series.append(
        SeriesKey(people, Area.ID(area), codes),
        [(2020, 40), (2023, 50)].map { year, value in
          Estimate(
            TimePeriod(year: year), .figure(Double(value + place)), status: .reported, coverage: nil,
            provenance: IslesRelease.provenance)
        })
    }
    let release = Release(
      settings: IslesRelease.settings, edition: nil, asOf: IslesRelease.date("2024-06-30"), plan: plan,
      areas: areas.map { Area(id: Area.ID($0), name: IslesRelease.text("Isle \($0)")) }, groups: [], codelists: [],
      sources: [], dataflows: [], series: series,
      rankings: rankAreas(plan, groups: [], series, asOf: IslesRelease.date("2024-06-30")), earlierVintages: [],
      assessments: [], directions: [], accepted: [])
    let site = MilepostReport.site(for: [release], languages: [IslesRelease.english])
    let file = try #require(site.files.first { $0.path == "en/indicators/people/index.html" })
    return String(decoding: file.make(), as: UTF8.self).plainSpaces
  }

  @Test func `the only area is what is spoken of and drawn`() throws {
    let page = try Self.page("A")
    #expect(page.contains("Isle A: 50.0 %"))
    #expect(page.contains("<svg") && page.contains("rose from 40.0 % in 2020 to 50.0 % in 2023"))
    #expect(page.contains("People: Isle A, percent") && !page.contains("with targets"))
    #expect(!page.contains("Areas: from"))
  }

  @Test func `a value of one code is not that of the area`() throws {
    #expect(try !Self.page("A", codes: [DimensionCode("KIND", "F")]).contains("People rose from"))
  }

  @Test func `two areas are a range`() throws {
    #expect(try Self.page("A", "B").contains("Areas: from 50.0 % (Isle A) to 51.0 % (Isle B)."))
  }
}
