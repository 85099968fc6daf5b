import MilepostModel

/// What asks for areas of a group needs a group.
func targetsOverAreas(_ plan: ResolvedPlan, into diagnostics: inout Diagnostics) {
  plan.forEachCondition { condition in
    switch condition.kind {
    case .shareOfAreas, .allAreas: break
    default: return
    }
    guard let measure = condition.measure, plan.groups[measure.area] == nil else { return }
    diagnostics.report(.areaIsNoGroup(condition.target, condition.kind, measure.area, at: condition.place("area")))
  }
}

extension Diagnostic {
  fileprivate static func areaIsNoGroup(
    _ target: Target, _ kind: TargetKind, _ area: Area.ID, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0637",
      "kind '\(kind.name)' of target '\(target.id)' asks for areas of a group, and '\(area)' is one area",
      at: position, hint: "write the code of a group, or 'kind: level' for the value of the area itself")
  }
}
