/// How much stands behind a status.
package enum Evidence: String, Sendable, Hashable {
  case normal
  /// Fewer than five points.
  case low
}

/// A value in a period.
package struct PeriodValue: Hashable, Sendable {
  package let period: TimePeriod
  package let value: Double

  package init(_ period: TimePeriod, _ value: Double) {
    self.period = period
    self.value = value
  }
}

/// Why a method gives no answer.
package enum Refusal: Hashable, Sendable {
  case tooFewPoints(have: Int, need: Int)
  case baseNotPositive(Double)
  case signChange
  case targetIsZero
  /// The indicator is itself a growth rate or a gap, so a growth rate of it says nothing.
  case indicatorIsRateOrGap
  /// A share within 5 points of a natural limit.
  case nearLimit(value: Double, limit: Double)
  /// A value on which the transform is not defined: 0 on the logarithm, 0 or the limit on the logit.
  case transformUndefined(value: Double)
  case baseYearMissing(TimePeriod)
  /// The target does not lie in the wanted direction from the base.
  case targetNotAhead
  case noTargetValue
  case noDirection
  case notAParityOrLevel
  case lessThanOneYear
  case powerNotReal
  case tooFewChanges(have: Int, need: Int)
  /// A yes or no has no pace.
  case yesNoHasNoTrend
  /// The method tells where the indicator stands, not whether the target will be met.
  case saysNothingOfTheFuture
  /// The plan states no base from which growth could be counted.
  case noBaseline
  /// The base lies before the break in the series at this period.
  case baseBeforeBreak(TimePeriod)
  /// The result is no number that could be written.
  case resultTooLarge
}

/// What another method, or the same over another window, says.
package struct Alternative: Hashable, Sendable {
  package enum Answer: Hashable, Sendable {
    /// `value` is the method's own measure: a ratio, a score, or the projected value. `word` is its own status word.
    case status(TargetStatus, value: Double?, probability: Double?, word: String?)
    /// The method has a measure but no word on meeting the target: the index of `escap-current`.
    case measured(Double)
    case refused(Refusal)
  }

  package let method: AssessmentMethod
  /// nil for methods that look at two points only.
  package let window: MethodChoice.Window?
  /// The first period of the window; nil without one.
  package let from: TimePeriod?
  package let answer: Answer

  package init(method: AssessmentMethod, window: MethodChoice.Window?, from: TimePeriod? = nil, answer: Answer) {
    self.method = method
    self.window = window
    self.from = from
    self.answer = answer
  }

  /// nil where the method says nothing of meeting the target.
  package var status: TargetStatus? {
    guard case .status(let status, _, _, _) = answer else { return nil }
    return status
  }
}

/// The value that counts as now.
package struct CurrentValue: Hashable, Sendable {
  package let period: TimePeriod
  package let value: Double
  package let status: ObservationStatus
  package let coverage: Coverage?
  package let provenance: Provenance

  package init(
    period: TimePeriod, value: Double, status: ObservationStatus, coverage: Coverage?, provenance: Provenance
  ) {
    self.period = period
    self.value = value
    self.status = status
    self.coverage = coverage
    self.provenance = provenance
  }
}

/// Why a status is what it is; the report turns it into sentences.
package enum StatusReason: Hashable, Sendable {
  /// No baseline can be found and the kind needs one.
  case noBaseline
  /// The target names no measure.
  case noMeasure
  /// The measure has no value as of the edition.
  case noValue
  /// The newest value is older than the maximum age in years.
  case tooOld(TimePeriod, maximumAge: Int)
  /// A value for the target's date exists.
  case verdict
  /// The last value meets the target before its date.
  case metEarly
  /// It was met, but a later value does not meet it ("sustain").
  case notSustained(TimePeriod)
  case onePoint
  /// Two to four points: pace so far over pace needed.
  case paceRatio(Double)
  /// Five or more points: the probability of meeting the target.
  case probability(Double)
  /// The whole 80 % interval of the projected change is on the wrong side.
  case wrongDirection
  /// A method with words of its own decided.
  case methodWord(String, value: Double?)
  /// The worst part decides.
  case worstPart(index: Int)
  /// A target without a value: 80 % interval of the change over the window, or its sign below five points.
  case direction(DirectionalStatus)
  /// The chosen method refused and no fallback answered.
  case refused(Refusal)
}

/// Counts behind a share of areas, so that a reader sees how firm it is.
package struct AreaCounts: Hashable, Sendable {
  package let yes: Int
  package let no: Int
  package let unknown: Int
  /// Areas within one point of the threshold; nil where there is none.
  package let nearThreshold: Int?

  package init(yes: Int, no: Int, unknown: Int, nearThreshold: Int?) {
    self.yes = yes
    self.no = no
    self.unknown = unknown
    self.nearThreshold = nearThreshold
  }

  package var total: Int { yes + no + unknown }
  /// Y/M, percent.
  package var conservativePercent: Double { total == 0 ? 0 : 100 * Double(yes) / Double(total) }
  /// (Y+U)/M, percent.
  package var upperPercent: Double { total == 0 ? 0 : 100 * Double(yes + unknown) / Double(total) }
  /// Y/(Y+N), percent; nil when nobody answered.
  package var answeredPercent: Double? { yes + no == 0 ? nil : 100 * Double(yes) / Double(yes + no) }
}

/// Compound annual growth so far and needed, as shares: 0.08 is 8 % a year.
package struct GrowthRates: Hashable, Sendable {
  /// The value that growth is counted from.
  package let base: Double
  package let observed: Double
  /// From base to now, in years.
  package let years: Double
  package let needed: Double
  /// From base to the target's date, in years.
  package let yearsToTarget: Double

  package init(base: Double, observed: Double, years: Double, needed: Double, yearsToTarget: Double) {
    self.base = base
    self.observed = observed
    self.years = years
    self.needed = needed
    self.yearsToTarget = yearsToTarget
  }
}

/// What became of a milestone as of the edition.
package struct MilestoneResult: Hashable, Sendable {
  package let milestone: Milestone
  /// The value for the milestone's period; nil when there is none.
  package let actual: PeriodValue?
  /// nil when there is no value for its period.
  package let isMet: Bool?

  package init(milestone: Milestone, actual: PeriodValue?, isMet: Bool?) {
    self.milestone = milestone
    self.actual = actual
    self.isMet = isMet
  }
}

/// Something that a reader must know beside the status.
package enum AssessmentNote: Hashable, Sendable {
  /// The counts of women and men behind a parity score: the score can improve while the gap in people grows.
  case headcounts(period: TimePeriod, women: Double, men: Double)
  /// The values of both sides of a gap, in the base period and now.
  case gapSides(better: [PeriodValue], worse: [PeriodValue])
  /// The gap closes because the better side fell.
  case gapClosesByFall(Area.ID)
  /// The stated baseline lies before the break in the series at this period, so that trends do not start from it.
  case baselineBeforeBreak(TimePeriod)
  /// Pace and trend count only areas that have a value both times.
  case onlyAreasThatAnsweredTwice
  /// The projection went beyond what is possible and stands at the limit.
  case projectionAtLimit(Double)
}

/// The status of a target with everything that led to it.
package struct Assessment: Hashable, Sendable {
  package let target: Target.ID
  package let status: TargetStatus
  package let reason: StatusReason
  package let evidence: Evidence
  package let method: AssessmentMethod
  package let window: MethodChoice.Window?
  /// The points of the window, oldest first: the trend that the method saw. For shares of areas each step counts only
  /// areas that answered both times, so that the points may differ from `judged`.
  package let trend: [PeriodValue]
  package let isMethodSensitive: Bool
  package let baseline: PeriodValue?
  package let current: CurrentValue?
  /// The value to be reached and its date; the value is nil when the target has none.
  package let goalValue: Double?
  package let due: TimePeriod
  package let projection: Projection?
  /// The growth rates behind the status; nil unless a method of growth rates decided.
  package let growth: GrowthRates?
  /// Units of the judged quantity per year, from the baseline to now; without a comparable baseline from the first
  /// point of the window.
  package let paceSoFar: Double?
  /// Units of the judged quantity per year, from now to the target's date.
  package let paceNeeded: Double?
  package let alternatives: [Alternative]
  /// The values for periods after the target's date: shown, not judged.
  package let later: [PeriodValue]
  package let areaCounts: AreaCounts?
  /// nil when none was stated or it has expired as of the edition.
  package let override: Target.Override?
  /// One per part of a compound target, in its order.
  package let parts: [Assessment]
  /// The measured series in the unit of the judged quantity: derived shares, scores and gaps included.
  package let judged: [PeriodValue]
  /// In the order of the target's milestones.
  package let milestones: [MilestoneResult]
  package let notes: [AssessmentNote]

  package init(
    target: Target.ID, status: TargetStatus, reason: StatusReason, evidence: Evidence, method: AssessmentMethod,
    window: MethodChoice.Window?, trend: [PeriodValue], isMethodSensitive: Bool, baseline: PeriodValue?,
    current: CurrentValue?, goalValue: Double?, due: TimePeriod, projection: Projection?, growth: GrowthRates? = nil,
    paceSoFar: Double?, paceNeeded: Double?, alternatives: [Alternative], later: [PeriodValue], areaCounts: AreaCounts?,
    override: Target.Override?, parts: [Assessment], judged: [PeriodValue],
    milestones: [MilestoneResult] = [], notes: [AssessmentNote] = []
  ) {
    self.target = target
    self.status = status
    self.reason = reason
    self.evidence = evidence
    self.method = method
    self.window = window
    self.trend = trend
    self.isMethodSensitive = isMethodSensitive
    self.baseline = baseline
    self.current = current
    self.goalValue = goalValue
    self.due = due
    self.projection = projection
    self.growth = growth
    self.paceSoFar = paceSoFar
    self.paceNeeded = paceNeeded
    self.alternatives = alternatives
    self.later = later
    self.areaCounts = areaCounts
    self.override = override
    self.parts = parts
    self.judged = judged
    self.milestones = milestones
    self.notes = notes
  }
}

/// The status of something that has a direction and no value.
package struct DirectionalAssessment: Hashable, Sendable {
  package struct Part: Hashable, Sendable {
    package let measure: Measure
    package let status: DirectionalStatus
    package let evidence: Evidence
    package let first: PeriodValue?
    package let last: PeriodValue?
    /// 80 % interval of the change over the window, in the wanted direction; nil below five points.
    package let low: Double?
    package let high: Double?
    package let provenance: Provenance?
    /// The period of the newest value when that is too old to count.
    package let outdated: TimePeriod?

    package init(
      measure: Measure, status: DirectionalStatus, evidence: Evidence, first: PeriodValue?, last: PeriodValue?,
      low: Double?, high: Double?, provenance: Provenance?, outdated: TimePeriod? = nil
    ) {
      self.measure = measure
      self.status = status
      self.evidence = evidence
      self.first = first
      self.last = last
      self.low = low
      self.high = high
      self.provenance = provenance
      self.outdated = outdated
    }
  }

  package let outcome: Outcome.ID
  package let status: DirectionalStatus
  package let parts: [Part]

  package init(outcome: Outcome.ID, status: DirectionalStatus, parts: [Part]) {
    self.outcome = outcome
    self.status = status
    self.parts = parts
  }
}
