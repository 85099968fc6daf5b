/// A survey with what its waves found, as an edition has them. It holds no answer of a single respondent.
package struct PublishedSurvey: Sendable {
  package let survey: Survey
  /// In the order of the survey's waves, without those that had not been received.
  package let waves: [SurveyWaveResults]
  /// Between each wave and the one before it that asked the same on the same scale.
  package let changes: [SurveyChange]

  package init(survey: Survey, waves: [SurveyWaveResults], changes: [SurveyChange]) {
    self.survey = survey
    self.waves = waves
    self.changes = changes
  }
}

/// What one wave of a survey found.
package struct SurveyWaveResults: Hashable, Sendable {
  package let survey: Survey.ID
  /// Place of the wave in the survey.
  package let wave: Int
  package let vintage: Vintage
  /// How many answered; nil where a report does not say so.
  package let respondents: Int?
  /// How many could have answered.
  package let asked: Int?
  /// As a report prints it, 0 to 1; nil where it is computed or not stated.
  private let statedResponseRate: Double?
  /// Whether intervals speak of chance alone, and not of who did not care to answer.
  package let isSamplingErrorOnly: Bool
  /// Kish's n Σw² / (Σw)²; nil without weights.
  package let designEffect: Double?
  /// Those that the wave asked, in the order of the survey.
  package let questions: [SurveyQuestionResults]

  package init(
    survey: Survey.ID, wave: Int, vintage: Vintage, respondents: Int?, asked: Int?,
    statedResponseRate: Double? = nil, isSamplingErrorOnly: Bool, designEffect: Double?,
    questions: [SurveyQuestionResults]
  ) {
    self.survey = survey
    self.wave = wave
    self.vintage = vintage
    self.respondents = respondents
    self.asked = asked
    self.statedResponseRate = statedResponseRate
    self.isSamplingErrorOnly = isSamplingErrorOnly
    self.designEffect = designEffect
    self.questions = questions
  }

  /// 0 to 1; of respondents and those who could have answered where both are known.
  package var responseRate: Double? {
    guard let respondents, let asked, asked > 0 else { return statedResponseRate }
    return Double(respondents) / Double(asked)
  }

  package func results(of question: Int) -> SurveyQuestionResults? { questions.first { $0.question == question } }

  /// Respondents who were asked a question and gave no answer, and their share of those who were asked, 0 to 1.
  ///
  /// - Returns: nil for questions that only some were asked, and where the number of answers, or of those whom the question does not
  ///   concern, is not known or hidden.
  package func unanswered(_ question: Int, of survey: Survey) -> (count: Int, share: Double)? {
    let asked = survey.questions[question]
    guard asked.filter == nil, let respondents, let results = results(of: question), let base = results.total.base
    else { return nil }
    var others = 0
    if asked.notApplicable != nil {
      guard let count = results.total.shares?.notApplicable else { return nil }
      others = count
    }
    let concerned = respondents - others
    let count = concerned - base
    return count >= 0 && concerned > 0 ? (count, Double(count) / Double(concerned)) : nil
  }
}

/// What was answered to a question.
package struct SurveyQuestionResults: Hashable, Sendable {
  package struct Group: Hashable, Sendable {
    package let code: String
    package let distribution: SurveyDistribution

    package init(code: String, distribution: SurveyDistribution) {
      self.code = code
      self.distribution = distribution
    }
  }

  package struct Breakdown: Hashable, Sendable {
    /// Place in the survey's breakdowns.
    package let breakdown: Int
    /// Sorted by code.
    package let groups: [Group]

    package init(breakdown: Int, groups: [Group]) {
      self.breakdown = breakdown
      self.groups = groups
    }
  }

  /// Place in the survey.
  package let question: Int
  package let total: SurveyDistribution
  package let breakdowns: [Breakdown]

  package init(question: Int, total: SurveyDistribution, breakdowns: [Breakdown]) {
    self.question = question
    self.total = total
    self.breakdowns = breakdowns
  }
}

/// How the answers of a group are spread; hidden figures are not in it.
package struct SurveyDistribution: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    /// Fewer answered than the survey's minimum base, or others could be computed from what is shown.
    case suppressed
    case answers(SurveyShares)
    case numbers(SurveyNumbers)
    /// Texts are counted, not shown.
    case texts
  }

  /// How many answered, those who do not know included; nil where a report does not say so, or where it would tell how many gave a hidden
  /// answer to the question that says who is asked.
  package let base: Int?
  /// Sum of their weights; nil without weights.
  package let weightedBase: Double?
  /// Kish's n Σw² / (Σw)² of those who answered; nil without weights.
  package let designEffect: Double?
  package let content: Content

  package init(base: Int?, weightedBase: Double?, designEffect: Double?, content: Content) {
    self.base = base
    self.weightedBase = weightedBase
    self.designEffect = designEffect
    self.content = content
  }

  package var shares: SurveyShares? {
    if case .answers(let shares) = content { shares } else { nil }
  }

  package var numbers: SurveyNumbers? {
    if case .numbers(let numbers) = content { numbers } else { nil }
  }
}

/// A figure from a sample.
package struct SurveyEstimate: Hashable, Sendable {
  /// Of shares 0 to 1, of a net agreement -1 to 1, else in the unit of the question.
  package let value: Double
  /// 95 %, of chance alone; nil for a census, and where the base is not known.
  package let interval: ClosedRange<Double>?
  /// If all who did not answer had answered one way, or the other; nil for a random sample, and where nobody knows how many there are.
  package let bounds: ClosedRange<Double>?

  package init(value: Double, interval: ClosedRange<Double>?, bounds: ClosedRange<Double>? = nil) {
    self.value = value
    self.interval = interval
    self.bounds = bounds
  }
}
