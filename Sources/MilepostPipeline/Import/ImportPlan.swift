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
  let said: VintageStatement
  private(set) var flows: [Flow] = []
  var codelists: [Codelist] = []
  var areas: [Area] = []
  var indicators: [NewIndicator] = []
  /// Names of units that the workspace has none for, by what it calls them.
  var units: [(measure: String, name: LocalizedText)] = []
  private(set) var agency: String?
  private var rowCount = 0

  init(_ draft: Draft, _ structures: SDMX.Structures, _ said: VintageStatement) {
    self.draft = draft
    self.structures = structures
    self.said = said
  }

  var report: String {
    let taken = flows.reduce(0) { $0 + $1.table.rows.count }
    let rows: [(String, Int, [String])] = [
      ("observations read", rowCount, []), ("taken over", taken, []),
      ("dataflows", flows.count, flows.map { $0.kind == .update ? "\($0.id) (update)" : $0.id }),
      ("new areas", areas.count, areas.map(\.id.text)), ("new indicators", indicators.count, indicators.map(\.id)),
      ("new codelists", codelists.count, codelists.map(\.id.text)),
    ]
    return rows.map { what, count, names in
      let some = names.prefix(5).joined(separator: ", ") + (names.count > 5 ? ", …" : "")
      return what.padded(to: 20) + "\(count)" + (some.isEmpty ? "" : ": \(some)") + "\n"
    }.joined()
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
    guard let published = said.published ?? prepared else {
      diagnostics.report(.noDate(file))
      return
    }
    rowCount += set.observationCount
    let resolved = structures.resolve(set.layout.structure)
    let own = ImportPlan.id(set.layout.structure.id)
    let known = draft.dataflows.first {
      SDMX.WorkspaceID.artefact($0.id.text, prefix: "DF_") == set.layout.structure.id || $0.id.text == own
    }
    let kept = Set(known?.structure.dimensions.map(\.id) ?? [])
    guard let columns = ImportColumns(set.layout, resolved, keeping: kept, file: file, into: &diagnostics) else {
      return
    }
    var reader = ImportRows(set, columns, resolved, file: file)
    var rows = reader.rows(into: &diagnostics)
    agency = agency ?? set.layout.structure.agency
    let id = known?.id.text ?? own
    takeNames(rows, columns, resolved, flow: known?.indicator?.text ?? id)
    // Information is all that there is; other actions change what was there, and must not withdraw the rest.
    let kind = known == nil ? .snapshot : said.kind ?? (set.layout.action == .information ? .snapshot : .update)
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
        indicator: columns.indicator == nil ? known?.indicator?.text ?? indicatorID(of: set.layout.structure.id) : only,
        dimensions: columns.further.map { DataStructure.Dimension(id: $0.id, codelist: Codelist.ID($0.codelist)) },
        unit: part.unit, kind: kind, published: published, file: file,
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
    for row in flow.table.rows {
      // Lines are told of one file.
      flows[place].table.append(known.file == flow.file ? row : row.withoutPlace)
    }
  }

  /// The id of the dataflow of a further unit: `POP-ps`, and `POP-ps-e3` for thousands.
  private static func id(ofPart part: ImportRows.Part, of flow: String) -> String {
    let unit = "\(flow)-\(id(part.unitCode).lowercased())"
    return part.unit.multiplier == 0 ? unit : "\(unit)-e\(part.unit.multiplier)".replacing("--", with: "-m")
  }

  /// `SI_POV_DAY1` becomes `SI-POV-DAY1`, which becomes `SI_POV_DAY1` again.
  static func id(_ code: String) -> String { String(code.map { $0 == "_" || $0 == "@" || $0 == "$" ? "-" : $0 }) }

  /// The indicator of the plan that a code stands for, or the id of a new one.
  func indicatorID(of code: String) -> String {
    draft.plan.indicators.first { SDMX.WorkspaceID.code($0.id.text) == code }?.id.text ?? ImportPlan.id(code)
  }
}

extension ImportedRow {
  fileprivate var withoutPlace: ImportedRow {
    ImportedRow(area: area, indicator: indicator, codes: codes, period: period, cell: cell)
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
