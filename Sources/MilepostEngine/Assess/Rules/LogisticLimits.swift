import MilepostModel

/// The limit of a logistic curve is stated, never guessed.
func logisticWithoutLimits(_ plan: ResolvedPlan, into diagnostics: inout Diagnostics) {
  plan.forEachTarget { target, place in
    guard let choice = target.method, choice.method == .logistic || choice.fallback == .logistic,
      target.kind.isInUnitOfIndicator, let measure = target.measure,
      let limits = plan.indicators[measure.indicator]?.limits, limits.lower == nil || limits.upper == nil
    else { return }
    diagnostics.report(.logisticWithoutLimits(target, measure, at: place("method.id")))
  }
}

extension Diagnostic {
  static func logisticWithoutLimits(_ target: Target, _ measure: Measure, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0609",
      "method 'logistic' of target '\(target.id)' needs both natural limits of '\(measure.indicator)'", at: position,
      hint: "add 'limits: {lower: 0, upper: 100}' to the indicator, or take 'drift'")
  }
}
