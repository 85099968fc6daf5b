import MilepostEngine
import MilepostExchange
import MilepostFormats
import MilepostModel

/// What is in a file of a workspace, or why it is of no use to it.
package enum FileContents: Sendable {
  case bytes([UInt8])
  /// A link that leads outside, a pipe, no permission: a fault of the workspace and not of the machine.
  case unreadable(reason: String)
}

/// A workspace as files, and what can be asked of it. The order of the stages is here and nowhere else.
package struct Workspace: Sendable {
  let tree: SourceTree

  init(_ tree: SourceTree) { self.tree = tree }

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
    SDMX.reportSameIDs(in: draft, into: &diagnostics)
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

  /// The workspace as it was read; nil where it cannot be.
  func draft(into diagnostics: inout Diagnostics) throws -> Draft? { try load(tree, into: &diagnostics) }

  /// Every file, sorted.
  var paths: [String] { tree.paths }

  func has(_ path: String) -> Bool { tree.paths.contains(path) }

  /// The text of a file; nil where there is none.
  func text(_ path: String) throws -> String? {
    has(path) ? String(decoding: try contents(of: path), as: UTF8.self) : nil
  }

  /// The files that editions are compiled from, sorted; not those that are kept of earlier ones.
  var sourcePaths: [String] { tree.paths.filter { !$0.hasPrefix("frozen/") }.sorted() }

  /// The bytes of a file of the workspace.
  package func contents(of path: String) throws -> [UInt8] { try tree.read(path) }

  /// Reads, checks, computes and assesses; releases exist only when there is no error.
  ///
  /// - Parameters:
  ///   - choice: the editions to release; every edition is checked whatever is chosen.
  ///   - history: what releases know of the editions before them.
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
      Compilation(
        diagnostics, accepted: resolved.draft, isStrict: isStrict, plan: resolved.plan, releases: releases
      ) {
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
    if history != .none { releases = try knowing(history, releases, plan, rules, into: &diagnostics) }
    if Set(plan.settings.editions.map(\.date)).isSubset(of: points.map(\.asOf)) {
      stage = history == .sinceTheEditionBefore ? .comparing : .assessing
    }
    return compilation(releases)
  }

  /// The releases with what they know of the editions before them.
  private func knowing(
    _ history: History, _ releases: [Release], _ plan: ResolvedPlan, _ rules: RuleSet,
    into diagnostics: inout Diagnostics
  ) throws -> [Release] {
    var kept = KeptEditions(tree)
    var releases = releases
    if history == .sinceTheEditionBefore {
      releases = try releases.map { try kept.inPlace(of: $0, latest: plan.settings.editions.last?.id) }
      releases = try comparing(releases, plan, rules, &kept)
    }
    releases = try releases.map { try kept.withPredecessor($0) }
    for finding in kept.findings { diagnostics.report(finding) }
    return releases
  }

  /// The releases, each with what changed since the edition before it, which is computed where it is not among them.
  private func comparing(
    _ releases: [Release], _ plan: ResolvedPlan, _ rules: RuleSet, _ kept: inout KeptEditions
  ) throws -> [Release] {
    let editions = plan.settings.editions
    var known: Release?
    var compared: [Release] = []
    for release in releases {
      defer { known = release }
      guard let id = release.edition?.id, let place = editions.firstIndex(where: { $0.id == id }), place > 0 else {
        compared.append(release)
        continue
      }
      let edition = editions[place - 1]
      if let known, known.edition?.id == edition.id {
        compared.append(release.with(changes: compare(known, release)))
        continue
      }
      var unseen = Diagnostics()
      let before = self.release(plan, AsOfPoint(edition: edition, asOf: edition.date), rules, into: &unseen)
      compared.append(release.with(changes: compare(try kept.inPlace(of: before, latest: nil), release)))
    }
    return compared
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
