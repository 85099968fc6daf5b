package import MilepostModel

/// Counts series and values by code.
package struct AvailabilityCount {
  private struct Count {
    var series = 0
    var observations = 0
    var periods: ClosedRange<TimePeriod>?

    mutating func add(_ other: Count) {
      series += other.series
      observations += other.observations
      guard let range = other.periods else { return }
      guard let known = periods else { return periods = range }
      if range.lowerBound < known.lowerBound || known.upperBound < range.upperBound {
        periods = min(range.lowerBound, known.lowerBound)...max(range.upperBound, known.upperBound)
      }
    }
  }

  private var counts: [DimensionCode: Count] = [:]
  /// By combination of codes, which are few; taken apart when they are asked for.
  private var combinations: [[DimensionCode]: Count] = [:]

  package init() {}

  package mutating func add(_ index: ChunkIndex, where isWanted: ((SeriesKey) -> Bool)? = nil) {
    var all = Count()
    var areas = [Count](repeating: Count(), count: index.areas.count)
    var codes = [Count](repeating: Count(), count: index.codes.count)
    let keys = isWanted == nil ? [] : index.keys
    for place in index.entries.indices {
      if let isWanted, !isWanted(keys[place]) { continue }
      let entry = index.entries[place]
      let count = Count(series: 1, observations: entry.observations, periods: index.periods(of: entry))
      all.add(count)
      areas[entry.area].add(count)
      codes[entry.code].add(count)
    }
    guard all.series > 0 else { return }
    counts[DimensionCode("INDICATOR", index.indicator.text), default: Count()].add(all)
    for (area, count) in zip(index.areas, areas) where count.series > 0 {
      counts[DimensionCode("REF_AREA", area.text), default: Count()].add(count)
    }
    for (code, count) in zip(index.codes, codes) where count.series > 0 {
      combinations[code, default: Count()].add(count)
    }
  }

  /// By dimension and code.
  package var codes: [CodeAvailability] {
    var counts = counts
    let dimensions = Set(combinations.keys.flatMap { $0.map(\.dimension) })
    for (combination, count) in combinations {
      for code in combination { counts[code, default: Count()].add(count) }
      for dimension in dimensions.subtracting(combination.map(\.dimension)) {
        counts[DimensionCode(dimension, SeriesKey.total), default: Count()].add(count)
      }
    }
    return counts.sorted { $0.key < $1.key }.map { code, count in
      CodeAvailability(
        dimension: code.dimension, code: code.code, series: count.series, observations: count.observations,
        periods: count.periods)
    }
  }
}
