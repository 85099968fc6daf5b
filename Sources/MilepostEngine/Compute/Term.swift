import MilepostModel

/// An expression whose names, units and arguments were checked.
indirect enum Term: Sendable {
  case number(Double)
  case series(SeriesReference)
  case negated(Term)
  case absolute(Term)
  case arithmetic(Arithmetic, Term, Term, SourcePosition)
  /// Percent by which the first is above the second.
  case growth(Term, from: Term, SourcePosition)
  case extreme(Extreme, Term, Term)
  case comparison(Comparison, Term, Term)
  case both(Term, Term)
  case either(Term, Term)
  case overMembers(MemberFunction)

  enum Arithmetic: Sendable { case add, subtract, multiply, divide }

  enum Extreme: Sendable { case minimum, maximum }

  enum Comparison: Sendable {
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual

    func holds(_ one: Double, _ other: Double) -> Bool {
      switch self {
      case .equal: one == other
      case .notEqual: one != other
      case .less: one < other
      case .lessOrEqual: one <= other
      case .greater: one > other
      case .greaterOrEqual: one >= other
      }
    }
  }
}

/// Values of an indicator, seen from the area and period that a formula is evaluated for.
struct SeriesReference: Sendable {
  enum Period: Sendable, Hashable {
    /// So many steps before the current period.
    case current(stepsBack: Int)
    case fixed(TimePeriod)
  }

  let indicator: Indicator.ID
  /// nil: the current area.
  let area: Area.ID?
  let period: Period
  /// Replace those of the current codes; `_T` takes a dimension away.
  let codes: [DimensionCode]
}

/// A function over the areas of a group.
struct MemberFunction: Sendable {
  enum Method: Sendable { case weightedMean, sum, mean, median, count, share, ratio(factor: Double, ofRate: Bool) }

  let method: Method
  /// Evaluated for each area; a condition for `count` and `share`.
  let value: Term
  /// The weight of `weightedMean`, the denominator of `ratio`.
  let weight: Term?
  /// nil: the current group.
  let group: Area.ID?
  let position: SourcePosition
}

extension Term {
  /// Every series that the term looks at, with whether it does so for each area of a group.
  var references: [(reference: SeriesReference, isForMembers: Bool)] {
    var found: [(SeriesReference, Bool)] = []
    collect(into: &found, isForMembers: false)
    return found
  }

  private func collect(into found: inout [(SeriesReference, Bool)], isForMembers: Bool) {
    switch self {
    case .number: break
    case .series(let reference): found.append((reference, isForMembers))
    case .negated(let inner), .absolute(let inner): inner.collect(into: &found, isForMembers: isForMembers)
    case .arithmetic(_, let one, let two, _), .growth(let one, from: let two, _), .extreme(_, let one, let two),
      .comparison(_, let one, let two), .both(let one, let two), .either(let one, let two):
      one.collect(into: &found, isForMembers: isForMembers)
      two.collect(into: &found, isForMembers: isForMembers)
    case .overMembers(let function):
      function.value.collect(into: &found, isForMembers: true)
      function.weight?.collect(into: &found, isForMembers: true)
    }
  }
}

extension Term {
  /// Whether its value can differ between areas.
  var looksAtCurrentArea: Bool {
    switch self {
    case .number: false
    case .series(let reference): reference.area == nil
    case .negated(let inner), .absolute(let inner): inner.looksAtCurrentArea
    case .arithmetic(_, let one, let two, _), .growth(let one, from: let two, _), .extreme(_, let one, let two),
      .comparison(_, let one, let two), .both(let one, let two), .either(let one, let two):
      one.looksAtCurrentArea || two.looksAtCurrentArea
    case .overMembers(let function): function.group == nil
    }
  }

  /// Whether it has a function over the areas of the current group that says nothing of a single area.
  var needsGroup: Bool {
    switch self {
    case .number, .series: return false
    case .negated(let inner), .absolute(let inner): return inner.needsGroup
    case .arithmetic(_, let one, let two, _), .growth(let one, from: let two, _), .extreme(_, let one, let two),
      .comparison(_, let one, let two), .both(let one, let two), .either(let one, let two):
      return one.needsGroup || two.needsGroup
    case .overMembers(let function):
      if case .ratio = function.method { return false }
      return function.group == nil
    }
  }
}
