import MilepostModel

/// In which order indicators are computed, first for areas or for groups as others need them.
///
/// An indicator is two steps, because the value of a group may need a weight that is itself computed from the values
/// of areas: the mean household size, weighted by households, which are population over household size.
struct ComputingOrder {
  enum Level: Int, Hashable { case areas, groups }

  struct Step: Hashable {
    let indicator: Indicator.ID
    let level: Level
  }

  /// Every step after those it needs; steps of a circle are left out.
  private(set) var steps: [Step] = []
  /// Each begins and ends with the same indicator, the first in order of ids.
  private(set) var circles: [[Indicator.ID]] = []

  /// Indicators that others need.
  private(set) var referenced: Set<Indicator.ID> = []

  private enum Mark { case open, done, failed }
  private var marks: [Step: Mark] = [:]
  private var path: [Step] = []
  private let plan: ResolvedPlan
  private let formulas: Formulas
  private let outputs: IndexOutputs

  init(_ plan: ResolvedPlan, _ formulas: Formulas) {
    self.plan = plan
    self.formulas = formulas
    outputs = IndexOutputs(plan.draft.indices)
    for indicator in plan.plan.indicators {
      for level in [Level.areas, .groups] { _ = visit(Step(indicator: indicator.id, level: level)) }
    }
  }

  /// - Returns: Whether the step can be computed.
  private mutating func visit(_ step: Step) -> Bool {
    switch marks[step] {
    case .done: return true
    case .failed: return false
    case .open:
      record(circleTo: step)
      return false
    case nil: break
    }
    marks[step] = .open
    path.append(step)
    var isPossible = true
    for need in needs(of: step) {
      if need.indicator != step.indicator { referenced.insert(need.indicator) }
      if !visit(need) { isPossible = false }
    }
    path.removeLast()
    marks[step] = isPossible ? .done : .failed
    if isPossible { steps.append(step) }
    return isPossible
  }

  private func needs(of step: Step) -> [Step] {
    guard let indicator = plan.indicators[step.indicator] else { return [] }
    var needs: [Step] = []
    if step.level == .groups, let aggregation = indicator.aggregation {
      needs.append(Step(indicator: indicator.id, level: .areas))
      if case .weightedMean(let weight) = aggregation.method { needs.append(Step(indicator: weight, level: .areas)) }
      return needs
    }
    if step.level == .areas, let output = outputs[indicator.id] {
      return plan.draft.indices[output.index].inputs.map { Step(indicator: $0.indicator, level: .areas) }
    }
    guard let term = formulas.terms[indicator.id] else { return [] }
    for (reference, isForMembers) in term.references {
      if let area = reference.area {
        let level: Level = plan.groups[area] == nil ? .areas : .groups
        needs.append(Step(indicator: reference.indicator, level: level))
      } else {
        needs.append(Step(indicator: reference.indicator, level: isForMembers ? .areas : step.level))
      }
    }
    return needs
  }

  private mutating func record(circleTo step: Step) {
    guard let start = path.firstIndex(of: step) else { return }
    var ring: [Indicator.ID] = []
    for indicator in path[start...].map(\.indicator) where ring.last != indicator { ring.append(indicator) }
    if ring.count > 1, ring.first == ring.last { ring.removeLast() }
    guard let least = ring.min(), let place = ring.firstIndex(of: least) else { return }
    let circle = Array(ring[place...] + ring[..<place]) + [least]
    if !circles.contains(circle) { circles.append(circle) }
  }
}
