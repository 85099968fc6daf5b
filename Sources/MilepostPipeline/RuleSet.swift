import MilepostEngine

/// The rules that are run; tests leave one out to show what it is for.
package struct RuleSet: Sendable {
  let draft: [DraftRule]
  let plan: [Rule]
  let data: [DataRule]
  let checks: [AssessmentCheck]

  /// When findings of a code come up.
  enum Stage: Comparable {
    case reading, resolving, checking
    /// Computing and assessing, of every edition.
    case assessing
    /// Comparing with the editions before, as they were kept.
    case comparing
  }

  /// Findings of computing, which no rule owns.
  private static let computing: Set<String> = [
    "MP0530", "MP0531", "MP0532", "MP0818", "MP1001", "MP1002", "MP1004", "MP1005", "MP1006",
    "MP1201", "MP1202", "MP1204", "MP1205", "MP1206", "MP1208", "MP1209", "MP1210",
  ]

  /// Findings about what was kept, which no rule owns.
  private static let comparing: Set<String> = ["MP0251", "MP0252", "MP0253"]

  func stage(of code: String) -> Stage {
    if RuleSet.comparing.contains(code) { return .comparing }
    if RuleSet.computing.contains(code) || checks.contains(where: { $0.codes.contains(code) }) { return .assessing }
    if data.contains(where: { $0.codes.contains(code) }) || plan.contains(where: { $0.codes.contains(code) }) {
      return .checking
    }
    return draft.contains { $0.codes.contains(code) } ? .resolving : .reading
  }

  package static let all = RuleSet(
    draft: draftRules, plan: formulaRules + assessmentRules + registerRules + surveyRules + indexRules + narrativeRules,
    data: dataRules,
    checks: assessmentChecks)

  /// All rules but the one that owns `code`.
  package func without(_ code: String) -> RuleSet {
    RuleSet(
      draft: draft.filter { !$0.codes.contains(code) }, plan: plan.filter { !$0.codes.contains(code) },
      data: data.filter { !$0.codes.contains(code) }, checks: checks.filter { !$0.codes.contains(code) })
  }

  /// Every code that a rule owns; the others belong to readers.
  package var codes: Set<String> {
    Set(draft.flatMap(\.codes) + plan.flatMap(\.codes) + data.flatMap(\.codes) + checks.flatMap(\.codes))
  }
}
