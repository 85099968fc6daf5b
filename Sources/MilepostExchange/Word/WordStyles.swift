import MilepostModel

/// The styles of a document in one language: `word/styles.xml`.
struct WordStyles {
  let language: WordLanguage

  static let ink = "16202B"
  static let secondInk = "4A5663"
  static let link = "0B5A8F"
  static let rule = "C9C4B8"
  static let surface = "F4F2EC"
  /// Where the text begins, beside its numbers.
  static let hang = 850

  var part: [UInt8] {
    let run = WordMarkup.element(
      "w:rPrDefault", [],
      WordMarkup.element(
        "w:rPr", [],
        WordFont.element(.text) + WordMarkup.value("color", WordStyles.ink) + size(21) + language.defaults))
    let paragraph = WordMarkup.element("w:pPrDefault", [], WordMarkup.element("w:pPr", [], ""))
    let defaults = WordMarkup.element("w:docDefaults", [], run + paragraph)
    let styles = frame + headings + texts + exhibits + characters + tables
    return WordMarkup.part("w:styles", defaults + styles.map(\.element).joined())
  }

  private func size(_ halfPoints: Int) -> String {
    WordMarkup.value("sz", halfPoints) + WordMarkup.value("szCs", WordLanguage.complexSize(halfPoints))
  }

  private var bold: String { WordMarkup.flag("b") + WordMarkup.flag("bCs") }

  private func label(_ halfPoints: Int, _ weight: String = "", colour: String? = nil) -> String {
    let ink = colour.map { WordMarkup.value("color", $0) } ?? String()
    return WordFont.element(.label) + weight + ink + size(halfPoints)
  }

  private func style(
    _ name: WordStyle.Name, _ title: String, base: WordStyle.Name? = .normal, next: WordStyle.Name? = nil,
    priority: Int = 30, run: String = "", _ properties: WordParagraph = WordParagraph()
  ) -> WordStyle {
    WordStyle(
      kind: .paragraph, id: name.rawValue, name: title, base: base?.rawValue, next: next?.rawValue,
      isDefault: name == .normal, priority: priority, paragraph: properties.content, run: run)
  }

  private var frame: [WordStyle] {
    let line = WordParagraph.border("bottom", WordStyles.rule)
    let tabs = WordMarkup.element("w:tab", [("w:val", "end"), ("w:pos", String(WordPage.textWidth))])
    let head = WordParagraph(tabs: tabs, before: 0, after: 0)
    return [
      style(
        .normal, "Normal", base: nil, priority: 0,
        WordParagraph(isRightToLeft: language.isRightToLeft, before: 0, after: 120)),
      style(
        .title, "Title", next: .subtitle, priority: 10, run: bold + size(48),
        WordParagraph(keepsWithNext: true, before: 720, after: 160)),
      style(.subtitle, "Subtitle", priority: 11, run: size(28), WordParagraph(before: 0, after: 360)),
      style(
        .fact, "Fact", run: label(19),
        WordParagraph(before: 0, after: 40, indent: (2268, 2268))),
      style(
        .titleSection, "Title Section", next: .body, run: label(21, bold),
        WordParagraph(keepsWithNext: true, before: 320, after: 60)),
      style(
        .header, "header", run: label(16, colour: WordStyles.secondInk),
        WordParagraph(borders: line, tabs: tabs, before: 0, after: 0)),
      style(.footer, "footer", run: label(16, colour: WordStyles.secondInk), head),
      style(
        .contentsHeading, "TOC Heading", run: bold + size(34),
        WordParagraph(keepsWithNext: true, startsPage: true, before: 0, after: 240)),
    ]
      + [WordStyle.Name.contents1, .contents2, .contents3].enumerated().map { level, name in
        let indent = [567, 1247, 2041][level]
        let stops = WordMarkup.element("w:tab", [("w:val", "start"), ("w:pos", String(indent))])
        let end = WordMarkup.element(
          "w:tab", [("w:val", "end"), ("w:leader", "dot"), ("w:pos", String(WordPage.textWidth))])
        return style(
          name, "toc \(level + 1)", priority: 39, run: level == 0 ? bold : "",
          WordParagraph(
            tabs: stops + end, before: level == 0 ? 120 : 0, after: 20,
            indent: (indent, [567, 680, 794][level])))
      }
  }

  private var headings: [WordStyle] {
    let names: [WordStyle.Name] = [.heading1, .heading2, .heading3, .heading4, .heading5, .heading6]
    let sizes = [34, 27, 23, 21, 21, 21]
    return names.enumerated().map { level, name in
      style(
        name, "heading \(level + 1)", next: .numbered, priority: 9, run: bold + size(sizes[level]),
        WordParagraph(
          keepsWithNext: true, keepsTogether: true, startsPage: level == 0,
          numbering: (WordNumbering.headings, level), before: [0, 360, 280, 240, 240, 240][level],
          after: [280, 120, 100, 80, 80, 80][level], indent: (WordStyles.hang, WordStyles.hang), outlineLevel: level))
    }
  }

  private var texts: [WordStyle] {
    let line = language.bodyLine
    let both = language.script == .chinese ? "both" : nil
    let start = WordStyles.hang
    return [
      style(
        .body, "Body Text", priority: 1,
        WordParagraph(before: 0, after: 150, exactLine: line, indent: (start, 0), alignment: both)),
      style(
        .numbered, "Numbered Paragraph", base: .body, priority: 1,
        WordParagraph(numbering: (WordNumbering.paragraphs, 0), indent: (start, start))),
      style(
        .bullet, "List Bullet", base: .body, priority: 2,
        WordParagraph(after: 70, indent: (start + 397, 397))),
      style(
        .number, "List Number", base: .body, priority: 2,
        WordParagraph(after: 70, indent: (start + 397, 397))),
      style(.listText, "List Continue", base: .body, priority: 2, WordParagraph(after: 70)),
      style(
        .quotation, "Quote", base: .body, priority: 29, run: WordMarkup.value("color", WordStyles.secondInk),
        WordParagraph(
          borders: WordParagraph.border(
            language.isRightToLeft ? "right" : "left", WordStyles.rule, size: 18, space: 10),
          indent: (start + 454, 0))),
      style(
        .code, "Code Block", base: .body, run: WordFont.element(.code) + size(17),
        WordParagraph(shade: WordStyles.surface, after: 150, exactLine: 250, alignment: "start")),
      style(
        .rule, "Rule", base: .body,
        WordParagraph(borders: WordParagraph.border("bottom", WordStyles.rule), after: 200, exactLine: 120)),
      style(
        .footnoteText, "footnote text", run: size(17),
        WordParagraph(before: 0, after: 40, exactLine: line * 4 / 5)),
      style(
        .note, "Figure Note", run: label(17), WordParagraph(before: 0, after: 80, indent: (567, 567))),
    ]
  }

  private var exhibits: [WordStyle] {
    let small = label(17)
    return [
      style(
        .caption, "caption", priority: 35, run: label(19, bold),
        WordParagraph(keepsWithNext: true, keepsTogether: true, before: 240, after: 80)),
      style(
        .measure, "Figure Measure", run: label(17, colour: WordStyles.secondInk),
        WordParagraph(keepsWithNext: true, before: 0, after: 60)),
      style(.drawing, "Drawing", WordParagraph(keepsWithNext: true, before: 0, after: 60)),
      style(
        .key, "Figure Key", run: label(15, colour: WordStyles.secondInk), WordParagraph(before: 0, after: 60)),
      style(
        .source, "Source", next: .numbered, run: label(15, colour: WordStyles.secondInk),
        WordParagraph(before: 60, after: 280)),
      style(.tableText, "Table Text", run: small, WordParagraph(before: 30, after: 30)),
      style(
        .tableHead, "Table Head", base: .tableText, run: bold,
        WordParagraph(keepsWithNext: true, before: 30, after: 30)),
      style(
        .boxTitle, "Box Title", next: .boxText, run: label(20, bold),
        WordParagraph(keepsWithNext: true, before: 120, after: 100)),
      style(.boxText, "Box Text", base: .body, WordParagraph(after: 120, indent: (0, 0))),
    ]
  }

  /// Where slanted letters are unknown, emphasis is weight, or dots below the signs.
  private var characters: [WordStyle] {
    func style(_ name: WordStyle.Character, _ title: String, _ run: String) -> WordStyle {
      WordStyle(kind: .character, id: name.rawValue, name: title, priority: 22, run: run)
    }
    let emphasis =
      switch language.script {
      case .latin: WordMarkup.flag("i") + WordMarkup.flag("iCs")
      case .arabic: bold
      case .chinese: WordMarkup.value("em", "dot")
      }
    return [
      style(.emphasis, "Emphasis", emphasis), style(.strong, "Strong", bold),
      style(
        .link, "Hyperlink", WordMarkup.value("color", WordStyles.link) + WordMarkup.value("u", "single")),
      style(.code, "Code Text", WordFont.element(.code) + size(18)),
      style(.footnoteMark, "footnote reference", WordMarkup.value("vertAlign", "superscript")),
      style(.removed, "Removed Words", WordMarkup.flag("strike")),
      style(.added, "Added Words", WordMarkup.value("u", "thick")),
    ]
  }

  private var tables: [WordStyle] {
    let line = { (side: String, size: Int) in WordParagraph.border(side, WordStyles.rule, size: size, space: 0) }
    let margins = WordMarkup.element(
      "w:tblCellMar", [],
      [("top", 0), ("left", 85), ("bottom", 0), ("right", 85)].map { side, width in
        WordMarkup.element("w:" + side, [("w:w", String(width)), ("w:type", "dxa")])
      }.joined())
    func table(_ id: String, _ name: String, _ borders: String) -> WordStyle {
      WordStyle(
        kind: .table, id: id, name: name, priority: 59,
        rest: WordMarkup.element("w:tblPr", [], WordMarkup.element("w:tblBorders", [], borders) + margins))
    }
    let frame = ["top", "left", "bottom", "right"].map { line($0, 6) }.joined()
    return [
      WordStyle(kind: .table, id: "TableNormal", name: "Normal Table", isDefault: true, rest: ""),
      table("ReportTable", "Report Table", line("top", 8) + line("bottom", 8) + line("insideH", 4)),
      table("Box", "Box", frame),
    ]
  }
}
