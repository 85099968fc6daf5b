import MilepostModel

/// What texts can ask beside the functions of formulas and rules.
enum TextQuestion: String, CaseIterable {
  // Of a series
  case latest, highest, lowest, total, average, rises, falls
  case meanGrowth = "mean-growth"
  // Of a target
  case baseline, current, projected, pace
  case paceNeeded = "pace-needed"
  case probability, status
  // Of the elements of the plan and the members of groups
  case count, share
  // Of a wave of a survey
  case respondents
  case responseRate = "response-rate"

  /// Whether a call means the question, and not the function of formulas that has its name.
  func isAsked(_ arguments: [Expression.Argument]) -> Bool {
    switch self {
    case .count, .share:
      guard let first = arguments.first, first.label == nil else { return false }
      switch first.value.node {
      case .name(let name): return PlanElementKind(rawValue: name) != nil
      case .call(let name, _): return PlanElementKind(rawValue: name) != nil || name == "areas"
      case .number, .period, .range, .negated, .binary: return false
      }
    case .latest, .highest, .lowest, .total, .average, .meanGrowth, .rises, .falls, .baseline, .current, .projected,
      .pace, .paceNeeded, .probability, .status, .respondents, .responseRate:
      return true
    }
  }

  var form: String {
    switch self {
    case .latest: "latest(internet-use(WORLD))"
    case .highest, .lowest: "\(rawValue)(internet-use(WORLD)) or \(rawValue)(internet-use(WORLD), 2005..2019)"
    case .total, .average, .meanGrowth: "\(rawValue)(internet-users(WORLD), 2015..2019)"
    case .rises, .falls: "internet-use(WORLD) \(rawValue) over 2005..2019"
    case .baseline, .current, .projected, .pace, .paceNeeded, .probability: "\(rawValue)(2.4)"
    case .status: "status(2.4) = off-track"
    case .count: "count(targets, off-track)"
    case .share: "share(targets, on-track)"
    case .respondents, .responseRate: "\(rawValue)(survey, wave)"
    }
  }
}

extension TextEvaluator {
  mutating func answer(
    _ question: TextQuestion, _ arguments: [Expression.Argument], at position: SourcePosition
  ) -> TextValue? {
    switch question {
    case .latest, .highest, .lowest, .total, .average, .meanGrowth, .rises, .falls:
      return ofSeries(question, arguments, at: position)
    case .baseline, .current, .projected, .pace, .paceNeeded, .probability, .status:
      return ofElement(question, arguments, at: position)
    case .count, .share: return ofPlan(question, arguments, at: position)
    case .respondents, .responseRate: return ofSurvey(question, arguments, at: position)
    }
  }

  // MARK: Series over time

  private mutating func ofSeries(
    _ question: TextQuestion, _ arguments: [Expression.Argument], at position: SourcePosition
  ) -> TextValue? {
    var range: (from: TimePeriod, to: TimePeriod)?
    if arguments.count == 2, case .range(let from, let to) = arguments[1].value.node { range = (from, to) }
    let takesRange = question != .latest
    let needsRange = ![.latest, .highest, .lowest].contains(question)
    guard let first = arguments.first, first.label == nil, arguments.count == (range == nil ? 1 : 2),
      range == nil ? !needsRange : takesRange
    else { return fail(.formOfQuestion(question, at: position)) }
    guard let key = seriesKey(first.value), let indicator = plan.indicators[key.indicator] else { return nil }
    let all = release.series.estimates(key).map(Array.init) ?? []
    let known = all.filter { estimate in
      guard let range else { return true }
      return estimate.period.frequency == range.from.frequency && range.from <= estimate.period
        && estimate.period <= range.to
    }
    let firm = known.filter { $0.value.number != nil && ($0.status != .forecast || range != nil) }
    let inputs = firm.map { FigureInput.observation(key, $0) }
    let (unit, decimals) = (FormulaUnit(indicator.unit), indicator.decimals)
    func number(_ value: Double?, _ inputs: [FigureInput]) -> TextValue {
      TextValue(value.map { .number($0) } ?? .missing(.unknown), unit: unit, decimals: decimals, inputs: inputs)
    }
    let values = firm.compactMap(\.value.number)
    switch question {
    case .latest: return number(values.last, Array(inputs.suffix(1)))
    case .highest: return number(values.max(), inputs)
    case .lowest: return number(values.min(), inputs)
    case .total, .average:
      guard let range, values.count == range.from.steps(to: range.to), !values.isEmpty else {
        return TextValue(.missing(.unknown), inputs: inputs)
      }
      let sum = values.reduce(0, +)
      return number(question == .total ? sum : sum / Double(values.count), inputs)
    case .meanGrowth:
      guard let range, let ends = TextEvaluator.ends(of: firm, range), ends.first > 0, ends.last > 0,
        case let years = range.to.timeInYears - range.from.timeInYears,
        let rate = compoundGrowth(from: ends.first, to: ends.last, years: years)
      else { return TextValue(.missing(.unknown), inputs: inputs) }
      return TextValue(
        .number(100 * rate), unit: FormulaUnit(.percent), decimals: 1,
        inputs: [inputs.first, inputs.last].compactMap { $0 })
    default:
      guard let range, TextEvaluator.ends(of: firm, range) != nil else {
        return TextValue(.missing(.unknown), inputs: inputs)
      }
      let holds = zip(values, values.dropFirst()).allSatisfy { question == .rises ? $0 < $1 : $0 > $1 }
      return TextValue(.truth(holds), inputs: inputs)
    }
  }

  /// The values at both ends of a range; nil unless both are there.
  private static func ends(
    of estimates: [Estimate], _ range: (from: TimePeriod, to: TimePeriod)
  ) -> (first: Double, last: Double)? {
    guard let first = estimates.first, let last = estimates.last, first.period == range.from, last.period == range.to,
      let start = first.value.number, let end = last.value.number
    else { return nil }
    return (start, end)
  }

  /// The series that an indicator with its area and codes names; nil after a finding.
  private mutating func seriesKey(_ expression: Expression) -> SeriesKey? {
    guard case .call(let name, let arguments) = expression.node, ExpressionFunction(rawValue: name) == nil else {
      diagnostics.report(.noSeries(at: expression.position))
      return nil
    }
    // Any period will do to have names and codes checked.
    let period = Expression.Argument(
      Expression(.period(TimePeriod(year: 2000)), at: expression.position), at: expression.position)
    let dated = Expression(.call(name, arguments + [period]), at: expression.position)
    checker.diagnostics = Diagnostics()
    let meaning = checker.meaning(of: dated, ExpressionChecker.Scope(standsAlone: true))
    diagnostics.report(contentsOf: checker.diagnostics)
    guard let meaning else { return nil }
    guard case .series(let reference) = meaning.term, let area = reference.area else {
      diagnostics.report(.noSeries(at: expression.position))
      return nil
    }
    return SeriesKey(reference.indicator, area, reference.codes)
  }

  // MARK: Targets and outcomes

  private mutating func ofElement(
    _ question: TextQuestion, _ arguments: [Expression.Argument], at position: SourcePosition
  ) -> TextValue? {
    guard arguments.count == 1, arguments[0].label == nil, case .name(let id) = arguments[0].value.node else {
      return fail(.formOfQuestion(question, at: position))
    }
    let place = arguments[0].position
    if question == .status, let direction = directions[Outcome.ID(id)] {
      return TextValue(.direction(direction.status), inputs: [.outcome(direction.outcome)])
    }
    guard let assessment = assessments[Target.ID(id)], let target = plan.plan.target(Target.ID(id)) else {
      let outcomes = question == .status ? release.plan.outcomes.map(\.id.text) : []
      return fail(.unknownTarget(id, among: release.plan.targets.map(\.id.text) + outcomes, at: place))
    }
    let inputs = [FigureInput.target(target.id)]
    if question == .status { return TextValue(.status(assessment.status), inputs: inputs) }
    let indicator = target.hasUnitOfIndicator ? target.measure.flatMap { plan.indicators[$0.indicator] } : nil
    let unit = indicator.map { FormulaUnit($0.unit) } ?? .open
    let value: Double? =
      switch question {
      case .baseline: assessment.baseline?.value
      case .current: assessment.current?.value
      case .projected: assessment.projection?.value
      case .pace: assessment.paceSoFar
      case .paceNeeded: assessment.paceNeeded
      default: assessment.projection?.probability.map { 100 * $0 }
      }
    guard let value else { return TextValue(.missing(.notApplicable), inputs: inputs) }
    if question == .probability {
      return TextValue(.number(value), unit: FormulaUnit(.percent), decimals: 0, inputs: inputs)
    }
    return TextValue(.number(value), unit: unit, decimals: indicator?.decimals, inputs: inputs)
  }

  /// `status(2.4) = off-track`, in either order; nil when no side is a status.
  func statusBesideWord(_ left: Expression, _ right: Expression) -> (status: Expression, word: Located<String>)? {
    for (status, word) in [(left, right), (right, left)] {
      guard case .call("status", _) = status.node, case .name(let name) = word.node else { continue }
      return (status, Located(name, at: word.position))
    }
    return nil
  }

  mutating func compared(
    _ status: Expression, _ word: Located<String>, _ sign: Expression.Operator
  ) -> TextValue? {
    guard let value = value(of: status) else { return nil }
    let (known, found): ([String], String)
    switch value.content {
    case .status(let status): (known, found) = (TargetStatus.allCases.map(\.rawValue), status.rawValue)
    case .direction(let direction): (known, found) = (DirectionalStatus.allCases.map(\.rawValue), direction.rawValue)
    case .number, .truth, .period, .word, .missing, .confidential: return value
    }
    guard known.contains(word.value) else { return fail(.unknownStatus(word, among: known)) }
    return TextValue(.truth((found == word.value) == (sign == .equal)), inputs: value.inputs)
  }
}

extension TimePeriod {
  /// How many periods there are from this to a later one, both included.
  fileprivate func steps(to last: TimePeriod) -> Int {
    var count = 1
    var period = self
    while period < last, let next = period.advanced(by: 1) {
      period = next
      count += 1
    }
    return count
  }
}

extension Target {
  /// Whether what is judged is in the unit of the indicator.
  fileprivate var hasUnitOfIndicator: Bool {
    switch kind {
    case .level, .ceiling, .relative, .directional, .perception, .compositeIndex: true
    case .change, .shareOfAreas, .allAreas, .parity, .gapReduction, .yesNo, .compound: false
    }
  }
}

extension Diagnostic {
  static func formOfQuestion(_ question: TextQuestion, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1210", "'\(question.rawValue)' is asked in another form", at: position, hint: "write \(question.form)")
  }

  fileprivate static func noSeries(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1210", "expected an indicator with its area and without a period", at: position,
      hint: "write internet-use(WORLD); what is computed needs an indicator with a formula of its own")
  }

  static func unknownTarget(_ id: String, among known: [String], at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1210", "unknown target '\(id)'", at: position,
      hint: known.closest(to: id).map { "did you mean '\($0)'?" })
  }

  static func unknownStatus(_ word: Located<String>, among known: [String]) -> Self {
    Diagnostic(
      .error, "MP1210", "'\(word.value)' is no status", at: word.position,
      hint: known.closest(to: word.value).map { "did you mean '\($0)'?" }
        ?? "there are \(known.joined(separator: ", "))")
  }
}
