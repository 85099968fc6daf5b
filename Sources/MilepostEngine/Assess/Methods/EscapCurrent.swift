import MilepostModel

/// The current status index of the UN regional commissions: how much of the way is done, 10 at the target.
///
/// Source: UN regional commissions, current status index. It tells where an indicator stands, not whether it will arrive,
/// so it has no status.
package enum EscapCurrent {
  /// 10 d (c − b)/|T − b|
  package static func level(_ points: TwoPoints) -> MethodAnswer {
    guard let target = points.target else { return .refused(.noTargetValue) }
    let way = abs(target - points.base.value)
    guard way > 0 else { return .refused(.targetNotAhead) }
    let index = 10 * points.direction.sign * (points.current.value - points.base.value) / way
    return .result(MethodResult(value: index, word: "", status: nil))
  }

  /// 10 − 10 |T − c|/|T − b|, for parity scores.
  package static func parity(_ points: TwoPoints) -> MethodAnswer {
    guard let target = points.target else { return .refused(.noTargetValue) }
    let way = abs(target - points.base.value)
    guard way > 0 else { return .refused(.targetNotAhead) }
    return .result(MethodResult(value: 10 - 10 * abs(target - points.current.value) / way, word: "", status: nil))
  }
}
