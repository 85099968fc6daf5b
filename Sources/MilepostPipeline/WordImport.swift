import MilepostExchange
import MilepostFormats
package import MilepostModel

extension Workspace {
  /// Reads a Word document that was made of the report, and finds what it changes in the texts of its language.
  ///
  /// - Parameters:
  ///   - given: the document.
  ///   - language: nil: the one that the document says.
  /// - Throws: what reading a file of the workspace throws.
  /// - Returns: nil after an error; then nothing may be written.
  package func importWord(
    _ given: GivenFile, language: LanguageTag?, into diagnostics: inout Diagnostics
  ) throws -> ImportedFiles? {
    let (name, bytes) = (given.name, try given.bytes())
    let document: ReturnedDocument
    do throws(DocumentFault) {
      document = try readWordDocument(bytes)
    } catch {
      diagnostics.report(error.diagnostic(of: name))
      return nil
    }
    var findings = Diagnostics()
    guard let narrative = try narrative(into: &findings) else {
      diagnostics.report(contentsOf: findings)
      diagnostics.report(.noNarrative(name))
      return nil
    }
    guard let tag = language ?? document.language, case let chapters = narrative.chapters(in: tag), !chapters.isEmpty
    else {
      let known = Set(narrative.chapters.map(\.language.text)).sorted()
      diagnostics.report(.noLanguage((language ?? document.language)?.text, known: known, name))
      return nil
    }
    let ids = Set(chapters.map { TextMark(of: $0.id.text) })
    guard document.paragraphs.contains(where: { $0.anchors.contains { ids.contains($0.chapter) } }) else {
      diagnostics.report(.noAnchor(name))
      return nil
    }
    var layouts: [ChapterLayout] = []
    for chapter in chapters {
      let source = try contents(of: chapter.file)
      guard let layout = ChapterLayout(chapter, bytes: source, into: &diagnostics) else { return nil }
      layouts.append(layout)
    }
    let revision = Revision(layouts, by: document, name: name)
    diagnostics.report(contentsOf: revision.diagnostics)
    return ImportedFiles(files: revision.files, report: revision.report)
  }
}

extension Revision {
  fileprivate var report: String {
    let rows = [
      ("unchanged", counts.unchanged), ("changed", counts.changed), ("new", counts.new), ("moved", counts.moved),
      ("deleted", counts.deleted), ("findings", diagnostics.count),
    ]
    return rows.map { name, count in
      name + String(repeating: " ", count: 11 - name.count) + String(count) + "\n"
    }.joined()
  }
}

extension Diagnostic {
  fileprivate static func noNarrative(_ file: String) -> Self {
    Diagnostic(
      .error, "MP1303", "the workspace has no report that the document could be of", at: .wholeFile(file),
      hint: "name the workspace that the document was made from")
  }

  fileprivate static func noLanguage(_ language: String?, known: [String], _ file: String) -> Self {
    let message =
      language.map { "the report has no chapter in '\($0)', the language of the document" }
      ?? "the document does not say its language"
    return Diagnostic(
      .error, "MP1303", message, at: .wholeFile(file),
      hint: "name it with --language; there are \(known.joined(separator: ", "))")
  }

  fileprivate static func noAnchor(_ file: String) -> Self {
    Diagnostic(
      .error, "MP1303", "no paragraph of the document belongs to a chapter of the workspace", at: .wholeFile(file),
      hint: "send out documents that 'milepost report' made, and save them as .docx")
  }
}
