import MilepostModel

/// An expression over records with its names resolved.
indirect enum RuleTerm: Sendable {
  case number(Double)
  case period(TimePeriod)
  /// A code or word that stands for itself.
  case word(String)
  case truth(Bool)
  case editionDate
  case reportingStart
  case reportingEnd
  case field(RuleField)
  /// What `term` is for the record before.
  case previous(RuleTerm)
  case aggregate(RuleAggregate, RuleTerm?, RuleRange)
  /// `term` over the records of all groups; its number among those of the expression.
  case overall(RuleTerm, Int)
  case function(RuleFunction, RuleTerm)
  case rounded(RuleTerm, decimals: Int)
  case negated(RuleTerm)
  case binary(Expression.Operator, RuleTerm, RuleTerm)

  /// The first field that it looks at.
  var firstField: RuleField? {
    switch self {
    case .field(let field): field
    case .previous(let inner), .overall(let inner, _), .function(_, let inner), .rounded(let inner, _),
      .negated(let inner):
      inner.firstField
    case .aggregate(_, let inner, _): inner?.firstField
    case .binary(_, let left, let right): left.firstField ?? right.firstField
    case .number, .period, .word, .truth, .editionDate, .reportingStart, .reportingEnd: nil
    }
  }

  /// The field that alone decides what it is for a record; nil where there are several, or other records count too.
  var onlyField: RuleField? {
    var fields: [RuleField] = []
    return collect(&fields) && Set(fields).count == 1 ? fields.first : nil
  }

  /// - Returns: false where more than fields and what stands for itself counts.
  private func collect(_ fields: inout [RuleField]) -> Bool {
    switch self {
    case .number, .period, .word, .truth, .editionDate, .reportingStart, .reportingEnd: return true
    case .field(let field):
      fields.append(field)
      return true
    case .rounded(let inner, _), .negated(let inner): return inner.collect(&fields)
    case .function(let function, let inner): return function != .value && inner.collect(&fields)
    case .binary(_, let left, let right): return left.collect(&fields) && right.collect(&fields)
    case .previous, .aggregate, .overall: return false
    }
  }

  /// Whether it is what one cell says, or a day of it.
  var isOneFigure: Bool {
    switch self {
    case .field: true
    case .function(let function, let inner): [.start, .end].contains(function) && inner.isOneFigure
    case .aggregate(.only, let inner?, _): inner.isOneFigure
    case .number, .period, .word, .truth, .editionDate, .reportingStart, .reportingEnd, .previous, .aggregate, .overall,
      .rounded, .negated, .binary:
      false
    }
  }

  /// The parts of a conjunction, each of which must hold by itself.
  var conjuncts: [RuleTerm] {
    if case .binary(.and, let left, let right) = self { return left.conjuncts + right.conjuncts }
    return [self]
  }
}

/// A field by its place in each register of the workspace; nil where a register lacks it or is not meant.
struct RuleField: Hashable, Sendable {
  let name: String
  let places: [Int?]
}

/// Which records of a group an aggregate goes over.
struct RuleRange: Sendable {
  /// Registers of the workspace; nil: those of the rule.
  let registers: Set<Int>?
  let condition: RuleTerm?
}

/// What becomes one value of the records of a group.
enum RuleAggregate: String, CaseIterable, Sendable {
  case only, sum, mean, count, same
  case minimum = "min"
  case maximum = "max"
  case countDistinct = "count-distinct"
  case share
}

/// What becomes one value of another.
enum RuleFunction: String, CaseIterable, Sendable {
  case items, end, start, year, length, stated, number
  case absolute = "abs"
  case value
}

/// A value of an expression over records.
enum RuleValue: Hashable, Sendable {
  case amount(RuleAmount)
  case word(String)
  case days(TimePeriod)
  case truth(Bool)
  case list([RuleValue])

  /// What a cell says, with numbers as exact as they are written, or as they stand.
  init(_ value: FieldValue, isExact: Bool) {
    switch value {
    case .text(let text): self = .word(text)
    case .number(let number):
      self = .amount(isExact ? RuleAmount(number.value) : RuleAmount(number.value, bounds: number.bounds))
    case .date(let date): self = .days(TimePeriod(date: date))
    case .period(let period): self = .days(period)
    case .truth(let truth): self = .truth(truth)
    case .formula(let formula): self = .word(formula.text)
    case .list(let items): self = .list(items.map { RuleValue($0, isExact: isExact) })
    }
  }
}

/// A number with what the digits that it comes from leave open.
struct RuleAmount: Hashable, Sendable {
  let value: Double
  let bounds: ClosedRange<Double>

  init(_ value: Double) {
    self.value = value
    bounds = value...value
  }

  init(_ value: Double, bounds: ClosedRange<Double>) {
    self.value = value
    self.bounds = bounds
  }

  /// - Returns: nil when a result is no number.
  private init?(_ value: Double, _ ends: [Double]) {
    guard value.isFinite, let low = ends.min(), let high = ends.max(), !low.isNaN, !high.isNaN else { return nil }
    self.init(value, bounds: low...high)
  }

  static prefix func - (one: RuleAmount) -> RuleAmount {
    RuleAmount(-one.value, bounds: -one.bounds.upperBound...(-one.bounds.lowerBound))
  }

  static func + (one: RuleAmount, other: RuleAmount) -> RuleAmount {
    RuleAmount(
      one.value + other.value,
      bounds: (one.bounds.lowerBound + other.bounds.lowerBound)...(one.bounds.upperBound + other.bounds.upperBound))
  }

  static func - (one: RuleAmount, other: RuleAmount) -> RuleAmount { one + -other }

  func times(_ other: RuleAmount) -> RuleAmount? {
    let (one, two) = (bounds, other.bounds)
    return RuleAmount(
      value * other.value,
      [
        one.lowerBound * two.lowerBound, one.lowerBound * two.upperBound, one.upperBound * two.lowerBound,
        one.upperBound * two.upperBound,
      ])
  }

  /// - Returns: nil when the divisor may be zero.
  func over(_ other: RuleAmount) -> RuleAmount? {
    let (one, two) = (bounds, other.bounds)
    guard other.value != 0, two.lowerBound > 0 || two.upperBound < 0 else { return nil }
    return RuleAmount(
      value / other.value,
      [
        one.lowerBound / two.lowerBound, one.lowerBound / two.upperBound, one.upperBound / two.lowerBound,
        one.upperBound / two.upperBound,
      ])
  }

  var magnitude: RuleAmount {
    if bounds.lowerBound >= 0 { return self }
    if bounds.upperBound <= 0 { return -self }
    return RuleAmount(abs(value), bounds: 0...max(-bounds.lowerBound, bounds.upperBound))
  }

  /// Half a unit of the last binary digits that sums and quotients may have lost.
  private static func slack(_ one: RuleAmount, _ other: RuleAmount) -> Double {
    1e-9 * max(abs(one.value), abs(other.value), 1e-6)
  }

  func canEqual(_ other: RuleAmount) -> Bool {
    let slack = RuleAmount.slack(self, other)
    return bounds.lowerBound <= other.bounds.upperBound + slack && other.bounds.lowerBound <= bounds.upperBound + slack
  }

  func canBeAtMost(_ other: RuleAmount) -> Bool {
    bounds.lowerBound <= other.bounds.upperBound + RuleAmount.slack(self, other)
  }

  func canBeBelow(_ other: RuleAmount) -> Bool { bounds.lowerBound < other.bounds.upperBound }

  func canDiffer(from other: RuleAmount) -> Bool {
    bounds.lowerBound < bounds.upperBound || other.bounds.lowerBound < other.bounds.upperBound || value != other.value
  }
}
