package import MilepostModel

/// A report as a Word document, of which the text can be read back.
///
/// Same manuscript, same bytes.
///
/// - Parameters:
///   - texts: what the authors wrote, by the addresses of chapters; chapters without are shown and not read back.
///   - rasters: PNG pictures of the manuscript's vector drawings, by their names; a drawing without is its description.
package func wordDocument(
  _ manuscript: Manuscript, texts: [String: Chapter], rasters: [String: [UInt8]]
) throws(WordFailure) -> [UInt8] {
  var writer = WordWriter(manuscript, texts: texts, rasters: rasters)
  writer.write()
  return try WordPackage(writer).bytes()
}

extension WordWriter {
  mutating func write() {
    body = titleBlock() + contents()
    for chapter in manuscript.chapters { body += self.chapter(chapter) }
    body += notes()
    body += WordPage.section(
      isTurned: false, isRightToLeft: language.isRightToLeft, hasTitle: !hasSections, continues: hasSections)
  }

  private mutating func titleBlock() -> String {
    let block = manuscript.titleBlock
    cursor = UnitCursor(address: "title block")
    var text = made(WordParagraph(style: .measure, after: 0), block.plan)
    text += made(WordParagraph(style: .title), block.title)
    for line in block.succession { text += made(WordParagraph(style: .titleSection, before: 0, after: 80), line) }
    text += made(WordParagraph(style: .subtitle), block.author)
    for fact in block.facts {
      let words = cursor.made(fact.label + " " + fact.text.plainText)
      text += paragraph(
        WordParagraph(style: .fact),
        bookmark(words.name) + self.text(fact.label, WordFace(isStrong: true))
          + WordMarkup.element("w:r", [], WordMarkup.flag("tab")) + runs(fact.text, nil))
    }
    for section in block.sections {
      text += made(WordParagraph(style: .titleSection), [.text(section.label)])
      text += made(WordParagraph(style: .body, indent: (0, 0)), section.text)
    }
    return text + made(WordParagraph(style: .titleSection), [.text(block.edition)])
  }

  private mutating func chapter(_ chapter: ManuscriptChapter) -> String {
    address = chapter.address
    isAnnex = chapter.kind == .annex
    let written = texts[chapter.address].flatMap { chapter.origin == .written($0.id) ? $0 : nil }
    cursor = written.map { UnitCursor($0) } ?? UnitCursor(address: chapter.address)
    var properties = WordParagraph(style: .heading1)
    properties.numbering = headingNumber(chapter.number)
    var start = bookmark(WordWriter.placeName(chapter.address, nil))
    if let whole = cursor.whole { start += bookmark(whole.name) }
    var label = ""
    if isAnnex, language.isRightToLeft, let number = chapter.number {
      label = bookmark(cursor.made(number).name, around: text(number + "  "))
    }
    let title = paragraph(properties, start + unitText(chapter.title, prefix: label))
    let text = blocks(chapter.blocks, written?.blocks, Setting())
    addFootnotes(of: chapter, written)
    return title + text
  }

  private mutating func addFootnotes(of chapter: ManuscriptChapter, _ written: Chapter?) {
    let notes = manuscript.footnotes.filter { $0.chapter == chapter.address }
    var setting = Setting()
    setting.isFootnote = true
    let mark = WordMarkup.element(
      "w:r", [],
      WordMarkup.element("w:rPr", [], WordMarkup.value("rStyle", WordStyle.Character.footnoteMark.rawValue))
        + WordMarkup.flag("footnoteRef"))
    for (place, note) in notes.enumerated() {
      let texts = written.flatMap { place < $0.footnotes.count ? $0.footnotes[place].blocks : nil }
      var content = blocks(note.blocks, texts, setting)
      let sign =
        mark
        + WordMarkup.element(
          "w:r", [], WordMarkup.element("w:t", [("xml:space", "preserve")], " "))
      if let end = content.firstRange(of: "</w:pPr>") {
        content.insert(contentsOf: sign, at: end.upperBound)
      } else {
        content = paragraph(WordParagraph(style: .footnoteText), sign) + content
      }
      footnotes += WordMarkup.element("w:footnote", [("w:id", String(note.number + 1))], content)
    }
  }

  /// Where the figures come from, each with the places of the text where it stands.
  private mutating func notes() -> String {
    guard !manuscript.notes.isEmpty else { return "" }
    address = "notes"
    isAnnex = false
    cursor = UnitCursor(address: "notes of figures")
    var properties = WordParagraph(style: .heading1)
    properties.numbering = (0, 0)
    var text = paragraph(
      properties,
      bookmark(WordWriter.placeName("notes", nil)) + made([.text(manuscript.notesHeading)]))
    for note in manuscript.notes { text += self.note(note) }
    return text
  }

  private mutating func made(_ runs: [ManuscriptRun]) -> String {
    bookmark(cursor.made(runs.plainText).name) + self.runs(runs, nil)
  }

  private mutating func note(_ note: FigureNote) -> String {
    var content = text("\(note.number)") + WordMarkup.element("w:r", [], WordMarkup.flag("tab"))
    content += runs([.code(note.expression), .text("  ")] + note.value, nil)
    for input in note.inputs {
      content += WordMarkup.element("w:r", [], WordMarkup.flag("br")) + runs(input.text, nil)
      if let source = input.source { content += text(" – " + source) }
    }
    let uses = note.uses.enumerated().compactMap { place, use in figureNames[use.anchor].map { (place + 1, $0) } }
    for (number, name) in uses {
      let sign = text("↑\(number)", WordFace(isLink: true))
      content += text(" ") + WordMarkup.element("w:hyperlink", [("w:anchor", name), ("w:history", "1")], sign)
    }
    let words = WordMarkup.visibleText(of: content)
    let start = bookmark(cursor.made(words).name) + bookmark(WordWriter.placeName("notes", note.anchor))
    return paragraph(WordParagraph(style: .note), start + content)
  }
}
