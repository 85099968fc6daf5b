import MilepostModel

/// Every rule of surveys, in running order.
package let surveyRules: [Rule] = [
  Rule("MP0901", check: respondentsTwice),
  Rule("MP0902", check: moreAnswersThanPeople),
  Rule("MP0903", "MP0905", check: answersAndFilters),
  Rule("MP0904", check: answersOutsideLimits),
  Rule("MP0906", check: publishedSharesThatDoNotClose),
  Rule("MP0907", check: totalsOfMultipleChoice),
  Rule("MP0908", check: scalesThatChanged),
  Rule("MP0909", check: unknownGroupsInAnswers),
]

/// A file of answers with what it belongs to.
struct AnswerFile {
  let survey: Survey
  let wave: SurveyWave
  let vintage: Vintage
  let answers: SurveyAnswers
}

extension ResolvedPlan {
  /// The files of answers of a plan's surveys.
  var answerFiles: [AnswerFile] {
    surveyFiles.compactMap { survey, table in
      guard case .answers(let answers) = table.rows else { return nil }
      return AnswerFile(survey: survey, wave: survey.waves[table.wave], vintage: table.vintage, answers: answers)
    }
  }

  /// The files of a plan's surveys, each with its survey.
  var surveyFiles: [(survey: Survey, table: SurveyTable)] {
    let surveys = Dictionary(draft.surveys.map { ($0.id, $0) }) { first, _ in first }
    return draft.surveyTables.compactMap { table in surveys[table.survey].map { ($0, table) } }
  }
}

/// One respondent in two rows of a file, or none.
func respondentsTwice(_ plan: ResolvedPlan, _ diagnostics: inout Diagnostics) {
  var findings = DataFindings()
  for file in plan.answerFiles {
    guard let column = file.answers.respondent else { continue }
    var first = [Int?](repeating: nil, count: column.values.count)
    for row in 0..<file.answers.count {
      let cell = column.cells[row]
      let place = file.answers.position(row, column)
      if cell == SurveyAnswers.Column.notStated {
        findings.report(.respondentWithoutName(at: place))
      } else if let other = first[Int(cell)] {
        findings.report(
          .respondentTwice(column.values[Int(cell)].text, at: place, first: file.answers.position(other, column)))
      } else {
        first[Int(cell)] = row
      }
    }
  }
  findings.finish(into: &diagnostics)
}

/// More respondents than were asked, or more than those of whom they are a part.
func moreAnswersThanPeople(_ plan: ResolvedPlan, _ diagnostics: inout Diagnostics) {
  for (survey, table) in plan.surveyFiles {
    let wave = survey.waves[table.wave]
    if let invited = wave.invited, let population = wave.population, invited > population {
      diagnostics.report(.moreThan(invited, "were asked", population, "there are", at: wave.position))
    }
    switch (table.rows, wave.form) {
    case (.answers(let answers), _):
      if let asked = wave.asked, answers.count > asked {
        diagnostics.report(
          .moreThan(answers.count, "answered", asked, "could", at: answers.position(ofRow: asked)))
      }
      checkStrata(answers, wave, &diagnostics)
    case (.results(let rows), .results(let respondents, _)):
      if let respondents, let asked = wave.asked, respondents > asked {
        diagnostics.report(.moreThan(respondents, "answered", asked, "could", at: wave.position))
      }
      guard let most = respondents ?? wave.asked else { continue }
      var known: Set<Int> = []
      for row in rows {
        guard let base = row.base, base > most, known.insert(row.question).inserted else { continue }
        let verb = respondents == nil ? "could answer" : "answered"
        diagnostics.report(.moreThan(base, "are the base of the question", most, verb, at: row.position))
      }
    case (.results, .answers): continue
    }
  }
}

private func checkStrata(_ answers: SurveyAnswers, _ wave: SurveyWave, _ diagnostics: inout Diagnostics) {
  guard let column = answers.stratum else { return }
  for stratum in wave.strata {
    let rows = (0..<answers.count).filter { column[$0]?.text == stratum.id }
    guard rows.count > stratum.population else { continue }
    diagnostics.report(
      .moreThan(
        rows.count, "of stratum '\(stratum.id)' answered", stratum.population, "there are",
        at: answers.position(rows[stratum.population], column)))
  }
}

/// Answers of those who were not asked, and blanks of those who had to answer.
func answersAndFilters(_ plan: ResolvedPlan, _ diagnostics: inout Diagnostics) {
  var findings = DataFindings()
  for file in plan.answerFiles {
    for (place, question) in file.survey.questions.enumerated() {
      guard let column = file.answers.questions[place], question.filter != nil || question.isRequired else { continue }
      let gate = question.filter.flatMap { filter in
        file.answers.questions[filter.question].map { (filter, $0) }
      }
      for row in 0..<file.answers.count {
        let isStated = column.cells[row] != SurveyAnswers.Column.notStated
        if let (filter, gate) = gate, !(gate[row]?.items.contains { filter.answers.contains($0.text) } ?? false) {
          // One who says that a question does not concern them agrees with the filter.
          guard isStated, column[row]?.text != question.notApplicable?.code else { continue }
          findings.report(
            .answeredUnasked(
              question, filter, file.survey.questions[filter.question], gate[row],
              at: file.answers.position(row, column),
              file.answers.position(row, gate)))
        } else if question.isRequired, !isStated {
          findings.report(.blankAnswer(question, at: file.answers.position(row, column)))
        }
      }
    }
  }
  findings.finish(into: &diagnostics)
}

/// Numbers beyond the limits of their question.
func answersOutsideLimits(_ plan: ResolvedPlan, _ diagnostics: inout Diagnostics) {
  var findings = DataFindings()
  for file in plan.answerFiles {
    for (place, question) in file.survey.questions.enumerated() {
      guard case .numeric(_, let limits, _) = question.kind, let column = file.answers.questions[place] else {
        continue
      }
      for (code, value) in column.values.enumerated() {
        guard case .number(let number) = value, !limits.allow(number.value) else { continue }
        for row in 0..<file.answers.count where column.cells[row] == UInt32(code) {
          findings.report(
            .answerOutsideLimits(number.text, question.id, limits, at: file.answers.position(row, column)))
        }
      }
    }
  }
  findings.finish(into: &diagnostics)
}

/// A question that stands in place of another one, on another scale: they cannot be compared.
func scalesThatChanged(_ plan: ResolvedPlan, _ diagnostics: inout Diagnostics) {
  for (number, survey) in plan.draft.surveys.enumerated() {
    for question in survey.questions {
      guard let place = question.continues, !survey.questions[place].hasScale(of: question) else { continue }
      let places = plan.draft.places
      diagnostics.report(
        .scaleChanged(
          question, survey.questions[place], at: places[.survey, number, "questions.\(question.id).continues"],
          places[.survey, number, "questions.\(survey.questions[place].id)"]))
    }
  }
}

extension Diagnostic {
  fileprivate static func respondentTwice(_ name: String, at position: SourcePosition, first: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0901", "respondent '\(name)' stands twice", at: position, hint: "delete one of the rows",
      notes: [.init("first here", at: first)])
  }

  fileprivate static func respondentWithoutName(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0901", "row without a respondent", at: position,
      hint: "fill the cell, or take 'key' from the survey when nobody can be named")
  }

  fileprivate static func moreThan(
    _ count: Int, _ what: String, _ most: Int, _ others: String, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0902", "\(count) \(what), but only \(most) \(others)", at: position,
      hint: "one of the numbers is wrong, or somebody answered twice")
  }

  fileprivate static func answeredUnasked(
    _ question: SurveyQuestion, _ filter: SurveyQuestion.Filter, _ gate: SurveyQuestion, _ said: FieldValue?,
    at position: SourcePosition,
    _ gatePosition: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0903", "question '\(question.id)' is answered by one who was not asked", at: position,
      hint: "it is asked of those who answered \(filter.answers.joined(separator: " or ")) to '\(gate.id)'",
      notes: [.init("here \(said.map { "'\($0.text)'" } ?? "nothing") was answered", at: gatePosition)])
  }

  fileprivate static func answerOutsideLimits(
    _ number: String, _ question: String, _ limits: Indicator.Limits, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0904", "answer to '\(question)' is \(number), expected \(limits.bounds)", at: position,
      hint: "correct the number")
  }

  fileprivate static func blankAnswer(_ question: SurveyQuestion, at position: SourcePosition) -> Self {
    let apart = [question.doNotKnow, question.notApplicable].compactMap { $0?.code }
    return Diagnostic(
      .error, "MP0905", "question '\(question.id)' is not answered, and required", at: position,
      hint: apart.isEmpty
        ? "write the answer, or take 'required' from the question"
        : "write the answer, or \(apart.joined(separator: " or "))")
  }

  fileprivate static func scaleChanged(
    _ question: SurveyQuestion, _ earlier: SurveyQuestion, at position: SourcePosition, _ other: SourcePosition
  ) -> Self {
    Diagnostic(
      .warning, "MP0908", "question '\(question.id)' continues '\(earlier.id)' on another scale", at: position,
      hint: "the waves are not compared: accept that, or give both the same answers, filter and 'dont-know'",
      notes: [.init("the earlier question", at: other)])
  }
}
