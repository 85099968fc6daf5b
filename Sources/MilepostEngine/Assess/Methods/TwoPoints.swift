package import MilepostModel

/// Base, last value and target, as methods see them that look at two points only.
package struct TwoPoints: Hashable, Sendable {
  package let base: TrendPoint
  package let current: TrendPoint
  /// The target's date on the axis of years.
  package let targetTime: Double
  /// nil: a direction and no value.
  package let target: Double?
  package let direction: Direction

  package init(base: TrendPoint, current: TrendPoint, targetTime: Double, target: Double?, direction: Direction) {
    self.base = base
    self.current = current
    self.targetTime = targetTime
    self.target = target
    self.direction = direction
  }

  /// t_c − t_b
  var elapsed: Double { current.time - base.time }
  /// t_T − t_c
  var remaining: Double { targetTime - current.time }

  /// Whether the last value meets the target.
  var isMet: Bool {
    guard let target else { return false }
    return direction.sign * (current.value - target) >= 0
  }
}

/// What a method makes of the numbers.
package struct MethodResult: Hashable, Sendable {
  /// The method's own measure: a ratio, an index or a rate; nil where it decides without one.
  package let value: Double?
  /// The method's own word; empty when it has none.
  package let word: String
  /// nil when the method says nothing of meeting the target.
  package let status: TargetStatus?
  /// Expected at the target's date; nil when the method projects nothing.
  package let projected: Double?

  package init(value: Double?, word: String, status: TargetStatus?, projected: Double? = nil) {
    self.value = value
    self.word = word
    self.status = status
    self.projected = projected
  }

  var isFinite: Bool { [value, projected].compactMap(\.self).allSatisfy(\.isFinite) }
}

/// A result, or the reason why there is none.
package enum MethodAnswer: Hashable, Sendable {
  case result(MethodResult)
  case refused(Refusal)
}
