import MilepostModel

/// The answers to one question, added up for all and for each group of each breakdown.
struct QuestionTallies: Sendable {
  struct Breakdown: Sendable {
    let codes: [String]
    /// One for each code, and last those without one.
    let tallies: [AnswerTally]
  }

  let question: SurveyQuestion
  let total: AnswerTally
  let breakdowns: [Breakdown]

  /// - Parameters:
  ///   - column: of the question.
  ///   - weights: of each row; nil: the row cannot be weighted and is left out.
  init(_ question: SurveyQuestion, _ column: SurveyAnswers.Column, _ answers: SurveyAnswers, weights: [Double?]) {
    self.question = question
    let meanings = column.values.map { AnswerMeaning($0, to: question) }
    let none = AnswerTally(answers: question.kind.answers.count)
    var total = none
    var groups = answers.breakdowns.map { Array(repeating: none, count: $0.values.count + 1) }
    for row in 0..<answers.count {
      let cell = column.cells[row]
      guard cell != SurveyAnswers.Column.notStated, let weight = weights[row] else { continue }
      let meaning = meanings[Int(cell)]
      total.add(meaning, weight: weight)
      for (place, breakdown) in answers.breakdowns.enumerated() {
        let code = breakdown.cells[row]
        let group = code == SurveyAnswers.Column.notStated ? breakdown.values.count : Int(code)
        groups[place][group].add(meaning, weight: weight)
      }
    }
    self.total = total
    breakdowns = zip(answers.breakdowns, groups).map { Breakdown(codes: $0.values.map(\.text), tallies: $1) }
  }
}
