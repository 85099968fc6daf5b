import MilepostExchange
import MilepostModel
import MilepostStore

/// Some of the values that were asked for.
struct ObservationPage {
  /// At most so many at once; who wants more goes on from page to page, or takes SDMX or the site's CSV files.
  static let most = 10_000
  static let standard = 1000

  let found: [KeyedEstimate]
  /// Whether there are values behind these.
  let hasMore: Bool

  /// - Parameters:
  ///   - codes: a dimension that is not named may have any code.
  ///   - isWanted: of periods.
  init<Store: ReleaseStore>(
    of set: SeriesSet.ID, in store: Store, _ selection: SeriesSelection, where isWanted: (TimePeriod) -> Bool,
    offset: Int, limit: Int
  ) throws(StoreError) {
    var rest = offset
    var found: [KeyedEstimate] = []
    var batches = try store.batches(of: set, selection)
    while found.count <= limit, let table = try batches.nextBatch() {
      for place in table.keys.indices where found.count <= limit {
        for estimate in table.estimates(at: place) where isWanted(estimate.period) {
          if rest > 0 {
            rest -= 1
          } else if found.count <= limit {
            found.append(KeyedEstimate(table.keys[place], estimate))
          }
        }
      }
    }
    hasMore = found.count > limit
    self.found = Array(found.prefix(limit))
  }
}
