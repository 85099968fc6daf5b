import MilepostModel

/// Which indicators and groups are not defined as before, and which others that reaches.
struct Definitions {
  private let before: Release
  private let after: Release
  /// Amendments of indicators.
  private let amended: [Indicator.ID: FrameworkChange]
  /// Each indicator and all that its values are computed from, sorted.
  private let reaches: [Indicator.ID: [Indicator.ID]]
  private let memberships: [Area.ID: FrameworkChange]

  /// What reaches the values of an indicator.
  private static let fieldsOfValues: Set<PlanField> = [.unit, .formula, .aggregation, .sources, .dimensions]
  /// What reaches the judgement of a target beside the values.
  private static let fieldsOfJudging: Set<PlanField> = [.unit, .direction, .limits, .nature, .maximumAge]

  init(_ before: Release, _ after: Release) {
    self.before = before
    self.after = after
    var amended: [Indicator.ID: FrameworkChange] = [:]
    let old = Dictionary(before.plan.indicators.map { ($0.id, $0) }) { first, _ in first }
    for indicator in after.plan.indicators {
      let element = PlanElement(.indicator, indicator.id.text)
      if let was = old[indicator.id] {
        let isScoredAlike = Definitions.areScoredAlike(before.indices, after.indices, indicator.id)
        let fields = was.fields(unlike: indicator, isScoredAlike: isScoredAlike)
        if !fields.isEmpty { amended[indicator.id] = FrameworkChange(element, .amended(fields)) }
      } else {
        amended[indicator.id] = FrameworkChange(element, .added)
      }
    }
    for indicator in before.plan.indicators where after.plan.indicator(indicator.id) == nil {
      amended[indicator.id] = FrameworkChange(PlanElement(.indicator, indicator.id.text), .removed)
    }
    self.amended = amended
    reaches = Definitions.reaches(
      old.merging(after.plan.indicators.map { ($0.id, $0) }) { _, new in new },
      (before.indices + after.indices).map(\.definition))
    var memberships: [Area.ID: FrameworkChange] = [:]
    for group in after.groups {
      guard let was = before.groups.first(where: { $0.id == group.id }),
        was.members(on: before.asOf) != group.members(on: after.asOf)
      else { continue }
      memberships[group.id] = FrameworkChange(PlanElement(.group, group.id.text), .amended([.members]))
    }
    self.memberships = memberships
  }

  /// Whether neither release makes scores of an index of the indicator, or both do in the same way.
  private static func areScoredAlike(
    _ before: [PublishedIndex], _ after: [PublishedIndex], _ indicator: Indicator.ID
  ) -> Bool {
    let places = [before, after].map { IndexOutputs($0.map(\.definition))[indicator] }
    switch (places[0], places[1]) {
    case (nil, nil): return true
    case (let one?, let other?):
      return one.node == other.node && before[one.index].definition.scores(like: after[other.index].definition)
    case (nil, _?), (_?, nil): return false
    }
  }

  private static func reaches(
    _ indicators: [Indicator.ID: Indicator], _ indices: [CompositeIndex]
  ) -> [Indicator.ID: [Indicator.ID]] {
    let direct = indicators.mapValues { indicator in
      var names = indicator.formula?.root.names ?? []
      if case .weightedMean(let weight) = indicator.aggregation?.method { names.insert(weight.text) }
      for index in indices where index.nodes.contains(where: { $0.scores == indicator.id }) {
        names.formUnion(index.inputs.map(\.indicator.text))
      }
      return names.map { Indicator.ID($0) }.filter { indicators[$0] != nil }
    }
    return Dictionary(
      uniqueKeysWithValues: indicators.keys.map { start in
        var found: Set<Indicator.ID> = [start]
        var open = [start]
        while let next = open.popLast() {
          for other in direct[next] ?? [] where found.insert(other).inserted { open.append(other) }
        }
        return (start, found.sorted())
      })
  }

  /// The indicator and those that its values are computed from.
  func reach(of indicator: Indicator.ID) -> [Indicator.ID] { reaches[indicator] ?? [indicator] }

  func change(ofValuesOf key: SeriesKey, isComputed: Bool) -> FrameworkChange? {
    for indicator in [key.indicator] + reach(of: key.indicator) {
      guard let change = amended[indicator] else { continue }
      switch change.what {
      case .added, .removed: return change
      case .amended(let fields):
        if !Definitions.fieldsOfValues.isDisjoint(with: fields) { return change }
      }
    }
    guard isComputed, hasFixedMembers(key.indicator) else { return nil }
    return memberships[key.area]
  }

  /// Whether values of all periods are computed for the members on the edition's date.
  private func hasFixedMembers(_ indicator: Indicator.ID) -> Bool {
    guard let rule = after.plan.indicator(indicator)?.aggregation?.membership else { return true }
    return rule == .fixedAtEdition
  }

  func amendment(judging indicator: Indicator.ID) -> FrameworkChange? {
    guard let change = amended[indicator], case .amended(let fields) = change.what,
      !Definitions.fieldsOfJudging.isDisjoint(with: fields)
    else { return nil }
    return change
  }

  func membership(of group: Area.ID) -> FrameworkChange? { memberships[group] }

  /// Amendments of indicators and groups, and those that came and went.
  var changes: [FrameworkChange] {
    amended.sorted { $0.key < $1.key }.map(\.value) + memberships.sorted { $0.key < $1.key }.map(\.value)
  }
}

extension Indicator {
  /// In what the definitions differ.
  fileprivate func fields(unlike other: Indicator, isScoredAlike: Bool) -> [PlanField] {
    var fields: [PlanField] = []
    func note(_ field: PlanField, _ differs: Bool) { if differs { fields.append(field) } }
    note(.unit, unit != other.unit)
    note(.direction, direction != other.direction)
    note(.limits, limits != other.limits)
    note(.nature, nature != other.nature)
    note(.maximumAge, maximumAge != other.maximumAge)
    note(.sources, sources != other.sources)
    note(.dimensions, dimensions != other.dimensions)
    note(.formula, formula?.text != other.formula?.text || !isScoredAlike)
    note(.aggregation, aggregation != other.aggregation)
    note(.owner, owner != other.owner)
    note(.links, links != other.links)
    return fields
  }
}
