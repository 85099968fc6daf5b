package import MilepostModel

/// Ranks the areas of every indicator by their newest values, and tells how each value has changed.
///
/// Only what may be published is looked at, so that no rank tells a confidential figure. Of each area the newest value
/// counts that was reported or estimated. Ranked together are values that are not older than the indicator's maximum
/// age, all for years or all for one and the same part of a year; equal values share a rank.
package func rankAreas(
  _ plan: Plan, groups: [AreaGroup], _ series: SeriesTable, asOf: CalendarDate
) -> AreaRankings {
  let groupIDs = Set(groups.map(\.id))
  let rankings = plan.indicators.sorted { $0.id < $1.id }.flatMap { indicator -> [AreaRanking] in
    let places = Dictionary(grouping: series.range(of: indicator.id)) { series.keys[$0].codes }
    return places.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { codes, places in
      let ofGroups = Set(places.filter { groupIDs.contains(series.keys[$0].area) })
      func candidates(_ places: [Int]) -> [Candidate] { places.map { Candidate(series, at: $0) } }
      return indicator.ranking(
        codes, candidates(places.filter { !ofGroups.contains($0) }), candidates(ofGroups.sorted()), asOf: asOf)
    }
  }
  return AreaRankings(rankings, keys: series.keys)
}

/// The newest value of a series and what led to it.
private struct Candidate {
  let series: Int
  let newest: PeriodValue?
  /// Values that compare with the newest, from the oldest of the last ten years on: the same kind of period, since the
  /// last break in the series.
  let course: [PeriodValue]

  init(_ table: SeriesTable, at place: Int) {
    series = place
    var course: [PeriodValue] = []
    for reading in table.readings(at: place).reversed() {
      guard reading.isObserved, let value = reading.value else { continue }
      let point = PeriodValue(reading.period, value)
      if let newest = course.first {
        guard newest.years(since: point) <= Candidate.longest else { break }
        guard point.period.frequency == newest.period.frequency else { continue }
      }
      course.append(point)
      if reading.status == .breakInSeries { break }
    }
    newest = course.first
    self.course = course.reversed()
  }

  static let usual = 5.0
  static let longest = 10.0

  /// The change from the oldest value of so many years to the newest; nil when there is no older one.
  func change(over years: Double, in unit: AreaRanking.ChangeUnit) -> AreaRanking.Change? {
    guard let newest, let first = course.first(where: { newest.years(since: $0) <= years }),
      first.period < newest.period
    else { return nil }
    switch unit {
    case .difference: return AreaRanking.Change(since: first.period, amount: newest.value - first.value)
    case .percent:
      guard first.value > 0 else { return nil }
      return AreaRanking.Change(since: first.period, amount: 100 * (newest.value / first.value - 1))
    }
  }
}

extension PeriodValue {
  /// A little is taken off, because periods end on days and years have leap days.
  fileprivate func years(since earlier: PeriodValue) -> Double {
    period.timeInYears - earlier.period.timeInYears - 0.001
  }
}

extension Indicator {
  private var order: AreaRanking.Order {
    if unit == .yesNo { return .yesNo }
    if aggregation?.method == .sum { return .quantities }
    return direction.map { .by($0) } ?? .noDirection
  }

  fileprivate func ranking(
    _ codes: [DimensionCode], _ areas: [Candidate], _ groups: [Candidate], asOf: CalendarDate
  ) -> AreaRanking {
    var order = order
    var positions = areas.map { $0.newest.map { AreaRanking.Position.unranked($0) } ?? .noValue }
    if case .by(let direction) = order {
      positions = Peers(areas.compactMap(\.newest), maximumAge: maximumAge, asOf: asOf).positions(
        of: areas.map(\.newest), direction)
      let isRanked = positions.contains { if case .ranked = $0 { true } else { false } }
      if !isRanked { order = .tooFew }
    }
    let unit: AreaRanking.ChangeUnit = order == .quantities ? .percent : .difference
    func change(_ candidate: Candidate, over years: Double) -> AreaRanking.Change? {
      order == .yesNo ? nil : candidate.change(over: years, in: unit)
    }
    return AreaRanking(
      indicator: id, codes: codes, order: order, changeUnit: unit,
      areas: zip(areas, positions).map { area, position in
        .init(
          series: area.series, position: position, change: change(area, over: Candidate.usual), longChange: nil)
      },
      groups: groups.map { group in
        .init(
          series: group.series, position: group.newest.map { .unranked($0) } ?? .noValue,
          change: change(group, over: Candidate.usual), longChange: change(group, over: Candidate.longest))
      })
  }
}
