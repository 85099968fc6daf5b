import MilepostLanguage
import MilepostModel

extension SiteContext {
  /// How scores come about, step by step, each a sentence or two.
  func steps(_ index: CompositeIndex) -> [String] {
    let values =
      index.carryForwardYears == 0 ? phrases(.stepValues) : phrases(.stepCarried, count: index.carryForwardYears)
    var steps = [
      values, phrases.sentences.joined(gaps(index.missing)), phrases.sentences.joined(outliers(index.winsorising)),
      phrases(.stepNormalisation, ["method": words(index.normalisation)]),
      phrases(.stepAggregation, ["mean": byLevel(index.means, name)]),
    ]
    if !index.tiers.isEmpty {
      let tiers = index.tiers.map { tier in
        guard let from = tier.from else { return phrases(.tierRest, ["tier": text(tier.title)]) }
        return phrases(.tierFrom, ["tier": text(tier.title), "score": stated(from)])
      }
      steps.append(phrases(.stepTiers, ["tiers": phrases.lists.enumeration(tiers)]))
    }
    return steps
  }

  private func stated(_ number: Double) -> String { phrases.numbers.shortText(number, atMostDecimals: 6) }

  private func byLevel<Value>(_ levels: CompositeIndex.ByLevel<Value>, _ word: (Value) -> String) -> String {
    guard levels.values.count > 1 else { return word(levels[1]) }
    return phrases(.levelsUp, ["levels": phrases.lists.enumeration(levels.values.map(word))])
  }

  private func gaps(_ rule: CompositeIndex.MissingRule) -> [String] {
    var sentences: [String]
    switch rule.imputation {
    case .none: sentences = [phrases(.gapsStay)]
    case .mean: sentences = [phrases(.gapsMean)]
    case .median: sentences = [phrases(.gapsMedian)]
    }
    if rule.imputation != .none, !rule.strata.isEmpty {
      sentences.append(phrases(.gapsWithin, ["groups": phrases.lists.text(rule.strata.map(name))]))
    }
    if rule.minimumShares.values.contains(where: { $0 > 0 }) {
      sentences.append(phrases(.leastShare, ["share": byLevel(rule.minimumShares, share)]))
    }
    return sentences
  }

  private func outliers(_ winsorising: CompositeIndex.Winsorising) -> [String] {
    guard case .outliers(let rule) = winsorising else { return [phrases(.outliersKept)] }
    let moved = phrases(
      .outliersMoved, count: rule.atMost,
      ["skewness": stated(rule.skewness), "kurtosis": stated(rule.kurtosis)])
    return [moved] + (rule.otherwise == .logarithm ? [phrases(.outliersLogarithm)] : [])
  }

  func words(_ method: CompositeIndex.Normalisation) -> String {
    switch method {
    case .minMax(let scale):
      return phrases(.fromWorstToBest, ["lower": stated(scale.lower), "upper": stated(scale.upper)])
    case .zScore(let mean, let deviation):
      return phrases(.inDeviations, ["mean": stated(mean), "deviation": stated(deviation)])
    case .goalposts(let worst, let best, let scale, let isCapped):
      let words = phrases(
        .betweenPosts,
        [
          "worst": stated(worst), "best": stated(best), "lower": stated(scale.lower), "upper": stated(scale.upper),
        ])
      return isCapped ? words : phrases.lists.enumeration([words, phrases(.uncapped)])
    case .distanceToTarget(let target, let scale, let isCapped):
      let words = phrases(
        .toTheTarget,
        ["target": stated(target), "lower": stated(scale.lower), "upper": stated(scale.upper)])
      return isCapped ? words : phrases.lists.enumeration([words, phrases(.uncapped)])
    case .rank(let scale):
      return phrases(.byRanks, ["lower": stated(scale.lower), "upper": stated(scale.upper)])
    }
  }

  func name(_ mean: CompositeIndex.Mean) -> String {
    switch mean {
    case .arithmetic: phrases(.arithmeticMean)
    case .geometric: phrases(.geometricMean)
    case .harmonic: phrases(.harmonicMean)
    }
  }
}
