/// Why something is not what it was in the edition before. Every change has one cause.
///
/// Where several are at work the first that holds leads, in the order of the cases:
/// 1. `framework`: two figures that answer different questions say nothing about each other.
/// 2. `method`: the question is the same, and another way of answering it would have changed the answer on the same data.
/// 3. `revision` and `newData`. A value for a period that had one was revised, and a value for a period that had none
///    is new; a computed value takes the cause of its inputs. Where the newest value of a target moved both ways, the
///    greater part of its way leads: from the old value to what is said of the same period now, or from there to the
///    newest; at equal parts the revision.
/// 4. `time`: the data are the same, only the day is another.
/// 5. `text`: words never change a figure.
///
/// A cause is named only where it reaches the figure: another value to be reached is no cause of another current value,
/// another method none of a status that rests on the value at the target's date.
package enum ChangeCause: Hashable, Sendable {
  /// What is asked for, or what a quantity is, changed.
  case framework(FrameworkChange)
  case method(MethodChange)
  /// The source says something else of a period, or nothing any more.
  case revision(DataEvidence)
  /// The source speaks of a period for the first time.
  case newData(DataEvidence)
  case time(Elapsed)
  case text

  /// The word used in JSON.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case framework, method, revision
    case newData = "new-data"
    case time, text
  }

  package var kind: Kind {
    switch self {
    case .framework: .framework
    case .method: .method
    case .revision: .revision
    case .newData: .newData
    case .time: .time
    case .text: .text
    }
  }

  package var evidence: DataEvidence? {
    switch self {
    case .revision(let evidence), .newData(let evidence): evidence
    case .framework, .method, .time, .text: nil
    }
  }
}

/// What passed between two editions without anybody's doing.
package enum Elapsed: Hashable, Sendable {
  /// No newer value came, and the newest is now older than the indicator's maximum age in years.
  case tooOld(newest: TimePeriod, maximumAge: Int)
  case duePassed(TimePeriod)
  case overrideExpired(CalendarDate)
  /// Only the date of the edition is another.
  case laterDate
}

/// What a release holds for one period of a series.
package enum CellState: Hashable, Sendable {
  case known(Double, Provenance)
  /// No figure; the provenance is that of the vintage which leaves it out, where that can be told.
  case gap(Provenance?)

  package var value: Double? {
    guard case .known(let value, _) = self else { return nil }
    return value
  }

  package var provenance: Provenance? {
    switch self {
    case .known(_, let provenance): provenance
    case .gap(let provenance): provenance
    }
  }
}

/// The value that shows a cause in the data at work; for computed figures that of the input that changed most.
package struct DataEvidence: Hashable, Sendable {
  package let key: SeriesKey
  package let period: TimePeriod
  package let before: CellState
  package let after: CellState
  /// How many more inputs changed in the same way.
  package let others: Int

  package init(key: SeriesKey, period: TimePeriod, before: CellState, after: CellState, others: Int = 0) {
    self.key = key
    self.period = period
    self.before = before
    self.after = after
    self.others = others
  }

  package func with(others: Int) -> DataEvidence {
    DataEvidence(key: key, period: period, before: before, after: after, others: others)
  }
}

/// An element of the plan, or of what it is measured with.
package struct PlanElement: Hashable, Sendable {
  package let kind: SourceMap.Kind
  package let id: String

  package init(_ kind: SourceMap.Kind, _ id: String) {
    self.kind = kind
    self.id = id
  }
}

/// What of an element can be amended.
package enum PlanField: String, Sendable, Hashable, CaseIterable {
  // Targets
  case goal, kind, value, measure, due, baseline, milestones, sustain, parts, override
  // Indicators
  case unit, formula, aggregation, limits, nature, sources, dimensions
  case maximumAge = "max-age"
  // Several
  case direction, goals, objective, outcomes, measures, links, owner
  // Groups
  case members
}

/// An element that came, went or was amended.
package struct FrameworkChange: Hashable, Sendable {
  package enum What: Hashable, Sendable {
    case added, removed
    /// Never empty.
    case amended([PlanField])
  }

  package let element: PlanElement
  package let what: What
  /// Those of a target that were taken between the two editions.
  package let decisions: [Target.Amendment]

  package init(_ element: PlanElement, _ what: What, decisions: [Target.Amendment] = []) {
    self.element = element
    self.what = what
    self.decisions = decisions
  }
}

/// Another method, or the same with other parameters.
package struct MethodChange: Hashable, Sendable {
  /// nil: that of the plan, for every target that names none.
  package let target: Target.ID?
  package let before: MethodChoice
  package let after: MethodChoice

  package init(target: Target.ID?, before: MethodChoice, after: MethodChoice) {
    self.target = target
    self.before = before
    self.after = after
  }
}
