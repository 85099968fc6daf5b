import MilepostEngine
import MilepostModel
import Testing

@Suite struct WilsonOfSharesTests {
  /// R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I, method 3.
  @Test(arguments: [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718)])
  func `intervals of single shares agree with those that are printed`(
    successes: Int, count: Int, low: Double, high: Double
  ) throws {
    let interval = try #require(WilsonInterval(successes: successes, of: count))
    #expect(abs(interval.low - low) < 0.00005)
    #expect(abs(interval.high - high) < 0.00005)
  }
}

@Suite struct ShareDifferenceTests {
  /// Newcombe 1998, Statistics in Medicine 17:873, table II, method 10; digits beyond the fourth from statsmodels 0.15.0,
  /// `confint_proportions_2indep(method="newcomb")`.
  @Test(arguments: [
    (56, 70, 48, 80, 0.05243147240236498, 0.33387265403690614), (9, 10, 3, 10, 0.1705227239345029, 0.809017973535488),
    (6, 7, 2, 7, 0.05822792748231209, 0.8062496375242278), (5, 56, 0, 29, -0.038137147903536936, 0.19256001385511165),
    (0, 10, 0, 20, -0.1611251580528194, 0.27753279986288926),
    (0, 10, 0, 10, -0.27753279986288926, 0.27753279986288926), (10, 10, 0, 20, 0.6790860371419145, 1),
    (10, 10, 0, 10, 0.6075093504305241, 1),
  ])
  func `the difference has the interval of the source's examples`(
    a: Int, m: Int, b: Int, n: Int, low: Double, high: Double
  ) throws {
    let one = try #require(WilsonInterval(successes: a, of: m))
    let other = try #require(WilsonInterval(successes: b, of: n))
    let difference = ShareDifference(
      Double(a) / Double(m), one.low...one.high, less: Double(b) / Double(n), other.low...other.high)
    #expect(abs(difference.low - low) < 1e-12)
    #expect(abs(difference.high - high) < 1e-12)
  }
}

@Suite struct WeightSumTests {
  /// numpy 2: `w.sum()**2 / (w**2).sum()` and `len(w) * (w**2).sum() / w.sum()**2`.
  @Test func `unequal weights are worth fewer answers`() throws {
    var sum = WeightSum()
    for weight in [1, 1.5, 1, 2, 1, 1, 0.5] { sum.add(weight) }
    #expect(sum.count == 7)
    #expect(abs(sum.effectiveCount - 6.095238095238095) < 1e-12)
    #expect(abs(try #require(sum.designEffect) - 1.1484375) < 1e-12)
  }

  @Test func `equal weights are worth all answers, and none are worth nothing`() {
    var sum = WeightSum()
    #expect(sum.effectiveCount == 0)
    #expect(sum.designEffect == nil)
    for _ in 0..<5 { sum.add(3) }
    #expect(sum.effectiveCount == 5)
    #expect(sum.designEffect == 1)
  }
}

@Suite struct SurveyPrecisionTests {
  /// Wilson with n = 60 · 199 / 140, computed with SciPy's quantile.
  @Test func `a random sample of a small population is surer`() throws {
    let precision = SurveyPrecision(.random, population: 200, respondents: 60)
    let interval = try #require(precision.share(0.35, of: 60).interval)
    #expect(abs(interval.lowerBound - 0.25723183918932224) < 1e-12)
    #expect(abs(interval.upperBound - 0.4556984222117922) < 1e-12)
  }

  @Test(arguments: [(Survey.Sampling.voluntary, Int?.some(200)), (.random, nil)])
  func `others have no correction`(_ sampling: Survey.Sampling, _ population: Int?) throws {
    let precision = SurveyPrecision(sampling, population: population, respondents: 60)
    let wilson = try #require(WilsonInterval(successes: 21, of: 60))
    #expect(precision.share(0.35, of: 60).interval == wilson.low...wilson.high)
  }

  @Test func `when the whole population is in the sample nothing is left to chance`() {
    #expect(SurveyPrecision(.random, population: 60, respondents: 60).share(0.35, of: 60).interval == 0.35...0.35)
  }

  @Test func `a census has no interval, and bounds where some did not answer`() {
    let precision = SurveyPrecision(.census, population: 400, respondents: 218)
    #expect(precision.share(0.1, of: 218).interval == nil)
    #expect(precision.mean(3, deviation: 1, of: 218, effective: 218).interval == nil)
    #expect(precision.net(agree: 0.5, disagree: 0.2, of: 218).interval == nil)
    #expect(precision.bounds(9, of: 218, without: 0) == 9.0 / 400...191.0 / 400)
    #expect(precision.bounds(9, of: 218, without: 100) == 9.0 / 300...91.0 / 300)
  }

  /// scipy.stats.t and statsmodels 0.15.0, `DescrStatsW([5, 4, 2, 3, 4, 1, 5, 3]).tconfint_mean()`.
  @Test func `a mean has Student's interval`() throws {
    let precision = SurveyPrecision(.voluntary, population: nil, respondents: 8)
    let mean = precision.mean(3.375, deviation: 1.407885953173359, of: 8, effective: 8)
    let interval = try #require(mean.interval)
    #expect(abs(interval.lowerBound - 2.1979778878784844) < 1e-10)
    #expect(abs(interval.upperBound - 4.552022112121516) < 1e-10)
  }

  /// The formula of Scott and Seber with SciPy's quantile: 30 of 60 agree, 12 disagree.
  @Test func `a net agreement knows that both shares are of one sample`() throws {
    let net = SurveyPrecision(.voluntary, population: nil, respondents: 60).net(agree: 0.5, disagree: 0.2, of: 60)
    let interval = try #require(net.interval)
    #expect(abs(net.value - 0.3) < 1e-12)
    #expect(abs(interval.lowerBound - 0.1023770475280677) < 1e-12)
    #expect(abs(interval.upperBound - 0.4976229524719323) < 1e-12)
  }
}
