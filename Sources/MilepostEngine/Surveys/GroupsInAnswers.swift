import MilepostModel

/// Codes, areas and strata in answers and results that there are not.
func unknownGroupsInAnswers(_ plan: ResolvedPlan, _ diagnostics: inout Diagnostics) {
  var findings = DataFindings()
  for (survey, table) in plan.surveyFiles {
    let known = survey.breakdowns.map { plan.names(of: $0.codes) }
    switch table.rows {
    case .answers(let answers):
      for (place, column) in answers.breakdowns.enumerated() {
        check(column, survey.breakdowns[place].id, known[place], answers, &findings)
      }
      checkStrata(answers, survey.columns.stratum, survey.waves[table.wave], &findings)
    case .results(let rows):
      for row in rows {
        for (place, code) in row.codes.enumerated() {
          guard let code, !known[place].contains(code) else { continue }
          findings.report(.unknownGroup(code, survey.breakdowns[place].id, among: known[place], at: row.position))
        }
      }
    }
  }
  findings.finish(into: &diagnostics)
}

private func check(
  _ column: SurveyAnswers.Column, _ name: String, _ known: Set<String>, _ answers: SurveyAnswers,
  _ findings: inout DataFindings
) {
  for (code, value) in column.values.enumerated() where !known.contains(value.text) {
    for row in 0..<answers.count where column.cells[row] == UInt32(code) {
      findings.report(.unknownGroup(value.text, name, among: known, at: answers.position(row, column)))
    }
  }
}

private func checkStrata(
  _ answers: SurveyAnswers, _ name: String?, _ wave: SurveyWave, _ findings: inout DataFindings
) {
  guard let column = answers.stratum, let name else { return }
  let known = Set(wave.strata.map(\.id))
  check(column, name, known, answers, &findings)
  for row in 0..<answers.count where column[row] == nil {
    findings.report(.noStratum(at: answers.position(row, column)))
  }
}

extension ResolvedPlan {
  fileprivate func names(of codes: Survey.Breakdown.Codes) -> Set<String> {
    switch codes {
    case .codelist(let list): Set((codelists[list]?.codes ?? []).map(\.id))
    case .areas: Set(areas.keys.map(\.text)).union(groups.keys.map(\.text))
    }
  }
}

extension Diagnostic {
  fileprivate static func unknownGroup(
    _ code: String, _ column: String, among known: Set<String>, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0909", "unknown code '\(code)' in column '\(column)'", at: position,
      hint: known.sorted().closest(to: code).map { "did you mean '\($0)'?" }
        ?? (known.count <= 8 ? "the codes are \(known.sorted().joined(separator: ", "))" : nil))
  }

  fileprivate static func noStratum(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0909", "respondent of no stratum", at: position, hint: "fill the cell: answers are weighted by it")
  }
}
