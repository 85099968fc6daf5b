import MilepostModel

/// The dense space that values are computed in: every area and group, every period.
///
/// A cell is `place * periods.count + period`.
struct Grid {
  /// Areas, sorted, then groups, sorted.
  let places: [Area.ID]
  let areaCount: Int
  /// Sorted.
  let periods: [TimePeriod]
  /// Index into the table's periods of each period here.
  let tablePeriod: [UInt16]
  /// Index here of each of the table's periods.
  let period: [Int]
  /// The place's rank in the order of keys.
  let rank: [Int]
  private let placeIndex: [Area.ID: Int]
  private let periodIndex: [TimePeriod: Int]

  init(_ plan: ResolvedPlan, _ table: WorkingTable) {
    var areas = Set(plan.areas.keys)
    for key in table.keys where plan.groups[key.area] == nil { areas.insert(key.area) }
    let groups = plan.groups.keys.sorted()
    areas.subtract(groups)
    let all = areas.sorted() + groups
    places = all
    areaCount = areas.count
    placeIndex = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })
    var ranks = [Int](repeating: 0, count: all.count)
    for (rank, place) in all.indices.sorted(by: { all[$0] < all[$1] }).enumerated() { ranks[place] = rank }
    rank = ranks
    let order = table.periods.indices.sorted { table.periods[$0] < table.periods[$1] }
    periods = order.map { table.periods[$0] }
    tablePeriod = order.map { UInt16($0) }
    var inverse = [Int](repeating: 0, count: order.count)
    for (here, there) in order.enumerated() { inverse[there] = here }
    period = inverse
    periodIndex = Dictionary(periods.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  var cellCount: Int { places.count * periods.count }
  var areas: Range<Int> { 0..<areaCount }
  var groups: Range<Int> { areaCount..<places.count }

  func cells(of places: Range<Int>) -> Range<Int> {
    places.lowerBound * periods.count..<places.upperBound * periods.count
  }

  func index(of place: Area.ID) -> Int? { placeIndex[place] }
  func index(of period: TimePeriod) -> Int? { periodIndex[period] }

  /// For each period the one so many steps before it; nil where there is none.
  func earlier(_ steps: Int) -> [Int?] {
    periods.map { $0.advanced(by: -steps).flatMap { periodIndex[$0] } }
  }
}
