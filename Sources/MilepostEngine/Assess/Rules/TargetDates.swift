import MilepostModel

/// A target is due after the period that it starts from.
func targetsDueBeforeBaseline(_ plan: ResolvedPlan, into diagnostics: inout Diagnostics) {
  plan.forEachTarget { target, place in
    if let baseline = target.baseline, target.due.lastDay <= baseline.period.lastDay {
      diagnostics.report(.dueBeforeBaseline(target, baseline, due: place("due"), base: place("baseline.period")))
    }
    guard case .compound(let parts) = target.kind else { return }
    for (number, part) in parts.enumerated() {
      guard let baseline = part.baseline, target.due.lastDay <= baseline.period.lastDay else { continue }
      diagnostics.report(
        .dueBeforeBaseline(target, baseline, due: place("due"), base: place("parts.\(number).baseline.period")))
    }
  }
}

extension Diagnostic {
  static func dueBeforeBaseline(
    _ target: Target, _ baseline: Baseline, due: SourcePosition, base: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0601", "target '\(target.id)' is due \(target.due), not after its baseline \(baseline.period)",
      at: due, hint: "correct 'due' or the period of the baseline", notes: [Note("the baseline is here", at: base)])
  }
}
