import MilepostEngine
import MilepostModel
import Testing

@Suite struct StatusRuleTests {
  private func fixture(_ values: [Double], last: Int = 2019) -> AssessFixture {
    var fixture = AssessFixture()
    fixture.add(values, last: last)
    return fixture
  }

  @Test func `a relative target without a baseline is not measurable, whatever the series`() {
    var fixture = fixture([1, 2, 3, 4, 5, 6])
    fixture.kind = .relative(percent: 50, reading: .timesOnePlusOrMinus)
    #expect(fixture.assessment.status == .notMeasurable)
    #expect(fixture.assessment.reason == .noBaseline)
  }

  @Test func `a target that nothing measures is not measured`() {
    var fixture = AssessFixture()
    fixture.measure = nil
    #expect(fixture.assessment.reason == .noMeasure)
    #expect(fixture.assessment.status == .notMeasured)
  }

  @Test func `a missing figure is never off track`() {
    var fixture = AssessFixture()
    fixture.set([AssessFixture.cell(TimePeriod(year: 2019), .missing(.notCollected))])
    #expect(fixture.assessment.status == .notMeasured)
    #expect(fixture.assessment.reason == .noValue)
  }

  @Test func `a value of more than three years before the edition is too old`() {
    #expect(
      fixture([1, 2, 3], last: 2016).assessment.reason == .tooOld(TimePeriod(year: 2016), maximumAge: 3))
    #expect(fixture([1, 2, 3], last: 2017).assessment.status != .notMeasured)
  }

  @Test func `forecasts and imputations are never current`() {
    var fixture = fixture([40, 41, 42, 43, 44, 45])
    fixture.mark(2019, .forecast)
    fixture.mark(2018, .imputed)
    fixture.mark(2017, .estimated)
    let assessment = fixture.assessment
    #expect(assessment.current?.period == TimePeriod(year: 2017))
    #expect(assessment.current?.status == .estimated)
    #expect(assessment.judged.count == 4)
  }

  @Test func `a confidential figure is neither current nor in a trend`() {
    var fixture = AssessFixture()
    fixture.set([
      AssessFixture.cell(TimePeriod(year: 2018), .figure(40)),
      AssessFixture.cell(TimePeriod(year: 2019), .figure(41), isConfidential: true),
    ])
    #expect(fixture.assessment.judged.map(\.value) == [40])
  }

  @Test func `a value for the target's date is the verdict and later ones are shown`() {
    var fixture = fixture([60, 71, 65], last: 2024)
    fixture.asOf = .lastDay(ofMonth: 12, year: 2025)
    let assessment = fixture.assessment
    #expect(assessment.status == .achieved)
    #expect(assessment.reason == .verdict)
    #expect(assessment.current?.value == 71)
    #expect(assessment.later.map(\.value) == [65])
    #expect(assessment.projection == nil)
    fixture.isSustained = true
    #expect(fixture.assessment.status == .missed)
    #expect(fixture.assessment.reason == .notSustained(TimePeriod(year: 2024)))
  }

  @Test func `a target that the last value meets is achieved early`() {
    #expect(fixture([60, 65, 70]).assessment.reason == .metEarly)
    #expect(fixture([60, 70, 69.9]).assessment.status != .achieved)
  }

  @Test func `one point is a benchmark with the pace needed`() {
    let assessment = fixture([50]).assessment
    #expect(assessment.status == .benchmarked)
    #expect(assessment.reason == .onePoint)
    #expect(assessment.paceNeeded == 5)
    #expect(assessment.paceSoFar == nil)
    #expect(assessment.evidence == .low)
  }

  @Test(arguments: [
    ([50.0, 55.0], TargetStatus.onTrack), ([50, 54], .onTrack), ([50, 53.5], .atRisk), ([50, 51], .offTrack),
    ([50, 50], .movingAway), ([50, 49], .movingAway),
  ])
  func `up to four points go by pace`(values: [Double], status: TargetStatus) {
    let assessment = fixture(values).assessment
    #expect(assessment.status == status)
    #expect(assessment.method == .pace)
    #expect(assessment.evidence == .low)
    #expect(assessment.projection?.low == nil)
    #expect(assessment.projection?.path.isEmpty == true)
  }

  @Test func `a stated baseline counts as a point`() {
    var fixture = fixture([50])
    fixture.baseline = Baseline(2015, 30)
    #expect(fixture.assessment.status == .onTrack)
    #expect(fixture.assessment.paceSoFar == 5)
  }

  @Test func `five points have a probability, an interval and a path to the due year`() throws {
    let assessment = fixture([30, 36, 40, 46, 50, 55]).assessment
    #expect(assessment.method == .logistic)
    #expect(assessment.window == .last(6))
    #expect(assessment.evidence == .normal)
    let projection = try #require(assessment.projection)
    #expect(projection.calibration == nil)
    #expect(projection.path.map(\.period) == (2020...2023).map(TimePeriod.init(year:)))
    let end = try #require(projection.path.last)
    #expect(end.value == projection.value)
    #expect(end.low80 == projection.low)
    #expect(end.low80 < end.low50 && end.high50 < end.high80)
    #expect(try #require(projection.probability) > 0.5)
    #expect(assessment.status == .onTrack)
  }

  @Test func `an interval wholly on the wrong side moves away`() {
    let assessment = fixture([60, 58, 56.5, 54, 52.5, 50]).assessment
    #expect(assessment.status == .movingAway)
    #expect(assessment.reason == .wrongDirection)
  }

  @Test func `a break cuts the window and starts the new series`() {
    var fixture = fixture([10, 12, 14, 16, 40, 44, 48])
    fixture.mark(2017, .breakInSeries)
    fixture.baseline = Baseline(2013)
    let assessment = fixture.assessment
    #expect(assessment.method == .pace)
    #expect(assessment.trend.map(\.value) == [40, 44, 48])
    #expect(assessment.paceSoFar == 4)
    #expect(assessment.notes == [.baselineBeforeBreak(TimePeriod(year: 2017))])
  }

  @Test func `windows of 4 and all points that disagree make it method-sensitive`() {
    let slowing = fixture([2, 4, 8, 16, 28, 38, 44, 46, 47, 48])
    let assessment = slowing.assessment
    let windows = assessment.alternatives.filter { $0.method == .logistic }.map(\.window)
    #expect(windows == [.last(4), .all])
    #expect(assessment.isMethodSensitive)
  }

  @Test func `every other method answers or says why not`() {
    var fixture = fixture([30, 36, 40, 46, 50, 55])
    fixture.baseline = Baseline(2014)
    let alternatives = fixture.assessment.alternatives
    let methods = Set(alternatives.map(\.method))
    #expect(
      methods.isSuperset(of: [.linear, .statcan2024, .destatis, .unsd2023, .eurostat, .escapCurrent]))
    guard case .measured = alternatives.first(where: { $0.method == .escapCurrent })?.answer else {
      Issue.record("escap-current has a measure and no status")
      return
    }
  }

  @Test func `growth near a limit is refused and the fallback answers`() {
    var fixture = fixture([98, 98.2, 98.3, 98.6, 98.8, 99])
    fixture.kind = .level(99.9)
    fixture.baseline = Baseline(2014)
    fixture.method = MethodChoice(
      method: .eurostat, window: .last(6), fallback: .linear, acceptsOriginalReplacements: false)
    #expect(fixture.assessment.method == .linear)
    fixture.method = MethodChoice(
      method: .eurostat, window: .last(6), fallback: nil, acceptsOriginalReplacements: false)
    #expect(fixture.assessment.status == .benchmarked)
    #expect(fixture.assessment.reason == .refused(.nearLimit(value: 98, limit: 100)))
  }

  @Test func `statcan-2024 in a plan replaces nothing without consent`() {
    var fixture = fixture([0, 10, 20, 30, 40, 50])
    fixture.limits = .none
    fixture.baseline = Baseline(2014)
    fixture.method = MethodChoice(
      method: .statcan2024, window: .last(6), fallback: nil, acceptsOriginalReplacements: false)
    #expect(fixture.assessment.reason == .refused(.baseNotPositive(0)))
    fixture.method = MethodChoice(
      method: .statcan2024, window: .last(6), fallback: nil, acceptsOriginalReplacements: true)
    #expect(fixture.assessment.method == .statcan2024)
    #expect(fixture.assessment.status == .onTrack)
  }

  @Test func `a base year without a value is an error and not the next year`() {
    var fixture = fixture([30, 36, 40, 46, 50, 55])
    fixture.baseline = Baseline(2010)
    fixture.method = MethodChoice(
      method: .eurostat, window: .last(6), fallback: nil, acceptsOriginalReplacements: false)
    let (target, _, findings) = fixture.judge()
    #expect(target.reason == .refused(.baseYearMissing(TimePeriod(year: 2010))))
    #expect(findings.map(\.code) == ["MP0621"])
  }

  @Test func `a baseline that rounds to the series' value agrees with it`() {
    var fixture = fixture([30.04, 36, 40, 46, 50, 55])
    fixture.baseline = Baseline(2014, 30)
    #expect(fixture.judge().findings.isEmpty)
    fixture.baseline = Baseline(2014, 30.1)
    #expect(fixture.judge().findings.map(\.code) == ["MP0620"])
  }

  @Test func `an override holds up to the day of its expiry`() {
    var fixture = fixture([50])
    let text = LocalizedText("An invented reason", LanguageTag("en"))
    let day = CalendarDate.lastDay(ofMonth: 4, year: 2020)
    fixture.override = .init(status: .atRisk, name: "A. Planner", date: day, reason: text, expires: day)
    #expect(fixture.assessment.override?.status == .atRisk)
    #expect(fixture.assessment.status == .benchmarked)
    fixture.asOf = .firstDay(ofMonth: 5, year: 2020)
    #expect(fixture.assessment.override == nil)
  }

  @Test func `a missed milestone is shown`() {
    var fixture = fixture([30, 36, 40, 46, 50, 55])
    fixture.milestones = [
      Milestone(period: TimePeriod(year: 2018), value: 52), Milestone(period: TimePeriod(year: 2021), value: 60),
    ]
    let milestones = fixture.assessment.milestones
    #expect(milestones.map(\.isMet) == [false, nil])
    #expect(milestones[0].actual?.value == 50)
  }

  @Test func `a target for a year is met by the quarter that closes it, and by an inner one only after the year`() {
    var fixture = AssessFixture()
    let quarters = (1...4).map {
      AssessFixture.cell(TimePeriod(year: 2023, quarter: $0), .figure(68 + Double($0)))
    }
    fixture.set(quarters)
    fixture.asOf = .lastDay(ofMonth: 6, year: 2024)
    #expect(fixture.assessment.current?.value == 72)
    fixture.set(Array(quarters.prefix(3)))
    #expect(fixture.assessment.reason == .verdict)
    fixture.asOf = .lastDay(ofMonth: 11, year: 2023)
    fixture.kind = .level(80)
    #expect(fixture.assessment.reason != .verdict)
  }

  @Test func `quarters project to the same quarters of later years`() {
    var fixture = AssessFixture()
    fixture.limits = Indicator.Limits(lower: 0, upper: nil)
    fixture.set(
      (1...8).map {
        AssessFixture.cell(
          TimePeriod(year: 2018 + ($0 - 1) / 4, quarter: ($0 - 1) % 4 + 1), .figure(10 + Double($0 * $0) / 10))
      })
    let assessment = fixture.assessment
    #expect(assessment.method == .drift)
    #expect(
      assessment.projection?.path.map(\.period.description) == ["2020-Q4", "2021-Q4", "2022-Q4", "2023"])
  }
}
