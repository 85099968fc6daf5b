import MilepostModel

/// A rule with the records that it is about, in groups.
struct RuleRun {
  let rule: ValidationRule
  /// What must hold of each group, each part by itself.
  let conjuncts: [RuleTerm]
  let groups: [RuleScope]
  let registers: Set<Int>
  /// What tells groups apart.
  private let grouping: CompiledRule.Grouping
  private var evaluator: RuleEvaluator

  /// One part of a rule for one group.
  struct Edit: Hashable {
    let group: Int
    let conjunct: Int
  }

  /// - Parameter rule: compiled without faults.
  init(_ compiled: CompiledRule, _ views: RegisterViews, dates: RuleDates, codelists: [Codelist.ID: Codelist]) {
    rule = compiled.rule
    conjuncts = compiled.holds.conjuncts
    registers = Set(compiled.registers)
    grouping = compiled.grouping
    var evaluator = RuleEvaluator(views, dates: dates, isExact: compiled.rule.isExact, codelists: codelists)
    var places = compiled.registers.flatMap(views.records)
    if compiled.usesPrevious, let order = compiled.order {
      evaluator.predecessors = RuleRun.predecessors(places, order, &evaluator)
    }
    if let condition = compiled.condition {
      places.removeAll { evaluator.truth(condition, .record($0)) != true }
    }
    evaluator.everything = places
    groups = RuleRun.groups(places, compiled.grouping, &evaluator)
    self.evaluator = evaluator
  }

  private static func groups(
    _ places: [RecordPlace], _ grouping: CompiledRule.Grouping, _ evaluator: inout RuleEvaluator
  ) -> [RuleScope] {
    switch grouping {
    case .all: return places.isEmpty ? [] : [.records(places)]
    case .record: return places.map { .record($0) }
    case .by(let terms):
      var order: [[RuleValue]] = []
      var groups: [[RuleValue]: [RecordPlace]] = [:]
      for place in places {
        var key: [RuleValue] = []
        for term in terms {
          guard let value = evaluator.value(term, .record(place)) else { break }
          key.append(value.asKey)
        }
        guard key.count == terms.count else { continue }
        if groups[key] == nil { order.append(key) }
        groups[key, default: []].append(place)
      }
      return order.compactMap { groups[$0].map { .records($0) } }
    }
  }

  /// For each record that of the period just before, in the same course.
  private static func predecessors(
    _ places: [RecordPlace], _ order: CompiledRule.Order, _ evaluator: inout RuleEvaluator
  ) -> [RecordPlace: RecordPlace] {
    var courses: [[RuleValue?]: [(step: RuleValue, place: RecordPlace)]] = [:]
    for place in places {
      guard let step = evaluator.value(order.field, .record(place)), step.isStep else { continue }
      let course =
        order.within.map { evaluator.value($0, .record(place)) } + [.amount(RuleAmount(Double(place.register)))]
      courses[course, default: []].append((step, place))
    }
    var before: [RecordPlace: RecordPlace] = [:]
    for course in courses.values {
      let sorted = course.sorted { one, other in
        one.step == other.step ? one.place.row < other.place.row : one.step.comes(before: other.step)
      }
      for (earlier, later) in zip(sorted, sorted.dropFirst()) where earlier.step.isJustBefore(later.step) {
        before[later.place] = earlier.place
      }
    }
    return before
  }

  /// Whether it holds; nil where something that it needs is not stated.
  mutating func holds(_ edit: Edit) -> Bool? { evaluator.truth(conjuncts[edit.conjunct], groups[edit.group]) }

  /// Every edit that does not hold.
  mutating func failures() -> [Edit] {
    var failures: [Edit] = []
    for group in groups.indices {
      for conjunct in conjuncts.indices {
        let edit = Edit(group: group, conjunct: conjunct)
        if holds(edit) == false { failures.append(edit) }
      }
    }
    return failures
  }

  /// The cells that an edit looks at, each once, in the order of the expression.
  mutating func cells(of edit: Edit) -> [CellPlace] {
    evaluator.trace = []
    _ = holds(edit)
    let cells = evaluator.trace ?? []
    evaluator.trace = nil
    var seen: Set<CellPlace> = []
    return cells.filter { seen.insert($0).inserted }
  }

  /// The cell that an edit is put down to when nothing tells which: the figure on the left, which is stated, and not what it follows
  /// from; of values that should be the same the last, since what stands first is what others are compared with.
  mutating func suspect(_ edit: Edit) -> CellPlace? {
    let cells = cells(of: edit)
    guard let first = cells.first, let last = cells.last else { return cell(standingFor: edit) }
    if case .aggregate(.same, _, _) = conjuncts[edit.conjunct] { return last }
    return first
  }

  /// A cell that stands for a group when no figure does: of its first record, what tells groups apart, or else the first field.
  private func cell(standingFor edit: Edit) -> CellPlace? {
    guard let place = groups[edit.group].places.first else { return nil }
    var column = 0
    if case .by(let terms) = grouping, let field = terms.first?.firstField, let own = field.places[place.register] {
      column = own
    }
    return CellPlace(register: place.register, row: place.row, field: column)
  }

  /// Whether it would hold if a cell said something else.
  mutating func holds(_ edit: Edit, with value: RuleValue, at cell: CellPlace) -> Bool? {
    evaluator.replaced = (cell, value)
    defer { evaluator.replaced = nil }
    return holds(edit)
  }

  /// The two sides of an edit that is an equation.
  mutating func sides(_ edit: Edit, with value: RuleValue? = nil, at cell: CellPlace? = nil) -> (RuleValue, RuleValue)?
  {
    guard case .binary(.equal, let left, let right) = conjuncts[edit.conjunct] else { return nil }
    if let value, let cell { evaluator.replaced = (cell, value) }
    defer { evaluator.replaced = nil }
    guard let one = evaluator.value(left, groups[edit.group]), let two = evaluator.value(right, groups[edit.group])
    else { return nil }
    return (one, two)
  }

  /// What a comparison of order says of its left side, where that is a figure and no sum of several.
  mutating func bound(_ edit: Edit) -> (word: String, limit: RuleValue)? {
    guard case .binary(let sign, let left, let right) = conjuncts[edit.conjunct], left.isOneFigure,
      let limit = evaluator.value(right, groups[edit.group])
    else { return nil }
    switch sign {
    case .less: return ("less than", limit)
    case .lessOrEqual: return ("at most", limit)
    case .greater: return ("more than", limit)
    case .greaterOrEqual: return ("at least", limit)
    case .notEqual: return ("other than", limit)
    case .equal, .add, .subtract, .multiply, .divide, .and, .or: return nil
    }
  }

  /// The values that one cell may have been meant to have where all should be the same, as they are written.
  mutating func alternatives(_ edit: Edit) -> [Meant]? {
    guard case .aggregate(.same, let inner?, _) = conjuncts[edit.conjunct] else { return nil }
    return groups[edit.group].places.compactMap { place in
      guard let value = evaluator.value(inner, .record(place)) else { return nil }
      guard case .field(let field) = inner, let column = field.places[place.register],
        let written = evaluator.views.value(place, column)
      else { return Meant(value: value, text: nil) }
      return Meant(value: value, text: written.text)
    }
  }

  /// A value that a cell may have been meant to have.
  struct Meant: Hashable {
    let value: RuleValue
    /// As another cell has it.
    let text: String?
  }
}

extension RuleValue {
  /// Values that are one group: what is written differently and is equal.
  fileprivate var asKey: RuleValue {
    switch self {
    case .amount(let amount): .amount(RuleAmount(amount.value))
    case .days(let period) where period.firstDay == period.lastDay: .days(TimePeriod(date: period.lastDay))
    case .word, .days, .truth, .list: self
    }
  }
}

/// Steps of an order: periods, days and numbers of places.
extension RuleValue {
  fileprivate var isStep: Bool {
    switch self {
    case .days, .amount: true
    case .word, .truth, .list: false
    }
  }

  fileprivate func comes(before other: RuleValue) -> Bool {
    switch (self, other) {
    case (.days(let one), .days(let two)): one < two
    case (.amount(let one), .amount(let two)): one.value < two.value
    case (.amount, _), (.days, _), (.word, _), (.truth, _), (.list, _): false
    }
  }

  fileprivate func isJustBefore(_ later: RuleValue) -> Bool {
    switch (self, later) {
    case (.days(let one), .days(let two)): one.isJustBefore(two)
    case (.amount(let one), .amount(let two)): one.value + 1 == two.value
    case (.amount, _), (.days, _), (.word, _), (.truth, _), (.list, _): false
    }
  }
}

extension TimePeriod {
  /// Whether nothing lies between the two: 2018 and 2019, or one day and the next that is stated.
  fileprivate func isJustBefore(_ later: TimePeriod) -> Bool {
    guard frequency == later.frequency else { return false }
    return frequency == .range || frequency == .day || advanced(by: 1) == later
  }
}
