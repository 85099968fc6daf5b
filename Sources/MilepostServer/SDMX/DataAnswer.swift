import MilepostExchange
import MilepostModel
import MilepostStore

/// A data set of an answer.
struct PlannedSet<Store: ReleaseStore>: Sendable {
  var layout: SDMX.DataSetLayout
  var batches: ObservationBatches<Store>
}

extension SDMXAnswers {
  /// `/data/…`
  func data(_ asked: AskedRequest) async throws -> Answer {
    let query =
      asked.interface == .v1
      ? try DataQuery(v1: asked.segments, asked.parameters) : try DataQuery(v2: asked.segments, asked.parameters)
    let view = try await view(query.artefacts, query.context, asOf: query.asOf)
    let negotiated = try asked.negotiated(.data(asked.interface))
    let form = try DataForm(query, view.flow, negotiated.format)
    for key in query.sort { if let component = key.component { try ObservationQuery.check(component, view.flow) } }
    guard !query.includesHistory || !negotiated.format.isCSV else {
      throw RequestFault(
        .notAcceptable, "A table cannot say from when to when data held; ask for history in XML or JSON.")
    }
    let observations = try ObservationQuery(
      view.flow, view.catalogue.outline, keys: query.keys, filters: query.filters, providers: query.providers,
      from: query.from, to: query.to, asked.interface)
    var sets = try await sets(query, view, observations, form, isJSON: negotiated.format.syntax == .json)
    try check(sets, query)
    sets = try arranged(sets, query, form, negotiated.format)
    for place in sets.indices.reversed() {
      if try sets[place].batches.isEmpty() { sets.remove(at: place) }
    }
    guard !sets.isEmpty else { throw RequestFault(.noResults, "There is no data for this in \(view.flow.id).") }
    let languages = asked.languages(of: view.catalogue)
    let hasLanguage = negotiated.format.syntax == .json || negotiated.format.isCSV && negotiated.table.labels != .id
    let head = AnswerHead(
      asked, view.catalogue, contentType: negotiated.contentType, language: hasLanguage ? languages[0] : nil)
    let writer = DataWriting(negotiated, form, view, languages, head).writer(sets.map(\.layout))
    return Answer(200, head.headers, DataWriting.body(sets, writer))
  }

  /// Observations that would be too many are counted before they are sent.
  private func check(_ sets: [PlannedSet<Store>], _ query: DataQuery) throws {
    guard let most = limits.observations, query.limit.map({ $0 > most }) ?? true else { return }
    var count = 0
    for set in sets {
      var batches = set.batches.cut(offset: query.offset, limit: query.limit)
      while let batch = try batches.nextBatch() {
        count += batch.reduce(0) { $0 + $1.rows.count }
        guard count <= most else {
          throw RequestFault(
            .tooLarge,
            "There are more than \(most) observations in this answer. Ask for fewer areas, indicators or periods, or "
              + (query.keys.isEmpty ? "with a key, or " : "")
              + "in version 2 with limit=\(most) and offset, one part after the other.")
        }
      }
    }
  }

  /// The data sets in the order and the arrangement that is wanted, and cut to the part that is.
  private func arranged(
    _ sets: [PlannedSet<Store>], _ query: DataQuery, _ form: DataForm, _ format: MessageFormat
  ) throws -> [PlannedSet<Store>] {
    var turned: String?
    if case .dimension(let id) = form.level { turned = id }
    guard turned != nil || !query.sort.isEmpty else {
      return sets.map {
        PlannedSet(layout: $0.layout, batches: $0.batches.cut(offset: query.offset, limit: query.limit))
      }
    }
    let areSingle = turned == nil && (format.isCSV || form.level == .allDimensions)
    return try sets.map { set in
      var held = SDMX.HeldObservations(set.layout, try hold(set.batches))
      held.sort(by: query.sort.map { .init(component: $0.component, isDescending: $0.isDescending) })
      held.cut(offset: query.offset, limit: query.limit)
      guard !areSingle else { return PlannedSet(layout: set.layout, batches: ObservationBatches(held: [held.single])) }
      let dataSet = held.dataSet(at: turned)
      return PlannedSet(layout: dataSet.layout, batches: ObservationBatches(held: [Array(dataSet.series)]))
    }
  }

  private func hold(_ source: ObservationBatches<Store>) throws -> [[SDMX.Series]] {
    var (source, held, count) = (source, [[SDMX.Series]](), 0)
    while let batch = try source.nextBatch() {
      held.append(batch)
      count += batch.reduce(0) { $0 + max(1, $1.rows.count) }
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
