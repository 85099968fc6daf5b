import MilepostModel

/// What is computed of values, and how they compare; nil where the question makes no sense.
extension RuleValue {
  var items: [RuleValue] {
    if case .list(let items) = self { items } else { [self] }
  }

  func combined(_ sign: Expression.Operator, _ other: RuleValue) -> RuleValue? {
    switch (self, other) {
    case (.amount(let one), .amount(let two)):
      switch sign {
      case .add: return .amount(one + two)
      case .subtract: return .amount(one - two)
      case .multiply: return one.times(two).map { .amount($0) }
      case .divide: return one.over(two).map { .amount($0) }
      case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .and, .or: return nil
      }
    case (.days(let one), .days(let two)) where sign == .subtract:
      return .amount(RuleAmount(Double(one.lastDay.dayNumber - two.lastDay.dayNumber)))
    case (.amount, _), (.word, _), (.days, _), (.truth, _), (.list, _): return nil
    }
  }

  /// A year that was written as a number.
  private var asDays: TimePeriod? {
    switch self {
    case .days(let period): return period
    case .amount(let amount):
      let year = amount.value
      return year == year.rounded() && (1...9999).contains(year) ? TimePeriod(year: Int(year)) : nil
    case .word, .truth, .list: return nil
    }
  }

  func compared(_ sign: Expression.Operator, _ other: RuleValue) -> Bool? {
    switch (self, other) {
    case (.amount(let one), .amount(let two)): return RuleValue.compare(one, sign, two)
    case (.days, _), (_, .days):
      guard let one = asDays, let two = other.asDays else { return nil }
      return RuleValue.compare(one, sign, two)
    case (.list(let items), _), (_, .list(let items)):
      let single: RuleValue
      if case .list = self { single = other } else { single = self }
      if case .list(let others) = single { return sign == .equal ? items == others : items != others }
      let isAmong = items.contains { $0.compared(.equal, single) == true }
      return sign == .equal ? isAmong : sign == .notEqual ? !isAmong : nil
    case (.word(let one), .word(let two)):
      return sign == .equal ? one == two : sign == .notEqual ? one != two : nil
    case (.truth(let one), .truth(let two)):
      return sign == .equal ? one == two : sign == .notEqual ? one != two : nil
    // A code or text that looks like a number, beside a number in the rule.
    case (.word(let word), .amount(let amount)), (.amount(let amount), .word(let word)):
      guard let number = Double(word) else { return sign == .notEqual ? true : sign == .equal ? false : nil }
      return RuleValue.compare(RuleAmount(number), sign, RuleAmount(amount.value))
    case (.amount, _), (.word, _), (.truth, _): return nil
    }
  }

  private static func compare(_ one: RuleAmount, _ sign: Expression.Operator, _ two: RuleAmount) -> Bool? {
    switch sign {
    case .equal: one.canEqual(two)
    case .notEqual: one.canDiffer(from: two)
    case .less: one.canBeBelow(two)
    case .lessOrEqual: one.canBeAtMost(two)
    case .greater: two.canBeBelow(one)
    case .greaterOrEqual: two.canBeAtMost(one)
    case .add, .subtract, .multiply, .divide, .and, .or: nil
    }
  }

  /// Periods are compared as far as they can lie: a month is before a day of the same month if its first day is.
  private static func compare(_ one: TimePeriod, _ sign: Expression.Operator, _ two: TimePeriod) -> Bool? {
    switch sign {
    case .equal: one.contains(two) || two.contains(one)
    case .notEqual: !one.contains(two) && !two.contains(one)
    case .less: one.firstDay < two.lastDay
    case .lessOrEqual: one.firstDay <= two.lastDay
    case .greater: two.firstDay < one.lastDay
    case .greaterOrEqual: two.firstDay <= one.lastDay
    case .add, .subtract, .multiply, .divide, .and, .or: nil
    }
  }

  /// Whether all values can be the same: numbers agree in the digits that they have, periods share a day, all else is equal.
  static func canBeOne(_ values: [RuleValue]) -> Bool {
    let periods = values.compactMap { value in
      if case .days(let period) = value { period } else { nil }
    }
    if periods.count == values.count, let first = periods.map(\.firstDay).max(), let last = periods.map(\.lastDay).min()
    {
      return first <= last
    }
    let amounts = values.compactMap { value in
      if case .amount(let amount) = value { amount } else { nil }
    }
    guard amounts.count == values.count else { return Set(values).count <= 1 }
    guard let highest = amounts.max(by: { $0.bounds.lowerBound < $1.bounds.lowerBound }),
      let lowest = amounts.min(by: { $0.bounds.upperBound < $1.bounds.upperBound })
    else { return true }
    // Ranges on a line have a point in common when each two of them have one.
    return highest.canBeAtMost(lowest)
  }
}
