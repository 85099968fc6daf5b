import MilepostModel

/// What has no values and no use is either forgotten or mistyped where it should be used.
func unusedIndicators(_ index: DraftIndex, into diagnostics: inout Diagnostics) {
  let draft = index.draft
  var used = Set(draft.measures.map(\.measure.indicator.text))
  for indicator in draft.plan.indicators {
    if case .weightedMean(let weight) = indicator.aggregation?.method { used.insert(weight.text) }
    if let root = indicator.formula?.root { used.formUnion(root.names) }
  }
  for index in draft.indices {
    used.formUnion(index.inputs.map(\.indicator.text) + index.nodes.compactMap { $0.scores?.text })
  }
  used.formUnion(draft.tables.flatMap { $0.seriesKeys.map(\.indicator.text) })
  for binding in draft.narrative.map({ $0.chapters.flatMap(\.bindings) }) ?? [] {
    if let figure = binding.figure { used.formUnion(figure.root.names) }
  }
  for (number, indicator) in draft.plan.indicators.enumerated()
  where indicator.formula == nil && !used.contains(indicator.id.text) {
    diagnostics.report(.unusedIndicator(indicator.id, at: draft.places[.indicator, number, "id"]))
  }
}

extension Diagnostic {
  static func unusedIndicator(_ id: Indicator.ID, at position: SourcePosition) -> Self {
    Diagnostic(
      .warning, "MP0228", "indicator '\(id)' has no data, and nothing uses it",
      at: position, hint: "remove it, or see whether the id is mistyped where it should be used")
  }
}
