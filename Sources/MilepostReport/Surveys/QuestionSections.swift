import MilepostLanguage
import MilepostModel

extension SiteContext {
  /// Several questions on one scale: what they found together, then each by itself.
  func items(_ group: [AskedQuestion], _ words: SurveyWords, _ page: Page, _ html: inout HTMLWriter) {
    html.heading(2, words.finding(group))
    let first = group[0]
    if let scale = AgreementScale(first.question, words) {
      let rows = group.map { scale.row($0.place, words.text($0.question.text), $0.newest, words) }
      let wave = words.name(ofWave: first.newest.wave.wave)
      page.figure(
        ChartFigure(
          id: first.anchor + "-all",
          title: .text(phrases(.measuredIn, ["measure": words.measure(.opinions, first.question), "wave": wave])),
          measure: apart(scale),
          chart: LikertChart(scale.parts, rows, style: words.percent(first.newest)),
          notes: [sourceLine(first, words)]), into: &html)
    }
    for asked in group { questionSection(asked, words, level: 3, page, &html) }
  }

  /// One question: what was found as its heading, who was asked, chart, table, change and groups.
  ///
  /// - Parameter level: of its heading; 3 where its chart is that of a group of questions.
  func questionSection(
    _ asked: AskedQuestion, _ words: SurveyWords, level: Int, _ page: Page, _ html: inout HTMLWriter
  ) {
    html.newLine()
    html.element("section", ["id": asked.anchor]) { html in
      let chart = level == 2 || asked.found.count > 1 ? chart(asked, words) : nil
      html.heading(level, chart == nil ? words.questionFound(asked) : words.finding(asked))
      html.element("p", ["class": "key"]) { facts(asked, words, &$0) }
      if let chart {
        page.figure(
          ChartFigure(
            id: asked.anchor + "-chart", title: .text(words.quoted(asked.question.text)),
            measure: measure(asked, words), chart: chart, notes: [sourceLine(asked, words)]), into: &html)
      }
      switch asked.newest.results.total.content {
      case .answers: answers(asked, words, page, &html)
      case .numbers: numbers(asked, words, page, &html)
      case .suppressed, .texts: break
      }
      change(asked, words, level: level + 1, page, &html)
      if words.published.hasPagesOfGroups {
        guard !asked.newest.results.breakdowns.isEmpty else { return }
        html.element("p") { html in
          let place = words.published.placeOfGroups(asked)
          html.element("a", ["href": page.link(place)], text: phrases(.groupsOnPage))
        }
        return
      }
      for breakdown in asked.newest.results.breakdowns {
        groups(asked, breakdown, words, level: level + 1, page, &html)
      }
    }
  }

  /// Who was asked, when, and how many answered.
  private func facts(_ asked: AskedQuestion, _ words: SurveyWords, _ html: inout HTMLWriter) {
    let survey = words.published.survey
    var sentences: [String] = []
    if let filter = asked.question.filter {
      let before = survey.questions[filter.question]
      let answers = filter.answers.map { words.name(of: $0, before) }
      sentences.append(
        phrases(.askedOf, ["answer": words.list(answers), "question": words.quoted(before.text)]))
    }
    if asked.found.count < words.published.waves.count {
      let waves = asked.found.reversed().map { words.name(ofWave: $0.wave.wave) }
      sentences.append(phrases(.askedInWaves, ["waves": phrases.lists.text(waves)]))
    }
    let bases = asked.found.compactMap { found -> String? in
      guard let base = words.base(found.results.total) else { return nil }
      return asked.found.count == 1
        ? base : phrases(.reading, ["place": words.name(ofWave: found.wave.wave), "value": base])
    }
    if !bases.isEmpty { sentences.append(phrases.sentences.ended(phrases.lists.enumeration(bases))) }
    if case .text = asked.question.kind { sentences.append(phrases(.textsKept)) }
    html.text(phrases.sentences.joined(sentences))
  }

  private func measure(_ asked: AskedQuestion, _ words: SurveyWords) -> String {
    let waves = asked.found.map { words.name(ofWave: $0.wave.wave) }
    let measure = phrases(
      .measuredIn, ["measure": words.measure(asked.base, asked.question), "wave": phrases.lists.enumeration(waves)])
    guard let scale = AgreementScale(asked.question, words), asked.newest.isWhole else { return measure }
    return phrases.sentences.joined([phrases.sentences.ended(measure), apart(scale)])
  }

  /// What stands beside the scale.
  private func apart(_ scale: AgreementScale) -> String {
    scale.parts.apart.isEmpty
      ? "" : phrases(.apartMeans, ["answers": phrases.lists.enumeration(scale.parts.apart.map(\.name))])
  }

  private func sourceLine(_ asked: AskedQuestion, _ words: SurveyWords) -> String {
    phrases(
      .sourceLine,
      [
        "source": release.title(of: words.published.survey.source, phrases),
        "vintage": asked.newest.wave.vintage.published.description,
      ])
  }

  /// Agreement left and right of a middle, a row for each wave; other answers as bars with their intervals. nil where there are no
  /// shares to draw.
  private func chart(_ asked: AskedQuestion, _ words: SurveyWords) -> (any Chart)? {
    guard asked.newest.shares?.answers.contains(where: { $0.figure != nil }) == true else { return nil }
    let style = words.percent(asked.newest)
    if let scale = AgreementScale(asked.question, words), asked.newest.isWhole {
      let rows = asked.found.filter(\.isWhole).map { found in
        scale.row(asked.place, asked.found.count == 1 ? "" : words.name(ofWave: found.wave.wave), found, words)
      }
      return LikertChart(scale.parts, rows, style: style)
    }
    let waves = Array(asked.found.filter { $0.shares != nil }.prefix(3))
    let rows = asked.question.kind.answers.enumerated().map { place, answer in
      EstimateChart.Row(
        key: answer.code, name: words.title(of: answer.code, asked.question),
        points: waves.map { found in
          guard let cell = found.shares?.answers[place] else { return nil }
          guard let figure = cell.figure else { return .absent(absence(found.wave, words)) }
          let share = figure.share(of: asked.base).inPercent
          return .figure(share.value, interval: share.interval)
        })
    }
    return EstimateChart(rows, groups: waves.map { words.name(ofWave: $0.wave.wave) }, form: .bars, style: style)
  }

  /// Why an answer has no figure in a wave.
  func absence(_ wave: SurveyWaveResults, _ words: SurveyWords) -> String {
    switch words.published.survey.waves[wave.wave].form {
    case .answers: phrases(.isHidden)
    case .results: phrases(.notPrinted)
    }
  }
}

/// The answers of a scale of agreement as parts of a chart.
struct AgreementScale: Sendable {
  let parts: LikertChart.Scale
  /// Places of the answers in the order of the parts.
  private let order: [Int]
  private let question: SurveyQuestion

  /// - Returns: nil for other scales, and where more than one answer is neutral or more than three agree or disagree.
  init?(_ question: SurveyQuestion, _ words: SurveyWords) {
    guard case .likert(let answers) = question.kind else { return nil }
    let ordered = answers.indices.sorted { (answers[$0].score ?? 0) < (answers[$1].score ?? 0) }
    func places(_ side: SurveyQuestion.Side) -> [Int] { ordered.filter { answers[$0].side == side } }
    let (disagree, neutral, agree) = (places(.disagree), places(.neutral), places(.agree))
    guard neutral.count <= 1, disagree.count <= 3, agree.count <= 3 else { return nil }
    func part(_ place: Int, _ tone: Tone) -> SharePart {
      SharePart(key: answers[place].code, name: words.text(answers[place].title ?? question.text), tone: tone)
    }
    // The strongest stand outermost and are the darkest.
    let oranges = [[2], [3, 1], [3, 2, 1]]
    let blues = [[4], [2, 4], [2, 4, 5]]
    var apart =
      question.doNotKnow.map { [SharePart(key: $0.code, name: words.text($0.title ?? question.text), tone: .open)] }
      ?? []
    if question.filter == nil {
      apart.append(SharePart(key: "unanswered", name: words.phrases(.noAnswerGiven), tone: .open))
    }
    parts = LikertChart.Scale(
      disagree: disagree.enumerated().map { part($1, .orange(oranges[disagree.count - 1][$0])) },
      neutral: neutral.first.map { part($0, .neutral) },
      agree: agree.enumerated().map { part($1, .blue(blues[agree.count - 1][$0])) }, apart: apart)
    order = disagree + neutral + agree
    self.question = question
  }

  /// A row of what a wave found, in percent; nothing stands for who did not know or did not answer where that is hidden.
  func row(_ place: Int, _ name: String, _ found: AskedQuestion.Found, _ words: SurveyWords) -> ShareRow {
    let shares = found.shares
    let key = "\(found.wave.wave)-\(place)"
    let opinions = order.compactMap { shares?.answers[$0].figure?.ofOpinions }.map { 100 * $0.value }
    guard opinions.count == order.count else { return ShareRow(key: key, name: name, gap: .missing(.suppressed)) }
    let unsure = question.doNotKnow == nil ? [] : [100 * (shares?.doNotKnow?.figure?.ofAnswers.value ?? 0)]
    let silent =
      question.filter == nil
      ? [100 * (found.wave.unanswered(found.results.question, of: words.published.survey)?.share ?? 0)] : []
    return ShareRow(key: key, name: name, values: opinions + unsure + silent)
  }
}
