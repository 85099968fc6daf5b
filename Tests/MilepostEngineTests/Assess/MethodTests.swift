import MilepostEngine
import MilepostModel
import Testing

/// Target 1.2: 70 % of people online by 2023, after 17 % in 2005 and 53 % in 2019.
@Suite struct WorkedExampleTests {
  private let online = TwoPoints(
    base: TrendPoint(2005, 17), current: TrendPoint(2019, 53), targetTime: 2023, target: 70, direction: .up)

  private func result(_ answer: MethodAnswer) throws -> MethodResult {
    guard case .result(let result) = answer else {
      Issue.record("refused: \(answer)")
      throw CancellationError()
    }
    return result
  }

  @Test func `growth was 8.461 % and 8.180 % is needed`() throws {
    let observed = try #require(compoundGrowth(from: 17, to: 53, years: 14))
    let needed = try #require(compoundGrowth(from: 17, to: 70, years: 18))
    #expect(abs(observed - 0.08461) < 5e-6)
    #expect(abs(needed - 0.08180) < 5e-6)
  }

  @Test func `eurostat says 103.4 % and significant progress`() throws {
    let answer = try result(Eurostat.judge(online))
    #expect(abs(try #require(answer.value) - 1.034) < 5e-4)
    #expect(answer.status == .onTrack)
  }

  @Test func `unsd-2023 expects 73.34 and 1.063 of the way`() throws {
    let answer = try result(UNSD2023.judge(online, isShare: true))
    #expect(abs(try #require(answer.projected) - 73.34) < 0.005)
    #expect(abs(try #require(answer.value) - 1.063) < 5e-4)
    #expect(answer.status == .onTrack)
  }

  @Test func `escap-current stands at 6.792 and says nothing of the future`() throws {
    let answer = try result(EscapCurrent.level(online))
    #expect(abs(try #require(answer.value) - 6.792) < 5e-4)
    #expect(answer.status == nil)
  }

  @Test func `the straight line reaches 63.29`() throws {
    let answer = try result(Pace.judge(online))
    #expect(abs(try #require(answer.projected) - 63.29) < 0.005)
    #expect(answer.status == .atRisk || answer.status == .offTrack)
  }

  @Test func `the logit through both points reaches 64.74`() throws {
    let scale = TrendScale.logit(lower: 0, upper: 100)
    let base = try #require(scale.transformed(17))
    let now = try #require(scale.transformed(53))
    #expect(abs(scale.value(of: now + 4 * (now - base) / 14, last: 53) - 64.74) < 0.005)
  }

  @Test func `recycling of electronic waste moves away at -76.1 %`() throws {
    let recycling = TwoPoints(
      base: TrendPoint(2016, 20), current: TrendPoint(2019, 17.4), targetTime: 2023, target: 30, direction: .up)
    let answer = try result(Eurostat.judge(recycling))
    #expect(abs(try #require(answer.value) + 0.761) < 5e-4)
    #expect(answer.status == .movingAway)
  }
}

@Suite struct MethodRefusalTests {
  private func points(_ base: Double, _ current: Double, _ target: Double?, years: Double = 5) -> TwoPoints {
    TwoPoints(
      base: TrendPoint(2015, base), current: TrendPoint(2015 + years, current), targetTime: 2030, target: target,
      direction: .up)
  }

  @Test func `eurostat refuses a target that is not ahead`() {
    #expect(Eurostat.judge(points(50, 40, 50)) == .refused(.targetNotAhead))
  }

  @Test func `a power of a negative ratio is refused`() {
    #expect(Eurostat.judge(points(-3, 5, 9)) == .refused(.powerNotReal))
    #expect(UNSD2023.judge(points(-3, 5, 9), isShare: false) == .refused(.powerNotReal))
  }

  @Test func `statcan-2024 has no result within a year, across zero, or when the target is the base`() {
    #expect(StatCan2024(points(10, 12, 30, years: 0.5)).refusal == .lessThanOneYear)
    #expect(StatCan2024(points(-1, 2, 5)).refusal == .signChange)
    #expect(StatCan2024(points(10, 8, 10)).refusal == .targetNotAhead)
    #expect(StatCan2024(points(10, 8, 10)).status == .notAvailable)
  }

  @Test func `statcan-2024 replaces zero by 0.001 as the original does`() {
    let zero = StatCan2024(points(0, 1, 5))
    let replaced = StatCan2024(points(0.001, 1, 5))
    #expect(zero.progress == replaced.progress)
    #expect(zero.status != .notAvailable)
  }

  @Test func `statcan-2024 takes the mean of scores, and achieves only when all do`() throws {
    let met = StatCan2024(points(10, 40, 30))
    let slow = StatCan2024(points(10, 9, 30))
    #expect(met.score == 5)
    let both = try #require(StatCan2024.mean(of: [met, slow]))
    #expect(both.status != .targetAchieved)
    #expect(StatCan2024.mean(of: [met, met])?.status == .targetAchieved)
  }

  @Test func `destatis needs four annual changes in the last five years`() {
    let gaps = [(2015.0, 1.0), (2017, 2), (2018, 3), (2019, 4), (2020, 5)].map { TrendPoint($0.0, $0.1) }
    let answer = Destatis.judge(gaps, target: 9, targetTime: 2025, direction: .up)
    #expect(answer == .failure(Destatis.TooFewChanges(have: 3)))
  }

  @Test func `one percentage point from 100 is as good as met for unsd-2023`() {
    let answer = UNSD2023.judge(points(90, 99.2, 100), isShare: true)
    #expect(answer == .result(MethodResult(value: nil, word: "on-track-or-met", status: .onTrack)))
  }

  @Test func `a scale refuses values that it cannot take`() {
    #expect(TrendScale.logit(lower: 0, upper: 100).transformed(100) == nil)
    #expect(TrendScale.logit(lower: 0, upper: 100).transformed(0) == nil)
    #expect(TrendScale.logarithm.transformed(0) == nil)
    #expect(TrendScale.distanceFromParity.transformed(0) == nil)
  }

  @Test func `a distance from parity returns to the side it came from`() throws {
    let distance = try #require(TrendScale.distanceFromParity.transformed(0.8))
    #expect(abs(TrendScale.distanceFromParity.value(of: distance, last: 0.8) - 0.8) < 1e-15)
    #expect(abs(TrendScale.distanceFromParity.value(of: distance, last: 1.1) - 1.25) < 1e-15)
  }
}

@Suite struct DriftTests {
  /// Differences 2 over 1 year, 6 over 2 years, 1 over 1 year: m = 9/4, s² = (0.0625 + 1.125 + 1.5625)/2.
  @Test func `drift and deviation weigh gaps by their length`() throws {
    let drift = try #require(
      Drift([TrendPoint(2010, 1), TrendPoint(2011, 3), TrendPoint(2013, 9), TrendPoint(2014, 10)]))
    #expect(drift.slope == 2.25)
    #expect(abs(drift.deviation - (2.75 / 2).squareRoot()) < 1e-14)
    let forecast = drift.forecast(at: 2017)
    #expect(forecast.value == 16.75)
    #expect(abs(forecast.standardError - (1.375 * (3 + 9.0 / 4)).squareRoot()) < 1e-14)
    #expect(forecast.degreesOfFreedom == 2)
  }

  @Test func `two points have no deviation`() {
    #expect(Drift([TrendPoint(2010, 1), TrendPoint(2011, 3)]) == nil)
  }

  /// Prediction interval of a regression, statsmodels' formula computed by hand: σ² = 0.4/3 for 1, 2, 3, 4, 5 with the
  /// middle moved by one.
  @Test func `a line is projected with the error of line and residual`() throws {
    let points = [(1.0, 1.0), (2, 2), (3, 4), (4, 4), (5, 5)].map { TrendPoint($0.0, $0.1) }
    let trend = try #require(LinearTrend(points))
    #expect(abs(trend.line.slope - 1) < 1e-14)
    #expect(abs(trend.deviation - (0.8 / 3).squareRoot()) < 1e-14)
    let forecast = trend.forecast(at: 7)
    #expect(abs(forecast.value - 7.2) < 1e-13)
    #expect(abs(forecast.standardError - (0.8 / 3 * (1 + 0.2 + 16.0 / 10)).squareRoot()) < 1e-13)
  }
}
