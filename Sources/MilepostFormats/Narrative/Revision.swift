package import MilepostModel

/// What a document that came back makes of the chapters of its language.
package struct Revision: Sendable {
  package struct Counts: Hashable, Sendable {
    package var unchanged = 0
    package var changed = 0
    package var new = 0
    package var moved = 0
    package var deleted = 0
  }

  /// The files that change, with what they shall hold.
  package private(set) var files: [(file: String, bytes: [UInt8])] = []
  package private(set) var counts = Counts()
  package private(set) var diagnostics = Diagnostics()

  /// - Parameters:
  ///   - layouts: the chapters of the language.
  ///   - name: the file of the document, for what belongs to no chapter.
  package init(_ layouts: [ChapterLayout], by document: ReturnedDocument, name: String) {
    var sorting = ReturnedTexts(layouts, document, name: name)
    sorting.sort()
    diagnostics.report(contentsOf: sorting.diagnostics)
    var braces: [TextMark: String] = [:]
    for layout in layouts { braces.merge(layout.braces) { first, _ in first } }
    let writer = MarkdownText(braces: braces)
    for (place, layout) in layouts.enumerated() {
      var revision = ChapterRevision(layout, sorting.chapters[place], document, writer)
      revision.revise()
      diagnostics.report(contentsOf: revision.diagnostics)
      counts.unchanged += revision.counts.unchanged
      counts.changed += revision.counts.changed
      counts.new += revision.counts.new
      counts.moved += revision.counts.moved
      counts.deleted += revision.counts.deleted
      let bytes = revision.bytes
      if bytes == layout.source.bytes { continue }
      files.append((layout.file, bytes))
      report(revision.written, in: layout, bytes)
    }
  }

  /// Reads a changed chapter again and says which texts do not say there what the document says.
  private mutating func report(_ written: [ChapterRevision.Written], in layout: ChapterLayout, _ bytes: [UInt8]) {
    var unseen = Diagnostics()
    let marks = ChapterLayout(layout.chapter, bytes: bytes, into: &unseen).map { Set($0.marks) }
    for text in written where marks.map({ !$0.contains(text.mark) }) ?? true {
      diagnostics.report(.notFollowed("a text that reads otherwise in Markdown", text.words, at: text.position))
    }
  }
}
