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
]
