import MilepostModel

/// A paragraph of a document with the unit of the chapter that it is, if it is one.
struct ReturnedEntry {
  /// Among the chapter's units.
  var unit: Int?
  let text: SpanSkeleton
  let paragraph: ReturnedParagraph
  /// What the anchor says that the text was; nil without an anchor.
  let mark: TextMark?
  /// Whether the unit was changed in the chapter since the document was made.
  var isStale = false
}

/// The paragraphs of a document by the chapters that they belong to.
struct ReturnedTexts {
  /// For one chapter.
  struct Returned {
    var entries: [ReturnedEntry] = []
    var footnotes: [ReturnedEntry] = []
    /// Places of units that the document names.
    var places: Set<Int> = []
    /// Units that are a part of another now.
    var joined: Set<Int> = []
  }

  private let layouts: [ChapterLayout]
  private let document: ReturnedDocument
  private let outside: SourcePosition
  private let places: [TextMark: Int]
  private(set) var chapters: [Returned]
  private(set) var diagnostics = Diagnostics()
  /// The chapter that the last paragraph belongs to.
  private var current: Int?

  init(_ layouts: [ChapterLayout], _ document: ReturnedDocument, name: String) {
    self.layouts = layouts
    self.document = document
    outside = .wholeFile(name)
    places = Dictionary(
      layouts.enumerated().map { (TextMark(of: $0.element.chapter.id.text), $0.offset) }
    ) { first, _ in first }
    chapters = layouts.map { _ in Returned() }
  }

  mutating func sort() {
    for paragraph in document.paragraphs { add(paragraph, isFootnote: false) }
    for note in document.footnotes { for paragraph in note { add(paragraph, isFootnote: true) } }
    for place in chapters.indices { adopt(place) }
  }

  private func position(_ chapter: Int?) -> SourcePosition {
    guard let chapter else { return outside }
    let last = chapters[chapter].entries.last?.unit
    return last.map { layouts[chapter].units[$0].position } ?? .wholeFile(layouts[chapter].file)
  }

  private mutating func add(_ paragraph: ReturnedParagraph, isFootnote: Bool) {
    let parts = paragraph.parts
    if let first = parts.first?.anchor { current = places[first.chapter] }
    if parts.isEmpty, paragraph.isMade, paragraph.style == .heading(level: 1) { current = nil }
    var holdsExhibit = paragraph.isMade
    if !parts.isEmpty {
      holdsExhibit = addParts(parts, paragraph, isFootnote: isFootnote) || holdsExhibit
    } else if !paragraph.isMade, !paragraph.loose.isEmpty {
      addNew(paragraph, isFootnote: isFootnote)
    }
    report(paragraph.faults, holdsExhibit: holdsExhibit)
  }

  private mutating func addNew(_ paragraph: ReturnedParagraph, isFootnote: Bool) {
    // A note without an anchor is new, and is written with its mark.
    if isFootnote { return }
    guard let current else {
      diagnostics.report(.outside(paragraph.loose.plainText, at: outside))
      return
    }
    chapters[current].entries.append(
      ReturnedEntry(unit: nil, text: paragraph.loose, paragraph: paragraph, mark: nil))
  }

  /// - Returns: Whether a chart, table or picture stands in the paragraph.
  private mutating func addParts(
    _ parts: [(anchor: UnitAnchor, text: SpanSkeleton)], _ paragraph: ReturnedParagraph, isFootnote: Bool
  ) -> Bool {
    var owner: (entry: ReturnedEntry, chapter: Int)?
    var rest: [SpanSkeleton.Piece] = paragraph.loose.pieces
    var holdsExhibit = false
    for (anchor, text) in parts {
      guard let chapter = places[anchor.chapter] else { continue }
      chapters[chapter].places.insert(anchor.place)
      let unit = self.unit(anchor, in: layouts[chapter])
      if text.isEmpty, text.mark == anchor.mark {
        holdsExhibit = holdsExhibit || unit.place.map { layouts[chapter].units[$0].kind == .exhibit } ?? false
        let empty = ReturnedEntry(
          unit: unit.place, text: text, paragraph: paragraph, mark: anchor.mark, isStale: unit.isStale)
        append(empty, to: chapter, isFootnote: isFootnote)
      } else if text.isEmpty {
        chapters[chapter].places.remove(anchor.place)
      } else if owner == nil {
        owner = (
          ReturnedEntry(
            unit: unit.place, text: text, paragraph: paragraph, mark: anchor.mark, isStale: unit.isStale), chapter
        )
        rest += text.pieces
      } else {
        // The blank between two paragraphs that became one.
        if !layouts[chapter].chapter.language.isChinese { rest.append(.text(" ", SpanSkeleton.Style())) }
        rest += text.pieces
        if let place = unit.place { chapters[chapter].joined.insert(place) }
      }
    }
    if let (entry, chapter) = owner {
      append(
        ReturnedEntry(
          unit: entry.unit, text: SpanSkeleton(rest), paragraph: paragraph, mark: entry.mark, isStale: entry.isStale),
        to: chapter, isFootnote: isFootnote)
    } else if !rest.isEmpty, !SpanSkeleton(rest).isEmpty, let current {
      append(
        ReturnedEntry(unit: nil, text: SpanSkeleton(rest), paragraph: paragraph, mark: nil), to: current,
        isFootnote: isFootnote)
    }
    return holdsExhibit
  }

  private mutating func append(_ entry: ReturnedEntry, to chapter: Int, isFootnote: Bool) {
    if isFootnote { chapters[chapter].footnotes.append(entry) } else { chapters[chapter].entries.append(entry) }
  }

  /// The unit that an anchor means today.
  private func unit(_ anchor: UnitAnchor, in layout: ChapterLayout) -> (place: Int?, isStale: Bool) {
    if anchor.place < layout.marks.count, layout.marks[anchor.place] == anchor.mark { return (anchor.place, false) }
    let same = layout.marks.indices.filter { layout.marks[$0] == anchor.mark }
    if same.count == 1 { return (same[0], false) }
    // Several that say the same: the nearest.
    if let nearest = same.min(by: { abs($0 - anchor.place) < abs($1 - anchor.place) }) { return (nearest, false) }
    return (anchor.place < layout.units.count ? anchor.place : nil, true)
  }

  /// Finds paragraphs again that lost their anchors: by what they say, or by where they stand.
  private mutating func adopt(_ chapter: Int) {
    let layout = layouts[chapter]
    let isSame = document.chapters[TextMark(of: layout.chapter.id.text)] == layout.chapter.seal
    var entries = chapters[chapter].entries
    var seen = Set((entries + chapters[chapter].footnotes).compactMap(\.unit))
    seen.formUnion(chapters[chapter].joined)
    for place in entries.indices where entries[place].unit == nil && entries[place].mark == nil {
      let entry = entries[place]
      let mark = entry.text.mark
      let lost = layout.units.indices.filter { !seen.contains($0) }
      let neighbours = (entries[..<place].last { $0.unit != nil }?.unit, entries[(place + 1)...].first?.unit)
      let found =
        lost.first { layout.units[$0].kind.isText && layout.marks[$0] == mark }
        ?? (isSame ? lost.first { layout.units.stands($0, between: neighbours, as: entry.paragraph) } : nil)
      guard let found else { continue }
      entries[place].unit = found
      chapters[chapter].places.insert(found)
      seen.insert(found)
    }
    for entry in entries where entry.unit == nil {
      guard case .cell = entry.paragraph.holder else { continue }
      diagnostics.report(.notFollowed("text of a table", entry.text.plainText, at: position(chapter)))
    }
    chapters[chapter].entries = entries.filter { entry in
      if case .cell = entry.paragraph.holder { entry.unit != nil } else { true }
    }
  }

  private mutating func report(_ faults: [ReturnedParagraph.Fault], holdsExhibit: Bool) {
    let place = position(current)
    for fault in faults {
      switch fault {
      case .figure(_, let words): diagnostics.report(.figureChanged(words, at: place))
      case .reference(let words): diagnostics.report(.referenceChanged(words, at: place))
      case .made(let words), .table(let words): diagnostics.report(.madeChanged(words, at: place))
      case .object(let name): if !holdsExhibit { diagnostics.report(.object(name, at: place)) }
      case .comment(let author, let text): diagnostics.report(.comment(author, text, at: place))
      }
    }
  }
}

extension TextUnit.Kind {
  /// Whether it is a paragraph or heading.
  var isText: Bool { self == .paragraph || self == .heading }
}

extension [TextUnit] {
  /// Whether a unit that a document lacks can be a paragraph between two others.
  func stands(_ unit: Int, between neighbours: (Int?, Int?), as paragraph: ReturnedParagraph) -> Bool {
    let (last, next) = neighbours
    let isBehind = last == unit - 1
    var isInCell = false
    if case .cell = paragraph.holder { isInCell = true }
    switch self[unit].kind {
    case .title: return next == 1
    case .heading: return isBehind && paragraph.style.isHeading
    case .paragraph, .code: return isBehind && !paragraph.style.isHeading && !isInCell
    case .boxTitle: return next == unit + 1 && paragraph.holder == .box
    case .cell: return isInCell && (isBehind || next == unit + 1)
    case .caption: return !isInCell && next.map { self[$0].position == self[unit].position } ?? false
    case .source: return !isInCell && last.map { self[$0].position == self[unit].position } ?? false
    case .rule, .exhibit: return false
    }
  }
}

extension ReturnedParagraph.Style {
  var isHeading: Bool { if case .heading = self { true } else { false } }
}
