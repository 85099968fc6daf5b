import MilepostModel
import Testing

@testable import MilepostEngine

/// What takes part in pace and trend, and what cannot come out of them.
@Suite struct TrendTests {
  private static let group = Measure(.init("use"), .init("ISLES"))

  private func choice(_ method: AssessmentMethod, _ window: MethodChoice.Window = .last(6)) -> MethodChoice {
    MethodChoice(method: method, window: window, fallback: nil, acceptsOriginalReplacements: false)
  }

  @Test func `more replies are no pace either`() {
    var fixture = AssessFixture()
    fixture.members = ["AA", "BB", "CC", "DD"]
    fixture.measure = Self.group
    fixture.kind = .allAreas
    fixture.add([1, 1, 1], in: "AA")
    fixture.add([1, 1], in: "BB")
    fixture.add([1], in: "CC")
    let assessment = fixture.assessment
    #expect(assessment.paceSoFar == 0)
    #expect(assessment.notes.contains(.onlyAreasThatAnsweredTwice))
    for alternative in assessment.alternatives { #expect(alternative.status?.isFavourable != true) }
  }

  @Test(arguments: [[1.0], [1, 1], [0, 0, 0]])
  func `confidential answers that are all alike are not counted`(_ secrets: [Double]) {
    var fixture = AssessFixture()
    fixture.members = ["AA", "BB", "CC", "DD"]
    fixture.measure = Self.group
    fixture.kind = .allAreas
    fixture.add([0], in: "AA")
    for (area, value) in zip(["BB", "CC", "DD"], secrets) {
      fixture.set([AssessFixture.cell(TimePeriod(year: 2019), .figure(value), isConfidential: true)], in: area)
    }
    #expect(fixture.assessment.areaCounts == AreaCounts(yes: 0, no: 1, unknown: 3, nearThreshold: nil))
  }

  @Test func `confidential answers that differ are counted`() {
    var fixture = AssessFixture()
    fixture.members = ["AA", "BB", "CC"]
    fixture.measure = Self.group
    fixture.kind = .allAreas
    fixture.add([0], in: "AA")
    for (area, value) in [("BB", 1.0), ("CC", 0)] {
      fixture.set([AssessFixture.cell(TimePeriod(year: 2019), .figure(value), isConfidential: true)], in: area)
    }
    #expect(fixture.assessment.areaCounts == AreaCounts(yes: 1, no: 2, unknown: 0, nearThreshold: nil))
  }

  @Test func `confidential values are not said to be near the threshold`() {
    var fixture = AssessFixture()
    fixture.members = ["AA", "BB", "CC"]
    fixture.measure = Self.group
    fixture.kind = .shareOfAreas(comparison: .above, threshold: 50, percent: 75)
    fixture.add([50.5], in: "AA")
    for (area, value) in [("BB", 50.4), ("CC", 49.8)] {
      fixture.set([AssessFixture.cell(TimePeriod(year: 2019), .figure(value), isConfidential: true)], in: area)
    }
    #expect(fixture.assessment.areaCounts == AreaCounts(yes: 2, no: 1, unknown: 0, nearThreshold: 1))
  }

  @Test func `intervals of whole years are not calibrated on quarters`() throws {
    var fixture = AssessFixture()
    fixture.limits = Indicator.Limits(lower: 0, upper: nil)
    fixture.kind = .level(9000)
    for (number, area) in ["ISLE", "AA", "BB", "CC", "DD", "EE"].enumerated() {
      fixture.set(
        quarters((0..<40).map { 100 + Double($0 * (number + 5) % 17) + 4 * Double($0) }, from: 2010), in: area)
    }
    #expect(try #require(fixture.assessment.projection).calibration != nil)
    fixture.nature = .flow
    let projection = try #require(fixture.assessment.projection)
    #expect(projection.low != nil)
    #expect(projection.calibration == nil)
  }

  private func quarters(_ values: [Double], from year: Int) -> [WorkingTable.Cell] {
    values.enumerated().map {
      AssessFixture.cell(TimePeriod(year: year + $0 / 4, quarter: $0 % 4 + 1), .figure($1))
    }
  }

  @Test func `a year of a flow is the sum of its quarters, and an incomplete one is no year`() {
    var fixture = AssessFixture()
    fixture.limits = Indicator.Limits(lower: 0, upper: nil)
    fixture.kind = .level(400)
    fixture.due = TimePeriod(year: 2019)
    fixture.nature = .flow
    fixture.set(quarters([80, 90, 95, 100, 100, 110, 119], from: 2018))
    #expect(fixture.assessment.judged.map(\.value) == [365])
    #expect(fixture.assessment.status == .benchmarked)
    fixture.set(quarters([80, 90, 95, 100, 100, 110, 119, 120], from: 2018))
    #expect(fixture.assessment.current?.value == 449)
    #expect(fixture.assessment.status == .achieved)
  }

  @Test func `the stock at the end of a year is that of its last quarter`() {
    var fixture = AssessFixture()
    fixture.kind = .level(50)
    fixture.due = TimePeriod(year: 2019)
    fixture.set(quarters([10, 20, 30, 40, 45, 50, 52, 55], from: 2018))
    #expect(fixture.assessment.current?.value == 55)
  }

  @Test func `a trend towards parity ends there`() throws {
    var fixture = AssessFixture()
    let (women, men) = ([DimensionCode("SEX", "F")], [DimensionCode("SEX", "M")])
    fixture.kind = .parity(women: women, men: men)
    fixture.add([80, 84, 87, 91, 94, 97.5], in: "ISLE", women)
    fixture.add([100, 100, 100, 100, 100, 100], in: "ISLE", men)
    let projection = try #require(fixture.assessment.projection)
    #expect(projection.value == 1)
    #expect(projection.high == 1)
    #expect(try #require(projection.low) <= 1)
  }

  @Test func `what is projected stays within what is possible`() throws {
    var fixture = AssessFixture()
    fixture.kind = .level(99)
    fixture.method = choice(.linear)
    fixture.add([60, 66, 73, 80, 87, 94])
    let assessment = fixture.assessment
    #expect(assessment.projection?.value == 100)
    #expect(assessment.notes.contains(.projectionAtLimit(100)))
    #expect(try #require(assessment.projection?.high) <= 100)
  }

  @Test(arguments: [[1e306, 2e306, 1e306, 3e306, 2e306, 9e307], [1e200, 1e-200, 1e200, 1e-200, 1e200, 1e-200]])
  func `huge numbers are refused and never written`(_ values: [Double]) {
    var fixture = AssessFixture()
    fixture.limits = Indicator.Limits(lower: 0, upper: nil)
    fixture.kind = .level(1e308)
    fixture.due = TimePeriod(year: 9000)
    fixture.baseline = Baseline(2014)
    fixture.add(values)
    for method in AssessmentMethod.allCases {
      fixture.method = choice(method)
      let assessment = fixture.assessment
      let written = [
        assessment.paceSoFar, assessment.paceNeeded, assessment.projection?.value, assessment.projection?.low,
        assessment.projection?.high, assessment.goalValue, assessment.baseline?.value,
      ]
      for number in written.compactMap(\.self) { #expect(number.isFinite, "\(method)") }
      for alternative in assessment.alternatives {
        if case .status(_, let value?, _, _) = alternative.answer { #expect(value.isFinite, "\(alternative)") }
        if case .measured(let value) = alternative.answer { #expect(value.isFinite, "\(alternative)") }
      }
    }
  }

  @Test func `growth is not counted from a base that the plan does not state`() {
    var fixture = AssessFixture()
    fixture.method = choice(.eurostat)
    fixture.add([30, 36, 40, 46, 50, 55])
    #expect(fixture.assessment.reason == .refused(.noBaseline))
    for window in [MethodChoice.Window.last(4), .all] {
      fixture.baseline = Baseline(2014)
      fixture.method = choice(.eurostat, window)
      #expect(fixture.assessment.growth?.base == 30)
    }
  }

  @Test func `growth is not counted across a break`() {
    var fixture = AssessFixture()
    fixture.add([30, 36, 40, 20, 24, 28, 31, 35])
    fixture.mark(2015, .breakInSeries)
    fixture.baseline = Baseline(2012)
    fixture.method = choice(.eurostat)
    #expect(fixture.assessment.reason == .refused(.baseBeforeBreak(TimePeriod(year: 2015))))
  }

  @Test func `sums with gaps are compared over members that have a value both times`() throws {
    var fixture = AssessFixture()
    fixture.limits = Indicator.Limits(lower: 0, upper: nil)
    fixture.kind = .level(5000)
    fixture.members = ["AA", "BB"]
    fixture.measure = Self.group
    fixture.aggregation = Aggregation(
      method: .sum, imputation: .none, minimumCoverage: 0, membership: .fixedAtEdition)
    fixture.add([1000, 1000, 1000, 1000], in: "AA")
    fixture.add([3000], in: "BB")
    let values: [(Double, Double)] = [(1000, 0.5), (1000, 0.5), (1000, 0.5), (4000, 0)]
    fixture.set(
      values.enumerated().map { number, point in
        WorkingTable.Cell(
          TimePeriod(year: 2016 + number), .figure(point.0), status: .reported, isConfidential: false,
          coverage: Coverage(reported: 1 - point.1, estimated: 0, imputed: 0, missing: point.1),
          provenance: AssessFixture.provenance)
      }, in: "ISLES")
    let assessment = fixture.assessment
    #expect(assessment.trend.map(\.value) == [4000, 4000, 4000, 4000])
    #expect(assessment.paceSoFar == 0)
    #expect(assessment.notes == [.onlyAreasThatAnsweredTwice])
    #expect(fixture.judge().outcome.status == .stable)
  }

  @Test func `before an amendment the old value and date hold`() {
    let text = LocalizedText("An invented text", LanguageTag("en"))
    func day(_ year: Int) -> CalendarDate { .lastDay(ofMonth: 3, year: year) }
    let target = Target(
      id: .init("1.1"), goal: .init("1"), title: text, kind: .level(90), measure: nil, direction: nil,
      due: TimePeriod(year: 2030), baseline: nil, milestones: [], isSustained: false, method: nil,
      amendments: [
        .init(date: day(2022), decision: text, oldValue: 40, oldDue: TimePeriod(year: 2025)),
        .init(date: day(2024), decision: text, oldValue: 55, oldDue: nil),
      ], override: nil, printed: [], response: nil, owner: nil, links: [], note: nil)
    #expect(target.standing(on: day(2021)).kind == .level(40))
    #expect(target.standing(on: day(2021)).due == TimePeriod(year: 2025))
    #expect(target.standing(on: day(2023)).kind == .level(55))
    #expect(target.standing(on: day(2023)).due == TimePeriod(year: 2030))
    #expect(target.standing(on: day(2024)) == target)
  }
}
