import MilepostModel

/// Makes what is published of tallies.
struct Distributions {
  let question: SurveyQuestion
  let precision: SurveyPrecision
  let minimumCount: Int
  let isWeighted: Bool

  /// - Parameter isTotal: whether the tally is of all respondents.
  func distribution(_ tally: AnswerTally, _ hiding: Hiding, isTotal: Bool) -> SurveyDistribution {
    func distribution(_ content: SurveyDistribution.Content) -> SurveyDistribution {
      SurveyDistribution(
        base: tally.base.count, weightedBase: isWeighted ? tally.base.total : nil,
        designEffect: isWeighted ? tally.base.designEffect : nil, content: content)
    }
    return switch hiding {
    case .everything: SurveyDistribution(base: nil, weightedBase: nil, designEffect: nil, content: .suppressed)
    case .distribution: distribution(.suppressed)
    case .cells(let hidden): distribution(content(tally, hidden, isTotal: isTotal))
    }
  }

  private func content(_ tally: AnswerTally, _ hidden: [Bool], isTotal: Bool) -> SurveyDistribution.Content {
    switch question.kind {
    case .scale, .likert, .single, .multiple: .answers(shares(tally, hidden, isTotal: isTotal))
    case .numeric: numbers(tally, isTotal: isTotal).map { .numbers($0) } ?? .suppressed
    case .text: .texts
    }
  }

  private func shares(_ tally: AnswerTally, _ hidden: [Bool], isTotal: Bool) -> SurveyShares {
    let hasOpinions = hidden.last == false
    let isConcerned = isTotal && question.filter == nil
    func figure(_ sum: WeightSum, isOpinion: Bool) -> SurveyShares.Figure {
      let base = tally.base
      let bounds =
        isConcerned ? precision.bounds(sum.count, of: base.count, without: tally.notApplicable) : nil
      return SurveyShares.Figure(
        count: sum.count,
        ofOpinions: isOpinion && hasOpinions && tally.opinions.count > 0
          ? precision.share(sum.total / tally.opinions.total, of: tally.opinions.effectiveCount) : nil,
        ofAnswers: precision.share(sum.total / base.total, of: base.effectiveCount, bounds: bounds))
    }
    let answers = question.kind.answers.enumerated().map { place, answer in
      SurveyShares.Cell(
        code: answer.code, figure: hidden[place] ? nil : figure(tally.answers[place], isOpinion: true))
    }
    let doNotKnow = question.doNotKnow.map {
      SurveyShares.Cell(code: $0.code, figure: hasOpinions ? figure(tally.doNotKnow, isOpinion: false) : nil)
    }
    let isWhole = !hidden.contains(true) && tally.opinions.count > 0
    let isSmall = (1..<minimumCount).contains(tally.notApplicable)
    return SurveyShares(
      answers: answers, doNotKnow: doNotKnow,
      notApplicable: question.notApplicable == nil || isSmall || !isTotal ? nil : tally.notApplicable,
      mean: isWhole ? mean(tally) : nil, agreement: isWhole ? agreement(tally) : nil, net: isWhole ? net(tally) : nil)
  }

  /// Of the scores of those with an opinion.
  private func mean(_ tally: AnswerTally) -> SurveyEstimate? {
    let scored = zip(question.kind.answers, tally.answers).compactMap { answer, sum in
      answer.score.map { (score: $0, sum: sum) }
    }
    guard !scored.isEmpty, tally.opinions.total > 0 else { return nil }
    let weight = tally.opinions.total
    let mean = scored.reduce(0) { $0 + $1.score * $1.sum.total } / weight
    let squares = scored.reduce(0) { $0 + $1.sum.total * ($1.score - mean) * ($1.score - mean) }
    let count = Double(tally.opinions.count)
    let deviation = count > 1 ? (squares / weight * count / (count - 1)).squareRoot() : nil
    return precision.mean(
      mean, deviation: deviation, of: tally.opinions.count, effective: tally.opinions.effectiveCount)
  }

  private func share(_ side: SurveyQuestion.Side, _ tally: AnswerTally) -> Double? {
    let sums = zip(question.kind.answers, tally.answers).filter { $0.0.side == side }
    return sums.isEmpty ? nil : sums.reduce(0) { $0 + $1.1.total } / tally.opinions.total
  }

  private func agreement(_ tally: AnswerTally) -> SurveyEstimate? {
    share(.agree, tally).map { precision.share($0, of: tally.opinions.effectiveCount) }
  }

  private func net(_ tally: AnswerTally) -> SurveyEstimate? {
    guard let agree = share(.agree, tally), let disagree = share(.disagree, tally) else { return nil }
    return precision.net(agree: agree, disagree: disagree, of: tally.opinions.effectiveCount)
  }

  private func numbers(_ tally: AnswerTally, isTotal: Bool) -> SurveyNumbers? {
    guard let mean = tally.numbers.mean, let lower = tally.numbers.quantile(0.25),
      let median = tally.numbers.quantile(0.5), let upper = tally.numbers.quantile(0.75)
    else { return nil }
    let deviation = tally.numbers.standardDeviation
    let isSmall = (1..<minimumCount).contains(tally.doNotKnow.count)
    return SurveyNumbers(
      mean: precision.mean(
        mean, deviation: deviation, of: tally.opinions.count, effective: tally.opinions.effectiveCount),
      standardDeviation: deviation,
      lowerQuartile: lower, median: median, upperQuartile: upper,
      doNotKnow: question.doNotKnow == nil || isSmall || !isTotal ? nil : tally.doNotKnow.count)
  }
}
