package import MilepostModel

/// `assess --format csv`: one row for each target.
package func assessTable(_ release: Release, language: LanguageTag, texts: AssessmentTexts) -> [UInt8] {
  var csv = CSVWriter()
  let columns = [
    "id", "goal", "title", "kind", "status", "label", "evidence", "method", "method_sensitive", "indicator", "area",
    "baseline_period", "baseline_value", "current_period", "current_value", "vintage", "target_period", "target_value",
    "projected_value", "projected_low", "projected_high", "probability", "pace_so_far", "pace_needed", "explanation",
  ]
  for column in columns { csv.text(column) }
  csv.endRow()
  for assessment in release.assessments {
    let target = release.plan.target(assessment.target)
    csv.text(assessment.target.text)
    csv.text(target?.goal.text)
    csv.text(target.map { $0.title.best(of: [language] + release.settings.languages).text })
    csv.text(target?.kind.name)
    csv.text(assessment.status.rawValue)
    csv.text(texts.label(assessment))
    csv.text(assessment.evidence.rawValue)
    csv.text(assessment.method.rawValue)
    csv.text(assessment.isMethodSensitive ? "true" : "false")
    csv.text(target?.measure?.indicator.text)
    csv.text(target?.measure?.area.text)
    csv.values(of: assessment)
    csv.text(texts.explanation(assessment))
    csv.endRow()
  }
  return csv.bytes
}

extension CSVWriter {
  fileprivate mutating func values(of assessment: Assessment) {
    text(assessment.baseline?.period.description)
    number(assessment.baseline?.value)
    text(assessment.current?.period.description)
    number(assessment.current?.value)
    text(assessment.current?.provenance.vintage.description)
    text(assessment.due.description)
    number(assessment.goalValue)
    number(assessment.projection?.value)
    number(assessment.projection?.low)
    number(assessment.projection?.high)
    number(assessment.projection?.probability)
    number(assessment.paceSoFar)
    number(assessment.paceNeeded)
  }
}
