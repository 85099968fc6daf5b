import MilepostModel

/// The files of a workspace by what they are for.
struct WorkspaceFiles {
  private(set) var plans: [String] = []
  private(set) var sidecars: [String] = []
  /// CSV files below `data/`, `registers/`, `surveys/` and, but for the list of areas, `groups/`.
  private(set) var tables: [String] = []
  private(set) var outlines: [String] = []
  private(set) var registers: [String] = []
  private(set) var rules: [String] = []
  private(set) var indices: [String] = []
  private(set) var surveys: [String] = []
  /// Of all languages.
  private(set) var chapters: [String] = []
  /// In `narrative/images/`.
  private(set) var pictures: [String] = []
  /// In `theme/`, beside the file that names them.
  private(set) var themeFiles: [String] = []
  /// The slugs of editions that are frozen as a whole.
  private(set) var keptEditions: Set<String> = []

  static let settings = "milepost.yaml"
  static let accepted = "accepted.yaml"
  static let sources = "data/sources.yaml"
  static let codelists = "data/codelists.yaml"
  static let areas = "groups/areas.csv"
  static let groups = "groups/groups.yaml"
  static let tiles = "boundaries/tiles.csv"
  static let report = "narrative/report.yaml"
  static let theme = "theme/theme.yaml"
  static let themeFolder = "theme/"

  private static let readFolders = [
    "plan", "data", "groups", "registers", "rules", "surveys", "indices", "boundaries", "theme",
    "narrative",
  ]
  private static let single = [settings, accepted, sources, codelists, areas, groups, tiles, report, theme]

  /// Reports files and folders that have no place in a workspace.
  init(_ paths: [String], into diagnostics: inout Diagnostics) {
    var reportedFolders: Set<String> = []
    keptEditions = Set(paths.compactMap(WorkspaceFiles.keptEdition))
    for path in paths where !WorkspaceFiles.isLeftAlone(path) && !WorkspaceFiles.single.contains(path) {
      let parts = path.split(separator: "/").map(String.init)
      guard parts.count > 1 else {
        diagnostics.report(.unknownFile(path, hint: WorkspaceFiles.hint(path)))
        continue
      }
      guard WorkspaceFiles.readFolders.contains(parts[0]) else {
        let folders = WorkspaceFiles.readFolders
        if reportedFolders.insert(parts[0]).inserted {
          diagnostics.report(.unknownFolder(parts[0], at: .wholeFile(path), closest: folders.closest(to: parts[0])))
        }
        continue
      }
      sort(path, parts, into: &diagnostics)
    }
  }

  private mutating func sort(_ path: String, _ parts: [String], into diagnostics: inout Diagnostics) {
    switch (parts[0], path.hasSuffix(".yaml"), path.hasSuffix(".csv")) {
    case ("plan", true, _) where parts.count == 2: plans.append(path)
    case ("data", true, _): sidecars.append(path)
    case ("data", _, true), ("groups", _, true), ("registers", _, true), ("surveys", _, true): tables.append(path)
    case ("registers", true, _): registers.append(path)
    case ("rules", true, _): rules.append(path)
    case ("indices", true, _): indices.append(path)
    case ("surveys", true, _): surveys.append(path)
    case ("boundaries", false, false) where parts.count == 2 && path.hasSuffix(".geojson"): outlines.append(path)
    case ("narrative", false, false) where parts.count == 3 && parts[1] == "images" && path.isPicture:
      pictures.append(path)
    case ("narrative", false, false) where parts.count == 3 && path.hasSuffix(".md"): chapters.append(path)
    case ("theme", false, false) where parts.count == 2: themeFiles.append(path)
    default: diagnostics.report(.unknownFile(path, hint: WorkspaceFiles.hint(path)))
    }
  }

  /// Editions that are kept, whose files are as they were.
  private static let frozen = "frozen"

  /// The edition whose list of sums this is, which is written last.
  private static func keptEdition(_ path: String) -> String? {
    let parts = path.split(separator: "/")
    return parts.count == 3 && parts[0] == frozen && parts[2] == "files.sha256" ? String(parts[1]) : nil
  }

  /// Hidden files, kept editions, and what people put beside any work.
  private static func isLeftAlone(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    if parts.count > 1, parts[0] == frozen { return true }
    let name = parts.last ?? ""
    let isRead = [".yaml", ".yml", ".csv"].contains { name.hasSuffix($0) }
    let stem = name.prefix { $0 != "." && $0 != "-" }
    return parts.contains { $0.hasPrefix(".") } || (!isRead && (stem == "README" || stem == "LICENSE"))
  }

  private static func hint(_ path: String) -> String? {
    if path.hasSuffix(".yml") { return "rename it to \(path.dropLast(4)).yaml" }
    if path.hasPrefix("boundaries/"), path.hasSuffix(".json") { return "rename it to \(path.dropLast(5)).geojson" }
    if path.hasPrefix("plan/"), path.hasSuffix(".yaml") { return "files of the plan lie in plan/ itself" }
    let known = single.closest(to: path)
    return known.map { "did you mean '\($0)'?" }
  }
}

extension String {
  fileprivate var isPicture: Bool { [".png", ".jpg", ".jpeg"].contains { lowercased().hasSuffix($0) } }
}

extension Diagnostic {
  fileprivate static func unknownFile(_ path: String, hint: String?) -> Self {
    Diagnostic(
      .warning, "MP0114", "file has no place in a workspace", at: .wholeFile(path),
      hint: hint ?? "move or delete it; names that begin with a dot are left alone")
  }

  fileprivate static func unknownFolder(_ name: String, at position: SourcePosition, closest: String?) -> Self {
    Diagnostic(
      .warning, "MP0114", "folder '\(name)' has no place in a workspace", at: position,
      hint: closest.map { "did you mean '\($0)'?" } ?? "move it; names that begin with a dot are left alone")
  }
}
