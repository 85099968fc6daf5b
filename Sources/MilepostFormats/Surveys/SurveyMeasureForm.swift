import MilepostModel

/// A measure as the survey has it; its questions are not yet looked up.
struct WrittenSurveyMeasure: Sendable {
  enum Place: Sendable {
    case area(Area.ID)
    case column(Located<String>)
  }

  let indicator: Indicator.ID
  let value: Formula
  let place: Place
  /// A dimension with the breakdown that has its codes.
  let dimension: MapEntry<String, Located<String>>?

  /// - Returns: nil after a finding.
  func measure(
    _ questions: [SurveyQuestion], _ breakdowns: [Survey.Breakdown], _ reader: inout NodeReader
  ) -> SurveyMeasure? {
    let value = value(questions, &reader)
    let place = place(breakdowns, &reader)
    guard let value, let place else { return nil }
    if value == .responseRate, place.isOfGroups { reader.fail(.rateOfGroups(at: self.value.root.position)) }
    return SurveyMeasure(indicator: indicator, value: value, place: place, position: self.value.root.position)
  }

  private func place(_ breakdowns: [Survey.Breakdown], _ reader: inout NodeReader) -> SurveyMeasure.Place? {
    func number(_ name: Located<String>) -> Int? {
      let known = breakdowns.map(\.id)
      if let place = known.firstIndex(of: name.value) { return place }
      reader.fail(.unknownBreakdown(name.value, among: known, at: name.position))
      return nil
    }
    switch (place, dimension) {
    case (.area(let area), nil): return .area(area)
    case (.area(let area), let dimension?):
      guard let found = number(dimension.value) else { return nil }
      guard breakdowns[found].codes != .areas else {
        reader.fail(.breakdownOfAreas(breakdowns[found].id, at: dimension.value.position))
        return nil
      }
      return .dimension(area, id: dimension.key, breakdown: found)
    case (.column(let column), nil):
      guard let found = number(column) else { return nil }
      guard breakdowns[found].codes == .areas else {
        reader.fail(.breakdownWithoutAreas(column.value, at: column.position))
        return nil
      }
      return .areas(breakdown: found)
    case (.column(let column), .some):
      reader.fail(.crossedBreakdowns(at: column.position))
      return nil
    }
  }

  private func value(_ questions: [SurveyQuestion], _ reader: inout NodeReader) -> SurveyMeasure.Value? {
    switch value.root.node {
    case .name("response-rate"): return .responseRate
    case .call("share", let arguments): return share(arguments, of: .opinions, questions, &reader)
    case .call("share-of-all", let arguments): return share(arguments, of: .answers, questions, &reader)
    case .call("mean", let arguments):
      return question(arguments, questions, &reader) { if case .numeric = $0 { true } else { $0.hasScores } }
        .map { .mean(question: $0) }
    case .call("net", let arguments):
      return question(arguments, questions, &reader) { if case .likert = $0 { true } else { false } }
        .map { .net(question: $0) }
    case .number, .period, .range, .name, .call, .negated, .binary:
      reader.fail(.noSurveyValue(value, at: value.root.position))
      return nil
    }
  }

  /// The question that is the only argument.
  private func question(
    _ arguments: [Expression.Argument], _ questions: [SurveyQuestion], _ reader: inout NodeReader,
    where fits: (SurveyQuestion.Kind) -> Bool
  ) -> Int? {
    guard arguments.count == 1, case .name(let name) = arguments[0].value.node else {
      reader.fail(.noSurveyValue(value, at: value.root.position))
      return nil
    }
    guard let place = self.place(of: name, questions, at: arguments[0].position, &reader) else { return nil }
    guard fits(questions[place].kind) else {
      reader.fail(.kindWithoutValue(value, questions[place], at: arguments[0].position))
      return nil
    }
    return place
  }

  /// `share(rating = 4, 5)`: the first argument is an equation, the others are more answers.
  private func share(
    _ arguments: [Expression.Argument], of base: SurveyMeasure.Base, _ questions: [SurveyQuestion],
    _ reader: inout NodeReader
  ) -> SurveyMeasure.Value? {
    guard case .binary(.equal, let left, let right)? = arguments.first?.value.node, case .name(let name) = left.node
    else {
      reader.fail(.noSurveyValue(value, at: value.root.position))
      return nil
    }
    guard let place = self.place(of: name, questions, at: left.position, &reader) else { return nil }
    let question = questions[place]
    var answers: [String] = []
    for expression in [right] + arguments.dropFirst().map(\.value) {
      let word = expression.answer
      let side = word.flatMap(SurveyQuestion.Side.init).map { side in
        question.kind.answers.filter { $0.side == side }.map(\.code)
      }
      if let word, question.has(word), word != question.notApplicable?.code,
        base == .answers || word != question.doNotKnow?.code
      {
        answers.append(word)
      } else if let side, !side.isEmpty {
        answers += side
      } else {
        reader.fail(.unknownAnswer(word ?? value.text, to: question, at: expression.position))
        return nil
      }
    }
    if case .multiple = question.kind, answers.count > 1 {
      reader.fail(.severalOfMany(question, at: left.position))
    }
    return .share(question: place, answers: Set(answers).sorted(), of: base)
  }

  private func place(
    of name: String, _ questions: [SurveyQuestion], at position: SourcePosition, _ reader: inout NodeReader
  ) -> Int? {
    let known = questions.map(\.id)
    if let place = known.firstIndex(of: name) { return place }
    reader.fail(.unknownQuestion(name, among: known, at: position))
    return nil
  }
}

extension Expression {
  /// The code of an answer.
  fileprivate var answer: String? {
    switch node {
    case .name(let name): name
    case .number(let number): Int(exactly: number).map { "\($0)" }
    case .negated(let inner): inner.answer.map { "-" + $0 }
    case .period, .range, .call, .binary: nil
    }
  }
}

extension SurveyMeasure.Place {
  fileprivate var isOfGroups: Bool { if case .area = self { false } else { true } }
}

extension SurveyQuestion.Kind {
  fileprivate var hasScores: Bool { answers.contains { $0.score != nil } }
}

extension ValueForm where Value == WrittenSurveyMeasure {
  static let measure = ValueForm.mapping(SurveyMeasureKeys.shape) { fields, reader in
    let indicator = fields.read(SurveyMeasureKeys.indicator, &reader)
    let value = fields.read(SurveyMeasureKeys.value, &reader)
    let place = fields.read(SurveyMeasureKeys.area, &reader)
    let dimensions = fields.read(SurveyMeasureKeys.dimensions, &reader) ?? []
    if dimensions.count > 1 { reader.fail(.crossedBreakdowns(at: dimensions[1].keyPosition)) }
    guard let indicator, let value, let place else { return nil }
    return WrittenSurveyMeasure(indicator: indicator, value: value, place: place, dimension: dimensions.first)
  }
}

private enum SurveyMeasureKeys {
  static let indicator = Key(required: "indicator", .id(of: Indicator.self), "Id of the indicator that is computed.")
  static let value = Key(
    required: "value", ValueForm<Formula>.formula,
    "share(question = answers), share-of-all(question = answers), mean(question), net(question) or response-rate.")
  static let area = Key(
    required: "area", ValueForm<WrittenSurveyMeasure.Place>.place, "An area or group, or the column of areas.")
  static let dimensions = Key(
    optional: "dimensions",
    ValueForm<String>.fieldName.located.map(
      keys: "^[A-Z0-9_]+$", expected: "columns by dimension", String.dimension),
    "A dimension of the indicator with the column of its codes: {SECTOR: sector}.")

  static let shape = Shape("a measure of a survey", indicator, value, area, dimensions)
}

extension ValueForm where Value == WrittenSurveyMeasure.Place {
  fileprivate static let place = ValueForm<RegisterMeasure.Place>.areaOrField.located.map {
    place -> WrittenSurveyMeasure.Place in
    switch place.value {
    case .area(let area): .area(area)
    case .field(let column): .column(Located(column, at: place.position))
    case .outline: preconditionFailure("an area or a field")
    }
  }
}

extension Diagnostic {
  private static let values =
    "write share(question = answer, answer), share-of-all(...), mean(question), net(question) or response-rate"

  fileprivate static func noSurveyValue(_ formula: Formula, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0173", "'\(formula.text)' is nothing that a survey measures", at: position, hint: values)
  }

  fileprivate static func kindWithoutValue(
    _ formula: Formula, _ question: SurveyQuestion, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0173", "question '\(question.id)' has no '\(formula.text)'", at: position,
      hint: "a mean is of a scale, ordered labels or numbers, a net agreement of ordered labels")
  }

  fileprivate static func severalOfMany(_ question: SurveyQuestion, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0173", "several answers to question '\(question.id)', of which one may choose several", at: position,
      hint: "name one answer: shares of those who chose several cannot be added")
  }

  fileprivate static func rateOfGroups(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0173", "a response rate of groups", at: position,
      hint: "how many of each group were asked is not known: name an area or group, and no dimension")
  }

  fileprivate static func unknownQuestion(_ name: String, among known: [String], at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0170", "there is no question '\(name)'", at: position,
      hint: known.closest(to: name).map { "did you mean '\($0)'?" })
  }

  fileprivate static func unknownBreakdown(_ name: String, among known: [String], at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0173", "the survey has no breakdown '\(name)'", at: position,
      hint: known.closest(to: name).map { "did you mean '\($0)'?" } ?? "declare it: 'breakdowns: {\(name): ...}'")
  }

  fileprivate static func breakdownWithoutAreas(_ name: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0173", "column '\(name)' does not hold areas", at: position,
      hint: "'area' is the code of an area or group, or a breakdown of areas")
  }

  fileprivate static func breakdownOfAreas(_ name: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0173", "column '\(name)' holds areas", at: position, hint: "write 'area: \(name)' instead")
  }

  fileprivate static func crossedBreakdowns(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0173", "answers are broken down twice", at: position,
      hint: "a measure has areas or one dimension: groups of groups are too small to be shown safely")
  }
}
