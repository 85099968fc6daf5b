import MilepostModel

/// A target beside its assessment.
package struct JudgedTarget: Sendable {
  let target: Target
  let assessment: Assessment
  let plan: ResolvedPlan
  let asOf: CalendarDate
  /// Place in the draft.
  let index: Int

  func position(_ field: String) -> SourcePosition { plan.draft.places[.target, index, field] }

  /// The target, or each of its parts, beside what came of it.
  func forEachCondition(_ body: (JudgedCondition) -> Void) {
    guard case .compound(let parts) = target.kind else {
      let direction = target.judgedDirection(plan)
      body(JudgedCondition(kind: target.kind, direction: direction, assessment: assessment, place: position))
      return
    }
    for (number, (part, assessment)) in zip(parts, assessment.parts).enumerated() {
      let direction = part.measure.flatMap { plan.indicators[$0.indicator]?.direction }
      body(
        JudgedCondition(kind: part.kind, direction: direction, assessment: assessment) {
          position("parts.\(number).\($0)")
        })
    }
  }
}

/// A target, or a part of a compound one, beside its assessment.
struct JudgedCondition {
  let kind: TargetKind
  /// Which way is better; nil when nobody has said.
  let direction: Direction?
  let assessment: Assessment
  /// The place of one of its keys.
  let place: (String) -> SourcePosition
}

/// A check of a target beside its assessment, for findings that need data.
package struct AssessmentCheck: Sendable {
  /// The codes that this check alone reports.
  package let codes: [String]
  let check: @Sendable (JudgedTarget, inout Diagnostics) -> Void

  init(_ codes: String..., check: @escaping @Sendable (JudgedTarget, inout Diagnostics) -> Void) {
    self.codes = codes
    self.check = check
  }
}

/// Checks that need data, in running order. They look at the latest edition, because nobody can mend an older one.
package let assessmentChecks: [AssessmentCheck] = [
  AssessmentCheck("MP0620", check: baselineUnlikeSeries),
  AssessmentCheck("MP0621", check: baselineWithoutValue),
  AssessmentCheck("MP0622", check: gapClosingByFall),
  AssessmentCheck("MP0623", check: targetBehindBaseline),
  AssessmentCheck("MP0634", check: milestonesOffTheSeries),
  AssessmentCheck("MP0635", check: exchangedGaps),
]
