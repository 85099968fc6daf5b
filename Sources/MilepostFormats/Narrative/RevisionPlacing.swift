import MilepostModel

/// Puts paragraphs where a document has them.
extension ChapterRevision {
  /// Moves blocks and adds new paragraphs.
  mutating func place() {
    let order = movedSegments()
    var last: Int?
    var lastUnit: Int?
    for entry in returned.entries {
      guard let unit = entry.unit else {
        if entry.mark == nil { addNew(entry, after: last, unit: lastUnit) }
        continue
      }
      lastUnit = unit
      guard let segment = layout.segment(of: unit), segment != last else { continue }
      if order.contains(segment) {
        move(segment, after: last, entry)
      } else {
        movedLine = nil
      }
      last = segment
    }
    reportOrderWithin()
  }

  /// Segments that stand elsewhere in the document: the fewest that bring all into its order.
  private func movedSegments() -> Set<Int> {
    var order: [Int] = []
    // Where a text was changed here and there, its place is not sure.
    for unit in returned.entries.filter({ !$0.isStale }).compactMap(\.unit) {
      guard let segment = layout.segment(of: unit), !order.contains(segment) else { continue }
      order.append(segment)
    }
    return Set(order).subtracting(order.longestRise)
  }

  private mutating func move(_ segment: Int, after last: Int?, _ entry: ReturnedEntry) {
    let moved = layout.segments[segment]
    guard moved.kind == .block || moved.kind == .exhibit else {
      let position = layout.units[moved.units.lowerBound].position
      diagnostics.report(.notFollowed("a move of a box", entry.text.plainText, at: position))
      return
    }
    let text = lines.text(of: moved.lines)
    let line = line(behind: last, entry)
    lines.drop(moved.lines)
    lines.add(text, after: line, isApart: true)
    movedLine = line
    counts.moved += 1
  }

  /// The last line of a segment, behind the end of its box where the paragraph stands outside of it.
  private func line(behind segment: Int?, _ entry: ReturnedEntry) -> Int {
    if let movedLine { return movedLine }
    guard let segment else { return max(layout.source.line(at: max(layout.bodyStart - 1, 0)), 0) }
    let own = layout.segments[segment].lines.upperBound
    guard entry.paragraph.holder == .page else { return own }
    let before = layout.segments[...segment]
    let starts = before.filter { $0.kind == .boxStart }.count
    let ends = before.filter { $0.kind == .boxEnd }.count
    guard starts > ends else { return own }
    return layout.segments[segment...].first { $0.kind == .boxEnd }?.lines.upperBound ?? own
  }

  private mutating func addNew(_ entry: ReturnedEntry, after segment: Int?, unit: Int?) {
    let position = unit.map { layout.units[$0].position } ?? .wholeFile(layout.file)
    guard let text = writer.text(entry.text) else {
      diagnostics.report(.unknownBinding(entry.text.plainText, at: position))
      return
    }
    counts.new += 1
    if entry.paragraph.style != .code {
      written.append(Written(mark: entry.text.mark, words: entry.text.plainText, position: position))
    }
    if case .item(let isNumbered, let depth) = entry.paragraph.style {
      addItem(text, isNumbered, depth, after: segment, unit, entry)
      return
    }
    let block: [String]
    switch entry.paragraph.style {
    case .heading(let level):
      block = [String(repeating: "#", count: max(level, 2)) + " " + text.replacing("\\\n", with: " ")]
    case .quotation: block = MarkdownText.lines(text, first: "> ", rest: "> ", isChinese: isChinese)
    case .code: block = ["```"] + entry.text.plainText.split(separator: "\n").map(String.init) + ["```"]
    case .body, .item: block = MarkdownText.lines(text, first: "", rest: "", isChinese: isChinese)
    }
    lines.add(block, after: line(behind: segment, entry), isApart: true)
  }

  /// A new item of the list that stands before it, or the first of a new one.
  private mutating func addItem(
    _ text: String, _ isNumbered: Bool, _ depth: Int, after segment: Int?, _ unit: Int?, _ entry: ReturnedEntry
  ) {
    let mark = isNumbered ? "1. " : "- "
    guard let unit, let range = layout.ranges[layout.units[unit].position],
      let marker = layout.text(ofLine: layout.lines(range).lowerBound).listMarker(
        before: layout.units[unit].position.column)
    else {
      let block = MarkdownText.lines(text, first: mark, rest: mark.hanging, isChinese: isChinese)
      lines.add(block, after: line(behind: segment, entry), isApart: lastItem != segment || segment == nil)
      lastItem = segment
      return
    }
    let own = marker.indent / 2
    let indent = depth > own ? String(repeating: " ", count: marker.whole.count) : marker.whole.blanks
    let first = indent + (isNumbered ? marker.nextNumber ?? "1. " : marker.isNumber ? "- " : marker.sign)
    lines.add(
      MarkdownText.lines(text, first: first, rest: first.hanging, isChinese: isChinese),
      after: layout.lines(range).upperBound, isApart: false)
  }

  /// Says where items or cells stand in another order.
  private mutating func reportOrderWithin() {
    for segment in layout.segments where segment.units.count > 1 {
      // A caption stands above its table there, and below its directive here.
      let known = returned.entries.filter { !$0.isStale }
      let order = known.compactMap(\.unit).filter { segment.units.contains($0) && hasOrder($0) }
      let moved = Set(order).subtracting(order.longestRise)
      for unit in order where moved.contains(unit) {
        let text = SpanSkeleton(layout.units[unit].spans, layout.chapter.bindings).plainText
        diagnostics.report(
          .notFollowed("another order of items or cells", text, at: layout.units[unit].position))
      }
    }
  }

  private func hasOrder(_ unit: Int) -> Bool {
    switch layout.units[unit].kind {
    case .paragraph, .heading, .code, .cell: true
    case .title, .rule, .boxTitle, .exhibit, .caption, .source: false
    }
  }

  // MARK: Notes

  /// The names of footnotes by the places that the document names them by; new ones get numbers that are free.
  mutating func footnoteNames() -> [Int: String] {
    let known = layout.footnoteNames
    var names: [Int: String] = [:]
    var free = 1
    let used = usedNotes
    for (place, note) in document.footnotes.enumerated() where used.contains(place) {
      let anchor = note.flatMap(\.anchors).first
      if let anchor {
        guard anchor.chapter == TextMark(of: layout.chapter.id.text), let index = footnote(anchor),
          known.indices.contains(index)
        else { continue }
        names[place] = known[index]
        continue
      }
      while known.contains(String(free)) { free += 1 }
      names[place] = String(free)
      newNotes.append((String(free), SpanSkeleton(note.flatMap(\.loose.pieces))))
      free += 1
    }
    return names
  }

  private var usedNotes: Set<Int> {
    var used: Set<Int> = []
    for entry in returned.entries {
      for case .footnote(let place) in entry.text.pieces { used.insert(place) }
    }
    return used
  }

  /// Which footnote of the chapter an anchor stands in.
  private func footnote(_ anchor: UnitAnchor) -> Int? {
    var start = 1 + layout.chapter.blocks.reduce(0) { $0 + $1.unitCount }
    for (index, footnote) in layout.chapter.footnotes.enumerated() {
      let end = start + footnote.blocks.reduce(0) { $0 + $1.unitCount }
      if (start..<end).contains(anchor.place) { return index }
      start = end
    }
    return nil
  }

  mutating func addNotes() {
    guard let last = layout.segments.map(\.lines.upperBound).max() else { return }
    for note in newNotes {
      guard let text = writer.text(note.text), !text.isEmpty else {
        diagnostics.report(.notFollowed("a footnote", note.text.plainText, at: .wholeFile(layout.file)))
        continue
      }
      lines.add(
        MarkdownText.lines("[^\(note.name)]: " + text, first: "", rest: "    ", isChinese: isChinese), after: last,
        isApart: true)
    }
  }
}

extension [Int] {
  /// A longest part of it, in order, in which every number is larger than the one before.
  var longestRise: [Int] {
    var best: [[Int]] = []
    for number in self {
      // The shortest part that ends in a number not below this one gives way.
      let place = best.firstIndex { part in part.last.map { $0 >= number } ?? true } ?? best.count
      let part = (place > 0 ? best[place - 1] : []) + [number]
      if place < best.count { best[place] = part } else { best.append(part) }
    }
    return best.last ?? []
  }
}

/// What stands before the text of an item.
struct ListMarker {
  let whole: String
  let indent: Int
  let sign: String

  var isNumber: Bool { sign.first.map(\.isNumber) ?? false }

  /// The number behind this one, with its stop.
  var nextNumber: String? {
    let digits = sign.prefix { $0.isNumber }
    return Int(digits).map { "\($0 + 1)" + sign.dropFirst(digits.count) }
  }
}

extension String {
  /// - Parameter column: from 1, where the text begins.
  func listMarker(before column: Int) -> ListMarker? {
    let whole = String(String.UnicodeScalarView(unicodeScalars.prefix(column - 1)))
    let sign = whole.drop { $0 == " " || $0 == ">" || $0 == "\t" }
    guard let first = sign.first, first.isNumber || ["-", "*", "+"].contains(first) else { return nil }
    return ListMarker(whole: whole, indent: whole.count - sign.count, sign: String(sign))
  }
}
