import MilepostExchange
package import MilepostModel
import MilepostReport

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

  /// - Parameters:
  ///   - releases: oldest first, of one workspace, never empty; the last stands at the root.
  ///   - languages: empty: all of the workspace.
  package init(_ releases: [Release], languages: [LanguageTag], parts: Parts) {
    self.releases = releases
    self.languages = languages.isEmpty ? releases[0].settings.languages : languages
    self.parts = parts
  }

  /// A language that the workspace does not have.
  package var unknownLanguage: LanguageTag? { languages.first { !releases[0].settings.languages.contains($0) } }

  /// Makes every file.
  ///
  /// - Parameters:
  ///   - diagnostics: findings about the site, known when the last file is written.
  ///   - write: given the path, relative to the folder of the site, and the bytes.
  package func write(
    into diagnostics: inout Diagnostics, _ write: (_ path: String, _ bytes: borrowing [UInt8]) throws -> Void
  ) throws {
    var checker = SiteChecker()
    for release in releases {
      let folders = folders(of: release).map { $0 + "data/" }
      guard parts != .site else {
        for path in dataFilePaths(of: release) { folders.forEach { checker.note(path: $0 + path) } }
        continue
      }
      try writeDataFiles(
        of: release, language: languages[0], texts: AssessmentTexts(release, language: languages[0])
      ) { (path, bytes: borrowing [UInt8]) throws in
        for folder in folders {
          checker.note(path: folder + path)
          try write(folder + path, bytes)
        }
      }
    }
    guard parts != .data else { return }
    for file in MilepostReport.site(for: releases, languages: languages).files {
      let bytes = file.make()
      checker.check(file, bytes)
      try write(file.path, bytes)
    }
    checker.finish(into: &diagnostics)
  }

  /// Folders in which the files of a release stand: its own for good, the root when it is the latest.
  private func folders(of release: Release) -> [String] {
    let own = release.edition.map { ["editions/\($0.id.text.slug)/"] } ?? []
    let isLatest = release.asOf == releases[releases.count - 1].asOf
    return isLatest ? own + [""] : own
  }
}
