package import MilepostModel

extension SDMX {
  /// What the artefacts of a workspace are made from, whether a release or a store has it.
  package struct WorkspaceOutline: Sendable {
    package struct IndicatorEntry: Hashable, Sendable {
      package let id: Indicator.ID
      package let title: LocalizedText
      package let definition: LocalizedText?
      package let unit: UnitOfMeasure
      /// Digits after the point in print.
      package let decimals: Int

      package init(
        id: Indicator.ID, title: LocalizedText, definition: LocalizedText?, unit: UnitOfMeasure, decimals: Int
      ) {
        self.id = id
        self.title = title
        self.definition = definition
        self.unit = unit
        self.decimals = decimals
      }
    }

    package struct GoalEntry: Hashable, Sendable {
      package let id: Goal.ID
      package let title: LocalizedText

      package init(id: Goal.ID, title: LocalizedText) {
        self.id = id
        self.title = title
      }
    }

    package struct TargetEntry: Hashable, Sendable {
      package let id: Target.ID
      package let goal: Goal.ID
      package let title: LocalizedText
      /// What it is measured by; nil where that is no one indicator.
      package let indicator: Indicator.ID?

      package init(id: Target.ID, goal: Goal.ID, title: LocalizedText, indicator: Indicator.ID?) {
        self.id = id
        self.goal = goal
        self.title = title
        self.indicator = indicator
      }
    }

    package let agency: String
    package let title: LocalizedText
    /// The first is the default.
    package let languages: [LanguageTag]
    /// Names of units by the author's word, perhaps with forms for counts behind `|`.
    package let unitNames: [String: LocalizedText]
    package let indicators: [IndicatorEntry]
    package let areas: [Area]
    package let groups: [AreaGroup]
    package let codelists: [MilepostModel.Codelist]
    package let sources: [DataSource]
    package let dataflows: [MilepostModel.Dataflow]
    package let goals: [GoalEntry]
    package let targets: [TargetEntry]

    package init(
      agency: String, title: LocalizedText, languages: [LanguageTag], unitNames: [String: LocalizedText],
      indicators: [IndicatorEntry], areas: [Area], groups: [AreaGroup], codelists: [MilepostModel.Codelist],
      sources: [DataSource], dataflows: [MilepostModel.Dataflow], goals: [GoalEntry], targets: [TargetEntry]
    ) {
      self.agency = agency
      self.title = title
      self.languages = languages
      self.unitNames = unitNames
      self.indicators = indicators
      self.areas = areas
      self.groups = groups
      self.codelists = codelists
      self.sources = sources
      self.dataflows = dataflows
      self.goals = goals
      self.targets = targets
    }

    init(_ release: Release) {
      let plan = release.plan
      self.init(
        agency: release.settings.agency, title: release.settings.title, languages: release.settings.languages,
        unitNames: release.settings.unitNames,
        indicators: plan.indicators.map {
          IndicatorEntry(id: $0.id, title: $0.title, definition: $0.definition, unit: $0.unit, decimals: $0.decimals)
        }, areas: release.areas, groups: release.groups, codelists: release.codelists, sources: release.sources,
        dataflows: release.dataflows, goals: plan.goals.map { GoalEntry(id: $0.id, title: $0.title) },
        targets: plan.targets.map {
          TargetEntry(id: $0.id, goal: $0.goal, title: $0.title, indicator: $0.measure?.indicator)
        })
    }

    /// Every dimension of a dataflow beside area and indicator, sorted by id.
    var furtherDimensions: [MilepostModel.DataStructure.Dimension] {
      var known: [String: MilepostModel.DataStructure.Dimension] = [:]
      for dimension in dataflows.flatMap(\.structure.dimensions) where known[dimension.id] == nil {
        known[dimension.id] = dimension
      }
      return known.values.sorted { $0.id < $1.id }
    }
  }
}
