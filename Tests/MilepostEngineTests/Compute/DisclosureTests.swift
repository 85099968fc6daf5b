import MilepostEngine
import MilepostModel
import Testing

@Suite struct DisclosureTests {
  /// 1, 2, 4, 8 and so on, so that every sum names its parts.
  private func fixture(confidential: Set<String>, _ method: Aggregation.Method = .sum) -> ComputeFixture {
    var fixture = ComputeFixture()
    fixture.areas("AAA", "BBB", "CCC", "DDD")
    fixture.indicator("users", UnitOfMeasure("persons"), aggregation: .plain(method))
    for (number, area) in ["AAA", "BBB", "CCC", "DDD"].enumerated() {
      fixture.add("users", area, "2015", .figure(Double(1 << number)), isConfidential: confidential.contains(area))
    }
    return fixture
  }

  @Test func `a total holds confidential values and is itself free when it hides which is which`() {
    var fixture = fixture(confidential: ["AAA", "BBB"])
    fixture.group("WORLD", of: "AAA", "BBB", "CCC", "DDD")
    let cell = fixture.computed().table.cell("users", "WORLD", "2015")
    #expect(cell?.value == .figure(15))
    #expect(cell?.isConfidential == false)
  }

  @Test func `a total with one confidential value is confidential, because the others can be taken from it`() {
    var fixture = fixture(confidential: ["AAA"])
    fixture.group("WORLD", of: "AAA", "BBB", "CCC", "DDD")
    fixture.group("REST", of: "BBB", "CCC")
    let table = fixture.computed().table
    #expect(table.cell("users", "WORLD", "2015")?.value == .figure(15))
    #expect(table.cell("users", "WORLD", "2015")?.isConfidential == true)
    #expect(table.cell("users", "REST", "2015")?.isConfidential == false)
  }

  @Test func `of totals that give a value away together the smallest is confidential`() {
    var fixture = fixture(confidential: ["AAA", "BBB", "CCC"])
    fixture.group("WORLD", of: "AAA", "BBB", "CCC", "DDD")
    fixture.group("PAIR", of: "AAA", "BBB")
    let table = fixture.computed().table
    #expect(table.cell("users", "WORLD", "2015")?.isConfidential == false)
    #expect(table.cell("users", "PAIR", "2015")?.isConfidential == true)
  }

  @Test func `three pairs of three values give all of them away, two do not`() {
    var fixture = fixture(confidential: ["AAA", "BBB", "CCC"])
    fixture.group("G1", of: "AAA", "BBB")
    fixture.group("G2", of: "AAA", "CCC")
    fixture.group("G3", of: "BBB", "CCC")
    let table = fixture.computed().table
    #expect(["G1", "G2", "G3"].map { table.cell("users", $0, "2015")?.isConfidential } == [false, false, true])
  }

  @Test func `a median of few values is confidential`() {
    var fixture = fixture(confidential: ["AAA", "BBB"], .median)
    fixture.group("WORLD", of: "AAA", "BBB", "CCC", "DDD")
    fixture.group("PAIR", of: "AAA", "BBB")
    let table = fixture.computed().table
    #expect(table.cell("users", "WORLD", "2015")?.isConfidential == false)
    #expect(table.cell("users", "PAIR", "2015")?.isConfidential == true)
  }

  @Test func `what is computed from one confidential value is confidential`() {
    var fixture = fixture(confidential: ["AAA"])
    fixture.indicator("double", UnitOfMeasure("persons"), formula: "2 * users")
    let table = fixture.computed().table
    #expect(table.cell("double", "AAA", "2015")?.isConfidential == true)
    #expect(table.cell("double", "BBB", "2015")?.isConfidential == false)
  }

  @Test func `a function over areas hides what the aggregate hides`() {
    var fixture = fixture(confidential: ["AAA", "BBB", "CCC"])
    fixture.group("WORLD", of: "AAA", "BBB", "CCC", "DDD")
    fixture.group("PAIR", of: "AAA", "BBB")
    #expect(fixture.evaluated("sum(users(2015), WORLD)").result?.value == .number(15))
    #expect(fixture.evaluated("sum(users(2015), PAIR)").result?.value == .confidential)
  }
}
