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
  /// The baseline's period, when the plan states one for which there is no value.
  let missingBase: TimePeriod?
  let isBaselineBeforeBreak: Bool

  /// - Returns: nil without points.
  init?(_ condition: Condition, _ yardstick: Yardstick, upToDue points: [JudgedPoint]) {
    let comparable = points.sinceLastBreak
    guard let oldest = comparable.first, let newest = comparable.last else { return nil }
    self.comparable = comparable
    window = comparable.suffix(condition.choice.window.size(of: comparable.count))
    let base = yardstick.baseline.map { TrendPoint($0.period.timeInYears, $0.value) }
    let hasBreak = comparable.startIndex > points.startIndex || oldest.status == .breakInSeries
    let isBeforeBreak = hasBreak && base.map { $0.time < oldest.time } ?? false
    isBaselineBeforeBreak = isBeforeBreak
    let usable = base.flatMap { isBeforeBreak || $0.time >= newest.time ? nil : $0 }
    let missing = yardstick.baseline == nil ? condition.baseline?.period : nil
    missingBase = missing
    let earlier = comparable.dropLast()
    // With the plan's consent the next later year stands in for a missing base year.
    let standIn =
      missing.flatMap { period in
        condition.choice.acceptsOriginalReplacements ? earlier.first { $0.time > period.timeInYears } : nil
      } ?? window.dropLast().first
    start = usable ?? standIn.map { TrendPoint($0.time, $0.value) }
    let isExtra = usable.map { base in !comparable.contains { $0.time == base.time } } ?? false
    pointCount = comparable.count + (isExtra ? 1 : 0)
  }

  func twoPoints(_ yardstick: Yardstick, goal: Double, due: TimePeriod) -> TwoPoints? {
    guard let start, let last = comparable.last else { return nil }
    return TwoPoints(
      base: start, current: TrendPoint(last.time, last.value), targetTime: due.timeInYears, target: goal,
      direction: yardstick.direction)
  }
}
