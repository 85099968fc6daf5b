import MilepostModel

extension Assessor {
  /// What a condition looks at; nil when its indicator is not in the plan, which `resolve` has reported.
  func yardstick(_ condition: Condition, _ measure: Measure) -> Yardstick? {
    guard let indicator = plan.indicators[measure.indicator] else { return nil }
    switch condition.kind {
    case .level(let goal), .compositeIndex(let goal):
      return plain(condition, measure, indicator) { _, _ in goal }
    case .perception(let goal):
      return plain(condition, measure, indicator) { _, _ in goal }
    case .ceiling(let goal):
      return plain(condition, measure, indicator, direction: .down) { _, _ in goal }
    case .relative(let percent, let reading):
      return plain(condition, measure, indicator) { base, direction in
        base.map { Self.relativeGoal($0, percent: percent, reading, direction) }
      }
    case .change(let points):
      return plain(condition, measure, indicator) { base, direction in base.map { $0 + direction.sign * points } }
    case .directional:
      return plain(condition, measure, indicator) { _, _ in nil }
    case .yesNo:
      var yardstick = plain(condition, measure, indicator, direction: .up) { _, _ in 1 }
      yardstick.isYesNo = true
      return yardstick
    case .shareOfAreas(let comparison, let threshold, let percent):
      return areas(condition, measure, indicator, goal: percent, threshold: threshold) {
        comparison.holds($0, threshold)
      }
    case .allAreas:
      return areas(condition, measure, indicator, goal: 100, threshold: nil) { $0 == 1 }
    case .parity(let women, let men):
      return parity(condition, measure, indicator, women: women, men: men)
    case .gapReduction(let better, let worse, let gap, let percent):
      return self.gap(condition, measure, indicator, better: better, worse: worse, gap, percent: percent)
    case .compound:
      return nil
    }
  }

  static func relativeGoal(
    _ base: Double, percent: Double, _ reading: TargetKind.RelativeReading, _ direction: Direction
  ) -> Double {
    let share = percent / 100
    switch (direction, reading) {
    case (.up, _): return base * (1 + share)
    case (.down, .timesOnePlusOrMinus): return base * (1 - share)
    case (.down, .dividedByOnePlus): return base / (1 + share)
    }
  }

  /// The series of the measure itself.
  private func plain(
    _ condition: Condition, _ measure: Measure, _ indicator: Indicator, direction fixed: Direction? = nil,
    goal: (_ base: Double?, Direction) -> Double?
  ) -> Yardstick {
    // A target without any direction has been reported; upwards keeps the other findings coming.
    let direction = fixed ?? condition.direction ?? indicator.direction ?? .up
    var yardstick = Yardstick(
      direction: direction, maximumAge: indicator.maximumAge, scale: indicator.driftScale,
      shareLimits: indicator.unit.isPercent || indicator.unit == .ratio ? indicator.limits : .none,
      isPercent: indicator.unit.isPercent, isRateOrGap: indicator.isRateOrGap,
      family: .indicator(indicator.id, measure.key.codes))
    yardstick.limits = indicator.limits
    yardstick.points = table.judgedPoints(measure.key)
    yardstick.matchedSums = matchedSums(measure, yardstick.points)
    if indicator.nature == .flow, condition.kind != .directional {
      let parts = yardstick.points
      yardstick.points = parts.summed(toPeriodsLike: condition.due)
      // The indicator's other series are in parts, on which nothing is learnt about whole periods.
      if yardstick.points != parts { yardstick.family = nil }
    }
    yardstick.baseline = baseline(condition, yardstick.points)
    yardstick.goal = goal(yardstick.baseline?.value, direction).flatMap(\.ifFinite)
    return yardstick
  }

  func baseline(_ condition: Condition, _ points: [JudgedPoint]) -> PeriodValue? {
    guard let stated = condition.baseline else { return nil }
    if let value = stated.value { return PeriodValue(stated.period, value) }
    return points.matching(stated.period)?.periodValue
  }

  private func areas(
    _ condition: Condition, _ measure: Measure, _ indicator: Indicator, goal: Double, threshold: Double?,
    holds: (Double) -> Bool
  ) -> Yardstick {
    let percent = Indicator.Limits(lower: 0, upper: 100)
    var yardstick = Yardstick(
      direction: .up, goal: goal, maximumAge: indicator.maximumAge, scale: .logit(lower: 0, upper: 100),
      shareLimits: percent, isPercent: true, isRateOrGap: false, family: nil)
    yardstick.limits = percent
    (yardstick.points, yardstick.tallies) = tally(measure, threshold: threshold, holds: holds)
    yardstick.baseline = baseline(condition, yardstick.points)
    return yardstick
  }

  private func parity(
    _ condition: Condition, _ measure: Measure, _ indicator: Indicator, women: [DimensionCode], men: [DimensionCode]
  ) -> Yardstick {
    let points = table.parityPoints(measure, women: women, men: men)
    let isAbove = points.last.map { $0.value > 1 } ?? false
    let range = Yardstick.parityRange
    var yardstick = Yardstick(
      direction: isAbove ? .down : .up, goal: isAbove ? range.upperBound : range.lowerBound,
      maximumAge: indicator.maximumAge, scale: .distanceFromParity, shareLimits: .none, isPercent: false,
      isRateOrGap: true, family: .parity(indicator.id, women: women, men: men))
    yardstick.isParity = true
    yardstick.points = points
    yardstick.baseline = baseline(condition, points)
    yardstick.notes = points.last.flatMap { headcounts(measure, indicator, at: $0.period, women, men) } ?? []
    return yardstick
  }

  private func gap(
    _ condition: Condition, _ measure: Measure, _ indicator: Indicator, better: Area.ID, worse: Area.ID,
    _ gap: TargetKind.GapMeasure, percent: Double
  ) -> Yardstick {
    let wanted = condition.direction ?? indicator.direction ?? .up
    let ahead = table.judgedPoints(SeriesKey(indicator.id, better, measure.codes))
    let behind = table.judgedPoints(SeriesKey(indicator.id, worse, measure.codes))
    var yardstick = Yardstick(
      direction: .down, maximumAge: indicator.maximumAge, scale: gap == .ratio ? .logarithm : .value,
      shareLimits: .none, isPercent: false, isRateOrGap: true, family: nil)
    yardstick.points = gap.points(better: ahead, worse: behind, wanted)
    yardstick.baseline = baseline(condition, yardstick.points)
    yardstick.goal = yardstick.baseline.map { gap.goal($0.value, percent: percent) }
    if let base = condition.baseline?.period, let last = yardstick.points.last {
      yardstick.notes = gapNotes(better, ahead, behind, wanted, from: base, to: last, yardstick.baseline)
    }
    return yardstick
  }
}

extension Indicator {
  /// Logit between stated limits, logarithm of what cannot be negative or is money, else the value itself.
  var driftScale: TrendScale {
    if let lower = limits.lower, let upper = limits.upper { return .logit(lower: lower, upper: upper) }
    if let lower = limits.lower, lower >= 0 { return .logarithm }
    return unit.currency != nil && limits.lower == nil ? .logarithm : .value
  }

  /// Whether the values are rates of growth or gaps by unit or formula.
  var isRateOrGap: Bool {
    if unit.measure == UnitOfMeasure.percentagePoints.measure { return true }
    guard let formula, case .call(let name, _) = formula.root.node else { return false }
    return [.growth, .gap, .gapRatio, .difference, .parity].contains(ExpressionFunction(rawValue: name))
  }
}
