/// What two releases say differently, with the cause.
package struct Changed<Value: Hashable & Sendable>: Hashable, Sendable {
  package let before: Value
  package let after: Value
  package let cause: ChangeCause

  package init(_ before: Value, _ after: Value, _ cause: ChangeCause) {
    self.before = before
    self.after = after
    self.cause = cause
  }
}

/// What is said differently of a target, or of a part of one; nil: the same in both.
package struct TargetChange: Hashable, Sendable {
  package let target: Target.ID
  /// Place among the parts of a compound target; nil: the target itself.
  package let part: Int?
  package var status: Changed<TargetStatus>?
  package var current: Changed<PeriodValue?>?
  package var baseline: Changed<PeriodValue?>?
  package var goal: Changed<Double?>?
  package var due: Changed<TimePeriod>?
  /// The value expected at the target's date.
  package var projection: Changed<Double?>?
  /// Of meeting the target, 0 to 1.
  package var probability: Changed<Double?>?
  /// The status that a person set beside the computed one.
  package var override: Changed<TargetStatus?>?
  /// Only parts of which something changed.
  package var parts: [TargetChange] = []

  package init(_ target: Target.ID, part: Int? = nil) {
    self.target = target
    self.part = part
  }

  /// The causes of all figures, that of the status first, those of the parts last.
  package var causes: [ChangeCause] {
    let own = [
      status?.cause, current?.cause, baseline?.cause, goal?.cause, due?.cause, projection?.cause, probability?.cause,
      override?.cause,
    ]
    return own.compactMap(\.self) + parts.flatMap(\.causes)
  }

  package var isEmpty: Bool { causes.isEmpty }
}

/// Another direction of an outcome.
package struct OutcomeChange: Hashable, Sendable {
  package let outcome: Outcome.ID
  package let status: Changed<DirectionalStatus>

  package init(_ outcome: Outcome.ID, _ status: Changed<DirectionalStatus>) {
    self.outcome = outcome
    self.status = status
  }
}

/// Another value of a series for a period.
package struct ValueChange: Hashable, Sendable {
  package let period: TimePeriod
  package let before: CellState
  package let after: CellState
  package let cause: ChangeCause

  package init(_ period: TimePeriod, before: CellState, after: CellState, cause: ChangeCause) {
    self.period = period
    self.before = before
    self.after = after
    self.cause = cause
  }
}

/// The values of a series that changed, sorted by period, never empty.
package struct SeriesChange: Hashable, Sendable {
  package let key: SeriesKey
  package let values: [ValueChange]

  package init(_ key: SeriesKey, _ values: [ValueChange]) {
    self.key = key
    self.values = values
  }
}

/// How many values of single areas changed, for an indicator.
package struct AreaValueCounts: Hashable, Sendable {
  package let indicator: Indicator.ID
  package let revised: Int
  package let added: Int
  package let withdrawn: Int
  /// Areas of which any value changed.
  package let areas: Int

  package init(indicator: Indicator.ID, revised: Int, added: Int, withdrawn: Int, areas: Int) {
    self.indicator = indicator
    self.revised = revised
    self.added = added
    self.withdrawn = withdrawn
    self.areas = areas
  }
}

/// Other words in a text that readers see.
package struct TextChange: Hashable, Sendable {
  package let place: PublishedText.Place
  /// nil: there was none.
  package let before: LocalizedText?
  /// nil: there is none any more.
  package let after: LocalizedText?

  package init(place: PublishedText.Place, before: LocalizedText?, after: LocalizedText?) {
    self.place = place
    self.before = before
    self.after = after
  }
}

/// Everything that a release says differently from an earlier one, each difference with one leading cause.
package struct ReleaseChanges: Hashable, Sendable {
  /// The edition and day of a release.
  package struct Point: Hashable, Sendable {
    package let edition: Edition.ID?
    package let asOf: CalendarDate

    package init(_ release: Release) {
      edition = release.edition?.id
      asOf = release.asOf
    }
  }

  package let before: Point
  package let after: Point
  /// In the order of the plan; only targets that both have and of which something changed.
  package let targets: [TargetChange]
  package let outcomes: [OutcomeChange]
  /// Series of groups, and those that targets and outcomes look at, in the order of their keys.
  package let series: [SeriesChange]
  /// In the order of indicators.
  package let areas: [AreaValueCounts]
  package let elements: [FrameworkChange]
  package let methods: [MethodChange]
  package let texts: [TextChange]

  package init(
    before: Point, after: Point, targets: [TargetChange], outcomes: [OutcomeChange], series: [SeriesChange],
    areas: [AreaValueCounts], elements: [FrameworkChange], methods: [MethodChange], texts: [TextChange]
  ) {
    self.before = before
    self.after = after
    self.targets = targets
    self.outcomes = outcomes
    self.series = series
    self.areas = areas
    self.elements = elements
    self.methods = methods
    self.texts = texts
  }

  package func change(of target: Target.ID) -> TargetChange? { targets.first { $0.target == target } }

  /// What a change can be of; every change is of one of them.
  package enum Part: Hashable, Sendable, CaseIterable {
    case statuses
    /// Of targets, with everything about the parts of compound ones.
    case figures
    case outcomes, values, framework, methods, texts
  }

  /// The cause of every change of a part, once for each.
  package func causes(of part: Part) -> [ChangeCause] {
    switch part {
    case .statuses: targets.compactMap(\.status?.cause)
    case .figures: targets.flatMap { $0.causes.dropFirst($0.status == nil ? 0 : 1) }
    case .outcomes: outcomes.map(\.status.cause)
    case .values: series.flatMap { $0.values.map(\.cause) }
    case .framework: elements.map(ChangeCause.framework)
    case .methods: methods.map(ChangeCause.method)
    case .texts: texts.map { _ in .text }
    }
  }

  /// The cause of every change, once for each.
  package var causes: [ChangeCause] { Part.allCases.flatMap(causes) }

  package var isEmpty: Bool { areas.isEmpty && Part.allCases.allSatisfy { causes(of: $0).isEmpty } }
}
