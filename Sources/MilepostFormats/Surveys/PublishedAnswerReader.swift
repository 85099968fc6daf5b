import MilepostModel

/// Reads counts and shares of answers as a report prints them.
struct PublishedAnswerReader {
  private let survey: Survey
  private let layout: DataLayout

  init(_ survey: Survey, _ layout: DataLayout) {
    self.survey = survey
    self.layout = layout
  }

  private static let required = ["QUESTION", "ANSWER"]
  private static let optional = ["COUNT", "PERCENT", "BASE"]

  /// - Returns: nil when there is no table to speak of; then the reason has been reported.
  func read(
    _ bytes: [UInt8], _ file: String, into diagnostics: inout Diagnostics
  ) -> (rows: [PublishedAnswer], isWhole: Bool)? {
    let read = CSVReader.read(bytes, file: file, delimiter: layout.delimiter.rawValue, into: &diagnostics)
    guard let table = read else { return nil }
    var findings = FileFindings()
    defer { findings.finish(into: &diagnostics) }
    guard isComplete(table.header, &findings) else { return nil }
    var rows: [PublishedAnswer] = []
    var known: [RowKey: SourcePosition] = [:]
    for row in table.rows {
      guard let answer = answer(row, table, &findings) else { continue }
      let key = RowKey(question: answer.question, answer: answer.answer, codes: answer.codes)
      if let first = known[key] {
        findings.report(.publishedTwice(answer.answer, survey.questions[answer.question], at: answer.position, first))
        continue
      }
      known[key] = answer.position
      rows.append(answer)
    }
    return (rows, !findings.hasErrors && rows.count == table.rows.count)
  }

  private struct RowKey: Hashable {
    let question: Int
    let answer: String
    let codes: [String?]
  }

  private func isComplete(_ header: [Located<String>], _ findings: inout FileFindings) -> Bool {
    let known = Self.required + Self.optional + survey.breakdowns.map { layout.header(of: $0.id) }
    let written = header.map(\.value)
    var isComplete = true
    for field in header where !known.contains(field.value) {
      findings.report(.unknownResultsColumn(field, among: known))
      isComplete = false
    }
    for name in Self.required where !written.contains(name) {
      findings.report(.missingSurveyColumn(name, at: header[0].position))
      isComplete = false
    }
    return isComplete
  }

  private func answer(_ row: CSVTable.Row, _ table: CSVTable, _ findings: inout FileFindings) -> PublishedAnswer? {
    func cell(_ name: String) -> Located<String>? {
      table.column(name).map { row[$0] }.flatMap { $0.value.isEmpty ? nil : $0 }
    }
    let ids = survey.questions.map(\.id)
    guard let name = cell("QUESTION"), let question = ids.firstIndex(of: name.value) else {
      let text = cell("QUESTION")?.value ?? ""
      findings.report(.noSuchQuestion(text, among: ids, at: cell("QUESTION")?.position ?? row.position))
      return nil
    }
    guard let code = cell("ANSWER"), survey.questions[question].has(code.value) else {
      findings.report(
        .noAnswer(cell("ANSWER")?.value ?? "", survey.questions[question], at: cell("ANSWER")?.position ?? row.position)
      )
      return nil
    }
    let before = findings.count
    let count = cell("COUNT").flatMap { whole($0, &findings) }
    let percent = cell("PERCENT").flatMap { self.percent($0, &findings) }
    let base = cell("BASE").flatMap { whole($0, &findings) }
    guard findings.count == before else { return nil }
    guard let value = cell("COUNT") ?? cell("PERCENT"), base != nil || percent != nil else {
      findings.report(.nothingPublished(hasCount: count != nil, at: cell("COUNT")?.position ?? row.position))
      return nil
    }
    let codes = survey.breakdowns.map { cell(layout.header(of: $0.id))?.value }
    guard codes.count(where: { $0 != nil }) <= 1 else {
      findings.report(.groupOfGroups(at: row.position))
      return nil
    }
    return PublishedAnswer(
      question: question, answer: code.value, codes: codes,
      count: count, percent: percent, base: base, position: row.position, valuePosition: value.position)
  }

  private func whole(_ cell: Located<String>, _ findings: inout FileFindings) -> Int? {
    if case .number(let value) = NumberForm(layout).read(cell.value), let whole = Int(exactly: value), whole >= 0 {
      return whole
    }
    findings.report(.noCount(cell.value, at: cell.position))
    return nil
  }

  private func percent(_ cell: Located<String>, _ findings: inout FileFindings) -> WrittenNumber? {
    let text = cell.value.hasSuffix("%") ? String(cell.value.dropLast()).trimmedOfBlanks : cell.value
    if let percent = NumberForm(layout).written(text, isExact: false), (0...100).contains(percent.value) {
      return percent
    }
    findings.report(.noPercent(cell.value, at: cell.position))
    return nil
  }
}

extension Diagnostic {
  fileprivate static func unknownResultsColumn(_ header: Located<String>, among known: [String]) -> Self {
    Diagnostic(
      .error, "MP0330", "unknown column '\(header.value)'", at: header.position,
      hint: known.closest(to: header.value).map { "did you mean '\($0)'?" }
        ?? "the columns are \(known.joined(separator: ", "))")
  }

  fileprivate static func noSuchQuestion(_ text: String, among known: [String], at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0333", text.isEmpty ? "row without a question" : "there is no question '\(shortened(text))'",
      at: position,
      hint: known.closest(to: text).map { "did you mean '\($0)'?" })
  }

  fileprivate static func publishedTwice(
    _ answer: String, _ question: SurveyQuestion, at position: SourcePosition, _ first: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0333", "answer '\(answer)' to question '\(question.id)' stands twice", at: position,
      hint: "delete one of the rows", notes: [.init("first here", at: first)])
  }

  fileprivate static func nothingPublished(hasCount: Bool, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0333", hasCount ? "count without a base and a percentage" : "neither a count nor a percentage",
      at: position, hint: "write COUNT and BASE, or PERCENT, or all three")
  }

  fileprivate static func groupOfGroups(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0333", "row of two breakdowns", at: position, hint: "leave one of the codes blank, or delete the row")
  }

  fileprivate static func noCount(_ text: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0333", "'\(shortened(text))' is no number of respondents", at: position, hint: "write a whole number")
  }

  fileprivate static func noPercent(_ text: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0333", "'\(shortened(text))' is no percentage", at: position, hint: "write a number from 0 to 100")
  }
}
