import MilepostModel

/// Milestones lie between baseline and due date, and lead from the one to the other.
func milestonesOffTheWay(_ plan: ResolvedPlan, into diagnostics: inout Diagnostics) {
  plan.forEachTarget { target, place in
    for (number, milestone) in target.milestones.enumerated() {
      let isEarly = target.baseline.map { milestone.period.lastDay <= $0.period.lastDay } ?? false
      if isEarly || milestone.period.lastDay >= target.due.lastDay {
        diagnostics.report(.milestoneOutside(target, milestone, at: place("milestones.\(number).period")))
      }
    }
    guard let direction = target.judgedDirection(plan), !target.kind.isParity else { return }
    var last = target.baseline?.value.map { ("baseline \($0.shortest)", $0) }
    let order = target.milestones.indices.sorted { target.milestones[$0].period < target.milestones[$1].period }
    for number in order {
      let milestone = target.milestones[number]
      let at = place("milestones.\(number).value")
      if let (name, value) = last, direction.sign * (milestone.value - value) < 0 {
        diagnostics.report(.milestoneAgainst(target, milestone, "behind the \(name)", at: at))
      } else if let goal = target.kind.statedGoal, direction.sign * (milestone.value - goal) > 0 {
        diagnostics.report(.milestoneAgainst(target, milestone, "beyond the target \(goal.shortest)", at: at))
      }
      last = ("milestone \(milestone.value.shortest) of \(milestone.period)", milestone.value)
    }
  }
}

/// The same where baseline or goal come from the series. Those can be revised, so that this is a doubt and no error.
func milestonesOffTheSeries(_ judged: JudgedTarget, into diagnostics: inout Diagnostics) {
  let target = judged.target
  guard let direction = target.judgedDirection(judged.plan), !target.kind.isParity, !target.kind.isCeiling else {
    return
  }
  let baseline = target.baseline?.value == nil ? judged.assessment.baseline : nil
  let goal = target.kind.statedGoal == nil ? judged.assessment.goalValue : nil
  for (number, milestone) in target.milestones.enumerated() {
    let at = judged.position("milestones.\(number).value")
    if let baseline, direction.sign * (milestone.value - baseline.value) < 0 {
      let fault = "behind \(baseline.value.shortest), the value of its baseline \(baseline.period)"
      diagnostics.report(.milestoneOffTheSeries(target, milestone, fault, at: at))
    } else if let goal, direction.sign * (milestone.value - goal) > 0 {
      diagnostics.report(.milestoneOffTheSeries(target, milestone, "beyond the target \(goal.shortest)", at: at))
    }
  }
}

extension TargetKind {
  fileprivate var isCeiling: Bool {
    if case .ceiling = self { return true }
    return false
  }

  /// A parity score is good in the middle, so that no direction holds.
  fileprivate var isParity: Bool {
    if case .parity = self { return true }
    return false
  }
}

extension Double {
  /// Without `.0`.
  var shortest: String {
    let text = description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

extension Diagnostic {
  static func milestoneOutside(_ target: Target, _ milestone: Milestone, at position: SourcePosition) -> Self {
    let from = target.baseline.map { "between baseline \($0.period) and" } ?? "before"
    return Diagnostic(
      .error, "MP0602",
      "milestone \(milestone.period) of target '\(target.id)' does not lie \(from) due date \(target.due)",
      at: position,
      hint: "correct the period; the value at the due date is the target itself")
  }

  fileprivate static func milestoneOffTheSeries(
    _ target: Target, _ milestone: Milestone, _ fault: String, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .warning, "MP0634",
      "milestone \(milestone.value.shortest) in \(milestone.period) of target '\(target.id)' lies \(fault)",
      at: position, hint: "correct the value, or the direction of target or indicator")
  }

  static func milestoneAgainst(
    _ target: Target, _ milestone: Milestone, _ fault: String, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0603",
      "milestone \(milestone.value.shortest) in \(milestone.period) of target '\(target.id)' lies \(fault)",
      at: position, hint: "correct the value, or the direction of target or indicator")
  }
}
