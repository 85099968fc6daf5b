import MilepostExchange
import MilepostModel

/// What is asked of observations, for data and for availability alike, checked against the structure of a flow.
struct ObservationQuery: Sendable {
  let keys: KeyConditions
  /// What is asked of rows, without the number of them; its `key` is that of `keys` and `indicators`.
  let rows: SDMX.RowConditions
  /// Codes of the indicators whose unit, multiplier and decimals are wanted; nil: all.
  private let indicators: Set<String>?

  /// - Throws: A fault for components that the structure has not.
  init(
    _ flow: SDMX.Flow, _ outline: SDMX.WorkspaceOutline, keys: [KeyPattern], filters: [ComponentFilter],
    providers: Set<String>?, from: SDMX.Period?, to: SDMX.Period?, _ interface: InterfaceVersion
  ) throws(RequestFault) {
    for filter in filters { try ObservationQuery.check(filter.component, flow) }
    let keys = try KeyConditions(flow, keys: keys, filters: filters, interface)
    var rows = SDMX.RowConditions()
    let time = filters.filter { $0.component == SDMX.FlowParts.time }
    if from != nil || to != nil || !time.isEmpty {
      rows.period = { period in
        if let from, period.firstDay < from.firstDay { return false }
        if let to, period.lastDay > to.lastDay { return false }
        return time.allSatisfy { $0.admits(period) }
      }
    }
    if let providers { rows.source = { providers.contains(SDMX.WorkspaceID.code($0.text)) } }
    let attributes = filters.filter { SDMX.FlowParts.all.observationAttributes.contains($0.component) }
    if !attributes.isEmpty {
      rows.attributes = { status, confidentiality, comment in
        let values = ["OBS_STATUS": status, "CONF_STATUS": confidentiality, "COMMENT_OBS": comment]
        return attributes.allSatisfy { $0.admits(optional: values[$0.component] ?? nil) }
      }
    }
    let values = filters.filter { SDMX.FlowParts.all.measures.contains($0.component) }
    if !values.isEmpty {
      rows.value = { value in
        guard case .number(let number) = value else { return values.allSatisfy { $0.admits(optional: nil) } }
        return values.allSatisfy { $0.admits(number) }
      }
    }
    self.init(keys, rows, ObservationQuery.indicators(filters, outline))
  }

  private init(_ keys: KeyConditions, _ rows: SDMX.RowConditions, _ indicators: Set<String>?) {
    var rows = rows
    rows.key = nil
    if !keys.admitsAll || indicators != nil {
      rows.key = { codes in keys.admits(codes) && (indicators?.contains(codes[2]) ?? true) }
    }
    self.keys = keys
    self.rows = rows
    self.indicators = indicators
  }

  private static func indicators(_ filters: [ComponentFilter], _ outline: SDMX.WorkspaceOutline) -> Set<String>? {
    let filters = filters.filter { SDMX.FlowParts.all.seriesAttributes.contains($0.component) }
    guard !filters.isEmpty else { return nil }
    let wanted = outline.indicators.filter { indicator in
      filters.allSatisfy { $0.admits(optional: indicator.value(of: $0.component)) }
    }
    return Set(wanted.map { SDMX.WorkspaceID.code($0.id.text) })
  }

  /// - Throws: A fault for a component that data of the flow has not.
  static func check(_ component: String, _ flow: SDMX.Flow) throws(RequestFault) {
    let parts = SDMX.FlowParts.all
    let known =
      flow.keyDimensions + [SDMX.FlowParts.time] + parts.measures + parts.seriesAttributes
      + parts.observationAttributes
    guard known.contains(component) else {
      throw .syntax("There is no component '\(component)' in \(flow.id): \(known.joined(separator: ", ")) are there.")
    }
  }

  /// Whether each series is wanted with all its observations or not at all, by its codes alone.
  var isOfSeries: Bool { rows.areOfSeries }

  /// Whether everything is wanted.
  var admitsAll: Bool { rows.key == nil && isOfSeries }

  /// The same with nothing asked of a dimension.
  func without(_ place: Int) -> ObservationQuery { ObservationQuery(keys.without(place), rows, indicators) }

  /// The same with nothing asked of time.
  var withoutTime: ObservationQuery {
    var rows = rows
    rows.period = nil
    return ObservationQuery(keys, rows, indicators)
  }
}

extension ComponentFilter {
  func admits(_ period: TimePeriod) -> Bool {
    let text = period.sdmxText
    return SDMX.Period(text).map { admits($0, written: text) } ?? admits(text)
  }

  /// A text, or a number where it and what it is compared with are; what is absent is only unlike something.
  func admits(optional text: String?) -> Bool {
    guard let text else {
      return alternatives.contains { $0.allSatisfy { $0.sign == .ne || $0.sign == .nc } }
    }
    let areNumbers = alternatives.allSatisfy { $0.allSatisfy { $0.number != nil } }
    if areNumbers, let number = Double(text) { return admits(number) }
    return admits(text)
  }
}
