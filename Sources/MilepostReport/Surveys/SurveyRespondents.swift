import MilepostLanguage
import MilepostModel

extension SiteContext {
  /// Who was asked and who answered, by wave, and what an interval means there.
  func whoAnswered(
    _ published: PublishedSurvey, _ words: SurveyWords, _ page: Page, _ html: inout HTMLWriter
  ) {
    guard !published.waves.isEmpty else { return }
    html.heading(2, phrases(.whoHeading))
    let columns = WaveColumn.stated(of: published)
    let head = [phrases(.oneWave)] + columns.map { phrases($0.phrase) }
    let numeric = columns.indices.filter { columns[$0].isNumeric }.map { $0 + 1 }
    page.table(phrases(.whoCaption), head: head, numeric: Set(numeric), into: &html) { html in
      for results in published.waves.reversed() { row(results, published.survey, columns, words, &html) }
    }
    for text in meanings(published) { html.element("p", ["class": "text"], text: text) }
    sources(published, words, page, &html)
  }

  private func row(
    _ results: SurveyWaveResults, _ survey: Survey, _ columns: [WaveColumn], _ words: SurveyWords,
    _ html: inout HTMLWriter
  ) {
    html.element("tr") { html in
      html.element("th", ["scope": "row"], text: words.name(ofWave: results.wave))
      for column in columns {
        if let text = text(of: column, results, survey.waves[results.wave]) {
          html.element("td", ["class": column.isNumeric ? "n" : nil], text: text)
        } else {
          html.none(phrases(.notStated))
        }
      }
    }
  }

  private func text(of column: WaveColumn, _ results: SurveyWaveResults, _ wave: SurveyWave) -> String? {
    switch column {
    case .period: phrases.dates.text(wave.period)
    case .population: wave.population.map(count)
    case .asked: results.asked.map(count)
    case .respondents: results.respondents.map(count)
    case .responseRate:
      results.responseRate.map { phrases.numbers.percent(100 * $0, decimals: results.respondents == nil ? 0 : 1) }
    case .sampling: phrases(wave.sampling.phrase)
    case .weights:
      results.designEffect.map { phrases(.weighted, ["effect": phrases.numbers.text($0, decimals: 2)]) }
        ?? phrases(.unweighted)
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

/// What is said of a wave.
private enum WaveColumn: CaseIterable {
  case period, population, asked, respondents, responseRate, sampling, weights

  /// Those that tell something of at least one wave.
  static func stated(of published: PublishedSurvey) -> [WaveColumn] {
    allCases.filter { column in
      published.waves.contains { results in
        let wave = published.survey.waves[results.wave]
        return switch column {
        case .period: wave.title != nil
        case .population: wave.population != nil
        case .asked: results.asked != nil
        case .respondents: results.respondents != nil
        case .responseRate: results.responseRate != nil
        case .sampling: true
        case .weights: results.designEffect != nil
        }
      }
    }
  }

  var isNumeric: Bool {
    switch self {
    case .population, .asked, .respondents, .responseRate: true
    case .period, .sampling, .weights: false
    }
  }
}

extension WaveColumn {
  fileprivate var phrase: SurveyPhrase {
    switch self {
    case .period: .timeOfWave
    case .population: .spokenFor
    case .asked: .wereAsked
    case .respondents: .numberAnswered
    case .responseRate: .responseRate
    case .sampling: .chosenHow
    case .weights: .weighting
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
