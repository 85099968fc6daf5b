import MilepostModel

/// Dense numbers for the series of many tables, so that rows are sorted and compared without touching text.
///
/// Numbers follow the order of `SeriesKey`.
struct SeriesCatalogue: Sendable {
  /// Bits of the number of an area, and of a combination of codes; indicators have what is left of 64.
  static let partBits: UInt64 = 22

  /// Sorted, without repetition.
  let keys: [SeriesKey]
  /// Sorted, without repetition.
  let periods: [TimePeriod]
  /// For each table, the number of each of its series.
  let series: [[UInt32]]
  /// For each table, the number of each of its periods.
  let period: [[UInt16]]

  /// - Parameter tables: Indices into the plan's tables; entries of `series` and `period` for others are empty.
  init(_ plan: ResolvedPlan, tables: [Int]) {
    var parts = KeyParts()
    for index in tables {
      for key in plan.tables[index].seriesKeys { parts.add(key) }
    }
    parts.rank()
    var packed: [UInt64] = []
    for index in tables { packed += plan.tables[index].seriesKeys.map(parts.packed) }
    packed.sort()
    var places: [UInt64: UInt32] = [:]
    places.reserveCapacity(packed.count)
    for value in packed where places[value] == nil { places[value] = UInt32(places.count) }
    var series: [[UInt32]] = Array(repeating: [], count: plan.tables.count)
    var keys: [SeriesKey?] = Array(repeating: nil, count: places.count)
    for index in tables {
      series[index].reserveCapacity(plan.tables[index].seriesKeys.count)
      for key in plan.tables[index].seriesKeys {
        guard let place = places[parts.packed(key)] else { preconditionFailure("a key that was not counted") }
        series[index].append(place)
        keys[Int(place)] = key
      }
    }
    self.series = series
    self.keys = keys.compactMap { $0 }
    let periods = Set(tables.flatMap { plan.tables[$0].periods }).sorted()
    let ranks = Dictionary(uniqueKeysWithValues: periods.enumerated().map { ($1, UInt16($0)) })
    var period: [[UInt16]] = Array(repeating: [], count: plan.tables.count)
    for index in tables { period[index] = plan.tables[index].periods.compactMap { ranks[$0] } }
    self.periods = periods
    self.period = period
  }

  func index(of key: SeriesKey) -> Int? {
    let place = keys.firstIndex(isPast: { !($0 < key) })
    return place < keys.count && keys[place] == key ? place : nil
  }

  /// The first series of an area.
  func firstIndex(of indicator: Indicator.ID, _ area: Area.ID) -> Int? {
    let total = SeriesKey(indicator, area)
    let place = keys.firstIndex(isPast: { !($0 < total) })
    return place < keys.count && keys[place].indicator == indicator && keys[place].area == area ? place : nil
  }

  func number(of period: TimePeriod) -> UInt16? {
    let place = periods.firstIndex(isPast: { !($0 < period) })
    return place < periods.count && periods[place] == period ? UInt16(place) : nil
  }
}

extension Array {
  /// The place of the first element of a sorted array that is past a bound; the count when none is.
  func firstIndex(isPast: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if isPast(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// The parts of series keys, each numbered in its own order.
private struct KeyParts {
  private var indicators: [Indicator.ID: UInt64] = [:]
  private var areas: [Area.ID: UInt64] = [:]
  private var codes: [[DimensionCode]: UInt64] = [:]

  mutating func add(_ key: SeriesKey) {
    indicators[key.indicator] = 0
    areas[key.area] = 0
    codes[key.codes] = 0
  }

  mutating func rank() {
    indicators = KeyParts.ranked(indicators.keys.sorted())
    areas = KeyParts.ranked(areas.keys.sorted())
    codes = KeyParts.ranked(codes.keys.sorted { $0.lexicographicallyPrecedes($1) })
  }

  private static func ranked<Part: Hashable>(_ sorted: [Part]) -> [Part: UInt64] {
    Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, UInt64($0)) })
  }

  /// The parts' numbers in one word, in the order of the key; `distinctValuesInData` sees to it that they fit.
  func packed(_ key: SeriesKey) -> UInt64 {
    guard let indicator = indicators[key.indicator], let area = areas[key.area], let code = codes[key.codes] else {
      preconditionFailure("a key that was not added")
    }
    return indicator << (2 * SeriesCatalogue.partBits) | area << SeriesCatalogue.partBits | code
  }
}
