/// Something that is missing or due, with the office that has to see to it.
package struct TodoItem: Hashable, Sendable {
  package enum Element: Hashable, Sendable {
    case target(Target.ID)
    case outcome(Outcome.ID)
    case indicator(Indicator.ID)
  }

  package enum Need: Hashable, Sendable {
    /// Nothing measures the element yet.
    case measure
    /// No value as of the edition.
    case data
    /// The newest value is of this period and older than the indicator's maximum age in years.
    case newerData(TimePeriod, maximumAge: Int)
    /// The value of the year before was due by the item's date, and is not in.
    case yearlyValue(TimePeriod, area: Area.ID)
    /// Areas of the group that have no value for the newest period of the indicator.
    case returns(TimePeriod, missing: Int, of: Int, group: Area.ID)
    /// The target is in trouble and the plan holds no reason and action.
    case response(TargetStatus)
    /// The action promised for a target in trouble is due.
    case action
    /// The override expires on the item's date, or has expired.
    case override
    /// The kind needs a baseline that cannot be found.
    case baseline
  }

  package let owner: String?
  package let element: Element
  package let need: Need
  package let due: CalendarDate?

  package init(owner: String?, element: Element, need: Need, due: CalendarDate?) {
    self.owner = owner
    self.element = element
    self.need = need
    self.due = due
  }
}

extension TodoItem {
  /// Whether a reader should see this item before the other: what has a day comes first, the earliest day of all; then
  /// what a target in trouble lacks, then data, then what makes an element measurable at all. Items of one urgency have
  /// the order of targets, outcomes, indicators, and of their ids.
  package func isMoreUrgent(than other: TodoItem) -> Bool {
    if due != other.due {
      guard let due else { return false }
      guard let otherDue = other.due else { return true }
      return due < otherDue
    }
    if need.rank != other.need.rank { return need.rank < other.need.rank }
    return element.isBefore(other.element)
  }
}

extension TodoItem.Need {
  fileprivate var rank: Int {
    switch self {
    case .action, .override: 0
    case .response: 1
    case .yearlyValue, .newerData, .returns: 2
    case .data: 3
    case .baseline, .measure: 4
    }
  }
}

extension TodoItem.Element {
  fileprivate func isBefore(_ other: Self) -> Bool {
    switch (self, other) {
    case (.target(let one), .target(let two)): one < two
    case (.outcome(let one), .outcome(let two)): one < two
    case (.indicator(let one), .indicator(let two)): one < two
    default: rank < other.rank
    }
  }

  private var rank: Int {
    switch self {
    case .target: 0
    case .outcome: 1
    case .indicator: 2
    }
  }
}
