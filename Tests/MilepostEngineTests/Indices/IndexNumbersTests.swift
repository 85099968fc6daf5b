import MilepostEngine
import MilepostModel
import Testing

/// Figures were computed with COINr 1.1.14 and R 4.2.2 unless said otherwise.
private let skewed: [Double] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 100]
private let gap = Double.nan

private func isClose(_ one: [Double], _ other: [Double]) -> Bool {
  one.count == other.count
    && zip(one, other).allSatisfy { $0.isNaN && $1.isNaN || abs($0 - $1) <= 1e-12 * max(1, abs($1)) }
}

@Suite struct DistributionTests {
  @Test func `skewness, kurtosis and deviation are those of COINr`() throws {
    let shape = try #require(Distribution(skewed))
    #expect(isClose([shape.skewness ?? 0], [3.0632410342394985]))
    #expect(isClose([shape.excessKurtosis ?? 0], [9.741390834569144]))
    #expect(isClose([shape.standardDeviation], [27.688062190749065]))
  }

  @Test func `what has no spread or too few values has no shape`() {
    #expect(Distribution([]) == nil)
    #expect(Distribution([4, 4, 4, 4])?.skewness == nil)
    #expect(Distribution([1, 2])?.skewness == nil)
    #expect(Distribution([1, 2, 4])?.excessKurtosis == nil)
  }

  @Test func `quantiles lie on lines between values`() {
    #expect(isClose([0.05, 0.5, 0.95].map { quantile($0, ofSorted: skewed) }, [1.55, 6.5, 61.49999999999995]))
    #expect(quantile(0.95, ofSorted: [7]) == 7)
  }

  @Test func `a correlation needs three pairs and two columns that vary`() {
    #expect(correlation([1, 2, gap, 4], [2, 4, 9, 8]) == 1)
    #expect(correlation([1, 2, gap], [2, 4, 6]) == nil)
    #expect(correlation([1, 1, 1], [2, 4, 6]) == nil)
  }
}

@Suite struct WinsoriseTests {
  private func treated(_ values: [Double], atMost: Int, _ otherwise: CompositeIndex.Outliers.Otherwise)
    -> WinsorisedValues
  {
    winsorise(values, .outliers(.init(skewness: 2, kurtosis: 3.5, atMost: atMost, otherwise: otherwise)))
  }

  @Test func `the greatest value of a skewed distribution becomes the next one`() {
    let found = treated([gap] + skewed, atMost: 5, .keep)
    #expect(isClose(found.values, [gap, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 30]))
    #expect(found.treatment == .winsorised(count: 1))
  }

  @Test func `the least value of one that is skewed the other way becomes the next one`() {
    #expect(isClose(treated(skewed.map { -$0 }, atMost: 5, .keep).values, skewed.dropLast().map { -$0 } + [-30]))
  }

  @Test func `what is not skewed and peaked at once is left alone`() {
    let even: [Double] = [1, 2, 3, 4, 5]
    #expect(treated(even, atMost: 5, .keep) == winsorise(even, .none))
    #expect(treated([3, 3, 3, 3, 3], atMost: 5, .logarithm).treatment == .none)
  }

  @Test func `where moving does not help logarithms of what was there are taken`() {
    let far = (1...20).map(Double.init) + [1000, 1100]
    let found = treated(far, atMost: 1, .logarithm)
    #expect(found.treatment == .logarithm)
    // ln(x − 1 + 10.99)
    #expect(abs(found.values[0] - 2.39698576841553) < 1e-9)
    #expect(treated(far, atMost: 1, .keep).treatment == .winsorised(count: 1))
  }
}

@Suite struct NormaliseTests {
  private let values: [Double] = [12, 55, gap, 80, 95]
  private let hundred = CompositeIndex.Scale(lower: 0, upper: 100)
  private let one = CompositeIndex.Scale(lower: 0, upper: 1)

  @Test func `goalposts are those of COINr`() throws {
    func posts(_ direction: Direction, isCapped: Bool) throws -> [Double] {
      try normalise(values, .goalposts(lower: 20, upper: 90, hundred, isCapped: isCapped), direction)
    }
    #expect(isClose(try posts(.up, isCapped: true), [0, 50, gap, 85.71428571428571, 100]))
    #expect(isClose(try posts(.down, isCapped: true), [100, 50, gap, 14.285714285714285, 0]))
    #expect(
      isClose(try posts(.up, isCapped: false), [-11.428571428571429, 50, gap, 85.71428571428571, 107.14285714285714]))
  }

  @Test func `distances to a target are those of COINr`() throws {
    func distances(_ target: Double, _ direction: Direction, isCapped: Bool) throws -> [Double] {
      try normalise(values, .distanceToTarget(target, one, isCapped: isCapped), direction)
    }
    #expect(
      isClose(
        try distances(70, .up, isCapped: false), [0, 0.7413793103448276, gap, 1.1724137931034482, 1.4310344827586208]))
    #expect(isClose(try distances(70, .up, isCapped: true), [0, 0.7413793103448276, gap, 1, 1]))
    #expect(
      isClose(try distances(20, .down, isCapped: false), [1.1066666666666667, 0.5333333333333333, gap, 0.2, 0]))
  }

  @Test func `ranks are shares of the others that are worse`() throws {
    #expect(isClose(try normalise([3, 1, gap, 3, 9], .rank(one), .up), [1 / 3, 0, gap, 1 / 3, 1]))
    #expect(isClose(try normalise([3, 1, gap, 3, 9], .rank(one), .down), [1 / 3, 1, gap, 1 / 3, 0]))
  }

  @Test(arguments: [
    CompositeIndex.Normalisation.minMax(.hundred), .zScore(mean: 0, deviation: 1), .rank(.hundred),
  ]) func `what is the same everywhere cannot be compared`(_ method: CompositeIndex.Normalisation) {
    #expect(throws: NormalisationFault.constant(4)) { try normalise([4, gap, 4], method, .up) }
  }

  @Test func `a target must be better than the worst value`() {
    let target = CompositeIndex.Normalisation.distanceToTarget(12, .hundred, isCapped: true)
    #expect(throws: NormalisationFault.targetBehind(worst: 12)) { try normalise(values, target, .up) }
  }
}

@Suite struct StatedRandomNumbersTests {
  /// The first numbers of the authors' own program from a state of 1, 2, 3, 4.
  @Test func `the generator is xoshiro256**`() {
    var random = StatedRandomNumbers(state: (1, 2, 3, 4))
    #expect((0..<4).map { _ in random.next() } == [11520, 0, 1_509_978_240, 1_215_971_899_390_074_240])
  }

  @Test func `its state is filled by SplitMix64`() {
    var filler = SplitMix64(state: 1_234_567)
    #expect(
      (0..<3).map { _ in filler.next() } == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      ])
  }

  @Test func `shares are from 0 to 1 and even`() {
    var random = StatedRandomNumbers(seed: 7)
    let shares = (0..<10_000).map { _ in random.share() }
    #expect(shares.allSatisfy { (0..<1).contains($0) })
    #expect(abs(shares.reduce(0, +) / 10_000 - 0.5) < 0.01)
  }
}
