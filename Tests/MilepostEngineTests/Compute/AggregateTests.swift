import MilepostEngine
import MilepostModel
import Testing

private let persons = UnitOfMeasure("persons")

private func isClose(_ one: Double?, _ other: Double) -> Bool { one.map { abs($0 - other) < 1e-9 } ?? false }

private func isClose(_ one: Coverage?, _ reported: Double, _ estimated: Double, _ imputed: Double, _ missing: Double)
  -> Bool
{
  guard let one else { return false }
  return isClose(one.reported, reported) && isClose(one.estimated, estimated) && isClose(one.imputed, imputed)
    && isClose(one.missing, missing)
}

@Suite struct AggregateTests {
  /// Weights 100, 50, 30 and 20; A lacks 2016, B ends in 2016, C has only 2015, D nothing.
  private func fourAreas(_ aggregation: Aggregation) -> ComputeFixture {
    var fixture = ComputeFixture()
    fixture.areas("AAA", "BBB", "CCC", "DDD")
    fixture.group("WORLD", of: "AAA", "BBB", "CCC", "DDD")
    fixture.indicator("population", persons)
    fixture.indicator("use", .percent, aggregation: aggregation)
    fixture.years("population", "AAA", 100, 100, 100)
    fixture.years("population", "BBB", 50, 50, 50)
    fixture.years("population", "CCC", 30, 30, 30)
    fixture.years("population", "DDD", 20, 20, 20)
    fixture.years("use", "AAA", 10, nil, 30)
    fixture.add("use", "BBB", "2015", .figure(40), .estimated)
    fixture.add("use", "BBB", "2016", .figure(44))
    fixture.years("use", "CCC", 60)
    return fixture
  }

  @Test func `a weighted mean says how much of the weight is reported, estimated, imputed and missing`() {
    let table = fourAreas(.weightedMean("population", interpolates: true, carryForwardYears: 3)).computed().table
    // (10·100 + 40·50 + 60·30) / 180
    #expect(isClose(table.number("use", "WORLD", "2015"), 4800.0 / 180))
    #expect(isClose(table.cell("use", "WORLD", "2015")?.coverage, 0.65, 0.25, 0, 0.1))
    // A lies on the line between 10 and 30: (20·100 + 44·50 + 60·30) / 180
    #expect(isClose(table.number("use", "WORLD", "2016"), 6000.0 / 180))
    #expect(isClose(table.cell("use", "WORLD", "2016")?.coverage, 0.25, 0, 0.65, 0.1))
    // (30·100 + 44·50 + 60·30) / 180
    #expect(isClose(table.number("use", "WORLD", "2017"), 7000.0 / 180))
    #expect(isClose(table.cell("use", "WORLD", "2017")?.coverage, 0.5, 0, 0.4, 0.1))
    #expect(table.cell("use", "WORLD", "2017")?.status == .reported)
  }

  @Test func `without declared imputation nothing stands in`() {
    let table = fourAreas(.weightedMean("population")).computed().table
    #expect(isClose(table.number("use", "WORLD", "2016"), 44))
    #expect(isClose(table.cell("use", "WORLD", "2016")?.coverage, 0.25, 0, 0, 0.75))
    #expect(isClose(table.number("use", "WORLD", "2017"), 30))
  }

  @Test func `a value is carried for the declared years and no longer`() {
    let table = fourAreas(.weightedMean("population", carryForwardYears: 1)).computed().table
    // 2016: A carries 10, B 44, C carries 60; 2017: A 30, B carries 44, C is two years old.
    #expect(isClose(table.number("use", "WORLD", "2016"), (1000.0 + 2200 + 1800) / 180))
    #expect(isClose(table.number("use", "WORLD", "2017"), (3000.0 + 2200) / 150))
  }

  @Test func `below its minimum coverage a value is suppressed, at the minimum it is not`() {
    func value(_ minimum: Double) -> ObservedValue? {
      fourAreas(
        .weightedMean("population", interpolates: true, carryForwardYears: 3, minimumCoverage: minimum)
      ).computed().table.cell("use", "WORLD", "2016")?.value
    }
    #expect(value(0.9) == .figure(6000.0 / 180))
    #expect(value(0.91) == .missing(.suppressed))
  }

  @Test func `a suppressed value still shows its coverage`() {
    let table = fourAreas(.weightedMean("population", minimumCoverage: 0.95)).computed().table
    #expect(table.cell("use", "WORLD", "2015")?.value == .missing(.suppressed))
    #expect(isClose(table.cell("use", "WORLD", "2015")?.coverage, 0.65, 0.25, 0, 0.1))
  }

  @Test func `an area without weight counts as missing with its nearest weight`() {
    var fixture = fourAreas(.weightedMean("population"))
    fixture.areas("EEE")
    fixture.group("PAIR", of: "AAA", "EEE")
    fixture.add("population", "EEE", "2017", .figure(300))
    fixture.years("use", "EEE", 90)
    let table = fixture.computed().table
    #expect(isClose(table.number("use", "PAIR", "2015"), 10))
    #expect(isClose(table.cell("use", "PAIR", "2015")?.coverage, 0.25, 0, 0, 0.75))
  }

  @Test func `a graduation makes a step only with historical membership`() throws {
    func series(_ rule: Aggregation.MembershipRule) -> [Double?] {
      var fixture = ComputeFixture()
      fixture.areas("AAA", "BBB")
      fixture.group(
        "LDC",
        [.init(Area.ID("AAA")), .init(Area.ID("BBB"), to: CalendarDate(year: 2015, month: 12, day: 31))])
      fixture.indicator("population", persons)
      fixture.indicator("use", .percent, aggregation: .weightedMean("population", membership: rule))
      for area in ["AAA", "BBB"] { fixture.years("population", area, 10, 10) }
      fixture.years("use", "AAA", 10, 12)
      fixture.years("use", "BBB", 50, 52)
      let table = fixture.computed().table
      return ["2015", "2016"].map { table.number("use", "LDC", $0) }
    }
    #expect(series(.historical) == [30, 12])
    #expect(series(.fixedAtEdition) == [10, 12])
  }

  @Test func `a value that is all imputed has the status imputed`() {
    var fixture = fourAreas(.weightedMean("population", carryForwardYears: 3))
    fixture.group("CD", of: "CCC", "DDD")
    let table = fixture.computed().table
    #expect(table.cell("use", "CD", "2015")?.status == .reported)
    #expect(table.cell("use", "CD", "2016")?.status == .imputed)
    #expect(isClose(table.cell("use", "CD", "2016")?.coverage, 0, 0, 0.6, 0.4))
  }

  @Test func `forecasts count only where nothing else is known, and the value is then a forecast`() {
    var fixture = fourAreas(.weightedMean("population"))
    fixture.add("use", "DDD", "2015", .figure(100), .forecast)
    for area in ["AAA", "BBB", "CCC", "DDD"] {
      fixture.add("population", area, "2018", .figure(10))
      fixture.add("use", area, "2018", .figure(50), .forecast)
    }
    let table = fixture.computed().table
    #expect(isClose(table.number("use", "WORLD", "2015"), 4800.0 / 180))
    #expect(table.cell("use", "WORLD", "2018")?.status == .forecast)
    #expect(isClose(table.cell("use", "WORLD", "2018")?.coverage, 0, 1, 0, 0))
  }

  @Test func `the mean of a stratum stands in for its areas`() {
    var fixture = fourAreas(.weightedMean("population", strata: ["CD", "WORLD"]))
    fixture.group("CD", of: "CCC", "DDD")
    let table = fixture.computed().table
    // D takes C's 60: (1000 + 2000 + 60·50) / 200
    #expect(isClose(table.number("use", "WORLD", "2015"), 30))
    #expect(isClose(table.cell("use", "WORLD", "2015")?.coverage, 0.65, 0.25, 0.1, 0))
    // 2016: nobody in CD has a value, so that only A, of the second stratum, takes B's 44.
    #expect(isClose(table.number("use", "WORLD", "2016"), 44))
    #expect(isClose(table.cell("use", "WORLD", "2016")?.coverage, 0.25, 0, 0.5, 0.25))
  }

  @Test(arguments: [
    (Aggregation.Method.sum, 110.0), (.mean, 110.0 / 3), (.median, 40),
  ]) func `sum, mean and median count every area once`(_ method: Aggregation.Method, _ expected: Double) {
    let table = fourAreas(.plain(method)).computed().table
    #expect(isClose(table.number("use", "WORLD", "2015"), expected))
    #expect(isClose(table.cell("use", "WORLD", "2015")?.coverage, 0.5, 0.25, 0, 0.25))
  }

  @Test func `a median of an even number lies between the middle two`() {
    var fixture = fourAreas(.plain(.median))
    fixture.add("use", "DDD", "2015", .figure(20))
    #expect(fixture.computed().table.number("use", "WORLD", "2015") == 30)
  }

  @Test func `a group with a published series is not computed, in no period`() {
    var fixture = fourAreas(.weightedMean("population"))
    fixture.add("use", "WORLD", "2016", .figure(99))
    let table = fixture.computed().table
    #expect(table.number("use", "WORLD", "2016") == 99)
    #expect(table.cell("use", "WORLD", "2015") == nil)
    #expect(table.cell("use", "WORLD", "2016")?.provenance.isComputed == false)
  }

  @Test func `each code has its own aggregate, with the weight of the code or of the total`() {
    let women = [DimensionCode("SEX", "F")]
    func mean(_ dimensions: [String]) -> Double? {
      var fixture = ComputeFixture()
      fixture.areas("AAA", "BBB")
      fixture.group("WORLD", of: "AAA", "BBB")
      fixture.dimension("SEX", "F", "M")
      fixture.indicator("population", persons, dimensions: dimensions)
      fixture.indicator("use", .percent, aggregation: .weightedMean("population"), dimensions: ["SEX"])
      fixture.years("population", "AAA", 30)
      fixture.years("population", "BBB", 10)
      fixture.years("population", "AAA", 5, codes: women)
      fixture.years("population", "BBB", 5, codes: women)
      fixture.years("use", "AAA", 20, codes: women)
      fixture.years("use", "BBB", 60, codes: women)
      return fixture.computed().table.number("use", "WORLD", "2015", women)
    }
    #expect(mean(["SEX"]) == 40)
    #expect(mean([]) == 30)
  }

  @Test func `quarters are weighted by the population of their year`() {
    var fixture = ComputeFixture()
    fixture.areas("AAA", "BBB")
    fixture.group("WORLD", of: "AAA", "BBB")
    fixture.indicator("population", persons)
    fixture.indicator("use", .percent, aggregation: .weightedMean("population", interpolates: true))
    fixture.years("population", "AAA", 30)
    fixture.years("population", "BBB", 10)
    for quarter in ["2015-Q1", "2015-Q3"] {
      fixture.add("use", "AAA", quarter, .figure(quarter == "2015-Q1" ? 10 : 30))
    }
    fixture.add("use", "BBB", "2015-Q2", .figure(60))
    let table = fixture.computed().table
    #expect(isClose(table.number("use", "WORLD", "2015-Q2"), (20.0 * 30 + 60 * 10) / 40))
    #expect(table.cell("use", "WORLD", "2015") == nil)
  }

  @Test func `a computed value carries the first source with its own vintage, and the latest receipt`() {
    var fixture = ComputeFixture()
    fixture.areas("AAA", "BBB")
    fixture.group("WORLD", of: "AAA", "BBB")
    fixture.indicator("users", persons, aggregation: .plain(.sum))
    fixture.add("users", "AAA", "2015", .figure(1), provenance: ComputeFixture.provenance(100, source: "first"))
    fixture.add("users", "BBB", "2015", .figure(2), provenance: ComputeFixture.provenance(200, source: "second"))
    let cell = fixture.computed().table.cell("users", "WORLD", "2015")
    #expect(cell?.provenance.source == DataSource.ID("first"))
    #expect(cell?.provenance.vintage == ComputeFixture.provenance(100, source: "first").vintage)
    #expect(cell?.provenance.received == ComputeFixture.provenance(200, source: "second").received)
    #expect(cell?.provenance.isComputed == true)
  }

  @Test func `where most of the weight has a break the group has one, and no line leads across it`() {
    var fixture = ComputeFixture()
    fixture.areas("AAA", "BBB")
    fixture.group("WORLD", of: "AAA", "BBB")
    fixture.indicator("users", persons, aggregation: .plain(.sum))
    for (area, value) in [("AAA", 10.0), ("BBB", 1)] {
      fixture.add("users", area, "2015", .figure(value))
      fixture.add("users", area, "2016", .figure(5 * value), .breakInSeries)
    }
    #expect(fixture.computed().table.cell("users", "WORLD", "2016")?.status == .breakInSeries)
    #expect(fixture.computed().table.cell("users", "WORLD", "2015")?.status == .reported)
  }

  @Test func `series come in the order of their keys`() {
    var fixture = fourAreas(.weightedMean("population"))
    fixture.group("BETWEEN", of: "AAA", "CCC")
    let table = fixture.computed().table
    #expect(table.keys == table.keys.sorted())
    #expect(table.keys.map(\.area.text).contains("BETWEEN"))
    #expect(table.number("use", "DDD", "2015") == nil)
    #expect(table.number("use", "CCC", "2015") == 60)
  }

  @Test func `a weight below zero is a finding and counts as none`() {
    var fixture = fourAreas(.weightedMean("population"))
    fixture.areas("EEE")
    fixture.group("PAIR", of: "AAA", "EEE")
    fixture.years("population", "EEE", -5)
    fixture.years("use", "EEE", 90)
    let result = fixture.computed()
    #expect(result.findings.map(\.code) == ["MP0532"])
    #expect(result.findings.map(\.message) == ["weight below zero for EEE in 2015"])
    #expect(result.findings.map(\.position) == [SourcePosition(file: "plan/indicators.yaml", line: 2, column: 90)])
    #expect(isClose(result.table.number("use", "PAIR", "2015"), 10))
  }

  @Test func `weights that are all zero make no mean`() {
    var fixture = fourAreas(.weightedMean("population"))
    fixture.areas("EEE")
    fixture.group("LONE", of: "EEE")
    fixture.years("population", "EEE", 0)
    fixture.years("use", "EEE", 90)
    let result = fixture.computed()
    #expect(result.findings.map(\.message) == ["all weights are zero for LONE in 2015"])
    #expect(result.table.cell("use", "LONE", "2015")?.value == .missing(.notApplicable))
  }
}
