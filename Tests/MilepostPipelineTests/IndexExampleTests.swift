import MilepostModel
import MilepostPipeline
import Testing

/// The composite indices of the examples.
@Suite struct IndexExampleTests {
  @Test func `the isles are ranked in each year that was over, with ranges that hold the ranks`() throws {
    let releases = try Workspace(files: Repository.files(in: "Examples/isles")).compile().releases
    let indices = try releases.map { try #require($0.indices.first) }
    #expect(indices.map { $0.results.map(\.period.year) } == [[2022, 2023], [2022, 2023, 2024]])
    for result in indices.flatMap(\.results) {
      #expect(result.rankedCount == 40)
      let sensitivity = try #require(result.sensitivity)
      #expect(sensitivity.shifts.count == 3 && sensitivity.draws == 1000)
      for (standing, ranks) in zip(result.standings, sensitivity.ranks) {
        let place = Double(try #require(standing).place)
        let range = try #require(ranks)
        #expect((range.percentile5...range.percentile95).contains(place))
      }
    }
    let release = try #require(releases.last)
    let score = release.series.estimate(
      SeriesKey(Indicator.ID("connected-isles"), Area.ID("VTO")), TimePeriod(year: 2024))?.value.number
    #expect(score == indices.last?.newest?.standing(of: Area.ID("VTO"))?.score)
  }

  @Test func `the Global Cybersecurity Index is a definition in every language, without a figure`() throws {
    let release = try #require(
      try Workspace(files: Repository.files(in: "Examples/connect-2030")).compile().releases.last)
    let index = try #require(release.indices.first)
    #expect(index.results.isEmpty && index.newest == nil)
    let pillars = index.definition.nodes.filter { $0.parent == 0 }
    #expect(pillars.map(\.id) == ["legal", "technical", "organizational", "capacity", "cooperation"])
    for case .pillar(let title?, _, _) in pillars.map(\.content) {
      #expect(release.settings.languages.allSatisfy { title.text(in: $0) != nil })
    }
    let shares = zip(index.definition.nodes, index.definition.shares).filter { $0.0.parent == 0 }.map(\.1)
    #expect(shares.allSatisfy { abs($0 - 0.2) < 1e-12 })
  }
}
