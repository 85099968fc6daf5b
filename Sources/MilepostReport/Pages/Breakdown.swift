import MilepostLanguage
import MilepostModel

/// An indicator by the codes of one dimension, or of several together.
struct Breakdown: Sendable {
  /// A code or a combination of codes, one for each dimension.
  struct Option: Sendable {
    let key: String
    let name: String
    let codes: [DimensionCode]
  }

  let indicator: Indicator
  /// What the dimensions are called.
  let name: String
  /// In the order of the codelists.
  let options: [Option]
  /// Areas and groups that have a series for an option, the leading ones first.
  let areas: [Area.ID]
  /// The latest period for which the first area has a value for the most options.
  let period: TimePeriod
  private let series: SeriesTable

  private init(
    _ indicator: Indicator, name: String, options: [Option], areas: [Area.ID], period: TimePeriod, series: SeriesTable
  ) {
    self.indicator = indicator
    self.name = name
    self.options = options
    self.areas = areas
    self.period = period
    self.series = series
  }

  func place(_ area: Area.ID, _ option: Option) -> Int? {
    series.index(of: SeriesKey(indicator.id, area, option.codes))
  }

  func estimate(_ area: Area.ID, _ option: Option, _ period: TimePeriod) -> Estimate? {
    series.estimate(SeriesKey(indicator.id, area, option.codes), period)
  }

  /// Every period for which an area has anything, oldest first.
  func periods(_ area: Area.ID) -> [TimePeriod] {
    Set(options.compactMap { place(area, $0) }.flatMap { series.estimates(at: $0).map(\.period) }).sorted()
  }

  /// Whether the options are the parts of the total, none missing and none below zero.
  func closes(_ area: Area.ID, _ period: TimePeriod) -> Bool {
    let parts = options.map { estimate(area, $0, period)?.value.number }
    guard let total = series.estimate(SeriesKey(indicator.id, area), period)?.value.number, total > 0 else {
      return false
    }
    let known = parts.compactMap(\.self)
    return known.count == parts.count && known.allSatisfy { $0 >= 0 }
      && (known.reduce(0, +) - total).magnitude <= 0.005 * total
  }

  /// The breakdowns of an indicator: first by each dimension for itself, then by several together.
  static func all(of series: IndicatorSeries, _ context: SiteContext) -> [Breakdown] {
    let combinations = series.breakdowns.map(\.codes).filter { !$0.isEmpty }
    let kinds = Dictionary(grouping: combinations) { $0.map(\.dimension) }
    return kinds.sorted { ($0.key.count, $0.key.joined()) < ($1.key.count, $1.key.joined()) }.compactMap {
      make(of: series, dimensions: $0.key, combinations: $0.value, context)
    }
  }

  private static func make(
    of series: IndicatorSeries, dimensions: [String], combinations: [[DimensionCode]], _ context: SiteContext
  ) -> Breakdown? {
    guard combinations.count > 1 else { return nil }
    let lists = dimensions.map { context.codelist(of: $0) }
    let order = lists.map { list in
      Dictionary((list?.codes ?? []).enumerated().map { ($1.id, $0) }) { first, _ in first }
    }
    func place(_ codes: [DimensionCode]) -> [Int] { zip(order, codes).map { $0[$1.code, default: .max] } }
    let options = combinations.sorted { place($0).lexicographicallyPrecedes(place($1)) }.map { codes in
      let names = codes.map { code in context.localizedName(of: code).map(context.text) ?? code.code }
      return Option(
        key: codes.map(\.code).joined(separator: "."), name: context.phrases.lists.enumeration(names), codes: codes)
    }
    let names = zip(dimensions, lists).map { id, list in list.map { context.text($0.name) } ?? id }
    let table = context.release.series
    var areas: [Area.ID] = []
    let all = series.breakdowns.filter { $0.codes.map(\.dimension) == dimensions }
    let coded = Set(all.flatMap { ($0.groups + $0.areas).map { series.area(at: $0.series) } })
    let others = coded.filter(context.groupIDs.contains).sorted(by: context.comesBefore)
    for area in series.leading.map(series.area) + others where coded.contains(area) && !areas.contains(area) {
      areas.append(area)
    }
    guard let first = areas.first else { return nil }
    let periods = options.flatMap { option in
      (table.estimates(SeriesKey(series.indicator.id, first, option.codes)).map(Array.init) ?? [])
        .filter { $0.value.number != nil }.map(\.period)
    }
    let counts = Dictionary(grouping: periods) { $0 }.mapValues(\.count)
    guard let period = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) })?.key else { return nil }
    return Breakdown(
      series.indicator, name: context.phrases.lists.enumeration(names), options: options, areas: areas, period: period,
      series: table)
  }
}

extension SiteContext {
  fileprivate func codelist(of dimension: String) -> Codelist? {
    let id = release.dataflows.lazy.flatMap(\.structure.dimensions).first { $0.id == dimension }?.codelist
    return release.codelists.first { $0.id == id }
  }
}
