package import MilepostExchange
package import MilepostModel
import MilepostReport

/// The machine could not make a workbook.
package typealias WorkbookFailure = MilepostExchange.WorkbookFailure

/// Releases as the files of a site: pages and data, written one by one so that memory does not grow with their number.
package struct Publication: Sendable {
  /// What to write.
  package enum Parts: Sendable {
    case all, site, data

    /// Whether a file of the site is of these parts.
    package func holds(_ path: String) -> Bool {
      let folders = path.split(separator: "/")
      let isData = folders.first == "data" || (folders.first == "editions" && folders.dropFirst(2).first == "data")
      return switch self {
      case .all: true
      case .site: !isData
      case .data: isData
      }
    }
  }

  private let releases: [Release]
  private let languages: [LanguageTag]
  private let parts: Parts
  private let scratch: String
  private let workspace: Workspace?

  /// - Parameters:
  ///   - releases: oldest first, of one workspace, never empty; the last stands at the root.
  ///   - languages: empty: all of the workspace.
  ///   - scratch: a folder for temporary files, best in memory; they are gone when the last file is written.
  ///   - workspace: from which kept reports are read; nil: releases have none.
  package init(
    _ releases: [Release], languages: [LanguageTag], parts: Parts, scratch: String = "/tmp",
    of workspace: Workspace? = nil
  ) {
    self.releases = releases
    self.languages = languages.isEmpty ? releases[releases.count - 1].settings.languages : languages
    self.workspace = workspace
    self.parts = parts
    self.scratch = scratch
  }

  /// A language that the workspace does not have.
  package var unknownLanguage: LanguageTag? {
    languages.first { !releases[releases.count - 1].settings.languages.contains($0) }
  }

  /// Makes every file.
  ///
  /// - Parameters:
  ///   - diagnostics: findings about the site, known when the last file is written.
  ///   - write: given the path, relative to the folder of the site, and the bytes.
  @discardableResult
  package func write(
    into diagnostics: inout Diagnostics, _ write: (_ path: String, _ bytes: borrowing [UInt8]) throws -> Void
  ) throws -> SiteReport {
    var report = SiteReport(releases[releases.count - 1], languages: languages)
    var checker = SiteChecker()
    func take(_ path: String, _ bytes: borrowing [UInt8]) throws {
      report.add(path, bytes: bytes.count)
      try write(path, bytes)
    }
    // The data files are made even where they are not written: pages tell what they weigh.
    let releases = try releases.map { $0.with(dataCatalogue: try writeData(of: $0, into: &checker, take)) }
    report.contentHashes = releases.compactMap { $0.dataCatalogue?.contentHash }
    guard parts != .data else { return report }
    try writeKeptReports(into: &checker, take)
    var drawings = DrawingFiles()
    var last: MadeText?
    for file in MilepostReport.site(for: releases, languages: languages).files {
      let repeats = file.repeats(last)
      let bytes = file.make(reusing: &last)
      if repeats { checker.check(repeating: file, bytes) } else { checker.check(file, bytes) }
      try take(file.path, bytes)
      for drawing in drawings.files(on: file, bytes, repeats: repeats) { try take(drawing.path, drawing.bytes) }
    }
    var found = Diagnostics()
    checker.finish(into: &found)
    report.add(found)
    diagnostics.report(contentsOf: found)
    return report
  }

  /// The reports of frozen editions, as they were kept.
  private func writeKeptReports(
    into checker: inout SiteChecker, _ write: (_ path: String, _ bytes: borrowing [UInt8]) throws -> Void
  ) throws {
    guard let workspace else { return }
    for release in releases {
      guard let edition = release.edition?.id else { continue }
      for document in release.keptDocuments where languages.contains(document.language) {
        let path = "editions/\(edition.text.slug)/\(document.place(in: edition))"
        checker.note(path: path)
        try write(path, try workspace.contents(of: document.file))
      }
    }
  }

  private func writeData(
    of release: Release, into checker: inout SiteChecker,
    _ write: (_ path: String, _ bytes: borrowing [UInt8]) throws -> Void
  ) throws -> DataCatalogue {
    let folders = folders(of: release).map { $0 + "data/" }
    return try writeDataFiles(
      of: release, language: languages[0], texts: AssessmentTexts(release, language: languages[0]), scratch: scratch
    ) { (path, bytes: borrowing [UInt8]) throws in
      for folder in folders {
        checker.note(path: folder + path)
        if parts != .site { try write(folder + path, bytes) }
      }
    }
  }

  /// Folders in which the files of a release stand: its own for good, the root when it is the latest.
  private func folders(of release: Release) -> [String] {
    let own = release.edition.map { ["editions/\($0.id.text.slug)/"] } ?? []
    let latest = releases[releases.count - 1]
    let isLatest = release.asOf == latest.asOf && release.edition?.id == latest.edition?.id
    return isLatest ? own + [""] : own
  }
}
