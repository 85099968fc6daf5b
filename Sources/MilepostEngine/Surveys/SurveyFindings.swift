package import MilepostModel

/// What the files of surveys say.
extension Draft {
  /// Computes the results of every file of every survey.
  func resultsOfSurveys() -> [SurveyWaveResults] {
    let surveys = Dictionary(surveys.map { ($0.id, $0) }) { first, _ in first }
    return surveyTables.compactMap { table in
      surveys[table.survey].map { SurveyComputation($0, table).results }
    }
  }

  /// The newest results of each wave of a survey that had been received by a date, in the order of its waves.
  func results(of survey: Survey, asOf date: CalendarDate) -> [SurveyWaveResults] {
    let received = surveyResults.filter { $0.survey == survey.id && $0.vintage.received <= date }
    return survey.waves.indices.compactMap { wave in
      received.filter { $0.wave == wave }
        .max { ($0.vintage.published, $0.vintage.received) < ($1.vintage.published, $1.vintage.received) }
    }
  }

  /// The surveys of which something had been received by a date, sorted by id.
  package func surveys(asOf date: CalendarDate) -> [PublishedSurvey] {
    surveys.sorted { $0.id < $1.id }.compactMap { survey in
      let waves = results(of: survey, asOf: date)
      return waves.isEmpty
        ? nil : PublishedSurvey(survey: survey, waves: waves, changes: changesBetweenWaves(survey, waves))
    }
  }
}

/// Computes what one file of a wave says.
private struct SurveyComputation {
  private let survey: Survey
  private let wave: SurveyWave
  private let table: SurveyTable

  init(_ survey: Survey, _ table: SurveyTable) {
    self.survey = survey
    self.table = table
    wave = survey.waves[table.wave]
  }

  var results: SurveyWaveResults {
    switch table.rows {
    case .answers(let answers): results(answers)
    case .results(let rows): results(rows)
    }
  }

  private func results(
    respondents: Int?, statedResponseRate: Double? = nil, designEffect: Double?, _ questions: [SurveyQuestionResults]
  ) -> SurveyWaveResults {
    SurveyWaveResults(
      survey: survey.id, wave: table.wave, vintage: table.vintage, respondents: respondents, asked: wave.asked,
      statedResponseRate: statedResponseRate, isSamplingErrorOnly: wave.sampling == .voluntary,
      designEffect: designEffect, questions: questions)
  }

  private func results(_ answers: SurveyAnswers) -> SurveyWaveResults {
    let precision = SurveyPrecision(wave.sampling, population: wave.population, respondents: answers.count)
    let weights = answers.weights(wave)
    let isWeighted = answers.weight != nil || answers.stratum != nil
    var all = WeightSum()
    for weight in weights { if let weight { all.add(weight) } }
    var hiddenAnswers: [Int: HiddenAnswers] = [:]
    let questions = survey.questions.enumerated().compactMap { place, question -> SurveyQuestionResults? in
      guard let column = answers.questions[place] else { return nil }
      let tallies = QuestionTallies(question, column, answers, weights: weights)
      let gate = question.filter.flatMap { filter in
        hiddenAnswers[filter.question].map {
          HiddenAnswers.Gate(hidden: $0, places: survey.questions[filter.question].places(of: filter.answers))
        }
      }
      let hidden = HiddenAnswers(tallies, survey.suppression, behind: gate)
      hiddenAnswers[place] = hidden
      let distributions = Distributions(
        question: question, precision: precision, minimumCount: survey.suppression.minimumCount,
        isWeighted: isWeighted)
      return SurveyQuestionResults(
        question: place,
        total: distributions.distribution(tallies.total, hidden.total, isTotal: true),
        breakdowns: tallies.breakdowns.enumerated().map { number, breakdown in
          .init(breakdown: number, groups: groups(breakdown, hidden.groups[number], distributions))
        })
    }
    return results(respondents: answers.count, designEffect: isWeighted ? all.designEffect : nil, questions)
  }

  private func groups(
    _ breakdown: QuestionTallies.Breakdown, _ hidden: [Hiding], _ distributions: Distributions
  ) -> [SurveyQuestionResults.Group] {
    // That nobody of a group answered would tell as much as how many did.
    breakdown.codes.indices.filter { breakdown.tallies[$0].base.count > 0 || hidden[$0] == .everything }.map { group in
      SurveyQuestionResults.Group(
        code: breakdown.codes[group],
        distribution: distributions.distribution(breakdown.tallies[group], hidden[group], isTotal: false))
    }.sorted { $0.code < $1.code }
  }

  private func results(_ rows: [PublishedAnswer]) -> SurveyWaveResults {
    var respondents: Int?
    var rate: Double?
    if case .results(let stated, let statedRate) = wave.form { (respondents, rate) = (stated, statedRate) }
    let precision = SurveyPrecision(wave.sampling, population: wave.population, respondents: respondents)
    let questions = survey.questions.indices.compactMap { place -> SurveyQuestionResults? in
      let ours = rows.filter { $0.question == place }
      let published = PublishedDistribution(question: survey.questions[place], precision: precision)
      guard let total = published.distribution(ours.filter { $0.group == nil }, isTotal: true) else { return nil }
      let breakdowns = survey.breakdowns.indices.map { number -> SurveyQuestionResults.Breakdown in
        let codes = Set(ours.compactMap { $0.group?.breakdown == number ? $0.group?.code : nil })
        return .init(
          breakdown: number,
          groups: codes.sorted().compactMap { code in
            let group = ours.filter { $0.group?.breakdown == number && $0.group?.code == code }
            return published.distribution(group, isTotal: false).map { .init(code: code, distribution: $0) }
          })
      }
      return SurveyQuestionResults(question: place, total: total, breakdowns: breakdowns.filter { !$0.groups.isEmpty })
    }
    return results(respondents: respondents, statedResponseRate: rate, designEffect: nil, questions)
  }
}

extension SurveyQuestion {
  /// Where answers stand, those who do not know last; what does not concern somebody has no place.
  fileprivate func places(of codes: [String]) -> [Int] {
    let known = kind.answers.map(\.code) + [doNotKnow].compactMap { $0?.code }
    return codes.compactMap(known.firstIndex)
  }
}

extension PublishedAnswer {
  /// The group that the row is about; nil: all.
  var group: (breakdown: Int, code: String)? {
    for (place, code) in codes.enumerated() { if let code { return (place, code) } }
    return nil
  }
}

extension SurveyAnswers {
  /// What each respondent counts: the weight that is written, how many of a stratum stand behind each of it that answered, or 1; nil
  /// for one of no known stratum.
  func weights(_ wave: SurveyWave) -> [Double?] {
    if let weight {
      return (0..<count).map { row in
        if case .number(let number) = weight[row] { number.value } else { nil }
      }
    }
    guard let stratum else { return Array(repeating: 1, count: count) }
    var answered: [String: Int] = [:]
    for row in 0..<count { if let code = stratum[row]?.text { answered[code, default: 0] += 1 } }
    let population = Dictionary(wave.strata.map { ($0.id, $0.population) }) { first, _ in first }
    return (0..<count).map { row in
      guard let code = stratum[row]?.text, let size = population[code], let have = answered[code] else { return nil }
      return Double(size) / Double(have)
    }
  }
}
