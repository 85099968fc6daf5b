import MilepostModel

/// Somebody must say which way is better, else nothing can be judged.
func measuresWithoutDirection(_ plan: ResolvedPlan, into diagnostics: inout Diagnostics) {
  plan.forEachTarget { target, place in
    if let measure = target.measure, target.judgedDirection(plan) == nil {
      diagnostics.report(.noDirection(target, measure, at: place("indicator")))
    }
    guard case .compound(let parts) = target.kind else { return }
    for (number, part) in parts.enumerated() where part.kind.takesDirectionOfIndicator {
      guard let measure = part.measure, plan.indicators[measure.indicator]?.direction == nil else { continue }
      diagnostics.report(.noDirection(target, measure, at: place("parts.\(number).indicator")))
    }
  }
  for (index, outcome) in plan.draft.plan.outcomes.enumerated() {
    for (number, measure) in outcome.measures.enumerated()
    where plan.indicators[measure.indicator]?.direction == nil {
      let position = plan.draft.places[.outcome, index, "measured-by.\(number).indicator"]
      diagnostics.report(.outcomeWithoutDirection(outcome, measure, at: position))
    }
  }
}

extension TargetKind {
  fileprivate var takesDirectionOfIndicator: Bool {
    switch self {
    case .level, .relative, .change, .directional, .perception, .compositeIndex: true
    case .ceiling, .shareOfAreas, .allAreas, .parity, .gapReduction, .yesNo, .compound: false
    }
  }
}

extension Diagnostic {
  static func noDirection(_ target: Target, _ measure: Measure, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0605",
      "neither target '\(target.id)' nor indicator '\(measure.indicator)' says whether more or less is better",
      at: position, hint: "add 'direction: up' or 'direction: down'")
  }

  static func outcomeWithoutDirection(_ outcome: Outcome, _ measure: Measure, at position: SourcePosition) -> Self {
    Diagnostic(
      .warning, "MP0606",
      "outcome '\(outcome.id)' is measured by '\(measure.indicator)', of which neither more nor less is better",
      at: position, hint: "add 'direction: up' or 'direction: down' to the indicator")
  }
}
