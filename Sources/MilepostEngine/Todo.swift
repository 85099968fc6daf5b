package import MilepostModel

/// What is missing or due as of a release, by owner and then by date; what has no owner comes last.
package func todo(_ release: Release) -> [TodoItem] {
  let items =
    targetItems(release) + outcomeItems(release) + release.plan.indicators.flatMap { indicatorItems($0, release) }
  return items.enumerated().sorted { one, other in
    let (left, right) = (one.element, other.element)
    if left.owner != right.owner {
      guard let leftOwner = left.owner else { return false }
      guard let rightOwner = right.owner else { return true }
      return leftOwner < rightOwner
    }
    if left.due != right.due {
      guard let leftDue = left.due else { return false }
      guard let rightDue = right.due else { return true }
      return leftDue < rightDue
    }
    return one.offset < other.offset
  }.map(\.element)
}

private func targetItems(_ release: Release) -> [TodoItem] {
  zip(release.plan.targets, release.assessments).flatMap { target, assessment -> [TodoItem] in
    var items: [TodoItem] = []
    func add(_ need: TodoItem.Need, due: CalendarDate? = nil) {
      items.append(TodoItem(owner: target.owner, element: .target(target.id), need: need, due: due))
    }
    switch assessment.reason {
    case .noMeasure: add(.measure)
    case .noBaseline: add(.baseline)
    case .noValue: add(.data)
    case .tooOld(let period, let maximumAge): add(.newerData(period, maximumAge: maximumAge))
    default: break
    }
    let isInTrouble = [.offTrack, .movingAway, .missed].contains(assessment.status)
    if isInTrouble && target.response == nil { add(.response(assessment.status)) }
    if let due = target.response?.due { add(.action, due: due) }
    if let expires = target.override?.expires { add(.override, due: expires) }
    return items
  }
}

private func outcomeItems(_ release: Release) -> [TodoItem] {
  zip(release.plan.outcomes, release.directions).compactMap { outcome, direction in
    guard direction.status == .notMeasured else { return nil }
    let need: TodoItem.Need = outcome.measures.isEmpty ? .measure : .data
    return TodoItem(owner: outcome.owner, element: .outcome(outcome.id), need: need, due: nil)
  }
}

private func indicatorItems(_ indicator: Indicator, _ release: Release) -> [TodoItem] {
  let isScore = release.indices.contains { $0.definition.nodes.contains { $0.scores == indicator.id } }
  guard indicator.formula == nil, !isScore else { return [] }
  var items: [TodoItem] = []
  let range = release.series.range(of: indicator.id)
  func add(_ need: TodoItem.Need, due: CalendarDate? = nil) {
    items.append(TodoItem(owner: indicator.owner, element: .indicator(indicator.id), need: need, due: due))
  }
  if range.isEmpty {
    add(.data)
    return items
  }
  if let day = indicator.dueEachYear, let due = lastDue(day, release.asOf) {
    let wanted = TimePeriod(year: due.year - 1)
    for place in range where release.series.keys[place].codes.isEmpty {
      let key = release.series.keys[place]
      let isIn = release.series.estimates(at: place).contains {
        $0.period.lastDay >= wanted.lastDay && !$0.value.isOutstanding
      }
      if !isIn { add(.yearlyValue(wanted, area: key.area), due: due) }
    }
  }
  return items + missingReturns(indicator, release)
}

/// The last day on or before `asOf` on which the year before was due.
private func lastDue(_ day: MonthDay, _ asOf: CalendarDate) -> CalendarDate? {
  guard let thisYear = CalendarDate(year: asOf.year, month: day.month, day: day.day) else { return nil }
  return thisYear <= asOf ? thisYear : CalendarDate(year: asOf.year - 1, month: day.month, day: day.day)
}

/// For an indicator that is aggregated: areas of its largest group without a value in the newest period.
private func missingReturns(_ indicator: Indicator, _ release: Release) -> [TodoItem] {
  guard indicator.aggregation != nil, indicator.dueEachYear == nil,
    let group = release.groups.max(by: { $0.memberships.count < $1.memberships.count }), !group.memberships.isEmpty
  else { return [] }
  let members = Set(group.members(on: release.asOf))
  let places = release.series.range(of: indicator.id).filter { place in
    let key = release.series.keys[place]
    return key.codes.isEmpty && members.contains(key.area)
  }
  let newest = places.compactMap { release.series.estimates(at: $0).last?.period }.max()
  guard let newest else { return [] }
  let present = places.filter { place in
    release.series.estimates(at: place).last.map { $0.period == newest && $0.value.isKnown } ?? false
  }
  let missing = members.count - present.count
  guard missing > 0 else { return [] }
  let need = TodoItem.Need.returns(newest, missing: missing, of: members.count, group: group.id)
  return [TodoItem(owner: indicator.owner, element: .indicator(indicator.id), need: need, due: nil)]
}

extension PublishedValue {
  /// Whether a value may still come.
  fileprivate var isOutstanding: Bool {
    guard case .missing(let reason) = self else { return false }
    return [.notDue, .notCollected, .unknown].contains(reason)
  }

  /// Whether the source gave a figure, shown or not.
  fileprivate var isKnown: Bool {
    switch self {
    case .figure, .belowUnit, .confidential: true
    case .missing: false
    }
  }
}
