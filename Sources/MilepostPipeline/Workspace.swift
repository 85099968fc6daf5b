import MilepostEngine
import MilepostFormats
package import MilepostModel

/// What is in a file of a workspace, or why it is of no use to it.
package enum FileContents: Sendable {
  case bytes([UInt8])
  /// A link that leads outside, a pipe, no permission: a fault of the workspace and not of the machine.
  case unreadable(reason: String)
}

/// A workspace as files, and what can be asked of it. The order of the stages is here and nowhere else.
package struct Workspace: Sendable {
  private let tree: SourceTree

  /// - Parameters:
  ///   - paths: every file, relative to the workspace.
  ///   - read: the bytes of one of them; throws when the machine fails.
  package init(paths: [String], read: @escaping @Sendable (String) throws -> FileContents) {
    tree = SourceTree(paths: paths) { path in
      switch try read(path) {
      case .bytes(let bytes): return bytes
      case .unreadable(let reason): throw SourceTree.UnreadableFile(reason: reason)
      }
    }
  }

  /// What came of reading and resolving: a plan when nothing stands in the way of computing.
  private struct Resolved {
    var draft: Draft?
    var plan: ResolvedPlan?

    /// The last stage of which every finding is known; rows that were left out leave the data half checked.
    var stage: RuleSet.Stage {
      guard plan != nil, let draft else { return .resolving }
      let files = draft.dataflows.reduce(0) { $0 + $1.vintages.count }
      let areWhole =
        draft.tables.allSatisfy(\.isWhole) && draft.registerTables.allSatisfy(\.isWhole)
        && draft.surveyTables.allSatisfy(\.isWhole)
      let surveyFiles = draft.surveys.flatMap(\.waves).reduce(0) { $0 + $1.vintages.count }
      return draft.tables.count == files && draft.surveyTables.count == surveyFiles && areWhole ? .checking : .resolving
    }
  }

  private func resolved(_ rules: RuleSet, into diagnostics: inout Diagnostics) throws -> Resolved {
    guard let read = try load(tree, into: &diagnostics) else { return Resolved() }
    let draft = tabulateSurveys(tabulate(read, into: &diagnostics), into: &diagnostics)
    guard let plan = resolve(draft, rules: rules.draft, into: &diagnostics) else { return Resolved(draft: draft) }
    for rule in rules.plan { rule.check(plan, &diagnostics) }
    checkData(plan, rules: rules.data, into: &diagnostics)
    return Resolved(draft: draft, plan: plan)
  }

  /// The plan behind the releases; nil when references do not hold.
  func resolvedPlan(into diagnostics: inout Diagnostics) throws -> ResolvedPlan? {
    try resolved(.all, into: &diagnostics).plan
  }

  /// The text of the report; nil where it cannot be read.
  func narrative(into diagnostics: inout Diagnostics) throws -> Narrative? {
    try load(tree, into: &diagnostics)?.narrative
  }

  /// The files that editions are compiled from, sorted; not those that are kept of earlier ones.
  var sourcePaths: [String] { tree.paths.filter { !$0.hasPrefix("frozen/") }.sorted() }

  /// The text of an edition's report: that of the workspace, or the one that was kept with the edition.
  private func narrative(of edition: Edition, _ settings: WorkspaceSettings) throws -> Narrative? {
    var unseen = Diagnostics()
    if let narrative = try narrative(into: &unseen), narrative.document.isOf(edition, in: settings) { return narrative }
    let folder = FrozenEdition.folder(of: edition.id) + "/" + FrozenEdition.sources
    let kept = tree.paths.filter { $0.hasPrefix(folder) }.map { String($0.dropFirst(folder.count)) }
    guard !kept.isEmpty else { return nil }
    let tree = tree
    return try load(SourceTree(paths: kept) { try tree.read(folder + $0) }, into: &unseen)?.narrative
  }

  /// What changed in the text of the report between two releases; empty when one of them has none that is known.
  package func changedParagraphs(_ before: Release, _ after: Release) throws -> [ParagraphChange] {
    guard let one = before.edition, let other = after.edition, let old = try narrative(of: one, after.settings),
      let new = try narrative(of: other, after.settings)
    else { return [] }
    return compareTexts(old, new)
  }

  /// The bytes of a file of the workspace.
  func contents(of path: String) throws -> [UInt8] { try tree.read(path) }

  /// Reads, checks, computes and assesses; releases exist only when there is no error.
  ///
  /// - Parameters:
  ///   - choice: the editions to release; every edition is checked whatever is chosen.
  ///   - history: whether releases say what changed since the edition before them.
  ///   - progress: told the name of each stage as it begins.
  /// - Throws: `EditionFault`, or what reading a file throws.
  package func compile(
    _ choice: EditionChoice = .all, _ history: History = .none, isStrict: Bool = false, rules: RuleSet = .all,
    progress: (String) -> Void = { _ in }
  ) throws -> Compilation {
    progress("reading")
    var diagnostics = Diagnostics()
    let resolved = try resolved(rules, into: &diagnostics)
    var stage = resolved.stage
    func compilation(_ releases: [Release]) -> Compilation {
      Compilation(diagnostics, accepted: resolved.draft, isStrict: isStrict, releases: releases) {
        rules.stage(of: $0) <= stage
      }
    }
    guard let plan = resolved.plan, !plan.draft.isStopped(by: diagnostics.outsideTexts) else { return compilation([]) }
    let points = try choice.points(of: plan.settings)
    var releases: [Release] = []
    for point in points {
      progress("computing \(point.edition?.id.text ?? point.asOf.description)")
      releases.append(release(plan, point, rules, into: &diagnostics))
    }
    if history == .sinceTheEditionBefore { releases = comparing(releases, plan, rules) }
    if Set(plan.settings.editions.map(\.date)).isSubset(of: points.map(\.asOf)) { stage = .assessing }
    return compilation(releases)
  }

  /// The releases, each with what changed since the edition before it, which is computed where it is not among them.
  private func comparing(_ releases: [Release], _ plan: ResolvedPlan, _ rules: RuleSet) -> [Release] {
    let editions = plan.settings.editions.sorted { $0.date < $1.date }
    var known: Release?
    return releases.map { release in
      defer { known = release }
      guard let id = release.edition?.id, let place = editions.firstIndex(where: { $0.id == id }), place > 0 else {
        return release
      }
      let edition = editions[place - 1]
      if let known, known.edition?.id == edition.id { return release.with(changes: compare(known, release)) }
      var unseen = Diagnostics()
      let before = self.release(plan, AsOfPoint(edition: edition, asOf: edition.date), rules, into: &unseen)
      return release.with(changes: compare(before, release))
    }
  }

  private func release(
    _ newest: ResolvedPlan, _ point: AsOfPoint, _ rules: RuleSet, into diagnostics: inout Diagnostics
  ) -> Release {
    let computed = computed(newest, point, rules, into: &diagnostics)
    let report = evaluateReport(computed.plan, computed.table, computed.release, into: &diagnostics)
    return computed.release.with(todo: todo(computed.release)).with(report: report)
  }

  /// What answers the questions of texts as of an edition.
  func evaluator(_ newest: ResolvedPlan, _ point: AsOfPoint) -> TextEvaluator {
    var unseen = Diagnostics()
    let computed = computed(newest, point, .all, into: &unseen)
    return TextEvaluator(computed.plan, computed.table, computed.release)
  }

  /// A release without its texts, with what it was computed from.
  private struct Computed {
    let plan: ResolvedPlan
    let table: WorkingTable
    let release: Release
  }

  private func computed(
    _ newest: ResolvedPlan, _ point: AsOfPoint, _ rules: RuleSet, into diagnostics: inout Diagnostics
  ) -> Computed {
    let plan = newest.standing(on: point.asOf)
    let observed = select(plan, asOf: point.asOf)
    let table = compute(plan, observed, asOf: point.asOf, into: &diagnostics)
    let maps = publishMaps(plan, asOf: point.asOf, into: &diagnostics)
    let indices = publishIndices(plan, table, asOf: point.asOf, into: &diagnostics)
    let (targets, outcomes) = assess(
      plan, table, asOf: point.asOf, checks: rules.checks, into: &diagnostics)
    let watched = Array(Set(plan.plan.targets.flatMap(\.watchedKeys))).sorted()
    let dataflows = plan.draft.dataflows.map { $0.received(by: point.asOf) }.filter { !$0.vintages.isEmpty }
    let series = table.published()
    let groups = plan.groups.values.sorted { $0.id < $1.id }
    let release = Release(
      settings: plan.settings, edition: point.edition, asOf: point.asOf, plan: plan.plan,
      areas: plan.areas.values.sorted { $0.id < $1.id }, groups: groups,
      boundaries: Boundaries(outlines: plan.draft.outlines, tiles: plan.draft.tiles),
      theme: plan.draft.theme ?? .standard,
      codelists: plan.codelists.values.sorted { $0.id < $1.id },
      sources: plan.sources.values.sorted { $0.id < $1.id }, dataflows: dataflows.sorted { $0.id < $1.id },
      registers: plan.draft.registers(asOf: point.asOf), maps: maps, rules: plan.draft.rules, indices: indices,
      surveys: plan.draft.surveys(asOf: point.asOf), series: series,
      rankings: rankAreas(plan.plan, groups: groups, series, asOf: point.asOf),
      earlierVintages: earlierVintages(plan, asOf: point.asOf, keys: watched),
      assessments: targets, directions: outcomes, accepted: [])
    return Computed(plan: plan, table: table, release: release)
  }
}

/// Whether releases know what was before them.
package enum History: Sendable {
  case none, sinceTheEditionBefore
}

/// The rules that are run; tests leave one out to show what it is for.
package struct RuleSet: Sendable {
  let draft: [DraftRule]
  let plan: [Rule]
  let data: [DataRule]
  let checks: [AssessmentCheck]

  /// When findings of a code come up.
  enum Stage: Comparable {
    case reading, resolving, checking
    /// Computing and assessing, of every edition.
    case assessing
  }

  /// Findings of computing, which no rule owns.
  private static let computing: Set<String> = [
    "MP0530", "MP0531", "MP0532", "MP0818", "MP1001", "MP1002", "MP1004", "MP1005", "MP1006",
    "MP1201", "MP1202", "MP1204", "MP1205", "MP1206", "MP1208", "MP1209", "MP1210",
  ]

  func stage(of code: String) -> Stage {
    if RuleSet.computing.contains(code) || checks.contains(where: { $0.codes.contains(code) }) { return .assessing }
    if data.contains(where: { $0.codes.contains(code) }) || plan.contains(where: { $0.codes.contains(code) }) {
      return .checking
    }
    return draft.contains { $0.codes.contains(code) } ? .resolving : .reading
  }

  package static let all = RuleSet(
    draft: draftRules, plan: formulaRules + assessmentRules + registerRules + surveyRules + indexRules + narrativeRules,
    data: dataRules,
    checks: assessmentChecks)

  /// All rules but the one that owns `code`.
  package func without(_ code: String) -> RuleSet {
    RuleSet(
      draft: draft.filter { !$0.codes.contains(code) }, plan: plan.filter { !$0.codes.contains(code) },
      data: data.filter { !$0.codes.contains(code) }, checks: checks.filter { !$0.codes.contains(code) })
  }

  /// Every code that a rule owns; the others belong to readers.
  package var codes: Set<String> {
    Set(draft.flatMap(\.codes) + plan.flatMap(\.codes) + data.flatMap(\.codes) + checks.flatMap(\.codes))
  }
}

extension Target {
  /// The series that the target's chart shows, those of its parts included.
  fileprivate var watchedKeys: [SeriesKey] {
    var keys = measure.map { [$0.key] } ?? []
    if case .compound(let parts) = kind { keys += parts.compactMap { $0.measure?.key } }
    return keys
  }
}

extension Dataflow {
  /// The dataflow with the vintages that had been received by `date`.
  fileprivate func received(by date: CalendarDate) -> Dataflow {
    Dataflow(
      id: id, title: title, indicator: indicator, structure: structure, unit: unit, source: source,
      vintages: vintages.filter { $0.received <= date }, file: file)
  }
}
