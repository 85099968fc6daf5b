import MilepostExchange
import MilepostModel

/// Which parts of data are told, and in which arrangement.
struct DataForm: Sendable {
  let parts: SDMX.FlowParts
  let level: SDMX.ObservationLevel

  init(_ query: DataQuery, _ flow: SDMX.Flow, _ format: MessageFormat) throws(RequestFault) {
    let parts = try DataForm.parts(query)
    var level = try DataForm.level(query.dimensionAtObservation, flow)
    let isByTime = format == .genericTimeSeries21 || format == .structureSpecificTimeSeries21
    guard !isByTime || level == .time else {
      throw RequestFault(.notAcceptable, "Messages of time series have TIME_PERIOD at the observation.")
    }
    // Series without observations stand in no other form; tables have one form for all.
    if !parts.hasObservations || format.isCSV { level = .time }
    self.parts = parts
    self.level = level
  }

  static func level(_ id: String?, _ flow: SDMX.Flow) throws(RequestFault) -> SDMX.ObservationLevel {
    switch id {
    case nil, SDMX.FlowParts.time: return .time
    case DataQuery.allDimensions: return .allDimensions
    case let id?:
      guard flow.keyDimensions.contains(id) else {
        throw .syntax("There is no dimension '\(id)' in \(flow.id).")
      }
      return .dimension(id)
    }
  }

  private static func parts(_ query: DataQuery) throws(RequestFault) -> SDMX.FlowParts {
    var parts = SDMX.FlowParts.all
    switch query.measures {
    case .all: break
    case .none: parts.measures = []
    case .named(let ids):
      try check(ids, parts.measures, "measure")
      parts.measures.removeAll { !ids.contains($0) }
    }
    switch query.attributes {
    case .all: break
    case .none, .ofDataSet: (parts.seriesAttributes, parts.observationAttributes) = ([], [])
    case .ofSeries: parts.observationAttributes = []
    case .ofObservations: parts.seriesAttributes = []
    case .named(let ids):
      try check(ids, parts.seriesAttributes + parts.observationAttributes, "attribute")
      parts.seriesAttributes.removeAll { !ids.contains($0) }
      parts.observationAttributes.removeAll { !ids.contains($0) }
    }
    parts.hasObservations = !parts.measures.isEmpty || !parts.observationAttributes.isEmpty
    return parts
  }

  private static func check(_ ids: Set<String>, _ known: [String], _ kind: String) throws(RequestFault) {
    guard let wrong = ids.sorted().first(where: { !known.contains($0) }) else { return }
    throw .syntax("There is no \(kind) '\(wrong)': \(known.joined(separator: ", ")) are there.")
  }
}
