package import MilepostModel

/// Series that are published again and again under one name.
package enum PublishedSeries: Hashable, Sendable {
  /// Stored and computed series of the latest release.
  case latestRelease
  /// Those of an edition.
  case edition(Edition.ID)
  /// What a dataflow says now.
  case dataflow(Dataflow.ID)
}

extension ReleaseStore {
  /// The set behind a name in a publication; nil when the publication has no such thing.
  package func set(
    of series: PublishedSeries, in publication: PublicationRecord.ID
  ) throws(StoreError) -> SeriesSet? {
    switch series {
    case .latestRelease: try releases(of: publication).last?.series
    case .edition(let id): try releases(of: publication).last { $0.edition == id }?.series
    case .dataflow(let id): try states(of: publication).last { $0.dataflow == id }?.series
    }
  }

  /// What a dataflow said as of a day; nil when it had said nothing by then.
  package func state(
    of dataflow: Dataflow.ID, asOf day: CalendarDate, in publication: PublicationRecord.ID
  ) throws(StoreError) -> StateRecord? {
    try states(of: publication).last { $0.dataflow == dataflow && $0.received <= day }
  }

  /// All that a dataflow ever said, oldest first, each with the first day on which it no longer holds; nil: it still does.
  package func history(
    of dataflow: Dataflow.ID, in publication: PublicationRecord.ID
  ) throws(StoreError) -> [(state: StateRecord, until: CalendarDate?)] {
    let states = try states(of: publication).filter { $0.dataflow == dataflow }
    let ends: [CalendarDate?] = states.dropFirst().map { $0.received } + [nil]
    return zip(states, ends).map { (state: $0, until: $1) }
  }

  /// What was published since a moment: values that are new, that changed and that are gone.
  ///
  /// - Returns: nil when the newest publication has no such series.
  package func updates(
    of series: PublishedSeries, after moment: Moment, _ selection: SeriesSelection = .all
  ) throws(StoreError) -> SeriesUpdates<Self>? {
    guard let newest = try publication(asOf: nil), let now = try set(of: series, in: newest.id) else { return nil }
    let earlier = try publication(asOf: moment)
    let before = try earlier.flatMap { (earlier) throws(StoreError) in try set(of: series, in: earlier.id) }
    return try updates(from: before?.id, to: now.id, selection)
  }
}
