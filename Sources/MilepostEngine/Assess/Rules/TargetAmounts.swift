import MilepostModel

/// Amounts of change are above zero and lead the wanted way; what is 0 to 100 is not written as 0 to 1.
func amountsOfTargets(_ plan: ResolvedPlan, into diagnostics: inout Diagnostics) {
  plan.forEachCondition { condition in
    switch condition.kind {
    case .change(let points) where points <= 0:
      diagnostics.report(.amountNotAboveZero("points", points, condition.target, at: condition.place("points")))
    case .relative(let percent, _) where percent <= 0:
      diagnostics.report(.amountNotAboveZero("percent", percent, condition.target, at: condition.place("percent")))
    case .relative(let percent, .timesOnePlusOrMinus) where percent > 100 && condition.direction == .down:
      diagnostics.report(.lessThanNothing(percent, condition.target, at: condition.place("percent")))
    case .shareOfAreas(_, _, let percent) where percent > 0 && percent < 1:
      diagnostics.report(.shareForPercent(percent, condition.target, at: condition.place("percent")))
    default: return
    }
  }
}

extension Diagnostic {
  fileprivate static func amountNotAboveZero(
    _ key: String, _ amount: Double, _ target: Target, at position: SourcePosition
  ) -> Self {
    let hint =
      amount < 0
      ? "write \(abs(amount).shortest); 'direction', of target or indicator, says which way is meant"
      : "write by how much the value must change, as a positive number"
    return Diagnostic(
      .error, "MP0633", "\(key) \(amount.shortest) of target '\(target.id)' is not above zero", at: position, hint: hint
    )
  }

  fileprivate static func lessThanNothing(_ percent: Double, _ target: Target, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0633",
      "percent \(percent.shortest) of target '\(target.id)' takes away more than there is, where less is better",
      at: position, hint: "write a number up to 100; 'reading: divided' says how many percent more the same money buys")
  }

  fileprivate static func shareForPercent(_ percent: Double, _ target: Target, at position: SourcePosition) -> Self {
    Diagnostic(
      .warning, "MP0638", "percent \(percent.shortest) of target '\(target.id)' looks like a share of 1", at: position,
      hint: "percentages are 0 to 100")
  }
}
