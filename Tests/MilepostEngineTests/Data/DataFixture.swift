import MilepostEngine
import MilepostFormats
import MilepostModel
import Testing

/// A plan made of tables, to check the rules of data with. Its countries do not exist.
struct DataFixture {
  static let english = LanguageTag("en")
  private var draft: Draft
  private(set) var reading = Diagnostics()

  init(editions: [String] = ["2020-12-31"]) {
    let dates = editions.compactMap { CalendarDate($0) }
    draft = Draft(
      settings: WorkspaceSettings(
        id: "isles", title: LocalizedText("Isles", Self.english), url: nil, agency: "ISLES", languages: [Self.english],
        completeness: [:], period: TimePeriod(year: 2020),
        method: MethodChoice(method: .drift, window: .all, fallback: nil, acceptsOriginalReplacements: false),
        statusWords: [:],
        editions: dates.map { Edition(id: .init("R\($0.year)"), title: nil, date: $0, reportingPeriod: nil) }))
  }

  mutating func areas(_ codes: [String]) {
    draft.areas += codes.map { Area(id: Area.ID($0), name: LocalizedText($0, Self.english)) }
  }

  mutating func group(_ code: String, _ members: [AreaGroup.Membership]) {
    draft.groups.append(AreaGroup(id: Area.ID(code), name: LocalizedText(code, Self.english), memberships: members))
  }

  mutating func indicator(_ id: String, limits: Indicator.Limits = .none, sources: [String] = []) {
    draft.plan.indicators.append(
      Indicator(
        id: Indicator.ID(id), title: LocalizedText(id, Self.english), definition: nil, unit: UnitOfMeasure("persons"),
        direction: .up, limits: limits, nature: .stock, decimals: 1, maximumAge: 3,
        sources: sources.map { DataSource.ID($0) }, dimensions: [], owner: nil, dueEachYear: nil, formula: nil,
        aggregation: nil, links: []))
  }

  /// One vintage of a dataflow: the day it was published, its kind, and its file.
  typealias Written = (published: String, kind: Vintage.Kind, file: String, bytes: [UInt8])

  mutating func dataflow(
    _ id: String, _ indicator: String, source: String, columns: [DataLayout.ColumnName] = [], _ written: [Written]
  ) {
    let vintages = written.compactMap { entry in
      CalendarDate(entry.published).map {
        Vintage(published: $0, received: $0, kind: entry.kind, file: entry.file)
      }
    }
    let dataflow = Dataflow(
      id: .init(id), title: LocalizedText(id, Self.english), indicator: .init(indicator),
      structure: DataStructure(dimensions: []), unit: UnitOfMeasure("persons"), source: .init(source),
      vintages: vintages, file: "\(id).yaml")
    draft.dataflows.append(dataflow)
    let layout = DataLayout(columns: columns, position: .wholeFile(dataflow.file))
    for (vintage, entry) in zip(vintages, written) {
      if let table = ObservationReader.read(
        entry.bytes, dataflow: dataflow, vintage: vintage, layout: layout, into: &reading)
      {
        draft.tables.append(table)
      }
    }
  }

  var plan: ResolvedPlan { ResolvedPlan(draft, sorted: draft.plan) }

  var findings: [Diagnostic] {
    var diagnostics = Diagnostics()
    checkData(plan, into: &diagnostics)
    return diagnostics.all
  }
}

/// A file of observations: a line for each row, columns area, period, value and status of confidentiality.
func observations(_ rows: String...) -> [UInt8] {
  Array(("REF_AREA,TIME_PERIOD,OBS_VALUE,CONF_STATUS\n" + rows.map { $0 + "\n" }.joined()).utf8)
}
