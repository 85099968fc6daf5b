import MilepostModel

/// A value to be reached lies ahead of where the target starts; the other way round a direction or figure is wrong. One
/// that only asks to keep what there is may be meant so.
func targetBehindBaseline(_ judged: JudgedTarget, into diagnostics: inout Diagnostics) {
  judged.forEachCondition { condition in
    switch condition.kind {
    case .level, .compositeIndex, .perception: break
    default: return
    }
    guard let value = condition.assessment.goalValue, let baseline = condition.assessment.baseline,
      let direction = condition.direction, direction.sign * (value - baseline.value) <= 0
    else { return }
    diagnostics.report(.targetBehindBaseline(judged.target, value, baseline, direction, at: condition.place("value")))
  }
}

extension Diagnostic {
  static func targetBehindBaseline(
    _ target: Target, _ value: Double, _ baseline: PeriodValue, _ direction: Direction, at position: SourcePosition
  ) -> Self {
    let better = direction == .up ? "more" : "less"
    let isBehind = value != baseline.value
    return Diagnostic(
      isBehind ? .error : .warning, "MP0623",
      "value \(value.shortest) of target '\(target.id)' is \(isBehind ? "worse than" : "that of") its baseline "
        + "\(baseline.value.shortest) in \(baseline.period), where \(better) is better",
      at: position, hint: "check the value, the baseline and the direction")
  }
}
