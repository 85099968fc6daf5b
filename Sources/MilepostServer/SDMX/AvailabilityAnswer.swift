import MilepostExchange
import MilepostModel
import MilepostStore

extension SDMXAnswers {
  /// `/availableconstraint/…` in version 1, `/availability/…` in version 2.
  func availability(_ asked: AskedRequest) async throws -> Answer {
    let query =
      asked.interface == .v1
      ? try AvailabilityQuery(v1: asked.segments, asked.parameters)
      : try AvailabilityQuery(v2: asked.segments, asked.parameters)
    let negotiated = try asked.negotiated(.structure(asked.interface))
    let views = try await views(query.artefacts, query.context, asOf: query.asOf)
    let time = FlowView.TimeForm(negotiated.format)
    let stated = try await fitting(views) { view in
      FoundOfFlow(view: view, found: try await found(query, view, asked.interface, time))
    }.filter { $0.hasSomething(query.mode) }
    guard let catalogue = stated.first?.view.catalogue else {
      throw RequestFault(.noResults, "There is no data for this in \(views.names).")
    }
    var codes: [SDMX.Reference: Set<String>] = [:]
    for flow in stated { codes.merge(flow.view.codes(flow.found)) { $0.union($1) } }
    var structures = catalogue.referenced(
      by: stated.map(\.view.flow), query.references, leftOut: query.references.leftOut(of: negotiated.format)
    ).cut(to: codes)
    structures.constraints = stated.map { $0.view.constraint($0.found, query.components, time) }
    return structureAnswer(structures, asked, catalogue, negotiated)
  }

  private func found(
    _ query: AvailabilityQuery, _ view: FlowView, _ interface: InterfaceVersion, _ time: FlowView.TimeForm
  ) async throws -> FoundCodes {
    let dimensions = view.flow.keyDimensions + [SDMX.FlowParts.time]
    if let wrong = query.components?.sorted().first(where: { !dimensions.contains($0) }) {
      throw RequestFault.syntax("There is no dimension '\(wrong)': \(dimensions.joined(separator: ", ")) are there.")
    }
    let observations = try ObservationQuery(
      view.flow, view.catalogue.outline, keys: query.keys, filters: query.filters, providers: query.providers,
      from: query.from, to: query.to, interface)
    let exact = try await found(observations, view, query.updatedAfter, time)
    return query.mode == .exact ? exact : try await open(exact, observations, view, query.updatedAfter, time)
  }

  /// For each dimension what else could be asked of it.
  private func open(
    _ exact: FoundCodes, _ observations: ObservationQuery, _ view: FlowView, _ moment: Moment?,
    _ time: FlowView.TimeForm
  ) async throws -> FoundCodes {
    var open = exact
    for place in view.flow.keyDimensions.indices where observations.keys.restricts(place) {
      open = open.with(place, of: try await found(observations.without(place), view, moment, time))
    }
    if observations.rows.period != nil {
      open = open.withPeriods(of: try await found(observations.withoutTime, view, moment, time))
    }
    return open
  }

  /// Counts without reading a value where nothing is asked of values, and of periods no more than the first and last.
  private func found(
    _ observations: ObservationQuery, _ view: FlowView, _ moment: Moment?, _ time: FlowView.TimeForm
  ) async throws -> FoundCodes {
    let flow = view.flow
    guard let set = view.set else { return FoundCodes(flow.keyDimensions.count) }
    let summary = try await shelf.summary(of: flow, set, in: view.catalogue)
    if moment == nil, observations.admitsAll { return FoundCodes(summary, flow) }
    var values = summary.values
    let before = try moment.flatMap { try self.set(of: flow, publishedBy: $0) }
    if let before {
      values.formUnion(try await shelf.summary(of: flow, before, in: view.catalogue).values)
    }
    let translation = SDMX.SeriesTranslation(flow, view.catalogue.outline, values: values)
    let periods = Dictionary(values.periods.map { ($0.sdmxText, $0) }) { first, _ in first }
    var found = FoundCodes(flow.keyDimensions.count)
    if moment != nil {
      let catalogue = view.catalogue
      let updates = try store.updates(from: before?.id, to: set.id, SeriesSelection { catalogue.has($0, in: flow) })
      var batches = ObservationBatches<Store>(
        .updates(updates, areRemovals: false), translation, observations.rows)
      while let batch = try await batches.nextBatchInTurn() { found.add(batch, translation.layout, periods) }
      return found
    }
    for selection in observations.keys.selections(view.catalogue) {
      for place in try store.chunks(of: set.id, for: selection) {
        await Task.yield()
        try add(place, to: &found, observations, selection, translation, periods, time)
      }
    }
    return found
  }

  private func add(
    _ place: ChunkPlace, to found: inout FoundCodes, _ observations: ObservationQuery, _ selection: SeriesSelection,
    _ translation: SDMX.SeriesTranslation, _ periods: [String: TimePeriod], _ time: FlowView.TimeForm
  ) throws {
    let index = try store.index(of: place.chunk)
    let frequencies = Set(index.periods.map(\.sdmxFrequency))
    if time == .range, observations.isOfSeries, frequencies.count == 1, let frequency = frequencies.first {
      found.add(index, frequency, translation.flow) { key, codes in
        selection.includes(key) && (observations.rows.key?(codes) ?? true)
      }
      return
    }
    let table = try store.table(of: place.chunk) { index in
      index.keys.indices.filter { selection.includes(index.key(at: $0)) }
    }
    guard let table else { return }
    guard let dataSet = translation.dataSet(of: table, where: observations.rows) else {
      throw StoreError.damaged("the store", what: "a chunk is not what its index says")
    }
    found.add(Array(dataSet.series), translation.layout, periods)
  }
}

/// What was found of one flow.
private struct FoundOfFlow {
  let view: FlowView
  let found: FoundCodes

  func hasSomething(_ mode: AvailabilityQuery.Mode) -> Bool {
    !found.isEmpty || mode == .available && found.codes.contains { !$0.isEmpty }
  }
}

extension FlowView {
  /// The codes that were found, by the lists that they are of.
  fileprivate func codes(_ found: FoundCodes) -> [SDMX.Reference: Set<String>] {
    var codes: [SDMX.Reference: Set<String>] = [:]
    guard let structure = catalogue.structures.resolve(flow.reference)?.structure else { return codes }
    for (place, dimension) in structure.dimensions.enumerated() {
      guard case .enumeration(let list) = dimension.representation else { continue }
      codes[list, default: []].formUnion(found.codes[place])
    }
    return codes
  }

  /// How a constraint tells its periods.
  enum TimeForm {
    /// The first and the last.
    case range
    /// Each of them.
    case values

    /// The Python client sdmx1 reads no ranges in SDMX-ML 3.0.
    init(_ format: MessageFormat) { self = format == .structureXML30 ? .values : .range }
  }

  /// - Parameter components: the dimensions that were asked for; nil: all.
  func constraint(_ found: FoundCodes, _ components: Set<String>?, _ time: TimeForm) -> SDMX.Constraint {
    var selections = flow.keyDimensions.enumerated().compactMap { place, id in
      found.codes[place].isEmpty ? nil : SDMX.Selection(id, .codes(found.codes[place].sorted()))
    }
    if let first = found.first, let last = found.last {
      let range = SDMX.TimeRange(start: .init(first.sdmxStart), end: .init(last.sdmxEnd))
      let periods = found.periods.sorted().map(\.sdmxText)
      selections.append(SDMX.Selection(SDMX.FlowParts.time, time == .range ? .time(range) : .codes(periods)))
    }
    if let components { selections.removeAll { !components.contains($0.component) } }
    let name = flow.dataflow.maintenance.naming.name
    return SDMX.Constraint(
      SDMX.Maintenance(SDMX.Naming("AVAILABILITY_" + flow.id, name: name), agency: catalogue.outline.agency),
      role: .actual, attachment: [flow.reference], regions: [SDMX.CubeRegion(selections: selections)],
      seriesCount: found.series, observationCount: found.observations)
  }
}
