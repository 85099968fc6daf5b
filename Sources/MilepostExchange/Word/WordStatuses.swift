import MilepostModel

extension TargetStatus {
  /// A sign of text with the shape of the status, and its colour.
  fileprivate func sign(isRightToLeft: Bool) -> (text: String, colour: String) {
    switch self {
    case .achieved: ("✔", "0A3D73")
    case .onTrack: (isRightToLeft ? "◀" : "▶", "2E86C8")
    case .atRisk: ("⬖", "BF7F00")
    case .offTrack: ("■", "B5330A")
    case .missed: ("☒", "7A2208")
    case .movingAway: (isRightToLeft ? "▶" : "◀", "5A0F3A")
    case .benchmarked: ("◎", "6B7580")
    case .notMeasured: ("○", "6B7580")
    case .notMeasurable: ("⊘", "6B7580")
    }
  }
}

extension WordWriter {
  /// The shape and the word of a status.
  private mutating func status(_ status: ManuscriptStatus) -> String {
    let sign = status.status.sign(isRightToLeft: language.isRightToLeft)
    return text(sign.text, WordFace(colour: sign.colour, role: .signs)) + text("\u{A0}" + status.word)
  }

  /// A row for each status, with its targets.
  mutating func wall(_ wall: StatusWall, _ setting: Setting) -> String {
    var exhibit = exhibitStart()
    let caption = captionParagraph(wall.caption, wall.anchor)
    exhibit += takePlace()
    let source = sourceParagraph(wall.caption)
    let sentence = made(WordParagraph(style: .measure), [.text(wall.sentence)])
    var start = exhibit + WordWriter.seal
    let widths = [setting.width / 4, setting.width - setting.width / 4]
    let rows = wall.groups.map { group in
      defer { start = "" }
      let head = paragraph(
        WordParagraph(style: .tableText),
        start + status(group.status) + text(" (\(group.items.count))"))
      let items = group.items.map { item in
        var properties = WordParagraph(style: .tableText)
        properties.indent = (567, 567)
        return paragraph(
          properties,
          link(item.link, [.text(item.id)], nil) + WordMarkup.element("w:r", [], WordMarkup.flag("tab"))
            + runs(item.title, nil))
      }
      return WordTable.row(
        [WordTable.cell(width: widths[0], head), WordTable.cell(width: widths[1], items.joined())], isHead: false)
    }
    let properties = WordTable.properties(
      style: "ReportTable", width: setting.width, isRightToLeft: language.isRightToLeft, description: wall.sentence)
    let table = WordMarkup.element("w:tbl", [], properties + WordTable.grid(widths) + rows.joined())
    return caption + sentence + sealed(table) + (source.isEmpty ? gap() : source)
  }

  /// Status, road and answer of a target, beside each other.
  mutating func summary(_ summary: TargetSummary, _ setting: Setting) -> String {
    var exhibit = exhibitStart()
    let caption = captionParagraph(summary.caption, summary.anchor)
    exhibit += takePlace()
    let source = sourceParagraph(summary.caption)
    let start = exhibit + WordWriter.seal
    let plain = WordParagraph(style: .tableText)
    let name = link(summary.link, [.text(summary.label)], nil) + text(" ") + runs(summary.title, nil)
    let texts = [start + name, status(summary.status), text(summary.value), text(summary.answer)]
    let road = manuscript.vectorDrawings.first { $0.name == "road-" + summary.anchor }
    let widths = [setting.width - 4900, 4900]
    let shown = road.map { object($0, summary.answer, room: widths[1] - 200) }
    let row = WordTable.row(
      [
        WordTable.cell(width: widths[0], texts.map { paragraph(plain, $0) }.joined()),
        WordTable.cell(width: widths[1], paragraph(WordParagraph(style: .drawing), shown ?? String())),
      ], isHead: false)
    let properties = WordTable.properties(
      style: "ReportTable", width: setting.width, isRightToLeft: language.isRightToLeft, description: summary.label)
    let table = WordMarkup.element("w:tbl", [], properties + WordTable.grid(widths) + row)
    return caption + sealed(table) + (source.isEmpty ? gap() : source)
  }
}
