import MilepostExchange
import MilepostModel
package import MilepostStore

/// How much one answer may hold.
package struct SDMXLimits: Sendable {
  /// Observations of an answer; more are refused with 413. nil: any number, since answers are sent as they are made.
  package var observations: Int?
  /// Observations that are brought into another order, or told along another dimension than time, which must be held for it.
  package var heldObservations: Int

  package init(observations: Int? = nil, heldObservations: Int = 1_000_000) {
    self.observations = observations
    self.heldObservations = heldObservations
  }
}

/// Answers below `/sdmx/v1` (SDMX REST 1.5) and `/sdmx/v2` (SDMX REST 2.x), from the publications of a store.
package struct SDMXAnswers<Store: ReleaseStore>: Sendable {
  let store: Store
  let limits: SDMXLimits
  let shelf: CatalogueShelf<Store>

  private let report: @Sendable (String) -> Void

  /// - Parameter report: takes what went wrong with the store, for those who look after it.
  package init(
    _ store: Store, limits: SDMXLimits = SDMXLimits(), report: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.store = store
    self.report = report
    self.limits = limits
    shelf = CatalogueShelf(store)
  }

  /// Makes ready what the first who asks would wait for: the structures, and what each flow holds.
  package func prepare() async {
    do {
      guard let catalogue = try await published() else { return }
      for flow in catalogue.flows {
        guard let set = catalogue.set(of: flow) else { continue }
        _ = try await shelf.summary(of: flow, set, in: catalogue)
      }
    } catch {
      report("\(error)")
    }
  }

  /// Never fails: what goes wrong becomes an answer.
  package func answer(to request: Request) async -> Answer {
    do {
      let asked = try AskedRequest(request)
      return try await answer(asked)
    } catch let fault as RequestFault {
      return FaultAnswer.answer(fault, to: request)
    } catch {
      // Where the store lies and what ails it is for the administrator.
      report("\(error)")
      return FaultAnswer.answer(RequestFault(.internalError, "The store could not be read."), to: request)
    }
  }

  private func answer(_ asked: AskedRequest) async throws -> Answer {
    switch (asked.interface, asked.resource) {
    case (_, "data"): return try await data(asked)
    case (.v1, "availableconstraint"), (.v2, "availability"): return try await availability(asked)
    case (_, "schema"): return try await schema(asked)
    case (_, "metadata"), (_, "registration"):
      throw RequestFault(.notImplemented, "There is no '\(asked.resource)' here: data and structures are served.")
    case (.v2, "structure"): return try await structure(asked, asked.segments)
    case (.v1, _): return try await structure(asked, [asked.resource] + asked.segments)
    case (.v2, _):
      throw RequestFault(
        .unknownResource,
        "There is no resource '\(asked.resource)': data, availability, structure and schema are served.")
    }
  }
}

/// A request with what is the same for all resources taken out.
struct AskedRequest {
  let interface: InterfaceVersion
  /// The first name below the interface.
  let resource: String
  /// Behind it.
  let segments: [String]
  /// Without those that choose the form of the answer.
  let parameters: [RequestTarget.Parameter]
  private let headers: [String: String]
  private let format: String?
  private let formatVersion: String?
  private let language: String?

  init(_ request: Request) throws(RequestFault) {
    let target = try RequestTarget(request.target)
    guard let interface = InterfaceVersion(target.segments) else {
      throw RequestFault(.unknownResource, "There is nothing here: /sdmx/v1 and /sdmx/v2 are served.")
    }
    guard target.segments.count > 2 else {
      throw RequestFault(
        .unknownResource,
        interface == .v1
          ? "Ask for dataflow/all, data/FLOW or another resource of SDMX REST 1.5."
          : "Ask for structure/dataflow, data/dataflow/AGENCY/FLOW or another resource of SDMX REST 2.x.")
    }
    self.interface = interface
    resource = target.segments[2]
    segments = Array(target.segments.dropFirst(3))
    headers = request.headers
    var asked = RequestParameters(target.parameters)
    format = try asked.take("format")
    formatVersion = try asked.take("formatVersion")
    language = try asked.take("lang")
    _ = try asked.take("compression")
    parameters = asked.rest
  }

  /// The format of the answer: that of the query, else of the header.
  func negotiated(_ offer: Offer) throws(RequestFault) -> Negotiated {
    try offer.negotiated(accept: headers["accept"], format: format, version: formatVersion)
  }

  /// Languages in the order in which names are wanted.
  func languages(of catalogue: Catalogue) -> [LanguageTag] {
    let all = catalogue.outline.languages
    let best = LanguageChoice.best(language ?? headers["accept-language"], of: all)
    return [best] + all.filter { $0 != best }
  }

  /// What is asked for, however it is written.
  var canonicalText: String {
    let asked = parameters.map { "\($0.name)=\($0.value)" }.sorted()
    return ([resource] + segments).joined(separator: "/") + "?" + asked.joined(separator: "&")
  }
}

extension InterfaceVersion {
  /// - Parameter segments: those of the whole path.
  init?(_ segments: [String]) {
    guard segments.count > 1, segments[0] == "sdmx" else { return nil }
    switch segments[1] {
    case "v1": self = .v1
    case "v2": self = .v2
    default: return nil
    }
  }
}
