import MilepostModel

/// A value to be reached lies ahead of where the target starts; the other way round a direction or figure is wrong.
func targetBehindBaseline(_ judged: JudgedTarget, into diagnostics: inout Diagnostics) {
  switch judged.target.kind {
  case .level, .compositeIndex, .perception: break
  default: return
  }
  guard let value = judged.assessment.goalValue, let baseline = judged.assessment.baseline,
    let direction = judged.target.judgedDirection(judged.plan), direction.sign * (value - baseline.value) <= 0
  else { return }
  diagnostics.report(
    .targetBehindBaseline(judged.target, value, baseline, direction, at: judged.position("value")))
}

extension Diagnostic {
  static func targetBehindBaseline(
    _ target: Target, _ value: Double, _ baseline: PeriodValue, _ direction: Direction, at position: SourcePosition
  ) -> Self {
    let better = direction == .up ? "more" : "less"
    return Diagnostic(
      .warning, "MP0623",
      "value \(value.shortest) of target '\(target.id)' is no better than its baseline \(baseline.value.shortest) "
        + "in \(baseline.period), where \(better) is better",
      at: position, hint: "check the value, the baseline and the direction")
  }
}
