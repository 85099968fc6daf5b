extension Assessment {
  /// The value that a straight line from the baseline to the goal has at `period`; nil without a baseline or a value to
  /// reach.
  ///
  /// v(t) = b + (g − b) · (t − t₀) / (t₁ − t₀), clamped to t₀ … t₁.
  package func expectedValue(at period: TimePeriod) -> Double? {
    guard let baseline, let goalValue else { return nil }
    let length = due.timeInYears - baseline.period.timeInYears
    guard length > 0 else { return nil }
    let share = (period.timeInYears - baseline.period.timeInYears) / length
    return baseline.value + (goalValue - baseline.value) * min(max(share, 0), 1)
  }

  /// What each year from now to the target's date must show to arrive on a straight line; empty when nothing is
  /// needed or known.
  package var requiredValues: [PeriodValue] {
    guard let current, let paceNeeded, let goalValue, status != .achieved, status != .missed else { return [] }
    var steps: [PeriodValue] = []
    for year in (current.period.lastDay.year + 1)...max(due.lastDay.year, current.period.lastDay.year + 1) {
      let period = TimePeriod(year: year)
      let isLast = year >= due.lastDay.year
      let years = period.timeInYears - current.period.timeInYears
      steps.append(
        isLast ? PeriodValue(due, goalValue) : PeriodValue(period, current.value + paceNeeded * years))
    }
    return steps
  }
}
