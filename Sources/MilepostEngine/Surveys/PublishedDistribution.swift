import MilepostModel

/// Makes distributions of what a report prints.
struct PublishedDistribution {
  let question: SurveyQuestion
  let precision: SurveyPrecision

  /// - Returns: nil when there are no rows.
  func distribution(_ rows: [PublishedAnswer], isTotal: Bool) -> SurveyDistribution? {
    guard !rows.isEmpty else { return nil }
    let base = rows.compactMap(\.base).first
    return SurveyDistribution(
      base: base, weightedBase: nil, designEffect: nil, content: .answers(shares(rows, base, isTotal: isTotal)))
  }

  private func shares(_ rows: [PublishedAnswer], _ base: Int?, isTotal: Bool) -> SurveyShares {
    func row(_ code: String?) -> PublishedAnswer? { rows.first { $0.answer == code } }
    let without = row(question.notApplicable?.code)?.count
    let doNotKnow = row(question.doNotKnow?.code)
    let unsure = question.doNotKnow == nil ? 0 : doNotKnow?.share
    let opinions = unsure.map { 1 - $0 }
    func figure(_ row: PublishedAnswer, isOpinion: Bool) -> SurveyShares.Figure? {
      guard let share = row.share else { return nil }
      let count = base.map(Double.init)
      let isConcerned = isTotal && question.filter == nil
      let bounds: ClosedRange<Double>? =
        if isConcerned, let have = row.count, let base, let others = question.notApplicable == nil ? 0 : without {
          precision.bounds(have, of: base, without: others)
        } else { nil }
      return SurveyShares.Figure(
        count: row.count,
        ofOpinions: opinions.flatMap { part in
          isOpinion && part > 0 ? precision.share(share / part, of: count.map { $0 * part }) : nil
        }, ofAnswers: precision.share(share, of: count, bounds: bounds))
    }
    let answers = question.kind.answers.map { answer in
      SurveyShares.Cell(code: answer.code, figure: row(answer.code).flatMap { figure($0, isOpinion: true) })
    }
    return SurveyShares(
      answers: answers,
      doNotKnow: question.doNotKnow.map {
        .init(code: $0.code, figure: doNotKnow.flatMap { figure($0, isOpinion: false) })
      }, notApplicable: without, mean: mean(answers, base, opinions),
      agreement: side(.agree, answers).map { precision.share($0, of: effective(base, opinions)) },
      net: net(answers, base, opinions))
  }

  private func effective(_ base: Int?, _ opinions: Double?) -> Double? {
    guard let base, let opinions else { return nil }
    return Double(base) * opinions
  }

  /// nil where an answer is not printed.
  private func opinions(_ answers: [SurveyShares.Cell]) -> [Double]? {
    let shares = answers.compactMap { $0.figure?.ofOpinions?.value }
    return shares.count == answers.count ? shares : nil
  }

  private func side(_ side: SurveyQuestion.Side, _ answers: [SurveyShares.Cell]) -> Double? {
    guard let shares = opinions(answers) else { return nil }
    let ours = zip(question.kind.answers, shares).filter { $0.0.side == side }
    return ours.isEmpty ? nil : min(1, ours.reduce(0) { $0 + $1.1 })
  }

  private func net(_ answers: [SurveyShares.Cell], _ base: Int?, _ part: Double?) -> SurveyEstimate? {
    guard let agree = side(.agree, answers), let disagree = side(.disagree, answers) else { return nil }
    return precision.net(agree: agree, disagree: disagree, of: effective(base, part))
  }

  /// Of the scores, with weights that close to 1 where the printed shares are rounded.
  private func mean(_ answers: [SurveyShares.Cell], _ base: Int?, _ part: Double?) -> SurveyEstimate? {
    guard let shares = opinions(answers), case let scores = question.kind.answers.compactMap(\.score),
      scores.count == shares.count, !scores.isEmpty
    else { return nil }
    let whole = shares.reduce(0, +)
    guard whole > 0 else { return nil }
    let mean = zip(scores, shares).reduce(0) { $0 + $1.0 * $1.1 } / whole
    guard let count = effective(base, part), count >= 2 else { return SurveyEstimate(value: mean, interval: nil) }
    let squares = zip(scores, shares).reduce(0) { $0 + $1.1 * ($1.0 - mean) * ($1.0 - mean) } / whole
    return precision.mean(
      mean, deviation: (squares * count / (count - 1)).squareRoot(), of: Int(count.rounded()), effective: count)
  }
}

/// How the shares of those with an opinion moved between each wave and the last one before it that asked the same on the same
/// scale.
func changesBetweenWaves(_ survey: Survey, _ waves: [SurveyWaveResults]) -> [SurveyChange] {
  var changes: [SurveyChange] = []
  for (place, later) in waves.enumerated() {
    for results in later.questions {
      let before = waves[..<place].reversed().lazy.compactMap { wave -> (Int, SurveyShares)? in
        survey.question(results.question, in: wave.wave).flatMap { wave.results(of: $0)?.total.shares }
          .map { (wave.wave, $0) }
      }.first
      guard let (earlier, old) = before, let new = results.total.shares else { continue }
      func add(_ subject: SurveyChange.Subject, _ one: SurveyEstimate?, _ other: SurveyEstimate?) {
        guard let one, let other else { return }
        changes.append(
          SurveyChange(
            question: results.question, subject: subject, from: earlier, to: later.wave,
            difference: difference(one, less: other)))
      }
      for (now, then) in zip(new.answers, old.answers) {
        add(.answer(now.code), now.figure?.ofOpinions, then.figure?.ofOpinions)
      }
      add(.agreement, new.agreement, old.agreement)
    }
  }
  return changes
}

private func difference(_ one: SurveyEstimate, less other: SurveyEstimate) -> SurveyEstimate {
  guard let interval = one.interval, let otherInterval = other.interval else {
    return SurveyEstimate(value: one.value - other.value, interval: nil)
  }
  let difference = ShareDifference(one.value, interval, less: other.value, otherInterval)
  return SurveyEstimate(value: difference.value, interval: difference.low...difference.high)
}
