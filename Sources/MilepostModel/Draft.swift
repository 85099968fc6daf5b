/// A workspace as it was read: every value in its type, references not yet followed.
package struct Draft: Sendable {
  package var settings: WorkspaceSettings
  package var plan = Plan()
  package var areas: [Area] = []
  package var groups: [AreaGroup] = []
  package var outlines: [AreaOutline] = []
  package var tiles: [AreaTile] = []
  /// nil: the standard one.
  package var theme: Theme?
  package var codelists: [Codelist] = []
  package var sources: [DataSource] = []
  package var dataflows: [Dataflow] = []
  /// One per vintage, in the order of dataflows and their vintages.
  package var tables: [ObservationTable] = []
  package var registers: [Register] = []
  /// One per snapshot that could be read, in the order of registers and their snapshots.
  package var registerTables: [RegisterTable] = []
  package var rules: [ValidationRule] = []
  package var indices: [CompositeIndex] = []
  package var surveys: [Survey] = []
  /// One per file that could be read, in the order of surveys, waves and vintages.
  package var surveyTables: [SurveyTable] = []
  /// What each of them says; the engine computes it.
  package var surveyResults: [SurveyWaveResults] = []
  /// nil: the workspace has no report.
  package var narrative: Narrative?
  package var accepted: [AcceptedFinding] = []
  /// The slugs of editions that are frozen.
  package var keptEditions: Set<String> = []
  package var places = SourceMap()

  package init(settings: WorkspaceSettings) { self.settings = settings }
}

/// Where the parts of a draft were read.
package struct SourceMap: Sendable {
  package enum Kind: String, Hashable, Sendable {
    case settings, goal, target, objective, outcome, output, enabler, indicator, framework
    case area, group, codelist, source, dataflow, accepted, outline, tile, theme
    case register, rule, map, index, survey, report
  }

  private struct Key: Hashable {
    let kind: Kind
    let index: Int
    let field: String
  }

  private var positions: [Key: SourcePosition] = [:]

  package init() {}

  /// - Parameters:
  ///   - index: place in the draft's array of that kind; 0 for settings.
  ///   - field: path of keys and indices, `baseline.period`, `parts.0.indicator`; empty for the element itself.
  package mutating func record(_ position: SourcePosition, _ kind: Kind, _ index: Int, _ field: String = "") {
    positions[Key(kind: kind, index: index, field: field)] = position
  }

  /// The place of a field, or of the nearest part around it that was written.
  package subscript(_ kind: Kind, _ index: Int, _ field: String = "") -> SourcePosition {
    var path = Substring(field)
    while true {
      if let position = positions[Key(kind: kind, index: index, field: String(path))] { return position }
      guard !path.isEmpty else { return .wholeFile("milepost.yaml") }
      path = path.lastIndex(of: ".").map { path[..<$0] } ?? ""
    }
  }

  /// Whether the author wrote the field.
  package func has(_ kind: Kind, _ index: Int, _ field: String) -> Bool {
    positions[Key(kind: kind, index: index, field: field)] != nil
  }
}
