import MilepostExchange
import MilepostModel
import MilepostStore

/// A flow with the series it has at the time that is asked about.
struct FlowView: Sendable {
  let catalogue: Catalogue
  let flow: SDMX.Flow
  /// nil: there was nothing by then.
  let set: SeriesSet?
}

extension SDMXAnswers {
  /// The newest publication with its latest release; nil: nothing has been published yet.
  func published() async throws(StoreError) -> Catalogue? {
    guard let publication = try store.publication(asOf: nil), let release = try store.releases(of: publication.id).last
    else { return nil }
    return try await shelf.catalogue(publication, release)
  }

  func newest() async throws -> Catalogue {
    guard let catalogue = try await published() else {
      throw RequestFault(.unavailable, "Nothing has been published yet.")
    }
    return catalogue
  }

  /// The newest publication, with the structures as they were on a day.
  func catalogue(asOf moment: Moment?) async throws -> Catalogue {
    let newest = try await newest()
    guard let moment else { return newest }
    guard let release = try store.release(asOf: moment.day) else {
      throw RequestFault(.unknownResource, "There was no release by \(moment.day).")
    }
    return try await shelf.catalogue(newest.publication, release)
  }

  /// The flows that a pattern means, directly or by their data structure or provision agreement.
  func flows(
    _ artefacts: ArtefactPattern, _ context: DataQuery.Context?, _ catalogue: Catalogue
  ) throws(RequestFault) -> [SDMX.Flow] {
    let structures = catalogue.structures
    var found: [SDMX.Flow] = []
    if context == nil || context == .dataflow {
      let chosen = Set(artefacts.chosen(of: catalogue.flows.map(\.reference)))
      found = catalogue.flows.filter { chosen.contains($0.reference) }
    }
    if context == .dataStructure || context == nil && found.isEmpty {
      let chosen = Set(artefacts.chosen(of: structures.dataStructures.map(\.reference)))
      found = catalogue.flows.filter { $0.dataflow.structure.map(chosen.contains) ?? false }
    }
    if context == .provisionAgreement || context == nil && found.isEmpty {
      let chosen = Set(artefacts.chosen(of: structures.provisionAgreements.map(\.reference)))
      let agreed = structures.provisionAgreements.filter { chosen.contains($0.reference) }.map(\.dataflow)
      found = catalogue.flows.filter { agreed.contains($0.reference) }
    }
    guard !found.isEmpty else {
      throw RequestFault(
        .unknownResource,
        "There is no such \(context?.rawValue ?? "artefact") here; the list of dataflows says what there is.")
    }
    return found
  }

  /// The flows that are meant, with their series at a moment.
  ///
  /// Of a dataflow that is what its source had said by that day, of `INDICATORS` the newest release until then.
  func views(
    _ artefacts: ArtefactPattern, _ context: DataQuery.Context?, asOf moment: Moment?
  ) async throws -> [FlowView] {
    let catalogue = try await newest()
    var views: [FlowView] = []
    for flow in try flows(artefacts, context, catalogue) {
      views.append(try await view(flow, catalogue, asOf: moment))
    }
    return views
  }

  private func view(_ flow: SDMX.Flow, _ catalogue: Catalogue, asOf moment: Moment?) async throws -> FlowView {
    guard let moment else { return FlowView(catalogue: catalogue, flow: flow, set: catalogue.set(of: flow)) }
    if let origin = flow.origin {
      let state = try store.state(of: origin, asOf: moment.day, in: catalogue.publication.id)
      return FlowView(catalogue: catalogue, flow: flow, set: state?.series)
    }
    guard let release = try store.release(asOf: moment.day) else {
      return FlowView(catalogue: catalogue, flow: flow, set: nil)
    }
    let then = try await shelf.catalogue(catalogue.publication, release)
    return FlowView(catalogue: then, flow: then.flow(flow.reference) ?? flow, set: release.series)
  }

  /// What a flow's series were when somebody last asked; nil: there were none.
  func set(of flow: SDMX.Flow, publishedBy moment: Moment) throws -> SeriesSet? {
    guard let earlier = try store.publication(asOf: moment) else { return nil }
    return try store.set(of: flow.origin.map { .dataflow($0) } ?? .latestRelease, in: earlier.id)
  }

  /// What `answer` makes of each flow to which the question fits.
  ///
  /// - Throws: of one flow, or when none fits, the fault of a question that does not fit.
  func fitting<Value>(
    _ views: [FlowView], _ answer: (FlowView) async throws -> Value
  ) async throws -> [Value] {
    var values: [Value] = []
    var misfit: RequestFault?
    for view in views {
      do {
        values.append(try await answer(view))
      } catch let fault as RequestFault where fault.kind == .syntax {
        misfit = misfit ?? fault
      }
    }
    if values.isEmpty, let misfit { throw misfit }
    return values
  }
}

extension [FlowView] {
  /// The flows for people.
  var names: String {
    let first = prefix(5).map(\.flow.id).joined(separator: ", ")
    return count > 5 ? "\(first) and \(count - 5) more" : first
  }

  /// The data structures of the flows, with what is in them.
  var structures: [SDMX.Reference: SDMX.ResolvedStructure] {
    var structures: [SDMX.Reference: SDMX.ResolvedStructure] = [:]
    for view in self { structures[view.flow.reference] = view.catalogue.structures.resolve(view.flow.reference) }
    return structures
  }
}
