import MilepostEngine
import MilepostModel
import Testing

private let persons = UnitOfMeasure("persons")
private let dollars = UnitOfMeasure("price", currency: "USD")
private let perHundred = UnitOfMeasure("per 100 inhabitants")

@Suite struct FormulaRulesTests {
  private func findings(_ formula: String, _ unit: UnitOfMeasure = .ratio) -> [Diagnostic] {
    var fixture = ComputeFixture()
    fixture.areas("AAA")
    fixture.group("WORLD", of: "AAA")
    fixture.group("LDC", of: "AAA")
    fixture.dimension("SEX", "F", "M")
    fixture.indicator("users", persons, dimensions: ["SEX"])
    fixture.indicator("population", persons)
    fixture.indicator("thousands", UnitOfMeasure("persons", multiplier: 3))
    fixture.indicator("internet-use", .percent)
    fixture.indicator("mobile-use", .percent)
    fixture.indicator("subscriptions", UnitOfMeasure("subscriptions"))
    fixture.indicator("lines", perHundred)
    fixture.indicator("price", dollars)
    fixture.indicator("euros", UnitOfMeasure("price", currency: "EUR"))
    fixture.indicator("points", .percentagePoints)
    fixture.target("2.4", .level(30), "internet-use", "LDC")
    fixture.target("2.10", .relative(percent: 10, reading: .timesOnePlusOrMinus), "internet-use", "LDC")
    fixture.indicator("result", unit, formula: formula)
    return fixture.ruleFindings
  }

  @Test(
    arguments: [
      ("100 * users / population", .percent), ("users / population", .ratio), ("users + population", persons),
      ("internet-use - mobile-use", .percentagePoints), ("internet-use - mobile-use", .percent),
      ("100 - internet-use", .percent), ("internet-use + points", .percent),
      ("internet-use * population / 100", persons), ("rate(subscriptions, population, 100)", perHundred),
      ("subscriptions / population * 1000", UnitOfMeasure("per 1000 inhabitants")),
      ("lines * population / 100", UnitOfMeasure("subscriptions")), ("1000 * thousands", persons),
      ("100000 * thousands / population", .percent), ("growth(price)", .percent),
      ("difference(internet-use)", .percentagePoints),
      ("index(price, 2017)", UnitOfMeasure("index")), ("count(internet-use > 50)", UnitOfMeasure("countries")),
      ("share(internet-use >= 50 and users > 0)", .percent), ("internet-use > 50", .yesNo),
      ("parity(users(SEX=F), users(SEX=M))", .ratio), ("gap(internet-use, WORLD, LDC)", .percentagePoints),
      ("max(users, population, 5)", persons),
      ("price / population", UnitOfMeasure("price per person", currency: "USD")),
      ("internet-use / target(2.4)", .percent), ("median(price, LDC)", dollars),
    ] as [(String, UnitOfMeasure)]) func `units that agree are silent`(_ formula: String, _ unit: UnitOfMeasure)
  {
    #expect(findings(formula, unit).map(\.message) == [])
  }

  @Test(
    arguments: [
      ("users + internet-use", .percent, "MP0517", "units differ: persons on the left, percent on the right"),
      ("users + thousands", persons, "MP0517", "units differ: persons on the left, persons ×10^3 on the right"),
      ("price - euros", dollars, "MP0517", "units differ: price USD on the left, price EUR on the right"),
      ("count(users > internet-use)", .ratio, "MP0517", "units differ: persons on the left, percent on the right"),
      ("max(users, internet-use)", persons, "MP0517", "units differ: persons on the left, percent on the right"),
      ("parity(users, internet-use)", .ratio, "MP0517", "units differ: persons on the left, percent on the right"),
      ("users", .percent, "MP0518", "formula of 'result' yields persons, the indicator declares percent"),
      (
        "users / population", persons, "MP0518",
        "formula of 'result' yields a pure number, the indicator declares persons"
      ),
      (
        "100 * subscriptions / population", .percent, "MP0518",
        "formula of 'result' yields subscriptions / persons, the indicator declares percent"
      ),
      ("lines", .percent, "MP0518", "formula of 'result' yields per 100 inhabitants, the indicator declares percent"),
      ("users > 5", .percent, "MP0518", "formula of 'result' yields yes-no, the indicator declares percent"),
      ("thousands", persons, "MP0518", "formula of 'result' yields persons ×10^3, the indicator declares persons"),
      (
        "users / population", dollars, "MP0518",
        "formula of 'result' yields a pure number, the indicator declares price USD"
      ),
    ] as [(String, UnitOfMeasure, String, String)])
  func `units that contradict are errors`(_ formula: String, _ unit: UnitOfMeasure, _ code: String, _ message: String) {
    let found = findings(formula, unit)
    #expect(found.map(\.code) == [code])
    #expect(found.map(\.message) == [message])
    #expect(found.allSatisfy { $0.severity == .error })
  }

  @Test(
    arguments: [
      (
        "internet-usage", "MP0510", "unknown indicator 'internet-usage' in an expression",
        "did you mean 'internet-use'?", 0
      ),
      (
        "users-population", "MP0510", "unknown indicator 'users-population' in an expression",
        "minus needs blanks: 'users - population'", 0
      ),
      (
        "100 * internet-use-mobile-use", "MP0510", "unknown indicator 'internet-use-mobile-use' in an expression",
        "minus needs blanks: 'internet-use - mobile-use'", 6
      ),
      ("users-5", "MP0510", "unknown indicator 'users-5' in an expression", "minus needs blanks: 'users - 5'", 0),
      (
        "sum + 1", "MP0510", "unknown indicator 'sum' in an expression",
        "a function has brackets: sum(value) or sum(value, GROUP)", 0
      ),
      (
        "wieghted-mean(users, population)", "MP0511", "unknown function or indicator 'wieghted-mean'",
        "did you mean 'weighted-mean'?", 0
      ),
      (
        "ratio(users)", "MP0512", "ratio takes 2 to 3 arguments but found 1",
        "write ratio(numerator, denominator) or ratio(numerator, denominator, GROUP)", 0
      ),
      ("users(WORLD, LDC)", "MP0512", "a second area for one indicator", "name one area", 13),
      ("sum(users > 5)", "MP0513", "expected a number but found a condition", nil, 10),
      ("count(users)", "MP0513", "expected a condition but found a number", nil, 6),
      ("WORLD + 1", "MP0513", "expected a number but found the area 'WORLD'", "write 'indicator(WORLD)'", 0),
      ("sum(users, AAA)", "MP0513", "expected a group but found the area 'AAA'", nil, 11),
      (
        "sum(sum(users))", "MP0513", "sum looks at the areas of a group, and stands inside such a function",
        "give the inner part a name: an indicator with a formula of its own", 4
      ),
      ("growth(users, 0)", "MP0513", "expected a number of periods from 1 to 100 but found something else", nil, 14),
      (
        "gap(users(LDC), WORLD, LDC)", "MP0513", "an indicator inside a gap names an area of its own",
        "the two groups stand after the value: gap(internet-use, DEVELOPED, LDC)", 4
      ),
      ("users(WORLDS)", "MP0514", "unknown area or group 'WORLDS'", "did you mean 'WORLD'?", 6),
      ("users(AGE=Y15)", "MP0515", "indicator 'users' has no dimension 'AGE'", "it declares SEX", 6),
      ("users(SEX=W)", "MP0515", "unknown code 'W' of SEX", "did you mean 'F'?", 10),
      ("users / target(2.5)", "MP0520", "unknown target '2.5' in an expression", "did you mean '2.4'?", 15),
      ("users / target(2.10)", "MP0521", "target 2.10, of kind relative, states no value", nil, 15),
      ("2 + 3", "MP0522", "formula without an indicator: it has no area and no period", nil, 0),
    ] as [(String, String, String, String?, Int)])
  func `a name or argument that fits nothing is found at its place`(
    _ formula: String, _ code: String, _ message: String, _ hint: String?, _ offset: Int
  ) {
    let found = findings(formula)
    #expect(found.first?.code == code)
    #expect(found.first?.message == message)
    #expect(found.first?.position.column == 10 + offset)
    #expect(found.first?.hint == hint || code == "MP0515" || code == "MP0520")
  }

  @Test func `a circle is printed from the first of its ids, once`() {
    var fixture = ComputeFixture()
    fixture.areas("AAA")
    fixture.indicator("c", persons, formula: "2 * b")
    fixture.indicator("a", persons, formula: "c + 1")
    fixture.indicator("b", persons, formula: "a")
    fixture.indicator("d", persons, formula: "a")
    fixture.indicator("e", persons)
    fixture.years("e", "AAA", 1)
    let found = fixture.ruleFindings
    #expect(found.map(\.message) == ["formulas go round in a circle: a -> c -> b -> a"])
    #expect(found.map(\.code) == ["MP0516"])
    #expect(found.map(\.position.line) == [2])
    #expect(fixture.computed().table.keys.count == 1)
  }

  @Test func `an indicator of its own past is a circle`() {
    var fixture = ComputeFixture()
    fixture.areas("AAA")
    fixture.indicator("stock", persons, formula: "previous(stock) + 1")
    #expect(fixture.ruleFindings.map(\.message) == ["formulas go round in a circle: stock -> stock"])
  }

  @Test func `a weight that needs the group's value is a circle`() {
    var fixture = ComputeFixture()
    fixture.areas("AAA")
    fixture.group("WORLD", of: "AAA")
    fixture.indicator("use", .percent, aggregation: .weightedMean("weight"))
    fixture.indicator("weight", .percent, formula: "use(WORLD)")
    #expect(fixture.ruleFindings.map(\.message) == ["formulas go round in a circle: use -> weight -> use"])
  }

  @Test func `a function over areas beside an aggregate is refused`() {
    var fixture = ComputeFixture()
    fixture.indicator("users", persons)
    fixture.indicator("total", persons, formula: "sum(users)", aggregation: .plain(.sum))
    #expect(fixture.ruleFindings.map(\.code) == ["MP0513"])
  }
}
