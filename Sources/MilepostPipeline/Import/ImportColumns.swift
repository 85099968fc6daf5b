import MilepostExchange
import MilepostModel

/// Which dimensions of a data set are area, indicator and further ones.
struct ImportColumns {
  struct Further {
    let id: String
    let codelist: String
    /// Among the further dimensions.
    let place: Int
    /// Among those of the data set.
    let index: Int
  }

  let area: Int
  let areaID: String
  /// nil: the data set is about one indicator.
  let indicator: Int?
  let indicatorID: String?
  let frequency: Int?
  let further: [Further]

  private static let areaNames = [
    "REF_AREA", "GEO", "AREA", "LOCATION", "COUNTRY", "REPORTING_AREA", "GEO_PICT", "COUNTRY_CODE",
  ]
  private static let indicatorNames = ["INDICATOR", "SERIES", "INDICATOR_CODE", "INDIC"]

  /// - Parameter kept: dimensions that the dataflow has in the workspace.
  /// - Returns: nil after a finding.
  init?(
    _ layout: SDMX.DataSetLayout, _ resolved: SDMX.ResolvedStructure?, keeping kept: Set<String>, file: String,
    into diagnostics: inout Diagnostics
  ) {
    let ids = layout.dimensions.map(\.id)
    func index(_ names: [String]) -> Int? {
      names.compactMap { name in
        ids.firstIndex { id in
          id == name || resolved?.component(id)?.component.roles.contains { $0.item.last == name } == true
        }
      }.first
    }
    guard let area = index(ImportColumns.areaNames) else {
      diagnostics.report(.noAreaDimension(ids, file))
      return nil
    }
    guard layout.time != nil, layout.measures.count == 1 else {
      diagnostics.report(.noTimeOrMeasure(file))
      return nil
    }
    self.area = area
    areaID = ids[area]
    indicator = index(ImportColumns.indicatorNames)
    indicatorID = indicator.map { ids[$0] }
    frequency = ids.firstIndex(of: "FREQ")
    var further: [Further] = []
    // A dimension of units says the unit, as an attribute does, and parts the data.
    let units = ["UNIT_MEASURE", "UNIT_MULT"]
    for (place, id) in ids.enumerated()
    where place != area && place != indicator && place != frequency && !units.contains(id) {
      guard id.utf8.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: "_") || (0x41...0x5A).contains($0) }) else {
        diagnostics.report(.dimensionForm(id, file))
        return nil
      }
      let codes = resolved?.component(id)?.codelist?.items.map(\.id) ?? layout.dimensions[place].values
      // A dimension that has nothing but the total parts nothing.
      if codes.allSatisfy({ $0 == SeriesKey.total }), !kept.contains(id) { continue }
      let list = resolved?.component(id)?.codelist?.id ?? id
      let name = list.hasPrefix("CL_") ? String(list.dropFirst(3)) : list
      further.append(Further(id: id, codelist: name, place: further.count, index: place))
    }
    self.further = further
  }
}

extension Diagnostic {
  fileprivate static func noAreaDimension(_ ids: [String], _ file: String) -> Self {
    Diagnostic(
      .error, "MP1415", "no dimension of the data is the area: there are \(ids.joined(separator: ", "))",
      at: .wholeFile(file), hint: "a dimension called REF_AREA, GEO, AREA, LOCATION or COUNTRY is taken for it")
  }

  fileprivate static func noTimeOrMeasure(_ file: String) -> Self {
    Diagnostic(
      .error, "MP1415", "data without periods or with several measures has no place in a workspace",
      at: .wholeFile(file), hint: "import each measure by itself")
  }

  fileprivate static func dimensionForm(_ id: String, _ file: String) -> Self {
    Diagnostic(
      .error, "MP1415", "dimension '\(id)' is no name of a column here: A to Z, digits and underscores",
      at: .wholeFile(file))
  }
}
