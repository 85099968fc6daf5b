/// A part of a chapter that a document shows as one paragraph, one cell or one object.
package struct TextUnit: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The title of the chapter, which stands in the front matter.
    case title
    case heading
    case paragraph
    case code
    case rule
    case boxTitle
    /// A chart, table or picture as a whole.
    case exhibit
    case caption
    case source
    /// Of a table that its author wrote; row 0 is the head.
    case cell(row: Int, column: Int)
  }

  package let kind: Kind
  package let spans: [TextSpan]
  /// Of the block that it belongs to.
  package let position: SourcePosition

  package init(_ kind: Kind, _ spans: [TextSpan], at position: SourcePosition) {
    self.kind = kind
    self.spans = spans
    self.position = position
  }
}

extension Chapter {
  /// The title, what the blocks consist of in the order of the text, and then the footnotes.
  package var units: [TextUnit] {
    var units = [TextUnit(.title, [.text(title)], at: .wholeFile(file))]
    for block in blocks + footnotes.flatMap(\.blocks) { block.add(to: &units) }
    return units
  }
}

extension TextBlock {
  /// How many units the block consists of.
  package var unitCount: Int {
    var units: [TextUnit] = []
    add(to: &units)
    return units.count
  }

  fileprivate func add(to units: inout [TextUnit]) {
    func add(_ kind: TextUnit.Kind, _ spans: [TextSpan]) { units.append(TextUnit(kind, spans, at: position)) }
    switch content {
    case .heading(_, _, let spans): add(.heading, spans)
    case .paragraph(let spans): add(.paragraph, spans)
    case .list(let list): for block in list.items.flatMap(\.self) { block.add(to: &units) }
    case .quotation(let blocks): for block in blocks { block.add(to: &units) }
    case .code(let text): add(.code, [.code(text)])
    case .rule: add(.rule, [])
    case .box(_, let title, let blocks):
      add(.boxTitle, title)
      for block in blocks { block.add(to: &units) }
    case .exhibit(let exhibit):
      add(.exhibit, [])
      if !exhibit.caption.isEmpty { add(.caption, exhibit.caption) }
      if !exhibit.source.isEmpty { add(.source, exhibit.source) }
      guard case .table(let table) = exhibit.content else { return }
      for (row, cells) in ([table.head] + table.rows).enumerated() {
        for (column, spans) in cells.enumerated() { add(.cell(row: row, column: column), spans) }
      }
    }
  }
}

extension Binding {
  /// A fingerprint of what is written between the braces.
  package var mark: TextMark {
    switch content {
    case .inserted(let figure): TextMark(of: "= \(figure.text) : \(figure.format?.fingerprint ?? "as the indicator")")
    case .asserted(_, let figure): TextMark(of: "asserted \(figure.text)")
    case .claim(let figure): TextMark(of: "? \(figure.text)")
    case .literal(let reason): TextMark(of: "literal \(reason)")
    }
  }
}

extension Figure.Format {
  fileprivate var fingerprint: String {
    "\(exponent) \(scale.rawValue) \(hasPercentSign ? "percent" : "plain") \(isSigned ? "signed" : "unsigned")"
  }
}
