package import MilepostModel

/// Which series of a set are wanted.
package struct SeriesSelection: Sendable {
  /// nil: all.
  package var indicator: Indicator.ID?
  /// nil: all areas and groups.
  package var areas: Set<Area.ID>?
  /// What else must hold of the key; series without a code of a dimension have `_T` there.
  package var condition: (@Sendable (SeriesKey) -> Bool)?

  package static let all = SeriesSelection()

  package init(
    indicator: Indicator.ID? = nil, areas: Set<Area.ID>? = nil,
    where condition: (@Sendable (SeriesKey) -> Bool)? = nil
  ) {
    self.indicator = indicator
    self.areas = areas
    self.condition = condition
  }

  package func includes(_ key: SeriesKey) -> Bool {
    if let indicator, key.indicator != indicator { return false }
    if let areas, !areas.contains(key.area) { return false }
    return condition?(key) ?? true
  }

  /// Whether a chunk can hold a series of the selection.
  ///
  /// - Parameter next: the first key of the chunk behind it; nil: there is none.
  func mayBeIn(_ chunk: ChunkPlace, before next: SeriesKey?) -> Bool {
    guard let areas, let next, next.indicator == chunk.first.indicator else { return true }
    return areas.contains { !($0 < chunk.first.area) && !(next.area < $0) }
  }
}

extension SeriesKey {
  /// The code in a dimension, `_T` where it has none.
  package func code(in dimension: String) -> String {
    codes.first { $0.dimension == dimension }?.code ?? SeriesKey.total
  }
}

extension ReleaseStore {
  /// The chunks in which series of a selection may be.
  package func chunks(of set: SeriesSet.ID, for selection: SeriesSelection) throws(StoreError) -> [ChunkPlace] {
    let places = try chunks(of: set, indicator: selection.indicator)
    return places.indices.filter { place in
      selection.mayBeIn(places[place], before: place + 1 < places.count ? places[place + 1].first : nil)
    }.map { places[$0] }
  }

  /// The series of a selection without their values, in order.
  package func series(
    of set: SeriesSet.ID, _ selection: SeriesSelection = .all
  ) throws(StoreError) -> [SeriesSummary] {
    var found: [SeriesSummary] = []
    for place in try chunks(of: set, for: selection) {
      found += try index(of: place.chunk).summaries.filter { selection.includes($0.key) }
    }
    return found
  }

  /// What a selection has of each code, counted from the indices of the chunks.
  package func availability(
    of set: SeriesSet.ID, _ selection: SeriesSelection
  ) throws(StoreError) -> [CodeAvailability] {
    var count = AvailabilityCount()
    for place in try chunks(of: set, for: selection) {
      count.add(try index(of: place.chunk), where: selection.includes)
    }
    return count.codes
  }

  /// All values of one series; nil when the set has no such series.
  package func series(_ key: SeriesKey, of set: SeriesSet.ID) throws(StoreError) -> SeriesTable? {
    let places = try chunks(of: set, indicator: key.indicator)
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if key < places[middle].first { high = middle } else { low = middle + 1 }
    }
    guard low > 0 else { return nil }
    return try table(of: places[low - 1].chunk) { index in index.place(of: key).map { [$0] } ?? [] }
  }

  /// The values of a selection, batch by batch.
  package func batches(
    of set: SeriesSet.ID, _ selection: SeriesSelection = .all
  ) throws(StoreError) -> SeriesBatches<Self> {
    SeriesBatches(self, try chunks(of: set, for: selection), selection)
  }
}

/// Hands out the values of a selection in the order of their keys, some thousands at a time.
///
/// Nothing is held open between two batches: a reader may take as long as its client does.
package struct SeriesBatches<Store: ReleaseStore>: Sendable {
  private let store: Store
  private let places: [ChunkPlace]
  private let selection: SeriesSelection
  private var next = 0

  init(_ store: Store, _ places: [ChunkPlace], _ selection: SeriesSelection) {
    self.store = store
    self.places = places
    self.selection = selection
  }

  /// The next series, at least one; nil at the end.
  package mutating func nextBatch() throws(StoreError) -> SeriesTable? {
    while next < places.count {
      let place = places[next]
      next += 1
      let table = try store.table(of: place.chunk) { index in
        let keys = index.keys
        return keys.indices.filter { selection.includes(keys[$0]) }
      }
      if let table { return table }
    }
    return nil
  }
}

extension ChunkIndex {
  /// The place of a series in the chunk.
  func place(of key: SeriesKey) -> Int? {
    guard let code = codes.firstIndex(of: key.codes), let area = areas.firstIndex(of: key.area) else { return nil }
    return entries.firstIndex { $0.area == area && $0.code == code }
  }
}
