import MilepostEngine
import MilepostFormats
import MilepostLanguage
package import MilepostModel
import MilepostReport

/// The answer to one expression.
package struct EvaluationAnswer: Sendable {
  /// nil when there is a finding instead.
  package let text: String?
  /// false when a comparison is false, or there is no answer.
  package let holds: Bool
  package let diagnostics: [Diagnostic]

  fileprivate init(_ diagnostics: Diagnostics) {
    text = nil
    holds = false
    self.diagnostics = diagnostics.all
  }

  fileprivate init(_ value: TextValue, format: Figure.Format?, in release: Release, _ diagnostics: Diagnostics) {
    holds = value.content != .truth(false)
    text = value.line(format: format, in: release)
    self.diagnostics = diagnostics.all
  }
}

extension Workspace {
  /// Evaluates a figure or claim as of an edition.
  ///
  /// - Throws: `EditionFault`, or what reading a file throws.
  package func evaluate(_ text: String, _ choice: EditionChoice) throws -> EvaluationAnswer {
    let start = SourcePosition(file: "expression", line: 1, column: 1)
    var diagnostics = Diagnostics()
    guard let figure = parseFigure(text, at: start, into: &diagnostics) else { return EvaluationAnswer(diagnostics) }
    guard let newest = try resolvedPlan(into: &diagnostics), !newest.draft.isStopped(by: diagnostics.outsideTexts)
    else { return EvaluationAnswer(diagnostics) }
    guard let point = try choice.points(of: newest.settings).last else { throw EditionFault.none }
    var evaluator = evaluator(newest, point)
    let value = evaluator.value(of: figure.root)
    // What else is wrong in the workspace is the business of `check`.
    return value.map { EvaluationAnswer($0, format: figure.format, in: evaluator.release, evaluator.diagnostics) }
      ?? EvaluationAnswer(evaluator.diagnostics)
  }
}

extension TextValue {
  /// `53.6 percent  (E, vintage 2019-10-28, itu-key-data)`, or `true`, or why there is no value.
  fileprivate func line(format: Figure.Format?, in release: Release) -> String {
    switch content {
    case .truth(let holds): return holds ? "true" : "false"
    case .missing(let reason): return "missing: \(reason.rawValue)"
    case .confidential: return "confidential"
    case .status(let status): return status.rawValue
    case .direction(let direction): return direction.rawValue
    case .period(let period): return period.description
    case .word(let word): return word
    case .number(let number):
      guard let format, let bound else { return String(machine: number) + named(unit.single) + origin }
      let shown = Phrases(release, LanguageTag("en")).printed(bound, format, in: release)
      return shown + named(format.hasPercentSign ? nil : unit.single?.withoutMultiplier) + origin
    }
  }

  private func named(_ unit: UnitOfMeasure?) -> String {
    guard let unit else { return "" }
    return " \(unit)"
  }

  /// `  (E, vintage 2019-10-28, itu-key-data)` of a value that observations alone stand behind.
  private var origin: String {
    var estimates: [Estimate] = []
    for input in inputs {
      guard case .observation(_, let estimate) = input else { return "" }
      estimates.append(estimate)
    }
    guard let first = estimates.first else { return "" }
    let status = estimates.map(\.status).reduce(first.status) { $0.weaker($1) }
    let vintage = estimates.map(\.provenance.vintage).max() ?? first.provenance.vintage
    return "  (\(status.rawValue), vintage \(vintage), \(first.provenance.source))"
  }
}
