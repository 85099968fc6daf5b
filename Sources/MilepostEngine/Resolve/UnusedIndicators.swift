import MilepostModel

/// What has no values and no use is either forgotten or mistyped where it should be used.
func unusedIndicators(_ index: DraftIndex, into diagnostics: inout Diagnostics) {
  let draft = index.draft
  var used = Set(draft.measures.map(\.measure.indicator.text))
  for indicator in draft.plan.indicators {
    if case .weightedMean(let weight) = indicator.aggregation?.method { used.insert(weight.text) }
    if let root = indicator.formula?.root { root.collectNames(into: &used) }
  }
  for index in draft.indices {
    used.formUnion(index.inputs.map(\.indicator.text) + index.nodes.compactMap { $0.scores?.text })
  }
  used.formUnion(draft.tables.flatMap { $0.seriesKeys.map(\.indicator.text) })
  for (number, indicator) in draft.plan.indicators.enumerated()
  where indicator.formula == nil && !used.contains(indicator.id.text) {
    diagnostics.report(.unusedIndicator(indicator.id, at: draft.places[.indicator, number, "id"]))
  }
}

extension Expression {
  /// Names and callees anywhere in the expression.
  fileprivate func collectNames(into names: inout Set<String>) {
    switch node {
    case .number, .period, .range: break
    case .name(let name): names.insert(name)
    case .call(let name, let arguments):
      names.insert(name)
      for argument in arguments { argument.value.collectNames(into: &names) }
    case .negated(let inner): inner.collectNames(into: &names)
    case .binary(_, let left, let right):
      left.collectNames(into: &names)
      right.collectNames(into: &names)
    }
  }
}

extension Diagnostic {
  static func unusedIndicator(_ id: Indicator.ID, at position: SourcePosition) -> Self {
    Diagnostic(
      .warning, "MP0228", "indicator '\(id)' has no data, and nothing uses it",
      at: position, hint: "remove it, or see whether the id is mistyped where it should be used")
  }
}
