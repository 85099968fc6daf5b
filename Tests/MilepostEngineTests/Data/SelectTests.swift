import MilepostEngine
import MilepostModel
import Testing

@Suite struct `Selection as of a date` {
  private func fixture(sources: [String] = []) -> DataFixture {
    var fixture = DataFixture()
    fixture.areas(["AAA", "BBB", "CCC"])
    fixture.indicator("users", sources: sources)
    return fixture
  }

  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  private func cells(_ table: WorkingTable) -> [String] {
    table.keys.indices.flatMap { series in
      table.rows(at: series).map { row in
        let cell = table.cell(atRow: row)
        let number = cell.value.number.map { "\($0)" } ?? "none"
        return
          "\(table.keys[series].area) \(cell.period) \(number) \(cell.provenance.source) \(cell.provenance.vintage)"
      }
    }
  }

  @Test func `the newest snapshot replaces, and updates lie over it`() throws {
    var fixture = fixture()
    fixture.dataflow(
      "users", "users", source: "office",
      [
        ("2018-01-01", .snapshot, "a.csv", observations("BBB,2016,3,", "AAA,2016,1,", "AAA,2015,2,")),
        ("2018-06-01", .update, "b.csv", observations("AAA,2017,9,")),
        ("2019-01-01", .snapshot, "c.csv", observations("AAA,2016,5,", "AAA,2017,6,")),
        ("2019-06-01", .update, "d.csv", observations("AAA,2016,7,", "CCC,2018,8,")),
      ])
    #expect(cells(select(fixture.plan, asOf: try day("2017-12-31"))) == [])
    #expect(
      cells(select(fixture.plan, asOf: try day("2018-12-31"))) == [
        "AAA 2015 2.0 office 2018-01-01", "AAA 2016 1.0 office 2018-01-01", "AAA 2017 9.0 office 2018-06-01",
        "BBB 2016 3.0 office 2018-01-01",
      ])
    #expect(
      cells(select(fixture.plan, asOf: try day("2019-12-31"))) == [
        "AAA 2016 7.0 office 2019-06-01", "AAA 2017 6.0 office 2019-01-01", "CCC 2018 8.0 office 2019-06-01",
      ])
  }

  @Test func `sources are taken in the indicator's order and never mixed in a series`() throws {
    var fixture = fixture(sources: ["census", "office"])
    fixture.dataflow(
      "a", "users", source: "office", [("2018-01-01", .snapshot, "a.csv", observations("AAA,2016,1,", "BBB,2016,2,"))])
    fixture.dataflow(
      "b", "users", source: "census", [("2018-02-01", .snapshot, "b.csv", observations("AAA,2017,3,"))])
    fixture.dataflow(
      "c", "users", source: "rumour", [("2018-02-01", .snapshot, "c.csv", observations("CCC,2017,4,"))])
    #expect(
      cells(select(fixture.plan, asOf: try day("2018-12-31"))) == [
        "AAA 2017 3.0 census 2018-02-01", "BBB 2016 2.0 office 2018-01-01",
      ])
    #expect(fixture.findings.map(\.code) == ["MP0407"])
  }

  @Test func `confidential numbers stay here and are not published`() throws {
    var fixture = fixture()
    fixture.dataflow(
      "users", "users", source: "office",
      [("2018-01-01", .snapshot, "a.csv", observations("AAA,2016,41,C", "AAA,2017,42,F"))])
    let table = select(fixture.plan, asOf: try day("2018-12-31"))
    #expect(table.isConfidential == [true, false])
    #expect(table.number == [41, 42])
    let published = table.published().estimates(at: 0).map(\.value)
    #expect(published == [.confidential, .figure(42)])
  }

  @Test func `earlier vintages are those that said something else, without what is confidential in any`() throws {
    var fixture = fixture()
    fixture.dataflow(
      "users", "users", source: "office",
      [
        ("2017-01-01", .snapshot, "a.csv", observations("AAA,2014,1,", "AAA,2015,1,")),
        ("2018-01-01", .snapshot, "b.csv", observations("AAA,2014,2,", "AAA,2015,2,C")),
        ("2019-01-01", .snapshot, "c.csv", observations("AAA,2014,2,", "AAA,2015,3,")),
        ("2020-01-01", .update, "d.csv", observations("AAA,2014,4,")),
      ])
    let key = SeriesKey(.init("users"), .init("AAA"))
    let earlier = earlierVintages(fixture.plan, asOf: try day("2020-06-30"), keys: [key])
    #expect(earlier.map { $0.provenance.vintage.description } == ["2019-01-01", "2017-01-01"])
    #expect(earlier.map { $0.values.map(\.value) } == [[2], [1]])
  }
}
