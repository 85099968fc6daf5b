import MilepostModel

#if canImport(Glibc)
  import Glibc
#endif

/// Growth so far over growth needed.
///
/// Source: Eurostat, "Sustainable development in the European Union", monitoring method, as coded by EUSTAT.
package enum Eurostat {
  package enum Word: String, Hashable, Sendable {
    case significant = "significant-progress"
    case moderate = "moderate-progress"
    case insufficient = "insufficient-progress"
    case movingAway = "moving-away"
    case moderateAway = "moderate-movement-away"
    case significantAway = "significant-movement-away"
  }

  package static func judge(_ points: TwoPoints) -> MethodAnswer {
    guard points.elapsed > 0 else { return .refused(.tooFewPoints(have: 1, need: 2)) }
    guard points.base.value != 0 else { return .refused(.baseNotPositive(0)) }
    guard let observed = compoundGrowth(from: points.base.value, to: points.current.value, years: points.elapsed)
    else { return .refused(.powerNotReal) }
    guard let target = points.target else { return withoutTarget(points.direction.sign * observed) }
    guard points.direction.sign * (target - points.base.value) > 0 else { return .refused(.targetNotAhead) }
    let years = points.targetTime - points.base.time
    guard let needed = compoundGrowth(from: points.base.value, to: target, years: years), needed != 0 else {
      return .refused(.powerNotReal)
    }
    let ratio = observed / needed
    let (word, status): (Word, TargetStatus) =
      ratio >= 0.95
      ? (.significant, .onTrack)
      : ratio >= 0.6 ? (.moderate, .atRisk) : ratio >= 0 ? (.insufficient, .offTrack) : (.movingAway, .movingAway)
    let projected = points.current.value * pow(1 + observed, points.remaining)
    return .result(MethodResult(value: ratio, word: word.rawValue, status: status, projected: projected))
  }

  private static func withoutTarget(_ rate: Double) -> MethodAnswer {
    let word: Word =
      rate > 0.01 ? .significant : rate > 0 ? .moderate : rate > -0.01 ? .moderateAway : .significantAway
    return .result(MethodResult(value: rate, word: word.rawValue, status: nil))
  }
}
