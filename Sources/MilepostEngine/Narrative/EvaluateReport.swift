package import MilepostModel

/// The report of a release: what each binding comes to, and whether each sentence holds.
///
/// - Parameters:
///   - plan: as it stood on the date of the release.
///   - table: stored and computed series, as `compute` returns them.
/// - Returns: nil when the workspace has no report, or it is of another edition.
package func evaluateReport(
  _ plan: ResolvedPlan, _ table: WorkingTable, _ release: Release, into diagnostics: inout Diagnostics
) -> PublishedReport? {
  guard let narrative = plan.draft.narrative, let edition = release.edition,
    narrative.document.isOf(edition, in: plan.settings)
  else { return nil }
  var evaluation = ReportEvaluation(TextEvaluator(plan, table, release))
  let chapters = narrative.chapters.map { evaluation.published($0) }
  for finding in evaluation.findings { diagnostics.report(finding) }
  saidInTwoWays(chapters, but: evaluation.untrue, into: &diagnostics)
  return PublishedReport(
    document: narrative.document, chapters: chapters, pictures: narrative.pictures, rows: evaluation.rows)
}

extension ReportDocument {
  /// Whether the report is that of an edition; without a word about it that of the latest.
  package func isOf(_ edition: Edition, in settings: WorkspaceSettings) -> Bool {
    self.edition.map { $0 == edition.id } ?? (settings.editions.last?.id == edition.id)
  }
}

/// The bindings of a report, one after the other.
private struct ReportEvaluation {
  private var evaluator: TextEvaluator
  private(set) var findings: [Diagnostic] = []
  /// Places of figures that say something else than the data.
  private(set) var untrue: Set<SourcePosition> = []
  /// Which records the tables of the chapters show that have a condition.
  private(set) var rows: [Exhibit.RegisterSelection: [Int]] = [:]
  private let sources: InputPlaces

  init(_ evaluator: TextEvaluator) {
    self.evaluator = evaluator
    sources = InputPlaces(evaluator.plan, asOf: evaluator.release.asOf)
  }

  mutating func published(_ chapter: Chapter) -> PublishedReport.PublishedChapter {
    for block in chapter.allBlocks {
      guard case .exhibit(let exhibit) = block.content, case .registerTable(let selection) = exhibit.content else {
        continue
      }
      if rows[selection] == nil, let found = evaluator.rows(selection) { rows[selection] = found }
    }
    return PublishedReport.PublishedChapter(chapter, values: chapter.bindings.map { value(of: $0) })
  }

  private mutating func value(of binding: Binding) -> BoundValue? {
    guard let figure = binding.figure else { return nil }
    evaluator.diagnostics = Diagnostics()
    let value = evaluator.value(of: figure.root)
    findings += evaluator.diagnostics.all
    guard let value else { return nil }
    guard let bound = value.bound else {
      findings.append(.noValue(value, figure, at: binding.position))
      return nil
    }
    switch binding.content {
    case .inserted:
      if case .truth = bound.value { findings.append(.wrongValue(value, figure, "a value", at: binding.position)) }
    case .asserted(let stated, _): check(stated, value, figure, at: binding.position)
    case .claim: check(value, binding, figure)
    case .literal: break
    }
    return bound
  }

  private mutating func check(
    _ stated: StatedNumber, _ value: TextValue, _ figure: Figure, at position: SourcePosition
  ) {
    guard case .number(let number) = value.content else {
      findings.append(.wrongValue(value, figure, "a number", at: position))
      return
    }
    let measured: Double
    switch value.unit.measured(number, as: stated) {
    case .comparable(let found): measured = found
    case .other(let said):
      findings.append(.otherMeasure(said, stated, value, figure, at: position))
      return
    }
    guard !stated.admits(measured) else { return }
    untrue.insert(position)
    findings.append(
      .otherFigure(stated, computed: measured, figure, at: position, notes: sources.notes(for: value.inputs)))
  }

  private mutating func check(_ value: TextValue, _ binding: Binding, _ figure: Figure) {
    switch value.content {
    case .truth(true): break
    case .truth(false):
      let facts = evaluator.facts(of: figure.root)
      findings.append(
        .falseClaim(binding, figure, facts: facts, notes: sources.notes(for: value.inputs)))
    case .number, .status, .direction, .period, .word, .missing, .confidential:
      findings.append(.wrongValue(value, figure, "a condition", at: binding.position))
    }
  }
}

extension TextEvaluator {
  /// What the sides of a comparison come to: `internet-use(WORLD, 2019) is 53.6`.
  fileprivate mutating func facts(of expression: Expression) -> [String] {
    guard case .binary(let sign, let left, let right) = expression.node else { return [] }
    if sign == .and || sign == .or { return facts(of: left) + facts(of: right) }
    let before = diagnostics
    defer { diagnostics = before }
    return [left, right].compactMap { side in
      if case .number = side.node { return nil }
      if case .name = side.node { return nil }
      return value(of: side)?.plainText
    }
  }
}

extension TextValue {
  /// Unrounded, for findings.
  var plainText: String? {
    switch content {
    case .number(let number): "\(ShortText(number))"
    case .status(let status): status.rawValue
    case .direction(let direction): direction.rawValue
    case .period(let period): period.description
    case .word(let word): word
    case .truth, .missing, .confidential: nil
    }
  }
}

/// A number as short as its value allows, without an exponent or `.0` in ordinary sizes.
struct ShortText: CustomStringConvertible {
  let number: Double

  init(_ number: Double) { self.number = number }

  var description: String {
    let isWhole = number == number.rounded() && abs(number) < 1e15
    return isWhole ? "\(Int(number))" : "\(number)"
  }
}

extension FormulaUnit {
  enum Measured {
    case comparable(Double)
    /// The words say something of another kind, and what.
    case other(String)
  }

  private var isShare: Bool {
    guard let unit = single else { return false }
    return unit.isPercent || unit == .percentagePoints
  }

  /// A value in the unit in which words say it: absolute, in percent, as a part of a whole.
  func measured(_ number: Double, as stated: StatedNumber) -> Measured {
    let absolute = number * powerOfMultiplier
    // The unit of what was computed from plain numbers or several units is not known.
    guard let unit = single else { return .comparable(absolute) }
    switch stated.measure {
    case .percent, .percentagePoints: return isShare || unit == .ratio ? .comparable(number) : .other("per cent")
    case .fraction: return .comparable(isShare ? number / 100 : absolute)
    case .multiple: return isShare ? .other("times as much") : .comparable(absolute)
    case .currency(let code):
      return unit.currency == code ? .comparable(absolute) : .other(code)
    case nil: return .comparable(absolute)
    }
  }
}

extension Diagnostic {
  fileprivate static func noValue(_ value: TextValue, _ figure: Figure, at position: SourcePosition) -> Self {
    let reason = if case .missing(let reason) = value.content { reason.rawValue } else { "confidential" }
    return Diagnostic(
      .error, "MP1204", "\(figure.text) has no value: \(reason)", at: position,
      hint: "name another area or period, or take the figure out")
  }

  fileprivate static func wrongValue(
    _ value: TextValue, _ figure: Figure, _ expected: String, at position: SourcePosition
  ) -> Self {
    let hint =
      expected == "a condition"
      ? "a claim holds or not: write '{? \(figure.text) = …}', or '{= …}' for a figure"
      : "a condition is claimed: write '{? \(figure.text)}'"
    return Diagnostic(
      .error, "MP1205", "\(figure.text) is \(value.kindName), expected \(expected)", at: position, hint: hint)
  }

  fileprivate static func otherMeasure(
    _ said: String, _ stated: StatedNumber, _ value: TextValue, _ figure: Figure, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP1206", "'\(stated.text)' is in \(said), \(figure.text) in \(value.unit)", at: position,
      hint: "write the unit of the value, or compute what the words say")
  }

  fileprivate static func otherFigure(
    _ stated: StatedNumber, computed: Double, _ figure: Figure, at position: SourcePosition, notes: [Note]
  ) -> Self {
    let difference = ShortText(stated.value - computed)
    return Diagnostic(
      .error, "MP1202", "'\(stated.text)' is written, \(figure.text) is \(ShortText(computed))", at: position,
      hint: "the difference is \(difference); write what the value is, or see whether the data is right", notes: notes)
  }

  fileprivate static func falseClaim(
    _ binding: Binding, _ figure: Figure, facts: [String], notes: [Note]
  ) -> Self {
    let words = binding.words.isEmpty ? "the claim" : "'\(binding.words)'"
    let found = facts.isEmpty ? "" : ", found \(facts.joined(separator: " and "))"
    return Diagnostic(
      .error, "MP1201", "\(words) is not true: \(figure.text)\(found)", at: binding.position,
      hint: "say what is true now, or see whether the data is right", notes: notes)
  }
}
