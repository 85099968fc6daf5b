import MilepostExchange
import MilepostModel
import MilepostStore

/// Which codes and periods a query finds, and how much.
struct FoundCodes: Sendable {
  private(set) var codes: [Set<String>]
  private(set) var series = 0
  private(set) var observations = 0
  private(set) var first: TimePeriod?
  private(set) var last: TimePeriod?
  /// All where values were read, else the first and last ones of series.
  private(set) var periods: Set<TimePeriod> = []

  /// - Parameter dimensions: how many a key has.
  init(_ dimensions: Int) { codes = Array(repeating: [], count: dimensions) }

  init(_ summary: FlowSummary, _ flow: SDMX.Flow) {
    codes = flow.keyDimensions.map { Set(summary.values.codes(of: $0)) }
    series = summary.series
    observations = summary.observations
    for period in summary.values.periods { include(period) }
  }

  var isEmpty: Bool { series == 0 }

  private mutating func include(_ period: TimePeriod) {
    guard periods.insert(period).inserted else { return }
    if first.map({ period.firstDay < $0.firstDay }) ?? true { first = period }
    if last.map({ $0.lastDay < period.lastDay }) ?? true { last = period }
  }

  private mutating func add(_ key: [String], observations count: Int) {
    for (place, code) in key.enumerated() { codes[place].insert(code) }
    series += 1
    observations += count
  }

  /// What the indices of chunks say, where every series of the chunk is of one frequency.
  mutating func add(
    _ index: ChunkIndex, _ frequency: String, _ flow: SDMX.Flow, where isWanted: (SeriesKey, [String]) -> Bool
  ) {
    for (key, entry) in zip(index.keys, index.entries) {
      guard let periods = index.periods(of: entry) else { continue }
      let codes = [frequency] + flow.codes(of: key)
      guard isWanted(key, codes) else { continue }
      add(codes, observations: entry.observations)
      include(periods.lowerBound)
      include(periods.upperBound)
    }
  }

  mutating func add(_ batch: [SDMX.Series], _ layout: SDMX.DataSetLayout, _ known: [String: TimePeriod]) {
    for series in batch {
      let key = layout.dimensions.indices.compactMap { layout.dimensions[$0].value(series.key[$0]) }
      add(key, observations: series.rows.count)
      for row in series.rows {
        guard let text = layout.time?.value(series.observations.times[row]), let period = known[text] else {
          continue
        }
        include(period)
      }
    }
  }

  /// The same with the codes of one dimension, or the periods, of another finding.
  func with(_ place: Int, of other: FoundCodes) -> FoundCodes {
    var mixed = self
    mixed.codes[place] = other.codes[place]
    return mixed
  }

  func withPeriods(of other: FoundCodes) -> FoundCodes {
    var mixed = self
    (mixed.first, mixed.last, mixed.periods) = (other.first, other.last, other.periods)
    return mixed
  }
}

extension TimePeriod {
  /// The start of a stretch of time in a message: a day for periods that are a start and a duration themselves.
  var sdmxStart: String { isSpan ? firstDay.description : sdmxText }
  var sdmxEnd: String { isSpan ? lastDay.description : sdmxText }

  private var isSpan: Bool {
    switch frequency {
    case .fiscalYear, .biennium, .range: true
    case .year, .half, .quarter, .month, .day: false
    }
  }
}
