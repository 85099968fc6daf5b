package import MilepostModel
import MilepostReport

/// The report of a release as one file.
package struct Reports: Sendable {
  /// What the file is for.
  package enum Form: Sendable {
    /// HTML to be read with a browser.
    case screen
    /// HTML for a program that makes sheets of paper.
    case sheets
  }

  /// Why there is no file; each says what there is instead.
  package enum Fault: Error, Hashable, CustomStringConvertible {
    /// No edition of the workspace has one.
    case noReport
    case otherEdition(String)
    /// The workspace does not have the language.
    case unknownLanguage(LanguageTag)
    case notInLanguage(LanguageTag, known: [LanguageTag])

    package var description: String {
      switch self {
      case .noReport: "the workspace has no report; write narrative/report.yaml and a chapter beside it"
      case .otherEdition(let edition):
        "edition \(edition) has no report; narrative/report.yaml says which edition the report is of"
      case .unknownLanguage(let language): "the workspace has no language '\(language)'"
      case .notInLanguage(let language, let known):
        "the report has no chapter in '\(language)'; there are some in \(known.map(\.text).joined(separator: ", "))"
      }
    }
  }

  let release: Release
  let language: LanguageTag

  /// - Parameters:
  ///   - releases: oldest first; the latest that has a report is taken.
  ///   - edition: the one that was asked for; nil: any.
  ///   - language: nil: the original language.
  package init(_ releases: [Release], edition: String?, language: LanguageTag?) throws(Fault) {
    guard let release = releases.last(where: { $0.report != nil }), let report = release.report else {
      throw edition.map(Fault.otherEdition) ?? .noReport
    }
    let language = language ?? report.document.originalLanguage
    guard release.settings.languages.contains(language) else { throw .unknownLanguage(language) }
    guard report.languages.contains(language) else { throw .notInLanguage(language, known: report.languages) }
    self.release = release
    self.language = language
  }

  /// What the edition knew last; the date of the file.
  package var asOf: CalendarDate { release.asOf }

  package func html(for form: Form) -> [UInt8] {
    guard let file = reportFile(release, language: language, form == .screen ? .screen : .sheets) else {
      preconditionFailure("the report has chapters in the language")
    }
    return file
  }
}
