import MilepostModel

/// One thing to be judged: a target, or a part of a compound one.
struct Condition {
  let target: Target.ID
  let kind: TargetKind
  let measure: Measure?
  let baseline: Baseline?
  /// The target's own; nil: the indicator's.
  let direction: Direction?
  let due: TimePeriod
  let milestones: [Milestone]
  let isSustained: Bool
  let choice: MethodChoice

  init(_ target: Target, default choice: MethodChoice) {
    self.target = target.id
    kind = target.kind
    measure = target.measure
    baseline = target.baseline
    direction = target.direction
    due = target.due
    milestones = target.milestones
    isSustained = target.isSustained
    self.choice = target.method ?? choice
  }

  /// A part takes date, method and "sustain" from its target; its direction is its indicator's, because parts may run
  /// opposite ways.
  init(_ part: TargetPart, of whole: Condition) {
    target = whole.target
    kind = part.kind
    measure = part.measure
    baseline = part.baseline
    direction = nil
    due = whole.due
    milestones = []
    isSustained = whole.isSustained
    choice = whole.choice
  }
}

/// Series that a projection method can be tried on, to see how wide its intervals should have been.
enum CalibrationFamily: Hashable {
  /// Every area and group of an indicator, with the same codes.
  case indicator(Indicator.ID, [DimensionCode])
  /// The parity score of every area and group.
  case parity(Indicator.ID, women: [DimensionCode], men: [DimensionCode])
}

/// What is judged: a series with its direction, the value aimed at, and what methods must know of its nature.
struct Yardstick {
  /// Sorted, no time twice; forecasts and imputations are not in it.
  var points: [JudgedPoint] = []
  let direction: Direction
  /// As stated, or the series' value for its period.
  var baseline: PeriodValue?
  /// nil: a direction and no value.
  var goal: Double?
  /// Years before the edition after which a value is too old.
  let maximumAge: Int
  /// The scale of the drift.
  let scale: TrendScale
  /// Natural limits of a share; methods of compound growth say nothing near them.
  let shareLimits: Indicator.Limits
  let isPercent: Bool
  /// A growth rate, gap or parity score, whose growth says nothing.
  let isRateOrGap: Bool
  /// nil: nothing to calibrate on.
  var family: CalibrationFamily?
  /// For shares of areas, in the order of `points`.
  var tallies: [AreaTally] = []
  var notes: [AssessmentNote] = []
  var isParity = false
  var isYesNo = false
  /// nil where the values can be compared as they are.
  var matchedSums: MatchedSums?
  /// What the judged quantity can be at all.
  var limits: Indicator.Limits = .none

  static let parityRange = 0.98...1.02

  func isMet(_ value: Double) -> Bool {
    if isParity { return Self.parityRange.contains(value) }
    guard let goal else { return false }
    return direction.sign * (value - goal) >= 0
  }

  /// The value, or the limit beyond which nothing is possible; a trend towards parity ends there.
  func possible(_ value: Double) -> Double {
    if isParity, let last = points.last?.value { return last < 1 ? min(1, value) : max(1, value) }
    return min(max(value, limits.lower ?? value), limits.upper ?? value)
  }

  /// The points as a trend sees them: shares of areas, and sums in which members are missing, are chained back over
  /// members that have a value both times.
  ///
  /// - Parameter points: the first of `points` of the yardstick, up to any.
  func chained(_ points: [JudgedPoint]) -> [JudgedPoint] {
    if let matchedSums { return matchedSums.chained(points) }
    guard !tallies.isEmpty, let last = points.last else { return points }
    var values = [last.value]
    for index in points.indices.dropLast().reversed() {
      values.append(min(100, max(0, values[values.count - 1] - tallies[index].change(to: tallies[index + 1]))))
    }
    return zip(points, values.reversed()).map { $0.with($1) }
  }
}
