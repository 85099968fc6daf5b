import MilepostModel

/// A target, or a part of a compound one, with its place in the plan.
struct TargetCondition {
  let target: Target
  let kind: TargetKind
  let measure: Measure?
  let indicator: Indicator?
  /// What target or indicator say is better; a part has no direction of its own.
  let direction: Direction?
  /// The place of one of its keys.
  let place: (String) -> SourcePosition
}

extension ResolvedPlan {
  /// Everything that is judged by itself, in the order in which it was written: compound targets by their parts.
  func forEachCondition(_ body: (TargetCondition) -> Void) {
    forEachTarget { target, place in
      guard case .compound(let parts) = target.kind else {
        body(condition(target, target.kind, target.measure, direction: target.direction, place))
        return
      }
      for (number, part) in parts.enumerated() {
        body(condition(target, part.kind, part.measure, direction: nil) { place("parts.\(number).\($0)") })
      }
    }
  }

  private func condition(
    _ target: Target, _ kind: TargetKind, _ measure: Measure?, direction: Direction?,
    _ place: @escaping (String) -> SourcePosition
  ) -> TargetCondition {
    let indicator = measure.flatMap { indicators[$0.indicator] }
    return TargetCondition(
      target: target, kind: kind, measure: measure, indicator: indicator,
      direction: direction ?? indicator?.direction, place: place)
  }
}
