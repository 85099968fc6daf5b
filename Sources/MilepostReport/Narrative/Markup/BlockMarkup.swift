import MilepostLanguage
import MilepostModel

extension ReportMarkup {
  mutating func write(_ blocks: [ManuscriptBlock], into html: inout HTMLWriter) {
    for block in blocks {
      html.newLine()
      write(block, into: &html)
    }
  }

  private mutating func write(_ block: ManuscriptBlock, into html: inout HTMLWriter) {
    switch block {
    case .heading(let heading): write(heading, into: &html)
    case .paragraph(let paragraph): write(paragraph, into: &html)
    case .list(let list): write(list, into: &html)
    case .quotation(let blocks): html.element("blockquote") { write(blocks, into: &$0) }
    case .code(let text): html.element("pre", ["dir": "ltr"]) { $0.element("code", text: text) }
    case .rule: html.void("hr")
    case .box(let box):
      html.element("div", ["class": "box", "id": box.anchor]) { html in
        html.element("p", ["class": "title"]) { html in html.element("b") { write(box.caption, into: &$0) } }
        write(box.blocks, into: &html)
      }
    case .table(let table): write(table, into: &html)
    case .drawing(let drawing): write(drawing, into: &html)
    case .picture(let picture): write(picture, into: &html)
    case .statuses(let wall): write(wall, into: &html)
    case .target(let summary): write(summary, into: &html)
    }
  }

  private static let headings: [StaticString] = ["h1", "h2", "h3", "h4", "h5", "h6"]

  private mutating func write(_ heading: ManuscriptHeading, into html: inout HTMLWriter) {
    html.element(ReportMarkup.headings[min(heading.level + depth, 6) - 1], ["id": heading.anchor]) { html in
      if let number = heading.number {
        html.element("span", ["class": "number"], text: number)
        html.text(" ")
      }
      write(heading.text, into: &html)
    }
  }

  /// The number of a paragraph is a link to itself, for those who cite it.
  private mutating func write(_ paragraph: ManuscriptParagraph, into html: inout HTMLWriter) {
    guard let number = paragraph.number, let anchor = paragraph.anchor else {
      html.element("p") { write(paragraph.text, into: &$0) }
      return
    }
    html.element("p", ["class": "numbered", "id": anchor]) { html in
      if isForSheets {
        html.element("span", ["class": "number"], text: String(number))
      } else {
        html.element(
          "a",
          ["class": "number", "href": "#" + anchor, "aria-label": phrases(.paragraph, ["number": String(number)])],
          text: String(number))
      }
      html.text(" ")
      write(paragraph.text, into: &html)
    }
  }

  private mutating func write(_ list: ManuscriptList, into html: inout HTMLWriter) {
    let name = list.isTight ? "tight" : nil
    func items(_ markup: inout ReportMarkup, _ html: inout HTMLWriter) {
      for item in list.items {
        html.newLine()
        html.element("li") { html in
          // A paragraph alone in a tight item needs no element of its own.
          if list.isTight, case .paragraph(let first)? = item.first {
            markup.write(first.text, into: &html)
            markup.write(Array(item.dropFirst()), into: &html)
          } else {
            markup.write(item, into: &html)
          }
        }
      }
    }
    if let start = list.start {
      // Programs that make pages of paper pass over the attribute.
      html.element(
        "ol",
        [
          "class": name, "start": start == 1 ? nil : String(start),
          "style": isForSheets && start != 1 ? "counter-reset:list-item \(start - 1)" : nil,
        ]
      ) { items(&self, &$0) }
    } else {
      html.element("ul", ["class": name]) { items(&self, &$0) }
    }
  }

  /// Label and text of a caption in one line.
  mutating func write(_ caption: ManuscriptCaption, into html: inout HTMLWriter) {
    if let label = caption.label { html.text(label + (caption.text.isEmpty ? "" : caption.separator)) }
    write(caption.text, into: &html)
  }

  /// The same as plain words.
  func words(of caption: ManuscriptCaption) -> String {
    let text = LanguageMark.plain(ManuscriptRun.marked(caption.text), in: phrases.catalogueLanguage)
    return caption.label.map { text.isEmpty ? $0 : $0 + caption.separator + text } ?? text
  }
}

extension ReportMarkup {
  /// The notes whose marks stand in a chapter, at its end.
  mutating func writeFootnotes(_ heading: String, _ notes: [ManuscriptFootnote], into html: inout HTMLWriter) {
    guard let first = notes.first else { return }
    // A document has such notes after each chapter, and one name cannot tell them apart.
    html.element("section", ["class": "footnotes", "aria-label": depth == 0 ? heading : nil]) { html in
      html.heading(2 + depth, heading)
      html.element("ol", ["start": first.number == 1 ? nil : String(first.number)]) { html in
        for note in notes {
          html.newLine()
          html.element("li", ["id": note.anchor]) { html in
            write(note.blocks, into: &html)
            html.element(
              "a", ["class": "back", "href": "#\(note.anchor)-mark", "aria-label": phrases(.backToText)], text: back)
          }
        }
      }
    }
  }

  private var back: String { phrases.isRightToLeft ? "↪" : "↩" }

  /// Where figures come from: value, expression, inputs with their sources, and the way back.
  ///
  /// - Parameter chapter: whose figures lead back; nil: those of the whole report.
  mutating func writeNotes(
    _ heading: String, _ notes: [FigureNote], of chapter: String?, level: Int, into html: inout HTMLWriter
  ) {
    guard !notes.isEmpty else { return }
    html.element("section", ["class": "notes", "aria-label": heading]) { html in
      html.heading(level, heading)
      html.element("ol") { html in
        for note in notes {
          html.newLine()
          html.element("li", ["id": note.anchor, "value": String(note.number)]) { html in
            write(note, of: chapter, into: &html)
          }
        }
      }
    }
  }

  private mutating func write(_ note: FigureNote, of chapter: String?, into html: inout HTMLWriter) {
    html.element("p") { html in
      html.element("b") { write(note.value, into: &$0) }
      html.text(" ")
      html.element("code", ["dir": "ltr"], text: note.expression)
    }
    if !note.inputs.isEmpty {
      html.element("ul", ["class": "tight", "aria-label": phrases(.madeFrom)]) { html in
        for input in note.inputs {
          html.element("li") { html in
            write(input.text, into: &html)
            guard let source = input.source else { return }
            html.text(" ")
            html.element("small", text: source)
          }
        }
      }
    }
    let uses = note.uses.filter { chapter == nil || $0.chapter == chapter }
    guard !uses.isEmpty, !isForSheets else { return }
    html.element("p", ["class": "key"]) { html in
      for (place, use) in uses.enumerated() {
        if place > 0 { html.text(" ") }
        let name = phrases(.backToText) + (uses.count > 1 ? " (\(place + 1))" : "")
        html.element("a", ["class": "back", "href": "#" + use.anchor], text: "\(back) \(name)")
      }
    }
  }
}
