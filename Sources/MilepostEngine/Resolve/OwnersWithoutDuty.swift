import MilepostModel

/// A title is given to an owner that the plan has; another spelling would leave the owner without it.
func ownersWithoutDuty(_ index: DraftIndex, into diagnostics: inout Diagnostics) {
  let draft = index.draft
  let plan = draft.plan
  let written =
    plan.targets.map(\.owner) + plan.objectives.map(\.owner) + plan.outcomes.map(\.owner) + plan.outputs.map(\.owner)
    + plan.enablers.map(\.owner) + plan.indicators.map(\.owner)
  let owners = Set(written.compactMap(\.self))
  for (number, title) in draft.settings.owners.enumerated() where !owners.contains(title.name) {
    diagnostics.report(
      .ownerWithoutDuty(
        title.name, at: draft.places[.settings, 0, "owners.\(number).name"],
        closest: owners.sorted().closest(to: title.name)))
  }
}

extension Diagnostic {
  static func ownerWithoutDuty(_ name: String, at position: SourcePosition, closest: String?) -> Self {
    Diagnostic(
      .warning, "MP0242", "nothing in the plan has the owner '\(name)'", at: position,
      hint: closest.map { "did you mean '\($0)'?" } ?? "write the name as the plan does, or remove the entry")
  }
}
