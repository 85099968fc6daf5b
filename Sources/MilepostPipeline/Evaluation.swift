import MilepostEngine
import MilepostFormats
import MilepostLanguage
package import MilepostModel

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

  fileprivate init(_ evaluation: Evaluation, format: Figure.Format?, _ diagnostics: Diagnostics) {
    holds = evaluation.value != .truth(false)
    text = evaluation.line(format: format)
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
    guard let newest = try resolvedPlan(into: &diagnostics), !newest.draft.isStopped(by: diagnostics) else {
      return EvaluationAnswer(diagnostics)
    }
    guard let point = try choice.points(of: newest.settings).last else { throw EditionFault.none }
    let plan = newest.standing(on: point.asOf)
    var found = Diagnostics()
    let table = compute(plan, select(plan, asOf: point.asOf), asOf: point.asOf, into: &found)
    let evaluation = MilepostEngine.evaluate(
      figure.root, plan: plan, table: table, asOf: point.asOf, into: &diagnostics)
    return evaluation.map { EvaluationAnswer($0, format: figure.format, diagnostics) }
      ?? EvaluationAnswer(diagnostics)
  }
}

extension Evaluation {
  /// `53.6 percent  (E, vintage 2019-10-28, itu-key-data)`, or `true`, or why there is no value.
  fileprivate func line(format: Figure.Format?) -> String {
    switch value {
    case .truth(let holds): return holds ? "true" : "false"
    case .missing(let reason): return "missing: \(reason.rawValue)"
    case .confidential: return "confidential"
    case .number(let number):
      let conventions = NumberConventions(LanguageTag("en"))
      let shown = format.map { conventions.text(number, format: $0) } ?? String(machine: number)
      let unit = unit.map { " \($0)" } ?? ""
      let origin = provenance.map { "  (\(status.rawValue), vintage \($0.vintage), \($0.source))" } ?? ""
      return shown + unit + origin
    }
  }
}

extension NumberConventions {
  /// Rounded to a multiple of the step: 0.1 gives one digit after the point, 1000 gives whole thousands.
  fileprivate func text(_ number: Double, format: Figure.Format) -> String {
    guard format.exponent > 0 else { return text(number, decimals: -format.exponent) }
    let step = (0..<format.exponent).reduce(1.0) { power, _ in power * 10 }
    return text((number / step).rounded(.toNearestOrAwayFromZero) * step, decimals: 0)
  }
}
