import MilepostModel

extension WordWriter {
  mutating func paragraph(_ properties: WordParagraph, _ content: String) -> String {
    var properties = properties
    properties.isRightToLeft = language.isRightToLeft
    return WordMarkup.element("w:p", [], properties.element + content)
  }

  /// A paragraph that the program wrote.
  mutating func made(_ properties: WordParagraph, _ runs: [ManuscriptRun], _ face: WordFace = WordFace()) -> String {
    guard !runs.isEmpty else { return "" }
    let anchor = cursor.made(runs.plainText)
    return paragraph(properties, bookmark(anchor.name) + self.runs(runs, nil, face))
  }

  /// The text of the unit that comes now, with its bookmark; of the program where there is none.
  mutating func unitText(_ runs: [ManuscriptRun], prefix: String = "") -> String {
    guard let (unit, anchor) = cursor.next() else {
      let anchor = cursor.made(WordMarkup.visibleText(of: prefix) + runs.plainText)
      return bookmark(anchor.name) + prefix + self.runs(runs, nil)
    }
    return bookmark(anchor.name) + prefix + self.runs(runs, unit.spans)
  }

  /// - Parameter texts: what the author wrote, one for each block; nil for annexes that the program makes.
  mutating func blocks(_ blocks: [ManuscriptBlock], _ texts: [TextBlock]?, _ setting: Setting) -> String {
    blocks.enumerated().map { place, block in
      let text = texts.flatMap { place < $0.count ? $0[place] : nil }
      let start = cursor.place
      let written = self.block(block, text, setting)
      if let text { cursor.move(to: start + text.unitCount) }
      return written
    }.joined()
  }

  private mutating func block(_ block: ManuscriptBlock, _ text: TextBlock?, _ setting: Setting) -> String {
    switch block {
    case .heading(let heading): return self.heading(heading)
    case .paragraph(let paragraph): return self.paragraph(paragraph, setting)
    case .list(let list): return self.list(list, text, setting)
    case .quotation(let blocks):
      var inner = setting
      inner.isQuoted = true
      return self.blocks(blocks, text?.innerBlocks, inner)
    case .code(let text): return code(text)
    case .rule: return paragraph(WordParagraph(style: .rule), unitText([]))
    case .box(let box): return self.box(box, text, setting)
    case .table(let table): return self.table(table, setting, isWritten: text?.isWrittenTable ?? false)
    case .drawing(let drawing): return self.drawing(drawing, setting)
    case .picture(let picture): return self.picture(picture, setting)
    case .statuses(let wall): return self.wall(wall, setting)
    case .target(let summary): return self.summary(summary, setting)
    }
  }

  /// A bookmark of a place that links lead to; a place without an anchor has none.
  mutating func place(_ anchor: String?, in chapter: String) -> String {
    guard let anchor, !anchor.isEmpty else { return "" }
    return bookmark(WordWriter.placeName(chapter, anchor))
  }

  private mutating func heading(_ heading: ManuscriptHeading) -> String {
    let styles: [WordStyle.Name] = [.heading1, .heading2, .heading3, .heading4, .heading5, .heading6]
    var properties = WordParagraph(style: styles[min(heading.level, 6) - 1])
    properties.numbering = headingNumber(heading.number)
    return paragraph(properties, place(heading.anchor, in: address) + unitText(heading.text))
  }

  private mutating func paragraph(_ block: ManuscriptParagraph, _ setting: Setting) -> String {
    var properties = WordParagraph(style: block.number == nil ? setting.style : .numbered)
    if let number = block.number { properties.numbering = paragraphCount.place(String(number), &numbering) }
    if setting.depth > 0 {
      properties.style = setting.isFootnote ? .footnoteText : .listText
      properties.indent = (WordNumbering.indent(setting.depth - 1, from: setting.start), 0)
    }
    return paragraph(properties, place(block.anchor, in: address) + unitText(block.text))
  }

  private mutating func list(_ list: ManuscriptList, _ text: TextBlock?, _ setting: Setting) -> String {
    let number = numbering.addList(depth: setting.depth, start: list.start)
    let items = text?.listItems
    var inner = setting
    inner.depth += 1
    return list.items.enumerated().map { place, item in
      let texts = items.flatMap { place < $0.count ? $0[place] : nil }
      var properties = WordParagraph(
        style: list.start == nil ? .bullet : .number, numbering: (number, min(setting.depth, 8)))
      properties.indent = (WordNumbering.indent(setting.depth, from: setting.start), 397)
      guard case .paragraph(let first)? = item.first else {
        return paragraph(properties, "") + blocks(item, texts, inner)
      }
      return paragraph(properties, unitText(first.text))
        + blocks(Array(item.dropFirst()), texts.map { Array($0.dropFirst()) }, inner)
    }.joined()
  }

  private mutating func code(_ text: String) -> String {
    var start = ""
    if let (_, anchor) = cursor.next() { start = bookmark(anchor.name) }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    let content = lines.enumerated().map { place, line in
      let end = place == 0 ? "" : WordMarkup.flag("br")
      return WordMarkup.element(
        "w:r", [], end + WordMarkup.element("w:t", [("xml:space", "preserve")], WordMarkup.escaped(String(line))))
    }
    return paragraph(WordParagraph(style: .code), start + content.joined())
  }

  /// A table of one cell, which holds text that stands apart.
  private mutating func box(_ box: ManuscriptBox, _ text: TextBlock?, _ setting: Setting) -> String {
    var inner = setting
    inner.isInBox = true
    inner.depth = 0
    inner.width = setting.width - 2 * 170
    let title = paragraph(
      WordParagraph(style: .boxTitle),
      place(box.anchor, in: address) + unitText(box.caption.text, prefix: label(of: box.caption)))
    let content = title + blocks(box.blocks, text?.innerBlocks, inner)
    let end = content.hasSuffix("</w:tbl>") ? paragraph(WordParagraph(style: .tableText), "") : ""
    let cell = WordMarkup.element(
      "w:tc", [],
      WordMarkup.element(
        "w:tcPr", [],
        WordMarkup.element("w:tcW", [("w:w", String(setting.width)), ("w:type", "dxa")])
          + WordMarkup.element("w:shd", [("w:val", "clear"), ("w:color", "auto"), ("w:fill", WordStyles.surface)])
          + WordMarkup.element(
            "w:tcMar", [],
            [("left", 170), ("right", 170)].map {
              WordMarkup.element("w:" + $0, [("w:w", String($1)), ("w:type", "dxa")])
            }.joined())) + content + end)
    let properties = WordTable.properties(
      style: "Box", width: setting.width, isRightToLeft: language.isRightToLeft, description: nil)
    let grid = WordTable.grid([setting.width])
    return WordMarkup.element("w:tbl", [], properties + grid + WordMarkup.element("w:tr", [], cell)) + gap()
  }

  /// What keeps tables apart that follow each other.
  mutating func gap() -> String { paragraph(WordParagraph(style: .source), "") }
}

extension TextBlock {
  fileprivate var innerBlocks: [TextBlock]? {
    switch content {
    case .quotation(let blocks), .box(_, _, let blocks): blocks
    case .heading, .paragraph, .list, .code, .rule, .exhibit: nil
    }
  }

  fileprivate var listItems: [[TextBlock]]? {
    if case .list(let list) = content { list.items } else { nil }
  }

  fileprivate var isWrittenTable: Bool {
    if case .exhibit(let exhibit) = content, case .table = exhibit.content { true } else { false }
  }
}
