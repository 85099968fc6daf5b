import MilepostModel

/// The formulas of a plan whose names, arguments and units hold.
struct Formulas {
  private(set) var terms: [Indicator.ID: Term] = [:]
  private(set) var diagnostics = Diagnostics()

  init(_ plan: ResolvedPlan) {
    var checker = ExpressionChecker(ExpressionNames(plan))
    let places = plan.draft.places
    for (number, indicator) in plan.draft.plan.indicators.enumerated() {
      guard let formula = indicator.formula else { continue }
      let place = places[.indicator, number, "formula"]
      guard let meaning = checker.meaning(of: formula.root, ExpressionChecker.Scope(standsAlone: false)) else {
        continue
      }
      var findings: [Diagnostic] = []
      if meaning.term.references.isEmpty { findings.append(.formulaWithoutIndicator(at: place)) }
      if meaning.term.needsGroup && indicator.aggregation != nil { findings.append(.twoWaysToGroups(at: place)) }
      switch meaning.kind {
      case .number(let unit) where unit.contradicts(indicator.unit):
        findings.append(.otherUnit("\(unit)", indicator, at: place, declaredAt: places[.indicator, number, "unit"]))
      case .condition where indicator.unit != .yesNo:
        findings.append(.otherUnit("yes-no", indicator, at: place, declaredAt: places[.indicator, number, "unit"]))
      case .number, .condition: break
      }
      for finding in findings { diagnostics.report(finding) }
      if findings.isEmpty { terms[indicator.id] = meaning.term }
    }
    diagnostics.report(contentsOf: checker.diagnostics)
  }
}

/// The rules about formulas, in running order.
package let formulaRules: [Rule] = [.formulas, .circles]

extension Rule {
  /// Names, arguments and units of formulas.
  static let formulas = Rule(
    "MP0510", "MP0511", "MP0512", "MP0513", "MP0514", "MP0515", "MP0517", "MP0518", "MP0520", "MP0521", "MP0522"
  ) { plan, diagnostics in
    diagnostics.report(contentsOf: Formulas(plan).diagnostics)
  }

  /// No formula leads back to itself.
  static let circles = Rule("MP0516") { plan, diagnostics in
    let order = ComputingOrder(plan, Formulas(plan))
    let places = plan.draft.places
    let numbers = Dictionary(plan.draft.plan.indicators.enumerated().map { ($1.id, $0) }) { first, _ in first }
    for circle in order.circles {
      guard let first = circle.first, let number = numbers[first] else { continue }
      let field = ["formula", "aggregate.weight"].first { places.has(.indicator, number, $0) }
      diagnostics.report(.circle(circle, at: places[.indicator, number, field ?? "id"]))
    }
  }
}

extension Diagnostic {
  fileprivate static func otherUnit(
    _ found: String, _ indicator: Indicator, at position: SourcePosition, declaredAt unit: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0518", "formula of '\(indicator.id)' yields \(found), the indicator declares \(indicator.unit)",
      at: position, notes: [Note("unit declared here", at: unit)])
  }

  fileprivate static func circle(_ indicators: [Indicator.ID], at position: SourcePosition) -> Self {
    let path = indicators.map(\.text).joined(separator: " -> ")
    return Diagnostic(.error, "MP0516", "formulas go round in a circle: \(path)", at: position)
  }

  fileprivate static func formulaWithoutIndicator(at position: SourcePosition) -> Self {
    Diagnostic(.error, "MP0522", "formula without an indicator: it has no area and no period", at: position)
  }

  fileprivate static func twoWaysToGroups(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0513", "expected a formula for areas, because 'aggregate' makes the values of groups", at: position,
      hint: "leave out 'aggregate', or the function over areas")
  }
}
