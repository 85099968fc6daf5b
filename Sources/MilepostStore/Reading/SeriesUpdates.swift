package import MilepostModel

/// What became of a series between two sets.
///
/// A value has changed when its figure or reason, its status or its coverage has: that the same was said again in a
/// later vintage is no change.
package struct SeriesUpdate: Hashable, Sendable {
  package let key: SeriesKey
  /// Not there before, sorted by period.
  package let added: [Estimate]
  /// As they are now.
  package let changed: [Estimate]
  /// As they were.
  package let removed: [Estimate]

  package init(key: SeriesKey, added: [Estimate], changed: [Estimate], removed: [Estimate]) {
    self.key = key
    self.added = added
    self.changed = changed
    self.removed = removed
  }

  /// - Returns: nil when nothing has changed.
  init?(_ key: SeriesKey, from old: some Sequence<Estimate>, to new: some Sequence<Estimate>) {
    var before: [TimePeriod: Estimate] = [:]
    for estimate in old { before[estimate.period] = estimate }
    var added: [Estimate] = []
    var changed: [Estimate] = []
    for estimate in new {
      guard let earlier = before.removeValue(forKey: estimate.period) else {
        added.append(estimate)
        continue
      }
      if !estimate.says(earlier) { changed.append(estimate) }
    }
    let removed = before.values.sorted { $0.period < $1.period }
    if added.isEmpty, changed.isEmpty, removed.isEmpty { return nil }
    self.init(key: key, added: added, changed: changed, removed: removed)
  }
}

extension Estimate {
  fileprivate func says(_ other: Estimate) -> Bool {
    value == other.value && status == other.status && coverage == other.coverage
  }
}

extension ReleaseStore {
  /// What changed from one set to another, series by series in the order of their keys.
  ///
  /// Chunks that both have are not read, so that little is read where little has changed.
  ///
  /// - Parameter old: nil: there was nothing before.
  package func updates(
    from old: SeriesSet.ID?, to new: SeriesSet.ID, _ selection: SeriesSelection = .all
  ) throws(StoreError) -> SeriesUpdates<Self> {
    let olds = try old.map { (set) throws(StoreError) in try chunks(of: set, for: selection) } ?? []
    let news = try chunks(of: new, for: selection)
    // A chunk that was passed over on one side only has nothing of the selection.
    let (before, now) = (Set(olds.map(\.chunk)), Set(news.map(\.chunk)))
    return SeriesUpdates(
      before: SeriesBatches(self, olds.filter { !now.contains($0.chunk) }, selection),
      now: SeriesBatches(self, news.filter { !before.contains($0.chunk) }, selection))
  }
}

/// Hands out changes one series at a time.
package struct SeriesUpdates<Store: ReleaseStore>: Sendable {
  private var before: SeriesReader<Store>
  private var now: SeriesReader<Store>

  init(before: SeriesBatches<Store>, now: SeriesBatches<Store>) {
    self.before = SeriesReader(before)
    self.now = SeriesReader(now)
  }

  /// The next series in which something changed; nil at the end.
  package mutating func next() throws(StoreError) -> SeriesUpdate? {
    while true {
      switch (try before.peek(), try now.peek()) {
      case (nil, nil): return nil
      case (let old?, nil):
        before.skip()
        if let update = SeriesUpdate(old.key, from: old.estimates, to: []) { return update }
      case (nil, let new?):
        now.skip()
        if let update = SeriesUpdate(new.key, from: [], to: new.estimates) { return update }
      case (let old?, let new?):
        if let update = update(old, new) { return update }
      }
    }
  }

  private mutating func update(
    _ old: SeriesReader<Store>.Series, _ new: SeriesReader<Store>.Series
  ) -> SeriesUpdate? {
    if old.key < new.key {
      before.skip()
      return SeriesUpdate(old.key, from: old.estimates, to: [])
    }
    now.skip()
    guard old.key == new.key else { return SeriesUpdate(new.key, from: [], to: new.estimates) }
    before.skip()
    return SeriesUpdate(new.key, from: old.estimates, to: new.estimates)
  }
}

/// Goes through the series of batches one by one.
private struct SeriesReader<Store: ReleaseStore>: Sendable {
  struct Series {
    let key: SeriesKey
    let estimates: EstimateSlice
  }

  private var batches: SeriesBatches<Store>
  private var table = SeriesTable()
  private var place = 0

  init(_ batches: SeriesBatches<Store>) { self.batches = batches }

  mutating func peek() throws(StoreError) -> Series? {
    while place == table.seriesCount {
      guard let next = try batches.nextBatch() else { return nil }
      table = next
      place = 0
    }
    return Series(key: table.keys[place], estimates: table.estimates(at: place))
  }

  mutating func skip() { place += 1 }
}
