import MilepostModel

extension RuleTerm {
  /// Whether it makes one number of many records.
  var isTally: Bool {
    switch self {
    case .aggregate(let aggregate, _, _): aggregate != .same
    case .number: true
    case .rounded(let inner, _), .negated(let inner), .function(.absolute, let inner): inner.isTally
    case .binary(.add, let left, let right), .binary(.subtract, let left, let right),
      .binary(.multiply, let left, let right), .binary(.divide, let left, let right):
      left.isTally && right.isTally
    case .period, .word, .truth, .editionDate, .reportingStart, .reportingEnd, .field, .previous, .overall, .function,
      .binary:
      false
    }
  }

  /// The unit of a sum, a mean, or a least or greatest value of one field; nil where it is of another kind.
  func unit(in register: Register) -> UnitOfMeasure? {
    guard case .aggregate(let aggregate, .field(let field)?, _) = self,
      let place = field.places.compactMap(\.self).first
    else {
      if case .aggregate(.share, _, _) = self { return .percent }
      return nil
    }
    switch aggregate {
    case .sum, .mean, .minimum, .maximum, .only: return register.fields[place].kind.unit
    case .count, .same, .countDistinct, .share: return nil
    }
  }
}
