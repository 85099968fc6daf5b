import MilepostModel

/// What the styles and lists of a document stand for.
struct WordShapes {
  /// The names of paragraph and character styles by their ids, in lower case.
  private var names: [String: String] = [:]
  private var bases: [String: String] = [:]
  /// Lists whose items have numbers, by their numbers and levels.
  private var numbered: Set<String> = []
  /// Lists of headings and paragraphs, whose numbers say nothing of a list.
  private var counting: Set<String> = ["0"]

  init(styles: MarkupElement?, numbering: MarkupElement?) {
    for style in styles?.elements.filter({ $0.name == "w:style" }) ?? [] {
      guard let id = style.attributes["w:styleId"] else { continue }
      names[id] = style.value(of: "w:name")?.lowercased()
      bases[id] = style.value(of: "w:basedOn")
    }
    guard let numbering else { return }
    var formats: [String: [(level: String, format: String, style: String?)]] = [:]
    for list in numbering.elements where list.name == "w:abstractNum" {
      guard let id = list.attributes["w:abstractNumId"] else { continue }
      formats[id] = list.elements.filter { $0.name == "w:lvl" }.compactMap { level in
        guard let place = level.attributes["w:ilvl"], let format = level.value(of: "w:numFmt") else { return nil }
        return (place, format, level.value(of: "w:pStyle"))
      }
    }
    for list in numbering.elements where list.name == "w:num" {
      guard let id = list.attributes["w:numId"], let levels = list.value(of: "w:abstractNumId").flatMap({ formats[$0] })
      else { continue }
      if levels.contains(where: { $0.style != nil }) { counting.insert(id) }
      for level in levels where level.format != "bullet" && level.format != "none" {
        numbered.insert("\(id) \(level.level)")
      }
    }
  }

  /// The styles of a paragraph: its own and those that it is based on.
  private func chain(_ id: String?) -> [String] {
    var chain: [String] = []
    var next = id
    while let id = next, chain.count < 20 {
      chain.append(names[id] ?? id.lowercased())
      next = bases[id]
    }
    return chain
  }

  func style(of properties: MarkupElement?) -> ReturnedParagraph.Style {
    let chain = chain(properties?.value(of: "w:pStyle"))
    for name in chain {
      let words = name.split(separator: " ")
      if words.count == 2, words[0] == "heading", let level = Int(words[1]) { return .heading(level: level) }
      if name == "quote" || name == "quotations" { return .quotation }
      // Its number is that of the paragraph, whatever became of its list.
      if name == "numbered paragraph" || name == "numberedparagraph" { return .body }
      if name == "code block" || name == "codeblock" { return .code }
    }
    let list = properties?.first("w:numPr")
    // A list that names no level is of the first.
    let level = list?.value(of: "w:ilvl").flatMap { Int($0) } ?? Int.zero
    if let id = list?.value(of: "w:numId"), !counting.contains(id) {
      return .item(isNumbered: numbered.contains("\(id) \(level)"), depth: level)
    }
    if chain.contains("list bullet") || chain.contains("listbullet") { return .item(isNumbered: false, depth: level) }
    if chain.contains("list number") || chain.contains("listnumber") { return .item(isNumbered: true, depth: level) }
    return .body
  }

  /// How a run is set.
  func style(ofRun properties: MarkupElement?) -> (style: SpanSkeleton.Style, isCode: Bool) {
    var style = SpanSkeleton.Style()
    guard let properties else { return (style, false) }
    let named = chain(properties.value(of: "w:rStyle"))
    style.isEmphasis = named.contains("emphasis") || properties.isOn("w:i") || properties.value(of: "w:em") == "dot"
    style.isStrong = named.contains("strong") || named.contains("strong emphasis")
    if properties.isOn("w:b") && !style.isStrong {
      // Arabic has weight for emphasis; there the style says which is meant.
      style.isStrong = !named.contains("emphasis")
    }
    return (style, named.contains("code text") || named.contains("codetext"))
  }

  /// Whether a style is one of the entries of the contents.
  func isContents(_ properties: MarkupElement?) -> Bool {
    let own = properties?.value(of: "w:pStyle").map { names[$0] ?? $0.lowercased() }
    return own.map { name in name.hasPrefix("toc ") || name.hasPrefix("contents ") } ?? false
  }
}
