package import MilepostModel

/// A draft with the names that it declares, gathered once for all rules of reference.
package struct DraftIndex: Sendable {
  package let draft: Draft
  let indicators: [Indicator.ID: Indicator]
  let goals: Set<Goal.ID>
  let objectives: Set<Objective.ID>
  let outcomes: Set<Outcome.ID>
  let areas: Set<Area.ID>
  let groups: Set<Area.ID>
  let sources: Set<DataSource.ID>
  let editions: Set<Edition.ID>
  let codelists: [Codelist.ID: Codelist]
  let frameworks: [Framework.ID: Framework]
  /// Codelist of each dimension that a dataflow declares.
  let dimensions: [String: Codelist.ID]

  package init(_ draft: Draft) {
    self.draft = draft
    indicators = Dictionary(draft.plan.indicators.map { ($0.id, $0) }) { first, _ in first }
    goals = Set(draft.plan.goals.map(\.id))
    objectives = Set(draft.plan.objectives.map(\.id))
    outcomes = Set(draft.plan.outcomes.map(\.id))
    areas = Set(draft.areas.map(\.id))
    groups = Set(draft.groups.map(\.id))
    sources = Set(draft.sources.map(\.id))
    editions = Set(draft.settings.editions.map(\.id))
    codelists = Dictionary(draft.codelists.map { ($0.id, $0) }) { first, _ in first }
    frameworks = Dictionary(draft.plan.frameworks.map { ($0.id, $0) }) { first, _ in first }
    dimensions = Dictionary(
      draft.dataflows.flatMap(\.structure.dimensions).map { ($0.id, $0.codelist) }
    ) { first, _ in first }
  }

  func isArea(_ id: Area.ID) -> Bool { areas.contains(id) || groups.contains(id) }
}

/// A check of the draft that reports findings of the codes it owns.
package struct DraftRule: Sendable {
  package let codes: [String]
  package let check: @Sendable (DraftIndex, inout Diagnostics) -> Void

  init(_ codes: String..., check: @escaping @Sendable (DraftIndex, inout Diagnostics) -> Void) {
    self.codes = codes
    self.check = check
  }
}

/// Every rule of reference and form, in running order.
package let draftRules: [DraftRule] = [
  DraftRule("MP0201", check: duplicateIDs),
  DraftRule("MP0202", check: slugCollisions),
  DraftRule("MP0203", check: unknownIndicators),
  DraftRule("MP0204", "MP0205", "MP0206", check: unknownPlanElements),
  DraftRule("MP0207", check: unknownAreas),
  DraftRule("MP0208", "MP0209", "MP0210", check: unknownDimensionsAndCodes),
  DraftRule("MP0211", "MP0212", check: unknownFrameworkLinks),
  DraftRule("MP0213", "MP0214", "MP0215", check: unknownSourcesCodelistsEditions),
  DraftRule("MP0203", "MP0207", "MP0213", "MP0214", "MP0243", check: unknownNamesInRegisters),
  DraftRule("MP0203", "MP0207", "MP0244", "MP0245", "MP0246", check: unknownNamesInIndices),
  DraftRule("MP0203", "MP0207", "MP0213", "MP0214", check: unknownNamesInSurveys),
  DraftRule("MP0216", check: idsUnlikeTheirSiblings),
  DraftRule("MP0217", check: gapsInNumbering),
  DraftRule("MP0218", check: areaAndGroupWithOneCode),
  DraftRule("MP0219", "MP0220", check: missingLanguages),
  DraftRule("MP0221", check: childlessElements),
  DraftRule("MP0222", check: ownersWrittenTwoWays),
  DraftRule("MP0223", check: impossibleEditionDates),
  DraftRule("MP0215", "MP0247", "MP0248", "MP0249", check: successionsOfEditions),
  DraftRule("MP0225", check: dueBeforeThePlan),
  DraftRule("MP0226", "MP0227", check: figuresInTitles),
  DraftRule("MP0228", check: unusedIndicators),
  DraftRule("MP0229", check: unusedFrameworks),
  DraftRule("MP0240", check: idsWithoutPage),
  DraftRule("MP0241", check: unusedUnitNames),
  DraftRule("MP0242", check: ownersWithoutDuty),
  DraftRule("MP0230", check: distinctValuesInData),
  DraftRule("MP0232", "MP0233", check: placesTakenTwice),
  DraftRule("MP0234", check: areasWithoutPlace),
  DraftRule("MP0250", check: contrastsOfTheTheme),
]

/// Follows every reference of a draft.
///
/// - Parameter rules: `draftRules`, or fewer when a test shows what a rule is for.
/// - Returns: nil when a reference leads nowhere or an id is taken twice.
package func resolve(
  _ draft: Draft, rules: [DraftRule] = draftRules, into diagnostics: inout Diagnostics
) -> ResolvedPlan? {
  let index = DraftIndex(draft)
  var found = Diagnostics()
  for rule in rules { rule.check(index, &found) }
  diagnostics.report(contentsOf: found)
  guard !found.hasErrors else { return nil }
  return ResolvedPlan(draft, sorted: sorted(draft.plan))
}

private func sorted(_ plan: Plan) -> Plan {
  var sorted = plan
  sorted.goals.sort { $0.id < $1.id }
  sorted.targets.sort { $0.id < $1.id }
  sorted.objectives.sort { $0.id < $1.id }
  sorted.outcomes.sort { $0.id < $1.id }
  sorted.outputs.sort { $0.id < $1.id }
  sorted.enablers.sort { $0.id < $1.id }
  sorted.indicators.sort { $0.id < $1.id }
  sorted.frameworks.sort { $0.id < $1.id }
  return sorted
}
