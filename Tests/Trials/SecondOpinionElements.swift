import Foundation

/// Goals, targets, outcomes: how many there are, and what was assessed of them.
extension SecondOpinion {
  func element(_ name: String, _ arguments: [Asked]) -> Held {
    let id: String
    switch arguments.first {
    case .number(let digits)?: id = digits
    case .name(let text)?: id = text
    default: return .gap
    }
    if name == "status" { return assessed.status(of: id).map { .word($0) } ?? .gap }
    guard let outline = plan.targets[id] else { return .gap }
    let found = assessed.targets.first { $0.id == id }
    let number: Double? =
      switch name {
      case "target": outline.value
      case "baseline": found?.baseline?.value
      case "current": found?.current?.value
      case "projected": found?.projected?.value
      case "pace": found?.paceSoFar
      case "pace-needed": found?.paceNeeded
      default: found?.projected?.probability.map { 100 * $0 }
      }
    guard let number else { return .gap }
    guard name != "probability" else { return .figure(HeldFigure(number, measure: .percent)) }
    guard let indicator = outline.indicator.flatMap({ plan.indicators[$0] }) else {
      return .figure(HeldFigure(number, measure: .other))
    }
    return .figure(HeldFigure(number, power: indicator.power, measure: indicator.measure))
  }

  /// `count(targets)`, `count(targets(2), off-track or at-risk)`; nil when registers are counted.
  func counted(_ arguments: [Asked]) -> Held? {
    var above: String?
    let kind: String
    switch arguments.first {
    case .name(let name)?: kind = name
    case .call(let name, let inner)?:
      kind = name
      switch inner.first {
      case .number(let digits)?: above = digits
      case .name(let id)?: above = id
      default: return nil
      }
    default: return nil
    }
    guard let elements = plan.elements[kind] else { return nil }
    var ids = elements.filter { above == nil || $0.above == above }.map(\.id)
    if arguments.count > 1 {
      var statuses: Set<String> = []
      arguments[1].visit { if case .name(let word) = $0 { statuses.insert(word) } }
      ids = ids.filter { id in assessed.status(of: id).map(statuses.contains) ?? statuses.contains("not-measured") }
    }
    return .figure(HeldFigure(Double(ids.count)))
  }
}

/// What `milepost assess --format json` says, as the contract describes it.
struct AssessedPlan: Decodable {
  struct Value: Decodable { let value: Double? }
  struct Projection: Decodable {
    let value: Double?
    /// A share of 1.
    let probability: Double?
  }
  struct Target: Decodable {
    let id: String
    let status: String
    let baseline: Value?
    let current: Value?
    let projected: Projection?
    let paceSoFar: Double?
    let paceNeeded: Double?
  }
  struct Outcome: Decodable {
    let id: String
    let status: String
  }

  let targets: [Target]
  let outcomes: [Outcome]

  func status(of id: String) -> String? {
    targets.first { $0.id == id }?.status ?? outcomes.first { $0.id == id }?.status
  }
}

/// What a plan holds, as far as the text of a report asks for it.
struct PlanOutline {
  struct Indicator {
    let measure: HeldFigure.Measure
    let power: Int
    let formula: Asked?
    let sources: [String]
  }
  struct Target {
    let value: Double?
    let indicator: String?
    let area: String?
  }

  private(set) var indicators: [String: Indicator] = [:]
  private(set) var targets: [String: Target] = [:]
  /// Of each kind, with the goal or objective above it.
  private(set) var elements: [String: [(id: String, above: String?)]] = [:]

  init(_ texts: [String: String]) {
    for (path, text) in texts.sorted(by: { $0.key < $1.key }) where path.hasPrefix("plan/") {
      let file = PlainYAML(text)
      for (kind, list) in file.entries {
        for item in list.items {
          guard let id = item["id"]?.text else { continue }
          elements[kind, default: []].append((id, (item["goal"] ?? item["objective"])?.text))
          if kind == "targets" { targets[id] = PlanOutline.target(item) }
          if kind == "indicators" { indicators[id] = PlanOutline.indicator(item) }
        }
      }
    }
  }

  private static func target(_ item: PlainYAML) -> Target {
    let states = ["level", "ceiling", "index", "perception"].contains(item["kind"]?.text)
    return Target(
      value: states ? item["value"]?.text.flatMap(Double.init) : nil, indicator: item["indicator"]?.text,
      area: item["area"]?.text)
  }

  private static func indicator(_ item: PlainYAML) -> Indicator {
    let unit = item["unit"]
    let measure: HeldFigure.Measure = unit?.text == "percent" ? .percent : .other
    var power = 0
    if let tens = unit?["multiplier"]?.text.flatMap(Int.init) { power = tens }
    return Indicator(
      measure: measure, power: power, formula: item["formula"]?.text.flatMap { Asked($0) },
      sources: item["sources"]?.items.compactMap(\.text) ?? [])
  }
}
