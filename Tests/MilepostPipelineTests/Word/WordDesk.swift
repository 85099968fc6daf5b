import MilepostModel
import MilepostPipeline
import Testing

@testable import MilepostExchange

/// A workspace of which a document goes out, is changed and comes back.
struct WordDesk {
  let files: [String: [UInt8]]
  let language: LanguageTag
  private let parts: [ZipArchive.Part]

  private static let names =
    ["document", "styles", "numbering", "footnotes"].map { "word/\($0).xml" }
    + ["word/_rels/document.xml.rels", "docProps/custom.xml"]

  init(_ files: [String: [UInt8]], _ language: String) throws {
    self.files = files
    self.language = LanguageTag(language)
    let compilation = try Workspace(files: files).compile()
    let release = try #require(compilation.releases.last { $0.report != nil }, "\(compilation.diagnostics.map(\.line))")
    let report = try #require(WordReport(release, language: self.language))
    let bytes = try report.bytes(rasters: [:])
    parts = try Archive.parts(WordDesk.names, of: bytes).map { ZipArchive.Part(path: $0.key, bytes: $0.value) }
      .sorted { $0.path < $1.path }
  }

  /// What comes of a document.
  struct Outcome {
    var files: [String: String] = [:]
    var counts: [String: Int] = [:]
    var findings: [String] = []
    var codes: [String] { findings.compactMap { $0.split(separator: "[").last.map { String($0.dropLast()) } } }
  }

  /// - Parameter edit: changes `word/document.xml`.
  func back(editing edit: (inout String) -> Void = { _ in }) throws -> Outcome { try back(document(editing: edit)) }

  func document(editing edit: (inout String) -> Void) throws -> [UInt8] {
    let changed = parts.map { part in
      guard part.path == "word/document.xml" else { return part }
      var text = String(decoding: part.bytes, as: UTF8.self)
      edit(&text)
      return ZipArchive.Part(path: part.path, bytes: Array(text.utf8))
    }
    return try ZipArchive.bytes(of: changed)
  }

  func back(_ bytes: [UInt8]) throws -> Outcome {
    var diagnostics = Diagnostics()
    let result = try Workspace(files: files).importWord(
      GivenFile(name: "edited.docx", bytes: bytes), language: nil, into: &diagnostics)
    var outcome = Outcome()
    outcome.findings = diagnostics.all.map(\.line)
    for file in result?.files ?? [] { outcome.files[file.file] = String(decoding: file.bytes, as: UTF8.self) }
    for line in result?.report.split(separator: "\n") ?? [] {
      let words = line.split(separator: " ")
      outcome.counts[String(words[0])] = Int(words[1])
    }
    return outcome
  }
}
