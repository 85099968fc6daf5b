package import MilepostModel

/// Reads a Word document that was made from a report.
///
/// Tracked changes count as accepted.
package func readWordDocument(_ bytes: [UInt8]) throws(DocumentFault) -> ReturnedDocument {
  let names =
    ["document", "styles", "numbering", "footnotes", "comments", "_rels/document.xml.rels", "_rels/footnotes.xml.rels"]
    .map { "word/\($0)" + ($0.hasSuffix("rels") ? "" : ".xml") } + ["docProps/core.xml", "docProps/custom.xml"]
  let parts: [String: [UInt8]]
  do throws(ArchiveFault) {
    parts = try Archive.parts(names, of: bytes)
  } catch {
    throw .archive(error)
  }
  guard parts["word/document.xml"] != nil else { throw .partMissing("word/document.xml") }
  var trees: [String: MarkupElement] = [:]
  for name in names {
    guard let part = parts[name] else { continue }
    trees[name] = try MarkupTree.parse(part, part: name)
  }
  return WordReader(trees).document
}

/// Puts paragraphs together.
private struct WordReader {
  private let trees: [String: MarkupElement]
  private var reader: RunReader
  private var paragraphs: [ReturnedParagraph] = []
  private var tables = 0
  /// Whether the mark at the end of the last paragraph was deleted, so that the next goes on with it.
  private var goesOn = false
  private var properties: MarkupElement?
  /// Bookmarks between paragraphs, which belong to the one that follows.
  private var waiting: [MarkupElement] = []

  init(_ trees: [String: MarkupElement]) {
    self.trees = trees
    let shapes = WordShapes(styles: trees["word/styles.xml"], numbering: trees["word/numbering.xml"])
    var comments: [String: (author: String, text: String)] = [:]
    for comment in trees["word/comments.xml"]?.elements ?? [] {
      guard let id = comment.attributes["w:id"] else { continue }
      comments[id] = (comment.attributes["w:author"] ?? "somebody", comment.words)
    }
    reader = RunReader(
      shapes: shapes, links: WordReader.links(trees["word/_rels/document.xml.rels"]), comments: comments)
  }

  private static func links(_ relations: MarkupElement?) -> [String: String] {
    var links: [String: String] = [:]
    for relation in relations?.elements ?? [] where relation.attributes["TargetMode"] == "External" {
      guard let id = relation.attributes["Id"] else { continue }
      links[id] = relation.attributes["Target"]
    }
    return links
  }

  var document: ReturnedDocument {
    var body = self
    for child in trees["word/document.xml"]?.first("w:body")?.elements ?? [] { body.block(child, .page) }
    var notes: [[ReturnedParagraph]] = []
    let footnotes = trees["word/footnotes.xml"]?.elements ?? []
    let main = body.paragraphs
    for id in body.reader.footnotes {
      body.paragraphs = []
      for child in footnotes.first(where: { $0.attributes["w:id"] == id })?.elements ?? [] {
        body.block(child, .page)
      }
      notes.append(body.paragraphs)
    }
    return ReturnedDocument(
      language: language, paragraphs: main, footnotes: notes, chapters: body.reader.seals)
  }

  private var language: LanguageTag? {
    let custom = trees["docProps/custom.xml"]?.elements.first {
      $0.attributes["name"] == WordPackage.languageProperty
    }
    let text = custom?.text ?? trees["docProps/core.xml"]?.first("dc:language")?.text
    return text.flatMap { $0.isEmpty ? nil : LanguageTag($0) }
  }

  private mutating func block(_ element: MarkupElement, _ holder: ReturnedParagraph.Holder) {
    switch element.name {
    case "w:p": paragraph(element, holder)
    case "w:tbl": table(element)
    case "w:sdt": for child in element.first("w:sdtContent")?.elements ?? [] { block(child, holder) }
    case "w:ins", "w:moveTo", "w:customXml", "w:smartTag":
      for child in element.elements { block(child, holder) }
    case "w:bookmarkStart", "w:bookmarkEnd": waiting.append(element)
    default: return
    }
  }

  private mutating func table(_ table: MarkupElement) {
    tables += 1
    let number = tables
    let start = paragraphs.count
    let rows = table.elements.flatMap { $0.name == "w:sdt" ? $0.first("w:sdtContent")?.elements ?? [] : [$0] }
    let isBox = rows.filter { $0.name == "w:tr" }.count == 1 && rows.first { $0.name == "w:tr" }?.cellCount == 1
    waiting += rows.filter { $0.name == "w:bookmarkStart" || $0.name == "w:bookmarkEnd" }
    for row in rows where row.name == "w:tr" && row.first("w:trPr")?.first("w:del") == nil {
      for cell in row.cells {
        for child in cell.elements { block(child, isBox ? .box : .cell(table: number)) }
      }
    }
    seal(start)
  }

  /// Compares a table that was made from data with what it was.
  private mutating func seal(_ start: Int) {
    guard let place = sealed.firstIndex(where: { $0.place >= start }) else { return }
    let seal = sealed[place]
    sealed.removeSubrange(place...)
    let words = (start..<paragraphs.count).compactMap { visible[$0] }.joined(separator: " ")
    let faults: [ReturnedParagraph.Fault] = TextMark(ofWords: words) == seal.mark ? [] : [.table(words: words)]
    for index in start..<paragraphs.count {
      let old = paragraphs[index]
      paragraphs[index] = ReturnedParagraph(
        anchors: old.anchors, texts: old.anchors.map { _ in SpanSkeleton([]) }, loose: SpanSkeleton([]), isMade: true,
        style: .body, holder: old.holder,
        faults: (index == seal.place ? faults : []) + old.faults.filter(\.isComment))
    }
  }

  /// Paragraphs that begin a table made from data, and what all its words were.
  private var sealed: [(place: Int, mark: TextMark)] = []
  /// The words of each paragraph, by its place.
  private var visible: [Int: String] = [:]

  private mutating func paragraph(_ element: MarkupElement, _ holder: ReturnedParagraph.Holder) {
    let isContents = reader.isInContents
    let own = element.first("w:pPr")
    if !goesOn {
      reader.beginParagraph()
      properties = own
    }
    for mark in waiting { reader.read(mark) }
    waiting = []
    for child in element.elements where child.name != "w:pPr" { reader.read(child) }
    let mark = own?.first("w:rPr")
    goesOn = mark.map { $0.first("w:del") != nil || $0.first("w:moveFrom") != nil } ?? false
    guard !goesOn else { return }
    reader.endParagraph()
    if isContents || reader.isInContents || reader.shapes.isContents(properties) { return }
    add(holder)
  }

  private mutating func add(_ holder: ReturnedParagraph.Holder) {
    let style = reader.shapes.style(of: properties)
    let pieces = style == .code ? reader.pieces.map(\.asCode) : reader.pieces
    let anchors = reader.anchors.inOrder(of: pieces)
    var texts: [SpanSkeleton] = []
    for (index, anchor) in anchors.enumerated() {
      let end = index + 1 < anchors.count ? anchors[index + 1].place : pieces.count
      texts.append(SpanSkeleton(Array(pieces[min(anchor.place, end)..<end])))
    }
    let before = anchors.first.map(\.place) ?? pieces.count
    var faults = reader.faults
    var isMade = false
    if let made = reader.made {
      isMade = true
      if made.isTable {
        sealed.append((paragraphs.count, made.mark))
      } else if TextMark(ofWords: reader.visible) != made.mark {
        faults.append(.made(words: reader.visible))
      }
    }
    visible[paragraphs.count] = reader.visible
    paragraphs.append(
      ReturnedParagraph(
        anchors: anchors.map(\.anchor), texts: texts, loose: SpanSkeleton(Array(pieces[..<before])),
        isMade: isMade, style: style, holder: holder, faults: faults))
  }
}

extension SpanSkeleton.Piece {
  /// Within a block of code.
  fileprivate var asCode: SpanSkeleton.Piece {
    switch self {
    case .text(let text, _), .code(let text, _): .code(text, SpanSkeleton.Style())
    case .lineBreak: .code("\n", SpanSkeleton.Style())
    case .footnote, .reference, .inserted, .opening, .closing: self
    }
  }
}

extension [(anchor: UnitAnchor, place: Int)] {
  /// Of those at one place the one last whose text follows: editors do not keep the order of bookmarks at one place.
  fileprivate func inOrder(of pieces: [SpanSkeleton.Piece]) -> [Element] {
    let empty = SpanSkeleton([]).mark
    return enumerated().sorted { one, other in
      if one.element.place != other.element.place { return one.element.place < other.element.place }
      let end = self.map(\.place).filter { $0 > one.element.place }.min() ?? pieces.count
      let mark = SpanSkeleton([SpanSkeleton.Piece](pieces[one.element.place..<end])).mark
      func rank(_ element: Element) -> Int {
        element.anchor.mark == mark ? 2 : element.anchor.mark == empty ? 0 : 1
      }
      let (left, right) = (rank(one.element), rank(other.element))
      return left == right ? one.offset < other.offset : left < right
    }.map(\.element)
  }
}

extension ReturnedParagraph.Fault {
  fileprivate var isComment: Bool { if case .comment = self { true } else { false } }
}

extension MarkupElement {
  fileprivate var cells: [MarkupElement] {
    elements.flatMap { $0.name == "w:sdt" ? $0.first("w:sdtContent")?.elements ?? [] : [$0] }
      .filter { $0.name == "w:tc" }
  }

  fileprivate var cellCount: Int { cells.count }

  /// The words of all paragraphs in it.
  fileprivate var words: String {
    elements.map { $0.name == "w:t" ? $0.text : $0.words + ($0.name == "w:p" ? " " : "") }.joined()
  }
}
