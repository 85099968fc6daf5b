import MilepostExchange
import MilepostFormats
import MilepostModel

/// What data sets become in a workspace.
struct ImportPlan {
  /// One dataflow of the workspace with a new vintage.
  struct Flow {
    let id: String
    let title: LocalizedText
    /// The indicator of all rows; nil when they name their own.
    let indicator: String?
    let dimensions: [DataStructure.Dimension]
    let unit: UnitOfMeasure
    let kind: Vintage.Kind
    let published: CalendarDate
    let file: String
    var table: ImportedTable
  }

  /// An indicator that the plan does not have.
  struct NewIndicator {
    let id: String
    let title: LocalizedText
    let definition: LocalizedText?
    let unit: UnitOfMeasure
    let decimals: Int
    let dimensions: [String]
  }

  let draft: Draft
  let structures: SDMX.Structures
  let dates: ImportDates
  private(set) var flows: [Flow] = []
  private(set) var codelists: [Codelist] = []
  private(set) var areas: [Area] = []
  private(set) var indicators: [NewIndicator] = []
  /// Names of units that the workspace has none for, by what it calls them.
  private(set) var units: [(measure: String, name: LocalizedText)] = []
  private(set) var agency: String?
  private var rowCount = 0

  init(_ draft: Draft, _ structures: SDMX.Structures, _ dates: ImportDates) {
    self.draft = draft
    self.structures = structures
    self.dates = dates
  }

  var report: String {
    let taken = flows.reduce(0) { $0 + $1.table.rows.count }
    let rows = [
      ("observations read", rowCount), ("taken over", taken), ("dataflows", flows.count),
      ("new areas", areas.count), ("new indicators", indicators.count), ("new codelists", codelists.count),
    ]
    return rows.map { $0.0.padded(to: 20) + "\($0.1)\n" }.joined()
  }

  mutating func take(
    _ set: SDMX.DataSet, of file: String, prepared: CalendarDate?, into diagnostics: inout Diagnostics
  ) {
    guard set.layout.action != .delete else {
      diagnostics.report(.deletion(file))
      return
    }
    guard set.layout.structure != .unstated else {
      diagnostics.report(.noDataflow(file))
      return
    }
    guard let published = dates.published ?? prepared else {
      diagnostics.report(.noDate(file))
      return
    }
    rowCount += set.observationCount
    let resolved = structures.resolve(set.layout.structure)
    guard let columns = ImportColumns(set.layout, resolved, file: file, into: &diagnostics) else { return }
    var reader = ImportRows(set, columns, resolved, file: file)
    var rows = reader.rows(into: &diagnostics)
    agency = agency ?? set.layout.structure.agency
    let known = draft.dataflows.first {
      SDMX.WorkspaceID.artefact($0.id.text, prefix: "DF_") == set.layout.structure.id
    }
    let id = known?.id.text ?? ImportPlan.id(set.layout.structure.id)
    takeNames(rows, columns, resolved, flow: id)
    let isUpdate = (set.layout.action == .append || set.layout.action == .merge) && known != nil
    for place in rows.indices {
      var table = rows[place].table
      // So that the only table is changed, and not a copy of it.
      rows[place].table = ImportedTable(dimensions: [])
      let part = rows[place]
      let partID = place == 0 ? id : ImportPlan.id(ofPart: part, of: id)
      let title =
        resolved?.dataflow?.maintenance.naming.statedName ?? LocalizedText(partID, draft.settings.languages[0])
      if columns.indicator != nil { table.renameIndicators { indicatorID(of: $0) } }
      // A dataflow that names its indicator has no column of indicators.
      let only = known?.indicator.map(\.text).flatMap { id in table.rows.allSatisfy { $0.indicator == id } ? id : nil }
      if only != nil { table.renameIndicators { _ in nil } }
      let flow = Flow(
        id: partID, title: title,
        indicator: columns.indicator == nil ? indicatorID(of: set.layout.structure.id) : only,
        dimensions: columns.further.map { DataStructure.Dimension(id: $0.id, codelist: Codelist.ID($0.codelist)) },
        unit: part.unit, kind: isUpdate ? .update : .snapshot, published: published, file: file,
        table: table)
      add(flow, into: &diagnostics)
    }
  }

  /// Several data sets of one dataflow become one table.
  private mutating func add(_ flow: Flow, into diagnostics: inout Diagnostics) {
    guard let place = flows.firstIndex(where: { $0.id == flow.id }) else {
      flows.append(flow)
      return
    }
    let known = flows[place]
    guard known.dimensions == flow.dimensions, known.unit == flow.unit, known.indicator == flow.indicator,
      known.kind == flow.kind, known.published == flow.published
    else {
      diagnostics.report(.setsDiffer(flow.id, flow.file))
      return
    }
    for row in flow.table.rows { flows[place].table.append(row) }
  }

  /// The id of the dataflow of a further unit: `POP-ps`, and `POP-ps-e3` for thousands.
  private static func id(ofPart part: ImportRows.Part, of flow: String) -> String {
    let unit = "\(flow)-\(id(part.unitCode).lowercased())"
    return part.unit.multiplier == 0 ? unit : "\(unit)-e\(part.unit.multiplier)".replacing("--", with: "-m")
  }

  /// `SI_POV_DAY1` becomes `SI-POV-DAY1`, which becomes `SI_POV_DAY1` again.
  static func id(_ code: String) -> String { String(code.map { $0 == "_" || $0 == "@" || $0 == "$" ? "-" : $0 }) }

  /// The indicator of the plan that a code stands for, or the id of a new one.
  private func indicatorID(of code: String) -> String {
    draft.plan.indicators.first { SDMX.WorkspaceID.code($0.id.text) == code }?.id.text ?? ImportPlan.id(code)
  }

  /// Notes areas, indicators and codelists that the workspace does not have.
  private mutating func takeNames(
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
  fileprivate var statedName: LocalizedText? { name?.stated }
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

extension Diagnostic {
  fileprivate static func deletion(_ file: String) -> Self {
    Diagnostic(
      .error, "MP1415", "the data set deletes observations, which an import cannot", at: .wholeFile(file),
      hint: "ask for the whole data as it is now: what it lacks is withdrawn")
  }

  fileprivate static func noDataflow(_ file: String) -> Self {
    Diagnostic(
      .error, "MP1415", "the message does not say which dataflow its data is of", at: .wholeFile(file),
      hint: "give the structure message of the one dataflow with it, or ask for SDMX-JSON 2.0")
  }

  fileprivate static func setsDiffer(_ id: String, _ file: String) -> Self {
    Diagnostic(
      .error, "MP1415", "two data sets of dataflow '\(id)' differ in action, unit, dimensions, indicator or date",
      at: .wholeFile(file), hint: "import them one after the other, as messages of their own")
  }

  static func noData(_ file: String) -> Self {
    Diagnostic(
      .error, "MP1415", "there is no data in what was given, so that nothing is taken over", at: .wholeFile(file),
      hint: "give the data with its structure: milepost import sdmx structure.xml data.csv my-plan")
  }

  fileprivate static func noDate(_ file: String) -> Self {
    Diagnostic(
      .error, "MP1415", "the message does not say when the data was published", at: .wholeFile(file),
      hint: "say it with --published 2020-04-29")
  }
}
