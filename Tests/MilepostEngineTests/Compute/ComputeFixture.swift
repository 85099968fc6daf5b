import MilepostEngine
import MilepostFormats
import MilepostModel

/// A small plan with data, to compute with. Its countries do not exist.
struct ComputeFixture {
  private var draft: Draft
  private var cells: [SeriesKey: [WorkingTable.Cell]] = [:]
  var asOf = CalendarDate(dayNumber: 18_000)  // 2019-04-14

  static let english = LanguageTag("en")

  init() {
    draft = Draft(
      settings: WorkspaceSettings(
        id: "isles", title: LocalizedText("Isles", Self.english), url: nil, agency: "ISLES", languages: [Self.english],
        completeness: [:], period: TimePeriod(year: 2020),
        method: MethodChoice(
          method: .drift, window: .all, fallback: nil, acceptsOriginalReplacements: false), statusWords: [:],
        editions: []))
  }

  mutating func areas(_ codes: String...) { areas(codes) }

  mutating func areas(_ codes: [String]) {
    draft.areas += codes.map { Area(id: Area.ID($0), name: LocalizedText($0, Self.english)) }
  }

  mutating func group(_ code: String, _ members: [AreaGroup.Membership]) {
    draft.groups.append(AreaGroup(id: Area.ID(code), name: LocalizedText(code, Self.english), memberships: members))
  }

  mutating func group(_ code: String, of members: String...) {
    group(code, members.map { AreaGroup.Membership(Area.ID($0)) })
  }

  mutating func indicator(
    _ id: String, _ unit: UnitOfMeasure, formula: String? = nil, aggregation: Aggregation? = nil,
    dimensions: [String] = []
  ) {
    let number = draft.plan.indicators.count
    let place = SourcePosition(file: "plan/indicators.yaml", line: number + 1, column: 10)
    var parsing = Diagnostics()
    let root = formula.flatMap { parseExpression($0, at: place, into: &parsing) }
    precondition(parsing.isEmpty, "the formulas of tests are well formed")
    draft.places.record(place, .indicator, number, "formula")
    draft.places.record(
      SourcePosition(file: "plan/indicators.yaml", line: number + 1, column: 90), .indicator, number, "aggregate")
    draft.places.record(
      SourcePosition(file: "plan/indicators.yaml", line: number + 1, column: 5), .indicator, number, "unit")
    draft.plan.indicators.append(
      Indicator(
        id: Indicator.ID(id), title: LocalizedText(id, Self.english), definition: nil, unit: unit, direction: .up,
        limits: .none, nature: .stock, decimals: 1, maximumAge: 3, sources: [], dimensions: dimensions, owner: nil,
        dueEachYear: nil, formula: root.flatMap { root in formula.map { Formula(text: $0, root: root) } },
        aggregation: aggregation, links: []))
  }

  mutating func target(_ id: String, _ kind: TargetKind, _ indicator: String, _ area: String) {
    draft.plan.targets.append(
      Target(
        id: Target.ID(id), goal: Goal.ID("1"), title: LocalizedText(id, Self.english), kind: kind,
        measure: Measure(Indicator.ID(indicator), Area.ID(area)), direction: nil, due: TimePeriod(year: 2023),
        baseline: nil, milestones: [], isSustained: false, method: nil, amendments: [], override: nil, printed: [],
        response: nil, owner: nil, links: [], note: nil))
  }

  mutating func dimension(_ id: String, _ codes: String...) {
    let list = Codelist(
      id: Codelist.ID(id), name: LocalizedText(id, Self.english),
      codes: codes.map { Code($0, name: LocalizedText($0, Self.english)) })
    draft.codelists.append(list)
    draft.dataflows.append(
      Dataflow(
        id: Dataflow.ID("flow-\(id)"), title: LocalizedText(id, Self.english), indicator: nil,
        structure: DataStructure(dimensions: [DataStructure.Dimension(id: id, codelist: list.id)]), unit: .percent,
        source: DataSource.ID("returns"), vintages: [], file: "data/flow.yaml"))
  }

  static func provenance(_ day: Int32 = 17_900, source: String = "returns", isComputed: Bool = false) -> Provenance {
    Provenance(
      source: DataSource.ID(source), vintage: CalendarDate(dayNumber: day), received: CalendarDate(dayNumber: day),
      isComputed: isComputed)
  }

  mutating func add(
    _ indicator: String, _ area: String, _ period: String, _ value: ObservedValue,
    _ status: ObservationStatus = .reported,
    codes: [DimensionCode] = [], isConfidential: Bool = false, provenance: Provenance = ComputeFixture.provenance()
  ) {
    guard let time = TimePeriod(period, fiscalYearStart: 7) else { preconditionFailure("a period") }
    let key = SeriesKey(Indicator.ID(indicator), Area.ID(area), codes)
    cells[key, default: []].append(
      WorkingTable.Cell(
        time, value, status: status, isConfidential: isConfidential, coverage: nil, provenance: provenance))
  }

  /// A table of data whose fiscal years begin in July.
  mutating func knowFiscalYears() {
    draft.tables.append(
      ObservationTable(
        dataflow: Dataflow.ID("flow-SEX"),
        vintage: Vintage(
          published: CalendarDate(dayNumber: 0), received: CalendarDate(dayNumber: 0), kind: .snapshot, file: "a.csv"),
        seriesKeys: [], periods: [TimePeriod(fiscalYear: 2015, startMonth: 7)], series: [], period: [], number: [],
        kind: [], status: [], confidentiality: [], line: [], column: [], periodColumn: []))
  }

  /// One value a year from 2015.
  mutating func years(_ indicator: String, _ area: String, _ values: Double?..., codes: [DimensionCode] = []) {
    for (offset, value) in values.enumerated() {
      if let value { add(indicator, area, "\(2015 + offset)", .figure(value), codes: codes) }
    }
  }

  var plan: ResolvedPlan {
    var sorted = draft.plan
    sorted.indicators.sort { $0.id < $1.id }
    return ResolvedPlan(draft, sorted: sorted)
  }

  var observed: WorkingTable {
    var table = WorkingTable()
    for key in cells.keys.sorted() { table.append(key, cells[key, default: []].sorted { $0.period < $1.period }) }
    return table
  }

  func computed() -> (table: WorkingTable, findings: [Diagnostic]) {
    var diagnostics = Diagnostics()
    let table = compute(plan, observed, asOf: asOf, into: &diagnostics)
    return (table, diagnostics.all)
  }

  var ruleFindings: [Diagnostic] {
    var diagnostics = Diagnostics()
    for rule in formulaRules { rule.check(plan, &diagnostics) }
    return diagnostics.all
  }

  func evaluated(_ text: String) -> (result: Evaluation?, findings: [Diagnostic]) {
    var diagnostics = Diagnostics()
    let table = compute(plan, observed, asOf: asOf, into: &diagnostics)
    guard let root = parseExpression(text, at: SourcePosition(file: "-", line: 1, column: 1), into: &diagnostics) else {
      return (nil, diagnostics.all)
    }
    let result = evaluate(root, plan: plan, table: table, asOf: asOf, into: &diagnostics)
    return (result, diagnostics.all)
  }
}

extension WorkingTable {
  func cell(_ indicator: String, _ area: String, _ period: String, _ codes: [DimensionCode] = []) -> Cell? {
    guard let time = TimePeriod(period, fiscalYearStart: 7) else { return nil }
    return cells(SeriesKey(Indicator.ID(indicator), Area.ID(area), codes))?.first { $0.period == time }
  }

  func number(_ indicator: String, _ area: String, _ period: String, _ codes: [DimensionCode] = []) -> Double? {
    cell(indicator, area, period, codes)?.value.number
  }
}

extension Aggregation {
  static func weightedMean(
    _ weight: String, interpolates: Bool = false, carryForwardYears: Int = 0, strata: [String] = [],
    minimumCoverage: Double = 0, membership: MembershipRule = .fixedAtEdition
  ) -> Aggregation {
    Aggregation(
      method: .weightedMean(weight: Indicator.ID(weight)),
      imputation: Imputation(
        interpolates: interpolates, carryForwardYears: carryForwardYears, strata: strata.map { Area.ID($0) }),
      minimumCoverage: minimumCoverage, membership: membership)
  }

  static func plain(_ method: Method) -> Aggregation {
    Aggregation(method: method, imputation: .none, minimumCoverage: 0, membership: .fixedAtEdition)
  }
}
