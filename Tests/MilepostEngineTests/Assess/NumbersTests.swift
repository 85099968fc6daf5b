import MilepostEngine
import Testing

@Suite struct StudentDistributionTests {
  /// SciPy 1.17, `stats.t.cdf`.
  @Test(arguments: [
    (1, -2.5, 0.12111894159084341), (1, 12.0, 0.9735353239404101), (2, 0.1, 0.53526728079293),
    (3, -0.3, 0.3918816460199595), (4, 4.0, 0.9919349550499538), (5, -2.5, 0.02724504967118813),
    (5, 1.0, 0.8183912661754386), (13, 4.0, 0.999243960320594), (30, -0.3, 0.3831230526421764),
    (120, -2.5, 0.006884767462515208), (120, 1.0, 0.8403386380677895),
  ])
  func `the distribution function agrees with SciPy to 1e-13`(freedom: Int, t: Double, expected: Double) {
    let value = StudentDistribution(degreesOfFreedom: freedom).cumulative(t)
    #expect(abs(value - expected) < 1e-13)
  }

  /// SciPy 1.17, `stats.t.ppf`.
  @Test(arguments: [
    (1, 0.9, 3.0776835371752544), (1, 0.001, -318.30883898555044), (2, 0.975, 4.302652729749462),
    (4, 0.9, 1.533206274058944), (4, 0.75, 0.7406970841126829), (5, 0.001, -5.893429531356009),
    (30, 0.975, 2.0422724563012378), (120, 0.9, 1.288646233656378),
  ])
  func `the quantile agrees with SciPy to 1e-11 of its size`(freedom: Int, probability: Double, expected: Double) {
    let value = StudentDistribution(degreesOfFreedom: freedom).quantile(probability)
    #expect(abs(value - expected) < 1e-11 * abs(expected))
  }

  /// mpmath with 30 digits.
  @Test func `a far tail keeps its digits`() {
    let value = StudentDistribution(degreesOfFreedom: 120).cumulative(-12)
    #expect(abs(value / 1.39237488521855693e-22 - 1) < 1e-11)
  }

  @Test func `infinities are certain, the middle is even`() {
    let distribution = StudentDistribution(degreesOfFreedom: 3)
    #expect(distribution.cumulative(.infinity) == 1)
    #expect(distribution.cumulative(-.infinity) == 0)
    #expect(distribution.cumulative(0) == 0.5)
    #expect(distribution.quantile(0.5) == 0)
  }
}

@Suite struct NormalDistributionTests {
  /// SciPy 1.17, `stats.norm.ppf`.
  @Test(arguments: [
    (0.9, 1.2815515655446004), (0.975, 1.959963984540054), (0.25, -0.6744897501960817),
    (1e-06, -4.753424308822899),
  ])
  func `the quantile agrees with SciPy to 1e-13`(probability: Double, expected: Double) {
    #expect(abs(NormalDistribution.quantile(probability) - expected) < 1e-13)
  }
}

@Suite struct WilsonIntervalTests {
  @Test func `a share of 9 in 218 lies between 2.2 and 7.7 per cent`() throws {
    let interval = try #require(WilsonInterval(successes: 9, of: 218))
    #expect(abs(interval.low - 0.021869424188763826) < 1e-12)
    #expect(abs(interval.high - 0.07658583722541454) < 1e-12)
  }

  @Test func `nobody of ten is not certainly nobody`() throws {
    let interval = try #require(WilsonInterval(successes: 0, of: 10))
    #expect(interval.low == 0)
    #expect(abs(interval.high - 0.27753279986288926) < 1e-12)
  }

  @Test func `without answers there is no interval`() {
    #expect(WilsonInterval(successes: 0, of: 0) == nil)
  }
}

@Suite struct LeastSquaresTests {
  private let points = [
    TrendPoint(2010, 3), TrendPoint(2011, 5), TrendPoint(2013, 4), TrendPoint(2014, 9), TrendPoint(2017, 11),
  ]

  /// SciPy 1.17, `stats.linregress` and `stats.theilslopes`.
  @Test func `slope, residuals and the median slope agree with SciPy`() throws {
    let line = try #require(LeastSquares(points))
    #expect(abs(line.slope - 1.1333333333333335) < 1e-12)
    #expect(abs(line.value(at: 0) + 2275) < 1e-8)
    #expect(abs(try #require(line.residualDeviation) - 1.6996731711976663) < 1e-12)
    #expect(abs(try #require(theilSenSlope(points)) - 1.2380952380952381) < 1e-12)
  }

  @Test func `points of one time have no slope`() {
    let still = [TrendPoint(2010, 1), TrendPoint(2010, 2)]
    #expect(LeastSquares(still) == nil)
    #expect(theilSenSlope(still) == nil)
  }
}
