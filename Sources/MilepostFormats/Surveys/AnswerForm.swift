import MilepostModel

/// Understands the cells of one question.
struct AnswerForm {
  private let question: SurveyQuestion
  private let numbers: NumberForm
  private let known: Set<String>

  init(_ question: SurveyQuestion, _ layout: DataLayout) {
    self.question = question
    numbers = NumberForm(layout)
    known = Set(question.codes)
  }

  /// What a cell that is not blank says.
  func read(_ text: String) -> Result<FieldValue, CellFault> {
    switch question.kind {
    case .scale, .likert, .single: return code(text)
    case .multiple(_, let most): return codes(text, most: most)
    case .numeric:
      if known.contains(text) { return .success(.text(text)) }
      guard case .number(let value) = numbers.read(text) else { return fault { .noNumberAnswered(text, $0, at: $1) } }
      return .success(.number(WrittenNumber(text, exactly: value)))
    case .text: return .success(.text(text))
    }
  }

  private func code(_ text: String) -> Result<FieldValue, CellFault> {
    known.contains(text) ? .success(.text(text)) : fault { .noAnswer(text, $0, at: $1) }
  }

  /// Several answers between semicolons; one that stands apart, alone.
  private func codes(_ text: String, most: Int?) -> Result<FieldValue, CellFault> {
    let parts = text.split(separator: ";", omittingEmptySubsequences: false).map { String($0).trimmedOfBlanks }
    if let stranger = parts.first(where: { !known.contains($0) }) { return fault { .noAnswer(stranger, $0, at: $1) } }
    if parts.count == 1 && question.isApart(parts[0]) { return .success(.text(parts[0])) }
    if let apart = parts.first(where: question.isApart) { return fault { .answerBesideApart(apart, $0, at: $1) } }
    if Set(parts).count < parts.count { return fault { .answeredTwice(text, $0, at: $1) } }
    if let most, parts.count > most { return fault { .tooManyAnswers(parts.count, most: most, $0, at: $1) } }
    return .success(.list(parts.map { .text($0) }))
  }

  private func fault(
    _ finding: @escaping @Sendable (SurveyQuestion, SourcePosition) -> Diagnostic
  ) -> Result<FieldValue, CellFault> {
    let question = question
    return .failure(CellFault { finding(question, $0) })
  }
}

/// The cells of columns that are no questions.
enum RespondentForm {
  static func text(_ text: String) -> Result<FieldValue, CellFault> { .success(.text(text)) }

  static func code(of column: String) -> (String) -> Result<FieldValue, CellFault> {
    { text in
      text.isDimensionCode
        ? .success(.text(text)) : .failure(CellFault { .noBreakdownCode(text, column, at: $0) })
    }
  }

  static func weight(_ layout: DataLayout) -> (String) -> Result<FieldValue, CellFault> {
    let numbers = NumberForm(layout)
    return { text in
      guard case .number(let value) = numbers.read(text), value > 0 else {
        return .failure(CellFault { .noWeight(text, at: $0) })
      }
      return .success(.number(WrittenNumber(text, exactly: value)))
    }
  }
}

extension SurveyQuestion {
  /// Whether an answer says that somebody does not know, or that it does not concern them.
  fileprivate func isApart(_ code: String) -> Bool { code == doNotKnow?.code || code == notApplicable?.code }
}

extension Diagnostic {
  static func noAnswer(_ text: String, _ question: SurveyQuestion, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0331",
      "\(text.isEmpty ? "an empty value" : "'\(shortened(text))'") is no answer to question '\(question.id)'",
      at: position, hint: "its answers are \(question.codes.joined(separator: ", "))")
  }

  fileprivate static func noNumberAnswered(
    _ text: String, _ question: SurveyQuestion, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0331", "'\(shortened(text))' is no number for question '\(question.id)'", at: position,
      hint:
        "write a number such as 1234.5, with the signs that the survey declares; leave the cell blank without an answer"
    )
  }

  fileprivate static func answerBesideApart(
    _ code: String, _ question: SurveyQuestion, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0331", "'\(code)' beside other answers to question '\(question.id)'", at: position,
      hint: "one who has no opinion chooses nothing else: delete one of them")
  }

  fileprivate static func answeredTwice(
    _ text: String, _ question: SurveyQuestion, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0331", "'\(shortened(text))' names an answer to question '\(question.id)' twice", at: position)
  }

  fileprivate static func tooManyAnswers(
    _ count: Int, most: Int, _ question: SurveyQuestion, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0331", "\(count) answers to question '\(question.id)', of which at most \(most) may be chosen",
      at: position, hint: "correct the cell, or 'most' of the question")
  }

  fileprivate static func noBreakdownCode(_ text: String, _ column: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0331", "'\(shortened(text))' is no code for column '\(column)'", at: position,
      hint: "codes are letters, digits, '_' and '-'")
  }

  static func noWeight(_ text: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0332", text.isEmpty ? "respondent without a weight" : "weight is '\(shortened(text))'", at: position,
      hint: "a weight is a number above zero")
  }
}
