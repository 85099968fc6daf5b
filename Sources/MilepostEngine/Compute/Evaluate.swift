package import MilepostModel

/// What a figure or claim comes to.
package struct Evaluation: Hashable, Sendable {
  package enum Value: Hashable, Sendable {
    case number(Double)
    case truth(Bool)
    case missing(MissingReason)
    /// There is a number, and it must not be shown.
    case confidential
  }

  package let value: Value
  /// nil for truths, plain numbers and combined units.
  package let unit: UnitOfMeasure?
  /// Digits after the point in print: those of the first indicator in the expression.
  package let decimals: Int?
  package let status: ObservationStatus
  /// Of the input that is known least; nil when no estimate takes part.
  package let coverage: Coverage?
  /// nil when no series takes part.
  package let provenance: Provenance?
}

/// The value of an expression that names its areas and periods itself.
///
/// - Parameter table: stored and computed series, as `compute` returns them.
/// - Returns: nil after a finding.
package func evaluate(
  _ expression: Expression, plan: ResolvedPlan, table: WorkingTable, asOf date: CalendarDate,
  into diagnostics: inout Diagnostics
) -> Evaluation? {
  var checker = ExpressionChecker(ExpressionNames(plan))
  let meaning = checker.meaning(of: expression, ExpressionChecker.Scope(standsAlone: true))
  diagnostics.report(contentsOf: checker.diagnostics)
  guard let meaning else { return nil }
  var computation = Computation(plan, table, asOf: date)
  return computation.evaluation(of: meaning, into: &diagnostics)
}

extension Computation {
  /// What an expression that names its areas and periods itself comes to.
  mutating func evaluation(
    of meaning: ExpressionChecker.Meaning, into diagnostics: inout Diagnostics
  ) -> Evaluation {
    let known = Set(faults.keys)
    // The value is the same in every cell, so that the first will do.
    let column = grid.cellCount > 0 ? self.column(meaning.term, [], 0..<1) : nil
    for (position, fault) in faults where !known.contains(position) {
      diagnostics.report(.noResult(fault, nil, at: position))
    }
    let first = meaning.term.references.first.flatMap { plan.indicators[$0.reference.indicator] }
    guard let column else { return Evaluation(meaning, Column(cells: 1), first, nil) }
    let source = column.provenance[0]
    return Evaluation(meaning, column, first, source == ProvenanceBook.none ? nil : book.entries[Int(source)])
  }
}

extension Evaluation {
  /// From the first cell of a column; without a row there the value is missing for a reason not known.
  fileprivate init(
    _ meaning: ExpressionChecker.Meaning, _ column: Column, _ first: Indicator?, _ provenance: Provenance?
  ) {
    var unit: UnitOfMeasure?
    if case .number(let found) = meaning.kind { unit = found.single }
    self.unit = unit
    decimals = first?.decimals
    status = column.status[0]
    coverage = column.coverage(at: 0)
    self.provenance = provenance
    let kind = column.kind[0] ?? .unknown
    if let reason = kind.missingReason {
      value = .missing(reason)
    } else if column.isConfidential[0] {
      value = .confidential
    } else if case .condition = meaning.kind {
      value = .truth(column.number[0] == 1)
    } else {
      value = .number(column.number[0])
    }
  }
}
