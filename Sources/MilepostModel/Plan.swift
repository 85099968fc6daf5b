package struct Goal: Hashable, Sendable {
  package typealias ID = Identifier<Goal>

  package let id: ID
  package let title: LocalizedText
  package let text: LocalizedText?
  package let links: [FrameworkLink]

  package init(id: ID, title: LocalizedText, text: LocalizedText?, links: [FrameworkLink]) {
    self.id = id
    self.title = title
    self.text = text
    self.links = links
  }
}

/// What a part of the organisation works for; measured by its outcomes.
package struct Objective: Hashable, Sendable {
  package typealias ID = Identifier<Objective>

  package let id: ID
  package let title: LocalizedText
  package let text: LocalizedText?
  /// The part of the organisation, as it is called there.
  package let sector: LocalizedText?
  package let goals: [Goal.ID]
  package let owner: String?
  package let links: [FrameworkLink]

  package init(
    id: ID, title: LocalizedText, text: LocalizedText?, sector: LocalizedText?, goals: [Goal.ID], owner: String?,
    links: [FrameworkLink]
  ) {
    self.id = id
    self.title = title
    self.text = text
    self.sector = sector
    self.goals = goals
    self.owner = owner
    self.links = links
  }
}

/// A change that an objective is to bring about.
package struct Outcome: Hashable, Sendable {
  package typealias ID = Identifier<Outcome>

  package let id: ID
  package let objective: Objective.ID
  package let title: LocalizedText
  /// Empty: not measured.
  package let measures: [Measure]
  package let owner: String?
  package let links: [FrameworkLink]

  package init(
    id: ID, objective: Objective.ID, title: LocalizedText, measures: [Measure], owner: String?, links: [FrameworkLink]
  ) {
    self.id = id
    self.objective = objective
    self.title = title
    self.measures = measures
    self.owner = owner
    self.links = links
  }
}

/// A product or service that supports outcomes.
package struct Output: Hashable, Sendable {
  package typealias ID = Identifier<Output>

  package let id: ID
  package let title: LocalizedText
  package let outcomes: [Outcome.ID]
  package let owner: String?

  package init(id: ID, title: LocalizedText, outcomes: [Outcome.ID], owner: String?) {
    self.id = id
    self.title = title
    self.outcomes = outcomes
    self.owner = owner
  }
}

/// A support service, with the indicators that show how well it works.
package struct Enabler: Hashable, Sendable {
  package typealias ID = Identifier<Enabler>

  package let id: ID
  package let title: LocalizedText
  package let measures: [Measure]
  package let owner: String?

  package init(id: ID, title: LocalizedText, measures: [Measure], owner: String?) {
    self.id = id
    self.title = title
    self.measures = measures
    self.owner = owner
  }
}

/// The results framework.
package struct Plan: Hashable, Sendable {
  package var goals: [Goal] = []
  package var targets: [Target] = []
  package var objectives: [Objective] = []
  package var outcomes: [Outcome] = []
  package var outputs: [Output] = []
  package var enablers: [Enabler] = []
  package var indicators: [Indicator] = []
  package var frameworks: [Framework] = []

  package init() {}

  package func indicator(_ id: Indicator.ID) -> Indicator? { indicators.first { $0.id == id } }
  package func target(_ id: Target.ID) -> Target? { targets.first { $0.id == id } }
  package func targets(of goal: Goal.ID) -> [Target] { targets.filter { $0.goal == goal } }
  package func outcomes(of objective: Objective.ID) -> [Outcome] { outcomes.filter { $0.objective == objective } }

  /// The series that targets, their parts and outcomes name.
  package var watchedKeys: Set<SeriesKey> {
    var measures = outcomes.flatMap(\.measures) + targets.compactMap(\.measure)
    for case .compound(let parts) in targets.map(\.kind) { measures += parts.compactMap(\.measure) }
    return Set(measures.map(\.key))
  }
}
