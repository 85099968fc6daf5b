import MilepostModel

/// The meaning of function calls.
extension ExpressionChecker {
  mutating func call(
    _ function: ExpressionFunction, _ arguments: [Expression.Argument], _ scope: Scope, at position: SourcePosition
  ) -> Meaning? {
    guard function.form.count.contains(arguments.count) else {
      return fail(.wrongArgumentCount(function, found: arguments.count, at: position))
    }
    if let labelled = arguments.first(where: { $0.label != nil }) {
      return fail(.codeForFunction(function, at: labelled.position))
    }
    let values = arguments.map(\.value)
    switch function {
    case .weightedMean, .sum, .mean, .median, .count, .share, .ratio, .rate:
      return overMembers(function, values, scope, at: position)
    case .growth, .difference, .previous: return againstEarlier(function, values, scope, at: position)
    case .gap, .gapRatio: return gap(function, values, scope, at: position)
    case .parity: return parity(values, scope, at: position)
    case .index: return index(values, scope, at: position)
    case .minimum, .maximum: return extreme(function, values, scope, at: position)
    case .absolute:
      guard let (term, unit) = number(values[0], scope) else { return nil }
      return Meaning(term: .absolute(term), kind: .number(unit))
    case .target: return target(values[0])
    }
  }

  private mutating func overMembers(
    _ function: ExpressionFunction, _ values: [Expression], _ scope: Scope, at position: SourcePosition
  ) -> Meaning? {
    if scope.isForMembers { return fail(.nestedMembers(function, at: position)) }
    let ownCount = function.form.count.lowerBound
    var group: Area.ID?
    if values.count > ownCount {
      guard let named = place(values[ownCount]) else { return nil }
      guard names.groups.contains(named) else {
        return fail(.wrongKind("a group", found: "the area '\(named)'", at: values[ownCount].position))
      }
      group = named
    } else if let area = scope.area {
      group = area
    } else if scope.standsAlone {
      return fail(.groupNotNamed(function, at: position))
    }
    var inside = scope
    inside.isForMembers = true
    inside.area = nil
    guard let parts = memberParts(function, values, inside) else { return nil }
    let term = Term.overMembers(
      MemberFunction(method: parts.method, value: parts.value, weight: parts.weight, group: group, position: position))
    return Meaning(term: term, kind: .number(parts.unit))
  }

  private struct MemberParts {
    let method: MemberFunction.Method
    let value: Term
    var weight: Term?
    let unit: FormulaUnit
  }

  private mutating func memberParts(
    _ function: ExpressionFunction, _ values: [Expression], _ scope: Scope
  ) -> MemberParts? {
    switch function {
    case .count, .share:
      guard let term = condition(values[0], scope) else { return nil }
      return function == .count
        ? MemberParts(method: .count, value: term, unit: .pure)
        : MemberParts(method: .share, value: term, unit: FormulaUnit(.percent))
    case .weightedMean:
      let parts = (number(values[0], scope), number(values[1], scope))
      guard let value = parts.0, let weight = parts.1 else { return nil }
      return MemberParts(method: .weightedMean, value: value.term, weight: weight.term, unit: value.unit)
    case .ratio, .rate:
      let parts = (number(values[0], scope), number(values[1], scope))
      guard let value = parts.0, let weight = parts.1 else { return nil }
      let unit = value.unit.quotient(weight.unit)
      guard function == .rate else {
        return MemberParts(method: .ratio(factor: 1, ofRate: false), value: value.term, weight: weight.term, unit: unit)
      }
      guard let factor = plainNumber(values[2]), factor > 0 else {
        diagnostics.report(.wrongKind("a plain number above 0", found: "something else", at: values[2].position))
        return nil
      }
      return MemberParts(
        method: .ratio(factor: factor, ofRate: true), value: value.term, weight: weight.term, unit: unit.scaled)
    case .mean, .median, .sum, .growth, .difference, .gap, .gapRatio, .parity, .index, .previous, .minimum, .maximum,
      .absolute, .target:
      guard let (term, unit) = number(values[0], scope) else { return nil }
      let method: MemberFunction.Method = function == .mean ? .mean : function == .median ? .median : .sum
      return MemberParts(method: method, value: term, unit: unit)
    }
  }

  private func plainNumber(_ expression: Expression) -> Double? {
    guard case .number(let value) = expression.node else { return nil }
    return value
  }

  private mutating func againstEarlier(
    _ function: ExpressionFunction, _ values: [Expression], _ scope: Scope, at position: SourcePosition
  ) -> Meaning? {
    var steps = 1
    if values.count == 2 {
      guard let count = plainNumber(values[1]), count == count.rounded(), (1...100).contains(count) else {
        return fail(.wrongKind("a number of periods from 1 to 100", found: "something else", at: values[1].position))
      }
      steps = Int(count)
    }
    var earlier = scope
    earlier.stepsBack += steps
    guard let now = number(values[0], scope), let before = number(values[0], earlier) else { return nil }
    switch function {
    case .growth:
      return Meaning(term: .growth(now.term, from: before.term, position), kind: .number(FormulaUnit(.percent)))
    case .previous: return Meaning(term: before.term, kind: .number(before.unit))
    default:
      guard let unit = joined(now.unit, before.unit, subtracting: true, at: position) else { return nil }
      return Meaning(term: .arithmetic(.subtract, now.term, before.term, position), kind: .number(unit))
    }
  }

  private mutating func gap(
    _ function: ExpressionFunction, _ values: [Expression], _ scope: Scope, at position: SourcePosition
  ) -> Meaning? {
    if scope.area != nil { return fail(.nestedGap(at: position)) }
    let sides = (place(values[1]), place(values[2]))
    guard let one = sides.0, let other = sides.1 else { return nil }
    var scopes = (scope, scope)
    scopes.0.area = one
    scopes.1.area = other
    guard let first = number(values[0], scopes.0), let second = number(values[0], scopes.1) else { return nil }
    if function == .gapRatio { return quotient(first, second, at: position) }
    guard let unit = joined(first.unit, second.unit, subtracting: true, at: position) else { return nil }
    return Meaning(term: .arithmetic(.subtract, first.term, second.term, position), kind: .number(unit))
  }

  private func quotient(
    _ one: (term: Term, unit: FormulaUnit), _ other: (term: Term, unit: FormulaUnit), at position: SourcePosition
  ) -> Meaning {
    Meaning(
      term: .arithmetic(.divide, one.term, other.term, position), kind: .number(one.unit.quotient(other.unit)))
  }

  private mutating func parity(_ values: [Expression], _ scope: Scope, at position: SourcePosition) -> Meaning? {
    let sides = (number(values[0], scope), number(values[1], scope))
    guard let women = sides.0, let men = sides.1,
      joined(women.unit, men.unit, subtracting: true, at: position) != nil
    else { return nil }
    return quotient(women, men, at: position)
  }

  private mutating func index(_ values: [Expression], _ scope: Scope, at position: SourcePosition) -> Meaning? {
    guard let base = period(values[1]) else {
      return fail(.wrongKind("the base period", found: "something else", at: values[1].position))
    }
    var atBase = scope
    atBase.period = base
    atBase.stepsBack = 0
    guard let now = number(values[0], scope), let then = number(values[0], atBase) else { return nil }
    let ratio = Term.arithmetic(.divide, now.term, then.term, position)
    return Meaning(
      term: .arithmetic(.multiply, .number(100), ratio, position), kind: .number(now.unit.quotient(then.unit).scaled))
  }

  private mutating func extreme(
    _ function: ExpressionFunction, _ values: [Expression], _ scope: Scope, at position: SourcePosition
  ) -> Meaning? {
    let parts = values.map { number($0, scope) }
    var whole: (term: Term, unit: FormulaUnit)?
    for part in parts {
      guard let part else { return nil }
      guard let known = whole else {
        whole = part
        continue
      }
      guard let unit = joined(known.unit, part.unit, subtracting: false, at: position) else { return nil }
      whole = (.extreme(function == .minimum ? .minimum : .maximum, known.term, part.term), unit)
    }
    return whole.map { Meaning(term: $0.term, kind: .number($0.unit)) }
  }

  private mutating func target(_ value: Expression) -> Meaning? {
    guard case .name(let text) = value.node, let target = names.targets[Target.ID(text)] else {
      let closest = names.targets.keys.map(\.text).sorted().closest(to: value.nameText)
      return fail(.unknownTarget(value.nameText, at: value.position, closest: closest))
    }
    let stated: Double? =
      switch target.kind {
      case .level(let goal), .ceiling(let goal), .compositeIndex(let goal): goal
      case .perception(let goal): goal
      case .relative, .change, .shareOfAreas, .allAreas, .parity, .gapReduction, .directional, .yesNo, .compound: nil
      }
    guard let stated else { return fail(.targetWithoutValue(target, at: value.position)) }
    let unit = target.measure.flatMap { names.indicators[$0.indicator] }.map { FormulaUnit($0.unit) }
    return Meaning(term: .number(stated), kind: .number(unit ?? .plain))
  }
}

extension Expression {
  fileprivate var nameText: String {
    if case .name(let text) = node { return text }
    return ""
  }
}

extension Diagnostic {
  fileprivate static func wrongArgumentCount(
    _ function: ExpressionFunction, found: Int, at position: SourcePosition
  ) -> Self {
    let range = function.form.count
    let expected = range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
    return Diagnostic(
      .error, "MP0512", "\(function.rawValue) takes \(expected) arguments but found \(found)", at: position,
      hint: "write \(function.form.text)")
  }

  fileprivate static func codeForFunction(_ function: ExpressionFunction, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0513", "a code belongs to an indicator, not to \(function.rawValue)", at: position,
      hint: "write it behind the indicator: internet-use(SEX=F)")
  }

  fileprivate static func nestedMembers(_ function: ExpressionFunction, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0513", "\(function.rawValue) looks at the areas of a group, and stands inside such a function",
      at: position, hint: "give the inner part a name: an indicator with a formula of its own")
  }

  fileprivate static func nestedGap(at position: SourcePosition) -> Self {
    Diagnostic(.error, "MP0513", "a gap inside a gap", at: position)
  }

  fileprivate static func groupNotNamed(_ function: ExpressionFunction, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0512", "expression names no group", at: position, hint: "write \(function.form.text)")
  }

  fileprivate static func unknownTarget(_ id: String, at position: SourcePosition, closest: String?) -> Self {
    Diagnostic(
      .error, "MP0520", "unknown target '\(id)' in an expression", at: position,
      hint: closest.map { "did you mean '\($0)'?" })
  }

  fileprivate static func targetWithoutValue(_ target: Target, at position: SourcePosition) -> Self {
    Diagnostic(.error, "MP0521", "target \(target.id), of kind \(target.kind.name), states no value", at: position)
  }
}
