import MilepostExchange
import MilepostModel

/// Which codes and periods there is data for.
struct AvailabilityQuery: Equatable {
  enum Mode: String, CaseIterable {
    /// What the query finds.
    case exact
    /// What each dimension could be changed to and still find something.
    case available
  }

  let context: DataQuery.Context?
  let artefacts: ArtefactPattern
  let keys: [KeyPattern]
  let filters: [ComponentFilter]
  let providers: Set<String>?
  let from: SDMX.Period?
  let to: SDMX.Period?
  let updatedAfter: Moment?
  let asOf: Moment?
  /// The dimensions that are asked for; nil: all.
  let components: Set<String>?
  let mode: Mode
  let references: Set<StructureReferences>

  /// `/availableconstraint/{flow}/{key}/{provider}/{component}`
  init(v1 segments: [String], _ parameters: [RequestTarget.Parameter]) throws(RequestFault) {
    guard (1...4).contains(segments.count) else {
      throw .syntax("availableconstraint/FLOW/KEY/PROVIDER/COMPONENT is expected.")
    }
    providers = segments.count > 2 ? try ProviderPattern(segments[2]).ids : nil
    let key = segments.count > 1 ? try KeyPattern(v1: segments[1]) : .all
    var asked = RequestParameters(parameters)
    context = .dataflow
    artefacts = try .flow(segments[0])
    keys = key == .all ? [] : [key]
    filters = []
    components = segments.count > 3 ? try ArtefactPattern.names(segments[3], .v1) : nil
    from = try asked.takePeriod("startPeriod")
    to = try asked.takePeriod("endPeriod")
    updatedAfter = try asked.takeMoment("updatedAfter")
    asOf = nil
    mode = try asked.take("mode", Mode.self) ?? .exact
    references = try StructureReferences.list(try asked.take("references"), .v1)
    try asked.finish()
  }

  /// `/availability/{context}/{agency}/{id}/{version}/{key}/{component}`
  init(v2 segments: [String], _ parameters: [RequestTarget.Parameter]) throws(RequestFault) {
    guard segments.count <= 6 else {
      throw .syntax("availability/CONTEXT/AGENCY/ID/VERSION/KEY/COMPONENT is expected.")
    }
    let place = try DataPlace(segments)
    var asked = RequestParameters(parameters)
    context = place.context
    artefacts = place.artefacts
    keys = place.keys
    components = segments.count > 5 ? try ArtefactPattern.names(segments[5], .v2) : nil
    filters = try asked.takeFilters()
    providers = nil
    (from, to) = (nil, nil)
    updatedAfter = try asked.takeMoment("updatedAfter")
    mode = try asked.take("mode", Mode.self) ?? .exact
    references = try StructureReferences.list(try asked.take("references"), .v2)
    asOf = try asked.takeMoment("asOf")
    try asked.finish()
  }
}
