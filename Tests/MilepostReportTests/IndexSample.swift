import MilepostEngine
import MilepostModel

@testable import MilepostReport

/// A composite index of invented figures for as many areas as are asked for.
struct IndexSample {
  static let id = CompositeIndex.ID("tides")
  static let scores = Indicator.ID("tide-scores")
  static let seed: UInt64 = 20_240_630
  private static let pillars = ["Harbours", "Ferries and boats", "Lights", "Charts", "Weather"]

  let count: Int
  var hasSensitivity = true
  var reference: Area.ID?
  var areAllEqual = false

  func area(_ place: Int) -> Area.ID { Area.ID("A\(place + 1)") }

  var areas: [Area] {
    (0..<count).map { Area(id: area($0), name: IslesRelease.text("Island of the outer ring \($0 + 1)")) }
  }

  var definition: CompositeIndex {
    var nodes = [
      IndexNode(
        id: "tides", content: .pillar(title: nil, scores: IndexSample.scores, children: [1, 3, 5, 7, 9]), parent: nil,
        weight: nil,
        height: 2, field: "")
    ]
    for (number, name) in IndexSample.pillars.enumerated() {
      let field = "parts.\(number)"
      nodes.append(
        IndexNode(
          id: "p\(number)",
          content: .pillar(title: IslesRelease.text(name), scores: nil, children: [nodes.count + 1]), parent: 0,
          weight: number == 0 ? 4 : 1, height: 1, field: field))
      nodes.append(
        IndexNode(
          id: "i\(number)",
          content: .indicator(
            .init(indicator: .init("i\(number)"), direction: nil, normalisation: nil, winsorising: nil)),
          parent: nodes.count - 1, weight: nil, height: 0, field: field + ".parts.0"))
    }
    return CompositeIndex(
      id: IndexSample.id, title: IslesRelease.text("Tides"), text: nil, areas: .init("ALL"),
      membership: .fixedAtEdition, periods: [TimePeriod(year: 2022), TimePeriod(year: 2023)], carryForwardYears: 2,
      winsorising: .outliers(.init(skewness: 2, kurtosis: 3.5, atMost: 5, otherwise: .keep)),
      normalisation: .minMax(.hundred), means: .init(.arithmetic, [.geometric]),
      missing: .init(imputation: .none, strata: [], minimumShares: .init(0.6)),
      tiers: [
        .init(id: "high", title: IslesRelease.text("High"), from: 50),
        .init(id: "low", title: IslesRelease.text("Low"), from: nil),
      ], reference: reference,
      sensitivity: hasSensitivity
        ? .init(
          draws: 1000, seed: IndexSample.seed, weightNoisePercent: 25, normalisations: [.rank(.hundred)], means: [])
        : nil,
      nodes: nodes)
  }

  /// The last area has no score in 2023, the first none in 2022.
  private func score(_ area: Int, _ node: Int, _ year: Int) -> Double? {
    if year == 2023, area == count - 1, count > 1 { return nil }
    if year == 2022, area == 0 { return nil }
    if areAllEqual { return 50 }
    return Double((area * 37 + node * 13 + year) % 101) + 0.25
  }

  private func standings(_ scores: [Double?]) -> [IndexStanding?] {
    scores.map { score in
      score.map { score in
        IndexStanding(
          score: score, place: 1 + scores.count { $0.map { $0 > score } ?? false },
          sharing: scores.count { $0 == score })
      }
    }
  }

  private func part(_ node: Int, _ year: Int) -> IndexPartResult {
    let scores = (0..<count).map { score($0, node, year) }
    let known = scores.compactMap(\.self).sorted()
    let isIndicator = definition.nodes[node].input != nil
    let values = (0..<count).map { area -> IndexValues.Value? in
      guard isIndicator, let score = scores[area] else { return nil }
      let origin: IndexValues.Origin =
        area % 7 == 3 ? .carried(from: TimePeriod(year: year - 1)) : area % 11 == 5 ? .imputed : .observed
      return .init(number: score * 2, treated: node == 2 && area == 1 ? score : score * 2, origin: origin)
    }
    return IndexPartResult(
      standings: standings(scores), median: known.isEmpty ? nil : known[known.count / 2],
      contributions: scores.map { $0.map { $0 / 5 } }, effects: scores.map { $0.map { $0 / 5 - 10 } },
      correlationWithParent: nil, correlationWithWhole: node == 0 ? nil : 0.9 - Double(node) / 20,
      values: isIndicator ? IndexValues(values, node == 2 ? .winsorised(count: 1) : .none) : nil)
  }

  func result(_ year: Int) -> IndexResult {
    let parts = definition.nodes.indices.map { part($0, year) }
    let ranks = parts[0].standings.map { standing in
      standing.map { standing in
        let reach = standing.place % 5 == 0 ? 4.0 : 1.0
        let place = Double(standing.place)
        return IndexSensitivity.Ranks(
          percentile5: max(1, place - reach), median: place, percentile95: place + reach,
          shareFirst: standing.place == 1 ? 0.64 : 0)
      }
    }
    let sensitivity = IndexSensitivity(
      draws: 1000, seed: IndexSample.seed, ranks: ranks, shareTopStays: 0.64, meanShift: 2.5,
      shifts: [.init(.normalisation, 1.75), .init(.weights, 0.5)])
    return IndexResult(
      areas: areas.map(\.id), period: TimePeriod(year: year), parts: parts,
      tiers: parts[0].standings.map { $0.map { $0.score >= 50 ? 0 : 1 } }, referenceScore: 51,
      sensitivity: hasSensitivity ? sensitivity : nil)
  }

  var published: PublishedIndex { PublishedIndex(definition, [result(2022), result(2023)]) }

  func release(_ index: PublishedIndex) -> Release {
    var plan = Plan()
    plan.indicators = (0..<5).map { IslesRelease.indicator(.init("i\($0)"), "Count of \($0)", .percent) }
    plan.indicators.append(IslesRelease.indicator(IndexSample.scores, "Tide scores", UnitOfMeasure("index")))
    var series = SeriesTable()
    for area in areas {
      let estimate = Estimate(
        TimePeriod(year: 2023), .figure(40), status: .reported, coverage: nil, provenance: IslesRelease.provenance)
      series.append(SeriesKey(.init("i0"), area.id), [estimate])
    }
    for (area, standing) in zip(areas, index.newest?.standings ?? []).enumerated() {
      guard let score = standing.1?.score else { continue }
      let imputed = area % 7 == 3 ? 0.25 : 0
      let estimate = Estimate(
        TimePeriod(year: 2023), .figure(score), status: .reported,
        coverage: Coverage(reported: 1 - imputed, estimated: 0, imputed: imputed, missing: 0),
        provenance: IslesRelease.computed)
      series.append(SeriesKey(IndexSample.scores, standing.0.id), [estimate])
    }
    return Release(
      settings: IslesRelease.settings, edition: IslesRelease.settings.editions[0],
      asOf: IslesRelease.date("2024-06-30"), plan: plan, areas: areas, groups: [], codelists: [], sources: [],
      dataflows: [], indices: [index], series: series,
      rankings: rankAreas(plan, groups: [], series, asOf: IslesRelease.date("2024-06-30")), earlierVintages: [],
      assessments: [], directions: [], accepted: [])
  }

  var release: Release { release(published) }

  /// The same without any value.
  var withoutValues: Release { release(PublishedIndex(definition, [])) }
}
