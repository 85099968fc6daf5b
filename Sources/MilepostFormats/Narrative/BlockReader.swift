import MilepostLanguage
import MilepostModel

/// Makes blocks of the Markdown of a chapter.
struct BlockReader {
  private let masked: MaskedText
  private let maskedLines: [Int]
  private var reader: SpanReader
  private(set) var diagnostics = Diagnostics()
  private(set) var footnotes: [Chapter.Footnote] = []
  /// Where the marks of paragraphs and headings stand, or would stand, by the place of the block.
  private(set) var markRanges: [SourcePosition: Range<Int>] = [:]
  /// Where every block stands, those within others included, by its place.
  private(set) var blockRanges: [SourcePosition: Range<Int>] = [:]
  private let folder: String

  /// A block with where it stands in the source.
  struct Placed {
    let block: TextBlock
    /// Offsets in the source, to the end of its last line.
    let range: Range<Int>
    /// Of captions: the spans with their line ends.
    let lines: [TextSpan]
  }

  /// - Parameter folder: of pictures.
  init(_ masked: MaskedText, language: LanguageTag, folder: String) {
    self.masked = masked
    self.folder = folder
    maskedLines = TextPositions.lineStarts(of: masked.bytes)
    reader = SpanReader(masked, language: language)
  }

  /// The blocks of the first level.
  mutating func read() -> [Placed] {
    let placed = MarkdownNode.withDocument(of: masked.bytes) { document in
      var found: [Placed] = []
      for node in document.children {
        if node.kind == .footnote {
          footnotes.append(Chapter.Footnote(blocks: blocks(of: node, depth: 1)))
        } else if let block = block(node, depth: 0) {
          found.append(block)
        }
      }
      return found
    }
    diagnostics.report(contentsOf: reader.diagnostics)
    return placed
  }

  private mutating func blocks(of node: MarkdownNode, depth: Int) -> [TextBlock] {
    node.children.compactMap { block($0, depth: depth)?.block }
  }

  private func range(_ node: MarkdownNode) -> Range<Int> {
    let start = maskedLines[max(node.start.line, 1) - 1] + max(node.start.column, 1) - 1
    let last = min(max(node.endLine, node.start.line), maskedLines.count)
    let end = last < maskedLines.count ? maskedLines[last] : masked.bytes.count
    return start..<max(start, end)
  }

  /// - Returns: nil after a finding.
  private mutating func block(_ node: MarkdownNode, depth: Int) -> Placed? {
    let range = range(node)
    let place = masked.source.position(at: range.lowerBound)
    guard depth <= SpanReader.depthLimit else {
      diagnostics.report(.nestedTooDeep(at: place))
      return nil
    }
    blockRanges[place] = range
    func placed(_ content: TextBlock.Content) -> Placed {
      Placed(block: TextBlock(content, at: place), range: range, lines: [])
    }
    switch node.kind {
    case .heading: return heading(node, range, place)
    case .paragraph: return paragraph(node, range, place)
    case .list:
      let items = node.children.map { blocks(of: $0, depth: depth + 1) }
      return placed(
        .list(TextList(start: node.isOrdered ? node.listStart : nil, isTight: node.isTight, items: items)))
    case .quotation: return placed(.quotation(blocks(of: node, depth: depth + 1)))
    case .codeBlock: return placed(.code(masked.restored(node.literal)))
    case .rule: return placed(.rule)
    case .table:
      let table = table(node, range)
      let exhibit = Exhibit(.table(table), id: nil, caption: [], source: [], alternative: nil)
      return Placed(
        block: TextBlock(.exhibit(exhibit), at: place, mark: mark(range), isUnderstood: isUnderstood(range)),
        range: range, lines: [])
    case .htmlBlock:
      diagnostics.report(.markup(at: place))
      return nil
    case .document, .item, .footnote, .headRow, .row, .cell, .text, .softBreak, .lineBreak, .code, .html, .emphasis,
      .strong, .link, .image, .footnoteReference:
      preconditionFailure("a part of a block where a block stands")
    }
  }

  private mutating func heading(_ node: MarkdownNode, _ range: Range<Int>, _ place: SourcePosition) -> Placed {
    if node.level == 1 { diagnostics.report(.secondTitle(at: place)) }
    let spans = reader.joined(reader.spans(node, in: range))
    markRanges[place] = markRange(range)
    return Placed(
      block: TextBlock(
        .heading(level: node.level, id: reader.label?.value, spans), at: place, mark: mark(range),
        origin: reader.origin, isUnderstood: isUnderstood(range)),
      range: range, lines: [])
  }

  private mutating func paragraph(_ node: MarkdownNode, _ range: Range<Int>, _ place: SourcePosition) -> Placed {
    let children = node.children
    if children.count == 1, children[0].kind == .image { return picture(children[0], range, place) }
    let lines = reader.spans(node, in: range)
    markRanges[place] = markRange(range)
    let block = TextBlock(
      .paragraph(reader.joined(lines)), at: place, mark: mark(range), origin: reader.origin,
      isUnderstood: isUnderstood(range))
    return Placed(block: block, range: range, lines: lines)
  }

  /// A picture in a paragraph of its own; its title is its caption.
  private mutating func picture(_ node: MarkdownNode, _ range: Range<Int>, _ place: SourcePosition) -> Placed {
    let words = reader.spans(node, in: range)
    let file = (folder + "/" + masked.restored(node.address)).withoutUpwardSteps
    let title = masked.restored(node.title)
    let exhibit = Exhibit(
      .picture(file: file, alternative: words.plainText), id: nil, caption: title.isEmpty ? [] : [.text(title)],
      source: [], alternative: nil)
    return Placed(block: TextBlock(.exhibit(exhibit), at: place, mark: mark(range)), range: range, lines: [])
  }

  private mutating func table(_ node: MarkdownNode, _ range: Range<Int>) -> TextTable {
    let rows = node.children.map { row in
      row.children.map { cell in reader.joined(reader.spans(cell, in: range)) }
    }
    let alignments = node.alignments.map { sign -> TextTable.Alignment in
      switch sign {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .centre
      case UInt8(ascii: "r"): .right
      default: .none
      }
    }
    return TextTable(alignments: alignments, head: rows.first ?? [], rows: Array(rows.dropFirst()))
  }

  /// Where the mark of the block that was read last stands; an empty range at its end when it has none.
  private func markRange(_ range: Range<Int>) -> Range<Int> {
    if let found = reader.originRange { return found }
    let end = masked.source.bytes[range].reversed().drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }.count
    return range.lowerBound + end..<range.lowerBound + end
  }

  private func isUnderstood(_ range: Range<Int>) -> Bool {
    !masked.markers.contains { range.contains($0.range.lowerBound) && $0.isBroken }
  }

  /// Of what stands in a range of the source, without marks of translations.
  func mark(_ range: Range<Int>) -> TextMark {
    var text: [UInt8] = []
    var start = range.lowerBound
    for marker in masked.markers where range.contains(marker.range.lowerBound) {
      guard case .origin = marker.content else { continue }
      text += masked.source.bytes[start..<marker.range.lowerBound]
      start = marker.range.upperBound
    }
    text += masked.source.bytes[start..<max(start, range.upperBound)]
    return TextMark(of: String(decoding: text, as: UTF8.self))
  }
}

extension [TextSpan] {
  /// The words alone.
  var plainText: String {
    map { span in
      switch span {
      case .text(let text), .code(let text): text
      case .emphasis(let inner), .strong(let inner), .link(_, let inner), .bound(_, let inner): inner.plainText
      case .lineBreak: " "
      case .footnote, .reference: ""
      }
    }.joined()
  }
}

extension String {
  /// A path whose steps upward are taken; those that lead out of the workspace stay, and name no file of it.
  fileprivate var withoutUpwardSteps: String {
    var parts: [Substring] = []
    for part in split(separator: "/", omittingEmptySubsequences: true) where part != "." {
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}

extension Diagnostic {
  fileprivate static func secondTitle(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1125", "heading of the first level in a chapter", at: position,
      hint: "the title stands in the front matter; sections begin with '##'")
  }
}
