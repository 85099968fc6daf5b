import MilepostModel

/// A unit with a name in which nothing is measured is mistyped.
func unusedUnitNames(_ index: DraftIndex, into diagnostics: inout Diagnostics) {
  let draft = index.draft
  let used = Set(draft.plan.indicators.map(\.unit.measure))
  for name in draft.settings.unitNames.keys.sorted() where !used.contains(name) {
    diagnostics.report(
      .unusedUnitName(name, at: draft.places[.settings, 0, "units.\(name)"], closest: used.sorted().closest(to: name)))
  }
}

extension Diagnostic {
  fileprivate static func unusedUnitName(_ name: String, at position: SourcePosition, closest: String?) -> Self {
    Diagnostic(
      .warning, "MP0241", "unit '\(name)' has a name, and no indicator is measured in it", at: position,
      hint: closest.map { "did you mean '\($0)'?" } ?? "remove the name")
  }
}
