import MilepostEngine
import MilepostModel
import Testing

@Suite struct EvaluateTests {
  private var fixture: ComputeFixture {
    var fixture = ComputeFixture()
    fixture.areas("AAA", "BBB", "CCC")
    fixture.group("WORLD", of: "AAA", "BBB")
    fixture.group("LDC", of: "BBB")
    fixture.dimension("SEX", "F", "M")
    fixture.indicator("population", UnitOfMeasure("persons"))
    fixture.indicator("use", .percent, aggregation: .weightedMean("population"), dimensions: ["SEX"])
    fixture.indicator("secret", UnitOfMeasure("persons"))
    fixture.target("2.4", .level(30), "use", "LDC")
    fixture.years("population", "AAA", 30, 30)
    fixture.years("population", "BBB", 10, 10)
    fixture.years("use", "AAA", 20, 24)
    fixture.years("use", "BBB", 60, 75)
    fixture.years("use", "AAA", 18, codes: [DimensionCode("SEX", "F")])
    fixture.add("use", "CCC", "2015", .missing(.refused))
    fixture.add("secret", "AAA", "2015", .figure(7), isConfidential: true)
    return fixture
  }

  @Test(
    arguments: [
      ("use(AAA, 2015)", .number(20)),
      ("use(WORLD, 2015)", .number(30)),
      ("use(AAA, 2015, SEX=F)", .number(18)),
      ("use(BBB, 2016) - use(AAA, 2016)", .number(51)),
      ("growth(use(BBB, 2016))", .number(25)),
      ("index(use(AAA, 2016), 2015)", .number(120)),
      ("difference(use(WORLD, 2016))", .number(6.75)),
      ("gap(use(2015), BBB, AAA)", .number(40)),
      ("share(use(2015) > 50, WORLD)", .number(50)),
      ("weighted-mean(use(2016), population(2016), WORLD)", .number(36.75)),
      ("use(LDC, 2015) >= target(2.4)", .truth(true)),
      ("use(AAA, 2015) > 20 or use(AAA, 2015) < 10", .truth(false)),
      ("use(AAA, 2019)", .missing(.unknown)),
      ("use(CCC, 2015)", .missing(.refused)),
      ("2 * use(CCC, 2015) > 3", .missing(.refused)),
      ("use(CCC, 2015) > 3 or use(BBB, 2015) > 3", .truth(true)),
      ("secret(AAA, 2015)", .confidential),
      ("secret(AAA, 2015) > 5", .confidential),
      ("1 + 2 * 3", .number(7)),
      ("1 < 2", .truth(true)),
    ] as [(String, Evaluation.Value)])
  func `an expression that names area and period has a value`(_ text: String, _ expected: Evaluation.Value) {
    let (result, findings) = fixture.evaluated(text)
    #expect(result?.value == expected)
    #expect(findings.isEmpty)
  }

  @Test func `an estimate keeps unit, decimals, status, coverage and vintage`() {
    let result = fixture.evaluated("use(WORLD, 2015)").result
    #expect(result?.unit == .percent)
    #expect(result?.decimals == 1)
    #expect(result?.status == .reported)
    #expect(result?.coverage == Coverage(reported: 1, estimated: 0, imputed: 0, missing: 0))
    #expect(result?.provenance == ComputeFixture.provenance(isComputed: true))
    #expect(fixture.evaluated("use(BBB, 2015) - use(AAA, 2015)").result?.unit == .percentagePoints)
  }

  @Test(arguments: [
    ("use(AAA)", "expression names no period", "write 'use(WORLD, 2019)'"),
    ("use(2015)", "expression names no area", "write 'use(WORLD, 2019)'"),
    ("sum(use(2015))", "expression names no group", "write sum(value) or sum(value, GROUP)"),
  ]) func `an expression that leaves something open is told what`(_ text: String, _ message: String, _ hint: String) {
    let (result, findings) = fixture.evaluated(text)
    #expect(result == nil)
    #expect(findings.map(\.code) == ["MP0512"])
    #expect(findings.map(\.message) == [message])
    #expect(findings.map(\.hint) == [hint])
  }

  @Test func `a division by zero has no value and says so`() {
    let (result, findings) = fixture.evaluated("use(AAA, 2015) / 0")
    #expect(result?.value == .missing(.notApplicable))
    #expect(findings.map(\.message) == ["division by zero"])
  }

  @Test func `without any data there is no value`() {
    #expect(ComputeFixture().evaluated("1 + 1").result?.value == .missing(.unknown))
  }
}
