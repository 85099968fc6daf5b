/// A draft whose references all hold; made by the engine's `resolve` only.
package struct ResolvedPlan: Sendable {
  package private(set) var settings: WorkspaceSettings
  /// Every array sorted by id.
  package private(set) var plan: Plan
  package let indicators: [Indicator.ID: Indicator]
  package let areas: [Area.ID: Area]
  package let groups: [Area.ID: AreaGroup]
  package let codelists: [Codelist.ID: Codelist]
  package let sources: [DataSource.ID: DataSource]
  package let dataflows: [Dataflow.ID: Dataflow]
  package let tables: [ObservationTable]
  /// Positions of the draft that this plan was resolved from, for findings of later stages.
  package let draft: Draft

  package init(_ draft: Draft, sorted plan: Plan) {
    settings = draft.settings
    self.plan = plan
    indicators = Dictionary(plan.indicators.map { ($0.id, $0) }) { first, _ in first }
    areas = Dictionary(draft.areas.map { ($0.id, $0) }) { first, _ in first }
    groups = Dictionary(draft.groups.map { ($0.id, $0) }) { first, _ in first }
    codelists = Dictionary(draft.codelists.map { ($0.id, $0) }) { first, _ in first }
    sources = Dictionary(draft.sources.map { ($0.id, $0) }) { first, _ in first }
    dataflows = Dictionary(draft.dataflows.map { ($0.id, $0) }) { first, _ in first }
    tables = draft.tables
    self.draft = draft
  }

  /// The plan as it stood on a date: with the method of then, and targets without the amendments that came later.
  package func standing(on date: CalendarDate) -> ResolvedPlan {
    var standing = self
    standing.settings = settings.standing(on: date)
    standing.plan.targets = plan.targets.map { $0.standing(on: date) }
    return standing
  }
}
