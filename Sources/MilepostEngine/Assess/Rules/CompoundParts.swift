import MilepostModel

/// A compound target has something to put together.
func compoundTargets(_ plan: ResolvedPlan, into diagnostics: inout Diagnostics) {
  plan.forEachTarget { target, place in
    guard case .compound(let parts) = target.kind, parts.count < 2 else { return }
    diagnostics.report(.tooFewParts(target, parts.count, at: place("parts")))
  }
}

extension Diagnostic {
  fileprivate static func tooFewParts(_ target: Target, _ count: Int, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0639", "compound target '\(target.id)' has \(count == 0 ? "no parts" : "one part")", at: position,
      hint: count == 0 ? "write two parts or more" : "write the keys of the part at the target itself, or add a part")
  }
}
