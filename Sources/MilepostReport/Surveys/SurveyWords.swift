import MilepostLanguage
import MilepostModel

/// What a survey found, in sentences.
struct SurveyWords: Sendable {
  let published: PublishedSurvey
  let phrases: Phrases

  private var survey: Survey { published.survey }

  func text(_ text: LocalizedText) -> String { phrases.written(text) }

  func quoted(_ text: LocalizedText) -> String { phrases(.quoted, ["text": self.text(text)]) }

  func count(_ number: Int) -> String { phrases.numbers.text(Double(number), decimals: 0) }

  /// The name of a wave, else its period.
  func name(ofWave place: Int) -> String {
    let wave = survey.waves[place]
    return wave.title.map(text) ?? phrases.dates.text(wave.period)
  }

  /// How many of those who answer: `218 operators`.
  func people(_ number: Int) -> String {
    guard let form = survey.respondent.flatMap({ phrases.form(ofNoun: $0, for: number) }) else { return count(number) }
    return phrases.joins(count(number), text(form), "\u{00A0}")
  }

  /// How many answered a wave, of how many.
  func answered(_ wave: SurveyWaveResults) -> String {
    let rate = wave.responseRate.map { phrases.numbers.percent(100 * $0, decimals: wave.respondents == nil ? 0 : 1) }
    switch (wave.respondents, wave.asked, rate) {
    case (let answered?, let asked?, let rate?):
      return phrases(.answeredOf, ["answered": count(answered), "asked": people(asked), "rate": rate])
    case (let answered?, _, _): return phrases(.answeredAll, ["answered": people(answered)])
    case (nil, _, let rate?): return phrases(.answeredShare, ["rate": rate])
    case (nil, _, nil): return phrases(.answeredUnknown)
    }
  }

  /// How many answered the newest wave, and what most of them said to its first question.
  func answer(_ questions: [AskedQuestion]) -> String {
    guard let wave = published.waves.last else { return phrases(.noSeries) }
    let lead =
      questions.first { $0.newest.wave.wave == wave.wave && hasShares($0) }
      ?? questions.first { $0.newest.wave.wave == wave.wave }
    let found = [lead.map(questionFound)].compactMap(\.self)
    let answered = [answered(wave)]
    return phrases.sentences.joined(
      wave.respondents == nil && wave.responseRate == nil ? found + answered : answered + found)
  }

  private func hasShares(_ question: AskedQuestion) -> Bool {
    question.newest.shares?.answers.contains { $0.figure != nil } ?? false
  }

  func questionFound(_ question: AskedQuestion) -> String {
    phrases(.questionFound, ["question": text(question.question.text), "finding": finding(question)])
  }

  /// What the newest wave found, as a sentence.
  func finding(_ asked: AskedQuestion) -> String {
    let total = asked.newest.results.total
    switch total.content {
    case .suppressed: return phrases(.foundHidden)
    case .texts: return total.base.map { phrases(.foundTexts, count: $0) } ?? phrases(.foundHidden)
    case .numbers(let numbers):
      let style = style(ofNumbers: asked.question)
      return phrases(
        .foundNumbers, ["median": number(numbers.median, asked.question), "mean": style.value(numbers.mean.value)])
    case .answers(let shares): return finding(asked, shares)
    }
  }

  private func finding(_ asked: AskedQuestion, _ shares: SurveyShares) -> String {
    let style = percent(asked.newest)
    if case .scale(let points) = asked.question.kind, let mean = shares.mean, let ends = ends(of: points) {
      return phrases(
        .foundScale, ["mean": phrases.numbers.text(mean.value, decimals: 1), "from": ends.0, "to": ends.1])
    }
    if case .likert = asked.question.kind, let agreement = shares.agreement {
      return phrases(
        .foundShare, ["share": style.value(100 * agreement.value), "answer": list(agreeing(asked.question))])
    }
    let known = shares.answers.compactMap { cell in cell.figure.map { (code: cell.code, share: $0.shown.value) } }
    guard let most = known.max(by: { $0.share < $1.share }) else { return phrases(.foundNothing) }
    let answer = name(of: most.code, asked.question)
    let share = style.value(100 * most.share)
    let isMany = if case .multiple = asked.question.kind { true } else { false }
    return phrases(
      !isMany && (most.share >= 0.5 || known.count == 1) ? .foundShare : .foundMost, ["share": share, "answer": answer])
  }

  private func ends(of points: [SurveyQuestion.Answer]) -> (String, String)? {
    guard let first = points.first, let last = points.last else { return nil }
    let names = [first, last].map { point in
      point.title.map { "\(point.code)\(phrases(.aside, ["text": text($0)]))" } ?? point.code
    }
    return (names[0], names[1])
  }

  /// What several questions on one scale found: which has the most agreement, and which the least.
  func finding(_ group: [AskedQuestion]) -> String {
    let known = group.compactMap { asked in
      asked.newest.shares?.agreement.map { (asked: asked, share: $0.value) }
    }
    guard let high = known.max(by: { $0.share < $1.share }), let low = known.min(by: { $0.share < $1.share }) else {
      return group.first.map(questionFound) ?? phrases(.foundNothing)
    }
    let style = percent(high.asked.newest)
    return phrases(
      .foundItems,
      [
        "answer": list(agreeing(high.asked.question)), "high": text(high.asked.question.text),
        "most": style.value(100 * high.share), "low": text(low.asked.question.text),
        "least": style.value(100 * low.share),
      ])
  }

  private func agreeing(_ question: SurveyQuestion) -> [String] {
    question.kind.answers.filter { $0.side == .agree }.map { name(of: $0.code, question) }
  }

  /// Names of answers, with `or` before the last.
  func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.joined() }
    return phrases(.either, ["one": phrases.lists.enumeration(names.dropLast()), "other": last])
  }

  /// An answer in quotes.
  func name(of code: String, _ question: SurveyQuestion) -> String {
    phrases(.quoted, ["text": title(of: code, question)])
  }

  func title(of code: String, _ question: SurveyQuestion) -> String {
    let answers = question.kind.answers + [question.doNotKnow, question.notApplicable].compactMap(\.self)
    guard let title = answers.first(where: { $0.code == code })?.title else { return code }
    guard case .scale = question.kind, question.kind.answers.contains(where: { $0.code == code }) else {
      return text(title)
    }
    return code + phrases(.aside, ["text": text(title)])
  }
}

extension SurveyWords {
  /// Percentages that a report prints without counts have the digits that it prints.
  func percent(_ found: AskedQuestion.Found) -> FigureStyle {
    let figures = (found.shares?.answers ?? []).compactMap(\.figure)
    let isPrinted = figures.contains { $0.count == nil }
    let isWhole = figures.allSatisfy { figure in
      let percent = 100 * figure.ofAnswers.value
      return (percent - percent.rounded()).magnitude < 1e-6
    }
    return FigureStyle(scale: .percent, decimals: isPrinted && isWhole ? 0 : 1, phrases: phrases)
  }

  /// The mean has a digit more than the numbers.
  func style(ofNumbers question: SurveyQuestion) -> FigureStyle {
    guard case .numeric(let unit, _, let decimals) = question.kind else {
      return FigureStyle(scale: .plain, decimals: 1, phrases: phrases)
    }
    return FigureStyle(scale: .measured(unit), decimals: decimals + 1, phrases: phrases)
  }

  func unit(of question: SurveyQuestion) -> String {
    guard case .numeric(let unit, _, _) = question.kind else { return "" }
    return phrases.words(for: unit)
  }

  /// A number that was answered, or halfway between two.
  func number(_ value: Double, _ question: SurveyQuestion) -> String {
    guard case .numeric(_, _, let decimals) = question.kind else { return phrases.numbers.text(value, decimals: 1) }
    return phrases.numbers.shortText(value, atMostDecimals: decimals + 1)
  }

  var points: FigureStyle {
    FigureStyle(scale: .measured(.percentagePoints), decimals: 1, phrases: phrases)
  }

  /// What shares are of.
  func measure(_ base: SurveyMeasure.Base, _ question: SurveyQuestion) -> String {
    if case .multiple = question.kind { return phrases(.ofAnswersMany) }
    return phrases(question.doNotKnow != nil && base == .opinions ? .ofOpinions : .ofAnswers)
  }

  /// How many answered: `n = 209`.
  func base(_ total: SurveyDistribution) -> String? {
    guard let base = total.base else { return nil }
    guard let weight = total.weightedBase else { return phrases(.baseIs, ["count": count(base)]) }
    return phrases(
      .baseWeighted, ["count": count(base), "weighted": phrases.numbers.text(weight, decimals: 1)])
  }

  func range(_ range: ClosedRange<Double>, _ style: FigureStyle) -> String {
    phrases(.fromTo, ["first": style.number(range.lowerBound), "last": style.number(range.upperBound)])
  }

  func interval(_ estimate: SurveyEstimate, _ style: FigureStyle) -> String {
    guard let interval = estimate.interval else { return style.value(estimate.value) }
    return phrases(
      .withInterval,
      [
        "value": style.value(estimate.value), "low": style.number(interval.lowerBound),
        "high": style.number(interval.upperBound),
      ])
  }
}

extension SurveyShares.Figure {
  /// Of those with an opinion, where that is known.
  var shown: SurveyEstimate { ofOpinions ?? ofAnswers }

  func share(of base: SurveyMeasure.Base) -> SurveyEstimate {
    switch base {
    case .opinions: shown
    case .answers: ofAnswers
    }
  }
}

extension [SurveyDistribution] {
  /// What shares are of that stand beside each other: of those with an opinion only where that is known of all.
  var base: SurveyMeasure.Base {
    let figures = flatMap { $0.shares?.answers.compactMap(\.figure) ?? [] }
    return figures.allSatisfy { $0.ofOpinions != nil } ? .opinions : .answers
  }
}

extension SurveyEstimate {
  /// Of a share or net agreement.
  var inPercent: SurveyEstimate {
    func percent(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
      (100 * range.lowerBound)...(100 * range.upperBound)
    }
    return SurveyEstimate(value: 100 * value, interval: interval.map(percent), bounds: bounds.map(percent))
  }
}
