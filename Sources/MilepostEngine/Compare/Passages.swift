import MilepostModel

extension Manuscript {
  /// What its authors wrote and what was made from data, in the order of the text; without the annexes and notes that the
  /// program adds.
  var passageGroups: [PassageGroup] {
    let written = chapters.filter { $0.origin != .made }
    return [PassageGroup(.titleBlock, titleBlock.passages)] + written.map(group)
  }

  private func group(_ chapter: ManuscriptChapter) -> PassageGroup {
    let title = [chapter.number, chapter.title.plainText].compactMap(\.self).joined(separator: " ")
    var passages = PassageList(anchor: nil, isRightToLeft: isRightToLeft)
    passages.add(.title, chapter.title.plainText)
    passages.add(chapter.blocks)
    for note in footnotes where note.chapter == chapter.address {
      passages.add(footnote: note)
    }
    return PassageGroup(.chapter(address: chapter.address, title: title), passages.found)
  }
}

extension ManuscriptTitleBlock {
  /// Without symbol, date and edition, which are others in every edition.
  fileprivate var passages: [Passage] {
    var list = PassageList(anchor: nil, isRightToLeft: false)
    list.add(.entry(label: nil), title.plainText)
    list.add(.entry(label: nil), author.plainText)
    for section in sections { list.add(.entry(label: section.label), section.text.plainText) }
    return list.found
  }
}

extension Passage {
  /// What stands between the cells of a row; beside a mark of direction they keep their order also where all are numbers.
  static func bar(isRightToLeft: Bool) -> String { isRightToLeft ? "\u{200F} | \u{200F}" : " | " }

  /// A longer row shows no more than these cells that stayed.
  private static let mostWholeCells = 4

  /// The name of a long row and the cells that are others in another of its kind, each with its head: `World | 2019: 53.6 %`.
  func reduced(beside other: Passage, bar: String) -> Passage {
    guard cells.count > Passage.mostWholeCells, cells.map(\.head) == other.cells.map(\.head) else { return self }
    let changed = zip(cells, other.cells).dropFirst().filter { $0.text != $1.text }
      .map { $0.0.head.isEmpty ? $0.0.text : "\($0.0.head): \($0.0.text)" }
    return Passage(part, anchor: anchor, text: ([cells[0].text] + changed).joined(separator: bar), cells: cells)
  }
}

/// Passages as they are found.
private struct PassageList {
  private(set) var found: [Passage] = []
  /// Where readers are led that look for a passage without an anchor of its own.
  private var anchor: String?

  private let bar: String

  init(anchor: String?, isRightToLeft: Bool) {
    self.anchor = anchor
    bar = Passage.bar(isRightToLeft: isRightToLeft)
  }

  mutating func add(_ part: Passage.Part, _ text: String, at own: String? = nil) {
    guard !text.isEmpty else { return }
    found.append(Passage(part, anchor: own ?? anchor, text: text))
  }

  mutating func add(_ blocks: [ManuscriptBlock]) {
    for block in blocks { add(block) }
  }

  /// The paragraphs of a note are one passage.
  mutating func add(footnote note: ManuscriptFootnote) {
    var inner = self
    inner.found = []
    inner.add(note.blocks)
    add(.footnote(number: note.number), inner.found.map(\.text).joined(separator: " "), at: note.anchor)
  }

  private mutating func add(_ block: ManuscriptBlock) {
    switch block {
    case .heading(let heading):
      anchor = heading.anchor
      add(.heading(number: heading.number), heading.text.plainText)
    case .paragraph(let paragraph):
      if let own = paragraph.anchor { anchor = own }
      add(.paragraph(number: paragraph.number), paragraph.text.plainText)
    case .list(let list): for item in list.items { add(item) }
    case .quotation(let blocks): add(blocks)
    case .code(let text): add(.paragraph(number: nil), text)
    case .rule: break
    case .box(let box):
      add(caption: box.caption, at: box.anchor)
      add(box.blocks)
    case .table(let table): add(table, of: table.caption.label)
    case .drawing(let drawing):
      add(caption: drawing.caption, at: drawing.anchor)
      if let table = drawing.table { add(table, of: drawing.caption.label) }
    case .picture(let picture): add(caption: picture.caption, at: picture.anchor)
    case .statuses(let wall): add(wall)
    case .target(let summary): add(summary)
    }
  }

  private mutating func add(caption: ManuscriptCaption, at own: String) {
    add(.exhibit(label: caption.label), caption.text.plainText, at: own)
    add(.exhibit(label: caption.label), caption.source.plainText, at: own)
  }

  /// The caption of a drawing's table says nothing that the drawing's does not.
  private mutating func add(_ table: ManuscriptTable, of label: String?) {
    if table.caption.label != nil || label == nil { add(caption: table.caption, at: table.anchor) }
    let part = Passage.Part.exhibit(label: label)
    add(part, table.head.map(\.plainText).joined(separator: bar), at: table.anchor)
    for row in table.rows {
      let texts = row.map(\.plainText)
      let cells = zip(table.head, texts).map { Passage.Cell(head: $0.plainText, text: $1) }
      found.append(Passage(part, anchor: table.anchor, text: texts.joined(separator: bar), cells: cells))
    }
  }

  private mutating func add(_ wall: StatusWall) {
    let part = Passage.Part.exhibit(label: wall.caption.label)
    add(caption: wall.caption, at: wall.anchor)
    add(part, wall.sentence, at: wall.anchor)
    for group in wall.groups {
      let names = group.items.map(\.id).joined(separator: ", ")
      add(part, "\(group.status.word): \(names)", at: wall.anchor)
    }
  }

  private mutating func add(_ summary: TargetSummary) {
    add(caption: summary.caption, at: summary.anchor)
    let words = [
      "\(summary.label): \(summary.title.plainText)", summary.status.word, summary.value, summary.answer,
    ]
    add(.exhibit(label: summary.caption.label ?? summary.label), words.joined(separator: bar), at: summary.anchor)
  }
}
