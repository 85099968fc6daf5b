import MilepostModel

extension WorkingTable {
  /// The value for women over that for men, where both have one.
  func parityPoints(_ measure: Measure, women: [DimensionCode], men: [DimensionCode]) -> [JudgedPoint] {
    let above = judgedPoints(SeriesKey(measure.indicator, measure.area, measure.codes + women))
    let below = judgedPoints(SeriesKey(measure.indicator, measure.area, measure.codes + men))
    return paired(above, below) { women, men in women > 0 && men > 0 ? women / men : nil }
  }
}

/// Points of the periods that two series share; a doubtful side makes the pair doubtful.
func paired(
  _ one: [JudgedPoint], _ other: [JudgedPoint], _ combine: (Double, Double) -> Double?
) -> [JudgedPoint] {
  let partners = Dictionary(other.map { ($0.period, $0) }) { first, _ in first }
  return one.compactMap { point in
    guard let partner = partners[point.period], let value = combine(point.value, partner.value) else { return nil }
    let statuses = [point.status, partner.status]
    let status = [ObservationStatus.breakInSeries, .estimated].first(where: statuses.contains) ?? point.status
    let newest = [point.provenance, partner.provenance].max { $0.received < $1.received } ?? point.provenance
    return JudgedPoint(
      point.period, value, status: status, coverage: nil,
      provenance: Provenance(
        source: newest.source, vintage: newest.vintage, received: newest.received, isComputed: true))
  }
}

extension TargetKind.GapMeasure {
  func points(better: [JudgedPoint], worse: [JudgedPoint], _ wanted: Direction) -> [JudgedPoint] {
    paired(better, worse) { ahead, behind in
      switch self {
      case .difference: return wanted.sign * (ahead - behind)
      case .ratio:
        let (above, below) = wanted == .up ? (ahead, behind) : (behind, ahead)
        return below > 0 && above > 0 ? above / below : nil
      }
    }
  }

  /// What is left of the gap `base` when it has shrunk by `percent`; without a gap, none.
  func goal(_ base: Double, percent: Double) -> Double {
    let none: Double = self == .ratio ? 1 : 0
    return base <= none ? none : none + (base - none) * (1 - percent / 100)
  }
}

extension Assessor {
  /// Both sides then and now, and whether the gap closes because the better side fell.
  func gapNotes(
    _ better: Area.ID, _ ahead: [JudgedPoint], _ behind: [JudgedPoint], _ wanted: Direction, from base: TimePeriod,
    to last: JudgedPoint, _ baseline: PeriodValue?
  ) -> [AssessmentNote] {
    guard let aheadThen = ahead.matching(base), let aheadNow = ahead.matching(last.period),
      let behindThen = behind.matching(base), let behindNow = behind.matching(last.period)
    else { return [] }
    let sides = AssessmentNote.gapSides(
      better: [aheadThen.periodValue, aheadNow.periodValue], worse: [behindThen.periodValue, behindNow.periodValue])
    guard let baseline, last.value < baseline.value, wanted.sign * (aheadNow.value - aheadThen.value) < 0 else {
      return [sides]
    }
    return [sides, .gapClosesByFall(better)]
  }

  /// Counts of women and men behind a share, when the indicator's formula has the counts as its numerator.
  func headcounts(
    _ measure: Measure, _ indicator: Indicator, at period: TimePeriod, _ women: [DimensionCode],
    _ men: [DimensionCode]
  ) -> [AssessmentNote]? {
    guard let formula = indicator.formula, let counted = formula.root.numerator else { return nil }
    let id = Indicator.ID(counted)
    guard plan.indicators[id] != nil else { return nil }
    func count(_ codes: [DimensionCode]) -> Double? {
      table.judgedPoints(SeriesKey(id, measure.area, measure.codes + codes)).last { $0.period == period }?.value
    }
    guard let some = count(women), let others = count(men) else { return nil }
    return [.headcounts(period: period, women: some, men: others)]
  }
}

extension Expression {
  /// The one name in the numerator of a ratio, for example `users` in `100 * users / population` and in
  /// `rate(users, population, 100)`.
  fileprivate var numerator: String? {
    if case .call(let name, let arguments) = node, let first = arguments.first,
      [.ratio, .rate].contains(ExpressionFunction(rawValue: name))
    {
      return first.value.onlyName
    }
    guard case .binary(.divide, let above, _) = node else {
      guard case .binary(.multiply, let one, let other) = node else { return nil }
      return one.numerator ?? other.numerator
    }
    return above.onlyName
  }

  private var onlyName: String? {
    switch node {
    case .name(let name): name
    case .binary(.multiply, let one, let other): one.onlyName ?? other.onlyName
    default: nil
    }
  }
}
