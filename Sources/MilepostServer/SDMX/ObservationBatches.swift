import MilepostExchange
import MilepostModel
import MilepostStore

/// Hands out the wanted series of a flow, some thousands of observations at a time.
struct ObservationBatches<Store: ReleaseStore>: Sendable {
  enum Source: Sendable {
    /// A set of the store, selection after selection.
    case stored(Store, SeriesSet.ID, [SeriesSelection])
    /// What became of values: those that are new or changed, or those that are gone.
    case updates(SeriesUpdates<Store>, areRemovals: Bool)
    /// Series that are held already.
    case held([[SDMX.Series]])
  }

  private let translation: SDMX.SeriesTranslation?
  private let conditions: SDMX.RowConditions
  private var source: Source
  private var current: SeriesBatches<Store>?
  /// Observations, or series without them, still to be passed over and to be told.
  private var offset = 0
  private var left: Int?
  private var next: [SDMX.Series]?

  init(_ source: Source, _ translation: SDMX.SeriesTranslation, _ conditions: SDMX.RowConditions) {
    self.source = source
    self.translation = translation
    self.conditions = conditions
  }

  init(held series: [SDMX.Series]) {
    source = .held(series.isEmpty ? [] : [series])
    translation = nil
    conditions = SDMX.RowConditions()
  }

  /// The part of them that is wanted.
  func cut(to window: AnswerWindow) -> ObservationBatches {
    var batches = self
    batches.offset = window.offset
    batches.left = window.limit
    return batches
  }

  /// How many observations, or series without them, there are; a number of at least `most` where there are more.
  func count(upTo most: Int) async throws -> Int {
    var (batches, count) = (self, 0)
    while count < most, let batch = try await batches.nextBatchInTurn() { count += batch.observationCount }
    return count
  }

  /// As `nextBatch`, after others have had their turn: who reads much must not keep all threads from those who ask little.
  mutating func nextBatchInTurn() async throws -> [SDMX.Series]? {
    await Task.yield()
    return try nextBatch()
  }

  /// Whether there is anything; what was read for it is kept.
  mutating func isEmpty() throws -> Bool {
    if next == nil { next = try read() }
    return next == nil
  }

  /// At least one series; nil at the end.
  mutating func nextBatch() throws -> [SDMX.Series]? {
    if let kept = next {
      next = nil
      return kept
    }
    return try read()
  }

  private mutating func read() throws -> [SDMX.Series]? {
    while left != 0, let batch = try readAll() {
      let cut = cut(batch)
      if !cut.isEmpty { return cut }
    }
    return nil
  }

  private mutating func readAll() throws -> [SDMX.Series]? {
    if case .held(var batches) = source {
      guard !batches.isEmpty else { return nil }
      let first = batches.removeFirst()
      source = .held(batches)
      return first
    }
    while let table = try nextTable() {
      guard let dataSet = translation?.dataSet(of: table, where: conditions) else {
        throw StoreError.damaged("the store", what: "a series has a code that the index has not")
      }
      if dataSet.seriesCount > 0 { return Array(dataSet.series) }
    }
    return nil
  }

  private mutating func nextTable() throws -> SeriesTable? {
    switch source {
    case .stored(let store, let set, var selections):
      while true {
        if let table = try current?.nextBatch() { return table }
        guard !selections.isEmpty else { return nil }
        current = try store.batches(of: set, selections.removeFirst())
        source = .stored(store, set, selections)
      }
    case .updates(var updates, let areRemovals):
      defer { source = .updates(updates, areRemovals: areRemovals) }
      while let update = try updates.next() {
        let estimates = areRemovals ? update.removed : (update.added + update.changed).sorted { $0.period < $1.period }
        guard !estimates.isEmpty else { continue }
        var table = SeriesTable()
        table.append(update.key, estimates)
        return table
      }
      return nil
    case .held: return nil
    }
  }

  private mutating func cut(_ batch: [SDMX.Series]) -> [SDMX.Series] {
    guard offset > 0 || left != nil else { return batch }
    var kept: [SDMX.Series] = []
    for series in batch {
      let count = max(1, series.rows.count)
      let passed = min(offset, count)
      offset -= passed
      let told = min(left ?? count, count - passed)
      guard told > 0 else { continue }
      left = left.map { $0 - told }
      let start = series.rows.lowerBound + passed
      kept.append(series.rows.isEmpty ? series : series.of(start..<start + told))
    }
    return kept
  }
}

extension [SDMX.Series] {
  /// Observations; a series without them counts as one.
  var observationCount: Int { reduce(0) { $0 + Swift.max(1, $1.rows.count) } }
}
