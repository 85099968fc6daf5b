import MilepostEngine
import MilepostFormats
package import MilepostModel

/// A translation with today's marks.
package struct MarkedTranslation: Sendable {
  /// Relative to the workspace.
  package let file: String
  package let bytes: [UInt8]
  /// Paragraphs that have another mark than before.
  package let changed: Int
}

/// Why a translation cannot be marked.
package enum TranslationFault: Error, CustomStringConvertible {
  case noChapter(String, known: [String])
  case isOriginal(String)
  case noOriginal(String)

  package var description: String {
    switch self {
    case .noChapter(let file, let known):
      "the workspace has no chapter \(file)" + known.suggestion(for: file)
    case .isOriginal(let file): "\(file) is in the original language"
    case .noOriginal(let file): "\(file) has the id of no chapter in the original language"
    }
  }
}

extension Workspace {
  /// Says that every paragraph of a translation is right as of today's original.
  ///
  /// - Throws: `TranslationFault`, or what reading a file throws.
  /// - Returns: nil after findings.
  package func translated(_ file: String, into diagnostics: inout Diagnostics) throws -> MarkedTranslation? {
    guard let narrative = try narrative(into: &diagnostics) else { return nil }
    guard let chapter = narrative.chapters.first(where: { $0.file == file }) else {
      throw TranslationFault.noChapter(file, known: narrative.chapters.map(\.file))
    }
    let language = narrative.document.originalLanguage
    guard chapter.language != language else { throw TranslationFault.isOriginal(file) }
    guard let original = narrative.chapters(in: language).first(where: { $0.id == chapter.id }) else {
      throw TranslationFault.noOriginal(file)
    }
    var marks: [SourcePosition: TextMark] = [:]
    for pair in TranslatedParagraph.pairs(chapter, original) {
      guard let block = pair.translation, let mark = pair.original?.mark, mark != block.origin?.value else { continue }
      marks[block.position] = mark
    }
    let bytes = try contents(of: file)
    guard let written = writingMarks(marks, into: bytes, file: file, language: chapter.language, &diagnostics) else {
      return nil
    }
    return MarkedTranslation(file: file, bytes: written, changed: marks.count)
  }
}
