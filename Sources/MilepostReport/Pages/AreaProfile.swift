import MilepostLanguage
import MilepostModel

/// What a page says of one area or group: where it stands in every indicator, and beside its groups.
struct AreaProfile: Sendable {
  enum Verdict: Sendable {
    case better, worse, equal
  }

  /// The value of a group for the period of the area’s own.
  struct Comparison: Sendable {
    let estimate: Estimate
    /// How the area’s value is beside it; nil where neither way is better.
    let verdict: Verdict?
  }

  struct Row: Sendable {
    let indicator: Indicator
    let words: StandingWords
    let standing: AreaRanking.Standing
    /// One for each group of the profile; nil where the group has no value for the period.
    let comparisons: [Comparison?]

    /// How the value changed in five years; nil without a change or where neither way is better.
    var course: Verdict? {
      guard let direction = words.direction(indicator), let change = standing.change else { return nil }
      return Verdict(direction.sign * change.amount)
    }
  }

  let id: Area.ID
  /// Groups that the area belongs to, the largest first; of a group only the largest that holds all of its members.
  let groups: [Area.ID]
  /// In the order of the plan’s indicators.
  let rows: [Row]

  init(_ id: Area.ID, _ context: SiteContext) {
    self.id = id
    let groups = context.groups(of: id)
    self.groups = groups
    let release = context.release
    let all = Dictionary(grouping: release.rankings.standings(of: id)) { $0.ranking.indicator }
    rows = release.plan.indicators.flatMap { indicator -> [Row] in
      let found = all[indicator.id] ?? []
      let totals = found.filter { $0.ranking.codes.isEmpty }
      return (totals.isEmpty ? found : totals).map { ranking, standing in
        let words = StandingWords(ranking, indicator, context.phrases)
        let direction = words.direction(indicator)
        let comparisons = groups.map { group -> Comparison? in
          let key = SeriesKey(indicator.id, group, ranking.codes)
          guard let newest = standing.position.newest, let estimate = release.series.estimate(key, newest.period),
            let value = estimate.value.number
          else { return nil }
          return Comparison(estimate: estimate, verdict: direction.map { Verdict($0.sign * (newest.value - value)) })
        }
        return Row(indicator: indicator, words: words, standing: standing, comparisons: comparisons)
      }
    }
  }

  /// The best of its ranks, and in what; of equal ones that among the most areas.
  var best: (row: Row, rank: String)? {
    var best: (row: Row, rank: String, place: Int, total: Int)?
    for row in rows {
      guard case .ranked(_, let place, _) = row.standing.position, let rank = row.words.rank(row.standing.position)
      else { continue }
      let total = row.words.ranking.rankedCount
      if let known = best, (known.place, -known.total) <= (place, -total) { continue }
      best = (row, rank, place, total)
    }
    return best.map { ($0.row, $0.rank) }
  }
}

extension AreaProfile.Verdict {
  /// - Parameter gain: positive when better.
  fileprivate init(_ gain: Double) { self = gain > 0 ? .better : gain < 0 ? .worse : .equal }
}

extension SiteContext {
  /// Groups with a page that an area belongs to as of the edition; of a group the largest that holds all of its members.
  fileprivate func groups(of id: Area.ID) -> [Area.ID] {
    let groups = release.groups.filter { $0.id != id && release.rankings.hold($0.id) }
    func sorted(_ groups: [AreaGroup]) -> [Area.ID] { groups.map(\.id).sorted(by: comesBefore) }
    guard let own = release.groups.first(where: { $0.id == id }) else {
      return sorted(groups.filter { $0.members(on: release.asOf).contains(id) })
    }
    let members = Set(own.members(on: release.asOf))
    guard !members.isEmpty else { return [] }
    return Array(sorted(groups.filter { members.isStrictSubset(of: $0.members(on: release.asOf)) }).prefix(1))
  }
}
