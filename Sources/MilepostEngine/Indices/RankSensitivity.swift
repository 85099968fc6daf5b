package import MilepostModel

/// How the ranks of an index move when weights, normalisation and means are drawn at random.
///
/// Each draw takes one of the normalisations and one of the means with equal chance, those of the index among them, and
/// multiplies every weight by its own number between 1 − p/100 and 1 + p/100. Ranked are the areas that have a score in
/// the index as it is defined. Quantiles of ranks are of type 7, as in `quantile`.
///
/// Source: M. Saisana, A. Saltelli and S. Tarantola, "Uncertainty and sensitivity analysis techniques as tools for the
/// quality assessment of composite indicators", Journal of the Royal Statistical Society A 168 (2005).
package struct RankSensitivity: Sendable {
  private let aggregation: IndexAggregation
  private let sensitivity: CompositeIndex.Sensitivity
  /// By normalisation; the first is that of the index.
  private let inputs: [NormalisedInputs]
  /// By choice, then by node; the first are those of the index.
  private let means: [[CompositeIndex.Mean]]
  /// Places of the areas that have a score.
  private let ranked: [Int]
  private let nominal: IndexRanks

  /// - Parameters:
  ///   - inputs: by normalisation; the first is that of the index.
  ///   - means: tried beside those of the index.
  package init(
    _ aggregation: IndexAggregation, _ sensitivity: CompositeIndex.Sensitivity, inputs: [NormalisedInputs],
    means: [CompositeIndex.Mean]
  ) {
    self.aggregation = aggregation
    self.sensitivity = sensitivity
    self.inputs = inputs
    let nodes = aggregation.tree.nodes.count
    self.means = [aggregation.tree.means] + means.map { [CompositeIndex.Mean](repeating: $0, count: nodes) }
    let scores = aggregation.scores(inputs[0]).whole
    ranked = scores.indices.filter { !scores[$0].isNaN }
    nominal = IndexRanks(scores)
  }

  /// What a number of draws came to.
  private struct Tally {
    /// How often each area has each rank.
    var counts: [[Int]]
    var stays = 0
    var shifts = 0
  }

  /// - Returns: nil when no area has a score.
  package func run() -> IndexSensitivity? {
    guard !ranked.isEmpty else { return nil }
    let tally = tally(of: choices)
    var ranks = [IndexSensitivity.Ranks?](repeating: nil, count: nominal.places.count)
    for area in ranked { ranks[area] = summary(tally.counts[area]) }
    let meanShift = meanShift(tally)
    let single = choices.count == 1
    let shifts = choices.map { IndexSensitivity.Shift($0, single ? meanShift : self.meanShift(of: $0)) }
    return IndexSensitivity(
      draws: sensitivity.draws, seed: sensitivity.seed, ranks: ranks,
      shareTopStays: Double(tally.stays) / Double(sensitivity.draws), meanShift: meanShift,
      shifts: shifts.enumerated().sorted { one, other in
        (other.element.meanShift, one.offset) < (one.element.meanShift, other.offset)
      }.map(\.element))
  }

  /// Those of which there is more than one.
  private var choices: [IndexSensitivity.Choice] {
    IndexSensitivity.Choice.allCases.filter { choice in
      switch choice {
      case .weights: sensitivity.weightNoisePercent > 0
      case .normalisation: inputs.count > 1
      case .aggregation: means.count > 1
      }
    }
  }

  private func tally(of varied: [IndexSensitivity.Choice]) -> Tally {
    var random = StatedRandomNumbers(seed: sensitivity.seed)
    var tally = Tally(
      counts: [[Int]](repeating: [Int](repeating: 0, count: ranked.count + 1), count: nominal.places.count))
    for _ in 0..<sensitivity.draws {
      let ranks = draw(varied, &random)
      var isSame = true
      for area in ranked {
        let place = ranks.places[area]
        tally.counts[area][place] += 1
        tally.shifts += abs(place - nominal.places[area])
        if nominal.places[area] == 1, place != 1 { isSame = false }
      }
      if isSame { tally.stays += 1 }
    }
    return tally
  }

  private func meanShift(_ tally: Tally) -> Double {
    Double(tally.shifts) / Double(sensitivity.draws) / Double(ranked.count)
  }

  /// When nothing else is varied: of weights in the same draws, of the others over all that there are, with equal chance.
  private func meanShift(of choice: IndexSensitivity.Choice) -> Double {
    let weights = aggregation.tree.weights
    switch choice {
    case .weights: return meanShift(tally(of: [.weights]))
    case .normalisation: return meanShift(inputs.map { ranks($0, weights, means[0]) })
    case .aggregation: return meanShift(means.map { ranks(inputs[0], weights, $0) })
    }
  }

  private func meanShift(_ tried: [IndexRanks]) -> Double {
    let shifts = tried.reduce(0) { sum, ranks in
      ranked.reduce(sum) { $0 + abs(ranks.places[$1] - nominal.places[$1]) }
    }
    return Double(shifts) / Double(tried.count) / Double(ranked.count)
  }

  /// The same random numbers are drawn whatever is varied.
  private func draw(_ varied: [IndexSensitivity.Choice], _ random: inout StatedRandomNumbers) -> IndexRanks {
    let normalised = random.choice(of: inputs.count)
    let chosen = random.choice(of: means.count)
    let noise = sensitivity.weightNoisePercent / 100
    let weights = aggregation.tree.weights.map { $0 * (1 + noise * (2 * random.share() - 1)) }
    return ranks(
      inputs[varied.contains(.normalisation) ? normalised : 0], weights,
      means[varied.contains(.aggregation) ? chosen : 0])
  }

  private func ranks(
    _ normalised: NormalisedInputs, _ weights: [Double], _ means: [CompositeIndex.Mean]
  ) -> IndexRanks {
    let scores = aggregation.scores(normalised, weights: weights, means: means).whole
    var drawn = [Double](repeating: .nan, count: scores.count)
    // A weight may turn the sign of a pillar of which a geometric mean is taken: such an area comes last.
    for area in ranked { drawn[area] = scores[area].isNaN ? -.infinity : scores[area] }
    return IndexRanks(drawn)
  }

  private func summary(_ counts: [Int]) -> IndexSensitivity.Ranks {
    let sorted = counts.enumerated().flatMap { [Double](repeating: Double($0.offset), count: $0.element) }
    return IndexSensitivity.Ranks(
      percentile5: quantile(0.05, ofSorted: sorted), median: quantile(0.5, ofSorted: sorted),
      percentile95: quantile(0.95, ofSorted: sorted), shareFirst: Double(counts[1]) / Double(sensitivity.draws))
  }
}
