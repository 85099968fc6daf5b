import MilepostModel

/// A rule with its names resolved.
struct CompiledRule: Sendable {
  enum Grouping: Sendable {
    case all, record
    case by([RuleTerm])
  }

  struct Order: Sendable {
    let field: RuleTerm
    let within: [RuleTerm]
  }

  let rule: ValidationRule
  /// In the order of the rule.
  let registers: [Int]
  let grouping: Grouping
  let condition: RuleTerm?
  let order: Order?
  let holds: RuleTerm
  let usesPrevious: Bool

  /// - Returns: nil after findings.
  init?(
    _ rule: ValidationRule, _ registers: [Register], codelists: [Codelist.ID: Codelist],
    into diagnostics: inout Diagnostics
  ) {
    let places = Dictionary(registers.enumerated().map { ($1.id, $0) }) { first, _ in first }
    var scope: [Int] = []
    var found = Diagnostics()
    for id in rule.registers {
      if let place = places[id.value] {
        scope.append(place)
      } else {
        found.report(.unknownRegister(id.value, among: registers.map(\.id.text), at: id.position))
      }
    }
    guard scope.count == rule.registers.count else {
      diagnostics.report(contentsOf: found)
      return nil
    }
    var compiler = RuleCompiler(registers, places, scope: Set(scope), codelists: codelists)
    let holds = compiler.term(rule.holds.root)
    let condition = rule.condition.flatMap { compiler.term($0.root) }
    let order = rule.order.map { order in
      let names = [order.field] + order.within
      let terms = names.map { compiler.term(Expression(.name($0.value), at: $0.position)) }
      return (field: terms[0], within: terms.dropFirst().compactMap { $0 })
    }
    switch rule.grouping {
    case .all: grouping = .all
    case .record: grouping = .record
    case .by(let formulas): grouping = .by(formulas.compactMap { compiler.term($0.root) })
    }
    for fault in compiler.faults { found.report(fault) }
    if compiler.usesPrevious, rule.order == nil {
      found.report(.previousWithoutOrder(at: rule.holds.root.position))
    }
    diagnostics.report(contentsOf: found)
    guard let holds, found.isEmpty else { return nil }
    self.rule = rule
    self.registers = scope
    self.condition = condition
    self.order = order.flatMap { order in order.field.map { Order(field: $0, within: order.within) } }
    self.holds = holds
    usesPrevious = compiler.usesPrevious
  }
}

extension Diagnostic {
  static func unknownRegister(_ id: Register.ID, among known: [String], at position: SourcePosition) -> Self {
    unknownElement("MP0243", "register", id.text, at: position, among: known)
  }

  fileprivate static func previousWithoutOrder(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0541", "'previous' without an order of the records", at: position,
      hint: "say what comes before what: along: {previous: period, within: [sector]}")
  }
}
