import MilepostModel

/// Reads what stands in a paragraph, in the order of the text.
struct RunReader {
  let shapes: WordShapes
  let links: [String: String]
  /// Their places by their numbers in the document.
  private(set) var footnotes: [String] = []
  private(set) var seals: [TextMark: ChapterSeal] = [:]
  /// Comments by their numbers.
  let comments: [String: (author: String, text: String)]

  /// What is read of a paragraph.
  private(set) var pieces: [SpanSkeleton.Piece] = []
  /// Units that begin, with how many pieces stand before them.
  private(set) var anchors: [(anchor: UnitAnchor, place: Int)] = []
  private(set) var made: (mark: TextMark, isTable: Bool)?
  private(set) var faults: [ReturnedParagraph.Fault] = []
  /// All words, those of the program included.
  private(set) var visible = ""
  var isInContents: Bool { fields.contains(where: \.isContents) }

  /// Names that began, by their numbers.
  private var names: [String: String] = [:]
  private var seen: Set<String> = []
  /// What is open: words of figures and references, and words that the program wrote.
  private var open: [Open] = []
  private var fields: [Field] = []

  private struct Open {
    let name: String
    let anchor: WordAnchor
    /// Where its words begin.
    let piece: Int
    let words: Int
  }

  private struct Field {
    var instruction = ""
    var hasResult = false
    var isContents: Bool {
      instruction.split(separator: " ").first == "TOC"
    }
  }

  init(shapes: WordShapes, links: [String: String], comments: [String: (author: String, text: String)]) {
    self.shapes = shapes
    self.links = links
    self.comments = comments
  }

  /// Forgets the paragraph; fields may go on.
  mutating func beginParagraph() {
    pieces = []
    anchors = []
    made = nil
    faults = []
    visible = ""
    open = []
  }

  /// Words that are still open end with their paragraph.
  mutating func endParagraph() { while let last = open.last { close(last.name) } }

  mutating func read(_ element: MarkupElement, _ destination: String? = nil) {
    switch element.name {
    case "w:r": run(element, destination)
    case "w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:fldSimple", "w:dir", "w:bdo", "w:sdtContent":
      for child in element.elements { read(child, destination) }
    case "w:hyperlink":
      let address = element.attributes["r:id"].flatMap { links[$0] }
      for child in element.elements { read(child, address ?? destination) }
    case "w:sdt": control(element, destination)
    case "w:bookmarkStart": begin(element)
    case "w:bookmarkEnd":
      if let id = element.attributes["w:id"], let name = names.removeValue(forKey: id) { close(name) }
    case "m:oMath", "m:oMathPara": faults.append(.object("an equation"))
    case "mc:AlternateContent": faults.append(.object("a drawing"))
    default: return
    }
  }

  private mutating func control(_ element: MarkupElement, _ destination: String?) {
    let tag = element.first("w:sdtPr")?.value(of: "w:tag")
    let isNew = tag.map { tag in !open.contains { $0.name == tag } } ?? false
    if let tag, isNew { enter(tag) }
    for child in element.first("w:sdtContent")?.elements ?? [] { read(child, destination) }
    if let tag, isNew { close(tag) }
  }

  private mutating func begin(_ element: MarkupElement) {
    guard let id = element.attributes["w:id"], let name = element.attributes["w:name"],
      let anchor = WordAnchor(name)
    else { return }
    switch anchor {
    case .unit(let chapter, let place, let mark):
      // The first is the paragraph, others are copies of it.
      guard seen.insert(anchor.name).inserted else { return }
      anchors.append((UnitAnchor(chapter: chapter, place: place, mark: mark), pieces.count))
    case .chapter(let chapter, let count, let mark): seals[chapter] = ChapterSeal(count: count, mark: mark)
    case .table(_, _, _, let mark): made = (mark, true)
    case .made, .figure, .inserted, .reference:
      guard !open.contains(where: { $0.name == name }) else { return }
      names[id] = name
      enter(name)
    }
  }

  private mutating func enter(_ name: String) {
    guard let anchor = WordAnchor(name) else { return }
    switch anchor {
    case .figure(let mark, _, _): pieces.append(.opening(mark))
    case .made, .reference, .inserted, .unit, .chapter, .table: break
    }
    open.append(Open(name: name, anchor: anchor, piece: pieces.count, words: visible.utf8.count))
  }

  private mutating func close(_ name: String) {
    guard let place = open.lastIndex(where: { $0.name == name }) else { return }
    // What began after it and has no words yet only begins behind it.
    let later = open[(place + 1)...].filter { $0.piece == pieces.count }
    while open.count > place + 1 {
      let inner = open.removeLast()
      if later.contains(where: { $0.name == inner.name }) {
        if case .figure = inner.anchor, case .opening? = pieces.last { pieces.removeLast() }
      } else {
        end(inner)
      }
    }
    end(open.removeLast())
    // A unit that began within words that are gone begins where they were.
    for index in anchors.indices { anchors[index].place = min(anchors[index].place, pieces.count) }
    for inner in later { enter(inner.name) }
  }

  private mutating func end(_ ended: Open) {
    let words = String(decoding: visible.utf8.dropFirst(ended.words), as: UTF8.self)
    switch ended.anchor {
    case .figure: pieces.append(.closing)
    case .inserted(let binding, _, let mark):
      pieces.removeSubrange(ended.piece...)
      if words.isEmpty { return }
      pieces.append(.inserted(binding))
      if TextMark(ofWords: words) != mark { faults.append(.figure(binding, words: words)) }
    case .reference(let name, _, let mark):
      pieces.removeSubrange(ended.piece...)
      if words.isEmpty { return }
      pieces.append(.reference(name))
      if TextMark(ofWords: words) != mark { faults.append(.reference(words: words)) }
    case .made(_, _, _, let mark):
      guard !words.isEmpty else {
        made = (mark, false)
        return
      }
      pieces.removeSubrange(ended.piece...)
      if TextMark(ofWords: words) != mark { faults.append(.made(words: words)) }
    case .unit, .table, .chapter: return
    }
  }

  // MARK: Runs

  private mutating func run(_ run: MarkupElement, _ destination: String?) {
    var (style, isCode) = shapes.style(ofRun: run.first("w:rPr"))
    style.destination = destination
    func piece(_ text: String) -> SpanSkeleton.Piece { isCode ? .code(text, style) : .text(text, style) }
    for child in run.elements {
      if child.name == "w:fldChar" || child.name == "w:instrText" {
        field(child)
        continue
      }
      // What an instruction holds is no text.
      if fields.contains(where: { !$0.hasResult }) { continue }
      switch child.name {
      case "w:t": add(child.text, piece)
      case "w:tab": add(" ", piece)
      case "w:noBreakHyphen": add("\u{2011}", piece)
      case "w:softHyphen": add("\u{AD}", piece)
      case "w:br", "w:cr":
        guard child.attributes["w:type"].map({ $0 == "textWrapping" }) ?? true else { continue }
        pieces.append(.lineBreak)
        visible += " "
      case "w:footnoteReference":
        if let id = child.attributes["w:id"] {
          if !footnotes.contains(id) { footnotes.append(id) }
          if let place = footnotes.firstIndex(of: id) { pieces.append(.footnote(place)) }
        }
      case "w:endnoteReference": faults.append(.object("an endnote"))
      case "w:drawing", "w:pict", "w:object", "mc:AlternateContent": faults.append(.object("a picture"))
      case "w:sym": faults.append(.object("a sign of a special font"))
      case "w:commentReference":
        if let comment = child.attributes["w:id"].flatMap({ comments[$0] }) {
          faults.append(.comment(author: comment.author, text: comment.text))
        }
      default: continue
      }
    }
  }

  private mutating func add(_ text: String, _ piece: (String) -> SpanSkeleton.Piece) {
    guard !text.isEmpty else { return }
    pieces.append(piece(text))
    visible += text
  }

  private mutating func field(_ element: MarkupElement) {
    if element.name == "w:instrText" {
      if !fields.isEmpty { fields[fields.count - 1].instruction += element.text }
      return
    }
    switch element.attributes["w:fldCharType"] {
    case "begin": fields.append(Field())
    case "separate": if !fields.isEmpty { fields[fields.count - 1].hasResult = true }
    case "end": if !fields.isEmpty { fields.removeLast() }
    default: return
    }
  }
}
