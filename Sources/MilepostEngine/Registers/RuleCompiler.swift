import MilepostModel

/// Resolves the names of an expression over records.
struct RuleCompiler {
  let registers: [Register]
  let places: [Register.ID: Int]
  /// Places of the registers that the expression is about; all, for an expression in a cell.
  let scope: Set<Int>
  /// Codes of codelists, for words that are compared with fields.
  let codelists: [Codelist.ID: Codelist]
  private(set) var faults: [Diagnostic] = []
  /// Whether the expression asks for the record before.
  private(set) var usesPrevious = false
  private var overalls = 0
  /// Whether what is read stands in an aggregate, which looks at its records one by one.
  private var isInAggregate = false

  init(_ registers: [Register], _ places: [Register.ID: Int], scope: Set<Int>, codelists: [Codelist.ID: Codelist]) {
    self.registers = registers
    self.places = places
    self.scope = scope
    self.codelists = codelists
  }

  /// - Returns: nil after findings.
  mutating func term(_ expression: Expression) -> RuleTerm? {
    switch expression.node {
    case .number(let number): return .number(number)
    case .period(let period): return .period(period)
    case .range(let from, let to):
      faults.append(.rangeInRule(from, to, at: expression.position))
      return nil
    case .name(let name): return self.name(name, at: expression.position)
    case .call(let name, let arguments): return call(name, arguments, at: expression.position)
    case .negated(let inner): return term(inner).map { .negated($0) }
    case .binary(let sign, let left, let right): return binary(sign, left, right)
    }
  }

  private mutating func binary(_ sign: Expression.Operator, _ left: Expression, _ right: Expression) -> RuleTerm? {
    let isComparison: Bool =
      switch sign {
      case .equal, .notEqual: true
      case .add, .subtract, .multiply, .divide, .less, .lessOrEqual, .greater, .greaterOrEqual, .and, .or: false
      }
    guard isComparison else {
      let (one, two) = (term(left), term(right))
      guard let one, let two else { return nil }
      return .binary(sign, one, two)
    }
    let one = self.side(left, beside: right)
    let two = self.side(right, beside: left)
    guard let one, let two else { return nil }
    return .binary(sign, one, two)
  }

  /// One side of an equation, where a name that is no field is a code or word.
  private mutating func side(_ expression: Expression, beside other: Expression) -> RuleTerm? {
    guard case .name(let name) = expression.node, field(name) == nil, RuleCompiler.constant(name) == nil else {
      return term(expression)
    }
    switch other.node {
    case .name(let partner):
      // Two words that stand for themselves compare nothing.
      guard let field = field(partner) else { return term(expression) }
      check(name, field, at: expression.position)
    case .number, .period, .range: return term(expression)
    case .call, .negated, .binary: break
    }
    return .word(name)
  }

  /// A code that no codelist of the fields has is a slip.
  private mutating func check(_ code: String, _ field: RuleField, at position: SourcePosition) {
    var known: [String] = []
    for (register, place) in field.places.enumerated() {
      guard let place else { continue }
      guard case .code(let list) = registers[register].fields[place].kind, let codes = codelists[list]?.codes else {
        return
      }
      known += codes.map(\.id)
    }
    if !known.contains(code) { faults.append(.unknownWord(code, of: field.name, among: known, at: position)) }
  }

  private static func constant(_ name: String) -> RuleTerm? {
    switch name {
    case "yes": .truth(true)
    case "no": .truth(false)
    case "edition-date": .editionDate
    case "reporting-start": .reportingStart
    case "reporting-end": .reportingEnd
    default: nil
    }
  }

  private mutating func name(_ name: String, at position: SourcePosition) -> RuleTerm? {
    if let field = field(name) { return .field(field) }
    if let constant = RuleCompiler.constant(name) { return constant }
    if name == RuleAggregate.count.rawValue {
      return .aggregate(.count, nil, RuleRange(registers: nil, condition: nil))
    }
    let known = scope.flatMap { registers[$0].fields.map(\.id) }
    faults.append(.unknownFieldInRule(name, closest: Set(known).sorted().closest(to: name), at: position))
    return nil
  }

  /// `members` of the registers of the expression, `events.participants` of one.
  private func field(_ name: String) -> RuleField? {
    for (place, register) in registers.enumerated() where name.hasPrefix(register.id.text + ".") {
      let rest = name.dropFirst(register.id.text.utf8.count + 1)
      guard let field = register.field(String(rest)) else { continue }
      return RuleField(name: name, places: registers.indices.map { $0 == place ? field : nil })
    }
    let found = registers.indices.map { scope.contains($0) ? registers[$0].field(name) : nil }
    return found.contains { $0 != nil } ? RuleField(name: name, places: found) : nil
  }

  private mutating func call(
    _ name: String, _ arguments: [Expression.Argument], at position: SourcePosition
  ) -> RuleTerm? {
    if let aggregate = RuleAggregate(rawValue: name) { return self.aggregate(aggregate, arguments, at: position) }
    let known = RuleAggregate.allCases.map(\.rawValue) + RuleFunction.allCases.map(\.rawValue)
    guard let wanted = RuleCompiler.argumentCounts[name] ?? RuleFunction(rawValue: name).map({ _ in 1 }) else {
      faults.append(
        .unknownFunctionInRule(
          name, closest: (known + RuleCompiler.argumentCounts.keys.sorted()).closest(to: name), at: position))
      return nil
    }
    guard arguments.count == wanted, arguments.allSatisfy({ $0.label == nil }) else {
      faults.append(.argumentsOfRule(name, wanted == 1 ? "one argument" : "\(wanted) arguments", at: position))
      return nil
    }
    let outer = isInAggregate
    if name == "overall" { isInAggregate = false }
    let inner = term(arguments[0].value)
    isInAggregate = outer
    guard let first = inner else { return nil }
    switch name {
    case "previous":
      usesPrevious = true
      return .previous(first)
    case "overall":
      overalls += 1
      return .overall(first, overalls)
    case "round":
      guard case .number(let decimals) = arguments[1].value.node, (0...9).contains(decimals),
        decimals == decimals.rounded()
      else {
        faults.append(.argumentsOfRule(name, "a value and the decimals, 0 to 9", at: position))
        return nil
      }
      return .rounded(first, decimals: Int(decimals))
    default: return RuleFunction(rawValue: name).map { .function($0, first) }
    }
  }

  private static let argumentCounts = ["previous": 1, "overall": 1, "round": 2]

  /// `sum(x)`, `sum(x, condition)`, `count(condition)`, `count(register)`, `count(register, condition)`.
  private mutating func aggregate(
    _ aggregate: RuleAggregate, _ arguments: [Expression.Argument], at position: SourcePosition
  ) -> RuleTerm? {
    guard (1...2).contains(arguments.count), arguments.allSatisfy({ $0.label == nil }) else {
      faults.append(.argumentsOfRule(aggregate.rawValue, "one or two arguments", at: position))
      return nil
    }
    guard !isInAggregate else {
      faults.append(.aggregateInAggregate(aggregate.rawValue, at: position))
      return nil
    }
    isInAggregate = true
    defer { isInAggregate = false }
    var condition: RuleTerm?
    if arguments.count == 2 {
      guard let second = term(arguments[1].value) else { return nil }
      condition = second
    }
    let takesCondition = [.count, .share].contains(aggregate)
    if takesCondition, case .name(let name) = arguments[0].value.node, let register = places[Register.ID(name)] {
      return .aggregate(aggregate, nil, RuleRange(registers: [register], condition: condition))
    }
    guard let first = term(arguments[0].value) else { return nil }
    if takesCondition {
      guard condition == nil else {
        faults.append(
          .argumentsOfRule(aggregate.rawValue, "a condition, or a register and a condition", at: position))
        return nil
      }
      return .aggregate(aggregate, first, RuleRange(registers: registers(of: arguments[0].value), condition: nil))
    }
    return .aggregate(aggregate, first, RuleRange(registers: registers(of: arguments[0].value), condition: condition))
  }

  /// The registers that an expression names with their fields; nil when it names none.
  private func registers(of expression: Expression) -> Set<Int>? {
    switch expression.node {
    case .number, .period, .range: return nil
    case .name(let name):
      let found = registers.indices.filter { name.hasPrefix(registers[$0].id.text + ".") }
      guard !found.isEmpty, let field = field(name) else { return nil }
      return Set(field.places.indices.filter { field.places[$0] != nil })
    case .call(_, let arguments): return union(arguments.map(\.value))
    case .negated(let inner): return registers(of: inner)
    case .binary(_, let left, let right): return union([left, right])
    }
  }

  private func union(_ expressions: [Expression]) -> Set<Int>? {
    let all = expressions.compactMap(registers)
    return all.isEmpty ? nil : all.reduce(Set()) { $0.union($1) }
  }
}

extension Diagnostic {
  fileprivate static func unknownFieldInRule(_ name: String, closest: String?, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0540", "no register of the rule has a field '\(name)'", at: position,
      hint: closest.map { "did you mean '\($0)'?" } ?? "a code stands on one side of '=' or '!=', a field on the other")
  }

  fileprivate static func unknownWord(
    _ word: String, of field: String, among known: [String], at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0540", "'\(word)' is no code of field '\(field)'", at: position,
      hint: known.closest(to: word).map { "did you mean '\($0)'?" } ?? "the codes are \(known.joined(separator: ", "))")
  }

  fileprivate static func unknownFunctionInRule(_ name: String, closest: String?, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0541", "unknown function '\(name)'", at: position,
      hint: closest.map { "did you mean '\($0)'?" } ?? "the functions are in docs/registers.md")
  }

  fileprivate static func rangeInRule(_ from: TimePeriod, _ to: TimePeriod, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0541", "periods from one to another are no value of a record", at: position,
      hint: "write a condition: period >= \(from) and period <= \(to)")
  }

  fileprivate static func aggregateInAggregate(_ name: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0541", "'\(name)' in another aggregate would look at one record at a time", at: position,
      hint: "write overall(\(name)(...)) for that of all records")
  }

  fileprivate static func argumentsOfRule(_ name: String, _ wanted: String, at position: SourcePosition) -> Self {
    Diagnostic(.error, "MP0541", "'\(name)' takes \(wanted)", at: position)
  }
}
