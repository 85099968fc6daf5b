import MilepostModel
import Testing

@Suite struct TimePeriodTests {
  private static let singles = [
    "0001", "2019", "FY2019", "2019-S1", "2019-S2", "2019-Q1", "2019-Q4", "2019-01", "2020-02", "2019-M12",
    "2019-01-01",
    "2019-03-31", "2019-12-31", "2020-02-29", "2021-12-31", "2022-01-15", "2023-12-20", "2022", "2023", "9999",
  ]

  @Test(arguments: [4, 7, 10]) func `every period and range reads back as the same`(start: Int) throws {
    let singles = try Self.singles.map { try #require(TimePeriod($0, fiscalYearStart: start), "\($0)") }
    let ranges = singles.flatMap { first in singles.compactMap { TimePeriod(from: first, to: $0) } }
    #expect(Set((singles + ranges).map(\.frequency)) == Set(Frequency.allCases))
    for period in singles + ranges {
      #expect(TimePeriod(period.description, fiscalYearStart: start) == period, "\(period)")
    }
  }

  @Test(arguments: [
    ("2022-01-15/2023-12-20", "2022-01-15/2023-12-20"), ("2019-03-01/2019-03-31", "2019-03-01/2019-03-31"),
    ("2019-04-01/2020-03-31", "2019-04/2020-03"), ("2015/2019", "2015/2019"), ("2015-01-01/2019-12-31", "2015/2019"),
    ("2018/2019", "2018/2019"), ("2018-01/2019-12", "2018-01/2019-12"), ("2019-Q1/2019-Q4", "2019-01/2019-12"),
  ])
  func `a range is printed in the longest parts that fit`(written: String, printed: String) {
    #expect(TimePeriod(written)?.description == printed)
  }
}
