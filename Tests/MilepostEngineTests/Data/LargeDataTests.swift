import MilepostModel
import Testing

@testable import MilepostEngine

@Suite struct `Large data` {
  private func table(_ file: String, periods: Range<Int>, areas: Range<Int> = 0..<1) -> ObservationTable {
    let day = CalendarDate(dayNumber: 18_000)
    return ObservationTable(
      dataflow: .init("users"), vintage: Vintage(published: day, received: day, kind: .snapshot, file: file),
      seriesKeys: areas.map { SeriesKey(.init("users"), .init("A\($0)")) },
      periods: periods.map { TimePeriod(date: CalendarDate(dayNumber: Int32($0))) }, series: [], period: [],
      number: [], kind: [], status: [], confidentiality: [], line: [], column: [], periodColumn: [])
  }

  @Test func `distinct values are counted over all files, and reported once at the file that goes too far`() {
    let limits = DistinctLimits(periods: 10, areas: 5, indicators: 1, codes: 1)
    var findings = Diagnostics()
    distinctValuesInData(
      [table("a.csv", periods: 0..<10), table("b.csv", periods: 0..<10, areas: 0..<5)], limits, into: &findings)
    #expect(findings.isEmpty)
    distinctValuesInData(
      [
        table("a.csv", periods: 0..<6), table("b.csv", periods: 5..<11), table("c.csv", periods: 11..<12, areas: 0..<6),
      ],
      limits, into: &findings)
    #expect(
      findings.all.map { "\($0.position.file) \($0.code) \($0.message)" } == [
        "b.csv MP0230 with this file the data has more than 10 different periods",
        "c.csv MP0230 with this file the data has more than 5 different areas",
      ])
  }

  @Test func `a table keeps more than 65,536 provenances apart`() {
    var table = WorkingTable()
    let cells = (0..<66_000).map { number in
      let day = CalendarDate(dayNumber: Int32(number))
      return WorkingTable.Cell(
        TimePeriod(year: 2019), .figure(1), status: .reported, isConfidential: false, coverage: nil,
        provenance: Provenance(source: .init("office"), vintage: day, received: day, isComputed: false))
    }
    table.append(SeriesKey(.init("users"), .init("AAA")), cells)
    #expect(table.cell(atRow: 65_999).provenance.vintage.dayNumber == 65_999)
    #expect(table.published().estimates(at: 0)[65_999].provenance.vintage.dayNumber == 65_999)
  }

  @Test func `a hundred thousand equal rows are found one by one`() {
    var fixture = DataFixture()
    fixture.areas(["AAA"])
    fixture.indicator("users")
    let rows = String(repeating: "AAA,2016,1,\n", count: 100_000)
    fixture.dataflow(
      "users", "users", source: "office",
      [("2018-01-01", .snapshot, "a.csv", Array(("REF_AREA,TIME_PERIOD,OBS_VALUE,CONF_STATUS\n" + rows).utf8))])
    let found = fixture.findings.filter { $0.code == "MP0401" }
    #expect(found.count == 101)
    #expect(found.allSatisfy { $0.notes.isEmpty || $0.notes[0].position.line == 2 })
  }

  @Test func `a group of thousands of members is compared with them`() {
    let areas = (0..<3000).map { "A\($0)" }
    var fixture = DataFixture()
    fixture.areas(areas)
    fixture.group("ALL", areas.map { .init(Area.ID($0)) })
    fixture.indicator("users")
    var text = "REF_AREA,TIME_PERIOD,OBS_VALUE\n"
    for year in 1990..<2018 {
      for area in areas { text += "\(area),\(year),1\n" }
      text += "ALL,\(year),\(year == 2000 ? 1 : areas.count)\n"
    }
    fixture.dataflow("users", "users", source: "office", [("2018-01-01", .snapshot, "a.csv", Array(text.utf8))])
    #expect(fixture.findings.filter { $0.code == "MP0428" }.map(\.position.line) == [1 + 11 * 3001])
  }

  @Test func `of many findings those that are listed are always the same`() {
    var fixture = DataFixture()
    let areas = (100..<300).map { "A\($0)" }
    fixture.areas(areas)
    fixture.group("ALL", areas.flatMap { [.init(Area.ID($0)), .init(Area.ID($0))] })
    let listed = fixture.findings.filter { $0.code == "MP0409" }.map { $0.message.prefix(6) }
    #expect(listed == areas.prefix(100).map { "'\($0)'" } + ["100 mo"])
  }
}
