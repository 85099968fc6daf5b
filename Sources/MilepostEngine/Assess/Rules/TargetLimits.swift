import MilepostModel

/// A value that the indicator can never have cannot be reached.
func targetsOutsideLimits(_ plan: ResolvedPlan, into diagnostics: inout Diagnostics) {
  plan.forEachTarget { target, place in
    check(target.kind, target.measure, field: "", plan, target, place, &diagnostics)
    let limits = target.measure.flatMap { plan.indicators[$0.indicator]?.limits } ?? .none
    if target.kind.isInUnitOfIndicator {
      if let value = target.baseline?.value {
        report("baseline", value, limits, target, at: place("baseline.value"), &diagnostics)
      }
      for (number, milestone) in target.milestones.enumerated() {
        report("milestone", milestone.value, limits, target, at: place("milestones.\(number).value"), &diagnostics)
      }
    }
    guard case .compound(let parts) = target.kind else { return }
    for (number, part) in parts.enumerated() {
      check(part.kind, part.measure, field: "parts.\(number).", plan, target, place, &diagnostics)
    }
  }
}

private func check(
  _ kind: TargetKind, _ measure: Measure?, field: String, _ plan: ResolvedPlan, _ target: Target,
  _ place: (String) -> SourcePosition, _ diagnostics: inout Diagnostics
) {
  let limits = measure.flatMap { plan.indicators[$0.indicator]?.limits } ?? .none
  let percent = Indicator.Limits(lower: 0, upper: 100)
  switch kind {
  case .level(let value), .ceiling(let value), .compositeIndex(let value), .perception(.some(let value)):
    report("value", value, limits, target, at: place(field + "value"), &diagnostics)
  case .shareOfAreas(_, let threshold, let share):
    report("threshold", threshold, limits, target, at: place(field + "past.threshold"), &diagnostics)
    report("percent", share, percent, target, at: place(field + "percent"), &diagnostics)
  case .gapReduction(_, _, _, let share):
    report("percent", share, percent, target, at: place(field + "percent"), &diagnostics)
  case .relative, .change, .allAreas, .parity, .directional, .perception(nil), .yesNo, .compound:
    break
  }
}

private func report(
  _ name: String, _ value: Double, _ limits: Indicator.Limits, _ target: Target, at position: SourcePosition,
  _ diagnostics: inout Diagnostics
) {
  if let lower = limits.lower, value < lower {
    diagnostics.report(.outsideLimits(name, value, "below the lower limit \(lower.shortest)", target, at: position))
  }
  if let upper = limits.upper, value > upper {
    diagnostics.report(.outsideLimits(name, value, "above the upper limit \(upper.shortest)", target, at: position))
  }
}

extension TargetKind {
  /// Whether baseline and milestones are values of the indicator, not shares, gaps or scores made of them.
  var isInUnitOfIndicator: Bool {
    switch self {
    case .level, .ceiling, .relative, .change, .directional, .perception, .compositeIndex, .yesNo: true
    case .shareOfAreas, .allAreas, .parity, .gapReduction, .compound: false
    }
  }
}

extension Diagnostic {
  static func outsideLimits(
    _ name: String, _ value: Double, _ fault: String, _ target: Target, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0604", "\(name) \(value.shortest) of target '\(target.id)' is \(fault)", at: position,
      hint: "correct the number, its unit, or the limits of the indicator")
  }
}
