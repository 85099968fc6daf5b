import MilepostEngine
import MilepostModel
import Testing

/// A table of one indicator about invented isles, as of the end of 2024.
private struct RankFixture {
  let direction: Direction?
  let unit: UnitOfMeasure
  let aggregation: Aggregation?
  private var series: [SeriesKey: [Estimate]] = [:]

  init(direction: Direction? = .up, unit: UnitOfMeasure = .percent, aggregation: Aggregation? = nil) {
    self.direction = direction
    self.unit = unit
    self.aggregation = aggregation
  }

  static let sums = RankFixture(
    unit: UnitOfMeasure("boats"),
    aggregation: Aggregation(method: .sum, imputation: .none, minimumCoverage: 1, membership: .fixedAtEdition))

  static let use = Indicator.ID("use")

  static func estimate(
    _ period: TimePeriod, _ value: PublishedValue, _ status: ObservationStatus = .reported
  ) -> Estimate {
    Estimate(period, value, status: status, coverage: nil, provenance: AssessFixture.provenance)
  }

  mutating func set(_ area: String, _ estimates: [Estimate], _ codes: [DimensionCode] = []) {
    series[SeriesKey(Self.use, .init(area), codes)] = estimates
  }

  /// Figures by year, the last one in `last`.
  mutating func add(_ area: String, _ values: [Double], last: Int = 2024) {
    let first = last - values.count + 1
    set(area, values.enumerated().map { Self.estimate(TimePeriod(year: first + $0), .figure($1)) })
  }

  var rankings: AreaRankings {
    let text = LocalizedText("An invented text", LanguageTag("en"))
    var plan = Plan()
    plan.indicators = [
      Indicator(
        id: Self.use, title: text, definition: nil, unit: unit, direction: direction, limits: .none, nature: .stock,
        decimals: 1, maximumAge: 3, sources: [], dimensions: [], owner: nil, dueEachYear: nil, formula: nil,
        aggregation: aggregation, links: [])
    ]
    var table = SeriesTable()
    for (key, estimates) in series.sorted(by: { $0.key < $1.key }) { table.append(key, estimates) }
    return rankAreas(
      plan, groups: [AreaGroup(id: .init("ALL"), name: text, memberships: [])], table,
      asOf: .lastDay(ofMonth: 12, year: 2024))
  }

  var ranking: AreaRanking? { rankings.all.first }

  func position(_ area: String) -> AreaRanking.Position? {
    rankings.standings(of: .init(area)).first?.standing.position
  }

  func change(_ area: String) -> AreaRanking.Change? { rankings.standings(of: .init(area)).first?.standing.change }
}

extension AreaRanking.Position {
  fileprivate var place: Int? { if case .ranked(_, let place, _) = self { place } else { nil } }
}

@Suite struct RankAreasTests {
  @Test(arguments: [(Direction.up, [3, 1, 2]), (.down, [1, 3, 2])])
  func `the direction says which value is first`(_ direction: Direction, _ places: [Int]) {
    var fixture = RankFixture(direction: direction)
    for (area, value) in zip(["A", "B", "C"], [10.0, 30, 20]) { fixture.add(area, [value]) }
    #expect(fixture.ranking?.areas.map(\.position.place) == places)
    #expect(fixture.ranking?.order == .by(direction))
  }

  @Test func `equal values share a rank, and the next one is left out`() {
    var fixture = RankFixture()
    for (area, value) in zip(["A", "B", "C", "D"], [0.1 + 0.2, 0.3, 0.5, 0.2]) { fixture.add(area, [value]) }
    #expect(fixture.ranking?.areas.map(\.position.place) == [2, 2, 1, 4])
    #expect(fixture.position("A") == .ranked(PeriodValue(TimePeriod(year: 2024), 0.1 + 0.2), place: 2, sharing: 2))
  }

  @Test func `without a direction there is no rank`() {
    var fixture = RankFixture(direction: nil)
    fixture.add("A", [1])
    fixture.add("B", [2])
    #expect(fixture.ranking?.order == .noDirection)
    #expect(fixture.ranking?.rankedCount == 0)
    #expect(fixture.position("B") == .unranked(PeriodValue(TimePeriod(year: 2024), 2)))
  }

  @Test func `quantities and yes-no answers have no rank`() {
    for (fixture, order) in [
      (RankFixture.sums, AreaRanking.Order.quantities),
      (RankFixture(unit: .yesNo), .yesNo),
    ] {
      var fixture = fixture
      fixture.add("A", [1])
      fixture.add("B", [0])
      #expect(fixture.ranking?.order == order)
      #expect(fixture.ranking?.rankedCount == 0)
    }
  }

  @Test func `one area alone is not first`() {
    var fixture = RankFixture()
    fixture.add("A", [1])
    fixture.add("B", [2], last: 2020)
    #expect(fixture.ranking?.order == .tooFew)
    #expect(fixture.position("A")?.place == nil)
  }

  @Test func `a value that is too old has no rank`() {
    var fixture = RankFixture()
    for area in ["A", "B"] { fixture.add(area, [50]) }
    fixture.add("C", [99], last: 2020)
    fixture.add("D", [40], last: 2021)
    #expect(fixture.position("C") == .tooOld(PeriodValue(TimePeriod(year: 2020), 99)))
    #expect(fixture.position("D")?.place == 3)
    let periods = fixture.ranking?.rankedPeriods
    #expect(periods?.first == TimePeriod(year: 2021) && periods?.last == TimePeriod(year: 2024))
  }

  @Test func `of parts of a year only the very same one is compared`() {
    var fixture = RankFixture()
    for area in ["A", "B"] {
      fixture.set(area, [RankFixture.estimate(TimePeriod(year: 2024, quarter: 3), .figure(5))])
    }
    fixture.set("C", [RankFixture.estimate(TimePeriod(year: 2024, quarter: 4), .figure(9))])
    fixture.add("D", [7])
    #expect(fixture.position("A")?.place == 1)
    #expect(fixture.position("C") == .otherPeriod(PeriodValue(TimePeriod(year: 2024, quarter: 4), 9)))
    #expect(fixture.position("D") == .otherPeriod(PeriodValue(TimePeriod(year: 2024), 7)))
  }

  @Test func `gaps, confidential values, forecasts and imputations leave the value before them`() {
    var fixture = RankFixture()
    let newer: [(PublishedValue, ObservationStatus)] = [
      (.missing(.notCollected), .reported), (.confidential, .reported), (.figure(90), .forecast),
      (.figure(90), .imputed),
    ]
    for (place, (value, status)) in newer.enumerated() {
      fixture.set(
        "A\(place)",
        [
          RankFixture.estimate(TimePeriod(year: 2023), .figure(10)),
          RankFixture.estimate(TimePeriod(year: 2024), value, status),
        ])
    }
    fixture.set("B", [RankFixture.estimate(TimePeriod(year: 2024), .missing(.refused))])
    for place in newer.indices {
      #expect(fixture.position("A\(place)") == .ranked(PeriodValue(TimePeriod(year: 2023), 10), place: 1, sharing: 4))
    }
    #expect(fixture.position("B") == .noValue)
  }

  @Test func `a change counts from five years before, or from the first value`() {
    var fixture = RankFixture()
    fixture.add("A", [1, 2, 3, 4, 5, 6, 7, 9])
    fixture.add("B", [10, 7])
    fixture.add("C", [4])
    #expect(fixture.change("A") == .init(since: TimePeriod(year: 2019), amount: 6))
    #expect(fixture.change("B") == .init(since: TimePeriod(year: 2023), amount: -3))
    #expect(fixture.change("C") == nil)
  }

  @Test func `a change does not reach behind a break in the series`() {
    var fixture = RankFixture()
    fixture.set(
      "A",
      [
        RankFixture.estimate(TimePeriod(year: 2021), .figure(1)),
        RankFixture.estimate(TimePeriod(year: 2022), .figure(50), .breakInSeries),
        RankFixture.estimate(TimePeriod(year: 2024), .figure(60)),
      ])
    #expect(fixture.change("A") == .init(since: TimePeriod(year: 2022), amount: 10))
  }

  @Test func `quantities change by percent`() {
    var fixture = RankFixture.sums
    fixture.add("A", [200, 250])
    fixture.add("B", [0, 250])
    #expect(fixture.change("A") == .init(since: TimePeriod(year: 2023), amount: 25))
    #expect(fixture.change("B") == nil)
  }

  @Test func `groups have no rank, and a change over ten years too`() {
    var fixture = RankFixture()
    fixture.add("A", [1])
    fixture.add("B", [2])
    fixture.add("ALL", (0...12).map { Double($0) })
    let group = fixture.rankings.standings(of: .init("ALL")).first?.standing
    #expect(group?.position == .unranked(PeriodValue(TimePeriod(year: 2024), 12)))
    #expect(group?.change == .init(since: TimePeriod(year: 2019), amount: 5))
    #expect(group?.longChange == .init(since: TimePeriod(year: 2014), amount: 10))
  }

  @Test func `codes are ranked for themselves, totals first`() {
    var fixture = RankFixture()
    let women = [DimensionCode("SEX", "F")]
    fixture.add("A", [1])
    fixture.add("B", [2])
    fixture.set("A", [RankFixture.estimate(TimePeriod(year: 2024), .figure(9))], women)
    fixture.set("B", [RankFixture.estimate(TimePeriod(year: 2024), .figure(8))], women)
    let rankings = fixture.rankings.rankings(of: RankFixture.use)
    #expect(rankings.map(\.codes) == [[], women])
    #expect(rankings.map { $0.areas.map(\.position.place) } == [[2, 1], [1, 2]])
  }
}
