import MilepostModel

/// Counts of what the plan, registers and surveys hold.
extension TextEvaluator {
  // MARK: Elements

  mutating func ofPlan(
    _ question: TextQuestion, _ arguments: [Expression.Argument], at position: SourcePosition
  ) -> TextValue? {
    guard (1...2).contains(arguments.count), arguments.allSatisfy({ $0.label == nil }) else {
      return fail(.formOfQuestion(question, at: position))
    }
    if case .call("areas", let inner) = arguments[0].value.node {
      return question == .count && arguments.count == 1
        ? members(inner, at: position) : fail(.formOfQuestion(question, at: position))
    }
    guard let (kind, owner) = elements(arguments[0].value) else {
      return fail(.formOfQuestion(question, at: position))
    }
    let inputs = [FigureInput.elements(kind)]
    if let owner, !holders(of: kind).contains(owner.value) {
      return fail(.noHolder(owner, of: kind, among: holders(of: kind)))
    }
    guard arguments.count == 2 else {
      guard question == .count else { return fail(.formOfQuestion(question, at: position)) }
      return TextValue(Double(count(of: kind, within: owner?.value)), count: inputs)
    }
    guard let words = words(arguments[1].value) else { return fail(.formOfQuestion(question, at: position)) }
    let statuses: [String]
    let known: [String]
    switch kind {
    case .targets:
      statuses = release.assessments.filter { isWithin($0.target, owner?.value) }.map(\.status.rawValue)
      known = TargetStatus.allCases.map(\.rawValue)
    case .outcomes:
      statuses = release.directions.filter { isWithin($0.outcome, owner?.value) }.map(\.status.rawValue)
      known = DirectionalStatus.allCases.map(\.rawValue)
    case .goals, .objectives, .outputs, .enablers, .indicators:
      return fail(.noStatus(kind, at: arguments[1].position))
    }
    for word in words where !known.contains(word.value) { return fail(.unknownStatus(word, among: known)) }
    let wanted = Set(words.map(\.value))
    let matching = statuses.count { wanted.contains($0) }
    guard question == .share else { return TextValue(Double(matching), count: inputs) }
    guard !statuses.isEmpty else { return TextValue(.missing(.notApplicable), inputs: inputs) }
    return TextValue(
      .number(100 * Double(matching) / Double(statuses.count)), unit: FormulaUnit(.percent), decimals: 0,
      inputs: inputs)
  }

  /// `targets`, or `targets(2)`: those of goal 2.
  private func elements(_ expression: Expression) -> (kind: PlanElementKind, owner: Located<String>?)? {
    switch expression.node {
    case .name(let name): return PlanElementKind(rawValue: name).map { ($0, nil) }
    case .call(let name, let arguments):
      guard let kind = PlanElementKind(rawValue: name), arguments.count == 1,
        case .name(let id) = arguments[0].value.node
      else { return nil }
      return (kind, Located(id, at: arguments[0].position))
    case .number, .period, .range, .negated, .binary: return nil
    }
  }

  /// `off-track or moving-away`
  private func words(_ expression: Expression) -> [Located<String>]? {
    switch expression.node {
    case .name(let name): return [Located(name, at: expression.position)]
    case .binary(.or, let left, let right):
      guard let one = words(left), let other = words(right) else { return nil }
      return one + other
    case .number, .period, .range, .call, .negated, .binary: return nil
    }
  }

  /// The ids of what elements of a kind belong to.
  private func holders(of kind: PlanElementKind) -> [String] {
    switch kind {
    case .targets: release.plan.goals.map(\.id.text)
    case .outcomes: release.plan.objectives.map(\.id.text)
    case .goals, .objectives, .outputs, .enablers, .indicators: []
    }
  }

  private func isWithin(_ target: Target.ID, _ goal: String?) -> Bool {
    goal == nil || release.plan.target(target)?.goal.text == goal
  }

  private func isWithin(_ outcome: Outcome.ID, _ objective: String?) -> Bool {
    objective == nil || release.plan.outcomes.first { $0.id == outcome }?.objective.text == objective
  }

  private func count(of kind: PlanElementKind, within owner: String?) -> Int {
    let plan = release.plan
    switch kind {
    case .goals: return plan.goals.count
    case .targets: return plan.targets.count { owner == nil || $0.goal.text == owner }
    case .objectives: return plan.objectives.count
    case .outcomes: return plan.outcomes.count { owner == nil || $0.objective.text == owner }
    case .outputs: return plan.outputs.count
    case .enablers: return plan.enablers.count
    case .indicators: return plan.indicators.count
    }
  }

  private mutating func members(_ arguments: [Expression.Argument], at position: SourcePosition) -> TextValue? {
    guard arguments.count == 1, case .name(let name) = arguments[0].value.node,
      let group = plan.groups[Area.ID(name)]
    else {
      return fail(
        .unknownGroup(
          arguments.first?.value, among: plan.groups.keys.map(\.text), at: arguments.first?.position ?? position))
    }
    return TextValue(Double(group.members(on: release.asOf).count), count: [.members(group.id)])
  }

  // MARK: Registers

  /// Whether an expression names a register or one of its fields.
  func namesRegister(_ expression: Expression) -> Bool {
    expression.names.contains { name in
      records.views.places[Register.ID(name)] != nil
        || records.views.registers.contains { name.hasPrefix($0.id.text + ".") }
    }
  }

  /// A count, sum or other aggregate of records.
  mutating func record(_ expression: Expression) -> TextValue? {
    let views = records.views
    let places = views.places
    var compiler = RuleCompiler(
      views.registers, places, scope: Set(views.registers.indices), codelists: plan.codelists)
    let term = compiler.term(expression)
    for fault in compiler.faults { diagnostics.report(fault) }
    guard let term else { return nil }
    let named = views.registers.indices.filter { place in
      let id = views.registers[place].id.text
      return expression.names.contains { $0 == id || $0.hasPrefix(id + ".") }
    }
    let inputs = named.compactMap { place in
      views.tables[place].map { FigureInput.register(views.registers[place].id, $0.vintage) }
    }
    let field = term.firstField.flatMap { field in
      named.compactMap { place in field.places[place].map { views.registers[place].fields[$0] } }.first
    }
    switch records.value(term, .records(records.everything)) {
    case .amount(let amount):
      let isCounted = term.isCount
      return TextValue(
        .number(amount.value), unit: unit(of: term, field), decimals: isCounted ? 0 : field?.decimals, inputs: inputs)
    case .word(let word): return TextValue(.word(word), inputs: inputs)
    case .days(let period): return TextValue(.period(period), inputs: inputs)
    case .truth(let truth): return TextValue(.truth(truth), inputs: inputs)
    case .list, nil: return TextValue(.missing(.unknown), inputs: inputs)
    }
  }

  /// The records of a register that meet a condition, by their places; nil without a condition.
  mutating func rows(_ selection: Exhibit.RegisterSelection) -> [Int]? {
    let views = records.views
    guard let condition = selection.condition, let place = views.places[selection.register.value] else { return nil }
    var compiler = RuleCompiler(views.registers, views.places, scope: [place], codelists: plan.codelists)
    guard let term = compiler.term(condition.root) else { return nil }
    return views.records(of: place).filter { records.truth(term, .record($0)) == true }.map(\.row)
  }

  private func unit(of term: RuleTerm, _ field: Register.Field?) -> FormulaUnit {
    guard case .aggregate(let aggregate, _, _) = term else { return .plain }
    switch aggregate {
    case .count, .countDistinct, .same: return .plain
    case .share: return FormulaUnit(.percent)
    case .only, .sum, .mean, .minimum, .maximum: return field?.kind.unit.map { FormulaUnit($0) } ?? .plain
    }
  }

  // MARK: Surveys

  mutating func ofSurvey(
    _ question: TextQuestion, _ arguments: [Expression.Argument], at position: SourcePosition
  ) -> TextValue? {
    guard arguments.count == 2, case .name(let id) = arguments[0].value.node else {
      return fail(.formOfQuestion(question, at: position))
    }
    guard let published = release.surveys.first(where: { $0.survey.id.text == id }) else {
      return fail(.unknownSurvey(id, among: release.surveys.map(\.survey.id.text), at: arguments[0].position))
    }
    let waves = published.survey.waves
    let wanted: String =
      switch arguments[1].value.node {
      case .name(let name): name
      case .number(let number): "\(Int(number))"
      case .period(let period): period.description
      case .range, .call, .negated, .binary: "?"
      }
    guard let wave = waves.firstIndex(where: { $0.id == wanted || $0.period.description == wanted }) else {
      return fail(.unknownWaveOfSurvey(wanted, among: waves.map(\.id), at: arguments[1].position))
    }
    let inputs = [FigureInput.survey(published.survey.id, wave: waves[wave].id)]
    guard let results = published.waves.first(where: { $0.wave == wave }) else {
      return TextValue(.missing(.notDue), inputs: inputs)
    }
    if question == .respondents {
      return results.respondents.map { TextValue(Double($0), count: inputs) }
        ?? TextValue(.missing(.unknown), inputs: inputs)
    }
    guard let rate = results.responseRate else { return TextValue(.missing(.unknown), inputs: inputs) }
    return TextValue(.number(100 * rate), unit: FormulaUnit(.percent), decimals: 0, inputs: inputs)
  }
}

extension RuleTerm {
  fileprivate var isCount: Bool {
    guard case .aggregate(let aggregate, _, _) = self else { return false }
    return aggregate == .count || aggregate == .countDistinct
  }
}

extension TextValue {
  /// For comparisons of what is no number.
  var ruleValue: RuleValue? {
    switch content {
    case .number(let number): .amount(RuleAmount(number))
    case .truth(let truth): .truth(truth)
    case .period(let period): .days(period)
    case .word(let word): .word(word)
    case .status, .direction, .missing, .confidential: nil
    }
  }
}

extension Diagnostic {
  fileprivate static func noHolder(_ id: Located<String>, of kind: PlanElementKind, among known: [String]) -> Self {
    Diagnostic(
      .error, "MP1210", "\(kind.rawValue) of '\(id.value)' cannot be counted: there is no such goal or objective",
      at: id.position, hint: known.closest(to: id.value).map { "did you mean '\($0)'?" })
  }

  fileprivate static func noStatus(_ kind: PlanElementKind, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1210", "\(kind.rawValue) have no status", at: position, hint: "targets and outcomes have one")
  }

  fileprivate static func unknownGroup(
    _ expression: Expression?, among known: [String], at position: SourcePosition
  ) -> Self {
    guard case .name(let name)? = expression?.node else {
      return Diagnostic(.error, "MP1210", "'areas' takes a group", at: position, hint: "write count(areas(LDC))")
    }
    return Diagnostic(
      .error, "MP1210", "unknown group '\(name)'", at: position,
      hint: known.sorted().closest(to: name).map { "did you mean '\($0)'?" })
  }

  fileprivate static func unknownSurvey(_ id: String, among known: [String], at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1210", "unknown survey '\(id)'", at: position,
      hint: known.closest(to: id).map { "did you mean '\($0)'?" })
  }

  fileprivate static func unknownWaveOfSurvey(_ id: String, among known: [String], at position: SourcePosition) -> Self
  {
    Diagnostic(
      .error, "MP1210", "the survey has no wave '\(id)'", at: position,
      hint: known.closest(to: id).map { "did you mean '\($0)'?" } ?? "it has \(known.joined(separator: ", "))")
  }
}
