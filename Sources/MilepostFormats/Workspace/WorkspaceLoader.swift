package import MilepostModel

/// Reads a workspace; references between its parts are left to the engine.
///
/// Every fault of every file is reported.
///
/// - Returns: nil when a part of the plan is missing or unusable: references to it would be reported as unknown, which
///   is not true. Faults inside tables of observations leave a draft without the rows they concern.
package func load(_ tree: SourceTree, into diagnostics: inout Diagnostics) throws -> Draft? {
  var loader = WorkspaceLoader(tree)
  defer { diagnostics.report(contentsOf: loader.reader.diagnostics) }
  return try loader.load()
}

struct WorkspaceLoader {
  let tree: SourceTree
  var reader = NodeReader(languages: [])
  /// Whether a sidecar or group was left out, and with it the files it may name.
  var hasUnreadNames = false
  /// Where each CSV file was first named.
  private var namedFiles: [String: SourcePosition] = [:]

  init(_ tree: SourceTree) { self.tree = tree }

  mutating func load() throws -> Draft? {
    let files = WorkspaceFiles(tree.paths, into: &reader.diagnostics)
    let settings = try loadSettings()
    var draft = settings.map { Draft(settings: $0) } ?? Draft(settings: .unknown)
    draft.sources = try list(WorkspaceFiles.sources, SourcesFile.form)
    draft.codelists = try list(WorkspaceFiles.codelists, CodelistsFile.form)
    draft.areas = try loadAreas()
    draft.groups = try loadGroups(areas: draft.areas)
    draft.outlines = try loadOutlines(files.outlines)
    draft.tiles = try loadTiles()
    draft.theme = try loadTheme(files.themeFiles)
    for path in files.plans {
      if let plan = try value(path, PlanFile.form) { draft.plan.append(plan) }
    }
    for path in files.sidecars { try loadDataflow(path, into: &draft) }
    for path in files.registers { try loadRegister(path, into: &draft) }
    for path in files.surveys { try loadSurvey(path, into: &draft) }
    for path in files.rules { draft.rules += try list(path, RulesFile.form) }
    for path in files.indices {
      guard let node = try node(path) else { continue }
      if let index = reader.element(node, IndexFile.form, of: .index) { draft.indices.append(index) }
    }
    draft.narrative = try loadNarrative(files, draft.settings)
    draft.accepted = try list(WorkspaceFiles.accepted, AcceptedFile.form)
    if !hasUnreadNames {
      for path in files.tables where namedFiles[path] == nil { reader.diagnostics.report(.unnamedFile(path)) }
    }
    draft.keptEditions = files.keptEditions
    draft.places = reader.places
    return settings == nil || reader.failures > 0 ? nil : draft
  }

  /// The value of a YAML file.
  private mutating func value<Value>(_ path: String, _ form: ValueForm<Value>) throws -> Value? {
    guard let node = try node(path) else { return nil }
    return form.read(node, &reader)
  }

  mutating func list<Item>(_ path: String, _ form: ValueForm<[Item]>) throws -> [Item] {
    guard tree.contains(path) else { return [] }
    return try value(path, form) ?? []
  }

  mutating func node(_ path: String) throws -> YAMLNode? {
    reader.file = path
    guard let bytes = try contents(of: path, at: .wholeFile(path)) else { return nil }
    let node = YAMLTree.parse(bytes, file: path, into: &reader.diagnostics)
    if node == nil { reader.failSilently() }
    return node
  }

  private mutating func loadSettings() throws -> WorkspaceSettings? {
    guard tree.contains(WorkspaceFiles.settings) else {
      reader.diagnostics.report(.noSettings)
      return nil
    }
    guard let node = try node(WorkspaceFiles.settings) else { return nil }
    let file = reader.element(node, SettingsFile.form, of: .settings) { file, field in file.sorted(field) }
    return file?.settings
  }

  private mutating func loadDataflow(_ path: String, into draft: inout Draft) throws {
    guard let node = try node(path), let sidecar = reader.element(node, Sidecar.form, of: .dataflow) else {
      hasUnreadNames = true
      return
    }
    draft.dataflows.append(sidecar.dataflow)
    for (vintage, position) in zip(sidecar.dataflow.vintages, sidecar.filePositions) {
      guard let bytes = try bytes(of: vintage.file, namedAt: position) else { continue }
      let table = ObservationReader.read(
        bytes, dataflow: sidecar.dataflow, vintage: vintage, layout: sidecar.layout, into: &reader.diagnostics)
      if let table { draft.tables.append(table) }
    }
  }

  /// The bytes of a CSV file that a YAML file names; nil after a finding.
  mutating func bytes(of file: String, namedAt position: SourcePosition) throws -> [UInt8]? {
    guard tree.contains(file) else {
      let folder = file.split(separator: "/").dropLast().joined(separator: "/") + "/"
      let beside = tree.paths.filter { $0.hasPrefix(folder) && $0.hasSuffix(".csv") }
      reader.fail(.noSuchFile(file, closest: beside.closest(to: file), at: position))
      hasUnreadNames = true
      return nil
    }
    if let first = namedFiles[file] {
      reader.fail(.fileNamedTwice(file, at: position, first: first))
      hasUnreadNames = true
      return nil
    }
    namedFiles[file] = position
    return try contents(of: file, at: position)
  }

  /// The bytes of a file; nil after a finding at the place that asks for it.
  mutating func contents(of file: String, at position: SourcePosition) throws -> [UInt8]? {
    do {
      return try tree.read(file)
    } catch let error as SourceTree.UnreadableFile {
      reader.fail(.unreadableFile(file, error.reason, at: position))
      return nil
    }
  }
}

extension Diagnostic {
  fileprivate static func unreadableFile(_ file: String, _ reason: String, at position: SourcePosition) -> Self {
    let name = position.file == file ? "file" : "file '\(file)'"
    return Diagnostic(
      .error, "MP0120", "\(name) cannot be read: \(reason)", at: position,
      hint: "put a file in its place that lies in the workspace and that you may read")
  }
}

extension Plan {
  fileprivate mutating func append(_ other: Plan) {
    goals += other.goals
    targets += other.targets
    objectives += other.objectives
    outcomes += other.outcomes
    outputs += other.outputs
    enablers += other.enablers
    indicators += other.indicators
    frameworks += other.frameworks
  }
}

extension WorkspaceSettings {
  /// Stands in while the other files are checked; never leaves the loader.
  fileprivate static let unknown = WorkspaceSettings(
    id: "", title: LocalizedText("", .undetermined), url: nil, agency: "", languages: [], completeness: [:],
    period: TimePeriod(year: 1), method: .standard, statusWords: [:], editions: [])
}
