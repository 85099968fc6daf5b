import MilepostExchange
import MilepostModel

/// What somebody asks of the data, in either version of the interface.
struct DataQuery: Equatable {
  /// What the artefact of a query is.
  enum Context: String, Hashable, CaseIterable {
    case dataStructure = "datastructure"
    case dataflow
    case provisionAgreement = "provisionagreement"
  }

  /// Which attributes an answer has.
  enum Attributes: Equatable {
    /// Those of the structure.
    case all
    case none
    /// Those of series and groups, without those of observations.
    case ofSeries
    /// Those of observations.
    case ofObservations
    /// Those of the data set.
    case ofDataSet
    case named(Set<String>)
  }

  enum Measures: Equatable {
    case all
    case none
    case named(Set<String>)
  }

  struct SortKey: Equatable {
    /// nil: by the key of the series.
    let component: String?
    let isDescending: Bool
  }

  /// nil: any.
  let context: Context?
  let artefacts: ArtefactPattern
  /// One of which must match; none: any key.
  let keys: [KeyPattern]
  /// All of which must hold.
  let filters: [ComponentFilter]
  /// Whose data is wanted; nil: anybody's.
  let providers: Set<String>?
  /// Observations lie in it with all their days; nil at an end without limit.
  let from: SDMX.Period?
  let to: SDMX.Period?
  let updatedAfter: Moment?
  let asOf: Moment?
  /// Of each series, after all other filters.
  let first: Int?
  let last: Int?
  /// The dimension that stands at observations; nil: time where there is one.
  let dimensionAtObservation: String?
  let attributes: Attributes
  let measures: Measures
  let includesHistory: Bool
  /// Of observations, or of series where no measure is asked for.
  let offset: Int
  let limit: Int?
  let sort: [SortKey]

  /// The id that asks for data without series.
  static let allDimensions = "AllDimensions"
}

extension DataQuery {
  /// `/data/{flow}/{key}/{provider}` below the interface.
  ///
  /// - Parameter segments: behind `data`.
  init(v1 segments: [String], _ parameters: [RequestTarget.Parameter]) throws(RequestFault) {
    guard (1...3).contains(segments.count) else { throw .syntax("data/FLOW/KEY/PROVIDER is expected.") }
    let providers = segments.count == 3 ? try ProviderPattern(segments[2]).ids : nil
    let key = segments.count > 1 ? try KeyPattern(v1: segments[1]) : .all
    var asked = RequestParameters(parameters)
    let (from, to) = (try asked.takePeriod("startPeriod"), try asked.takePeriod("endPeriod"))
    let detail = try asked.take("detail", Detail.self) ?? .full
    self.init(
      context: .dataflow, artefacts: try .flow(segments[0]), keys: key == .all ? [] : [key], filters: [],
      providers: providers, from: from, to: to, updatedAfter: try asked.takeMoment("updatedAfter"), asOf: nil,
      first: try asked.takeCount("firstNObservations"), last: try asked.takeCount("lastNObservations"),
      dimensionAtObservation: try asked.take("dimensionAtObservation"), attributes: detail.attributes,
      measures: detail.measures, includesHistory: try asked.takeFlag("includeHistory"), offset: 0, limit: nil, sort: [])
    try asked.finish()
    try check(.v1)
  }

  /// `/data/{context}/{agency}/{id}/{version}/{key}` below the interface; what is left out is `*`.
  init(v2 segments: [String], _ parameters: [RequestTarget.Parameter]) throws(RequestFault) {
    guard segments.count <= 5 else { throw .syntax("data/CONTEXT/AGENCY/ID/VERSION/KEY is expected.") }
    let place = try DataPlace(segments)
    var asked = RequestParameters(parameters)
    let filters = try asked.takeFilters()
    let attributes = try asked.take("attributes").map(Attributes.init(_:)) ?? .all
    let measures = try asked.take("measures").map(Measures.init(_:)) ?? .all
    // What is not given is the standard's own: all, and from the first on.
    self.init(
      context: place.context, artefacts: place.artefacts, keys: place.keys, filters: filters,
      providers: nil, from: nil, to: nil,
      updatedAfter: try asked.takeMoment("updatedAfter"), asOf: try asked.takeMoment("asOf"),
      first: try asked.takeCount("firstNObservations"), last: try asked.takeCount("lastNObservations"),
      dimensionAtObservation: try asked.take("dimensionAtObservation"), attributes: attributes, measures: measures,
      includesHistory: try asked.takeFlag("includeHistory"), offset: try asked.takeCount("offset", from: 0) ?? 0,
      limit: try asked.takeCount("limit"), sort: try asked.take("sort").map(SortKey.list) ?? [])
    try asked.finishKnowing("reportingYearStartDay")
    try check(.v2)
  }

  private func check(_ interface: InterfaceVersion) throws(RequestFault) {
    if let from, let to, from.firstDay > to.lastDay { throw .semantic("startPeriod is after endPeriod.") }
    if let asOf, let updatedAfter, asOf < updatedAfter { throw .syntax("asOf is before updatedAfter.") }
    if let name = dimensionAtObservation, !SDMX.Reference.isID(name) {
      throw .syntax("'\(name)' is no id of a dimension.")
    }
  }
}

/// The words of version 1 for parts of an answer.
private enum Detail: String, CaseIterable {
  case full
  case dataOnly = "dataonly"
  case seriesKeysOnly = "serieskeysonly"
  case noData = "nodata"

  var attributes: DataQuery.Attributes {
    switch self {
    case .full: .all
    case .dataOnly, .seriesKeysOnly: .none
    case .noData: .ofSeries
    }
  }

  var measures: DataQuery.Measures {
    switch self {
    case .full, .dataOnly: .all
    case .seriesKeysOnly, .noData: .none
    }
  }
}

extension DataQuery.Attributes {
  fileprivate init(_ text: String) throws(RequestFault) {
    switch text {
    // Metadata attributes are those of metadata structures, of which there are none.
    case "dsd", "all": self = .all
    case "none", "msd": self = .none
    case "series": self = .ofSeries
    case "obs": self = .ofObservations
    case "dataset": self = .ofDataSet
    default: self = .named(try DataQuery.ids(text))
    }
  }
}

extension DataQuery.Measures {
  fileprivate init(_ text: String) throws(RequestFault) {
    switch text {
    case "all": self = .all
    case "none": self = .none
    default: self = .named(try DataQuery.ids(text))
    }
  }
}

extension DataQuery.SortKey {
  /// `REF_AREA:asc+TIME_PERIOD:desc`; `*` and `series_key` are the key of the series.
  fileprivate static func list(_ text: String) throws(RequestFault) -> [DataQuery.SortKey] {
    var keys: [DataQuery.SortKey] = []
    for part in text.split(separator: "+", omittingEmptySubsequences: false) {
      let sides = part.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      let order = sides.count > 1 ? sides[1] : "asc"
      guard order == "asc" || order == "desc" else { throw .syntax("'\(order)' is no order: asc or desc is expected.") }
      let isKey = sides[0] == "*" || sides[0] == "series_key"
      guard isKey || SDMX.Reference.isID(sides[0]) else { throw .syntax("'\(sides[0])' is no id of a component.") }
      let key = DataQuery.SortKey(component: isKey ? nil : String(sides[0]), isDescending: order == "desc")
      guard !keys.contains(where: { $0.component == key.component }) else {
        throw .syntax("'\(sides[0])' is sorted by more than once.")
      }
      keys.append(key)
    }
    return keys
  }
}

extension DataQuery {
  /// A list of ids of components.
  fileprivate static func ids(_ text: String) throws(RequestFault) -> Set<String> {
    let ids = text.split(separator: ",", omittingEmptySubsequences: false)
    if let wrong = ids.first(where: { !SDMX.Reference.isID($0) }) {
      throw .syntax("'\(wrong)' is no id of a component.")
    }
    return Set(ids.map(String.init))
  }
}
