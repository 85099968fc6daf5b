import MilepostModel

/// A small release of an invented archipelago, with one target for each thing that a page must show.
enum IslesRelease {
  static let english = LanguageTag("en")

  static func text(_ text: String) -> LocalizedText { LocalizedText(text, english) }

  static func date(_ text: String) -> CalendarDate {
    guard let date = CalendarDate(text) else { preconditionFailure("no such day: \(text)") }
    return date
  }

  static let online = Indicator.ID("online-people")
  static let visits = Indicator.ID("harbour-visits")
  static let world = Area.ID("WORLD")
  static let outer = Area.ID("OUTER")

  static let settings = WorkspaceSettings(
    id: "isles", title: text("Isles together 2030"), url: nil, agency: "ISLES", languages: [english],
    completeness: [:], period: TimePeriod(year: 2030), method: .standard,
    statusWords: [.onTrack: text("On course")],
    editions: [Edition(id: .init("I24/1"), title: nil, date: date("2024-06-30"), reportingPeriod: nil)])

  static func indicator(_ id: Indicator.ID, _ title: String, _ unit: UnitOfMeasure, decimals: Int = 1) -> Indicator {
    Indicator(
      id: id, title: text(title), definition: text("Invented, counted on every island each summer."), unit: unit,
      direction: .up, limits: unit.isPercent ? .init(lower: 0, upper: 100) : .none, nature: .stock,
      decimals: decimals, maximumAge: 3, sources: [], dimensions: [], owner: "Tide Office", dueEachYear: nil,
      formula: nil, aggregation: nil, links: [])
  }

  static let provenance = Provenance(
    source: .init("tide-office"), vintage: date("2024-03-01"), received: date("2024-03-04"), isComputed: false)

  static let computed = Provenance(
    source: .init("tide-office"), vintage: date("2024-03-01"), received: date("2024-03-04"), isComputed: true)

  static func target(
    _ id: String, goal: String = "1", _ title: String, kind: TargetKind = .level(70), measure: Measure? = nil,
    baseline: Baseline? = Baseline(period: TimePeriod(year: 2018), value: 32, choice: nil),
    override: Target.Override? = nil, printed: [Target.Printed] = [], response: Target.Response? = nil,
    amendments: [Target.Amendment] = []
  ) -> Target {
    Target(
      id: .init(id), goal: .init(goal), title: text(title), kind: kind, measure: measure ?? Measure(online, world),
      direction: nil, due: TimePeriod(year: 2030), baseline: baseline, milestones: [], isSustained: false, method: nil,
      amendments: amendments, override: override, printed: printed, response: response, owner: "Tide Office",
      links: [], note: nil)
  }

  static func points(_ first: Int, _ values: [Double]) -> [PeriodValue] {
    values.enumerated().map { PeriodValue(TimePeriod(year: first + $0), $1) }
  }

  static let trend = points(2018, [32, 35.5, 38, 42.5, 45, 48.25])

  static func projection(_ end: Double, probability: Double) -> Projection {
    let now = 48.25
    let path = (2024...2030).map { year in
      let share = Double(year - 2023) / 7
      let middle = now + (end - now) * share
      return Projection.Step(
        period: TimePeriod(year: year), value: middle, low50: middle - 2 * share, high50: middle + 2 * share,
        low80: middle - 4.5 * share, high80: middle + 4.5 * share)
    }
    return Projection(
      period: TimePeriod(year: 2030), value: end, low: end - 4.5, high: end + 4.5, level: 0.8,
      probability: probability,
      calibration: Calibration(
        factor: 1.31, errorCount: 412, seriesCount: 38, horizon: 7, coverageBefore: 0.68, coverageAfter: 0.8),
      path: path)
  }

  static func assessment(
    _ id: String, _ status: TargetStatus, _ reason: StatusReason, projection: Projection? = nil,
    trend: [PeriodValue] = trend, goal: Double? = 70, counts: AreaCounts? = nil, override: Target.Override? = nil,
    parts: [Assessment] = [], alternatives: [Alternative] = [], isSensitive: Bool = false,
    evidence: Evidence = .normal, method: AssessmentMethod = .drift
  ) -> Assessment {
    let last = trend.last
    let current = last.map {
      CurrentValue(
        period: $0.period, value: $0.value, status: .reported,
        coverage: Coverage(reported: 0.6, estimated: 0.3, imputed: 0.08, missing: 0.02), provenance: computed)
    }
    let baseline = trend.first
    var so: Double?
    var needed: Double?
    if let baseline, let last, last.period > baseline.period {
      so = (last.value - baseline.value) / (last.period.timeInYears - baseline.period.timeInYears)
    }
    if let last, let goal, status != .achieved, last.period.year < 2030 {
      needed = (goal - last.value) / (2030 - last.period.timeInYears)
    }
    return Assessment(
      target: .init(id), status: status, reason: reason, evidence: evidence, method: method, window: .last(6),
      trend: trend, isMethodSensitive: isSensitive, baseline: baseline, current: current, goalValue: goal,
      due: TimePeriod(year: 2030), projection: projection, paceSoFar: so, paceNeeded: needed,
      alternatives: alternatives, later: [], areaCounts: counts, override: override, parts: parts, judged: trend)
  }
}
