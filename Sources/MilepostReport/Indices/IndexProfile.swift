import MilepostLanguage
import MilepostModel

/// What pages say of a composite index: its newest period beside the one before, and its areas in the order of their ranks.
struct IndexProfile: Sendable {
  let definition: CompositeIndex
  let result: IndexResult
  /// The period before it in which an area has a score.
  let earlier: IndexResult?
  /// Places of the areas with a score, the best first.
  let order: [Int]
  /// Places of the others, by their names.
  let unscored: [Int]
  /// Of scores.
  let style: FigureStyle
  /// The scores of the whole as the series of their indicator have them; nil where there is none.
  private let estimates: [Estimate?]

  /// - Returns: nil when no area has a score.
  init?(_ published: PublishedIndex, _ context: SiteContext) {
    guard let result = published.newest else { return nil }
    definition = published.definition
    self.result = result
    earlier = published.earlier
    func comesBefore(_ one: Int, _ other: Int) -> Bool { context.comesBefore(result.areas[one], result.areas[other]) }
    let places = result.standings.map { $0?.place }
    let sorted = result.areas.indices.sorted { one, other in
      let (first, second) = (places[one] ?? .max, places[other] ?? .max)
      return first == second ? comesBefore(one, other) : first < second
    }
    order = sorted.filter { places[$0] != nil }
    unscored = sorted.filter { places[$0] == nil }
    let indicator = published.definition.nodes[0].scores
    estimates = result.areas.map { area in
      indicator.flatMap { context.release.series.estimate(SeriesKey($0, area), result.period) }
    }
    style = FigureStyle(
      scale: .plain, decimals: context.decimals(of: published.definition), phrases: context.phrases)
  }

  /// The parts that the whole is made of, as places in the definition's nodes.
  var parts: [Int] { definition.nodes[0].children }

  var period: String { style.phrases.dates.text(result.period) }

  /// Those that share rank 1.
  var leaders: [Int] { Array(order.prefix { result.standings[$0]?.place == 1 }) }

  func score(_ area: Int, of node: Int = 0) -> String? {
    result.parts[node].standings[area].map { style.number($0.score) }
  }

  /// The score with how it is known.
  func point(_ area: Int) -> ChartPoint? {
    result.standings[area].map { standing in
      estimates[area].map(ChartPoint.init) ?? ChartPoint(PeriodValue(result.period, standing.score))
    }
  }

  /// The weight that was carried forward or imputed, from 0 to 1; nil where that is not known.
  func imputedShare(_ area: Int) -> Double? { estimates[area]?.coverage?.imputed }

  var hasImputedShares: Bool { order.compactMap(imputedShare).contains { $0 > 0 } }

  func ranks(_ area: Int) -> IndexSensitivity.Ranks? { result.sensitivity?.ranks[area] }

  func tier(_ area: Int) -> CompositeIndex.Tier? { result.tiers[area].map { definition.tiers[$0] } }

  /// How many places up it came since the earlier period; nil where it has no rank in one of them.
  func gain(_ area: Int) -> Int? {
    guard let now = result.standings[area], let then = earlier?.standing(of: result.areas[area]) else { return nil }
    return then.place - now.place
  }
}

extension SiteContext {
  /// Of the scores of an index, as its indicator has them.
  func decimals(of index: CompositeIndex) -> Int {
    index.nodes[0].scores.flatMap { release.plan.indicator($0)?.decimals } ?? 1
  }

  func place(of index: CompositeIndex) -> String { "indices/\(index.id.text.slug)" }

  /// The name of a part or of the whole.
  func title(of node: IndexNode, _ index: CompositeIndex) -> LocalizedText {
    switch node.content {
    case .pillar(let title, _, _): title ?? index.title
    case .indicator(let input): release.plan.indicator(input.indicator)?.title ?? index.title
    }
  }

  /// For drawings, whose texts bear no marks of language.
  func plainName(of node: IndexNode, _ index: CompositeIndex) -> String {
    LanguageMark.plain(text(title(of: node, index)), in: phrases.catalogueLanguage)
  }

  func plainName(of area: Area.ID) -> String {
    LanguageMark.plain(name(of: area), in: phrases.catalogueLanguage)
  }

  /// A rank or a percentile of ranks, which may lie between two.
  func rank(_ place: Double) -> String { phrases.numbers.shortText(place, atMostDecimals: 1) }

  /// `2 to 5`, or one rank.
  func range(_ ranks: IndexSensitivity.Ranks) -> String {
    let (low, high) = (rank(ranks.percentile5), rank(ranks.percentile95))
    return low == high ? low : phrases(.ranksFromTo, ["low": low, "high": high])
  }
}
