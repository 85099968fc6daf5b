import MilepostExchange
import MilepostModel
import MilepostStore

extension SDMXAnswers {
  /// One set of series that an answer has a data set of.
  private struct Part {
    let set: SeriesSet
    var action = SDMX.Action.information
    var from: CalendarDate?
    var to: CalendarDate?
    /// The set before it where changes are told; nil within: there was none.
    var changes: (from: SeriesSet?, areRemovals: Bool)?
  }

  /// The data sets of an answer, empty ones among them.
  ///
  /// - Parameter isJSON: whether the message lists the values that occur, so that they should be those.
  func sets(
    _ query: DataQuery, _ view: FlowView, _ observations: ObservationQuery, _ form: DataForm, isJSON: Bool
  ) async throws -> [PlannedSet<Store>] {
    let parts = try parts(query, view)
    let selections = observations.keys.selections(view.catalogue)
    var rows = observations.rows
    (rows.first, rows.last) = (query.first, query.last)
    var values = SDMX.FlowValues()
    for part in parts {
      for set in [part.set, part.changes?.from].compactMap({ $0 }) {
        values.formUnion(
          try await self.values(of: set, view, observations, selections, areExact: isJSON && part.changes == nil))
      }
    }
    return try parts.map { part in
      let translation = SDMX.SeriesTranslation(
        view.flow, view.catalogue.outline, values: values, parts: form.parts, action: part.action,
        validFrom: part.from.map { "\($0)T00:00:00Z" }, validTo: part.to.map { "\($0)T00:00:00Z" })
      let source: ObservationBatches<Store>.Source
      if let changes = part.changes {
        let catalogue = view.catalogue
        let flow = view.flow
        let updates = try store.updates(
          from: changes.from?.id, to: part.set.id, SeriesSelection { catalogue.has($0, in: flow) })
        source = .updates(updates, areRemovals: changes.areRemovals)
      } else {
        source = .stored(store, part.set.id, selections)
      }
      return PlannedSet(layout: translation.layout, batches: ObservationBatches(source, translation, rows))
    }
  }

  private func parts(_ query: DataQuery, _ view: FlowView) throws -> [Part] {
    if query.includesHistory {
      guard query.updatedAfter == nil else {
        throw RequestFault(.notImplemented, "includeHistory and updatedAfter cannot be asked for together here.")
      }
      let parts = try history(view)
      guard let day = query.asOf?.day else { return parts }
      return parts.filter { part in part.from.map { $0 <= day } ?? true }
    }
    guard let set = view.set else { return [] }
    guard let moment = query.updatedAfter else { return [Part(set: set)] }
    let before = try self.set(of: view.flow, publishedBy: moment)
    return [
      Part(set: set, action: .replace, changes: (before, areRemovals: false)),
      Part(set: set, action: .delete, changes: (before, areRemovals: true)),
    ]
  }

  /// What was said from day to day: by a source, and for `INDICATORS` by the editions.
  private func history(_ view: FlowView) throws -> [Part] {
    let publication = view.catalogue.publication.id
    if let origin = view.flow.origin {
      return try store.history(of: origin, in: publication).map { state, until in
        Part(set: state.series, action: .replace, from: state.received, to: until)
      }
    }
    let releases = try store.releases(of: publication)
    let ends: [CalendarDate?] = releases.dropFirst().map(\.asOf) + [nil]
    return zip(releases, ends).map { Part(set: $0.series, action: .replace, from: $0.asOf, to: $1) }
  }

  /// What occurs in a set: all of it from what is kept of the flow, or exactly what is selected from the indices of chunks.
  func values(
    of set: SeriesSet, _ view: FlowView, _ observations: ObservationQuery, _ selections: [SeriesSelection],
    areExact: Bool
  ) async throws -> SDMX.FlowValues {
    var values = SDMX.FlowValues()
    if areExact, !observations.keys.admitsAll {
      for selection in selections {
        for place in try store.chunks(of: set.id, for: selection) {
          let index = try store.index(of: place.chunk)
          let keys = zip(index.keys, index.entries).filter { $1.observations > 0 && selection.includes($0) }
          for (key, _) in keys { values.insert(key, of: view.flow) }
          if !keys.isEmpty { values.periods.formUnion(index.periods) }
        }
      }
    } else {
      values = try await shelf.summary(of: view.flow, set, in: view.catalogue).values
    }
    if areExact, let isWanted = observations.rows.period { values.periods = values.periods.filter(isWanted) }
    return values
  }
}
