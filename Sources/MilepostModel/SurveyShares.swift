/// The shares of the answers to a question of which answers have codes.
package struct SurveyShares: Hashable, Sendable {
  /// How many gave one answer.
  package struct Cell: Hashable, Sendable {
    package let code: String
    /// nil: hidden, or in a report not printed.
    package let figure: Figure?

    package init(code: String, figure: Figure?) {
      self.code = code
      self.figure = figure
    }
  }

  package struct Figure: Hashable, Sendable {
    /// Respondents, without weights; nil where a report prints percentages only.
    package let count: Int?
    /// Of those with an opinion, 0 to 1; nil for those who do not know, and where their number is hidden.
    package let ofOpinions: SurveyEstimate?
    /// Of all who answered, those who do not know included, 0 to 1.
    package let ofAnswers: SurveyEstimate

    package init(count: Int?, ofOpinions: SurveyEstimate?, ofAnswers: SurveyEstimate) {
      self.count = count
      self.ofOpinions = ofOpinions
      self.ofAnswers = ofAnswers
    }
  }

  /// In the order of the question.
  package let answers: [Cell]
  /// nil: the question has no such answer.
  package let doNotKnow: Cell?
  /// What the questionnaire did not concern; nil: no such answer, or hidden.
  package let notApplicable: Int?
  /// Mean of the scores of those with an opinion; only where every answer is shown.
  package let mean: SurveyEstimate?
  /// Share that agrees of those with an opinion; only where every answer is shown.
  package let agreement: SurveyEstimate?
  /// Share that agrees less share that disagrees, of those with an opinion, -1 to 1; only where every answer is shown.
  package let net: SurveyEstimate?

  package init(
    answers: [Cell], doNotKnow: Cell?, notApplicable: Int?, mean: SurveyEstimate?, agreement: SurveyEstimate?,
    net: SurveyEstimate?
  ) {
    self.answers = answers
    self.doNotKnow = doNotKnow
    self.notApplicable = notApplicable
    self.mean = mean
    self.agreement = agreement
    self.net = net
  }

  /// Whether a cell is hidden, or not printed.
  package var hasHidden: Bool { (answers + [doNotKnow].compactMap(\.self)).contains { $0.figure == nil } }
}

/// How the numbers that were answered are spread.
package struct SurveyNumbers: Hashable, Sendable {
  package let mean: SurveyEstimate
  package let standardDeviation: Double?
  /// Where a quarter, a half and three quarters of the answers lie below.
  package let lowerQuartile: Double
  package let median: Double
  package let upperQuartile: Double
  /// Respondents who do not know.
  package let doNotKnow: Int?

  package init(
    mean: SurveyEstimate, standardDeviation: Double?, lowerQuartile: Double, median: Double, upperQuartile: Double,
    doNotKnow: Int?
  ) {
    self.mean = mean
    self.standardDeviation = standardDeviation
    self.lowerQuartile = lowerQuartile
    self.median = median
    self.upperQuartile = upperQuartile
    self.doNotKnow = doNotKnow
  }
}

/// How a share moved between two waves.
package struct SurveyChange: Hashable, Sendable {
  package enum Subject: Hashable, Sendable {
    case answer(String)
    /// Those who agree.
    case agreement
  }

  /// Place of the question in the survey, as the later wave asked it.
  package let question: Int
  package let subject: Subject
  /// Places of the waves.
  package let from: Int
  package let to: Int
  /// Of shares of those with an opinion, -1 to 1; the interval after Newcombe takes the waves as independent.
  package let difference: SurveyEstimate

  package init(question: Int, subject: Subject, from: Int, to: Int, difference: SurveyEstimate) {
    self.question = question
    self.subject = subject
    self.from = from
    self.to = to
    self.difference = difference
  }

  /// Whether chance alone does not explain it; nil without an interval.
  package var isBeyondChance: Bool? { difference.interval.map { !$0.contains(0) } }
}
