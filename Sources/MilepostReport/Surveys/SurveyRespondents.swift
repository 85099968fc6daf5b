import MilepostLanguage
import MilepostModel

extension SiteContext {
  /// Who was asked and who answered, by wave, and what an interval means there.
  func whoAnswered(
    _ published: PublishedSurvey, _ words: SurveyWords, _ page: Page, _ html: inout HTMLWriter
  ) {
    guard !published.waves.isEmpty else { return }
    html.heading(2, phrases(.whoHeading))
    let head = [
      phrases(.oneWave), phrases(.period), phrases(.spokenFor), phrases(.wereAsked), phrases(.numberAnswered),
      phrases(.responseRate), phrases(.chosenHow), phrases(.weighting),
    ]
    page.table(phrases(.whoCaption), head: head, numeric: [2, 3, 4, 5], into: &html) { html in
      for results in published.waves.reversed() { row(results, published.survey, words, &html) }
    }
    for text in meanings(published) { html.element("p", ["class": "text"], text: text) }
    sources(published, words, page, &html)
  }

  private func row(
    _ results: SurveyWaveResults, _ survey: Survey, _ words: SurveyWords, _ html: inout HTMLWriter
  ) {
    let wave = survey.waves[results.wave]
    html.element("tr") { html in
      html.element("th", ["scope": "row"], text: words.name(ofWave: results.wave))
      html.element("td", text: phrases.dates.text(wave.period))
      for number in [wave.population, results.asked, results.respondents] {
        if let number {
          html.element("td", ["class": "n"], text: count(number))
        } else {
          html.none(phrases(.notStated))
        }
      }
      if let rate = results.responseRate {
        let decimals = results.respondents == nil ? 0 : 1
        html.element("td", ["class": "n"], text: phrases.numbers.percent(100 * rate, decimals: decimals))
      } else {
        html.none(phrases(.notStated))
      }
      html.element("td", text: phrases(wave.sampling.phrase))
      let effect = results.designEffect.map { phrases.numbers.text($0, decimals: 2) }
      html.element("td", text: effect.map { phrases(.weighted, ["effect": $0]) } ?? phrases(.unweighted))
    }
  }

  /// A paragraph for each way of choosing people that a wave has.
  private func meanings(_ published: PublishedSurvey) -> [String] {
    let waves = published.waves.map { (results: $0, wave: published.survey.waves[$0.wave]) }
    var texts = Survey.Sampling.allCases.filter { way in
      waves.contains { $0.wave.sampling == way && $0.results.respondents != nil }
    }.map { phrases($0.meaning) }
    if waves.contains(where: { $0.results.respondents == nil }) { texts.append(phrases(.intervalNone)) }
    if waves.contains(where: { $0.results.designEffect != nil }) { texts.append(phrases(.weightingMeans)) }
    return texts
  }

  private func sources(
    _ published: PublishedSurvey, _ words: SurveyWords, _ page: Page, _ html: inout HTMLWriter
  ) {
    let survey = published.survey
    html.element("dl", ["class": "facts"]) { html in
      html.term(phrases(.source)) { html in
        html.text(release.title(of: survey.source, phrases))
        for results in published.waves.reversed() {
          let day = phrases.dates.text(results.vintage.published)
          html.void("br")
          html.element(
            "small", text: phrases(.inPeriod, ["value": words.name(ofWave: results.wave), "period": day]))
        }
      }
      html.term(phrases(.owner), text: survey.owner.map(phrases.owner))
    }
  }
}

extension Survey.Sampling {
  fileprivate var phrase: SurveyPhrase {
    switch self {
    case .random: .chosenRandom
    case .voluntary: .chosenVoluntary
    case .census: .chosenCensus
    }
  }

  /// What an interval means.
  fileprivate var meaning: SurveyPhrase {
    switch self {
    case .random: .intervalRandom
    case .voluntary: .intervalVoluntary
    case .census: .intervalCensus
    }
  }
}
