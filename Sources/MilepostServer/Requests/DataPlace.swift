import MilepostExchange
import MilepostModel

/// What stands in the path of a query of version 2 for data or availability.
struct DataPlace: Equatable {
  let context: DataQuery.Context?
  let artefacts: ArtefactPattern
  let keys: [KeyPattern]

  /// - Parameter segments: context, agency, id, version and key; what is left out is `*`.
  init(_ segments: [String]) throws(RequestFault) {
    func segment(_ place: Int) -> String { place < segments.count ? segments[place] : "*" }
    if segment(0) == "*" {
      context = nil
    } else {
      guard let context = DataQuery.Context(rawValue: segment(0)) else {
        let known = DataQuery.Context.allCases.map(\.rawValue).joined(separator: ", ")
        throw .syntax("'\(segment(0))' is no context: one of \(known) or '*' is expected.")
      }
      self.context = context
    }
    artefacts = ArtefactPattern(
      agencies: try ArtefactPattern.names(segment(1), .v2), ids: try ArtefactPattern.names(segment(2), .v2),
      versions: try ArtefactPattern.versions(segment(3), .v2))
    keys = segment(4) == "*" ? [] : try KeyPattern.list(v2: segment(4))
  }
}

/// Who provides data, as version 1 names them: `ID` or `AGENCY,ID`, several with `+`; nil: any.
struct ProviderPattern: Equatable {
  let ids: Set<String>?

  init(_ text: String) throws(RequestFault) {
    guard text != "all" else {
      ids = nil
      return
    }
    var ids: Set<String> = []
    for provider in text.split(separator: "+", omittingEmptySubsequences: false) {
      let parts = provider.split(separator: ",", omittingEmptySubsequences: false)
      guard (1...2).contains(parts.count), let id = parts.last, parts.allSatisfy({ SDMX.Reference.isAgency($0) }) else {
        throw .syntax("'\(provider)' names no provider: ID or AGENCY,ID is expected.")
      }
      ids.insert(String(id))
    }
    self.ids = ids
  }
}

extension RequestParameters {
  mutating func takePeriod(_ name: String) throws(RequestFault) -> SDMX.Period? {
    guard let text = try take(name) else { return nil }
    guard let period = SDMX.Period(text) else {
      throw .syntax("'\(text)' is no value for '\(name)': a period such as 2020, 2020-Q1 or 2020-05-17 is expected.")
    }
    return period
  }

  mutating func takeMoment(_ name: String) throws(RequestFault) -> Moment? {
    guard let text = try take(name) else { return nil }
    guard let moment = Moment(written: text) else {
      throw .syntax("'\(text)' is no value for '\(name)': a time such as 2020-05-17T10:00:00Z is expected.")
    }
    return moment
  }

  /// All `c[COMPONENT]`.
  mutating func takeFilters() throws(RequestFault) -> [ComponentFilter] {
    var filters: [ComponentFilter] = []
    for (component, text) in try takeIndexed("c") { filters.append(try ComponentFilter(component, text)) }
    return filters
  }

  /// As `finish`, where a parameter of the standard has no meaning for our data.
  mutating func finishKnowing(_ names: String...) throws(RequestFault) {
    for name in names { _ = try take(name) }
    try finish()
  }
}
