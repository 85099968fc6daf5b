import MilepostExchange
import MilepostModel
import MilepostStore

/// Catalogues and summaries that were made once, for the next who asks.
///
/// An actor, so that two requests which come at once do not make the same twice: the second waits for the first. What is
/// kept never changes, because publications, releases and sets of series do not; only the newest are kept. Their hashes
/// tell them apart and not their numbers alone, which come again when a backup is restored.
actor CatalogueShelf<Store: ReleaseStore> {
  private struct Place: Hashable {
    let publication: PublicationRecord
    let release: ReleaseRecord
  }

  private struct FlowPlace: Hashable {
    let release: ReleaseRecord
    let flow: SDMX.Reference
    let set: SeriesSet
  }

  private let store: Store
  private var catalogues = Recent<Place, Catalogue>(most: 8)
  private var summaries = Recent<FlowPlace, FlowSummary>(most: 1024)

  init(_ store: Store) { self.store = store }

  func catalogue(_ publication: PublicationRecord, _ release: ReleaseRecord) throws(StoreError) -> Catalogue {
    let place = Place(publication: publication, release: release)
    if let known = catalogues[place] { return known }
    let made = try Catalogue(store, publication, release)
    catalogues[place] = made
    return made
  }

  func summary(of flow: SDMX.Flow, _ set: SeriesSet, in catalogue: Catalogue) throws(StoreError) -> FlowSummary {
    let place = FlowPlace(release: catalogue.release, flow: flow.reference, set: set)
    if let known = summaries[place] { return known }
    let made = try FlowSummary(store, flow, set, catalogue)
    summaries[place] = made
    return made
  }
}

/// Values by key, of which the longest kept gives way.
private struct Recent<Key: Hashable, Value> {
  private let most: Int
  private var values: [Key: Value] = [:]
  private var order: [Key] = []

  init(most: Int) { self.most = most }

  subscript(key: Key) -> Value? {
    get { values[key] }
    set {
      guard let newValue else { return }
      if values.updateValue(newValue, forKey: key) == nil { order.append(key) }
      if order.count > most { values[order.removeFirst()] = nil }
    }
  }
}

extension FlowSummary {
  /// Codes come from the store's prebuilt index where all of the set is of the flow; periods and counts from the indices of
  /// chunks, since a series may have values of several frequencies.
  init<Store: ReleaseStore>(
    _ store: Store, _ flow: SDMX.Flow, _ set: SeriesSet, _ catalogue: Catalogue
  ) throws(StoreError) {
    let codes = try store.availability(of: set.id).filter { $0.observations > 0 }
    let isWhole = codes.allSatisfy { code in
      switch code.dimension {
      case "INDICATOR": catalogue.hasIndicator(Indicator.ID(code.code))
      case "REF_AREA": true
      default: flow.dimensions.contains(code.dimension)
      }
    }
    if isWhole { add(codes, of: flow) }
    for place in try store.chunks(of: set.id, indicator: nil) {
      let index = try store.index(of: place.chunk)
      guard catalogue.hasIndicator(index.indicator) else { continue }
      if isWhole {
        series += index.entries.count { $0.observations > 0 }
        observations += index.observations
        values.periods.formUnion(index.periods)
      } else {
        add(index, of: flow, catalogue)
      }
      if Set(index.periods.map(\.sdmxFrequency)).count > 1 {
        let table = try store.table(of: place.chunk) { index in
          index.keys.indices.filter { catalogue.has(index.key(at: $0), in: flow) }
        }
        if let table { series += FlowSummary.furtherSeries(table) }
      }
    }
  }

  private mutating func add(_ codes: [CodeAvailability], of flow: SDMX.Flow) {
    for dimension in flow.dimensions {
      let used = codes.filter { $0.dimension == dimension }.map(\.code)
      values.codes[dimension] = used.isEmpty ? [SeriesKey.total] : Set(used)
    }
    for code in codes where code.dimension == "INDICATOR" { values.indicators.insert(Indicator.ID(code.code)) }
    for code in codes where code.dimension == "REF_AREA" { values.areas.insert(Area.ID(code.code)) }
  }

  private mutating func add(_ index: ChunkIndex, of flow: SDMX.Flow, _ catalogue: Catalogue) {
    for (key, entry) in zip(index.keys, index.entries) where entry.observations > 0 && catalogue.has(key, in: flow) {
      values.insert(key, of: flow)
      series += 1
      observations += entry.observations
      values.periods.formUnion(index.periods)
    }
  }

  /// How many series more there are when each frequency counts.
  private static func furtherSeries(_ table: SeriesTable) -> Int {
    table.keys.indices.reduce(0) { further, place in
      further + max(1, Set(table.estimates(at: place).map(\.period.sdmxFrequency)).count) - 1
    }
  }
}
