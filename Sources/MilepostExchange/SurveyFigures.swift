import MilepostModel

/// Every figure of a survey that is published, one after the other; what is hidden stands there without a figure.
struct SurveyFigures {
  enum Measure: String {
    case shareOfOpinions = "share-of-opinions"
    case shareOfAnswers = "share-of-answers"
    case agreement, net, mean
    case lowerQuartile = "lower-quartile"
    case median
    case upperQuartile = "upper-quartile"
    case standardDeviation = "standard-deviation"
    case base
  }

  enum Absence: String { case hidden, notStated = "not-stated" }

  struct Row {
    let wave: SurveyWave
    let question: SurveyQuestion
    /// Name of the breakdown with a code; nil: all.
    let group: (breakdown: String, code: String)?
    /// nil: of all answers.
    let answer: String?
    let measure: Measure
    /// Of shares and net agreement in percent.
    let estimate: SurveyEstimate?
    let count: Int?
    let base: Int?
    let weightedBase: Double?
    let absence: Absence?

    var value: Double? { rounded(estimate?.value) }
    var low: Double? { rounded(estimate?.interval?.lowerBound) }
    var high: Double? { rounded(estimate?.interval?.upperBound) }
    var boundLow: Double? { rounded(estimate?.bounds?.lowerBound) }
    var boundHigh: Double? { rounded(estimate?.bounds?.upperBound) }
    var weight: Double? { rounded(weightedBase) }

    /// To nine decimals, beyond which there is nothing but the error of the machine.
    private func rounded(_ value: Double?) -> Double? { value.map { ($0 * 1e9).rounded() / 1e9 } }
  }

  private(set) var rows: [Row] = []

  init(_ published: PublishedSurvey) {
    let survey = published.survey
    for results in published.waves {
      let wave = survey.waves[results.wave]
      for answers in results.questions {
        let question = survey.questions[answers.question]
        add(answers.total, FigureSubject(wave: wave, question: question, group: nil))
        for breakdown in answers.breakdowns {
          let name = survey.breakdowns[breakdown.breakdown].id
          for group in breakdown.groups {
            add(group.distribution, FigureSubject(wave: wave, question: question, group: (name, group.code)))
          }
        }
      }
    }
  }

  private mutating func add(_ distribution: SurveyDistribution, _ subject: FigureSubject) {
    func row(
      _ measure: Measure, _ estimate: SurveyEstimate?, answer: String? = nil, count: Int? = nil,
      _ absence: Absence? = nil
    ) {
      rows.append(
        Row(
          wave: subject.wave, question: subject.question, group: subject.group, answer: answer, measure: measure,
          estimate: estimate, count: count, base: distribution.base, weightedBase: distribution.weightedBase,
          absence: absence))
    }
    switch distribution.content {
    case .suppressed: row(.base, nil, .hidden)
    case .texts: row(.base, nil)
    case .numbers(let numbers):
      row(.mean, numbers.mean)
      for (measure, value) in [
        (Measure.lowerQuartile, numbers.lowerQuartile), (.median, numbers.median),
        (.upperQuartile, numbers.upperQuartile),
      ] {
        row(measure, SurveyEstimate(value: value, interval: nil))
      }
      if let deviation = numbers.standardDeviation {
        row(.standardDeviation, SurveyEstimate(value: deviation, interval: nil))
      }
    case .answers(let shares):
      for cell in shares.answers + [shares.doNotKnow].compactMap(\.self) {
        guard let figure = cell.figure else {
          row(.shareOfAnswers, nil, answer: cell.code, subject.absence)
          continue
        }
        if let share = figure.ofOpinions {
          row(.shareOfOpinions, share.inPercent, answer: cell.code, count: figure.count)
        }
        row(.shareOfAnswers, figure.ofAnswers.inPercent, answer: cell.code, count: figure.count)
      }
      if let agreement = shares.agreement { row(.agreement, agreement.inPercent) }
      if let net = shares.net { row(.net, net.inPercent) }
      if let mean = shares.mean { row(.mean, mean) }
    }
  }
}

/// Of whom figures are.
private struct FigureSubject {
  let wave: SurveyWave
  let question: SurveyQuestion
  let group: (breakdown: String, code: String)?

  /// Why an answer has no figure.
  var absence: SurveyFigures.Absence {
    switch wave.form {
    case .answers: .hidden
    case .results: .notStated
    }
  }
}

extension SurveyEstimate {
  fileprivate var inPercent: SurveyEstimate {
    func percent(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
      (100 * range.lowerBound)...(100 * range.upperBound)
    }
    return SurveyEstimate(value: 100 * value, interval: interval.map(percent), bounds: bounds.map(percent))
  }
}
