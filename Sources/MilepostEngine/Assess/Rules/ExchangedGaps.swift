import MilepostModel

/// The better side of a gap is ahead in the base period; the other way round there is no gap to close.
func exchangedGaps(_ judged: JudgedTarget, into diagnostics: inout Diagnostics) {
  judged.forEachCondition { condition in
    guard case .gapReduction(let better, let worse, let gap, _) = condition.kind,
      let base = condition.assessment.baseline ?? condition.assessment.judged.first
    else { return }
    let closed: Double = gap == .ratio ? 1 : 0
    if base.value < closed {
      diagnostics.report(.gapExchanged(judged.target, better, worse, base.period, at: condition.place("better")))
    }
  }
}

extension Diagnostic {
  fileprivate static func gapExchanged(
    _ target: Target, _ better: Area.ID, _ worse: Area.ID, _ period: TimePeriod, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .warning, "MP0635",
      "'\(better)' is behind '\(worse)' in \(period), and stands on the better side of the gap of target '\(target.id)'",
      at: position, hint: "exchange 'better' and 'worse'")
  }
}
