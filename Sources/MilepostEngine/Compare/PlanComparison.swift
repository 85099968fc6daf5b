import MilepostModel

/// What the plans and the texts of two releases say differently.
struct PlanComparison {
  let before: Release
  let after: Release

  /// Elements that came, went or were amended, in the order of the plan; indicators and groups last.
  var elements: [FrameworkChange] {
    let (old, new) = (before.plan, after.plan)
    return changes(.goal, old.goals, new.goals, id: \.id.text) { $0.links == $1.links ? [] : [.links] }
      + targets
      + changes(.objective, old.objectives, new.objectives, id: \.id.text) { one, other in
        fields(
          (.goals, one.goals != other.goals), (.owner, one.owner != other.owner), (.links, one.links != other.links))
      }
      + changes(.outcome, old.outcomes, new.outcomes, id: \.id.text) { one, other in
        fields(
          (.objective, one.objective != other.objective), (.measures, one.measures != other.measures),
          (.owner, one.owner != other.owner), (.links, one.links != other.links))
      }
      + changes(.output, old.outputs, new.outputs, id: \.id.text) { one, other in
        fields((.outcomes, one.outcomes != other.outcomes), (.owner, one.owner != other.owner))
      }
      + changes(.enabler, old.enablers, new.enablers, id: \.id.text) { one, other in
        fields((.measures, one.measures != other.measures), (.owner, one.owner != other.owner))
      }
      + Definitions(before, after).changes
  }

  private var targets: [FrameworkChange] {
    let old = Dictionary(before.plan.targets.map { ($0.id, $0) }) { first, _ in first }
    let amended = after.plan.targets.compactMap { target in
      guard let was = old[target.id] else { return FrameworkChange(PlanElement(.target, target.id.text), .added) }
      return was.amendment(to: target, since: before.asOf, until: after.asOf)
    }
    return amended
      + before.plan.targets.filter { after.plan.target($0.id) == nil }.map {
        FrameworkChange(PlanElement(.target, $0.id.text), .removed)
      }
  }

  private func fields(_ found: (PlanField, Bool)...) -> [PlanField] { found.filter(\.1).map(\.0) }

  private func changes<Element>(
    _ kind: SourceMap.Kind, _ before: [Element], _ after: [Element], id: (Element) -> String,
    _ fields: (Element, Element) -> [PlanField]
  ) -> [FrameworkChange] {
    let old = Dictionary(before.map { (id($0), $0) }) { first, _ in first }
    let here = Set(after.map(id))
    let amended = after.compactMap { element -> FrameworkChange? in
      guard let was = old[id(element)] else { return FrameworkChange(PlanElement(kind, id(element)), .added) }
      let found = fields(was, element)
      return found.isEmpty ? nil : FrameworkChange(PlanElement(kind, id(element)), .amended(found))
    }
    let gone = before.filter { !here.contains(id($0)) }
    return amended + gone.map { FrameworkChange(PlanElement(kind, id($0)), .removed) }
  }

  /// The plan's own method, then those that targets name.
  var methods: [MethodChange] {
    var methods: [MethodChange] = []
    if before.settings.method != after.settings.method {
      methods.append(MethodChange(target: nil, before: before.settings.method, after: after.settings.method))
    }
    for target in after.plan.targets {
      guard let was = before.plan.target(target.id), was.method != target.method else { continue }
      methods.append(
        MethodChange(
          target: target.id, before: was.method ?? before.settings.method, after: target.method ?? after.settings.method
        ))
    }
    return methods
  }

  /// Texts of elements that both have; titles of editions are no part of what they say.
  var texts: [TextChange] {
    let (old, new) = (before.publishedTexts.filter(\.isComparable), after.publishedTexts.filter(\.isComparable))
    let was = Dictionary(old.map { ($0.place, $0.text) }) { first, _ in first }
    let now = Dictionary(new.map { ($0.place, $0.text) }) { first, _ in first }
    let elements = Set(old.map(\.element)).intersection(new.map(\.element))
    let amended = new.filter { elements.contains($0.element) && was[$0.place] != $0.text }
    let gone = old.filter { elements.contains($0.element) && now[$0.place] == nil }
    return amended.map { TextChange(place: $0.place, before: was[$0.place], after: $0.text) }
      + gone.map { TextChange(place: $0.place, before: $0.text, after: nil) }
  }
}

extension PublishedText {
  fileprivate var element: PlanElement { PlanElement(place.kind, place.kind == .settings ? "" : place.id) }

  fileprivate var isComparable: Bool { place.kind != .settings || !place.field.hasPrefix("editions.") }
}

extension Target {
  /// How the target was amended; nil: only in words, or not at all.
  func amendment(to other: Target, since: CalendarDate, until: CalendarDate) -> FrameworkChange? {
    var fields: [PlanField] = []
    func note(_ field: PlanField, _ differs: Bool) { if differs { fields.append(field) } }
    note(.goal, goal != other.goal)
    note(.kind, kind.name != other.kind.name)
    note(.measure, measure != other.measure || !kind.judgesTheSame(as: other.kind))
    note(.value, !kind.asksTheSame(as: other.kind))
    note(.parts, !kind.hasTheSameParts(as: other.kind))
    note(.direction, direction != other.direction)
    note(.due, due != other.due)
    note(.baseline, baseline?.period != other.baseline?.period || baseline?.value != other.baseline?.value)
    note(.milestones, milestones != other.milestones)
    note(.sustain, isSustained != other.isSustained)
    note(.override, override != other.override)
    note(.owner, owner != other.owner)
    note(.links, links != other.links)
    guard !fields.isEmpty else { return nil }
    let decisions = other.amendments.filter { since < $0.date && $0.date <= until }
    return FrameworkChange(PlanElement(.target, id.text), .amended(fields), decisions: decisions)
  }
}

extension TargetKind {
  /// Whether both look at the same quantity, whatever it has to reach.
  fileprivate func judgesTheSame(as other: TargetKind) -> Bool {
    switch (self, other) {
    case (.shareOfAreas(let one, let limit, _), .shareOfAreas(let two, let otherLimit, _)):
      one == two && limit == otherLimit
    case (.parity, .parity): self == other
    case (.gapReduction(let better, let worse, let gap, _), .gapReduction(let first, let second, let otherGap, _)):
      better == first && worse == second && gap == otherGap
    default: true
    }
  }

  /// Whether both ask for the same value; kinds that cannot be compared count as the same.
  fileprivate func asksTheSame(as other: TargetKind) -> Bool {
    switch (self, other) {
    case (.shareOfAreas(_, _, let one), .shareOfAreas(_, _, let two)): one == two
    case (.gapReduction(_, _, _, let one), .gapReduction(_, _, _, let two)): one == two
    case (.compound, _), (_, .compound), (.parity, _): true
    default: name != other.name || self == other
    }
  }

  /// Titles of parts are words, and no part of it.
  fileprivate func hasTheSameParts(as other: TargetKind) -> Bool {
    guard case .compound(let old) = self, case .compound(let new) = other else { return true }
    return old.count == new.count
      && zip(old, new).allSatisfy { one, other in
        one.kind == other.kind && one.measure == other.measure && one.baseline?.period == other.baseline?.period
          && one.baseline?.value == other.baseline?.value
      }
  }
}
