import Foundation

/// What an expression comes to, as the second opinion reckons.
enum Held {
  case figure(HeldFigure)
  case truth(Bool)
  /// A status, a code or any text of a register.
  case word(String)
  /// No value.
  case gap
}

/// A number with what its digits leave open, its multiplier and whether it is in percent.
struct HeldFigure {
  /// Both are the same where nothing is left open.
  var low: Double
  var high: Double
  /// The number counts in tens to this power: 6 for millions.
  var power = 0
  var measure: Measure = .plain

  enum Measure {
    /// Written in the expression, or a quotient of like things.
    case plain
    case percent
    case other
  }

  init(_ value: Double, power: Int = 0, measure: Measure = .plain) {
    low = value
    high = value
    self.power = power
    self.measure = measure
  }

  init(low: Double, high: Double, measure: Measure) {
    self.low = low
    self.high = high
    self.measure = measure
  }

  /// The number in units, as its shortest decimal has it.
  var inUnits: Decimal? {
    guard low == high, let shortest = Decimal(string: "\(low)", locale: Locale(identifier: "en_US_POSIX")) else {
      return nil
    }
    return shortest * pow(10, power)
  }

  /// The number in whatever power of ten `other` counts; plain numbers take that of what they meet.
  private func brought(to other: HeldFigure) -> HeldFigure {
    guard measure != .plain, other.measure != .plain, power != other.power else { return self }
    var brought = self
    let factor = Foundation.pow(10, Double(power - other.power))
    (brought.low, brought.high, brought.power) = (low * factor, high * factor, other.power)
    return brought
  }

  /// - Returns: nil for a division by zero.
  static func combined(_ sign: String, _ left: HeldFigure, _ right: HeldFigure) -> HeldFigure? {
    var result = left
    switch sign {
    case "+", "-":
      let right = right.brought(to: left)
      let isSum = sign == "+"
      result.low = isSum ? left.low + right.low : left.low - right.high
      result.high = isSum ? left.high + right.high : left.high - right.low
      if left.measure == .plain { (result.power, result.measure) = (right.power, right.measure) }
      return result
    case "*":
      (result.low, result.high) = bounds(
        left.low * right.low, left.low * right.high, left.high * right.low, left.high * right.high)
      result.power = left.power + right.power
      if left.measure == .plain || (left.measure == .percent && right.measure == .other) {
        result.measure = right.measure
      }
      return result
    default:
      guard right.low != 0, right.high != 0 else { return nil }
      (result.low, result.high) = bounds(
        left.low / right.low, left.low / right.high, left.high / right.low, left.high / right.high)
      result.power = left.power - right.power
      if left.measure == right.measure { result.measure = .plain }
      return result
    }
  }

  private static func bounds(_ one: Double, _ two: Double, _ three: Double, _ four: Double) -> (Double, Double) {
    (min(one, two, three, four), max(one, two, three, four))
  }

  /// Whether the comparison can hold within what the digits leave open.
  static func holds(_ sign: String, _ left: HeldFigure, _ right: HeldFigure) -> Bool {
    let right = right.brought(to: left)
    switch sign {
    case "=": return left.low <= right.high && right.low <= left.high
    case "!=": return !holds("=", left, right)
    case "<": return left.low < right.high
    case "<=": return left.low <= right.high
    case ">": return left.high > right.low
    default: return left.high >= right.low
    }
  }
}
