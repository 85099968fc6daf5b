import MilepostModel

/// A wave as the survey has it.
struct WrittenWave: Sendable {
  let id: Located<String>
  let title: LocalizedText?
  let period: Located<TimePeriod>
  let sampling: Survey.Sampling?
  let population: Int?
  let invited: Int?
  let strata: [SurveyWave.Stratum]
  let form: SurveyWave.Form
  let files: [WrittenVintage]

  /// - Parameters:
  ///   - usual: how the survey samples where the wave does not say.
  ///   - folder: of the survey's file.
  func wave(_ usual: Survey.Sampling, folder: String) -> SurveyWave {
    let strata = self.strata.reduce(0) { $0 + $1.population }
    return SurveyWave(
      id: id.value, title: title, period: period.value, sampling: sampling ?? usual,
      population: population ?? (self.strata.isEmpty ? nil : strata), invited: invited, strata: self.strata,
      form: form, vintages: files.map { $0.vintage(in: folder) }, position: id.position)
  }
}

extension ValueForm where Value == WrittenWave {
  static let wave = ValueForm.mapping(WaveKeys.shape) { fields, reader in
    let id = fields.read(WaveKeys.wave, &reader)
    let title = fields.read(WaveKeys.title, &reader)
    let period = fields.read(WaveKeys.period, &reader)
    let sampling = fields.read(WaveKeys.sampling, &reader)
    let population = fields.read(WaveKeys.population, &reader)
    let invited = fields.read(WaveKeys.invited, &reader)
    let strata = fields.read(WaveKeys.strata, &reader) ?? []
    let respondents = fields.read(WaveKeys.respondents, &reader)
    let rate = fields.read(WaveKeys.responseRate, &reader)
    let answers = fields.read(WaveKeys.answers, &reader)
    let results = fields.read(WaveKeys.results, &reader)
    if let pair = fields.pair("strata"), fields.pair("population") != nil {
      reader.fail(.keyDoesNotFit("population", of: "a wave with strata", at: pair.keyPosition))
    }
    if fields.pair("answers") != nil {
      for key in ["results", "respondents", "response-rate"] {
        guard let pair = fields.pair(key) else { continue }
        reader.fail(.keyDoesNotFit(key, of: "a wave with answers", at: pair.keyPosition))
      }
    } else if fields.pair("results") == nil {
      reader.fail(.missingKey("answers", of: "a wave without results", at: fields.position))
    }
    if fields.pair("respondents") != nil, let pair = fields.pair("response-rate") {
      reader.fail(.keyDoesNotFit("response-rate", of: "a wave with respondents", at: pair.keyPosition))
    }
    if let pair = fields.pair("response-rate"), let rate, !(0...100).contains(rate) {
      reader.fail(.notUnderstood("\(rate)", expected: "a percentage from 0 to 100", at: pair.value.position))
    }
    for file in (answers ?? []) + (results ?? []) where file.kind == .update {
      reader.fail(.updateOfAWave(at: file.file.position))
    }
    guard let id, let period, let files = answers ?? results else { return nil }
    return WrittenWave(
      id: id, title: title, period: period, sampling: sampling, population: population, invited: invited,
      strata: strata.map { .init(id: $0.key, population: $0.value) },
      form: answers == nil ? .results(respondents: respondents, responseRate: rate.map { $0 / 100 }) : .answers,
      files: files)
  }
}

private enum WaveKeys {
  static let people = ValueForm<Int>.integer(in: 1...10_000_000_000)

  static let wave = Key(
    required: "wave", ValueForm<String>.dimensionCode.located, "Id of the wave, unique in the survey.")
  static let title = Key(optional: "title", .localized, "Its name; default its period.")
  static let period = Key(required: "period", ValueForm<TimePeriod>.period.located, "What its figures are about.")
  static let sampling = Key(
    optional: "sampling", ValueForm<Survey.Sampling>.word, "random, voluntary or census; default that of the survey.")
  static let population = Key(optional: "population", people, "How many the survey speaks for.")
  static let invited = Key(
    optional: "invited", people, "How many got the questionnaire; default the population.")
  static let strata = Key(
    optional: "strata",
    people.map(keys: "^[A-Za-z0-9_-]+$", expected: "numbers by stratum") { pair, reader -> String? in
      guard pair.key.isDimensionCode else {
        reader.fail(
          .notUnderstood(pair.key, expected: "a code of letters, digits, '_' and '-'", at: pair.keyPosition))
        return nil
      }
      return pair.key
    }, "How many each stratum has; answers are weighted by that.")
  static let respondents = Key(
    optional: "respondents", people, "How many answered, where only results are known.")
  static let responseRate = Key(
    optional: "response-rate", .number, "Percent who answered, where a report says no more.")
  static let answers = Key(
    optional: "answers", ValueForm<WrittenVintage>.vintage.list,
    "The file of answers, a respondent a row, and its revisions.")
  static let results = Key(
    optional: "results", ValueForm<WrittenVintage>.vintage.list,
    "The file of shares as a report prints them, and its revisions.")

  static let shape = Shape(
    "a wave", wave, title, period, sampling, population, invited, strata, respondents, responseRate, answers,
    results)
}

extension Diagnostic {
  fileprivate static func updateOfAWave(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0172", "update of a wave", at: position,
      hint: "a file holds all answers of the wave: leave out 'kind'")
  }
}
