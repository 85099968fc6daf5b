import MilepostEngine
import MilepostModel
import Testing

@Suite struct RankSensitivityTests {
  /// Two indicators of which one area is best in the first and worst in the second.
  private func sensitivity(
    noise: Double, normalisations: [[[Double]]] = [], means: [CompositeIndex.Mean] = [], seed: UInt64 = 1,
    draws: Int = 400
  ) throws -> IndexSensitivity {
    let wanted = CompositeIndex.Sensitivity(
      draws: draws, seed: seed, weightNoisePercent: noise, normalisations: [], means: means)
    let tree = IndexTree(.pair(wanted)) { _ in .up }
    let inputs = ([[[100, 49, 20, .nan], [10, 60, 20, .nan]]] + normalisations).map { NormalisedInputs(tree, $0) }
    let aggregation = IndexAggregation(tree, inputs[0])
    return try #require(RankSensitivity(aggregation, wanted, inputs: inputs, means: means).run())
  }

  @Test func `without anything that varies ranks stay`() throws {
    let found = try sensitivity(noise: 0)
    #expect(found.ranks.map { $0?.median } == [1, 2, 3, nil])
    #expect(found.ranks.allSatisfy { $0.map { $0.percentile5 == $0.percentile95 } ?? true })
    #expect(found.shareTopStays == 1)
    #expect(found.meanShift == 0)
  }

  /// 55 against 54.5 with equal weights: the first stays first where 51 of its lead outweighs 50 of the other.
  @Test func `noise of weights changes the places of near areas only`() throws {
    let found = try sensitivity(noise: 20)
    let first = try #require(found.ranks[0])
    #expect((0.4...0.65).contains(first.shareFirst))
    #expect(first.percentile5 == 1 && first.percentile95 == 2)
    #expect(found.ranks[2]?.shareFirst == 0 && found.ranks[2]?.percentile5 == 3)
    #expect(found.shareTopStays == first.shareFirst)
    #expect(abs(found.meanShift - 2 * (1 - first.shareFirst) / 3) < 1e-12)
  }

  @Test func `each mean and normalisation is drawn as often`() throws {
    // The geometric mean of 100 and 10 is below that of 49 and 60.
    let byMean = try #require(try sensitivity(noise: 0, means: [.geometric]).ranks[0])
    #expect((0.45...0.55).contains(byMean.shareFirst))
    let turned: [[Double]] = [[10, 60, 20, .nan], [10, 60, 20, .nan]]
    let byScale = try #require(try sensitivity(noise: 0, normalisations: [turned, turned]).ranks[0])
    #expect((0.28...0.39).contains(byScale.shareFirst))
    #expect(byScale.percentile95 == 3)
  }

  @Test func `each choice has its own shift, the greatest first`() throws {
    let found = try sensitivity(noise: 20, means: [.geometric])
    #expect(found.shifts.map(\.choice) == [.aggregation, .weights])
    // With the geometric mean the first two change places: one rank each of three areas, in one of two choices.
    #expect(abs(found.shifts[0].meanShift - 1.0 / 3) < 1e-12)
    let alone = try sensitivity(noise: 20)
    #expect(alone.shifts == [.init(.weights, alone.meanShift)])
    #expect(abs(found.shifts[1].meanShift - alone.meanShift) < 0.05)
    #expect(try sensitivity(noise: 0).shifts == [])
  }

  @Test(arguments: [(3.0, 5.0, true), (1, 5, true), (0.5, 5, false), (3, 5.5, false)])
  func `a rank is safe where the area stays within two of it`(low: Double, high: Double, isSafe: Bool) {
    let ranks = IndexSensitivity.Ranks(percentile5: low, median: 3, percentile95: high, shareFirst: 0)
    #expect(IndexSensitivity.isSafe(3, ranks) == isSafe)
  }

  @Test func `the seed decides`() throws {
    #expect(try sensitivity(noise: 20, seed: 5) == sensitivity(noise: 20, seed: 5))
    #expect(try sensitivity(noise: 20, seed: 5).ranks != sensitivity(noise: 20, seed: 6).ranks)
  }
}

extension CompositeIndex {
  /// Of two indicators with equal weights.
  fileprivate static func pair(_ sensitivity: Sensitivity) -> CompositeIndex {
    func input(_ id: String, _ place: Int) -> IndexNode {
      IndexNode(
        id: id,
        content: .indicator(.init(indicator: .init(id), direction: nil, normalisation: nil, winsorising: nil)),
        parent: 0, weight: nil, height: 0, field: "parts.\(place)")
    }
    let whole = IndexNode(
      id: "pair", content: .pillar(title: nil, scores: nil, children: [1, 2]), parent: nil, weight: nil, height: 1,
      field: "")
    return CompositeIndex(
      id: .init("pair"), title: LocalizedText("Pair", LanguageTag("en")), text: nil, areas: .init("ALL"),
      membership: .fixedAtEdition, periods: [], carryForwardYears: 0, winsorising: .none,
      normalisation: .minMax(.hundred), means: .init(.arithmetic),
      missing: .init(imputation: .none, strata: [], minimumShares: .init(0)), tiers: [], reference: nil,
      sensitivity: sensitivity, nodes: [whole, input("one", 0), input("two", 1)])
  }
}
