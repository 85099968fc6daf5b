import MilepostModel

extension WorkspaceLoader {
  /// A YAML file of `surveys/` and the CSV files that it names.
  mutating func loadSurvey(_ path: String, into draft: inout Draft) throws {
    guard let node = try node(path), let file = reader.element(node, SurveyFile.form, of: .survey) else {
      hasUnreadNames = true
      return
    }
    draft.surveys.append(file.survey)
    for (place, wave) in file.survey.waves.enumerated() {
      for (vintage, position) in zip(wave.vintages, file.filePositions[place]) {
        guard let bytes = try bytes(of: vintage.file, namedAt: position) else { continue }
        let survey = SurveyReader(file.survey, wave: place, file.layout)
        if let table = survey.read(bytes, vintage, into: &reader.diagnostics) { draft.surveyTables.append(table) }
      }
    }
  }
}

/// Reads one file of a wave of a survey.
struct SurveyReader {
  private let survey: Survey
  private let wave: Int
  private let layout: DataLayout

  init(_ survey: Survey, wave: Int, _ layout: DataLayout) {
    self.survey = survey
    self.wave = wave
    self.layout = layout
  }

  /// - Returns: nil when there is no table to speak of; then the reason has been reported.
  func read(_ bytes: [UInt8], _ vintage: Vintage, into diagnostics: inout Diagnostics) -> SurveyTable? {
    switch survey.waves[wave].form {
    case .answers: answers(bytes, vintage, into: &diagnostics)
    case .results:
      PublishedAnswerReader(survey, layout).read(bytes, vintage.file, into: &diagnostics).map {
        SurveyTable(survey: survey.id, wave: wave, vintage: vintage, rows: .results($0.rows), isWhole: $0.isWhole)
      }
    }
  }

  /// A column of the file, in the order of `columns`.
  private struct Column {
    let name: String
    let read: (String) -> Result<FieldValue, CellFault>
  }

  private var asked: [Int] { survey.questions.indices.filter { survey.questions[$0].waves.contains(wave) } }

  private var columns: [Column] {
    let own = survey.columns
    var columns: [Column] = []
    if let name = own.respondent { columns.append(Column(name: name, read: RespondentForm.text)) }
    if let name = own.weight { columns.append(Column(name: name, read: RespondentForm.weight(layout))) }
    if let name = own.stratum { columns.append(Column(name: name, read: RespondentForm.code(of: name))) }
    columns += survey.breakdowns.map { Column(name: $0.id, read: RespondentForm.code(of: $0.id)) }
    columns += asked.map {
      Column(name: survey.questions[$0].id, read: AnswerForm(survey.questions[$0], layout).read)
    }
    return columns
  }

  private func answers(_ bytes: [UInt8], _ vintage: Vintage, into diagnostics: inout Diagnostics) -> SurveyTable? {
    let columns = columns
    let records = RecordReader.read(
      bytes, file: vintage.file, delimiter: layout.delimiter, into: &diagnostics
    ) { header, findings in places(of: columns, in: header, &findings) }
    guard let records else { return nil }
    var left = records.columns[...]
    let own = survey.columns
    let respondent = own.respondent.flatMap { _ in left.popFirst() }
    let weight = own.weight.flatMap { _ in left.popFirst() }
    let stratum = own.stratum.flatMap { _ in left.popFirst() }
    let breakdowns = survey.breakdowns.compactMap { _ in left.popFirst() }
    var questions = [RegisterTable.Column?](repeating: nil, count: survey.questions.count)
    for question in asked { questions[question] = left.popFirst() }
    let answers = SurveyAnswers(
      questions: questions, respondent: respondent, weight: weight, stratum: stratum, breakdowns: breakdowns,
      lines: records.lines, file: vintage.file)
    return SurveyTable(
      survey: survey.id, wave: wave, vintage: vintage, rows: .answers(answers),
      isWhole: hasWeights(answers, into: &diagnostics) && records.isWhole)
  }

  /// Who has no weight cannot be counted.
  private func hasWeights(_ answers: SurveyAnswers, into diagnostics: inout Diagnostics) -> Bool {
    guard let weight = answers.weight else { return true }
    var findings = FileFindings()
    for row in 0..<answers.count where weight[row] == nil {
      findings.report(.noWeight("", at: answers.position(row, weight)))
    }
    findings.finish(into: &diagnostics)
    return !findings.hasErrors
  }

  private func places(
    of columns: [Column], in header: [Located<String>], _ findings: inout FileFindings
  ) -> [RecordColumn]? {
    let names = columns.map { layout.header(of: $0.name) }
    let written = header.map(\.value)
    var isComplete = true
    for field in header where !names.contains(field.value) {
      let question = survey.questions.first { layout.header(of: $0.id) == field.value }
      findings.report(
        .unknownSurveyColumn(field, isQuestion: question != nil, closest: names.closest(to: field.value)))
      isComplete = false
    }
    let found = zip(columns, names).compactMap { column, name -> RecordColumn? in
      guard let place = written.firstIndex(of: name) else {
        findings.report(.missingSurveyColumn(name, at: header[0].position))
        return nil
      }
      return RecordColumn(place: place, read: column.read)
    }
    return isComplete && found.count == columns.count ? found : nil
  }
}

extension Diagnostic {
  fileprivate static func unknownSurveyColumn(
    _ header: Located<String>, isQuestion: Bool, closest: String?
  ) -> Self {
    if isQuestion {
      return Diagnostic(
        .error, "MP0330", "column of question '\(header.value)', which this wave did not ask", at: header.position,
        hint: "name the wave under 'waves' of the question, or delete the column")
    }
    return Diagnostic(
      .error, "MP0330", header.value.isEmpty ? "column without a name" : "unknown column '\(header.value)'",
      at: header.position,
      hint: closest.map { "did you mean '\($0)'?" }
        ?? "declare it as a question or breakdown, say under 'columns' which it is, or delete it")
  }

  static func missingSurveyColumn(_ name: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0330", "there is no column '\(name)'", at: position,
      hint: "add it, or say under 'columns' what the file calls it; a question that was not asked names its 'waves'")
  }
}
