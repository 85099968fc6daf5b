import MilepostModel

/// The points that a trend may use, and where it starts.
struct Trend {
  /// Up to the target's date, since the last break.
  let comparable: ArraySlice<JudgedPoint>
  /// The points of the plan's window.
  let window: ArraySlice<JudgedPoint>
  /// Baseline, or the first point of the window when there is none before now on this side of a break; nil when
  /// there is no earlier point at all.
  let start: TrendPoint?
  /// How many different points there are, a stated baseline among them.
  let pointCount: Int
  /// Why growth has no stated base to be counted from; nil where it has one.
  let baseRefusal: Refusal?
  /// What must be said of the points that take part.
  let notes: [AssessmentNote]

  /// - Returns: nil without points.
  init?(_ condition: Condition, _ yardstick: Yardstick, upToDue judged: [JudgedPoint]) {
    let points = yardstick.chained(judged)
    let sinceBreak = points.sinceLastBreak
    guard let newest = sinceBreak.last, let oldest = sinceBreak.first else { return nil }
    comparable = sinceBreak
    window = comparable.suffix(condition.choice.window.size(of: comparable.count))
    let base = yardstick.baseline.map { stated in
      let chained = condition.baseline?.value == nil ? points.matching(stated.period)?.value : nil
      return TrendPoint(stated.period.timeInYears, chained ?? stated.value)
    }
    let hasBreak = sinceBreak.startIndex > points.startIndex || oldest.status == .breakInSeries
    let isBeforeBreak = hasBreak && base.map { $0.time < oldest.time } ?? false
    let usable = base.flatMap { isBeforeBreak || $0.time >= newest.time ? nil : $0 }
    baseRefusal = Self.refusal(condition, yardstick, usable, isBeforeBreak ? oldest.period : nil)
    let earlier = comparable.dropLast()
    // With the plan's consent the next later year stands in for a missing base year.
    let missing = yardstick.baseline == nil ? condition.baseline?.period : nil
    let standIn =
      missing.flatMap { period in
        condition.choice.acceptsOriginalReplacements ? earlier.first { $0.time > period.timeInYears } : nil
      } ?? window.dropLast().first
    start = usable ?? standIn.map { TrendPoint($0.time, $0.value) }
    let isExtra = usable.map { base in !sinceBreak.contains { $0.time == base.time } } ?? false
    pointCount = comparable.count + (isExtra ? 1 : 0)
    var notes: [AssessmentNote] = isBeforeBreak ? [.baselineBeforeBreak(oldest.period)] : []
    if points != judged { notes.append(.onlyAreasThatAnsweredTwice) }
    self.notes = notes
  }

  private static func refusal(
    _ condition: Condition, _ yardstick: Yardstick, _ usable: TrendPoint?, _ brokenAt: TimePeriod?
  ) -> Refusal? {
    guard usable == nil else { return nil }
    if let brokenAt { return .baseBeforeBreak(brokenAt) }
    guard let stated = condition.baseline else { return .noBaseline }
    return yardstick.baseline == nil ? .baseYearMissing(stated.period) : .lessThanOneYear
  }

  func twoPoints(_ yardstick: Yardstick, goal: Double, due: TimePeriod) -> TwoPoints? {
    guard let start, let last = comparable.last else { return nil }
    return TwoPoints(
      base: start, current: TrendPoint(last.time, last.value), targetTime: due.timeInYears, target: goal,
      direction: yardstick.direction)
  }
}
