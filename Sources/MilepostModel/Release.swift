/// What a build yields for one edition: immutable, without positions, without confidential figures.
package struct Release: Sendable {
  package let settings: WorkspaceSettings
  /// nil when the as-of date was given by hand.
  package let edition: Edition?
  package let asOf: CalendarDate
  package let plan: Plan
  package let areas: [Area]
  package let groups: [AreaGroup]
  package let boundaries: Boundaries
  package let theme: Theme
  package let codelists: [Codelist]
  package let sources: [DataSource]
  /// Without the vintages received after `asOf`.
  package let dataflows: [Dataflow]
  package let registers: [PublishedRegister]
  /// Maps of records, sorted by id.
  package let maps: [PublishedMap]
  /// What holds in the registers.
  package let rules: [ValidationRule]
  /// Sorted by id.
  package let indices: [PublishedIndex]
  package let surveys: [PublishedSurvey]
  package let series: SeriesTable
  package let rankings: AreaRankings
  /// Older vintages of the series that targets look at, newest first; for the chart's grey lines.
  package let earlierVintages: [EarlierVintage]
  /// In the order of the plan's targets.
  package let assessments: [Assessment]
  /// In the order of the plan's outcomes.
  package let directions: [DirectionalAssessment]
  /// Findings that people accepted.
  package private(set) var acceptances: [Acceptance]
  /// What is missing or due, by owner and then by date.
  package private(set) var todo: [TodoItem] = []
  /// Since the edition before; nil when there is none, or when it was not asked for.
  package private(set) var changes: ReleaseChanges?
  /// nil when the report is of another edition, or there is none.
  package private(set) var report: PublishedReport?
  /// The files of its report, where it is frozen.
  package private(set) var keptDocuments: [KeptDocument] = []
  /// What its data files weigh; nil before they are made.
  package private(set) var dataCatalogue: DataCatalogue?

  package init(
    settings: WorkspaceSettings, edition: Edition?, asOf: CalendarDate, plan: Plan, areas: [Area],
    groups: [AreaGroup], boundaries: Boundaries = .none, theme: Theme = .standard, codelists: [Codelist],
    sources: [DataSource],
    dataflows: [Dataflow], registers: [PublishedRegister] = [], maps: [PublishedMap] = [], rules: [ValidationRule] = [],
    indices: [PublishedIndex] = [], surveys: [PublishedSurvey] = [], series: SeriesTable,
    rankings: AreaRankings, earlierVintages: [EarlierVintage],
    assessments: [Assessment], directions: [DirectionalAssessment],
    accepted: [Acceptance]
  ) {
    self.settings = settings
    self.edition = edition
    self.asOf = asOf
    self.plan = plan
    self.areas = areas
    self.groups = groups
    self.boundaries = boundaries
    self.theme = theme
    self.codelists = codelists
    self.sources = sources
    self.dataflows = dataflows
    self.registers = registers
    self.maps = maps
    self.rules = rules
    self.indices = indices
    self.surveys = surveys
    self.series = series
    self.rankings = rankings
    self.earlierVintages = earlierVintages
    self.assessments = assessments
    self.directions = directions
    acceptances = accepted
  }

  /// The release with what the engine finds missing or due in it.
  package func with(todo items: [TodoItem]) -> Release {
    var release = self
    release.todo = items
    return release
  }

  /// The release with what changed since the edition before it.
  package func with(changes: ReleaseChanges) -> Release {
    var release = self
    release.changes = changes
    return release
  }

  /// The release with the text of its report.
  package func with(report: PublishedReport?) -> Release {
    var release = self
    release.report = report
    return release
  }

  /// The release with the files that are kept of its report.
  package func with(keptDocuments documents: [KeptDocument]) -> Release {
    var release = self
    release.keptDocuments = documents
    return release
  }

  /// The release with what is known of its data files once they are made.
  package func with(dataCatalogue catalogue: DataCatalogue) -> Release {
    var release = self
    release.dataCatalogue = catalogue
    return release
  }

  /// The release with the findings that the workspace accepts.
  package func accepting(_ acceptances: [Acceptance]) -> Release {
    var release = self
    release.acceptances = acceptances
    return release
  }

  package var accepted: [Diagnostic] { acceptances.map(\.finding) }

  package func assessment(of target: Target.ID) -> Assessment? { assessments.first { $0.target == target } }

  /// How many targets have each status; the counts add up to the number of targets.
  package var statusCounts: [TargetStatus: Int] {
    assessments.reduce(into: [:]) { $0[$1.status, default: 0] += 1 }
  }
}

/// A register with its records as an edition has them.
package struct PublishedRegister: Sendable {
  package let register: Register
  package let table: RegisterTable

  package init(_ register: Register, _ table: RegisterTable) {
    self.register = register
    self.table = table
  }
}

/// What an older vintage said of a series.
package struct EarlierVintage: Hashable, Sendable {
  package let key: SeriesKey
  package let provenance: Provenance
  package let values: [PeriodValue]

  package init(key: SeriesKey, provenance: Provenance, values: [PeriodValue]) {
    self.key = key
    self.provenance = provenance
    self.values = values
  }
}
