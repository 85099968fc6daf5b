/// How the areas stand in one indicator, with one combination of codes.
package struct AreaRanking: Hashable, Sendable {
  /// What rank 1 means, or why there are no ranks.
  package enum Order: Hashable, Sendable {
    /// Rank 1 has the best value.
    case by(Direction)
    /// Neither way is better.
    case noDirection
    /// Values of groups are sums, so that ranks would follow the size of the areas.
    case quantities
    case yesNo
    /// Fewer than two areas have a value that counts.
    case tooFew
  }

  /// What the change of a value is told in.
  package enum ChangeUnit: Hashable, Sendable {
    /// The unit of the value; for percentages percentage points.
    case difference
    /// Percent of the earlier value: of quantities, whose differences would follow the size of the areas.
    case percent
  }

  /// Where one area or group stands.
  package struct Standing: Hashable, Sendable {
    /// Place of the series in the release's keys.
    package let series: Int
    package let position: Position
    /// Over five years, or since the oldest value that is younger.
    package let change: Change?
    /// Over ten years, likewise; of groups only.
    package let longChange: Change?

    package init(series: Int, position: Position, change: Change?, longChange: Change?) {
      self.series = series
      self.position = position
      self.change = change
      self.longChange = longChange
    }
  }

  package enum Position: Hashable, Sendable {
    /// - Parameters:
    ///   - place: 1 is the best; areas with equal values share a place, and the next place is left out.
    ///   - sharing: how many areas have this place, itself included.
    case ranked(PeriodValue, place: Int, sharing: Int)
    /// It has a value, and the order gives it no rank.
    case unranked(PeriodValue)
    /// The newest value is older than the indicator allows.
    case tooOld(PeriodValue)
    /// The newest value is for another kind of period than those that are ranked.
    case otherPeriod(PeriodValue)
    /// Nothing was reported or estimated: all values are missing, confidential, imputed or forecasts.
    case noValue

    /// The newest value that was reported or estimated.
    package var newest: PeriodValue? {
      switch self {
      case .ranked(let value, _, _), .unranked(let value), .tooOld(let value), .otherPeriod(let value): value
      case .noValue: nil
      }
    }
  }

  package struct Change: Hashable, Sendable {
    package let since: TimePeriod
    /// In the ranking's unit of change; positive when the value rose.
    package let amount: Double

    package init(since: TimePeriod, amount: Double) {
      self.since = since
      self.amount = amount
    }
  }

  package let indicator: Indicator.ID
  package let codes: [DimensionCode]
  package let order: Order
  package let changeUnit: ChangeUnit
  /// Sorted by the codes of the areas.
  package let areas: [Standing]
  /// Sorted by the codes of the groups; none has a rank.
  package let groups: [Standing]

  package init(
    indicator: Indicator.ID, codes: [DimensionCode], order: Order, changeUnit: ChangeUnit, areas: [Standing],
    groups: [Standing]
  ) {
    self.indicator = indicator
    self.codes = codes
    self.order = order
    self.changeUnit = changeUnit
    self.areas = areas
    self.groups = groups
  }

  /// How many areas have a rank.
  package var rankedCount: Int {
    areas.count {
      if case .ranked = $0.position { true } else { false }
    }
  }

  /// The first and the last of the periods of the values that are ranked; nil without ranks.
  package var rankedPeriods: (first: TimePeriod, last: TimePeriod)? {
    let periods = areas.compactMap { standing -> TimePeriod? in
      if case .ranked(let value, _, _) = standing.position { value.period } else { nil }
    }
    guard let first = periods.min(), let last = periods.max() else { return nil }
    return (first, last)
  }
}

/// The rankings of a release, sorted by indicator and codes, and where each area stands in them.
package struct AreaRankings: Hashable, Sendable {
  /// A ranking and the area's place in `areas` or `groups` of it.
  package struct Entry: Hashable, Sendable {
    package let ranking: Int
    package let standing: Int
  }

  package let all: [AreaRanking]
  private let places: [Indicator.ID: Range<Int>]
  private let areas: [Area.ID: [Entry]]
  private let groups: [Area.ID: [Entry]]

  package static let none = AreaRankings([], keys: [])

  /// - Parameter keys: of the release's series.
  package init(_ rankings: [AreaRanking], keys: [SeriesKey]) {
    all = rankings
    var places: [Indicator.ID: Range<Int>] = [:]
    for (place, ranking) in rankings.enumerated() {
      places[ranking.indicator] = (places[ranking.indicator]?.lowerBound ?? place)..<(place + 1)
    }
    self.places = places
    func entries(_ standings: KeyPath<AreaRanking, [AreaRanking.Standing]>) -> [Area.ID: [Entry]] {
      var entries: [Area.ID: [Entry]] = [:]
      for (ranking, value) in rankings.enumerated() {
        for (place, standing) in value[keyPath: standings].enumerated() {
          entries[keys[standing.series].area, default: []].append(Entry(ranking: ranking, standing: place))
        }
      }
      return entries
    }
    areas = entries(\.areas)
    groups = entries(\.groups)
  }

  /// The rankings of an indicator; that of the totals comes first.
  package func rankings(of indicator: Indicator.ID) -> ArraySlice<AreaRanking> {
    places[indicator].map { all[$0] } ?? []
  }

  /// Every ranking in which an area or group stands, in the order of the rankings.
  package func standings(of area: Area.ID) -> [(ranking: AreaRanking, standing: AreaRanking.Standing)] {
    if let entries = areas[area] { return entries.map { (all[$0.ranking], all[$0.ranking].areas[$0.standing]) } }
    return (groups[area] ?? []).map { (all[$0.ranking], all[$0.ranking].groups[$0.standing]) }
  }

  /// Whether an area or group has a series at all.
  package func hold(_ area: Area.ID) -> Bool { areas[area] != nil || groups[area] != nil }
}
