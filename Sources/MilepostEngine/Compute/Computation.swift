import MilepostModel

/// A formula that has no result somewhere although its operands have values.
struct FormulaFault {
  enum Kind { case division, growth, overflow, weights, negativeWeight, differentMembers }

  let kind: Kind
  /// The first cell of the grid, in the order of evaluation.
  let cell: Int
}

/// What a computation works on and what it finds on its way.
struct Computation {
  let grid: Grid
  var store: ColumnStore
  var book: ProvenanceBook
  private(set) var faults: [SourcePosition: FormulaFault] = [:]
  let plan: ResolvedPlan
  /// Filled weights, because many indicators share one.
  var weightCache: [ColumnStore.Key: WeightCells] = [:]
  /// Kept, because each part of an index may have an indicator of its own.
  var scoredIndices: [CompositeIndex.ID: [ScoredIndex]] = [:]
  let date: CalendarDate
  private var memberships: [Aggregation.MembershipRule: [(place: Int, members: Membership)]] = [:]
  private var shifts: [Int: [Int?]] = [:]

  init(_ plan: ResolvedPlan, _ table: WorkingTable, asOf date: CalendarDate) {
    self.plan = plan
    self.date = date
    grid = Grid(plan, table)
    store = ColumnStore(grid, table)
    book = ProvenanceBook(table.provenances)
  }

  /// Keeps the first fault of a place: which cells follow depends on the edition, and what to mend does not.
  mutating func report(_ kind: FormulaFault.Kind, _ cells: [Int], at position: SourcePosition) {
    guard let first = cells.first else { return }
    if faults[position] == nil { faults[position] = FormulaFault(kind: kind, cell: first) }
  }

  /// Groups that have members, with their members.
  mutating func groups(_ rule: Aggregation.MembershipRule) -> [(place: Int, members: Membership)] {
    if let known = memberships[rule] { return known }
    let found = grid.groups.compactMap { place -> (place: Int, members: Membership)? in
      guard let group = plan.groups[grid.places[place]] else { return nil }
      let members = Membership(group, rule, asOf: date, grid)
      return members.isEmpty ? nil : (place, members)
    }
    memberships[rule] = found
    return found
  }

  private mutating func shift(_ steps: Int) -> [Int?] {
    if let known = shifts[steps] { return known }
    let shift = grid.earlier(steps)
    shifts[steps] = shift
    return shift
  }

  /// The values of a term at `places`; nil when none of its series exists.
  mutating func column(_ term: Term, _ codes: [DimensionCode], _ places: Range<Int>) -> Column? {
    switch term {
    case .number(let value): return Column(value, cells: grid.cellCount)
    case .series(let reference): return column(reference, codes, places)
    case .negated(let inner): return column(inner, codes, places).map { mapped($0, places) { -$0 } }
    case .absolute(let inner): return column(inner, codes, places).map { mapped($0, places) { abs($0) } }
    case .arithmetic(let operation, let one, let other, let position):
      return arithmetic(operation, one, other, codes, places, at: position)
    case .growth(let one, from: let other, let position):
      return compared(one, other, codes, places, (.growth, position)) { now, before in
        before > 0 ? 100 * (now - before) / before : .nan
      }
    case .extreme(let extreme, let one, let other):
      return combined(one, other, codes, places, nil) { extreme == .minimum ? min($0, $1) : max($0, $1) }
    case .comparison(let comparison, let one, let other):
      return combined(one, other, codes, places, nil) { comparison.holds($0, $1) ? 1 : 0 }
    case .both(let one, let other): return joined(one, other, codes, places, decisive: 0)
    case .either(let one, let other): return joined(one, other, codes, places, decisive: 1)
    case .overMembers(let function): return overMembers(function, codes, places)
    }
  }

  private mutating func column(
    _ reference: SeriesReference, _ codes: [DimensionCode], _ places: Range<Int>
  ) -> Column? {
    let replaced = Set(reference.codes.map(\.dimension))
    let key = SeriesKey(
      reference.indicator, Area.ID(""), codes.filter { !replaced.contains($0.dimension) } + reference.codes)
    guard let source = store.column(ColumnStore.Key(indicator: reference.indicator, codes: key.codes)) else {
      return nil
    }
    if reference.area == nil && reference.period == .current(stepsBack: 0) { return source }
    let width = grid.periods.count
    let origin: [Int?] =
      switch reference.period {
      case .current(let steps): shift(steps)
      case .fixed(let period): [Int?](repeating: grid.index(of: period), count: width)
      }
    let fixed = reference.area.flatMap(grid.index(of:))
    if reference.area != nil && fixed == nil { return nil }
    var column = Column(cells: grid.cellCount)
    for place in places {
      let start = (fixed ?? place) * width
      for period in 0..<width {
        if let from = origin[period] { column.copy(start + from, of: source, to: place * width + period) }
      }
    }
    return column
  }

  private func mapped(_ column: Column, _ places: Range<Int>, _ transform: (Double) -> Double) -> Column {
    var result = column
    for cell in grid.cells(of: places) { result.number[cell] = transform(column.number[cell]) }
    return result
  }

  private mutating func arithmetic(
    _ operation: Term.Arithmetic, _ one: Term, _ other: Term, _ codes: [DimensionCode], _ places: Range<Int>,
    at position: SourcePosition
  ) -> Column? {
    let overflow = (FormulaFault.Kind.overflow, position)
    return switch operation {
    case .add: combined(one, other, codes, places, overflow) { $0 + $1 }
    case .subtract: combined(one, other, codes, places, overflow) { $0 - $1 }
    case .multiply: combined(one, other, codes, places, overflow) { $0 * $1 }
    case .divide: compared(one, other, codes, places, (.division, position)) { $1 == 0 ? .nan : $0 / $1 }
    }
  }

  private mutating func combined(
    _ one: Term, _ other: Term, _ codes: [DimensionCode], _ places: Range<Int>,
    _ fault: (kind: FormulaFault.Kind, position: SourcePosition)?, _ operation: (Double, Double) -> Double
  ) -> Column? {
    guard let left = column(one, codes, places), let right = column(other, codes, places) else { return nil }
    let (result, undefined) = combined(left, right, places, operation)
    if let fault { report(fault.kind, undefined, at: fault.position) }
    return result
  }

  /// A quotient or growth. Of sums over members it is left out where members without a value would make it wrong: where
  /// the sides of a quotient cover different members, or a growth compares sums with gaps.
  private mutating func compared(
    _ one: Term, _ other: Term, _ codes: [DimensionCode], _ places: Range<Int>,
    _ fault: (kind: FormulaFault.Kind, position: SourcePosition), _ operation: (Double, Double) -> Double
  ) -> Column? {
    guard let left = column(one, codes, places), let right = column(other, codes, places) else { return nil }
    var (result, undefined) = combined(left, right, places, operation)
    report(fault.kind, undefined, at: fault.position)
    guard let members = summedMembers(one), members == summedMembers(other) else { return result }
    let isQuotient = fault.kind == .division
    let wrong = grid.cells(of: places).filter { cell in
      guard result.kind[cell] == .figure else { return false }
      let gaps = [left, right].map { $0.coverage(at: cell)?.missing ?? 0 }
      return (isQuotient ? abs(gaps[0] - gaps[1]) : max(gaps[0], gaps[1])) > 1e-9
    }
    for cell in wrong {
      result.kind[cell] = .suppressed
      result.number[cell] = 0
    }
    if isQuotient { report(.differentMembers, wrong, at: fault.position) }
    return result
  }

  /// Whose values are added up.
  private enum Members: Equatable {
    case ofCurrent
    case of(Area.ID)
  }

  /// The members whose values a term adds up, so that those without a value make it smaller; nil for other terms.
  private func summedMembers(_ term: Term) -> Members? {
    switch term {
    case .series(let reference):
      guard plan.indicators[reference.indicator]?.aggregation?.method == .sum else { return nil }
      return reference.area.map(Members.of) ?? .ofCurrent
    case .negated(let inner), .absolute(let inner): return summedMembers(inner)
    case .arithmetic(let operation, let one, let other, _):
      let sides = (summedMembers(one), summedMembers(other))
      switch operation {
      case .add, .subtract: return sides.0 == sides.1 ? sides.0 : nil
      case .multiply: return sides.0 == nil ? sides.1 : sides.1 == nil ? sides.0 : nil
      case .divide: return sides.1 == nil ? sides.0 : nil
      }
    case .overMembers(let function):
      switch function.method {
      case .sum, .count: return function.group.map(Members.of) ?? .ofCurrent
      case .weightedMean, .mean, .median, .share, .ratio: return nil
      }
    case .number, .growth, .extreme, .comparison, .both, .either: return nil
    }
  }

  /// Cell by cell; without a row on either side there is none, and a gap on either side is a gap for the same reason.
  mutating func combined(
    _ left: Column, _ right: Column, _ places: Range<Int>, _ operation: (Double, Double) -> Double
  ) -> (column: Column, undefined: [Int]) {
    var result = Column(cells: grid.cellCount)
    var undefined: [Int] = []
    for cell in grid.cells(of: places) {
      guard let one = left.kind[cell], let other = right.kind[cell] else { continue }
      note(left, right, &result, cell)
      if let reason = one.missingReason ?? other.missingReason {
        result.kind[cell] = CellKind(reason)
        continue
      }
      let value = operation(left.number[cell], right.number[cell])
      if value.isFinite {
        result.kind[cell] = .figure
        result.number[cell] = value
      } else {
        result.kind[cell] = .notApplicable
        undefined.append(cell)
      }
    }
    return (result, undefined)
  }

  /// What a result takes over from both operands.
  private mutating func note(_ left: Column, _ right: Column, _ result: inout Column, _ cell: Int) {
    result.status[cell] = left.status[cell].weaker(right.status[cell])
    result.isConfidential[cell] = left.isConfidential[cell] || right.isConfidential[cell]
    result.provenance[cell] = book.joined(left.provenance[cell], right.provenance[cell])
    result.set(Coverage.poorer(left.coverage(at: cell), right.coverage(at: cell)), at: cell)
  }

  /// `and` (decisive 0) and `or` (decisive 1): the decisive side settles it, also beside a gap.
  private mutating func joined(
    _ one: Term, _ other: Term, _ codes: [DimensionCode], _ places: Range<Int>, decisive: Double
  ) -> Column? {
    guard let left = column(one, codes, places), let right = column(other, codes, places) else { return nil }
    var result = Column(cells: grid.cellCount)
    for cell in grid.cells(of: places) where left.kind[cell] != nil || right.kind[cell] != nil {
      note(left, right, &result, cell)
      let sides = [left, right].filter { $0.hasNumber(cell) }
      if sides.contains(where: { $0.number[cell] == decisive }) {
        result.kind[cell] = .figure
        result.number[cell] = decisive
      } else if sides.count == 2 {
        result.kind[cell] = .figure
        result.number[cell] = 1 - decisive
      } else {
        result.kind[cell] = CellKind(left.kind[cell]?.missingReason ?? right.kind[cell]?.missingReason ?? .unknown)
      }
    }
    return result
  }
}
