import MilepostModel

/// The records that an expression looks at.
enum RuleScope: Sendable {
  case record(RecordPlace)
  case records([RecordPlace])

  var places: [RecordPlace] {
    switch self {
    case .record(let place): [place]
    case .records(let places): places
    }
  }
}

/// What the words `edition-date` and `reporting-start` stand for.
struct RuleDates: Hashable, Sendable {
  let edition: CalendarDate?
  let reporting: TimePeriod?
}

/// Values of expressions over records; no value where something that is needed is not stated.
struct RuleEvaluator {
  let views: RegisterViews
  let dates: RuleDates
  let isExact: Bool
  /// The records of all groups.
  var everything: [RecordPlace] = []
  /// For each record the one before it.
  var predecessors: [RecordPlace: RecordPlace] = [:]
  /// A cell that says something else for a moment.
  var replaced: (cell: CellPlace, value: RuleValue)?
  /// The cells that were looked at, in order; nil: nobody asks.
  var trace: [CellPlace]?
  /// Of formulas in cells, which stand on their own.
  private var formulas: [Formula: RuleTerm?] = [:]
  /// What is the same for all groups.
  private var overalls: [Int: RuleValue?] = [:]
  private let codelists: [Codelist.ID: Codelist]

  init(_ views: RegisterViews, dates: RuleDates, isExact: Bool, codelists: [Codelist.ID: Codelist]) {
    self.views = views
    self.dates = dates
    self.isExact = isExact
    self.codelists = codelists
  }

  mutating func value(_ term: RuleTerm, _ scope: RuleScope) -> RuleValue? {
    switch term {
    case .number(let number): return .amount(RuleAmount(number))
    case .period(let period): return .days(period)
    case .word(let word): return .word(word)
    case .truth(let truth): return .truth(truth)
    case .editionDate: return dates.edition.map { .days(TimePeriod(date: $0)) }
    case .reportingStart: return dates.reporting.map { .days(TimePeriod(date: $0.firstDay)) }
    case .reportingEnd: return dates.reporting.map { .days(TimePeriod(date: $0.lastDay)) }
    case .field(let field): return value(of: field, scope)
    case .previous(let inner):
      guard case .record(let place) = scope, let before = predecessors[place] else { return nil }
      return value(inner, .record(before))
    case .overall(let inner, let number):
      guard replaced == nil, trace == nil else { return value(inner, .records(everything)) }
      if let known = overalls[number] { return known }
      let found = value(inner, .records(everything))
      overalls[number] = .some(found)
      return found
    case .aggregate(let aggregate, let inner, let range): return self.aggregate(aggregate, inner, range, scope)
    case .function(let function, let inner): return self.function(function, inner, scope)
    case .rounded(let inner, let decimals):
      guard case .amount(let amount)? = value(inner, scope) else { return nil }
      let power = Double.power(ofTen: decimals)
      return .amount(RuleAmount((amount.value * power).rounded(.toNearestOrAwayFromZero) / power))
    case .negated(let inner):
      guard case .amount(let amount)? = value(inner, scope) else { return nil }
      return .amount(-amount)
    case .binary(let sign, let left, let right): return binary(sign, left, right, scope)
    }
  }

  /// Whether a condition holds; nil where it cannot be told.
  mutating func truth(_ term: RuleTerm, _ scope: RuleScope) -> Bool? {
    guard case .truth(let truth)? = value(term, scope) else { return nil }
    return truth
  }

  /// Which records meet a condition; what the condition looks at is none of the figures that are compared.
  private mutating func meet(_ condition: RuleTerm, _ places: [RecordPlace]) -> [Bool] {
    let traced = trace
    defer { trace = traced }
    trace = nil
    return truths(condition, places).map { $0 == true }
  }

  /// Whether a condition holds for each record, nil where it cannot be told; found once for records whose cells are equal,
  /// where it looks at one field alone.
  private mutating func truths(_ condition: RuleTerm, _ places: [RecordPlace]) -> [Bool?] {
    guard trace == nil, replaced == nil, places.count > 8, let field = condition.onlyField else {
      return places.map { truth(condition, .record($0)) }
    }
    var known: [UInt64: Bool?] = [:]
    var last: (cell: UInt64, truth: Bool?) = (UInt64.max, nil)
    return places.map { place in
      guard let column = field.places[place.register], let cells = views.tables[place.register]?.columns[column].cells,
        !cells.isEmpty
      else { return truth(condition, .record(place)) }
      let cell = UInt64(place.register) << 32 | UInt64(cells[place.row])
      guard cell != last.cell else { return last.truth }
      let found = known[cell] ?? truth(condition, .record(place))
      known[cell] = .some(found)
      last = (cell, found)
      return found
    }
  }

  private mutating func value(of field: RuleField, _ scope: RuleScope) -> RuleValue? {
    switch scope {
    case .record(let place): return stated(field, place)
    case .records(let places):
      var found: RuleValue?
      for place in places {
        guard let value = stated(field, place) else { continue }
        if let found, found != value { return nil }
        found = value
      }
      return found
    }
  }

  private mutating func stated(_ field: RuleField, _ place: RecordPlace) -> RuleValue? {
    guard let column = field.places[place.register], let value = views.value(place, column) else { return nil }
    let cell = CellPlace(register: place.register, row: place.row, field: column)
    trace?.append(cell)
    if let replaced, replaced.cell == cell { return replaced.value }
    return RuleValue(value, isExact: isExact)
  }

  private mutating func binary(
    _ sign: Expression.Operator, _ left: RuleTerm, _ right: RuleTerm, _ scope: RuleScope
  ) -> RuleValue? {
    switch sign {
    case .and, .or:
      let decides = sign == .or
      let one = truth(left, scope)
      if one == decides { return .truth(decides) }
      let two = truth(right, scope)
      if two == decides { return .truth(decides) }
      return one == nil || two == nil ? nil : .truth(!decides)
    case .add, .subtract, .multiply, .divide:
      guard let one = value(left, scope), let two = value(right, scope) else { return nil }
      return one.combined(sign, two)
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      guard let one = value(left, scope), let two = value(right, scope) else { return nil }
      return one.compared(sign, two).map { .truth($0) }
    }
  }

  private mutating func function(_ function: RuleFunction, _ inner: RuleTerm, _ scope: RuleScope) -> RuleValue? {
    if function == .stated { return .truth(value(inner, scope) != nil) }
    guard let argument = value(inner, scope) else { return nil }
    switch (function, argument) {
    case (.items, .list(let items)): return .amount(RuleAmount(Double(items.count)))
    case (.items, _): return .amount(RuleAmount(1))
    case (.end, .days(let period)): return .days(TimePeriod(date: period.lastDay))
    case (.start, .days(let period)): return .days(TimePeriod(date: period.firstDay))
    case (.year, .days(let period)): return .amount(RuleAmount(Double(period.lastDay.year)))
    case (.length, .word(let text)): return .amount(RuleAmount(Double(text.count)))
    case (.absolute, .amount(let amount)): return .amount(amount.magnitude)
    case (.number, .word(let text)):
      let digits = text.drop { !("0"..."9").contains($0) }.prefix { ("0"..."9").contains($0) }
      return Double(digits).map { .amount(RuleAmount($0)) }
    case (.value, _): return cellFormula(inner, scope)
    case (.stated, _), (.number, _), (.end, _), (.start, _), (.year, _), (.length, _), (.absolute, _): return nil
    }
  }

  /// What a formula that stands in a cell yields.
  private mutating func cellFormula(_ term: RuleTerm, _ scope: RuleScope) -> RuleValue? {
    guard case .field(let field) = term, case .record(let place) = scope, let column = field.places[place.register],
      case .formula(let formula)? = views.value(place, column)
    else { return nil }
    if formulas[formula] == nil {
      var compiler = RuleCompiler(
        views.registers, views.places, scope: Set(views.registers.indices), codelists: codelists)
      formulas[formula] = .some(compiler.term(formula.root))
    }
    guard let term = formulas[formula] ?? nil else { return nil }
    // Its own `overall` is that of its own records.
    let outer = (everything, overalls)
    everything = views.registers.indices.flatMap(views.records)
    overalls = [:]
    defer { (everything, overalls) = outer }
    return value(term, .records(everything))
  }

  private mutating func aggregate(
    _ aggregate: RuleAggregate, _ inner: RuleTerm?, _ range: RuleRange, _ scope: RuleScope
  ) -> RuleValue? {
    var places = scope.places
    if let registers = range.registers { places.removeAll { !registers.contains($0.register) } }
    if let condition = range.condition {
      places = zip(places, meet(condition, places)).filter(\.1).map(\.0)
    }
    switch aggregate {
    case .count:
      guard let inner else { return .amount(RuleAmount(Double(places.count))) }
      return .amount(RuleAmount(Double(meet(inner, places).count { $0 })))
    case .share:
      guard let inner else { return nil }
      let known = truths(inner, places).compactMap(\.self)
      guard !known.isEmpty else { return nil }
      return .amount(RuleAmount(100 * Double(known.count { $0 }) / Double(known.count)))
    case .only:
      guard let inner else { return nil }
      let values = Set(places.compactMap { value(inner, .record($0)) })
      return values.count == 1 ? values.first : nil
    case .countDistinct:
      guard let inner else { return nil }
      let values = places.compactMap { value(inner, .record($0)) }.flatMap(\.items)
      return .amount(RuleAmount(Double(Set(values).count)))
    case .same:
      guard let inner else { return nil }
      let values = places.compactMap { value(inner, .record($0)) }
      return values.isEmpty ? nil : .truth(RuleValue.canBeOne(values))
    case .sum, .mean, .minimum, .maximum:
      guard let inner else { return nil }
      return total(aggregate, inner, places)
    }
  }

  /// No value when one of the records that can state it does not.
  private mutating func total(_ aggregate: RuleAggregate, _ inner: RuleTerm, _ places: [RecordPlace]) -> RuleValue? {
    var amounts: [RuleAmount] = []
    var periods: [TimePeriod] = []
    for place in places where concerns(inner, place.register) {
      switch value(inner, .record(place)) {
      case .amount(let amount): amounts.append(amount)
      case .days(let period): periods.append(period)
      case .word, .truth, .list, nil: return nil
      }
    }
    if amounts.isEmpty, [.minimum, .maximum].contains(aggregate) {
      return (aggregate == .minimum ? periods.min() : periods.max()).map { .days($0) }
    }
    guard let first = amounts.first, periods.isEmpty else { return nil }
    let rest = amounts.dropFirst()
    switch aggregate {
    case .sum: return .amount(rest.reduce(first, +))
    case .mean: return rest.reduce(first, +).over(RuleAmount(Double(amounts.count))).map { .amount($0) }
    case .minimum: return .amount(rest.reduce(first) { $0.value <= $1.value ? $0 : $1 })
    case .maximum: return .amount(rest.reduce(first) { $0.value >= $1.value ? $0 : $1 })
    case .only, .count, .same, .countDistinct, .share: return nil
    }
  }

  /// Whether records of the register have every field of the term.
  private func concerns(_ term: RuleTerm, _ register: Int) -> Bool {
    switch term {
    case .number, .period, .word, .truth, .editionDate, .reportingStart, .reportingEnd, .overall: true
    case .field(let field): field.places[register] != nil
    case .previous(let inner), .function(_, let inner), .rounded(let inner, _), .negated(let inner):
      concerns(inner, register)
    case .aggregate(_, let inner, _): inner.map { concerns($0, register) } ?? true
    case .binary(_, let left, let right): concerns(left, register) && concerns(right, register)
    }
  }
}
