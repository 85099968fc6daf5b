import MilepostLanguage
import MilepostModel

/// Writes parts of a manuscript as HTML: in pages of the site, or in a document of its own.
struct ReportMarkup {
  enum Setting {
    /// A page of the site, with the charts of its chapter by their anchors.
    case page(Page, chapter: String, charts: [String: ReportChart])
    /// The whole report in one file, to be read on a screen.
    case screen
    /// The same for a program that makes sheets of paper: notes stand where their marks are, and sink to the foot.
    case sheets
  }

  let setting: Setting
  let phrases: Phrases
  let footnotes: [ManuscriptFootnote]
  let pictures: [ReportPicture]
  /// Footnotes whose mark has been written: a second mark has no anchor.
  private var marked: Set<Int> = []

  init(_ setting: Setting, _ phrases: Phrases, footnotes: [ManuscriptFootnote], pictures: [ReportPicture]) {
    self.setting = setting
    self.phrases = phrases
    self.footnotes = footnotes
    self.pictures = pictures
  }

  var isForSheets: Bool {
    if case .sheets = setting { return true }
    return false
  }

  /// How many levels the headings of a chapter stand below that of the page or document.
  var depth: Int {
    if case .page = setting { return 0 }
    return 1
  }

  /// The address of a link; nil where it leads nowhere from here.
  func address(_ link: ManuscriptLink) -> String? {
    switch (setting, link) {
    case (_, .address(let address)):
      // Anything else would lead to a file that is not there.
      ["https://", "http://", "mailto:"].contains { address.hasPrefix($0) } ? address : nil
    case (.page(_, let here, _), .within(let chapter, let anchor?)) where chapter == here: "#" + anchor
    case (.page(let page, _, _), .within(let chapter, let anchor)):
      page.link("report/" + chapter) + (anchor.map { "#" + $0 } ?? "")
    case (.page(let page, _, _), .page(let place, _)):
      page.context.pages.contains(place.prefix { $0 != "#" }.description) ? page.link(to: place) : nil
    case (.screen, .within(let chapter, let anchor)), (.sheets, .within(let chapter, let anchor)):
      "#" + (anchor ?? ReportMarkup.anchor(ofChapter: chapter))
    case (.screen, .page(_, let published)), (.sheets, .page(_, let published)): published
    }
  }

  /// Where a chapter begins in a document; names of authors have no underscore.
  static func anchor(ofChapter address: String) -> String { "chapter_" + address }

  mutating func write(_ runs: [ManuscriptRun], into html: inout HTMLWriter) {
    for run in runs { write(run, into: &html) }
  }

  private mutating func write(_ run: ManuscriptRun, into html: inout HTMLWriter) {
    switch run {
    case .text(let text): html.text(text)
    case .emphasis(let runs): html.element("em") { write(runs, into: &$0) }
    case .strong(let runs): html.element("strong") { write(runs, into: &$0) }
    case .code(let text): html.element("code", ["dir": phrases.isRightToLeft ? "ltr" : nil], text: text)
    case .lineBreak: html.void("br")
    case .link(let link, let runs): write(link, runs, into: &html)
    case .footnote(let number): footnote(number, into: &html)
    case .figure(let figure): self.figure(figure, into: &html)
    case .foreign: html.text(ManuscriptRun.marked([run]))
    case .removed(let text): html.element("del", text: text)
    case .added(let text): html.element("ins", text: text)
    }
  }

  private mutating func write(_ link: ManuscriptLink, _ runs: [ManuscriptRun], into html: inout HTMLWriter) {
    guard let address = address(link) else { return write(runs, into: &html) }
    html.element("a", ["href": address]) { write(runs, into: &$0) }
  }

  /// Words that are bound lead to the note that says where they come from.
  private mutating func figure(_ figure: FigureRun, into html: inout HTMLWriter) {
    guard let note = figure.note else {
      html.element("span", ["id": figure.anchor]) { write(figure.text, into: &$0) }
      return
    }
    let target = "#note-\(note)"
    let title = phrases(.figureNote, ["number": String(note)])
    guard figure.text.holdsLinks || figure.text.isEmpty else {
      html.element("a", ["class": "fig", "id": figure.anchor, "href": target, "title": title]) {
        write(figure.text, into: &$0)
      }
      return
    }
    // A link cannot stand in a link: what holds one has its own beside it.
    html.element("span", ["id": figure.anchor]) { write(figure.text, into: &$0) }
    guard !isForSheets else { return }
    html.element("sup") { html in
      html.element("a", ["class": "claim", "href": target, "aria-label": title, "title": title], text: "✓")
    }
  }

  private mutating func footnote(_ number: Int, into html: inout HTMLWriter) {
    guard let note = footnotes.first(where: { $0.number == number }) else { return }
    let isFirst = marked.insert(number).inserted
    if isForSheets, isFirst {
      html.element("span", ["class": "footnote", "id": note.anchor, "data-number": String(number)]) {
        write(note.blocks.flatMap(\.allRuns), into: &$0)
      }
      return
    }
    html.element("sup") { html in
      html.element(
        "a",
        [
          "id": isFirst ? note.anchor + "-mark" : nil, "href": "#" + note.anchor,
          "aria-label": phrases(.footnote, ["number": String(number)]),
        ], text: String(number))
    }
  }
}

extension [ManuscriptRun] {
  /// Whether a link around them would hold another.
  fileprivate var holdsLinks: Bool {
    contains { run in
      switch run {
      case .text, .code, .lineBreak, .removed, .added: false
      case .link, .footnote, .figure: true
      case .emphasis(let runs), .strong(let runs), .foreign(_, _, let runs): runs.holdsLinks
      }
    }
  }
}

extension ManuscriptBlock {
  /// Its text in one line.
  fileprivate var allRuns: [ManuscriptRun] {
    switch self {
    case .heading(let heading): heading.text + [.text(" ")]
    case .paragraph(let paragraph): paragraph.text + [.text(" ")]
    case .list(let list): list.items.flatMap { $0.flatMap(\.allRuns) }
    case .quotation(let blocks): blocks.flatMap(\.allRuns)
    case .code(let text): [.code(text), .text(" ")]
    case .box(let box): box.caption.text + [.text(" ")] + box.blocks.flatMap(\.allRuns)
    case .rule, .table, .drawing, .picture, .statuses, .target: []
    }
  }
}
