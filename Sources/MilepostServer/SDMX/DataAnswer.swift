import MilepostExchange
import MilepostModel
import MilepostStore

/// A data set of an answer.
struct PlannedSet<Store: ReleaseStore>: Sendable {
  var layout: SDMX.DataSetLayout
  var batches: ObservationBatches<Store>
}

extension SDMXAnswers {
  /// The data sets of one flow.
  private struct PlannedFlow {
    let form: DataForm
    let sets: [PlannedSet<Store>]
  }

  /// `/data/…`
  func data(_ asked: AskedRequest) async throws -> Answer {
    let query =
      asked.interface == .v1
      ? try DataQuery(v1: asked.segments, asked.parameters) : try DataQuery(v2: asked.segments, asked.parameters)
    let views = try await views(query.artefacts, query.context, asOf: query.asOf)
    let negotiated = try asked.negotiated(.data(asked.interface))
    try check(negotiated.format, query, views)
    let flows = try await fitting(views) { view in try await planned(query, view, asked.interface, negotiated.format) }
    guard let form = flows.first?.form, let catalogue = views.first?.catalogue else {
      throw RequestFault(.noResults, "There is no data for this.")
    }
    var sets = try await arranged(flows.flatMap(\.sets), query, form, negotiated.format)
    try await check(sets, query)
    for place in sets.indices.reversed() {
      if try sets[place].batches.isEmpty() { sets.remove(at: place) }
    }
    guard !sets.isEmpty else { throw RequestFault(.noResults, "There is no data for this in \(views.names).") }
    let languages = asked.languages(of: catalogue)
    let hasLanguage = negotiated.format.syntax == .json || negotiated.format.isCSV && negotiated.table.labels != .id
    let head = AnswerHead(
      asked, catalogue, contentType: negotiated.contentType, language: hasLanguage ? languages[0] : nil)
    let writer = DataWriting(negotiated, form.level, views.structures, languages, head).writer(sets.map(\.layout))
    return Answer(200, head.headers, DataWriting.body(sets, writer))
  }

  private func planned(
    _ query: DataQuery, _ view: FlowView, _ interface: InterfaceVersion, _ format: MessageFormat
  ) async throws -> PlannedFlow {
    let form = try DataForm(query, view.flow, format)
    for key in query.sort { if let component = key.component { try ObservationQuery.check(component, view.flow) } }
    let observations = try ObservationQuery(
      view.flow, view.catalogue.outline, keys: query.keys, filters: query.filters, providers: query.providers,
      from: query.from, to: query.to, interface)
    return PlannedFlow(
      form: form, sets: try await sets(query, view, observations, form, isJSON: format.syntax == .json))
  }

  /// What a format has no place for.
  private func check(_ format: MessageFormat, _ query: DataQuery, _ views: [FlowView]) throws(RequestFault) {
    guard !query.includesHistory || !format.isCSV else {
      throw RequestFault(
        .notAcceptable, "A table cannot say from when to when data held; ask for history in XML or JSON.")
    }
    guard query.updatedAfter == nil || format != .dataCSV10 else {
      throw RequestFault(
        .notAcceptable, "SDMX-CSV 1.0 cannot say what is gone; ask for version 2.0.0 of the table, for XML or JSON.")
    }
    guard views.count == 1 || format != .dataJSON10 else {
      throw RequestFault(
        .notAcceptable,
        "SDMX-JSON 1.0 tells of one dataflow, and \(views.count) are meant: \(views.names). Ask for one, or for XML.")
    }
  }

  /// Observations that would be too many are counted before they are sent.
  private func check(_ sets: [PlannedSet<Store>], _ query: DataQuery) async throws {
    guard let most = limits.observations, query.limit.map({ $0 > most }) ?? true else { return }
    var count = 0
    for set in sets { count += try await set.batches.count(upTo: most + 1 - count) }
    guard count <= most else {
      throw RequestFault(
        .tooLarge,
        "There are more than \(most) observations in this answer. Ask for fewer areas, indicators or periods, or "
          + (query.keys.isEmpty ? "with a key, or " : "")
          + "in version 2 with limit=\(most) and offset, one part after the other.")
    }
  }

  /// The data sets in the order and the arrangement that is wanted, and cut to the part of the message that is.
  private func arranged(
    _ sets: [PlannedSet<Store>], _ query: DataQuery, _ form: DataForm, _ format: MessageFormat
  ) async throws -> [PlannedSet<Store>] {
    var window = AnswerWindow(offset: query.offset, limit: query.limit)
    var turned: String?
    if case .dimension(let id) = form.level { turned = id }
    let areHeld = turned != nil || !query.sort.isEmpty
    let areSingle = turned == nil && (format.isCSV || form.level == .allDimensions)
    var arranged: [PlannedSet<Store>] = []
    for (place, set) in sets.enumerated() {
      let isLast = place == sets.count - 1
      guard areHeld else {
        arranged.append(PlannedSet(layout: set.layout, batches: set.batches.cut(to: window)))
        if !isLast, let end = window.end { window.pass(try await set.batches.count(upTo: end)) }
        continue
      }
      var held = SDMX.HeldObservations(set.layout, try await hold(set.batches))
      held.sort(by: query.sort.map { .init(component: $0.component, isDescending: $0.isDescending) })
      let count = held.count
      held.cut(offset: window.offset, limit: window.limit)
      window.pass(count)
      if areSingle {
        arranged.append(PlannedSet(layout: set.layout, batches: ObservationBatches(held: held.single)))
      } else {
        let dataSet = held.dataSet(at: turned)
        arranged.append(PlannedSet(layout: dataSet.layout, batches: ObservationBatches(held: Array(dataSet.series))))
      }
    }
    return arranged
  }

  private func hold(_ source: ObservationBatches<Store>) async throws -> [[SDMX.Series]] {
    var (source, held, count) = (source, [[SDMX.Series]](), 0)
    while let batch = try await source.nextBatchInTurn() {
      held.append(batch)
      count += batch.observationCount
      guard count <= limits.heldObservations else {
        throw RequestFault(
          .tooLarge,
          "More than \(limits.heldObservations) observations cannot be sorted or turned here. Ask for fewer, or without "
            + "'sort' and with TIME_PERIOD or AllDimensions at the observation.")
      }
    }
    return held
  }
}

/// The part of an answer that is wanted, counted in observations, or in series without them, over all its data sets.
struct AnswerWindow {
  /// Still to be passed over.
  private(set) var offset: Int
  /// Still to be told; nil: all.
  private(set) var limit: Int?

  init(offset: Int, limit: Int?) {
    self.offset = offset
    self.limit = limit
  }

  /// How far it must be counted to know what is left of it; nil: no matter.
  var end: Int? { limit.map { offset + $0 } ?? (offset > 0 ? offset : nil) }

  /// Goes behind a data set.
  mutating func pass(_ count: Int) {
    let passed = min(offset, count)
    offset -= passed
    limit = limit.map { max(0, $0 - (count - passed)) }
  }
}
