import MilepostEngine
import MilepostModel

/// A plan of one target about invented areas, and the table that it is judged on.
struct AssessFixture {
  var kind: TargetKind = .level(70)
  var direction: Direction? = .up
  var limits = Indicator.Limits(lower: 0, upper: 100)
  var unit: UnitOfMeasure = .percent
  var nature: Indicator.Nature = .stock
  var baseline: Baseline?
  var due = TimePeriod(year: 2023)
  var milestones: [Milestone] = []
  var isSustained = false
  var method: MethodChoice?
  var override: Target.Override?
  var asOf = CalendarDate.lastDay(ofMonth: 4, year: 2020)
  var measure: Measure? = Measure(.init("use"), .init("ISLE"))
  var members: [String] = []
  var aggregation: Aggregation?
  private var series: [SeriesKey: [WorkingTable.Cell]] = [:]

  static let provenance = Provenance(
    source: .init("returns"), vintage: .lastDay(ofMonth: 10, year: 2019), received: .lastDay(ofMonth: 10, year: 2019),
    isComputed: false)

  static func cell(
    _ period: TimePeriod, _ value: ObservedValue, _ status: ObservationStatus = .reported, isConfidential: Bool = false
  ) -> WorkingTable.Cell {
    .init(
      period, value, status: status, isConfidential: isConfidential, coverage: nil, provenance: provenance)
  }

  /// A series of figures by year, the last one in `last`.
  mutating func add(
    _ values: [Double], in area: String = "ISLE", _ codes: [DimensionCode] = [], last: Int = 2019
  ) {
    let first = last - values.count + 1
    set(values.enumerated().map { Self.cell(TimePeriod(year: first + $0), .figure($1)) }, in: area, codes)
  }

  mutating func set(_ cells: [WorkingTable.Cell], in area: String = "ISLE", _ codes: [DimensionCode] = []) {
    series[SeriesKey(.init("use"), .init(area), codes)] = cells
  }

  mutating func mark(_ year: Int, _ status: ObservationStatus, _ area: String = "ISLE") {
    let key = SeriesKey(.init("use"), .init(area))
    series[key] = series[key]?.map {
      $0.period == TimePeriod(year: year) ? Self.cell($0.period, $0.value, status) : $0
    }
  }

  private var plan: ResolvedPlan {
    let english = LanguageTag("en")
    let text = LocalizedText("An invented text", english)
    let settings = WorkspaceSettings(
      id: "invented", title: text, url: nil, agency: "X", languages: [english], completeness: [:],
      period: TimePeriod(year: 2020), method: .standard, statusWords: [:], editions: [])
    var draft = Draft(settings: settings)
    draft.plan.indicators = [
      Indicator(
        id: .init("use"), title: text, definition: nil, unit: unit, direction: direction, limits: limits,
        nature: nature, decimals: 1, maximumAge: 3, sources: [], dimensions: [], owner: nil, dueEachYear: nil,
        formula: nil, aggregation: aggregation, links: [])
    ]
    draft.plan.targets = [
      Target(
        id: .init("1.1"), goal: .init("1"), title: text, kind: kind, measure: measure, direction: nil, due: due,
        baseline: baseline, milestones: milestones, isSustained: isSustained, method: method, amendments: [],
        override: override, printed: [], response: nil, owner: nil, links: [], note: nil)
    ]
    draft.plan.outcomes = [
      Outcome(
        id: .init("O.1-a"), objective: .init("O.1"), title: text, measures: measure.map { [$0] } ?? [], owner: nil,
        links: [])
    ]
    draft.areas = members.map { Area(id: .init($0), name: text) }
    draft.groups = [
      AreaGroup(id: .init("ISLES"), name: text, memberships: members.map { .init(.init($0)) })
    ]
    return ResolvedPlan(draft, sorted: draft.plan)
  }

  private var table: WorkingTable {
    var table = WorkingTable()
    for (key, cells) in series.sorted(by: { $0.key < $1.key }) { table.append(key, cells) }
    return table
  }

  func judge() -> (target: Assessment, outcome: DirectionalAssessment, findings: [Diagnostic]) {
    var diagnostics = Diagnostics()
    let judged = assess(plan, table, asOf: asOf, into: &diagnostics)
    return (judged.targets[0], judged.outcomes[0], diagnostics.all)
  }

  var assessment: Assessment { judge().target }
}

extension Baseline {
  init(_ year: Int, _ value: Double? = nil) { self.init(period: TimePeriod(year: year), value: value, choice: nil) }
}
