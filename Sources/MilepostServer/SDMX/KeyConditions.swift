import MilepostExchange
import MilepostModel
import MilepostStore

/// Which series of a flow are wanted, by their codes.
struct KeyConditions: Sendable {
  private struct DimensionFilter: Sendable {
    let place: Int
    let filter: ComponentFilter
  }

  private let flow: SDMX.Flow
  /// One of which must match; empty: any key.
  private let patterns: [KeyPattern]
  private let filters: [DimensionFilter]

  /// - Parameter filters: of any components; those of dimensions are taken.
  init(
    _ flow: SDMX.Flow, keys: [KeyPattern], filters: [ComponentFilter], _ interface: InterfaceVersion
  ) throws(RequestFault) {
    for key in keys { try key.fits(flow.keyDimensions.count, interface) }
    self.flow = flow
    patterns = keys.contains(.all) ? [] : keys
    self.filters = filters.compactMap { filter in
      flow.keyDimensions.firstIndex(of: filter.component).map { DimensionFilter(place: $0, filter: filter) }
    }
  }

  private init(_ flow: SDMX.Flow, _ patterns: [KeyPattern], _ filters: [DimensionFilter]) {
    self.flow = flow
    self.patterns = patterns
    self.filters = filters
  }

  /// Whether every series is wanted.
  var admitsAll: Bool { patterns.isEmpty && filters.isEmpty }

  /// Whether something is asked of a dimension.
  func restricts(_ place: Int) -> Bool {
    filters.contains { $0.place == place } || patterns.contains { $0.slot(place) != nil }
  }

  /// The same with nothing asked of a dimension.
  func without(_ place: Int) -> KeyConditions {
    let open = patterns.map { pattern in
      KeyPattern(slots: pattern.slots.enumerated().map { $0.offset == place ? nil : $0.element })
    }
    return KeyConditions(flow, open, filters.filter { $0.place != place })
  }

  /// - Parameter codes: of all dimensions.
  func admits(_ codes: [String]) -> Bool {
    filters.allSatisfy { $0.filter.admits(codes[$0.place]) }
      && (patterns.isEmpty || patterns.contains { $0.matches(codes) })
  }

  /// Whether a code can stand in a dimension.
  private func admits(_ code: String, in place: Int) -> Bool {
    filters.allSatisfy { $0.place != place || $0.filter.admits(code) }
      && (patterns.isEmpty || patterns.contains { $0.slot(place)?.contains(code) ?? true })
  }

  /// Whether series of the workspace can be wanted, whatever the frequency of their values.
  private var anyFrequency: KeyConditions { without(0) }

  /// What of the store is to be read: selections in the order of their series.
  func selections(_ catalogue: Catalogue) -> [SeriesSelection] {
    let (flow, conditions) = (flow, anyFrequency)
    let isWanted: @Sendable (SeriesKey) -> Bool = { key in
      catalogue.has(key, in: flow)
        && (conditions.admitsAll || conditions.admits(["*"] + flow.codes(of: key)))
    }
    let outline = catalogue.outline
    let areas: Set<Area.ID>? =
      restricts(1)
      ? Set(
        (outline.areas.map(\.id) + outline.groups.map(\.id)).filter { admits(SDMX.WorkspaceID.code($0.text), in: 1) })
      : nil
    guard restricts(2) else { return [SeriesSelection(areas: areas, where: isWanted)] }
    return outline.indicators.map(\.id).filter { admits(SDMX.WorkspaceID.code($0.text), in: 2) }.sorted().map {
      SeriesSelection(indicator: $0, areas: areas, where: isWanted)
    }
  }
}

extension KeyPattern {
  /// What may stand in a dimension; nil: any code.
  fileprivate func slot(_ place: Int) -> Set<String>? { place < slots.count ? slots[place] : nil }
}
