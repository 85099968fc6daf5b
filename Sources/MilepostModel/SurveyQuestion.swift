/// What a survey asks.
package struct SurveyQuestion: Hashable, Sendable {
  package enum Side: String, Hashable, Sendable, CaseIterable {
    case disagree, neutral, agree
  }

  package struct Answer: Hashable, Sendable {
    package let code: String
    /// nil: the points of a scale that have no words.
    package let title: LocalizedText?
    /// Of a scale its number, of ordered labels 1 for the one that disagrees most.
    package let score: Double?
    package let side: Side?

    package init(code: String, title: LocalizedText?, score: Double? = nil, side: Side? = nil) {
      self.code = code
      self.title = title
      self.score = score
      self.side = side
    }
  }

  package enum Kind: Hashable, Sendable {
    /// Points with numbers, one of which is chosen.
    case scale([Answer])
    /// Ordered labels from disagreement to agreement, one of which is chosen.
    case likert([Answer])
    case single([Answer])
    /// - Parameter most: how many may be chosen; nil: any number.
    case multiple([Answer], most: Int?)
    case numeric(UnitOfMeasure, Indicator.Limits, decimals: Int)
    case text

    /// The answers that express an opinion; empty for numbers and texts.
    package var answers: [Answer] {
      switch self {
      case .scale(let answers), .likert(let answers), .single(let answers), .multiple(let answers, _): answers
      case .numeric, .text: []
      }
    }
  }

  /// Asked only of those who gave one of some answers to a question before it.
  package struct Filter: Hashable, Sendable {
    /// Place of the question.
    package let question: Int
    package let answers: [String]

    package init(question: Int, answers: [String]) {
      self.question = question
      self.answers = answers
    }
  }

  /// `[a-z][a-z0-9-]*`, unique in the survey.
  package let id: String
  package let text: LocalizedText
  package let kind: Kind
  package let doNotKnow: Answer?
  package let notApplicable: Answer?
  package let filter: Filter?
  /// Places of the waves that asked it.
  package let waves: [Int]
  /// Place of the question of earlier waves in whose place it stands.
  package let continues: Int?
  /// Whether one who is asked must answer.
  package let isRequired: Bool

  package init(
    id: String, text: LocalizedText, kind: Kind, doNotKnow: Answer?, notApplicable: Answer?, filter: Filter?,
    waves: [Int], continues: Int?, isRequired: Bool
  ) {
    self.id = id
    self.text = text
    self.kind = kind
    self.doNotKnow = doNotKnow
    self.notApplicable = notApplicable
    self.filter = filter
    self.waves = waves
    self.continues = continues
    self.isRequired = isRequired
  }

  package func has(_ code: String) -> Bool {
    kind.answers.contains { $0.code == code } || doNotKnow?.code == code || notApplicable?.code == code
  }

  /// Every code that an answer may have.
  package var codes: [String] {
    kind.answers.map(\.code) + [doNotKnow, notApplicable].compactMap { $0?.code }
  }

  /// Whether answers to both can be compared: the same kind, codes, scores and sides, asked of the same people.
  package func hasScale(of other: SurveyQuestion) -> Bool {
    guard filter?.answers == other.filter?.answers, (doNotKnow == nil) == (other.doNotKnow == nil) else { return false }
    func scale(_ answers: [Answer]) -> [Answer] {
      answers.map { Answer(code: $0.code, title: nil, score: $0.score, side: $0.side) }
    }
    switch (kind, other.kind) {
    case (.scale(let one), .scale(let two)), (.likert(let one), .likert(let two)), (.single(let one), .single(let two)):
      return scale(one) == scale(two)
    case (.multiple(let one, let most), .multiple(let two, let otherMost)):
      return most == otherMost && scale(one) == scale(two)
    case (.numeric(let unit, _, _), .numeric(let otherUnit, _, _)): return unit == otherUnit
    case (.text, .text): return true
    case (.scale, _), (.likert, _), (.single, _), (.multiple, _), (.numeric, _), (.text, _): return false
    }
  }
}

extension Survey {
  /// The place of the question that a wave asked in place of `question`: itself, or one that it continues on the same scale.
  package func question(_ question: Int, in wave: Int) -> Int? {
    var place = question
    while true {
      if questions[place].waves.contains(wave) { return place }
      guard let earlier = questions[place].continues, earlier < place, questions[earlier].hasScale(of: questions[place])
      else { return nil }
      place = earlier
    }
  }
}
