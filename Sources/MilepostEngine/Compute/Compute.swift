package import MilepostModel

/// Stored and computed series together, in the order of their keys.
///
/// Computed are the formulas of indicators, for every area and group, the scores of indices, and the aggregates of groups
/// that have no published series: a series is stored or computed, never both. Formulas with errors, which `Rule.formulas` and
/// `Rule.circles` report, are passed over.
package func compute(
  _ plan: ResolvedPlan, _ observed: WorkingTable, asOf date: CalendarDate, into diagnostics: inout Diagnostics
) -> WorkingTable {
  let formulas = Formulas(plan)
  let order = ComputingOrder(plan, formulas)
  var computation = Computation(plan, observed, asOf: date)
  var rows = ComputedRows()
  let places = IndicatorPlaces(plan)
  let needed = order.referenced
  let outputs = IndexOutputs(plan.draft.indices)
  for step in order.steps {
    guard let indicator = plan.indicators[step.indicator] else { continue }
    let term = formulas.terms[indicator.id]
    if step.level == .groups, let aggregation = indicator.aggregation {
      computation.aggregateGroups(indicator, aggregation, into: &rows, at: places.aggregation(of: indicator.id))
    } else if step.level == .areas, let output = outputs[indicator.id] {
      computation.appendScores(of: output, indicator, into: &rows)
    } else if let term {
      let range = step.level == .areas ? computation.grid.areas : computation.grid.groups
      computation.evaluateFormula(term, indicator, range, into: &rows)
    }
    if step.level == .groups && !needed.contains(indicator.id) { computation.store.drop(indicator.id) }
  }
  for (position, fault) in computation.faults {
    diagnostics.report(.noResult(fault, computation.grid, at: position))
  }
  return rows.merged(into: observed, computation.grid, computation.book)
}

extension Computation {
  fileprivate mutating func aggregateGroups(
    _ indicator: Indicator, _ aggregation: Aggregation, into rows: inout ComputedRows, at position: SourcePosition
  ) {
    for codes in store.codes(of: indicator.id) {
      let key = ColumnStore.Key(indicator: indicator.id, codes: codes)
      guard var column = store.column(key) else { continue }
      let stored = store.storedPlaces(key)
      aggregate(indicator, aggregation, codes, into: &column, skipping: stored, at: position)
      rows.append(column, key, grid.groups.filter { !stored.contains($0) }, grid, &book)
      store.store(column, key)
    }
  }

  fileprivate mutating func evaluateFormula(
    _ term: Term, _ indicator: Indicator, _ range: Range<Int>, into rows: inout ComputedRows
  ) {
    // A formula that names its areas itself, or looks at all areas of a group, says nothing of single areas.
    if range == grid.areas && (term.needsGroup || !term.looksAtCurrentArea) { return }
    for codes in codes(of: term, within: indicator.dimensions) {
      guard let result = column(term, codes, range) else { continue }
      let key = ColumnStore.Key(indicator: indicator.id, codes: codes)
      let stored = store.storedPlaces(key)
      var column = store.column(key) ?? Column(cells: grid.cellCount)
      let computed = range.filter { !stored.contains($0) }
      for cell in computed.lazy.flatMap({ [width = grid.periods.count] in $0 * width..<($0 + 1) * width }) {
        column.copy(cell, of: result, to: cell)
      }
      rows.append(column, key, computed, grid, &book)
      store.store(column, key)
    }
  }

  /// The combinations of codes that the term's series have, without the dimensions that the term sets itself.
  private mutating func codes(of term: Term, within dimensions: [String]) -> [[DimensionCode]] {
    var found: Set<[DimensionCode]> = []
    for (reference, _) in term.references {
      let own = Set(reference.codes.map(\.dimension))
      for codes in store.codes(of: reference.indicator) {
        let free = codes.filter { !own.contains($0.dimension) }
        if free.allSatisfy({ dimensions.contains($0.dimension) }) { found.insert(free) }
      }
    }
    return found.sorted { $0.lexicographicallyPrecedes($1) }
  }
}

/// Where the aggregates of indicators were written.
private struct IndicatorPlaces {
  private let positions: [Indicator.ID: SourcePosition]

  init(_ plan: ResolvedPlan) {
    positions = Dictionary(
      plan.draft.plan.indicators.enumerated().map {
        ($1.id, plan.draft.places[.indicator, $0, "aggregate.weight"])
      }
    ) { first, _ in first }
  }

  func aggregation(of indicator: Indicator.ID) -> SourcePosition {
    positions[indicator, default: .wholeFile("milepost.yaml")]
  }
}

extension Diagnostic {
  /// - Parameter grid: nil when the expression names its areas and periods itself.
  static func noResult(_ fault: FormulaFault, _ grid: Grid?, at position: SourcePosition) -> Self {
    var place = ""
    if let grid {
      let width = grid.periods.count
      place = " for \(grid.places[fault.cell / width]) in \(grid.periods[fault.cell % width])"
    }
    let (code, what, hint) =
      switch fault.kind {
      case .division: ("MP0530", "division by zero", "the value is left out there; a denominator should not be zero")
      case .weights: ("MP0530", "all weights are zero", "the value is left out there")
      case .overflow: ("MP0530", "result too large", "the value is left out there")
      case .growth: ("MP0531", "growth from zero or less", "the value is left out there; use difference(value)")
      case .differentMembers:
        (
          "MP0533", "numerator and denominator cover different members",
          "the value is left out there; write rate(numerator, denominator, factor), which takes the same members for both"
        )
      case .negativeWeight: ("MP0532", "weight below zero", "it counts as no weight")
      }
    return Diagnostic(.warning, code, "\(what)\(place)", at: position, hint: hint)
  }
}
