import MilepostLanguage
import MilepostModel

extension ReportMarkup {
  /// As many columns as fit on an upright sheet.
  private static let mostUprightColumns = 9
  /// Tables with so many rows stay on one sheet.
  private static let mostRowsKept = 12

  mutating func write(_ table: ManuscriptTable, into html: inout HTMLWriter) {
    let isWide = table.head.count > ReportMarkup.mostUprightColumns
    let name =
      isWide
      ? "scroll turned" : isForSheets && table.rows.count <= ReportMarkup.mostRowsKept ? "scroll short" : "scroll"
    if isForSheets {
      // The source goes to the turned page with its table.
      html.element("div", ["class": name, "id": table.anchor]) { html in
        grid(table, &html)
        source(table.caption, &html)
      }
    } else {
      html.element(
        "div",
        [
          "class": name, "id": table.anchor, "role": "region", "tabindex": "0", "aria-label": words(of: table.caption),
        ]
      ) { grid(table, &$0) }
      source(table.caption, &html)
    }
  }

  private mutating func grid(_ table: ManuscriptTable, _ html: inout HTMLWriter) {
    html.element("table") { html in
      // The words stay in sight while the table is scrolled.
      html.element("caption") { html in html.element("span") { write(table.caption, into: &$0) } }
      html.element("thead") { html in
        html.element("tr") { html in
          for (place, cell) in table.head.enumerated() {
            // A head without words would name nothing.
            guard !cell.isEmpty else {
              html.element("td") { _ in }
              continue
            }
            html.element("th", ["scope": "col", "class": style(of: place, in: table)]) { write(cell, into: &$0) }
          }
        }
      }
      html.element("tbody") { html in
        for row in table.rows {
          html.newLine()
          html.element("tr") { html in
            for (place, cell) in row.enumerated() {
              if place == 0, table.hasRowHeads {
                html.element("th", ["scope": "row"]) { write(cell, into: &$0) }
              } else {
                html.element("td", ["class": style(of: place, in: table)]) { write(cell, into: &$0) }
              }
            }
          }
        }
      }
    }
  }

  private func style(of place: Int, in table: ManuscriptTable) -> String? {
    switch table.alignments.indices.contains(place) ? table.alignments[place] : .start {
    case .start: nil
    case .centre: "centre"
    case .end: "n"
    }
  }

  private mutating func source(_ caption: ManuscriptCaption, _ html: inout HTMLWriter) {
    guard !caption.source.isEmpty else { return }
    html.element("p", ["class": "key"]) { write(caption.source, into: &$0) }
  }

  mutating func write(_ drawing: ManuscriptDrawing, into html: inout HTMLWriter) {
    if case .page(let page, _, let charts) = setting, let chart = charts[drawing.anchor] {
      return write(drawing, chart, on: page, into: &html)
    }
    html.element("figure", ["id": drawing.anchor]) { html in
      html.element("figcaption") { html in
        html.element("b") { write(drawing.caption, into: &$0) }
        html.text(" ")
        html.element("span") { write(drawing.measure, into: &$0) }
      }
      html.void(
        "img",
        [
          "class": "plot", "src": address(ofDrawing: drawing.svg), "alt": drawing.alternative,
          "width": String(length: drawing.width), "height": String(length: drawing.height),
        ])
      if !drawing.key.isEmpty { html.element("p", ["class": "key"], text: drawing.key) }
      source(drawing.caption, &html)
    }
    // On paper the chart stands alone; its values are in the data files.
    if !isForSheets { writeData(of: drawing, into: &html) }
  }

  /// The chart as pages have it, for both shapes and for readers with a script.
  private mutating func write(
    _ drawing: ManuscriptDrawing, _ chart: ReportChart, on page: Page, into html: inout HTMLWriter
  ) {
    var caption = HTMLWriter(phrases)
    write(drawing.caption, into: &caption)
    var source = HTMLWriter(phrases)
    write(drawing.caption.source, into: &source)
    page.figure(
      ChartFigure(
        id: drawing.anchor,
        title: .written(words(of: drawing.caption), markup: String(decoding: caption.bytes, as: UTF8.self)),
        measure: chart.measure, chart: chart.chart, notes: chart.notes,
        sourceMarkup: String(decoding: source.bytes, as: UTF8.self)), into: &html)
    writeData(of: drawing, into: &html)
  }

  private mutating func writeData(of drawing: ManuscriptDrawing, into html: inout HTMLWriter) {
    guard let table = drawing.table else { return }
    html.element("details") { html in
      html.element("summary", text: phrases(.dataOfChart))
      let label = drawing.caption.label.map { phrases(.titled, ["name": $0, "title": phrases(.dataOfChart)]) }
      write(
        ManuscriptTable(
          anchor: table.anchor,
          caption: ManuscriptCaption(
            label: label, separator: table.caption.separator, text: table.caption.text, source: []),
          alignments: table.alignments, head: table.head, rows: table.rows, hasRowHeads: table.hasRowHeads), into: &html
      )
    }
  }

  mutating func write(_ picture: ManuscriptPicture, into html: inout HTMLWriter) {
    html.element("figure", ["id": picture.anchor]) { html in
      html.element("figcaption") { html in html.element("b") { write(picture.caption, into: &$0) } }
      if let file = pictures.first(where: { $0.file == picture.file }) {
        html.void(
          "img",
          [
            "class": "picture", "src": address(of: file), "alt": picture.alternative, "width": String(file.width),
            "height": String(file.height),
          ])
      } else {
        html.element("p", ["class": "none"], text: picture.alternative)
      }
      source(picture.caption, &html)
    }
  }

  /// Programs that make pages of paper draw texts letter by letter.
  private func address(ofDrawing svg: [UInt8]) -> String {
    DataAddress.svg(isForSheets && phrases.isRightToLeft ? DrawnTexts.seen(svg) : svg)
  }

  private func address(of picture: ReportPicture) -> String {
    switch setting {
    case .page(let page, _, _): page.picture(picture)
    case .screen, .sheets: DataAddress.picture(picture)
    }
  }

  mutating func write(_ wall: StatusWall, into html: inout HTMLWriter) {
    html.element("figure", ["class": "wall", "id": wall.anchor]) { html in
      html.element("figcaption") { html in
        html.element("b") { write(wall.caption, into: &$0) }
        html.text(" ")
        html.element("span", text: wall.sentence)
      }
      html.element("dl") { html in
        for group in wall.groups {
          html.newLine()
          html.element("div") { html in
            html.element("dt") { html in
              status(group.status, &html)
              html.text(" " + phrases.numbers.text(Double(group.items.count), decimals: 0))
            }
            for item in group.items {
              html.element("dd") { html in
                write([.link(item.link, [.text(item.id)]), .text(" ")] + item.title, into: &html)
              }
            }
          }
        }
      }
      source(wall.caption, &html)
    }
  }

  private func status(_ status: ManuscriptStatus, _ html: inout HTMLWriter) {
    guard case .page = setting else {
      html.element("span", ["class": "status"]) { html in
        // Behind the text, as what says nothing by itself.
        html.element(
          "span", ["class": "mark", "style": "background-image:url(\(DataAddress.svg(status.mark)))"]
        ) { _ in }
        html.text(status.word)
      }
      return
    }
    html.status(status.status, word: status.word)
  }

  mutating func write(_ summary: TargetSummary, into html: inout HTMLWriter) {
    html.element("figure", ["class": "target", "id": summary.anchor]) { html in
      html.element("figcaption") { html in
        if summary.caption.label != nil || !summary.caption.text.isEmpty {
          html.element("b") { write(summary.caption, into: &$0) }
          html.text(" ")
        }
        html.element("span") { html in
          status(summary.status, &html)
          html.text(" ")
          write([.link(summary.link, [.strong([.text(summary.label)])]), .text(" ")] + summary.title, into: &html)
        }
      }
      road(summary, &html)
      html.element("p", ["class": "value"], text: summary.value)
      html.element("p", text: summary.answer)
      source(summary.caption, &html)
    }
  }

  private func road(_ summary: TargetSummary, _ html: inout HTMLWriter) {
    if case .page(let page, _, _) = setting, case .page(let place, _) = summary.link,
      let target = page.context.assessed.first(where: { "targets/\($0.target.id.text.slug)" == place })
    {
      return Road(assessed: target.worstPart).write(into: &html)
    }
    html.void(
      "img",
      ["class": "road", "src": address(ofDrawing: summary.road), "alt": summary.roadDescription, "width": "320"])
  }
}
