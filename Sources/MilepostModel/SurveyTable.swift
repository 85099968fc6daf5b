/// One file of a wave of a survey.
package struct SurveyTable: Sendable {
  package enum Rows: Sendable {
    case answers(SurveyAnswers)
    case results([PublishedAnswer])
  }

  package let survey: Survey.ID
  /// Place of the wave in the survey.
  package let wave: Int
  package let vintage: Vintage
  package let rows: Rows
  /// False when rows were left out because of findings.
  package let isWhole: Bool

  package init(survey: Survey.ID, wave: Int, vintage: Vintage, rows: Rows, isWhole: Bool) {
    self.survey = survey
    self.wave = wave
    self.vintage = vintage
    self.rows = rows
    self.isWhole = isWhole
  }
}

/// The answers of a wave by column, a respondent a row; they never leave the workspace.
package struct SurveyAnswers: Sendable {
  package typealias Column = RegisterTable.Column

  /// In the order of the survey's questions; nil: not asked in the wave.
  package let questions: [Column?]
  package let respondent: Column?
  package let weight: Column?
  package let stratum: Column?
  /// In the order of the survey's breakdowns.
  package let breakdowns: [Column]
  package let lines: [UInt32]
  private let file: String

  package init(
    questions: [Column?], respondent: Column?, weight: Column?, stratum: Column?, breakdowns: [Column],
    lines: [UInt32], file: String
  ) {
    self.questions = questions
    self.respondent = respondent
    self.weight = weight
    self.stratum = stratum
    self.breakdowns = breakdowns
    self.lines = lines
    self.file = file
  }

  package var count: Int { lines.count }

  package func position(_ row: Int, _ column: Column) -> SourcePosition {
    SourcePosition(file: file, line: Int(lines[row]), column: Int(column.places[row]))
  }

  package func position(ofRow row: Int) -> SourcePosition {
    SourcePosition(file: file, line: Int(lines[row]), column: 1)
  }
}

/// How many gave an answer, as a report prints it.
package struct PublishedAnswer: Hashable, Sendable {
  /// Place of the question.
  package let question: Int
  package let answer: String
  /// Code in each breakdown; nil: all.
  package let codes: [String?]
  package let count: Int?
  /// As it is written, with the digits that it has.
  package let percent: WrittenNumber?
  /// Those who answered the question.
  package let base: Int?
  package let position: SourcePosition
  /// Of the cell that says how many: the count, or else the percentage.
  package let valuePosition: SourcePosition

  package init(
    question: Int, answer: String, codes: [String?], count: Int?, percent: WrittenNumber?, base: Int?,
    position: SourcePosition, valuePosition: SourcePosition
  ) {
    self.question = question
    self.answer = answer
    self.codes = codes
    self.count = count
    self.percent = percent
    self.base = base
    self.position = position
    self.valuePosition = valuePosition
  }

  /// 0 to 1; of the count where there is one.
  package var share: Double? {
    if let count, let base, base > 0 { return Double(count) / Double(base) }
    return percent.map { $0.value / 100 }
  }
}
