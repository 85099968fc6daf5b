import MilepostEngine
import MilepostModel
import Testing

private let persons = UnitOfMeasure("persons")
private let women = [DimensionCode("SEX", "F")]
private let men = [DimensionCode("SEX", "M")]

@Suite struct FormulaTests {
  /// Users 20, 30, 45 of 100 in A; 40, 40, none of 50 in B; C has users alone.
  private func fixture(_ formula: String, _ unit: UnitOfMeasure = UnitOfMeasure("ratio"), dimensions: [String] = [])
    -> ComputeFixture
  {
    var fixture = ComputeFixture()
    fixture.areas("AAA", "BBB", "CCC")
    fixture.group("WORLD", of: "AAA", "BBB", "CCC")
    fixture.group("LDC", of: "BBB")
    fixture.dimension("SEX", "F", "M")
    fixture.indicator("users", persons, aggregation: .plain(.sum), dimensions: ["SEX"])
    fixture.indicator("population", persons, aggregation: .plain(.sum))
    fixture.indicator("result", unit, formula: formula, dimensions: dimensions)
    fixture.years("users", "AAA", 20, 30, 45)
    fixture.years("users", "BBB", 40, 40)
    fixture.years("users", "CCC", 5)
    fixture.years("users", "AAA", 8, codes: women)
    fixture.years("users", "AAA", 10, codes: men)
    fixture.years("population", "AAA", 100, 100, 100)
    fixture.years("population", "BBB", 50, 50, 50)
    return fixture
  }

  /// The value under the first unit that does not contradict the formula.
  private func value(_ formula: String, _ area: String, _ period: String) -> Double? {
    let fixtures = [.ratio, persons, .percent].map { fixture(formula, $0) }
    return fixtures.first { $0.ruleFindings.isEmpty }?.computed().table.number("result", area, period)
  }

  @Test(
    arguments: [
      ("100 * users / population", "AAA", "2016", 30),
      ("100 * users / population", "BBB", "2017", nil),
      ("100 * users / population", "CCC", "2015", nil),
      // The group's own values: C is in the numerator and not in the denominator.
      ("100 * users / population", "WORLD", "2015", nil),
      // Over the same areas.
      ("rate(users, population, 100)", "WORLD", "2015", 100 * 60 / 150),
      ("ratio(users, population)", "WORLD", "2015", 0.4),
      ("ratio(users, population)", "AAA", "2015", 0.2),
      ("rate(users, population, 1000)", "BBB", "2015", 800),
      ("users - previous(users)", "AAA", "2017", 15),
      ("previous(users, 2)", "AAA", "2017", 20),
      ("difference(users)", "AAA", "2015", nil),
      ("difference(users, 2)", "AAA", "2017", 25),
      ("growth(users)", "AAA", "2016", 50),
      ("growth(users, 2)", "AAA", "2017", 125),
      ("index(users, 2015)", "AAA", "2017", 225),
      ("gap(users, WORLD, LDC)", "WORLD", "2016", 30),
      ("gap-ratio(users, WORLD, LDC)", "LDC", "2016", 70.0 / 40),
      ("users / users(WORLD)", "AAA", "2016", 30.0 / 70),
      ("users / users(2015)", "AAA", "2017", 2.25),
      ("parity(users(SEX=F), users(SEX=M))", "AAA", "2015", 0.8),
      ("users(SEX=F) / users", "AAA", "2015", 0.4),
      ("max(users, 35)", "AAA", "2016", 35),
      ("min(users, 35, 25)", "AAA", "2016", 25),
      ("abs(-users)", "AAA", "2016", 30),
      ("(1 + 2) * users - users / 3", "AAA", "2016", 80),
      ("sum(users)", "WORLD", "2015", 65),
      ("mean(users)", "WORLD", "2015", 65.0 / 3),
      ("median(users)", "WORLD", "2015", 20),
      ("weighted-mean(users, population)", "WORLD", "2015", (20.0 * 100 + 40 * 50) / 150),
      ("count(users > 10)", "WORLD", "2015", 2),
      ("count(users > 10 and users < 30)", "WORLD", "2015", 1),
      ("count(users <= 5 or users = 40)", "WORLD", "2015", 2),
      ("share(users > 10)", "WORLD", "2016", 100),
      ("share(users > 10)", "WORLD", "2015", 200.0 / 3),
      ("share(users > users(WORLD) / 2)", "WORLD", "2015", 100.0 / 3),
      ("sum(users)", "AAA", "2015", nil),
      ("sum(users, LDC) / users(WORLD)", "WORLD", "2016", 40.0 / 70),
      ("growth(ratio(users, population))", "WORLD", "2016", 100 * (70.0 / 60 - 1)),
    ] as [(String, String, String, Double?)])
  func `a formula has its value at area and period`(
    _ formula: String, _ area: String, _ period: String, _ expected: Double?
  ) throws {
    let found = value(formula, area, period)
    guard let expected else {
      #expect(found == nil)
      return
    }
    #expect(abs(try #require(found) - expected) < 1e-9)
  }

  @Test func `unknown areas are in the coverage of a share`() {
    let cell = fixture("share(users > 10)", .percent).computed().table.cell("result", "WORLD", "2016")
    #expect(cell?.coverage == Coverage(reported: 2.0 / 3, estimated: 0, imputed: 0, missing: 1.0 / 3))
  }

  @Test func `a missing operand is a gap for its reason, never zero`() {
    var fixture = fixture("100 * users / population")
    fixture.add("users", "CCC", "2016", .missing(.refused))
    fixture.add("population", "CCC", "2016", .figure(10))
    let cell = fixture.computed().table.cell("result", "CCC", "2016")
    #expect(cell?.value == .missing(.refused))
  }

  @Test func `a division by zero is a gap and a finding, once for a formula`() {
    var fixture = fixture("100 * users / population")
    for year in ["2015", "2016"] { fixture.add("population", "CCC", year, .figure(0)) }
    fixture.add("users", "CCC", "2016", .figure(3))
    let result = fixture.computed()
    #expect(result.table.cell("result", "CCC", "2015")?.value == .missing(.notApplicable))
    #expect(result.findings.map(\.message) == ["division by zero for CCC in 2015"])
    #expect(result.findings.map(\.severity) == [.warning])
    // The sign after "100 * users ".
    #expect(result.findings.map(\.position) == [SourcePosition(file: "plan/indicators.yaml", line: 3, column: 22)])
  }

  @Test func `growth from zero has no meaning and says so`() {
    var fixture = fixture("growth(users)", .percent)
    fixture.add("users", "CCC", "2016", .figure(0))
    fixture.add("users", "CCC", "2017", .figure(4))
    let result = fixture.computed()
    #expect(result.table.cell("result", "CCC", "2017")?.value == .missing(.notApplicable))
    #expect(result.findings.map(\.code) == ["MP0531"])
  }

  @Test func `a value is as firm as its weakest input, and a rate as firm as what it counts`() {
    func status(_ formula: String) -> ObservationStatus? {
      var fixture = fixture(formula)
      fixture.add("users", "CCC", "2016", .figure(3), .estimated)
      fixture.add("population", "CCC", "2016", .figure(10), .forecast)
      return fixture.computed().table.cell("result", "CCC", "2016")?.status
    }
    #expect(status("users / population") == .forecast)
    #expect(status("rate(users, population, 100)") == .estimated)
  }

  @Test func `a formula has the codes of its operands that its indicator declares`() {
    let table = fixture("2 * users", persons, dimensions: ["SEX"]).computed().table
    #expect(table.number("result", "AAA", "2015", women) == 16)
    #expect(table.number("result", "AAA", "2015") == 40)
    #expect(fixture("2 * users", persons).computed().table.number("result", "AAA", "2015", women) == nil)
  }

  @Test func `formulas build on each other and on aggregates`() {
    var fixture = fixture("doubled + users", persons)
    fixture.indicator("doubled", persons, formula: "2 * users")
    let table = fixture.computed().table
    #expect(table.number("result", "AAA", "2015") == 60)
    #expect(table.number("result", "WORLD", "2015") == 195)
    #expect(table.cell("result", "WORLD", "2015")?.coverage?.missing == 0)
  }

  @Test func `a formula by area with an aggregate has groups by the aggregate`() {
    var fixture = fixture("users / population")
    fixture.indicator(
      "use", UnitOfMeasure("ratio"), formula: "users / population", aggregation: .weightedMean("population"))
    let table = fixture.computed().table
    #expect(abs((table.number("use", "WORLD", "2015") ?? .nan) - 60.0 / 150) < 1e-12)
    #expect(table.number("result", "WORLD", "2015") == nil)
  }

  @Test func `a quotient of sums over different members is left out with a finding, and rate takes the same ones`() {
    let (table, findings) = fixture("users / population").computed()
    #expect(table.cell("result", "WORLD", "2015")?.value == .missing(.suppressed))
    #expect(findings.map(\.code) == ["MP0533"])
    let rate = fixture("ratio(users, population)").computed()
    #expect(rate.table.number("result", "WORLD", "2015") == 60.0 / 150)
    #expect(rate.findings.isEmpty)
  }

  @Test func `a mean household size is weighted by households that it helps to compute`() {
    var fixture = ComputeFixture()
    fixture.areas("AAA", "BBB")
    fixture.group("WORLD", of: "AAA", "BBB")
    fixture.indicator("population", persons)
    fixture.indicator(
      "size", UnitOfMeasure("persons per household"), aggregation: .weightedMean("households"))
    fixture.indicator("households", UnitOfMeasure("households"), formula: "population / size")
    for (area, people, size) in [("AAA", 100.0, 2.0), ("BBB", 60, 6)] {
      fixture.years("population", area, people)
      fixture.years("size", area, size)
    }
    #expect(fixture.ruleFindings.isEmpty)
    // 160 people in 50 + 10 households
    #expect(fixture.computed().table.number("size", "WORLD", "2015") == 160.0 / 60)
  }

  @Test func `a fiscal year is named as the data has it`() {
    var fixture = fixture("users - users(FY2015)", persons)
    fixture.knowFiscalYears()
    fixture.add("users", "CCC", "FY2015", .figure(4))
    fixture.add("users", "CCC", "FY2016", .figure(9))
    #expect(fixture.computed().table.number("result", "CCC", "FY2016") == 5)
  }

  @Test func `an empty workspace computes to nothing`() {
    #expect(ComputeFixture().computed().table.keys.isEmpty)
    var fixture = ComputeFixture()
    fixture.indicator("a", persons, formula: "2 * a-b")
    #expect(fixture.computed().table.keys.isEmpty)
  }

  @Test func `the longest sum that can be written is computed`() {
    var fixture = ComputeFixture()
    fixture.areas("AAA")
    fixture.indicator("a", persons)
    fixture.indicator("result", persons, formula: "a" + String(repeating: "+a", count: 999))
    fixture.years("a", "AAA", 3)
    #expect(fixture.computed().table.number("result", "AAA", "2015") == 3000)
  }
}
