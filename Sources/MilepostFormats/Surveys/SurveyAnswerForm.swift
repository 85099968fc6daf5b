import MilepostModel

/// An answer as the questionnaire has it.
struct WrittenAnswer: Sendable {
  let code: Located<String>
  let title: LocalizedText
  let side: SurveyQuestion.Side?

  var answer: SurveyQuestion.Answer { .init(code: code.value, title: title) }
}

extension ValueForm where Value == WrittenAnswer {
  /// One of several to choose from.
  static let answer = form(AnswerKeys.shape) { $0.read(AnswerKeys.side, &$1) }

  /// One that stands apart from the others.
  static let answerApart = form(AnswerKeys.shapeApart) { _, _ in nil }

  private static func form(
    _ shape: Shape, side: @escaping @Sendable (Fields, inout NodeReader) -> SurveyQuestion.Side?
  ) -> ValueForm {
    .mapping(shape) { fields, reader in
      let code = fields.read(AnswerKeys.code, &reader)
      let title = fields.read(ElementKeys.title, &reader)
      let side = side(fields, &reader)
      guard let code, let title else { return nil }
      return WrittenAnswer(code: code, title: title, side: side)
    }
  }
}

private enum AnswerKeys {
  static let code = Key(
    required: "code", ValueForm<String>.answerCode.located, "What stands in the file for it: a number or a short name.")
  static let side = Key(
    optional: "side", ValueForm<SurveyQuestion.Side>.word, "For the kind likert: disagree, neutral or agree.")

  static let shape = Shape("an answer", code, ElementKeys.title, side)
  static let shapeApart = Shape("an answer", code, ElementKeys.title)
}

extension ValueForm where Value == String {
  /// A whole number, or a name as the expressions know them.
  fileprivate static let answerCode = ValueForm(
    .string(pattern: "^([0-9]+|[A-Za-z0-9_-]*[A-Za-z][A-Za-z0-9_-]*)$", alsoNumber: true)
  ) { node, reader in
    guard let text = reader.scalar(node, expected: "a code") else { return nil }
    let isNumber = !text.isEmpty && text.utf8.allSatisfy(\.isDigit)
    let isName = text.isDimensionCode && text.utf8.contains { $0.isLetterOrDigit && !$0.isDigit }
    guard isNumber || isName else {
      reader.fail(
        .notUnderstood(
          text, expected: "a code: a whole number, or letters, digits, '_' and '-' with a letter", at: node.position))
      return nil
    }
    return text
  }
}

extension [WrittenAnswer] {
  /// The answers of a question that has no order.
  func choices(of kind: String, _ reader: inout NodeReader) -> [SurveyQuestion.Answer] {
    for answer in self where answer.side != nil {
      reader.fail(.keyDoesNotFit("side", of: "an answer of kind '\(kind)'", at: answer.code.position))
    }
    return map(\.answer)
  }

  /// Ordered labels, with scores from 1 for the end that disagrees.
  func labels(at position: SourcePosition, _ reader: inout NodeReader) -> [SurveyQuestion.Answer]? {
    for answer in self where answer.side == nil {
      reader.fail(.missingKey("side", of: "an answer of kind 'likert'", at: answer.code.position))
    }
    let sides = compactMap(\.side)
    guard sides.count == count else { return nil }
    let places = sides.map { SurveyQuestion.Side.allCases.firstIndex(of: $0) ?? 0 }
    let isRising = zip(places, places.dropFirst()).allSatisfy { $0 <= $1 }
    let isFalling = zip(places, places.dropFirst()).allSatisfy { $0 >= $1 }
    guard isRising != isFalling, sides.contains(.agree), sides.contains(.disagree) else {
      reader.fail(.labelsWithoutOrder(at: position))
      return nil
    }
    return enumerated().map { place, answer in
      .init(
        code: answer.code.value, title: answer.title, score: Double(isRising ? place + 1 : count - place),
        side: answer.side)
    }
  }
}

extension Diagnostic {
  fileprivate static func labelsWithoutOrder(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0171", "answers do not go from disagreement to agreement", at: position,
      hint: "list them in order: first all with 'side: disagree', then neutral, then agree, or the other way round")
  }
}
