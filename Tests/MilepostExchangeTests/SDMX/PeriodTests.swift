import MilepostExchange
import MilepostModel
import Testing

@Suite struct PeriodTests {
  @Test(arguments: [
    ("2020", "2020-01-01", "2020-12-31"), ("2020-A1", "2020-01-01", "2020-12-31"),
    ("2020-S2", "2020-07-01", "2020-12-31"), ("2020-T2", "2020-05-01", "2020-08-31"),
    ("2020-Q1", "2020-01-01", "2020-03-31"), ("2020-M02", "2020-02-01", "2020-02-29"),
    ("2020-02", "2020-02-01", "2020-02-29"), ("2020-W01", "2019-12-30", "2020-01-05"),
    ("2020-W53", "2020-12-28", "2021-01-03"), ("2020-D366", "2020-12-31", "2020-12-31"),
    ("2020-05-17", "2020-05-17", "2020-05-17"), ("2020-05-17T10:00:00Z", "2020-05-17", "2020-05-17"),
    ("2018-01-01/P2Y", "2018-01-01", "2019-12-31"), ("2019-04-01/P18M", "2019-04-01", "2020-09-30"),
    ("2019-04-15/P10D", "2019-04-15", "2019-04-24"),
  ])
  func `a period covers the days of its form`(text: String, first: String, last: String) throws {
    let period = try #require(SDMX.Period(text))
    #expect(period.firstDay.description == first)
    #expect(period.lastDay.description == last)
  }

  @Test(arguments: [
    "", "20", "0000", "2020-", "2020-Q5", "2020-W54", "2021-W53", "2021-D366", "2020-13", "2020-02-30", "2020-M2",
    "2020/2021", "2020-01-01/P", "2020-01-01/P0Y", "2020-01-01/P99999Y", "2020-05-17Tx", "FY2020",
  ])
  func `what is no period is refused`(text: String) { #expect(SDMX.Period(text) == nil) }

  @Test(arguments: [
    "2019", "2019-S2", "2019-Q3", "2019-02", "2019-02-28", "2018/2019", "2015/2019", "2019-04/2020-03",
    "2019-04-15/2019-05-31", "FY2019",
  ])
  func `a period of the workspace is written and read as the same`(text: String) throws {
    let period = try #require(TimePeriod(text, fiscalYearStart: 4))
    #expect(TimePeriod(sdmx: period.sdmxText, frequency: period.sdmxFrequency) == period)
    #expect(SDMX.Period(period.sdmxText).map { [$0.firstDay, $0.lastDay] } == [period.firstDay, period.lastDay])
  }
}
