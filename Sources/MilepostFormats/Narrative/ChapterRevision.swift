import MilepostModel

/// Changes one chapter as a document says.
struct ChapterRevision {
  let layout: ChapterLayout
  let returned: ReturnedTexts.Returned
  let document: ReturnedDocument
  var writer: MarkdownText
  var lines: EditedLines
  var diagnostics = Diagnostics()
  var counts = Revision.Counts()
  /// A text that was taken over.
  struct Written {
    let mark: TextMark
    let words: String
    let position: SourcePosition
  }

  var written: [Written] = []
  /// The segment behind which a new list was begun.
  var lastItem: Int?
  /// Where the last block went that was moved, as long as others follow it.
  var movedLine: Int?
  /// Notes that the document adds: their texts by the places that texts name them by.
  var newNotes: [(name: String, text: SpanSkeleton)] = []

  init(
    _ layout: ChapterLayout, _ returned: ReturnedTexts.Returned, _ document: ReturnedDocument, _ writer: MarkdownText
  ) {
    self.layout = layout
    self.returned = returned
    self.document = document
    self.writer = writer
    lines = EditedLines(layout.source)
    self.writer.footnotes = footnoteNames()
  }

  var bytes: [UInt8] { lines.bytes }
  var isChinese: Bool { layout.chapter.language.isChinese }

  mutating func revise() {
    guard !returned.places.isEmpty else {
      diagnostics.report(.noChapter(layout.chapter.title, at: .wholeFile(layout.file)))
      return
    }
    for entry in returned.entries + returned.footnotes {
      if let unit = entry.unit {
        change(unit, entry)
      } else if entry.mark != nil {
        diagnostics.report(.changedSince(entry.text.plainText, at: .wholeFile(layout.file)))
      }
    }
    removeMissing()
    place()
    addNotes()
  }

  // MARK: Texts

  private mutating func change(_ unit: Int, _ entry: ReturnedEntry) {
    let mark = entry.text.mark
    if mark == entry.mark || mark == layout.marks[unit] {
      counts.unchanged += 1
      return
    }
    let position = layout.units[unit].position
    if entry.isStale {
      diagnostics.report(.changedSince(entry.text.plainText, at: position))
      return
    }
    var writer = writer
    if case .cell = layout.units[unit].kind { writer.isCell = true }
    guard let text = writer.text(entry.text) else {
      diagnostics.report(.unknownBinding(entry.text.plainText, at: position))
      return
    }
    let written = SpanSkeleton(layout.units[unit].spans, layout.chapter.bindings).bindings
    for gone in Set(written).subtracting(entry.text.bindings).sorted(by: { $0.value < $1.value }) {
      guard !isElsewhere(gone), let brace = writer.braces[gone] else { continue }
      diagnostics.report(.bindingGone(brace, at: position))
    }
    if write(text, plain: entry.text.plainText, unit) {
      counts.changed += 1
      let isPlain = [.title, .boxTitle, .code].contains(layout.units[unit].kind)
      if !isPlain { self.written.append(Written(mark: mark, words: entry.text.plainText, position: position)) }
    } else {
      diagnostics.report(.notFollowed("a change", entry.text.plainText, at: position))
    }
  }

  /// Whether a binding went to another paragraph.
  private func isElsewhere(_ mark: TextMark) -> Bool {
    document.paragraphs.contains { paragraph in
      ([paragraph.loose] + paragraph.texts).contains { $0.bindings.contains(mark) }
    }
  }

  // MARK: What is missing

  private mutating func removeMissing() {
    let seen = Set((returned.entries + returned.footnotes).compactMap(\.unit))
    guard document.chapters[TextMark(of: layout.chapter.id.text)] == layout.chapter.seal else {
      let count = document.chapters[TextMark(of: layout.chapter.id.text)].map { $0.count - returned.places.count }
      if let count, count > 0 { diagnostics.report(.missingSince(count, at: .wholeFile(layout.file))) }
      for unit in returned.joined.sorted() where !seen.contains(unit) && remove(unit) { counts.deleted += 1 }
      return
    }
    var tables: Set<SourcePosition> = []
    for unit in layout.units.indices where !seen.contains(unit) {
      let (kind, position) = (layout.units[unit].kind, layout.units[unit].position)
      switch kind {
      case .paragraph, .heading, .code, .rule:
        if remove(unit) {
          counts.deleted += 1
        } else {
          diagnostics.report(.partGone("a part of a list or note", at: position))
        }
      case .exhibit: diagnostics.report(.exhibitGone(at: position))
      case .title: diagnostics.report(.partGone("the title of the chapter", at: position))
      case .boxTitle: diagnostics.report(.partGone("the title of a box", at: position))
      case .caption: if isShown(unit, seen) { diagnostics.report(.partGone("this caption", at: position)) }
      case .source: if isShown(unit, seen) { diagnostics.report(.partGone("this source", at: position)) }
      case .cell:
        if isShown(unit, seen), tables.insert(position).inserted {
          diagnostics.report(.partGone("a cell of this table", at: position))
        }
      }
    }
  }

  /// Whether the chart, table or picture that a unit belongs to is there.
  private func isShown(_ unit: Int, _ seen: Set<Int>) -> Bool {
    let position = layout.units[unit].position
    return layout.units.indices.contains {
      layout.units[$0].kind == .exhibit && layout.units[$0].position == position && seen.contains($0)
    }
  }

  /// Takes a paragraph out that stands by itself or is an item without others in it.
  private mutating func remove(_ unit: Int) -> Bool {
    guard let place = layout.segment(of: unit), let range = layout.ranges[layout.units[unit].position] else {
      return false
    }
    let segment = layout.segments[place]
    let seen = Set((returned.entries + returned.footnotes).compactMap(\.unit))
    if !segment.units.contains(where: seen.contains) {
      lines.drop(segment.lines)
      return true
    }
    guard segment.kind == .block else { return false }
    let own = layout.lines(range)
    // What stands deeper below it would hang in the air.
    let isLast = own.upperBound == segment.lines.upperBound
    let depth = layout.source.indent(ofLine: own.lowerBound)
    guard isLast || layout.source.indent(ofLine: own.upperBound + 1) <= depth else { return false }
    lines.drop(own)
    return true
  }
}

extension TextPositions {
  /// Blanks, marks of lists and of quotations at the beginning of a line.
  func indent(ofLine line: Int) -> Int {
    bytes[lineStarts[line]..<end(ofLine: line)].prefix { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }.count
  }
}

extension LanguageTag {
  var isChinese: Bool { text == "zh" || text.hasPrefix("zh-") }
}
