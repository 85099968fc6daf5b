import MilepostModel

/// A YAML file of `surveys/` beside its CSV files.
struct SurveyFile: Sendable {
  let survey: Survey
  let layout: DataLayout
  /// The places of the files' names, for each wave one for each vintage.
  let filePositions: [[SourcePosition]]

  static let form = ValueForm<SurveyFile>.mapping(SurveyKeys.shape) { fields, reader in
    let id = fields.read(SurveyKeys.survey, &reader)
    if let pair = fields.pair("survey") { reader.record("id", at: pair.value.position) }
    let title = fields.read(ElementKeys.title, &reader)
    let text = fields.read(ElementKeys.text, &reader)
    let respondent = fields.read(SurveyKeys.respondent, &reader)
    let source = fields.read(SurveyKeys.source, &reader)
    let owner = fields.read(ElementKeys.owner, &reader)
    let sampling = fields.read(SurveyKeys.sampling, &reader)
    let suppression = fields.read(SurveyKeys.suppress, &reader)
    let columns = Survey.Columns(
      respondent: fields.read(SurveyKeys.key, &reader), weight: fields.read(SurveyKeys.weight, &reader),
      stratum: fields.read(SurveyKeys.stratum, &reader))
    let breakdowns = fields.read(SurveyKeys.breakdowns, &reader) ?? []
    let written = fields.read(SurveyKeys.questions, &reader)
    let waves = fields.read(SurveyKeys.waves, &reader)
    let measures = fields.read(SurveyKeys.measures, &reader)
    let own = [columns.respondent, columns.weight, columns.stratum].compactMap(\.self) + breakdowns.map(\.key)
    let names = FieldNames(own + (written ?? []).map(\.key), of: fields, isKnown: written != nil) {
      .unknownSurveyColumn($0, among: $1, at: $2)
    }
    let layout = RecordLayoutKeys.read(fields, of: "survey", names, &reader)
    guard let id, let title, let source, let sampling, let written, let waves else { return nil }
    checkColumns(own, written, fields, &reader)
    checkWaves(waves, columns, hasSuppression: suppression != nil, fields, &reader)
    let folder = reader.file.split(separator: "/").dropLast().joined(separator: "/")
    let questions = SurveyNames(written, waves.map(\.id.value)).questions(&reader)
    let resolved = (measures ?? []).compactMap { $0.measure(questions, breakdowns.map(\.value), &reader) }
    return SurveyFile(
      survey: Survey(
        id: id, title: title, text: text, respondent: respondent, source: source, owner: owner,
        suppression: suppression ?? .none, columns: columns, breakdowns: breakdowns.map(\.value),
        questions: questions, waves: waves.map { $0.wave(sampling, folder: folder) }, measures: resolved,
        file: reader.file),
      layout: layout, filePositions: waves.map { $0.files.map(\.file.position) })
  }

  /// A name is a question or one column of another meaning.
  private static func checkColumns(
    _ own: [String], _ questions: [MapEntry<String, WrittenQuestion>], _ fields: Fields, _ reader: inout NodeReader
  ) {
    var known: Set<String> = []
    for name in own where !known.insert(name).inserted {
      reader.fail(.columnOfTwoMeanings(name, at: fields.position))
    }
    for question in questions where known.contains(question.key) {
      reader.fail(.columnOfTwoMeanings(question.key, at: question.keyPosition))
    }
  }

  private static func checkWaves(
    _ waves: [WrittenWave], _ columns: Survey.Columns, hasSuppression: Bool, _ fields: Fields,
    _ reader: inout NodeReader
  ) {
    for (place, wave) in waves.enumerated() {
      if let first = waves[..<place].first(where: { $0.id.value == wave.id.value }) {
        reader.fail(.waveTwice(wave.id, first: first.id.position))
      }
      if place > 0, waves[place - 1].period.value >= wave.period.value {
        reader.fail(.waveOutOfOrder(wave.period, after: waves[place - 1].period))
      }
      guard wave.form == .answers else { continue }
      if columns.stratum != nil, wave.strata.isEmpty {
        reader.fail(.missingKey("strata", of: "a wave of a survey with a column of strata", at: wave.id.position))
      }
      if columns.stratum == nil, !wave.strata.isEmpty { reader.fail(.strataWithoutColumn(at: wave.id.position)) }
    }
    if columns.stratum != nil, columns.weight != nil, let pair = fields.pair("stratum") {
      reader.fail(.keyDoesNotFit("stratum", of: "a survey with a column of weights", at: pair.keyPosition))
    }
    if !hasSuppression, waves.contains(where: { $0.form == .answers }) {
      reader.fail(.missingKey("suppress", of: "a survey with answers of respondents", at: fields.position))
    }
  }
}

private enum SurveyKeys {
  static let survey = Key(required: "survey", .id(of: Survey.self), "Id of the survey, unique among them.")
  static let respondent = Key(
    optional: "respondent", .localized, "What one respondent is called, with forms for counts: member|members.")
  static let source = Key(required: "source", .id(of: DataSource.self), "Id of the source, as in data/sources.yaml.")
  static let sampling = Key(
    required: "sampling", ValueForm<Survey.Sampling>.word,
    "random: drawn by chance; voluntary: whoever liked to answer; census: everybody was asked.")
  static let suppress = Key(
    optional: "suppress", ValueForm<Survey.Suppression>.suppression, "What is too small to be shown.")
  static let key = Key(optional: "key", ValueForm<String>.fieldName, "The column that names a respondent.")
  static let weight = Key(optional: "weight", ValueForm<String>.fieldName, "The column of weights.")
  static let stratum = Key(
    optional: "stratum", ValueForm<String>.fieldName,
    "The column of strata; waves then say how many each stratum has.")
  static let breakdowns = Key(
    optional: "breakdowns",
    ValueForm<Survey.Breakdown.Codes>.codes.map(
      keys: "^[a-z][a-z0-9-]*$", expected: "codelists by column", String.fieldName
    ).map {
      $0.map {
        MapEntry(key: $0.key, keyPosition: $0.keyPosition, value: Survey.Breakdown(id: $0.key, codes: $0.value))
      }
    }, "Columns by which answers are broken down, each with its codelist, or 'area' for codes of areas.")
  static let questions = Key(
    required: "questions",
    ValueForm<WrittenQuestion>.question.map(keys: "^[a-z][a-z0-9-]*$", expected: "questions by id", String.fieldName),
    "What is asked, in the order of the questionnaire.")
  static let waves = Key(
    required: "waves", ValueForm<WrittenWave>.wave.list, "The times that it was held, oldest first.")
  static let measures = Key(
    optional: "measures", ValueForm<WrittenSurveyMeasure>.measure.list, "Indicators that are computed from the answers."
  )

  static let shape = Shape(
    "a survey", survey, ElementKeys.title, ElementKeys.text, respondent, source, ElementKeys.owner, sampling, suppress,
    key, weight, stratum, breakdowns, RecordLayoutKeys.columns, RecordLayoutKeys.delimiter, RecordLayoutKeys.decimal,
    RecordLayoutKeys.thousands, questions, waves, measures)
}

extension ValueForm where Value == Survey.Breakdown.Codes {
  fileprivate static let codes = ValueForm<Codelist.ID>.codelist.map { list -> Survey.Breakdown.Codes in
    list.text == "area" ? .areas : .codelist(list)
  }
}

extension ValueForm where Value == Survey.Suppression {
  fileprivate static let suppression = ValueForm.mapping(SuppressionKeys.shape) { fields, reader in
    let base = fields.read(SuppressionKeys.base, &reader)
    let count = fields.read(SuppressionKeys.count, &reader)
    guard let base, let count else { return nil }
    return Survey.Suppression(minimumBase: base, minimumCount: count)
  }
}

private enum SuppressionKeys {
  static let base = Key(
    required: "base", .integer(in: 1...1000), "Groups of which fewer answered are not shown; 1 shows all.")
  static let count = Key(
    required: "count", .integer(in: 1...1000), "Answers that fewer gave are not shown; 1 shows all.")

  static let shape = Shape("what is suppressed", base, count)
}

extension Diagnostic {
  fileprivate static func unknownSurveyColumn(
    _ name: String, among known: [String], at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0170", "the survey has no question or column '\(name)'", at: position,
      hint: known.closest(to: name).map { "did you mean '\($0)'?" } ?? "there are \(known.joined(separator: ", "))")
  }

  fileprivate static func columnOfTwoMeanings(_ name: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0170", "'\(name)' names two columns", at: position, hint: "give one of the two another name")
  }

  fileprivate static func waveTwice(_ wave: Located<String>, first: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0172", "wave '\(wave.value)' stands twice", at: wave.position,
      hint: "a revised file of a wave stands in its list of files", notes: [.init("first here", at: first)])
  }

  fileprivate static func waveOutOfOrder(_ period: Located<TimePeriod>, after other: Located<TimePeriod>) -> Self {
    Diagnostic(
      .error, "MP0172", "wave of \(period.value) comes after that of \(other.value)", at: period.position,
      hint: "list waves by their periods, oldest first; one period has one wave",
      notes: [.init("the wave before", at: other.position)])
  }

  fileprivate static func strataWithoutColumn(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0172", "strata without a column that says which stratum a respondent is of", at: position,
      hint: "name the column: 'stratum: ...'")
  }
}
