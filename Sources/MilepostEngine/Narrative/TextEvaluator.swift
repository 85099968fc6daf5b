package import MilepostModel

/// Answers the expressions of texts: series, targets and their statuses, registers, surveys, and what is made of them.
///
/// Made once for an edition; each question is answered at full precision, with what it was made from.
package struct TextEvaluator {
  let plan: ResolvedPlan
  package let release: Release
  var computation: Computation
  var checker: ExpressionChecker
  var records: RuleEvaluator
  package internal(set) var diagnostics = Diagnostics()
  let assessments: [Target.ID: Assessment]
  let directions: [Outcome.ID: DirectionalAssessment]

  /// - Parameters:
  ///   - plan: as it stood on the date of the release.
  ///   - table: stored and computed series, as `compute` returns them.
  package init(_ plan: ResolvedPlan, _ table: WorkingTable, _ release: Release) {
    self.plan = plan
    self.release = release
    computation = Computation(plan, table, asOf: release.asOf)
    checker = ExpressionChecker(ExpressionNames(plan))
    records = RuleEvaluator(
      RegisterViews(plan.draft, asOf: release.asOf),
      dates: RuleDates(edition: release.asOf, reporting: release.edition?.reportingPeriod), isExact: true,
      codelists: plan.codelists)
    records.everything = records.views.registers.indices.flatMap(records.views.records)
    assessments = Dictionary(release.assessments.map { ($0.target, $0) }) { first, _ in first }
    directions = Dictionary(release.directions.map { ($0.outcome, $0) }) { first, _ in first }
  }

  /// - Returns: nil after a finding.
  package mutating func value(of expression: Expression) -> TextValue? {
    switch expression.node {
    case .number(let number): return TextValue(.number(number))
    case .period(let period): return TextValue(.period(period))
    case .range(let from, let to):
      return fail(.wrongKind("a value", found: "the periods \(from)..\(to)", at: expression.position))
    case .name(let name): return named(name, expression)
    case .negated(let inner): return negated(inner)
    case .binary(let sign, let left, let right): return binary(sign, left, right, at: expression.position)
    case .call(let name, let arguments): return call(name, arguments, expression)
    }
  }

  mutating func fail(_ diagnostic: Diagnostic) -> TextValue? {
    diagnostics.report(diagnostic)
    return nil
  }

  private mutating func named(_ name: String, _ expression: Expression) -> TextValue? {
    switch name {
    case "edition-date": return TextValue(.period(TimePeriod(date: release.asOf)))
    case "reporting-start", "reporting-end":
      guard let reporting = release.edition?.reportingPeriod else { return TextValue(.missing(.notApplicable)) }
      let day = name == "reporting-start" ? reporting.firstDay : reporting.lastDay
      return TextValue(.period(TimePeriod(date: day)))
    default: return series(expression)
    }
  }

  private mutating func negated(_ inner: Expression) -> TextValue? {
    guard let value = value(of: inner) else { return nil }
    guard value.gap == nil else { return value }
    guard case .number(let number) = value.content else {
      return fail(.wrongKind("a number", found: value.kindName, at: inner.position))
    }
    return TextValue(.number(-number), unit: value.unit, decimals: value.decimals, inputs: value.inputs)
  }

  private mutating func call(
    _ name: String, _ arguments: [Expression.Argument], _ expression: Expression
  ) -> TextValue? {
    if let question = TextQuestion(rawValue: name), question.isAsked(arguments) {
      return answer(question, arguments, at: expression.position)
    }
    if RuleAggregate(rawValue: name) != nil, namesRegister(expression) { return record(expression) }
    return series(expression)
  }

  // MARK: Operators

  private mutating func binary(
    _ sign: Expression.Operator, _ left: Expression, _ right: Expression, at position: SourcePosition
  ) -> TextValue? {
    if sign == .equal || sign == .notEqual, let pair = statusBesideWord(left, right) {
      return compared(pair.status, pair.word, sign)
    }
    guard let one = value(of: left), let other = value(of: right) else { return nil }
    switch sign {
    case .and, .or: return joined(one, other, decisive: sign == .or, left, right)
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      return compared(one, other, sign, at: position)
    case .add, .subtract, .multiply, .divide: return combined(one, other, sign, at: position)
    }
  }

  /// `and` and `or` need only what decides them.
  private mutating func joined(
    _ one: TextValue, _ other: TextValue, decisive: Bool, _ left: Expression, _ right: Expression
  ) -> TextValue? {
    let inputs = one.inputs.joined(other.inputs)
    var truths: [Bool?] = []
    for (value, expression) in [(one, left), (other, right)] {
      switch value.content {
      case .truth(let truth): truths.append(truth)
      case .missing, .confidential: truths.append(nil)
      case .number, .status, .direction, .period, .word:
        return fail(.wrongKind("a condition", found: value.kindName, at: expression.position))
      }
    }
    if truths.contains(decisive) { return TextValue(.truth(decisive), inputs: inputs) }
    if let gap = one.gap ?? other.gap { return TextValue(gap, inputs: inputs) }
    return TextValue(.truth(!decisive), inputs: inputs)
  }

  private mutating func compared(
    _ one: TextValue, _ other: TextValue, _ sign: Expression.Operator, at position: SourcePosition
  ) -> TextValue? {
    let inputs = one.inputs.joined(other.inputs)
    if let gap = one.gap ?? other.gap { return TextValue(gap, inputs: inputs) }
    if case (.number(let first), .number(let second)) = (one.content, other.content) {
      guard one.unit.joined(with: other.unit, subtracting: true) != nil else {
        return fail(.unequalUnits(one.unit, other.unit, at: position))
      }
      let scaled = one.unit.multiplierBeside(other.unit)
      return TextValue(.truth(sign.holds(first * scaled.0, second * scaled.1)), inputs: inputs)
    }
    let (left, right) = (one.ruleValue, other.ruleValue)
    guard let left, let right, let truth = left.compared(sign, right) else {
      return fail(.cannotCompare(one, other, at: position))
    }
    return TextValue(.truth(truth), inputs: inputs)
  }

  private mutating func combined(
    _ one: TextValue, _ other: TextValue, _ sign: Expression.Operator, at position: SourcePosition
  ) -> TextValue? {
    let inputs = one.inputs.joined(other.inputs)
    if let gap = one.gap ?? other.gap { return TextValue(gap, inputs: inputs) }
    guard case (.number(let first), .number(let second)) = (one.content, other.content) else {
      let wrong = if case .number = one.content { other } else { one }
      return fail(.wrongKind("a number", found: wrong.kindName, at: position))
    }
    let unit: FormulaUnit?
    let result: Double
    switch sign {
    case .multiply: (unit, result) = (one.unit.product(other.unit), first * second)
    case .divide: (unit, result) = (one.unit.quotient(other.unit), first / second)
    case .subtract: (unit, result) = (one.unit.joined(with: other.unit, subtracting: true), first - second)
    case .add, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .and, .or:
      (unit, result) = (one.unit.joined(with: other.unit, subtracting: false), first + second)
    }
    guard let unit else { return fail(.unequalUnits(one.unit, other.unit, at: position)) }
    guard result.isFinite else { return fail(.noQuotient(at: position)) }
    return TextValue(.number(result), unit: unit, decimals: one.decimals ?? other.decimals, inputs: inputs)
  }

  // MARK: Series

  /// An expression that the language of formulas knows.
  mutating func series(_ expression: Expression) -> TextValue? {
    checker.diagnostics = Diagnostics()
    let meaning = checker.meaning(of: expression, ExpressionChecker.Scope(standsAlone: true))
    diagnostics.report(contentsOf: checker.diagnostics)
    guard let meaning else { return nil }
    let evaluation = computation.evaluation(of: meaning, into: &diagnostics)
    let inputs = inputs(of: meaning.term) + targets(in: expression).map { .target($0) }
    let unit: FormulaUnit = if case .number(let unit) = meaning.kind { unit } else { .plain }
    let content: TextValue.Content =
      switch evaluation.value {
      case .number(let number): .number(number)
      case .truth(let truth): .truth(truth)
      case .missing(let reason): .missing(reason)
      case .confidential: .confidential
      }
    return TextValue(content, unit: unit, decimals: evaluation.decimals, inputs: inputs)
  }

  private func inputs(of term: Term) -> [FigureInput] {
    var inputs: [FigureInput] = []
    for (reference, isForMembers) in term.references {
      guard !isForMembers, let area = reference.area, case .fixed(let period) = reference.period else { continue }
      let key = SeriesKey(reference.indicator, area, reference.codes)
      guard let estimate = release.series.estimate(key, period) else { continue }
      inputs = inputs.joined([.observation(key, estimate)])
    }
    for group in term.memberGroups { inputs = inputs.joined([.members(group)]) }
    return inputs
  }

  private func targets(in expression: Expression) -> [Target.ID] {
    switch expression.node {
    case .call("target", let arguments):
      arguments.compactMap { if case .name(let id) = $0.value.node { Target.ID(id) } else { nil } }
    case .call(_, let arguments): arguments.flatMap { targets(in: $0.value) }
    case .negated(let inner): targets(in: inner)
    case .binary(_, let left, let right): targets(in: left) + targets(in: right)
    case .number, .period, .range, .name: []
    }
  }
}

extension Expression.Operator {
  fileprivate func holds(_ one: Double, _ other: Double) -> Bool {
    // Sums and quotients lose their last binary digits.
    let isEqual = abs(one - other) <= 1e-9 * max(abs(one), abs(other), 1e-6)
    return switch self {
    case .equal: isEqual
    case .notEqual: !isEqual
    case .less: one < other && !isEqual
    case .lessOrEqual: one < other || isEqual
    case .greater: one > other && !isEqual
    case .greaterOrEqual: one > other || isEqual
    case .add, .subtract, .multiply, .divide, .and, .or: false
    }
  }
}

extension FormulaUnit {
  /// Beside a plain number a value counts in units, not in millions of them.
  fileprivate func multiplierBeside(_ other: FormulaUnit) -> (Double, Double) {
    (other.kind == .plain ? powerOfMultiplier : 1, kind == .plain ? other.powerOfMultiplier : 1)
  }

  /// 1,000,000 where the values are in millions.
  package var powerOfMultiplier: Double {
    single.map { 1.times(powerOfTen: $0.multiplier) } ?? 1
  }
}

extension Term {
  /// The groups over whose areas its functions go.
  fileprivate var memberGroups: [Area.ID] {
    switch self {
    case .number, .series: []
    case .negated(let inner), .absolute(let inner): inner.memberGroups
    case .arithmetic(_, let one, let two, _), .growth(let one, from: let two, _), .extreme(_, let one, let two),
      .comparison(_, let one, let two), .both(let one, let two), .either(let one, let two):
      one.memberGroups + two.memberGroups
    case .overMembers(let function): function.group.map { [$0] } ?? []
    }
  }
}

extension Diagnostic {
  fileprivate static func cannotCompare(_ one: TextValue, _ other: TextValue, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1205", "\(one.kindName) cannot be compared with \(other.kindName)", at: position,
      hint: "compare numbers with numbers, a status with a word for one, a period with a period")
  }

  fileprivate static func noQuotient(at position: SourcePosition) -> Self {
    Diagnostic(.error, "MP1204", "the result is no number: divided by zero", at: position)
  }
}
