import MilepostModel

/// The shape of a table.
struct WordTable {
  /// In twentieths of a point.
  let widths: [Int]
  let isWide: Bool

  /// Columns as wide as their words need, and what is left over as their texts are long.
  ///
  /// - Parameters:
  ///   - cells: the plain texts of all rows.
  ///   - room: the width of the page.
  init(_ cells: [[String]], room: Int) {
    let count = cells.map(\.count).max() ?? 1
    var least = [Int](repeating: 400, count: count)
    var wished = [Int](repeating: 400, count: count)
    for row in cells {
      for (column, text) in row.enumerated() {
        for word in text.split(separator: " ") {
          least[column] = max(least[column], min(WordTable.width(of: word) + WordTable.padding, 3400))
        }
        wished[column] = max(wished[column], min(WordTable.width(of: text[...]) + WordTable.padding, 5200))
      }
    }
    let needed = least.reduce(0, +)
    isWide = needed > room
    guard needed < room else {
      widths = least.map { $0 * room / max(needed, 1) }
      return
    }
    let longing = zip(wished, least).map { max($0 - $1, 0) }
    let total = longing.reduce(0, +)
    let spare = room - needed
    widths = zip(least, longing).map { least, wish in
      least + (total == 0 ? spare / count : wish * min(spare, total) / total)
    }
  }

  private static let padding = 230

  /// Of a text in 8.5 points, bold where it is a head; signs of East Asia are as wide as they are high.
  private static func width(of text: Substring) -> Int {
    text.unicodeScalars.reduce(0) { width, scalar in
      width + (scalar.value >= 0x2E80 && scalar.value < 0xFB00 ? 178 : 104)
    }
  }

  static func grid(_ widths: [Int]) -> String {
    WordMarkup.element(
      "w:tblGrid", [], widths.map { WordMarkup.element("w:gridCol", [("w:w", String($0))]) }.joined())
  }

  static func properties(style: String, width: Int, isRightToLeft: Bool, description: String?) -> String {
    var content = WordMarkup.value("tblStyle", style)
    if isRightToLeft { content += WordMarkup.flag("bidiVisual") }
    content += WordMarkup.element("w:tblW", [("w:w", String(width)), ("w:type", "dxa")])
    content += WordMarkup.element("w:tblLayout", [("w:type", "fixed")])
    content += WordMarkup.element(
      "w:tblLook",
      [
        ("w:val", "0420"), ("w:firstRow", "1"), ("w:lastRow", "0"), ("w:firstColumn", "0"), ("w:lastColumn", "0"),
        ("w:noHBand", "0"), ("w:noVBand", "1"),
      ])
    if let description { content += WordMarkup.value("tblCaption", description) }
    return WordMarkup.element("w:tblPr", [], content)
  }

  static func cell(width: Int, _ content: String) -> String {
    let size = WordMarkup.element("w:tcW", [("w:w", String(width)), ("w:type", "dxa")])
    return WordMarkup.element("w:tc", [], WordMarkup.element("w:tcPr", [], size) + content)
  }

  static func row(_ cells: [String], isHead: Bool) -> String {
    let properties = WordMarkup.flag("cantSplit") + (isHead ? WordMarkup.flag("tblHeader") : "")
    return WordMarkup.element("w:tr", [], WordMarkup.element("w:trPr", [], properties) + cells.joined())
  }
}

extension WordWriter {
  /// - Parameter isWritten: whether its cells are the author's text.
  mutating func table(_ table: ManuscriptTable, _ setting: Setting, isWritten: Bool) -> String {
    var start = exhibitStart()
    let caption = captionParagraph(table.caption, table.anchor)
    start += takePlace()
    let source = sourceParagraph(table.caption)
    let rows = [table.head] + table.rows
    let cells = rows.map { $0.map(\.plainText) }
    var shape = WordTable(cells, room: setting.width)
    let isTurned = shape.isWide && setting.width == WordPage.textWidth
    if isTurned { shape = WordTable(cells, room: WordPage.turnedWidth) }
    if !isWritten { start += WordWriter.seal }
    let written = rows.enumerated().map { row, cells in
      WordTable.row(
        cells.enumerated().map { column, runs in
          defer { start = "" }
          return cell(runs, start, shape.widths[column], alignment(table, column), isHead: row == 0, isWritten)
        }, isHead: row == 0)
    }.joined()
    let properties = WordTable.properties(
      style: "ReportTable", width: shape.widths.reduce(0, +), isRightToLeft: language.isRightToLeft,
      description: table.caption.text.isEmpty ? nil : table.caption.text.plainText)
    var whole = WordMarkup.element("w:tbl", [], properties + WordTable.grid(shape.widths) + written)
    if !isWritten { whole = sealed(whole) }
    let end = source.isEmpty ? gap() : source
    guard isTurned else { return caption + whole + end }
    let before = sectionEnd(isTurned: false)
    return before + caption + whole + end + sectionEnd(isTurned: true)
  }

  /// Closes a section in an empty paragraph.
  mutating func sectionEnd(isTurned: Bool) -> String {
    defer { hasSections = true }
    var properties = WordParagraph(style: .source, after: 0)
    properties.section = WordPage.section(
      isTurned: isTurned, isRightToLeft: language.isRightToLeft, hasTitle: !hasSections, continues: hasSections)
    return paragraph(properties, "")
  }

  /// Where the bookmark of a table that is made from data will stand.
  static let seal = "\u{1}"

  /// Puts the bookmark of a table into its first cell, with the mark of all its words.
  mutating func sealed(_ table: String) -> String {
    guard let place = table.firstRange(of: WordWriter.seal) else { return table }
    let name = cursor.table(WordMarkup.visibleText(of: table)).name
    return table[..<place.lowerBound] + bookmark(name) + table[place.upperBound...]
  }

  private mutating func cell(
    _ runs: [ManuscriptRun], _ start: String, _ width: Int, _ alignment: String?, isHead: Bool, _ isWritten: Bool
  ) -> String {
    var properties = WordParagraph(style: isHead ? .tableHead : .tableText)
    properties.alignment = alignment
    let text = isWritten ? unitText(runs) : self.runs(runs, nil)
    return WordTable.cell(width: width, paragraph(properties, start + text))
  }

  private func alignment(_ table: ManuscriptTable, _ column: Int) -> String? {
    guard table.alignments.indices.contains(column) else { return nil }
    return switch table.alignments[column] {
    case .start: nil
    case .centre: "center"
    case .end: "end"
    }
  }

  /// The bookmark of a chart, table or picture as a whole.
  mutating func exhibitStart() -> String {
    guard cursor.upcoming == .exhibit, let (_, anchor) = cursor.next() else { return "" }
    return bookmark(anchor.name)
  }

  /// `Table 3. `, which the program writes.
  mutating func label(of caption: ManuscriptCaption) -> String {
    guard let label = caption.label else { return "" }
    let words = label + (caption.text.isEmpty ? "" : caption.separator)
    return bookmark(cursor.made(words).name, around: text(words))
  }

  /// The place of an exhibit without a caption, once.
  mutating func takePlace() -> String {
    defer { pendingPlace = "" }
    return pendingPlace
  }

  mutating func captionParagraph(_ caption: ManuscriptCaption, _ anchor: String) -> String {
    let place = place(anchor, in: address)
    let properties = WordParagraph(style: .caption)
    guard cursor.upcoming != .caption else {
      return paragraph(properties, place + unitText(caption.text, prefix: label(of: caption)))
    }
    var words: [ManuscriptRun] = []
    if let label = caption.label { words.append(.text(label + (caption.text.isEmpty ? "" : caption.separator))) }
    words += caption.text
    guard !words.isEmpty else {
      // The place is that of what stands below.
      pendingPlace = place
      return ""
    }
    return paragraph(properties, place + bookmark(cursor.made(words.plainText).name) + runs(words, nil))
  }

  mutating func sourceParagraph(_ caption: ManuscriptCaption) -> String {
    let properties = WordParagraph(style: .source)
    guard cursor.upcoming == .source, case .text(let word)? = caption.source.first else {
      return made(properties, caption.source)
    }
    let prefix = bookmark(cursor.made(word).name, around: text(word))
    return paragraph(properties, unitText(Array(caption.source.dropFirst()), prefix: prefix))
  }
}
