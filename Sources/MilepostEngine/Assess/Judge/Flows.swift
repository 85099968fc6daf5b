import MilepostModel

extension [JudgedPoint] {
  /// A flow by whole periods as long as `due`, where the points are parts of such periods: four quarters make a year. A
  /// period of which a part has no value is left out, because it is not a whole one.
  func summed(toPeriodsLike due: TimePeriod) -> [JudgedPoint] {
    guard let first, let whole = due.frequency.months, let part = first.period.frequency.months, part < whole,
      allSatisfy({ $0.period.frequency == first.period.frequency })
    else { return self }
    var parts: [TimePeriod: [JudgedPoint]] = [:]
    for point in self {
      guard let period = due.likePeriod(holding: point.period) else { continue }
      parts[period, default: []].append(point)
    }
    return parts.filter { $0.value.count == whole / part }.sorted { $0.key < $1.key }.map { period, points in
      let last = points[points.count - 1]
      let statuses = points.map(\.status)
      let doubtful = [ObservationStatus.breakInSeries, .estimated, .provisional].first(where: statuses.contains)
      let newest = points.map(\.provenance).max { $0.received < $1.received } ?? last.provenance
      return JudgedPoint(
        period, points.reduce(0) { $0 + $1.value }, status: doubtful ?? last.status,
        coverage: points.map(\.coverage).reduce(last.coverage) { Coverage.poorer($0, $1) },
        provenance: Provenance(
          source: newest.source, vintage: newest.vintage, received: newest.received, isComputed: true))
    }
  }
}

extension Frequency {
  /// Months in a period of this frequency; nil where they differ.
  fileprivate var months: Int? {
    switch self {
    case .year, .fiscalYear: 12
    case .half: 6
    case .quarter: 3
    case .month: 1
    case .biennium: 24
    case .day, .range: nil
    }
  }
}

extension TimePeriod {
  /// The period as long as this one, and in step with it, that holds another; nil where there is none.
  fileprivate func likePeriod(holding other: TimePeriod) -> TimePeriod? {
    guard let months = frequency.months else { return nil }
    let distance = (other.year - year) * 12 / months
    return (distance - 1...distance + 1).lazy.compactMap { self.advanced(by: $0) }.first { $0.contains(other) }
  }
}
