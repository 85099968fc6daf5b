import MilepostEngine
import MilepostModel
import Testing

@Suite struct TargetKindTests {
  @Test func `a price a quarter more affordable is times 0.75 or divided by 1.25`() {
    var fixture = AssessFixture()
    fixture.direction = .down
    fixture.limits = Indicator.Limits(lower: 0, upper: nil)
    fixture.add([40, 38, 36])
    fixture.baseline = Baseline(2017)
    fixture.kind = .relative(percent: 25, reading: .timesOnePlusOrMinus)
    #expect(fixture.assessment.goalValue == 30)
    fixture.kind = .relative(percent: 25, reading: .dividedByOnePlus)
    #expect(fixture.assessment.goalValue == 32)
  }

  @Test func `a change is counted from the baseline in the wanted direction`() {
    var fixture = AssessFixture()
    fixture.add([40, 38, 36])
    fixture.baseline = Baseline(2017)
    fixture.direction = .down
    fixture.kind = .change(10)
    #expect(fixture.assessment.goalValue == 30)
    #expect(fixture.assessment.status == .onTrack)
  }

  @Test func `a ceiling is met from below whatever the indicator's direction`() {
    var fixture = AssessFixture()
    fixture.add([40, 38])
    fixture.kind = .ceiling(50)
    #expect(fixture.assessment.status == .achieved)
  }

  @Test func `a share of areas counts members without a value against itself`() {
    var fixture = AssessFixture()
    fixture.members = ["AA", "BB", "CC", "DD"]
    fixture.measure = Measure(.init("use"), .init("ISLES"))
    fixture.kind = .shareOfAreas(comparison: .above, threshold: 50, percent: 75)
    fixture.add([60, 62], in: "AA")
    fixture.add([49.5, 50.5], in: "BB")
    fixture.add([10, 49.2], in: "CC")
    let assessment = fixture.assessment
    #expect(assessment.judged.map(\.value) == [25, 50])
    #expect(assessment.areaCounts == AreaCounts(yes: 2, no: 1, unknown: 1, nearThreshold: 2))
    #expect(assessment.status == .onTrack)
  }

  @Test func `more replies are not progress`() {
    var fixture = AssessFixture()
    fixture.members = ["AA", "BB", "CC", "DD"]
    fixture.measure = Measure(.init("use"), .init("ISLES"))
    fixture.kind = .allAreas
    fixture.add([1, 1], in: "AA")
    fixture.add([1], in: "BB")
    fixture.add([1], in: "CC")
    let assessment = fixture.assessment
    #expect(assessment.judged.map(\.value) == [25, 75])
    #expect(assessment.trend.map(\.value) == [75, 75])
    #expect(assessment.areaCounts?.conservativePercent == 75)
    #expect(assessment.areaCounts?.upperPercent == 100)
    #expect(assessment.areaCounts?.answeredPercent == 100)
  }

  @Test func `a member to whom the question does not apply is not counted`() {
    var fixture = AssessFixture()
    fixture.members = ["AA", "BB"]
    fixture.measure = Measure(.init("use"), .init("ISLES"))
    fixture.kind = .allAreas
    fixture.add([1], in: "AA")
    fixture.set([AssessFixture.cell(TimePeriod(year: 2019), .missing(.notApplicable))], in: "BB")
    #expect(fixture.assessment.status == .achieved)
  }

  private static let women = [DimensionCode("SEX", "F")]
  private static let men = [DimensionCode("SEX", "M")]

  @Test(arguments: [(98.0, 100.0, true), (97.9, 100, false), (102, 100, true), (103, 100, false)])
  func `parity is met between .98 and 1.02`(women: Double, men: Double, isMet: Bool) {
    var fixture = AssessFixture()
    fixture.limits = .none
    fixture.kind = .parity(women: Self.women, men: Self.men)
    fixture.add([women], in: "ISLE", Self.women)
    fixture.add([men], in: "ISLE", Self.men)
    #expect((fixture.assessment.status == .achieved) == isMet)
  }

  @Test func `a parity score above 1 comes down to its edge`() throws {
    var fixture = AssessFixture()
    fixture.kind = .parity(women: Self.women, men: Self.men)
    fixture.add([60, 59, 58, 57.2, 56, 55.2], in: "ISLE", Self.women)
    fixture.add([50, 50, 50, 50, 50, 50], in: "ISLE", Self.men)
    let assessment = fixture.assessment
    #expect(assessment.goalValue == 1.02)
    let projection = try #require(assessment.projection)
    #expect(projection.value < 1.104 && projection.value > 0.9)
    #expect(try #require(projection.low) < projection.value)
    #expect(projection.model?.scale == .distanceFromParity)
    #expect(
      assessment.alternatives.contains {
        $0.method == .eurostat && $0.answer == .refused(.indicatorIsRateOrGap)
      })
  }

  @Test func `a gap that closes because the better side fell is no silent progress`() {
    var fixture = AssessFixture()
    fixture.kind = .gapReduction(better: .init("AA"), worse: .init("BB"), measure: .difference, percent: 50)
    fixture.baseline = Baseline(2015)
    fixture.add([80, 78, 76, 74, 72], in: "AA")
    fixture.add([40, 40, 41, 41, 42], in: "BB")
    let (target, _, findings) = fixture.judge()
    #expect(target.judged.map(\.value) == [40, 38, 35, 33, 30])
    #expect(target.goalValue == 20)
    #expect(target.notes.contains(.gapClosesByFall(.init("AA"))))
    #expect(findings.map(\.code) == ["MP0622"])
  }

  @Test func `a gap as a ratio shrinks towards 1`() {
    var fixture = AssessFixture()
    fixture.kind = .gapReduction(better: .init("AA"), worse: .init("BB"), measure: .ratio, percent: 50)
    fixture.baseline = Baseline(2018)
    fixture.add([80, 84], in: "AA")
    fixture.add([40, 48], in: "BB")
    #expect(fixture.assessment.goalValue == 1.5)
    #expect(fixture.assessment.judged.map(\.value) == [2, 1.75])
    #expect(fixture.judge().findings.isEmpty)
  }

  @Test func `a yes that has not come has no pace`() {
    var fixture = AssessFixture()
    fixture.kind = .yesNo
    fixture.add([0, 0, 0, 0, 0, 0])
    #expect(fixture.assessment.reason == .refused(.yesNoHasNoTrend))
    fixture.add([0, 0, 1])
    #expect(fixture.assessment.status == .achieved)
  }

  @Test func `a target with a direction and no value improves or worsens`() {
    var fixture = AssessFixture()
    fixture.kind = .directional
    fixture.add([1, 3, 5, 6, 8, 10])
    #expect(fixture.assessment.reason == .direction(.improving))
    fixture.direction = .down
    #expect(fixture.assessment.status == .movingAway)
  }

  @Test func `the worst part of a compound target decides`() {
    var fixture = AssessFixture()
    let text = LocalizedText("An invented part", LanguageTag("en"))
    func part(_ value: Double) -> TargetPart {
      TargetPart(
        title: text, kind: .level(value), measure: Measure(.init("use"), .init("ISLE")), baseline: nil)
    }
    fixture.kind = .compound([part(40), part(90)])
    fixture.add([48, 50])
    let assessment = fixture.assessment
    #expect(assessment.parts.map(\.status) == [.achieved, .offTrack])
    #expect(assessment.status == .offTrack)
    #expect(assessment.reason == .worstPart(index: 1))
  }
}

@Suite struct DirectionalAssessmentTests {
  private func outcome(_ values: [Double], _ direction: Direction? = .up) -> DirectionalAssessment {
    var fixture = AssessFixture()
    fixture.kind = .directional
    fixture.direction = direction
    fixture.add(values)
    return fixture.judge().outcome
  }

  @Test func `a clear rise improves, a noisy one is stable, a fall worsens`() {
    #expect(outcome([1, 3, 5, 6, 8, 10]).status == .improving)
    #expect(outcome([5, 9, 2, 8, 3, 6]).status == .stable)
    #expect(outcome([10, 8, 6, 5, 3, 1]).status == .worsening)
    #expect(outcome([10, 8, 6, 5, 3, 1], .down).status == .improving)
  }

  /// Differences 2, 2, 1, 2, 2: Σd = 9, m = 1.8, s² = 0.8/4, width t(.9; 4) √.2 √5 = 1.5332.
  @Test func `the interval is that of the change over the window`() throws {
    let part = try #require(outcome([1, 3, 5, 6, 8, 10]).parts.first)
    #expect(abs(try #require(part.low) - (9 - 1.533206274058944)) < 1e-9)
    #expect(abs(try #require(part.high) - (9 + 1.533206274058944)) < 1e-9)
    #expect(part.evidence == .normal)
  }

  @Test func `few points go by the sign of the change`() {
    #expect(outcome([3, 1, 4]).status == .improving)
    #expect(outcome([3, 1, 4]).parts[0].evidence == .low)
    #expect(outcome([3, 1, 3]).status == .stable)
    #expect(outcome([3]).status == .benchmarked)
    #expect(outcome([]).status == .notMeasured)
  }

  @Test func `without a direction only the level is told`() {
    #expect(outcome([1, 3, 5, 6, 8, 10], nil).status == .benchmarked)
  }
}
