import MilepostModel

/// Targets that ask for a yes look at an indicator whose values are 1 and 0.
func yesNoTargets(_ plan: ResolvedPlan, into diagnostics: inout Diagnostics) {
  var answers: [Indicator.ID: Bool] = [:]
  plan.forEachCondition { condition in
    switch condition.kind {
    case .yesNo, .allAreas: break
    default: return
    }
    guard let indicator = condition.indicator else { return }
    let isYesNo = answers[indicator.id] ?? plan.isYesNo(indicator)
    answers[indicator.id] = isYesNo
    if !isYesNo {
      diagnostics.report(
        .notYesNo(condition.target, condition.kind, indicator, at: condition.place("kind")))
    }
  }
}

extension ResolvedPlan {
  /// As its figures show; where there are none, as its unit says.
  fileprivate func isYesNo(_ indicator: Indicator) -> Bool {
    var hasFigures = false
    for table in tables {
      let isOurs = table.seriesKeys.map { $0.indicator == indicator.id }
      guard isOurs.contains(true) else { continue }
      for row in 0..<table.count where isOurs[Int(table.series[row])] && table.kind[row] == .figure {
        guard table.number[row] == 0 || table.number[row] == 1 else { return false }
        hasFigures = true
      }
    }
    return hasFigures || indicator.unit == .yesNo
  }
}

extension Diagnostic {
  fileprivate static func notYesNo(
    _ target: Target, _ kind: TargetKind, _ indicator: Indicator, at position: SourcePosition
  ) -> Self {
    let others =
      if case .allAreas = kind { "'kind: share-of-areas' with the value that areas must pass" } else { "'kind: level'" }
    return Diagnostic(
      .error, "MP0636",
      "kind '\(kind.name)' of target '\(target.id)' on '\(indicator.id)', whose values are not 1 for yes and 0 for no",
      at: position, hint: "write \(others), or measure it by an indicator with 'unit: yes-no'")
  }
}
