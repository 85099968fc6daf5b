package import MilepostExchange
package import MilepostModel
import MilepostReport

/// The machine could not make a Word document.
package typealias WordFailure = MilepostExchange.WordFailure

/// The report of a release in one language, to be set for a word processor.
package struct WordReport: Sendable {
  private let manuscript: Manuscript
  private let texts: [String: Chapter]

  /// - Returns: nil when the release has no report, or the report no chapter in the language.
  package init?(_ release: Release, language: LanguageTag) {
    guard let report = release.report, let made = MilepostReport.manuscript(release, language: language) else {
      return nil
    }
    manuscript = made
    let chapters = report.chapters(in: language).map { ($0.chapter.id.text.slug, $0.chapter) }
    texts = Dictionary(chapters) { first, _ in first }
  }

  /// A drawing that the document needs as PNG beside its vectors.
  package struct Drawing: Sendable {
    package let name: String
    package let svg: [UInt8]
    /// In pixels, of which an inch has 96.
    package let width: Double
  }

  package var drawings: [Drawing] {
    manuscript.vectorDrawings.map { Drawing(name: $0.name, svg: $0.svg, width: $0.width) }
  }

  /// - Parameter rasters: by the names of the drawings.
  package func bytes(rasters: [String: [UInt8]]) throws(WordFailure) -> [UInt8] {
    try wordDocument(manuscript, texts: texts, rasters: rasters)
  }
}

extension Reports {
  /// The report as a document for word processors.
  package var word: WordReport {
    guard let report = WordReport(release, language: language) else {
      preconditionFailure("the report has chapters in the language")
    }
    return report
  }
}
