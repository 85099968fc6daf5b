/// A named style of a document.
struct WordStyle {
  enum Kind: String { case paragraph, character, table }

  /// What paragraphs of the document are; the raw value is the id.
  enum Name: String {
    case normal = "Normal"
    case title = "Title"
    case subtitle = "Subtitle"
    case fact = "Fact"
    case titleSection = "TitleSection"
    case heading1 = "Heading1"
    case heading2 = "Heading2"
    case heading3 = "Heading3"
    case heading4 = "Heading4"
    case heading5 = "Heading5"
    case heading6 = "Heading6"
    case contentsHeading = "TOCHeading"
    case contents1 = "TOC1"
    case contents2 = "TOC2"
    case contents3 = "TOC3"
    case body = "BodyText"
    case numbered = "NumberedParagraph"
    case bullet = "ListBullet"
    case number = "ListNumber"
    case listText = "ListContinue"
    case quotation = "Quote"
    case code = "CodeBlock"
    case rule = "Rule"
    case boxTitle = "BoxTitle"
    case boxText = "BoxText"
    case caption = "Caption"
    case measure = "FigureMeasure"
    case drawing = "Drawing"
    case key = "FigureKey"
    case source = "Source"
    case tableHead = "TableHead"
    case tableText = "TableText"
    case note = "FigureNote"
    case footnoteText = "FootnoteText"
    case header = "Header"
    case footer = "Footer"
  }

  /// Of characters.
  enum Character: String {
    case emphasis = "Emphasis"
    case strong = "Strong"
    case link = "Hyperlink"
    case code = "CodeText"
    case footnoteMark = "FootnoteReference"
    case removed = "RemovedWords"
    case added = "AddedWords"
  }

  let kind: Kind
  let id: String
  /// Names of the word processor's own styles are in lower case.
  let name: String
  var base: String?
  var next: String?
  var isDefault = false
  var priority = 99
  /// In the order of the schema.
  var paragraph = ""
  var run = ""
  var rest = ""

  var element: String {
    var attributes = [("w:type", kind.rawValue)]
    if isDefault { attributes.append(("w:default", "1")) }
    attributes.append(("w:styleId", id))
    var content = WordMarkup.value("name", name)
    if let base { content += WordMarkup.value("basedOn", base) }
    if let next { content += WordMarkup.value("next", next) }
    content += WordMarkup.value("uiPriority", priority) + WordMarkup.flag("qFormat")
    if !paragraph.isEmpty { content += WordMarkup.element("w:pPr", [], paragraph) }
    if !run.isEmpty { content += WordMarkup.element("w:rPr", [], run) }
    return WordMarkup.element("w:style", attributes, content + rest)
  }
}

/// Properties of paragraphs that styles and paragraphs state, in the order of the schema.
struct WordParagraph {
  var style: WordStyle.Name?
  var keepsWithNext = false
  var keepsTogether = false
  var startsPage = false
  /// Number and level; 0 takes the number of the style away.
  var numbering: (list: Int, level: Int)?
  var borders = ""
  var shade: String?
  var tabs = ""
  var isRightToLeft = false
  var before: Int?
  var after: Int?
  /// In twentieths of a point.
  var exactLine: Int?
  var indent: (start: Int, hanging: Int)?
  var alignment: String?
  var outlineLevel: Int?
  var section = ""

  var content: String {
    var text = ""
    if let style { text += WordMarkup.value("pStyle", style.rawValue) }
    if keepsWithNext { text += WordMarkup.flag("keepNext") }
    if keepsTogether { text += WordMarkup.flag("keepLines") }
    if startsPage { text += WordMarkup.flag("pageBreakBefore") }
    if let numbering {
      text += WordMarkup.element(
        "w:numPr", [], WordMarkup.value("ilvl", numbering.level) + WordMarkup.value("numId", numbering.list))
    }
    if !borders.isEmpty { text += WordMarkup.element("w:pBdr", [], borders) }
    if let shade {
      text += WordMarkup.element("w:shd", [("w:val", "clear"), ("w:color", "auto"), ("w:fill", shade)])
    }
    if !tabs.isEmpty { text += WordMarkup.element("w:tabs", [], tabs) }
    if isRightToLeft { text += WordMarkup.flag("bidi") }
    text += spacing
    if let indent {
      text += WordMarkup.element(
        "w:ind", [("w:left", String(indent.start)), ("w:hanging", String(indent.hanging))])
    }
    if let alignment { text += WordMarkup.value("jc", alignment) }
    if let outlineLevel { text += WordMarkup.value("outlineLvl", outlineLevel) }
    return text + section
  }

  private var spacing: String {
    var attributes: [(String, String)] = []
    if let before { attributes.append(("w:before", String(before))) }
    if let after { attributes.append(("w:after", String(after))) }
    if let exactLine {
      attributes += [("w:line", String(exactLine)), ("w:lineRule", "exact")]
    }
    return attributes.isEmpty ? "" : WordMarkup.element("w:spacing", attributes)
  }

  var element: String { WordMarkup.element("w:pPr", [], content) }

  static func border(_ side: String, _ colour: String, size: Int = 4, space: Int = 1) -> String {
    WordMarkup.element(
      "w:" + side,
      [("w:val", "single"), ("w:sz", String(size)), ("w:space", String(space)), ("w:color", colour)])
  }
}
