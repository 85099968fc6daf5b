import MilepostModel

#if canImport(Glibc)
  import Glibc
#endif

/// The progress chart of the UN Statistics Division.
///
/// Source: technical note of 2023 as EUSTAT restates it. The last growth rate is carried on: e = c(1 + r)^h, and
/// q = (e − b)/(T − b) is the share of the way that will be done.
package enum UNSD2023 {
  package enum Word: String, Hashable, Sendable {
    case onTrack = "on-track-or-met"
    case fair = "fair-progress"
    case stagnation = "stagnation-or-regression"
  }

  /// The year that counts when none is stated.
  package static let defaultTargetYear = 2030.0

  /// - Parameter isShare: whether the values are percentages, so that one point from 0 or 100 counts as met.
  package static func judge(_ points: TwoPoints, isShare: Bool) -> MethodAnswer {
    guard points.elapsed > 0 else { return .refused(.tooFewPoints(have: 1, need: 2)) }
    if let target = points.target, points.isMet || isShare && isAsGoodAsMet(points.current.value, target) {
      return .result(MethodResult(value: nil, word: Word.onTrack.rawValue, status: .onTrack))
    }
    guard points.base.value != 0 else { return .refused(.baseNotPositive(0)) }
    guard let rate = compoundGrowth(from: points.base.value, to: points.current.value, years: points.elapsed) else {
      return .refused(.powerNotReal)
    }
    guard let target = points.target else { return withoutTarget(points.direction.sign * rate) }
    guard points.direction.sign * (target - points.base.value) > 0 else { return .refused(.targetNotAhead) }
    let expected = points.current.value * pow(1 + rate, points.remaining)
    guard expected.isFinite else { return .refused(.powerNotReal) }
    let share = (expected - points.base.value) / (target - points.base.value)
    let word: Word = share >= 0.95 ? .onTrack : share >= 0.1 ? .fair : .stagnation
    let status: TargetStatus =
      switch word {
      case .onTrack: .onTrack
      case .fair: .atRisk
      case .stagnation: share < 0 ? .movingAway : .offTrack
      }
    return .result(MethodResult(value: share, word: word.rawValue, status: status, projected: expected))
  }

  private static func isAsGoodAsMet(_ value: Double, _ target: Double) -> Bool {
    (target == 0 || target == 100) && abs(value - target) <= 1
  }

  private static func withoutTarget(_ rate: Double) -> MethodAnswer {
    let word: Word = rate >= 0.02 ? .onTrack : rate >= 0.005 ? .fair : .stagnation
    return .result(MethodResult(value: rate, word: word.rawValue, status: nil))
  }
}
