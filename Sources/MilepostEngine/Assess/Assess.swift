package import MilepostModel

/// Judges every target and every outcome of a plan as of a date.
///
/// The table must hold only what was received up to `asOf`. The rule of the status and all formulas are in
/// `docs/methods.md`.
///
/// - Parameter checks: `assessmentChecks`, or fewer when a test shows what a check is for.
/// - Returns: assessments in the order of the plan's targets and of its outcomes.
package func assess(
  _ plan: ResolvedPlan, _ table: WorkingTable, asOf: CalendarDate, checks: [AssessmentCheck] = assessmentChecks,
  into diagnostics: inout Diagnostics
) -> (targets: [Assessment], outcomes: [DirectionalAssessment]) {
  var assessor = Assessor(plan, table, asOf: asOf)
  let targets = plan.plan.targets.map { assessor.assess($0) }
  let outcomes = plan.plan.outcomes.map { assessor.assess($0) }
  if let latest = plan.settings.editions.map(\.date).max(), asOf < latest { return (targets, outcomes) }
  let places = Dictionary(plan.draft.plan.targets.enumerated().map { ($1.id, $0) }) { first, _ in first }
  for (target, assessment) in zip(plan.plan.targets, targets) {
    guard let index = places[target.id] else { continue }
    let judged = JudgedTarget(target: target, assessment: assessment, plan: plan, asOf: asOf, index: index)
    for check in checks { check.check(judged, &diagnostics) }
  }
  return (targets, outcomes)
}
