import MilepostModel

/// Finds out what an expression means: names, arguments and units.
///
/// Findings are collected in `diagnostics`; a part with a finding yields nil.
struct ExpressionChecker {
  /// Where an expression is evaluated.
  struct Scope {
    /// Set by `gap`: what the value is asked of.
    var area: Area.ID?
    /// How many periods earlier than written, for `growth` and its like.
    var stepsBack = 0
    /// Set by `index`: the period instead of those written.
    var period: TimePeriod?
    /// Whether the value is asked of each area of a group.
    var isForMembers = false
    /// Whether area and period must be named, because there are no current ones.
    var standsAlone: Bool
  }

  /// A part of an expression whose meaning is known.
  struct Meaning {
    enum Kind { case number(FormulaUnit), condition }

    let term: Term
    let kind: Kind
  }

  let names: ExpressionNames
  var diagnostics = Diagnostics()

  init(_ names: ExpressionNames) { self.names = names }

  mutating func meaning(of expression: Expression, _ scope: Scope) -> Meaning? {
    switch expression.node {
    case .number(let value): return Meaning(term: .number(value), kind: .number(.plain))
    case .period(let period):
      return fail(.wrongKind("a number", found: "the period \(period)", at: expression.position))
    case .range(let from, let to):
      return fail(.wrongKind("a number", found: "the periods \(from)..\(to)", at: expression.position))
    case .name(let name): return series(name, [], scope, at: expression.position)
    case .call(let name, let arguments):
      if let function = ExpressionFunction(rawValue: name) {
        return call(function, arguments, scope, at: expression.position)
      }
      return series(name, arguments, scope, at: expression.position)
    case .negated(let inner):
      guard let (term, unit) = number(inner, scope) else { return nil }
      return Meaning(term: .negated(term), kind: .number(unit))
    case .binary(let sign, let left, let right):
      return binary(sign, left, right, scope, at: expression.position)
    }
  }

  mutating func fail(_ diagnostic: Diagnostic) -> Meaning? {
    diagnostics.report(diagnostic)
    return nil
  }

  /// A part that must be a number.
  mutating func number(_ expression: Expression, _ scope: Scope) -> (term: Term, unit: FormulaUnit)? {
    guard let meaning = meaning(of: expression, scope) else { return nil }
    guard case .number(let unit) = meaning.kind else {
      diagnostics.report(.wrongKind("a number", found: "a condition", at: expression.position))
      return nil
    }
    return (meaning.term, unit)
  }

  /// A part that must be true or false.
  mutating func condition(_ expression: Expression, _ scope: Scope) -> Term? {
    guard let meaning = meaning(of: expression, scope) else { return nil }
    guard case .condition = meaning.kind else {
      diagnostics.report(.wrongKind("a condition", found: "a number", at: expression.position))
      return nil
    }
    return meaning.term
  }

  private mutating func binary(
    _ sign: Expression.Operator, _ left: Expression, _ right: Expression, _ scope: Scope,
    at position: SourcePosition
  ) -> Meaning? {
    if sign == .and || sign == .or {
      let sides = (condition(left, scope), condition(right, scope))
      guard let one = sides.0, let other = sides.1 else { return nil }
      return Meaning(term: sign == .and ? .both(one, other) : .either(one, other), kind: .condition)
    }
    let sides = (number(left, scope), number(right, scope))
    guard let one = sides.0, let other = sides.1 else { return nil }
    switch sign {
    case .multiply:
      return Meaning(
        term: .arithmetic(.multiply, one.term, other.term, position), kind: .number(one.unit.product(other.unit)))
    case .divide:
      return Meaning(
        term: .arithmetic(.divide, one.term, other.term, position), kind: .number(one.unit.quotient(other.unit)))
    case .add, .subtract:
      guard let unit = joined(one.unit, other.unit, subtracting: sign == .subtract, at: position) else { return nil }
      return Meaning(
        term: .arithmetic(sign == .add ? .add : .subtract, one.term, other.term, position), kind: .number(unit))
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .and, .or:
      guard joined(one.unit, other.unit, subtracting: true, at: position) != nil else { return nil }
      return Meaning(term: .comparison(Term.Comparison(sign), one.term, other.term), kind: .condition)
    }
  }

  mutating func joined(
    _ one: FormulaUnit, _ other: FormulaUnit, subtracting: Bool, at position: SourcePosition
  ) -> FormulaUnit? {
    guard let unit = one.joined(with: other, subtracting: subtracting) else {
      diagnostics.report(.unequalUnits(one, other, at: position))
      return nil
    }
    return unit
  }
}

extension Term.Comparison {
  fileprivate init(_ sign: Expression.Operator) {
    switch sign {
    case .notEqual: self = .notEqual
    case .less: self = .less
    case .lessOrEqual: self = .lessOrEqual
    case .greater: self = .greater
    case .greaterOrEqual: self = .greaterOrEqual
    case .equal, .add, .subtract, .multiply, .divide, .and, .or: self = .equal
    }
  }
}

extension Diagnostic {
  static func wrongKind(_ expected: String, found: String, at position: SourcePosition, hint: String? = nil) -> Self {
    Diagnostic(.error, "MP0513", "expected \(expected) but found \(found)", at: position, hint: hint)
  }

  static func unequalUnits(_ one: FormulaUnit, _ other: FormulaUnit, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0517", "units differ: \(one) on the left, \(other) on the right", at: position,
      hint: "convert one side by an indicator with a formula of its own")
  }
}
