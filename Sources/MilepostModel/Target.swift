/// The series that a target or outcome looks at.
package struct Measure: Hashable, Sendable {
  package let indicator: Indicator.ID
  package let area: Area.ID
  package let codes: [DimensionCode]

  package init(_ indicator: Indicator.ID, _ area: Area.ID, _ codes: [DimensionCode] = []) {
    self.indicator = indicator
    self.area = area
    self.codes = codes
  }

  package var key: SeriesKey { SeriesKey(indicator, area, codes) }
}

/// What must be true for a target to be met. Numbers are in the unit of the indicator unless said otherwise.
package enum TargetKind: Hashable, Sendable {
  /// How "q per cent more affordable" is meant for a price.
  package enum RelativeReading: String, Sendable, Hashable, CaseIterable {
    /// T = b(1 + q), or b(1 − q) when less is better.
    case timesOnePlusOrMinus = "times"
    /// T = b / (1 + q): the same money buys q more.
    case dividedByOnePlus = "divided"
  }

  package enum Comparison: String, Sendable, Hashable, CaseIterable {
    case above = ">"
    case atLeast = ">="
    case below = "<"
    case atMost = "<="

    package func holds(_ value: Double, _ threshold: Double) -> Bool {
      switch self {
      case .above: value > threshold
      case .atLeast: value >= threshold
      case .below: value < threshold
      case .atMost: value <= threshold
      }
    }
  }

  package enum GapMeasure: String, Sendable, Hashable, CaseIterable {
    /// How far the better side is ahead, in units of the indicator; no gap is 0.
    case difference
    /// The larger side over the smaller: better / worse when more is better, else worse / better; no gap is 1.
    case ratio
  }

  case level(Double)
  case ceiling(Double)
  /// `percent` of the base year's value, 0 to 100 and more.
  case relative(percent: Double, reading: RelativeReading)
  /// Change from the base year in units of the indicator.
  case change(Double)
  /// `percent` of the areas of the measure's group must be past `threshold`.
  case shareOfAreas(comparison: Comparison, threshold: Double, percent: Double)
  /// Every area of the measure's group must have a yes.
  case allAreas
  /// The measure's indicator for women over that for men, between .98 and 1.02.
  case parity(women: [DimensionCode], men: [DimensionCode])
  /// The gap between two areas must shrink by `percent` of what it was in the base year.
  case gapReduction(better: Area.ID, worse: Area.ID, measure: GapMeasure, percent: Double)
  /// A direction and no value.
  case directional
  /// A share of answers in a survey; without a value it is directional.
  case perception(Double?)
  /// The value of a composite index.
  case compositeIndex(Double)
  case yesNo
  /// All parts must be met; the worst decides, all are shown.
  case compound([TargetPart])

  /// The word used in files and JSON.
  package var name: String {
    switch self {
    case .level: "level"
    case .ceiling: "ceiling"
    case .relative: "relative"
    case .change: "change"
    case .shareOfAreas: "share-of-areas"
    case .allAreas: "all-areas"
    case .parity: "parity"
    case .gapReduction: "gap-reduction"
    case .directional: "directional"
    case .perception: "perception"
    case .compositeIndex: "index"
    case .yesNo: "yes-no"
    case .compound: "compound"
    }
  }

  /// Whether the value aimed at follows from that of a base year.
  package var needsBaseline: Bool {
    switch self {
    case .relative, .change, .gapReduction: true
    default: false
    }
  }
}

/// One condition of a compound target.
package struct TargetPart: Hashable, Sendable {
  package let title: LocalizedText
  /// Never compound.
  package let kind: TargetKind
  package let measure: Measure?
  package let baseline: Baseline?

  package init(title: LocalizedText, kind: TargetKind, measure: Measure?, baseline: Baseline?) {
    self.title = title
    self.kind = kind
    self.measure = measure
    self.baseline = baseline
  }
}

/// The value and period that a target starts from.
package struct Baseline: Hashable, Sendable {
  /// An office chose the baseline because the plan states none.
  package struct Choice: Hashable, Sendable {
    package let name: String
    package let reason: LocalizedText

    package init(name: String, reason: LocalizedText) {
      self.name = name
      self.reason = reason
    }
  }

  package let period: TimePeriod
  /// As the plan states it; nil: the series' value for `period`.
  package let value: Double?
  /// nil when the plan itself states the baseline.
  package let choice: Choice?

  package init(period: TimePeriod, value: Double?, choice: Choice?) {
    self.period = period
    self.value = value
    self.choice = choice
  }
}

/// A value that a target passes through.
package struct Milestone: Hashable, Sendable {
  package let period: TimePeriod
  package let value: Double

  package init(period: TimePeriod, value: Double) {
    self.period = period
    self.value = value
  }
}

extension TargetKind {
  /// The same kind with another value or per cent; kinds without one stay as they are.
  fileprivate func with(_ value: Double) -> TargetKind {
    switch self {
    case .level: .level(value)
    case .ceiling: .ceiling(value)
    case .relative(_, let reading): .relative(percent: value, reading: reading)
    case .change: .change(value)
    case .shareOfAreas(let comparison, let threshold, _):
      .shareOfAreas(comparison: comparison, threshold: threshold, percent: value)
    case .gapReduction(let better, let worse, let measure, _):
      .gapReduction(better: better, worse: worse, measure: measure, percent: value)
    case .perception: .perception(value)
    case .compositeIndex: .compositeIndex(value)
    case .allAreas, .parity, .directional, .yesNo, .compound: self
    }
  }
}

/// What is to be reached by when, and how it is judged.
package struct Target: Hashable, Sendable {
  package typealias ID = Identifier<Target>

  /// A decision that changed the target; the target holds the new wording, this the old.
  package struct Amendment: Hashable, Sendable {
    package let date: CalendarDate
    package let decision: LocalizedText
    package let oldValue: Double?
    package let oldDue: TimePeriod?
    package let oldTitle: LocalizedText?

    package init(
      date: CalendarDate, decision: LocalizedText, oldValue: Double?, oldDue: TimePeriod?,
      oldTitle: LocalizedText? = nil
    ) {
      self.date = date
      self.decision = decision
      self.oldValue = oldValue
      self.oldDue = oldDue
      self.oldTitle = oldTitle
    }
  }

  /// A status set by a person; shown beside the computed one until it expires.
  package struct Override: Hashable, Sendable {
    package let status: TargetStatus
    package let name: String
    package let date: CalendarDate
    package let reason: LocalizedText
    package let expires: CalendarDate

    package init(status: TargetStatus, name: String, date: CalendarDate, reason: LocalizedText, expires: CalendarDate) {
      self.status = status
      self.name = name
      self.date = date
      self.reason = reason
      self.expires = expires
    }
  }

  /// The status that a published document gave.
  package struct Printed: Hashable, Sendable {
    package let label: String
    package let source: String
    /// nil: shown with every edition.
    package let edition: Edition.ID?

    package init(label: String, source: String, edition: Edition.ID?) {
      self.label = label
      self.source = source
      self.edition = edition
    }
  }

  /// What the office says and does about a target in trouble.
  package struct Response: Hashable, Sendable {
    package let reason: LocalizedText
    package let action: LocalizedText
    package let due: CalendarDate?
    package let name: String?

    package init(reason: LocalizedText, action: LocalizedText, due: CalendarDate?, name: String?) {
      self.reason = reason
      self.action = action
      self.due = due
      self.name = name
    }
  }

  package let id: ID
  package let goal: Goal.ID
  package private(set) var title: LocalizedText
  package private(set) var kind: TargetKind
  /// nil: nothing measures it yet.
  package let measure: Measure?
  /// The target's own direction; nil: the indicator's.
  package let direction: Direction?
  package private(set) var due: TimePeriod
  package let baseline: Baseline?
  package let milestones: [Milestone]
  /// Once met it must stay met.
  package let isSustained: Bool
  /// nil: the plan's default.
  package let method: MethodChoice?
  package let amendments: [Amendment]
  package let override: Override?
  package let printed: [Printed]
  package let response: Response?
  package let owner: String?
  package let links: [FrameworkLink]
  package let note: LocalizedText?

  package init(
    id: ID, goal: Goal.ID, title: LocalizedText, kind: TargetKind, measure: Measure?, direction: Direction?,
    due: TimePeriod, baseline: Baseline?, milestones: [Milestone], isSustained: Bool, method: MethodChoice?,
    amendments: [Amendment], override: Override?, printed: [Printed], response: Response?, owner: String?,
    links: [FrameworkLink], note: LocalizedText?
  ) {
    self.id = id
    self.goal = goal
    self.title = title
    self.kind = kind
    self.measure = measure
    self.direction = direction
    self.due = due
    self.baseline = baseline
    self.milestones = milestones
    self.isSustained = isSustained
    self.method = method
    self.amendments = amendments
    self.override = override
    self.printed = printed
    self.response = response
    self.owner = owner
    self.links = links
    self.note = note
  }

  /// The target as it stood on a date: value, due date and title from before the amendments that came later.
  package func standing(on date: CalendarDate) -> Target {
    var target = self
    for amendment in amendments.sorted(by: { $0.date > $1.date }) where amendment.date > date {
      if let value = amendment.oldValue { target.kind = target.kind.with(value) }
      if let period = amendment.oldDue { target.due = period }
      if let words = amendment.oldTitle { target.title = words }
    }
    return target
  }
}
