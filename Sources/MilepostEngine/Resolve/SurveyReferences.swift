import MilepostModel

/// Sources, codelists, indicators and areas that surveys name.
func unknownNamesInSurveys(_ index: DraftIndex, into diagnostics: inout Diagnostics) {
  let draft = index.draft
  for (number, survey) in draft.surveys.enumerated() {
    func place(_ key: String) -> SourcePosition { draft.places[.survey, number, key] }
    if !index.sources.contains(survey.source) {
      diagnostics.report(
        .unknownElement(
          "MP0213", "source", survey.source.text, at: place("source"), among: draft.sources.map(\.id.text)))
    }
    for breakdown in survey.breakdowns {
      guard case .codelist(let list) = breakdown.codes, index.codelists[list] == nil else { continue }
      diagnostics.report(
        .unknownElement(
          "MP0214", "codelist", list.text, at: place("breakdowns.\(breakdown.id)"),
          among: draft.codelists.map(\.id.text) + ["area"]))
    }
    for (order, measure) in survey.measures.enumerated() {
      if index.indicators[measure.indicator] == nil {
        diagnostics.report(
          .unknownIndicator(
            measure.indicator, at: place("measures.\(order).indicator"),
            closest: draft.plan.indicators.map(\.id.text).closest(to: measure.indicator.text)))
      }
      switch measure.place {
      case .area(let area), .dimension(let area, _, _):
        guard !index.isArea(area) else { continue }
        diagnostics.report(
          .unknownElement(
            "MP0207", "area or group", area.text, at: place("measures.\(order).area"),
            among: draft.areas.map(\.id.text) + draft.groups.map(\.id.text)))
      case .areas: continue
      }
    }
  }
}
