import MilepostLanguage
import MilepostModel

/// A target as a road: start post the baseline, end post the target, dot now, short tick where it should be today, fan the
/// projection.
///
/// What has no way from a baseline to a target is drawn on an axis of values instead: a limit that must not be passed, a
/// target that the baseline already meets, and a target without a baseline.
struct Road: Sendable {
  /// Where the values of a target lie.
  enum Ground: Hashable, Sendable {
    /// From the baseline to the target.
    case way
    /// On an axis, with the target as a post at its place.
    case axis(wanted: Direction)
    /// Only the post, because there is nothing else to draw.
    case lonePost
    /// Nothing, because there is no value to reach.
    case none
  }

  /// Beyond these places a drawing ends with a mark that it goes on.
  static let ends = 16.0...304.0

  let assessed: AssessedTarget
  let ground: Ground
  let scale: LinearScale

  var assessment: Assessment { assessed.assessment }

  init(assessed: AssessedTarget) {
    self.assessed = assessed
    let assessment = assessed.assessment
    let goal = assessed.goalValue
    let baseline = assessment.baseline?.value
    let current = assessment.current?.value
    if goal == nil || assessed.style.scale == .yesNo {
      ground = .none
    } else if baseline == nil && current == nil {
      ground = .lonePost
    } else if baseline == nil || assessed.startsWhereItShouldEnd {
      ground = .axis(wanted: assessed.wantedDirection ?? .up)
    } else {
      ground = .way
    }
    let bounds = [baseline, current, goal, assessment.projection?.low, assessment.projection?.high]
    if case .axis = ground {
      let values = bounds.compactMap(\.self) + (baseline == nil ? [0] : [])
      let low = values.min() ?? 0
      let high = max(values.max() ?? 1, low + 1e-9)
      let room = low >= 0 && baseline == nil ? 0 : 0.2 * (high - low)
      scale = LinearScale(domain: (low - room)...(high + room / 2), start: 16, end: 290)
    } else {
      let start = baseline ?? 0
      let end = goal ?? 1
      // A scale may run downwards: lower values lie further on the way when less is wanted.
      scale = LinearScale(
        domain: min(start, end)...max(start, end), start: start <= end ? 34 : 272, end: start <= end ? 272 : 34)
    }
  }

  /// The place of a value, kept on the road, and whether it lies beyond.
  func place(_ value: Double, within room: ClosedRange<Double> = Road.ends) -> (x: Double, goesOn: Bool) {
    let x = scale(value)
    return (min(max(x, room.lowerBound), room.upperBound), !room.contains(x))
  }

  /// What the drawing shows, in words.
  var description: String {
    let phrases = assessed.phrases
    var parts: [String] = []
    if let baseline = assessment.baseline, assessment.goalValue != nil {
      parts.append(
        phrases(
          .roadFrom,
          ["value": assessed.style.value(baseline.value), "period": assessed.period(baseline.period)]))
    } else {
      parts.append(phrases(.roadNoStart))
    }
    if let goal = assessed.goalText {
      parts.append(phrases(assessed.isCeiling ? .roadAtMost : .roadTo, ["value": goal, "period": assessed.dueText]))
    } else {
      parts.append(phrases(.roadNoEnd))
    }
    if let current = assessment.current, let value = assessed.currentText {
      parts.append(phrases(.roadNow, ["value": value, "period": assessed.period(current.period)]))
      if let expected = assessed.expected {
        parts.append(phrases(.roadExpected, ["value": assessed.style.value(expected.value)]))
      }
    }
    if let projection = assessment.projection, let low = projection.low, let high = projection.high {
      parts.append(
        phrases(
          .roadProjected, ["low": assessed.style.value(low), "high": assessed.style.value(high)]))
    }
    return parts.joined(separator: "; ")
  }

  /// Why there is no road.
  var note: String? {
    if assessed.style.scale == .yesNo { return assessed.phrases(.roadYesNo) }
    switch ground {
    case .none: return assessed.phrases(.roadNoEnd)
    case .lonePost: return assessed.phrases(.roadNoStart)
    case .axis: return assessment.baseline == nil ? assessed.phrases(.roadFromZero) : nil
    case .way: return nil
    }
  }
}

extension AssessedTarget {
  /// Which way is better for what is judged.
  var wantedDirection: Direction? {
    switch kind {
    case .ceiling, .gapReduction: .down
    case .shareOfAreas, .allAreas, .yesNo, .parity, .compound: .up
    case .level, .relative, .change, .directional, .perception, .compositeIndex:
      target.direction ?? measure.flatMap { release.plan.indicator($0.indicator)?.direction }
    }
  }

  var isCeiling: Bool {
    if case .ceiling = kind { return true }
    return false
  }

  /// Whether there is no way to go from the baseline: a limit that must not be passed, or a target met from the start.
  var startsWhereItShouldEnd: Bool {
    guard let start = assessment.baseline?.value, let goal = goalValue else { return false }
    return isCeiling || (wantedDirection ?? .up).sign * (goal - start) <= 0
  }

  /// The value on the straight line from baseline to target for the period of the current value; nil once the value at
  /// the target's date decides, and where there is no such way.
  var expected: PeriodValue? {
    guard !isVerdict, !startsWhereItShouldEnd, let current = assessment.current else { return nil }
    return assessment.expectedValue(at: current.period).map { PeriodValue(current.period, $0) }
  }
}
