import MilepostModel
import Testing

@testable import MilepostExchange
@testable import MilepostReport

private func reported(_ language: LanguageTag) -> Manuscript? { manuscript(IslesReport.release, language: language) }

/// The report on the invented archipelago as a Word document.
struct WordSample {
  let manuscript: Manuscript
  let parts: [String: String]
  let bytes: [UInt8]

  static let names =
    ["document", "styles", "numbering", "settings", "footnotes", "header1", "footer1"].map { "word/\($0).xml" }
    + ["docProps/core.xml", "docProps/custom.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"]

  init(_ language: String) throws {
    let tag = LanguageTag(language)
    manuscript = try #require(reported(tag))
    let chapters = IslesReport.chapters.map(\.chapter).filter { $0.language == tag }
    let texts = chapters.map { ($0.id.text.slug, $0) }
    let points: [UInt8] = [0x89, 0x50, 0x4E, 0x47]
    let rasters = manuscript.vectorDrawings.map { ($0.name, points) }
    bytes = try wordDocument(
      manuscript, texts: Dictionary(uniqueKeysWithValues: texts), rasters: Dictionary(uniqueKeysWithValues: rasters))
    parts = try Archive.parts(WordSample.names, of: bytes).mapValues { String(decoding: $0, as: UTF8.self) }
  }

  func part(_ name: String) throws -> String { try #require(parts["word/\(name).xml"]) }

  /// The paragraph of the text that holds some words.
  func paragraph(with words: String) throws -> String {
    let text = try part("document")
    let place = try #require(text.firstRange(of: words)).lowerBound
    let start = try #require(text[..<place].ranges(of: "<w:p>").last).lowerBound
    let end = try #require(text[place...].firstRange(of: "</w:p>")).upperBound
    return String(text[start..<end])
  }
}
