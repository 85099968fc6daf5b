import MilepostModel

/// A question as the survey has it, without its id; what it names is not yet looked up.
struct WrittenQuestion: Sendable {
  struct Filter: Sendable {
    let question: Located<String>
    let answers: [Located<String>]
  }

  let text: LocalizedText
  let kind: SurveyQuestion.Kind
  let doNotKnow: SurveyQuestion.Answer?
  let notApplicable: SurveyQuestion.Answer?
  let filter: Filter?
  let waves: [Located<String>]?
  let continues: Located<String>?
  let isRequired: Bool
}

/// The kinds of question.
private enum QuestionWord: String, CaseIterable, Sendable {
  case scale, likert, single, multiple, numeric, text

  /// The keys that belong to questions of this kind, each with whether it must stand there.
  var ownKeys: [String: Bool] {
    switch self {
    case .scale: ["from": true, "to": true, "labels": false, "dont-know": false, "not-applicable": false]
    case .likert, .single: ["answers": true, "dont-know": false, "not-applicable": false]
    case .multiple: ["answers": true, "most": false, "dont-know": false, "not-applicable": false]
    case .numeric:
      ["unit": true, "limits": false, "decimals": false, "dont-know": false, "not-applicable": false]
    case .text: [:]
    }
  }
}

extension ValueForm where Value == WrittenQuestion {
  static let question = ValueForm.mapping(QuestionKeys.shape) { fields, reader in
    let text = fields.read(QuestionKeys.text, &reader)
    let word = fields.read(QuestionKeys.kind, &reader)
    let doNotKnow = fields.read(QuestionKeys.doNotKnow, &reader)
    let notApplicable = fields.read(QuestionKeys.notApplicable, &reader)
    let filter = fields.read(QuestionKeys.askedOf, &reader)
    let waves = fields.read(QuestionKeys.waves, &reader)
    let continues = fields.read(QuestionKeys.continues, &reader)
    let isRequired = fields.read(QuestionKeys.required, &reader)
    guard let word else { return nil }
    for key in QuestionKeys.owned where word.ownKeys[key] == nil {
      guard let pair = fields.pair(key) else { continue }
      reader.fail(.keyDoesNotFit(key, of: "a question of kind '\(word.rawValue)'", at: pair.keyPosition))
    }
    for (key, isNeeded) in word.ownKeys.sorted(by: { $0.key < $1.key }) where isNeeded && fields.pair(key) == nil {
      reader.fail(.missingKey(key, of: "a question of kind '\(word.rawValue)'", at: fields.position))
    }
    let kind = kind(word, fields, apart: [doNotKnow, notApplicable].compactMap(\.self), &reader)
    guard let text, let kind else { return nil }
    return WrittenQuestion(
      text: text, kind: kind, doNotKnow: doNotKnow?.answer, notApplicable: notApplicable?.answer, filter: filter,
      waves: waves, continues: continues, isRequired: isRequired ?? false)
  }

  private static func kind(
    _ word: QuestionWord, _ fields: Fields, apart: [WrittenAnswer], _ reader: inout NodeReader
  ) -> SurveyQuestion.Kind? {
    let answers = fields.read(QuestionKeys.answers, &reader)
    let most = fields.read(QuestionKeys.most, &reader)
    let unit = fields.read(QuestionKeys.unit, &reader)
    let limits = fields.read(QuestionKeys.limits, &reader)
    let decimals = fields.read(QuestionKeys.decimals, &reader)
    let points = points(fields, &reader)
    var known: [String: SourcePosition?] = Dictionary((points ?? []).map { ($0.code, nil) }) { first, _ in first }
    for answer in (answers ?? []) + apart {
      if let first = known[answer.code.value] {
        reader.fail(.answerTwice(answer.code, first: first))
      }
      known[answer.code.value] = answer.code.position
    }
    switch word {
    case .scale: return points.map { .scale($0) }
    case .likert:
      let position = fields.pair("answers")?.value.position ?? fields.position
      return answers.flatMap { $0.labels(at: position, &reader) }.map { .likert($0) }
    case .single: return answers.map { .single($0.choices(of: word.rawValue, &reader)) }
    case .multiple: return answers.map { .multiple($0.choices(of: word.rawValue, &reader), most: most) }
    case .numeric: return unit.map { .numeric($0, limits ?? .none, decimals: decimals ?? QuestionKeys.noDecimals) }
    case .text: return .text
    }
  }

  /// The points of a scale.
  private static func points(_ fields: Fields, _ reader: inout NodeReader) -> [SurveyQuestion.Answer]? {
    let from = fields.read(QuestionKeys.from, &reader)
    let to = fields.read(QuestionKeys.to, &reader)
    let labels = fields.read(QuestionKeys.labels, &reader) ?? []
    guard let from, let to else { return nil }
    guard from < to, to - from < QuestionKeys.mostPoints else {
      reader.fail(.scaleEnds(from, to, at: fields.pair("to")?.value.position ?? fields.position))
      return nil
    }
    for label in labels where !(from...to).contains(label.key) {
      reader.fail(.labelOfNoPoint(label.key, from...to, at: label.keyPosition))
    }
    return (from...to).map { point in
      .init(code: "\(point)", title: labels.first { $0.key == point }?.value, score: Double(point))
    }
  }
}

private enum QuestionKeys {
  static let noDecimals = 0
  static let mostPoints = 101

  static let text = Key(required: "text", .localized, "The question, word by word.")
  static let kind = Key(required: "kind", ValueForm<QuestionWord>.word, "How it is answered.")
  static let from = Key(optional: "from", .integer(in: -100...100), "The first point of a scale.")
  static let to = Key(optional: "to", .integer(in: -100...100), "The last point of a scale.")
  static let labels = Key(
    optional: "labels",
    ValueForm<LocalizedText>.localized.map(keys: "^-?[0-9]+$", expected: "words by point") { pair, reader -> Int? in
      if let point = Int(pair.key) { return point }
      reader.fail(.notUnderstood(pair.key, expected: "a point of the scale", at: pair.keyPosition))
      return nil
    }, "The words that stand at points of a scale: {1: {en: Poor}, 5: {en: Excellent}}.")
  static let answers = Key(
    optional: "answers", ValueForm<WrittenAnswer>.answer.list, "What may be chosen, in the order of the questionnaire.")
  static let most = Key(optional: "most", .integer(in: 2...100), "How many answers may be chosen; default any number.")
  static let unit = Key(optional: "unit", .unit, "The unit of the numbers.")
  static let limits = Key(optional: "limits", ValueForm<Indicator.Limits>.limits, "Numbers outside are impossible.")
  static let decimals = Key(optional: "decimals", .integer(in: 0...9), "Digits after the point in print; default 0.")
  static let doNotKnow = Key(
    optional: "dont-know", ValueForm<WrittenAnswer>.answerApart, "The answer of those who have no opinion.")
  static let notApplicable = Key(
    optional: "not-applicable", ValueForm<WrittenAnswer>.answerApart, "The answer of those whom it does not concern.")
  static let askedOf = Key(
    optional: "asked-of", ValueForm<WrittenQuestion.Filter>.filter, "Asked only of those who gave one of some answers.")
  static let waves = Key(
    optional: "waves", ValueForm<String>.dimensionCode.located.list, "The waves that asked it; default all.")
  static let continues = Key(
    optional: "continues", ValueForm<String>.fieldName.located,
    "The question of earlier waves in whose place it stands.")
  static let required = Key(optional: "required", .truth, "Whether one who is asked must answer; default false.")

  static let owned = [
    "from", "to", "labels", "answers", "most", "unit", "limits", "decimals", "dont-know", "not-applicable",
  ]

  static let shape = Shape(
    "a question", text, kind, from, to, labels, answers, most, unit, limits, decimals, doNotKnow, notApplicable,
    askedOf, waves, continues, required)
}

extension ValueForm where Value == WrittenQuestion.Filter {
  fileprivate static let filter = ValueForm.mapping(FilterKeys.shape) { fields, reader in
    let question = fields.read(FilterKeys.question, &reader)
    let answers = fields.read(FilterKeys.answers, &reader)
    guard let question, let answers else { return nil }
    return WrittenQuestion.Filter(question: question, answers: answers)
  }
}

private enum FilterKeys {
  static let question = Key(
    required: "question", ValueForm<String>.fieldName.located, "A question that stands before this one.")
  static let answers = Key(
    required: "answers", ValueForm<String>.text.located.list, "Those who gave one of these answers are asked.")

  static let shape = Shape("a filter", question, answers)
}

extension Diagnostic {
  fileprivate static func answerTwice(_ code: Located<String>, first: SourcePosition?) -> Self {
    Diagnostic(
      .error, "MP0171", "answer '\(code.value)' stands twice", at: code.position,
      hint: "give one of the two another code",
      notes: first.map { [.init("first here", at: $0)] } ?? [])
  }

  fileprivate static func scaleEnds(_ from: Int, _ to: Int, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0171", "scale from \(from) to \(to)", at: position,
      hint: "a scale rises from its first point to its last, and has at most 101 points")
  }

  fileprivate static func labelOfNoPoint(
    _ point: Int, _ points: ClosedRange<Int>, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0171", "label of \(point), a point that the scale does not have", at: position,
      hint: "its points are \(points.lowerBound) to \(points.upperBound)")
  }
}
