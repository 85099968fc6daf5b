package import MilepostModel

/// A stretch of time to ask for: one period, or from one to another.
package struct PeriodSpan: Hashable, Sendable {
  let first: TimePeriod
  let last: TimePeriod

  /// `2019`, `2015..2019`, `2019-Q1..2019-Q4`.
  package init?(_ text: String) {
    let bounds = text.split(separator: ".", omittingEmptySubsequences: true).map(String.init)
    guard (1...2).contains(bounds.count), bounds.count == 1 || text.contains("..") else { return nil }
    guard let first = TimePeriod(bounds[0], fiscalYearStart: 1),
      let last = TimePeriod(bounds[bounds.count - 1], fiscalYearStart: 1), first.firstDay <= last.lastDay
    else { return nil }
    self.first = first
    self.last = last
  }

  /// Whether the period ends within the span; a fiscal year is asked for by the year in which it begins.
  func holds(_ period: TimePeriod) -> Bool {
    if period.frequency == .fiscalYear { return (first.year...last.year).contains(period.year) }
    return first.firstDay <= period.lastDay && period.lastDay <= last.lastDay
  }
}

/// Which values are asked for.
package struct Selection: Sendable {
  package let indicator: Indicator.ID
  /// Empty: all.
  package let areas: [Area.ID]
  package let codes: [DimensionCode]
  package let periods: PeriodSpan?

  package init(indicator: Indicator.ID, areas: [Area.ID], codes: [DimensionCode], periods: PeriodSpan?) {
    self.indicator = indicator
    self.areas = areas
    self.codes = codes
    self.periods = periods
  }

  /// Whether the series is asked for; a dimension that is not named may have any code.
  func holds(_ key: SeriesKey) -> Bool {
    guard areas.isEmpty || areas.contains(key.area) else { return false }
    return codes.allSatisfy { wanted in
      guard let own = key.codes.first(where: { $0.dimension == wanted.dimension }) else {
        return wanted.code == SeriesKey.total
      }
      return own.code == wanted.code
    }
  }

  /// The values of a release that are asked for, in the order of series and periods.
  func values(in release: Release) -> [(key: SeriesKey, estimate: Estimate)] {
    release.series.range(of: indicator).flatMap { place -> [(key: SeriesKey, estimate: Estimate)] in
      let key = release.series.keys[place]
      guard holds(key) else { return [] }
      return release.series.estimates(at: place)
        .filter { periods?.holds($0.period) ?? true }
        .map { (key, $0) }
    }
  }
}
