import MilepostModel

/// A heading as the contents list it.
private struct ContentsEntry {
  let level: Int
  let number: String?
  let title: [ManuscriptRun]
  let place: String
}

extension WordWriter {
  /// The table of contents as a field, filled in; a word processor puts in the pages when it opens the document.
  mutating func contents() -> String {
    let entries = self.entries
    let start =
      WordMarkup.element("w:r", [], field("begin")) + instruction(" TOC \\o \"1-3\" \\h \\z \\u ")
      + WordMarkup.element("w:r", [], field("separate"))
    let styles: [WordStyle.Name] = [.contents1, .contents2, .contents3]
    cursor = UnitCursor(address: "contents")
    var text = made(WordParagraph(style: .contentsHeading), [.text(manuscript.contentsHeading)])
    for (place, entry) in entries.enumerated() {
      let line = (place == 0 ? start : "") + self.line(entry)
      text += paragraph(WordParagraph(style: styles[entry.level - 1]), line)
    }
    text += paragraph(WordParagraph(style: .source), WordMarkup.element("w:r", [], field("end")))
    guard !manuscript.untranslated.isEmpty else { return text }
    text += made(WordParagraph(style: .measure), [.text(manuscript.untranslatedLead)])
    for chapter in manuscript.untranslated { text += made(WordParagraph(style: .contents1), chapter.title) }
    return text
  }

  private var entries: [ContentsEntry] {
    let notes =
      manuscript.notes.isEmpty
      ? []
      : [
        ContentsEntry(
          level: 1, number: nil, title: [.text(manuscript.notesHeading)], place: WordWriter.placeName("notes", nil))
      ]
    return manuscript.chapters.flatMap { chapter in
      [
        ContentsEntry(
          level: 1, number: chapter.number, title: chapter.title, place: WordWriter.placeName(chapter.address, nil))
      ]
        + chapter.blocks.compactMap { block in
          guard case .heading(let heading) = block, heading.level <= 3 else { return nil }
          return ContentsEntry(
            level: heading.level, number: heading.number, title: heading.text,
            place: WordWriter.placeName(chapter.address, heading.anchor))
        }
    } + notes
  }

  private mutating func line(_ entry: ContentsEntry) -> String {
    var content = ""
    let tab = WordMarkup.element("w:r", [], WordMarkup.flag("tab"))
    if let number = entry.number { content += text(number) + (number.contains { $0.isLetter } ? text("  ") : tab) }
    content += text(entry.title.plainText) + tab
    content += WordMarkup.element("w:r", [], field("begin")) + instruction(" PAGEREF \(entry.place) \\h ")
    content += WordMarkup.element("w:r", [], field("separate")) + WordMarkup.element("w:r", [], field("end"))
    return WordMarkup.element("w:hyperlink", [("w:anchor", entry.place), ("w:history", "1")], content)
  }

  private func field(_ part: String) -> String {
    WordMarkup.element("w:fldChar", [("w:fldCharType", part)])
  }

  private func instruction(_ text: String) -> String {
    WordMarkup.element(
      "w:r", [], WordMarkup.element("w:instrText", [("xml:space", "preserve")], WordMarkup.escaped(text)))
  }

  // MARK: Head and foot

  /// The document's symbol and the chapter that the page is of.
  mutating func head() -> String {
    let block = manuscript.titleBlock
    let start = block.symbol ?? block.title.plainText
    let chapter = WordMarkup.element(
      "w:fldSimple", [("w:instr", " STYLEREF 1 ")], text(block.title.plainText))
    return paragraph(
      WordParagraph(style: .header),
      text(start) + WordMarkup.element("w:r", [], WordMarkup.flag("tab")) + chapter)
  }

  /// The edition and the page.
  mutating func foot() -> String {
    let page = WordMarkup.element("w:fldSimple", [("w:instr", " PAGE ")], text("1"))
    return paragraph(
      WordParagraph(style: .footer),
      text(manuscript.titleBlock.edition) + WordMarkup.element("w:r", [], WordMarkup.flag("tab")) + page)
  }
}
