import MilepostModel

/// A ceiling is kept by what should be little; over what should be much it says the opposite of what was meant.
func ceilingsOfWhatShouldRise(_ plan: ResolvedPlan, into diagnostics: inout Diagnostics) {
  plan.forEachCondition { condition in
    guard case .ceiling = condition.kind, condition.direction == .up, let indicator = condition.indicator else {
      return
    }
    diagnostics.report(.ceilingOfGood(condition.target, indicator, at: condition.place("kind")))
  }
}

extension Diagnostic {
  fileprivate static func ceilingOfGood(
    _ target: Target, _ indicator: Indicator, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0632", "ceiling of target '\(target.id)' on '\(indicator.id)', of which more is better", at: position,
      hint: "write 'kind: level' for a value to be reached, or 'direction: down' where less is better")
  }
}
