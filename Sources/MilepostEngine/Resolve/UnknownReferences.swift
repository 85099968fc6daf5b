import MilepostModel

func unknownIndicators(_ index: DraftIndex, into diagnostics: inout Diagnostics) {
  let draft = index.draft
  let names = draft.plan.indicators.map(\.id.text)
  func check(_ id: Indicator.ID, at position: SourcePosition) {
    guard index.indicators[id] == nil else { return }
    diagnostics.report(.unknownIndicator(id, at: position, closest: names.closest(to: id.text)))
  }
  for (measure, kind, number, path) in draft.measures {
    check(measure.indicator, at: draft.places[kind, number, path + "indicator"])
  }
  for (number, indicator) in draft.plan.indicators.enumerated() {
    if case .weightedMean(let weight) = indicator.aggregation?.method {
      check(weight, at: draft.places[.indicator, number, "aggregate.weight"])
    }
  }
  for (number, dataflow) in draft.dataflows.enumerated() {
    if let indicator = dataflow.indicator { check(indicator, at: draft.places[.dataflow, number, "indicator"]) }
  }
}

func unknownPlanElements(_ index: DraftIndex, into diagnostics: inout Diagnostics) {
  let draft = index.draft
  let goals = draft.plan.goals.map(\.id.text)
  for (number, target) in draft.plan.targets.enumerated() where !index.goals.contains(target.goal) {
    diagnostics.report(
      .unknownElement("MP0204", "goal", target.goal.text, at: draft.places[.target, number, "goal"], among: goals))
  }
  for (number, objective) in draft.plan.objectives.enumerated() {
    for (place, goal) in objective.goals.enumerated() where !index.goals.contains(goal) {
      diagnostics.report(
        .unknownElement(
          "MP0204", "goal", goal.text, at: draft.places[.objective, number, "goals.\(place)"], among: goals))
    }
  }
  for (number, outcome) in draft.plan.outcomes.enumerated() where !index.objectives.contains(outcome.objective) {
    diagnostics.report(
      .unknownElement(
        "MP0205", "objective", outcome.objective.text, at: draft.places[.outcome, number, "objective"],
        among: draft.plan.objectives.map(\.id.text)))
  }
  for (number, output) in draft.plan.outputs.enumerated() {
    for (place, outcome) in output.outcomes.enumerated() where !index.outcomes.contains(outcome) {
      diagnostics.report(
        .unknownElement(
          "MP0206", "outcome", outcome.text, at: draft.places[.output, number, "outcomes.\(place)"],
          among: draft.plan.outcomes.map(\.id.text)))
    }
  }
}

func unknownAreas(_ index: DraftIndex, into diagnostics: inout Diagnostics) {
  let draft = index.draft
  let names = draft.areas.map(\.id.text) + draft.groups.map(\.id.text)
  func check(_ area: Area.ID, at position: SourcePosition) {
    guard !index.isArea(area) else { return }
    diagnostics.report(.unknownElement("MP0207", "area or group", area.text, at: position, among: names))
  }
  for (measure, kind, number, path) in draft.measures {
    if case .target = kind, !draft.places.has(kind, number, path + "area") { continue }
    check(measure.area, at: draft.places[kind, number, path + "area"])
  }
  for (kind, number, path) in draft.targetKinds {
    guard case .gapReduction(let better, let worse, _, _) = kind else { continue }
    check(better, at: draft.places[.target, number, path + "better"])
    check(worse, at: draft.places[.target, number, path + "worse"])
  }
  for (number, indicator) in draft.plan.indicators.enumerated() {
    for (place, stratum) in (indicator.aggregation?.imputation.strata ?? []).enumerated() {
      check(stratum, at: draft.places[.indicator, number, "aggregate.strata.\(place)"])
    }
  }
  for (number, group) in draft.groups.enumerated() {
    for membership in group.memberships where !index.areas.contains(membership.area) {
      let position = draft.places[.group, number, "members.\(membership.area)"]
      diagnostics.report(
        .unknownElement("MP0207", "area", membership.area.text, at: position, among: draft.areas.map(\.id.text)))
    }
  }
  let placed =
    draft.outlines.enumerated().map { ($1.area, draft.places[.outline, $0]) }
    + draft.tiles.enumerated().map { ($1.area, draft.places[.tile, $0]) }
  for (area, position) in placed where !index.areas.contains(area) {
    diagnostics.report(
      .unknownElement("MP0207", "area", area.text, at: position, among: draft.areas.map(\.id.text)))
  }
}

func unknownSourcesCodelistsEditions(_ index: DraftIndex, into diagnostics: inout Diagnostics) {
  let draft = index.draft
  let sources = draft.sources.map(\.id.text)
  for (number, dataflow) in draft.dataflows.enumerated() {
    if !index.sources.contains(dataflow.source) {
      diagnostics.report(
        .unknownElement(
          "MP0213", "source", dataflow.source.text, at: draft.places[.dataflow, number, "source"], among: sources))
    }
    for dimension in dataflow.structure.dimensions where index.codelists[dimension.codelist] == nil {
      let position = draft.places[.dataflow, number, "dimensions.\(dimension.id)"]
      diagnostics.report(
        .unknownElement(
          "MP0214", "codelist", dimension.codelist.text, at: position, among: draft.codelists.map(\.id.text)))
    }
  }
  for (number, indicator) in draft.plan.indicators.enumerated() {
    for (place, source) in indicator.sources.enumerated() where !index.sources.contains(source) {
      let position = draft.places[.indicator, number, "sources.\(place)"]
      diagnostics.report(.unknownElement("MP0213", "source", source.text, at: position, among: sources))
    }
  }
  for (number, target) in draft.plan.targets.enumerated() {
    for (place, printed) in target.printed.enumerated() {
      guard let edition = printed.edition, !index.editions.contains(edition) else { continue }
      let position = draft.places[.target, number, "printed.\(place).edition"]
      diagnostics.report(
        .unknownElement(
          "MP0215", "edition", edition.text, at: position, among: draft.settings.editions.map(\.id.text)))
    }
  }
}

extension Diagnostic {
  static func unknownIndicator(_ id: Indicator.ID, at position: SourcePosition, closest: String?) -> Self {
    Diagnostic(
      .error, "MP0203", "unknown indicator '\(id)'", at: position, hint: closest.map { "did you mean '\($0)'?" })
  }

  static func unknownElement(
    _ code: String, _ noun: String, _ id: String, at position: SourcePosition, among known: [String]
  ) -> Self {
    let few = (1...8).contains(known.count) ? "there are \(known.joined(separator: ", "))" : nil
    return Diagnostic(
      .error, code, "unknown \(noun) '\(id)'", at: position,
      hint: known.closest(to: id).map { "did you mean '\($0)'?" } ?? few)
  }
}
