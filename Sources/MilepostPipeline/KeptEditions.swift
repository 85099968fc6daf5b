import MilepostEngine
import MilepostFormats
package import MilepostModel
import MilepostReport

/// What releases know of the editions before them.
package enum History: Sendable {
  /// Nothing.
  case none
  /// The document that their report corrects or revises, as it was kept.
  case correctedDocument
  /// That, and what changed since the edition before; earlier editions that are frozen are those that were kept.
  case sinceTheEditionBefore
}

/// The frozen editions of a workspace, compiled from what was kept of them when they are asked for, each once.
struct KeptEditions {
  private let tree: SourceTree
  private var compiled: [Edition.ID: Release] = [:]
  private var unusable: Set<Edition.ID> = []
  /// Editions that this program cannot compile any more.
  private(set) var findings: [Diagnostic] = []

  init(_ tree: SourceTree) { self.tree = tree }

  /// The release of an edition as it was kept; nil when it is not frozen, or after a finding.
  mutating func release(of edition: Edition.ID) throws -> Release? {
    if let known = compiled[edition] { return known }
    guard !unusable.contains(edition) else { return nil }
    let folder = FrozenEdition.folder(of: edition) + "/"
    guard tree.contains(folder + FrozenEdition.sums) else { return nil }
    let sources = folder + FrozenEdition.sources
    let kept = tree.paths.filter { $0.hasPrefix(sources) }.map { String($0.dropFirst(sources.count)) }
    let tree = tree
    let workspace = Workspace(SourceTree(paths: kept) { try tree.read(sources + $0) })
    do {
      guard let release = try workspace.compile(.named(edition.text)).releases.last else { return refuse(edition) }
      compiled[edition] = release.with(keptDocuments: try documents(of: edition))
      return compiled[edition]
    } catch is EditionFault {
      return refuse(edition)
    }
  }

  private mutating func refuse(_ edition: Edition.ID) -> Release? {
    unusable.insert(edition)
    findings.append(.notCompiled(edition))
    return nil
  }

  /// The release that a site shows of an edition: of an earlier one, of which the workspace has no report any more, the one
  /// that was kept.
  mutating func inPlace(of release: Release, latest: Edition.ID?) throws -> Release {
    guard let edition = release.edition?.id, let kept = try self.release(of: edition) else {
      return release.with(keptDocuments: try release.edition.map { try documents(of: $0.id) } ?? [])
    }
    if release.report == nil { return edition == latest ? release : kept }
    let changes = changedParagraphs(kept, release)
    guard changes.isEmpty else {
      findings.append(.changedSince(edition, changes.count))
      return release
    }
    return release.with(keptDocuments: kept.keptDocuments)
  }

  /// The files of the report of a frozen edition, by language.
  func documents(of edition: Edition.ID) throws -> [KeptDocument] {
    let folder = FrozenEdition.folder(of: edition) + "/"
    guard tree.contains(folder + FrozenEdition.sums) else { return [] }
    return try tree.paths.filter { $0.hasPrefix(folder + "report.") }.compactMap { path in
      let parts = path.dropFirst(folder.count).split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count == 3, let format = KeptDocument.Format(rawValue: String(parts[2])) else { return nil }
      return KeptDocument(LanguageTag(String(parts[1])), format, file: path, size: try tree.read(path).count)
    }
  }

  /// A report with the document that it corrects or revises, as that was kept.
  mutating func withPredecessor(_ release: Release) throws -> Release {
    guard let report = release.report, let succession = release.edition?.succession,
      let before = try self.release(of: succession.edition), let document = before.report?.document
    else { return release }
    if let edition = release.edition?.id, let symbol = document.symbol, symbol == report.document.symbol {
      findings.append(.sameSymbol(symbol, edition, succession))
    }
    let languages = report.languages.filter { before.report?.languages.contains($0) == true }
    let predecessor = Predecessor(
      symbol: document.symbol, date: document.date ?? before.asOf, languages: languages,
      changes: changedParagraphs(before, release))
    return release.with(report: report.with(predecessor: predecessor))
  }
}

/// What changed in the report between two releases, in the languages that both have; empty when one of them has none.
package func changedParagraphs(_ before: Release, _ after: Release) -> [ParagraphChange] {
  (after.report?.languages ?? []).flatMap { language -> [ParagraphChange] in
    guard let old = manuscript(before, language: language), let new = manuscript(after, language: language) else {
      return []
    }
    return compareTexts(old, new)
  }
}

extension Diagnostic {
  fileprivate static func changedSince(_ edition: Edition.ID, _ count: Int) -> Self {
    Diagnostic(
      .warning, "MP0252",
      "edition '\(edition)' is frozen, and its report says something else now in \(count) place\(count == 1 ? "" : "s")",
      at: .wholeFile("narrative/report.yaml"),
      hint: "declare a correction in milepost.yaml, such as {id: \(edition)-CORR.1, date: …, corrects: \(edition)}, "
        + "and name it as 'edition' here")
  }

  fileprivate static func sameSymbol(_ symbol: String, _ edition: Edition.ID, _ succession: Succession) -> Self {
    Diagnostic(
      .warning, "MP0253",
      "the report of edition '\(edition)' has the symbol '\(symbol)', as '\(succession.edition)' has, "
        + "which it \(succession.kind.rawValue)",
      at: .wholeFile("narrative/report.yaml"),
      hint: "give it a symbol of its own, such as '\(symbol)-CORR.1'")
  }

  fileprivate static func notCompiled(_ edition: Edition.ID) -> Self {
    Diagnostic(
      .warning, "MP0251",
      "what was kept of edition '\(edition)' has errors for this program, so that its report is left out",
      at: .wholeFile("\(FrozenEdition.folder(of: edition))/\(FrozenEdition.sums)"),
      hint: "'milepost verify WORKSPACE \(edition)' names them")
  }
}
