import MilepostModel

/// Looks up what the questions of a survey name: each other, answers and waves.
struct SurveyNames {
  private let written: [MapEntry<String, WrittenQuestion>]
  private let waves: [String]

  init(_ written: [MapEntry<String, WrittenQuestion>], _ waves: [String]) {
    self.written = written
    self.waves = waves
  }

  func questions(_ reader: inout NodeReader) -> [SurveyQuestion] {
    var questions: [SurveyQuestion] = []
    for (place, entry) in written.enumerated() {
      let question = entry.value
      let asked = question.waves.map { places($0, &reader) } ?? Array(waves.indices)
      questions.append(
        SurveyQuestion(
          id: entry.key, text: question.text, kind: question.kind, doNotKnow: question.doNotKnow,
          notApplicable: question.notApplicable,
          filter: question.filter.flatMap { filter($0, before: place, in: asked, questions, &reader) },
          waves: asked,
          continues: question.continues.flatMap { self.place($0, before: place, &reader) },
          isRequired: question.isRequired))
    }
    return questions
  }

  private func filter(
    _ filter: WrittenQuestion.Filter, before place: Int, in waves: [Int], _ questions: [SurveyQuestion],
    _ reader: inout NodeReader
  ) -> SurveyQuestion.Filter? {
    guard let asked = self.place(filter.question, before: place, &reader) else { return nil }
    for answer in filter.answers where !questions[asked].has(answer.value) {
      reader.fail(.unknownAnswer(answer.value, to: questions[asked], at: answer.position))
    }
    if let wave = waves.first(where: { !questions[asked].waves.contains($0) }) {
      reader.fail(.gateNotAsked(filter.question, wave: self.waves[wave]))
    }
    return SurveyQuestion.Filter(question: asked, answers: filter.answers.map(\.value))
  }

  private func place(_ name: Located<String>, before place: Int, _ reader: inout NodeReader) -> Int? {
    let known = written.prefix(place).map(\.key)
    if let found = known.firstIndex(of: name.value) { return found }
    reader.fail(
      .noQuestionBefore(
        name.value, among: known, isLater: written.contains { $0.key == name.value }, at: name.position))
    return nil
  }

  private func places(_ names: [Located<String>], _ reader: inout NodeReader) -> [Int] {
    names.compactMap { name in
      let place = waves.firstIndex(of: name.value)
      if place == nil { reader.fail(.unknownWave(name.value, among: waves, at: name.position)) }
      return place
    }
  }
}

extension Diagnostic {
  static func unknownAnswer(_ code: String, to question: SurveyQuestion, at position: SourcePosition) -> Self {
    let known = question.codes
    return Diagnostic(
      .error, "MP0174", "'\(code)' is no answer to question '\(question.id)'", at: position,
      hint: known.isEmpty
        ? "a question of numbers or texts has no codes" : "its answers are \(known.joined(separator: ", "))")
  }

  fileprivate static func noQuestionBefore(
    _ name: String, among known: [String], isLater: Bool, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0170",
      isLater ? "question '\(name)' does not stand before this one" : "there is no question '\(name)'",
      at: position,
      hint: isLater
        ? "move it up: answers are read in the order of the questionnaire"
        : known.closest(to: name).map { "did you mean '\($0)'?" })
  }

  fileprivate static func gateNotAsked(_ question: Located<String>, wave: String) -> Self {
    Diagnostic(
      .error, "MP0172", "question '\(question.value)', which says who is asked, is not asked in wave '\(wave)'",
      at: question.position, hint: "a question is asked in the waves of the one that it depends on")
  }

  fileprivate static func unknownWave(_ name: String, among known: [String], at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0172", "there is no wave '\(name)'", at: position,
      hint: known.closest(to: name).map { "did you mean '\($0)'?" } ?? "the waves are \(known.joined(separator: ", "))")
  }
}
