import MilepostEngine
import MilepostModel
import Testing

@Suite struct BackTestTests {
  private static let logistic = BackTest(
    method: .logistic, scale: .logit(lower: 0, upper: 100), window: .last(6), horizon: 4)

  /// Share of misses inside the interval once it has been widened by `factor`.
  private func coverage(_ misses: [BackTest.Miss], _ factor: Double) -> Double {
    Double(misses.count { $0.ratio <= factor }) / Double(misses.count)
  }

  @Test(
    .enabled(if: SharedSeries.folder != nil, "needs the folder MILEPOST_SHARED"),
    arguments: ["internet_use_pct", "hh_internet_pct"], [UInt64](20_200_429...20_200_431))
  func `calibrated intervals hold 80 % of origins that did not calibrate them`(
    indicator: String, state: UInt64
  ) throws {
    let misses = Self.logistic.misses(try SharedSeries.byArea(indicator))
    var generator = SplitMix64(state: state)
    let isUsed = misses.map { _ in Bool.random(using: &generator) }
    let used = zip(misses, isUsed).filter(\.1).map(\.0)
    let held = zip(misses, isUsed).filter { !$0.1 }.map(\.0)
    let calibration = try #require(BackTest.calibration(used, horizon: 4))
    #expect(abs(calibration.coverageAfter - 0.8) < 0.005)
    #expect(calibration.coverageBefore < 0.7)
    #expect(abs(coverage(held, calibration.factor) - 0.8) <= 0.04)
  }

  @Test(
    .enabled(if: SharedSeries.folder != nil, "needs the folder MILEPOST_SHARED"),
    arguments: ["internet_use_pct", "hh_internet_pct"], [UInt64](20_200_429...20_200_431))
  func `calibrated intervals hold 80 % of areas that did not calibrate them`(
    indicator: String, state: UInt64
  ) throws {
    let misses = Self.logistic.misses(try SharedSeries.byArea(indicator))
    var generator = SplitMix64(state: state)
    let areas = Set(misses.map(\.series)).sorted().filter { _ in Bool.random(using: &generator) }
    let used = misses.filter { areas.contains($0.series) }
    let held = misses.filter { !areas.contains($0.series) }
    let calibration = try #require(BackTest.calibration(used, horizon: 4))
    let share = coverage(held, calibration.factor)
    #expect(abs(share - 0.8) <= 0.06)
  }

  /// Harder than a split by chance: the calibration knows no outcome after 2015, and growth slowed since.
  @Test(
    .enabled(if: SharedSeries.folder != nil, "needs the folder MILEPOST_SHARED"),
    arguments: ["internet_use_pct", "hh_internet_pct"])
  func `calibrated by outcomes up to 2015 they hold three quarters of what came after 2019`(indicator: String) throws {
    let misses = Self.logistic.misses(try SharedSeries.byArea(indicator))
    let calibration = try #require(BackTest.calibration(misses.filter { $0.origin <= 2011 }, horizon: 4))
    let held = misses.filter { $0.origin > 2015 }
    #expect(coverage(held, calibration.factor) > 0.75)
    #expect(coverage(held, calibration.factor) - coverage(held, 1) > 0.08)
  }

  @Test func `too few errors or series teach nothing`() {
    let misses = (0..<40).map { BackTest.Miss(series: $0 % 4, origin: 2000, ratio: Double($0)) }
    #expect(BackTest.calibration(misses, horizon: 4) == nil)
    let few = (0..<29).map { BackTest.Miss(series: $0, origin: 2000, ratio: Double($0)) }
    #expect(BackTest.calibration(few, horizon: 4) == nil)
  }

  @Test func `the factor is the quantile that leaves one in five outside`() throws {
    let misses = (1...99).map { BackTest.Miss(series: $0, origin: 2000, ratio: Double($0) / 10) }
    let calibration = try #require(BackTest.calibration(misses, horizon: 4))
    #expect(calibration.factor == 8)
    #expect(calibration.errorCount == 99)
    #expect(abs(calibration.coverageBefore - 10.0 / 99) < 1e-12)
    #expect(abs(calibration.coverageAfter - 80.0 / 99) < 1e-12)
  }

  @Test func `no window and no error reaches over a break`() {
    var points = (2000...2012).map { BackTestPoint(Double($0), Double(($0 - 2000) * ($0 - 2000))) }
    let test = BackTest(method: .drift, scale: .value, window: .last(6), horizon: 2)
    // Origins 2004 to 2010 have five points behind them and a value two years on.
    #expect(test.misses([points]).map(\.origin) == (2004...2010).map(Double.init))
    points[6] = BackTestPoint(2006, 36, isBreak: true)
    #expect(test.misses([points]).map(\.origin) == [2010])
  }

  @Test func `a value that comes in another year than the horizon's is not taken for it`() {
    let points = [2000, 2001, 2002, 2003, 2004, 2007, 2008].map { BackTestPoint($0, $0 * $0) }
    let test = BackTest(method: .drift, scale: .value, window: .last(6), horizon: 4)
    #expect(test.misses([points]).map(\.origin) == [2004])
  }
}
