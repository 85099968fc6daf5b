import MilepostModel

/// Pace so far over pace needed, on a straight line.
package enum Pace {
  /// ((c − b)/(t_c − t_b)) / ((T − c)/(t_T − t_c))
  ///
  /// - Precondition: the target is not met, and lies after the last value.
  package static func judge(_ points: TwoPoints) -> MethodAnswer {
    guard points.elapsed > 0, points.remaining > 0 else { return .refused(.tooFewPoints(have: 1, need: 2)) }
    guard let target = points.target else { return .refused(.noTargetValue) }
    guard points.direction.sign * (target - points.current.value) > 0 else { return .refused(.targetNotAhead) }
    let soFar = (points.current.value - points.base.value) / points.elapsed
    let needed = (target - points.current.value) / points.remaining
    let ratio = soFar / needed
    let status: TargetStatus = ratio >= 1 ? .onTrack : ratio >= 0.6 ? .atRisk : ratio > 0 ? .offTrack : .movingAway
    let projected = points.current.value + soFar * points.remaining
    return .result(MethodResult(value: ratio, word: "", status: status, projected: projected))
  }
}
