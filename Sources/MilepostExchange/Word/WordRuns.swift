import MilepostLanguage
import MilepostModel

/// How a run of text is set.
struct WordFace {
  var isEmphasis = false
  var isStrong = false
  var isCode = false
  var isLink = false
  /// Of words that are compared with those of an older document.
  var change: WordStyle.Character?
  var language: LanguageTag?
  var colour: String?
  var role: WordFont.Role?

  /// In the order of the schema.
  func properties(_ script: WordLanguage.Script, isComplex: Bool) -> String {
    var text = ""
    var isBold = false
    var isSlanted = false
    if isCode {
      text += WordMarkup.value("rStyle", WordStyle.Character.code.rawValue)
      (isBold, isSlanted) = (isStrong, isEmphasis)
    } else if isStrong {
      text += WordMarkup.value("rStyle", WordStyle.Character.strong.rawValue)
      isSlanted = isEmphasis
    } else if isEmphasis {
      text += WordMarkup.value("rStyle", WordStyle.Character.emphasis.rawValue)
    } else if let change {
      text += WordMarkup.value("rStyle", change.rawValue)
    } else if isLink {
      text += WordMarkup.value("rStyle", WordStyle.Character.link.rawValue)
    }
    if let role { text += WordFont.element(role) }
    if isBold { text += WordMarkup.flag("b") + WordMarkup.flag("bCs") }
    if isSlanted { text += WordMarkup.flag("i") + WordMarkup.flag("iCs") }
    if let colour { text += WordMarkup.value("color", colour) }
    if isComplex { text += WordMarkup.flag("rtl") }
    if isSlanted && script == .chinese { text += WordMarkup.value("em", "dot") }
    if let language { text += WordLanguage.mark(language) }
    return text.isEmpty ? "" : WordMarkup.element("w:rPr", [], text)
  }
}

extension WordWriter {
  /// A text in one face, in as many runs as it has directions.
  mutating func text(_ text: String, _ face: WordFace = WordFace()) -> String {
    if !text.isEmpty { endsInLink = false }
    guard language.script == .arabic else { return run(text, face, isComplex: false) }
    if let own = face.language, !text.isEmpty, !["ar", "fa", "he", "ur"].contains(own.primary) {
      return run("\u{200E}\(text)\u{200E}", face, isComplex: false)
    }
    return DirectedText.parts(of: text).map { run($0.text, face, isComplex: $0.isFromRight) }.joined()
  }

  private func run(_ text: String, _ face: WordFace, isComplex: Bool) -> String {
    guard !text.isEmpty else { return "" }
    let content = WordMarkup.element("w:t", [("xml:space", "preserve")], WordMarkup.escaped(text))
    return WordMarkup.element("w:r", [], face.properties(language.script, isComplex: isComplex) + content)
  }

  /// - Parameter spans: what the author wrote, one for each run; nil for texts of the program.
  mutating func runs(_ runs: [ManuscriptRun], _ spans: [TextSpan]?, _ face: WordFace = WordFace()) -> String {
    let paired = spans.flatMap { $0.count == runs.count ? $0 : nil }
    return runs.enumerated().map { place, run in self.run(run, paired?[place], face) }.joined()
  }

  private mutating func run(_ run: ManuscriptRun, _ span: TextSpan?, _ face: WordFace) -> String {
    var face = face
    let inner = span?.inner
    if case .reference(let name) = span { return reference(run, TextMark(of: name.value), face) }
    switch run {
    case .text(let text): return self.text(text, face)
    case .emphasis(let runs):
      face.isEmphasis = true
      return self.runs(runs, inner, face)
    case .strong(let runs):
      face.isStrong = true
      return self.runs(runs, inner, face)
    case .code(let text):
      face.isCode = true
      return self.text(text, face)
    case .lineBreak: return WordMarkup.element("w:r", [], WordMarkup.flag("br"))
    case .link(let link, let runs): return self.link(link, runs, inner, face)
    case .footnote(let number): return footnoteMark(number)
    case .figure(let figure): return self.figure(figure, inner, face)
    case .foreign(let language, _, let runs):
      face.language = language
      return self.runs(runs, nil, face)
    case .removed(let text):
      face.change = .removed
      return self.text(text, face)
    case .added(let text):
      face.change = .added
      return self.text(text, face)
    }
  }

  private func footnoteMark(_ number: Int) -> String {
    WordMarkup.element(
      "w:r", [],
      WordMarkup.element("w:rPr", [], WordMarkup.value("rStyle", WordStyle.Character.footnoteMark.rawValue))
        + WordMarkup.element("w:footnoteReference", [("w:id", String(number + 1))]))
  }

  mutating func link(
    _ link: ManuscriptLink, _ runs: [ManuscriptRun], _ spans: [TextSpan]?, _ face: WordFace = WordFace()
  ) -> String {
    let target: (String, String)
    switch link {
    case .address(let address):
      target = ("r:id", relation(WordPackage.hyperlink, to: address, isExternal: true))
    case .within(let chapter, let anchor):
      target = ("w:anchor", anchor.flatMap { figureNames[$0] } ?? WordWriter.placeName(chapter, anchor))
    case .page(_, let published):
      guard let published else { return self.runs(runs, spans, face) }
      target = ("r:id", relation(WordPackage.hyperlink, to: published, isExternal: true))
    }
    var face = face
    guard !face.isLink else { return self.runs(runs, spans, face) }
    face.isLink = true
    let content = self.runs(runs, spans, face)
    guard !content.isEmpty else { return "" }
    endsInLink = true
    return WordMarkup.element("w:hyperlink", [target, ("w:history", "1")], content)
  }

  private mutating func reference(_ run: ManuscriptRun, _ name: TextMark, _ face: WordFace) -> String {
    let anchor = WordAnchor.reference(name: name, place: nextReference, words: TextMark(ofWords: [run].plainText))
    nextReference += 1
    let content = self.run(run, nil, face)
    return bookmark(anchor.name, around: content)
  }

  private mutating func figure(_ figure: FigureRun, _ spans: [TextSpan]?, _ face: WordFace) -> String {
    guard cursor.bindings.indices.contains(figure.binding) else { return runs(figure.text, spans, face) }
    let (binding, words) = (cursor.bindings[figure.binding].mark, TextMark(ofWords: figure.text.plainText))
    let anchor: WordAnchor =
      figure.kind == .inserted
      ? .inserted(binding: binding, place: nextFigure, words: words)
      : .figure(binding: binding, place: nextFigure, words: words)
    nextFigure += 1
    figureNames[figure.anchor] = anchor.name
    guard !figure.text.isEmpty else { return bookmark(anchor.name) }
    let followsLink = endsInLink
    var content = runs(figure.text, figure.kind == .inserted ? nil : spans, face)
    if !followsLink && !face.isLink && !content.contains("<w:hyperlink") {
      content = control(
        anchor.name, title: title(of: figure), lock: figure.kind == .inserted ? "contentLocked" : "sdtLocked", content)
    }
    return bookmark(anchor.name, around: content)
  }

  /// What a word processor shows over the control of a figure.
  private func title(of figure: FigureRun) -> String {
    guard let number = figure.note, let note = manuscript.notes.first(where: { $0.number == number }) else {
      return figure.kind.rawValue
    }
    return String("\(number): \(note.expression)".prefix(60))
  }

  /// A control around runs, which says what they are and what may be done to them.
  mutating func control(_ tag: String, title: String, lock: String, _ content: String) -> String {
    defer { nextControl += 1 }
    let properties =
      WordMarkup.value("alias", title) + WordMarkup.value("tag", tag) + WordMarkup.value("id", nextControl)
      + WordMarkup.value("lock", lock)
    return WordMarkup.element(
      "w:sdt", [],
      WordMarkup.element("w:sdtPr", [], properties) + WordMarkup.element("w:sdtContent", [], content))
  }

  /// A bookmark around something, or of a place; a name that is taken is not given again.
  mutating func bookmark(_ name: String, around content: String = "") -> String {
    guard names.insert(name).inserted else { return content }
    defer { nextBookmark += 1 }
    let id = ("w:id", String(nextBookmark))
    return WordMarkup.element("w:bookmarkStart", [id, ("w:name", name)]) + content
      + WordMarkup.element("w:bookmarkEnd", [id])
  }

  /// The bookmark of a place that links lead to; names that begin with a low line are not listed.
  static func placeName(_ chapter: String, _ anchor: String?) -> String {
    "_Ref\(TextMark(of: anchor.map { chapter + "#" + $0 } ?? chapter))"
  }
}

extension TextSpan {
  /// What stands within it.
  fileprivate var inner: [TextSpan]? {
    switch self {
    case .emphasis(let spans), .strong(let spans), .link(_, let spans), .bound(_, let spans): spans
    case .text, .code, .lineBreak, .footnote, .reference: nil
    }
  }
}

/// A text cut where its direction turns.
enum DirectedText {
  /// Parts in the order of reading; digits and signs go with what is written from the right.
  static func parts(of text: String) -> [(text: String, isFromRight: Bool)] {
    let scalars = Array(text.unicodeScalars)
    var parts: [(text: String, isFromRight: Bool)] = []
    var start = 0
    func add(_ range: Range<Int>, isFromRight: Bool) {
      guard !range.isEmpty else { return }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[range])
      parts.append((String(view), isFromRight))
    }
    while let first = scalars[start...].firstIndex(where: { $0.properties.isAlphabetic && !$0.isFromRight }) {
      let limit = scalars[first...].firstIndex(where: \.isFromRight) ?? scalars.count
      let last = scalars[first..<limit].lastIndex { $0.properties.isAlphabetic || ("0"..."9").contains($0) } ?? first
      add(start..<first, isFromRight: true)
      add(first..<last + 1, isFromRight: false)
      start = last + 1
    }
    add(start..<scalars.count, isFromRight: true)
    return parts
  }
}

extension Unicode.Scalar {
  /// Letters of Hebrew, Arabic and their neighbours.
  fileprivate var isFromRight: Bool {
    (0x590...0x8FF).contains(value) && properties.isAlphabetic || (0xFB1D...0xFDFF).contains(value)
      || (0xFE70...0xFEFE).contains(value)
  }
}
