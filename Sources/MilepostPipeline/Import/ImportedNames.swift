import MilepostExchange
import MilepostFormats
import MilepostModel

extension ImportPlan {
  /// Notes areas, indicators and codelists that the workspace does not have.
  mutating func takeNames(
    _ parts: [ImportRows.Part], _ columns: ImportColumns, _ resolved: SDMX.ResolvedStructure?, flow: String
  ) {
    let language = draft.settings.languages[0]
    func item(_ dimension: String, _ code: String) -> SDMX.Code? {
      resolved?.component(dimension)?.codelist?.items.first { $0.id == code }
    }
    func name(_ dimension: String, _ code: String) -> LocalizedText {
      item(dimension, code)?.naming.statedName ?? LocalizedText(code, language)
    }
    var knownAreas = Set(draft.areas.map(\.id.text) + draft.groups.map(\.id.text) + areas.map(\.id.text))
    var knownIndicators = Set(draft.plan.indicators.map(\.id.text) + indicators.map(\.id))
    for part in parts {
      takeUnit(part, resolved)
      var seen: Set<String?> = []
      for row in part.table.rows {
        if knownAreas.insert(row.area).inserted {
          areas.append(Area(id: Area.ID(row.area), name: name(columns.areaID, row.area)))
        }
        let code = row.indicator
        guard seen.insert(code).inserted else { continue }
        let id = indicatorID(of: code ?? flow)
        guard knownIndicators.insert(id).inserted else { continue }
        let naming =
          if let code, let dimension = columns.indicatorID {
            item(dimension, code)?.naming ?? SDMX.Naming(code, name: LocalizedText(code, language))
          } else {
            resolved?.dataflow?.maintenance.naming
          }
        indicators.append(
          NewIndicator(
            id: id, title: naming?.statedName ?? LocalizedText(id, language), definition: naming?.description?.stated,
            unit: part.unit, decimals: part.decimals,
            dimensions: columns.further.map(\.id)))
      }
    }
    for dimension in columns.further
    where !draft.codelists.contains(where: { $0.id.text == dimension.codelist })
      && !codelists.contains(where: { $0.id.text == dimension.codelist })
    {
      let list = resolved?.component(dimension.id)?.codelist
      let used = Set(parts.flatMap { $0.table.rows.map { $0.codes[dimension.place] } }).sorted()
      let codes =
        list.map { $0.items.map { Code($0.id, name: $0.naming.statedName ?? LocalizedText($0.id, language)) } }
        ?? used.map { Code($0, name: LocalizedText($0, language)) }
      codelists.append(
        Codelist(
          id: Codelist.ID(dimension.codelist),
          name: list?.maintenance.naming.statedName ?? LocalizedText(dimension.id, language),
          codes: codes.filter { $0.id != SeriesKey.total }))
    }
  }

  private mutating func takeUnit(_ part: ImportRows.Part, _ resolved: SDMX.ResolvedStructure?) {
    let measure = part.unit.measure
    guard !SDMX.WorkspaceID.hasName(unit: measure), draft.settings.unitNames[measure] == nil,
      !units.contains(where: { $0.measure == measure }),
      let codes = resolved?.component("UNIT_MEASURE")?.codelist?.items,
      // A bar parts the forms of a name in a workspace.
      let name = codes.first(where: { $0.id == part.unitCode })?.naming.statedName,
      !name.texts.contains(where: { $0.text.contains("|") })
    else { return }
    units.append((measure, name))
  }
}

extension SDMX.Naming {
  var statedName: LocalizedText? { name?.stated }
}

extension LocalizedText {
  /// Without the languages in which it says nothing; nil: it says nothing in any.
  fileprivate var stated: LocalizedText? {
    LocalizedText(
      texts.filter { entry in
        !entry.text.unicodeScalars.allSatisfy {
          $0.properties.isWhitespace || $0.properties.generalCategory == .control
        }
      })
  }
}
