package import MilepostModel

/// Where the parts of a chapter stand in its file.
package struct ChapterLayout: Sendable {
  /// A block of the first level, or of a box; boxes themselves are two: their first line and their last.
  struct Segment: Sendable {
    enum Kind: Hashable, Sendable { case block, exhibit, boxStart, boxEnd, footnote }

    let kind: Kind
    /// From 0; all its lines.
    let lines: ClosedRange<Int>
    /// The units of the chapter that it consists of.
    let units: Range<Int>
  }

  let chapter: Chapter
  let units: [TextUnit]
  let marks: [TextMark]
  let segments: [Segment]
  let masked: MaskedText
  /// Blocks by their places.
  let ranges: [SourcePosition: Range<Int>]
  /// Where the text begins.
  let bodyStart: Int

  var source: TextPositions { masked.source }
  var file: String { chapter.file }

  /// - Returns: nil after a finding.
  package init?(_ chapter: Chapter, bytes: [UInt8], into diagnostics: inout Diagnostics) {
    guard let source = ChapterSource(bytes, file: chapter.file, into: &diagnostics) else { return nil }
    var reader = ChapterReader(chapter.language, units: [])
    let front = FrontMatter(
      id: chapter.id, title: chapter.title, kind: chapter.kind, order: chapter.order, owner: nil, wordLimit: nil)
    let read = reader.read(source, front)
    guard let masked = reader.masked else { return nil }
    self.chapter = read
    self.masked = masked
    ranges = reader.blockRanges
    bodyStart = source.bodyStart
    units = read.units
    marks = read.unitMarks
    var builder = SegmentBuilder(masked.source, reader.blockRanges)
    builder.add(read.blocks)
    for footnote in read.footnotes { builder.add(footnote) }
    segments = builder.segments.sorted { $0.lines.lowerBound < $1.lines.lowerBound }
  }

  /// The lines of a block, without blank ones at its end.
  func lines(_ range: Range<Int>) -> ClosedRange<Int> { source.lines(of: range) }

  func text(ofLine line: Int) -> String { source.text(source.lineStarts[line]..<source.end(ofLine: line)) }

  /// The place in `segments` of what holds a unit.
  func segment(of unit: Int) -> Int? { segments.firstIndex { $0.units.contains(unit) } }

  /// What is written between braces, by the marks of bindings and of the names of references.
  var braces: [TextMark: String] {
    var braces: [TextMark: String] = [:]
    for marker in masked.markers {
      switch marker.content {
      case .binding(let place):
        let start = marker.range.lowerBound + (marker.opening == nil ? 0 : 1)
        braces[chapter.bindings[place].mark] = source.text(start..<marker.range.upperBound)
      case .reference(let name): braces[TextMark(of: name.value)] = source.text(marker.range)
      case .label, .origin, .broken: continue
      }
    }
    return braces
  }

  /// The names by which the text mentions footnotes, in their order.
  var footnoteNames: [String] {
    var names: [String] = []
    let bytes = source.bytes
    for offset in bodyStart..<bytes.count where bytes[offset] == UInt8(ascii: "[") && masked.isHidden[offset] {
      guard offset + 1 < bytes.count, bytes[offset + 1] == UInt8(ascii: "^"),
        let end = bytes[offset...].firstIndex(of: UInt8(ascii: "]"))
      else { continue }
      let name = source.text(offset + 2..<end)
      let isExplanation = end + 1 < bytes.count && bytes[end + 1] == UInt8(ascii: ":")
      if !isExplanation && !names.contains(name) { names.append(name) }
    }
    return names
  }
}

extension TextPositions {
  /// The lines of a range, without blank ones at its end.
  func lines(of range: Range<Int>) -> ClosedRange<Int> {
    let first = line(at: range.lowerBound)
    var last = line(at: max(range.lowerBound, range.upperBound - 1))
    while last > first, isBlank(line: last) { last -= 1 }
    return first...last
  }

  func isBlank(line: Int) -> Bool {
    bytes[lineStarts[line]..<end(ofLine: line)].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}

/// Finds the lines of blocks.
private struct SegmentBuilder {
  let source: TextPositions
  let ranges: [SourcePosition: Range<Int>]
  private(set) var segments: [ChapterLayout.Segment] = []
  /// The title is the first unit.
  private var unit = 1

  init(_ source: TextPositions, _ ranges: [SourcePosition: Range<Int>]) {
    self.source = source
    self.ranges = ranges
  }

  mutating func add(_ blocks: [TextBlock]) { for block in blocks { add(block) } }

  mutating func add(_ footnote: Chapter.Footnote) {
    let count = footnote.blocks.reduce(0) { $0 + $1.unitCount }
    let lines = footnote.blocks.compactMap { ranges[$0.position].map(source.lines) }
    if let first = lines.first, let last = lines.last {
      segments.append(
        .init(kind: .footnote, lines: first.lowerBound...last.upperBound, units: unit..<unit + count))
    }
    unit += count
  }

  private mutating func add(_ block: TextBlock) {
    let start = block.position.line - 1
    if case .box(_, _, let inner) = block.content {
      segments.append(.init(kind: .boxStart, lines: start...start, units: unit..<unit + 1))
      unit += 1
      add(inner)
      let last = segments[segments.count - 1].lines.upperBound
      if let end = ((last + 1)..<max(last + 1, source.lineStarts.count)).first(where: isEnd) {
        segments.append(.init(kind: .boxEnd, lines: end...end, units: unit..<unit))
      }
      return
    }
    let count = block.unitCount
    defer { unit += count }
    let range = unit..<unit + count
    guard case .exhibit(let exhibit) = block.content else {
      if let found = ranges[block.position] {
        segments.append(.init(kind: .block, lines: source.lines(of: found), units: range))
      }
      return
    }
    segments.append(.init(kind: .exhibit, lines: lines(of: exhibit, block.position), units: range))
  }

  private func isEnd(_ line: Int) -> Bool {
    let text = source.bytes[source.lineStarts[line]..<source.end(ofLine: line)]
    return text.starts(with: ":::".utf8) && text.allSatisfy { $0 == UInt8(ascii: ":") || $0 == 0x20 }
  }

  /// A directive with its caption and the table below it, or what stands by itself.
  private func lines(of exhibit: Exhibit, _ position: SourcePosition) -> ClosedRange<Int> {
    let start = position.line - 1
    if let found = ranges[position] { return source.lines(of: found) }
    var end = start
    let below = ranges.values.map { source.lines(of: $0) }.sorted { $0.lowerBound < $1.lowerBound }
    if let caption = below.first(where: { $0.lowerBound == start + 1 }) { end = caption.upperBound }
    if case .table = exhibit.content, let table = below.first(where: { $0.lowerBound > end }) {
      end = table.upperBound
    }
    return start...end
  }
}
