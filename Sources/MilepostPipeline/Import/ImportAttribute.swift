import MilepostExchange

/// Where a data set says what an attribute is: at observations, series, groups or the data set, or as a dimension.
struct ImportAttribute {
  private let set: SDMX.DataSet
  private let ids: [String]
  private let ofObservations: [Int]
  private let ofSeries: [Int]
  private let dimensions: [Int]
  private let hasGroups: Bool
  private let ofDataSet: String?

  /// - Parameter ids: names that it may have, the first that says something counts.
  init(_ ids: [String], in set: SDMX.DataSet) {
    self.set = set
    self.ids = ids
    let layout = set.layout
    func places(_ components: [SDMX.CodedComponent]) -> [Int] {
      ids.compactMap { id in components.firstIndex { $0.id == id } }
    }
    ofObservations = places(layout.observationAttributes)
    ofSeries = places(layout.seriesAttributes)
    dimensions = places(layout.dimensions)
    hasGroups = layout.groups.contains { $0.attributes.contains { ids.contains($0.id) } }
    ofDataSet = layout.attributes.first { ids.contains($0.id) }?.value
  }

  /// The value for a row of a series.
  func value(_ row: Int, of series: SDMX.Series) -> String? {
    let layout = set.layout
    for place in ofObservations {
      if let value = layout.observationAttributes[place].value(series.observations.attributes[place][row]) {
        return value
      }
    }
    for place in ofSeries {
      if let value = layout.seriesAttributes[place].value(series.attributes[place]) { return value }
    }
    for place in dimensions {
      if let value = layout.dimensions[place].value(series.key[place]) { return value }
    }
    guard hasGroups else { return ofDataSet }
    for group in layout.groups where layout.holds(series, group) {
      if let value = group.attributes.first(where: { ids.contains($0.id) })?.value { return value }
    }
    return ofDataSet
  }
}
