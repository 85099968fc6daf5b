import MilepostModel

/// Checks of targets that need no data, in running order.
package let assessmentRules: [Rule] = [
  Rule("MP0601", check: targetsDueBeforeBaseline),
  Rule("MP0602", "MP0603", check: milestonesOffTheWay),
  Rule("MP0604", check: targetsOutsideLimits),
  Rule("MP0605", "MP0606", check: measuresWithoutDirection),
  Rule("MP0607", check: expiredOverrides),
  Rule("MP0609", check: logisticWithoutLimits),
  Rule("MP0632", check: ceilingsOfWhatShouldRise),
  Rule("MP0633", "MP0638", check: amountsOfTargets),
  Rule("MP0636", check: yesNoTargets),
  Rule("MP0637", check: targetsOverAreas),
  Rule("MP0639", check: compoundTargets),
]

extension ResolvedPlan {
  /// The targets in the order in which they were written, with the place of a field.
  func forEachTarget(_ body: (Target, _ place: @escaping (String) -> SourcePosition) -> Void) {
    for (index, target) in draft.plan.targets.enumerated() {
      body(target) { draft.places[.target, index, $0] }
    }
  }
}

extension Target {
  /// Which way is better for the judged quantity; nil when nobody has said.
  func judgedDirection(_ plan: ResolvedPlan) -> Direction? {
    switch kind {
    case .ceiling, .gapReduction: .down
    case .shareOfAreas, .allAreas, .yesNo, .parity, .compound: .up
    case .level, .relative, .change, .directional, .perception, .compositeIndex:
      direction ?? measure.flatMap { plan.indicators[$0.indicator]?.direction }
    }
  }
}
