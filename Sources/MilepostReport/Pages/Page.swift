import MilepostLanguage
import MilepostModel

/// A page's place in the site, and the frame that all pages have: head, navigation, edition line, foot.
struct Page: Sendable {
  struct Crumb: Sendable {
    let name: String
    let place: String
  }

  let context: SiteContext
  /// Below the language's folder, without `index.html`; empty for the overview.
  let place: String

  var path: String { context.path(place) }

  /// The address of a file of the site, from its root; `PageText.root` stands for the way there.
  func link(toPath target: String) -> String { PageText.root + target }

  /// The relative address of a page of the same edition and language.
  func link(_ place: String) -> String { up + (place.isEmpty ? "" : place + "/") + "index.html" }

  /// The relative address of a data file of the same edition.
  func data(_ file: String) -> String { up + "../data/" + file }

  /// The relative address of a picture of the same edition's report.
  func picture(_ picture: ReportPicture) -> String { up + "../" + picture.place }

  /// The relative address of the same page in another language.
  func link(in language: LanguageTag) -> String {
    up + "../\(language.text)/\(place.isEmpty ? "" : place + "/")index.html"
  }

  /// The way to the folder of the language.
  private var up: String {
    let depth = place.isEmpty ? 0 : 1 + place.utf8.count { $0 == UInt8(ascii: "/") }
    return String(repeating: "../", count: depth)
  }

  private var phrases: Phrases { context.phrases }

  /// What the page says.
  ///
  /// - Parameters:
  ///   - title: unique in the site; the plan's title is added.
  ///   - description: what the page says in a sentence or two; nil: its title and edition.
  func html(
    title: String, description: String? = nil, trail: [Crumb] = [], _ body: (inout HTMLWriter) -> Void
  ) -> PageText {
    var html = HTMLWriter(phrases)
    if !trail.isEmpty { crumbs(trail, into: &html) }
    body(&html)
    return PageText(title: title, description: description, main: html.bytes)
  }

  /// The page around what it says.
  func framed(_ text: PageText) -> [UInt8] {
    var html = HTMLWriter(phrases)
    html.markup("<!doctype html>\n")
    let tag = phrases.catalogueLanguage
    html.element(
      "html", ["lang": tag.markupTag, "dir": tag.isRightToLeft ? "rtl" : nil, "data-running": runningHead]
    ) { html in
      head(title: text.title, description: text.description, into: &html)
      html.newLine()
      html.element("body") { html in
        html.element("a", ["class": "skip", "href": "#content"], text: phrases(.skip))
        header(into: &html)
        html.element("main", ["id": "content"]) { $0.markup(of: text) }
        html.newLine()
        html.element("footer") { html in
          if let template = context.release.theme.foot { write(template, into: &html) } else { foot(into: &html) }
        }
      }
    }
    html.newLine()
    return PageText.resolved(
      html.bytes, root: String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") }))
  }

  /// Whose figures these are, of which edition, and what the theme adds.
  func foot(into html: inout HTMLWriter) {
    html.element("p") { html in
      html.text(
        phrases.sentences.joined(
          [phrases.writtenSentence(context.release.settings.title), phrases.sentences.ended(context.editionText)]
            + [phrases(.footer)]))
    }
    if let text = context.release.theme.footer { html.element("p") { write(text, into: &$0) } }
  }

  /// What printed pages say at the top, after the first.
  private var runningHead: String { phrases(.pageTitle, ["page": context.title, "site": context.editionText]) }

  private func crumbs(_ trail: [Crumb], into html: inout HTMLWriter) {
    html.element("nav", ["class": "trail", "aria-label": phrases(.trail)]) { html in
      html.element("ol") { html in
        for crumb in [Crumb(name: phrases(.home), place: "")] + trail {
          html.element("li") { html in html.element("a", ["href": link(crumb.place)], text: crumb.name) }
        }
      }
    }
  }
}

extension Page {
  /// As many columns as fit on an upright sheet.
  private static let mostUprightColumns = 9

  /// A text in the page's language, or marked with the language that it is in.
  func write(_ text: LocalizedText, into html: inout HTMLWriter) { html.text(context.text(text)) }

  /// A phrase around a text that is marked with its language where that is not the page's.
  func write(_ text: LocalizedText, into html: inout HTMLWriter, _ fill: (_ text: String) -> String) {
    html.text(fill(context.text(text)))
  }

  /// Area and codes of a series, each in its language, with a link to the page of the area.
  func write(_ key: SeriesKey, into html: inout HTMLWriter) {
    write(area: key.area, into: &html)
    for code in key.codes {
      html.text(context.phrases.lists.mark)
      html.text(context.localizedName(of: code).map(context.text) ?? code.description)
    }
  }

  /// The name of an area or group, with a link where it has a page.
  func write(area: Area.ID, into html: inout HTMLWriter) {
    let place = "areas/\(area.text.slug)"
    guard context.pages.contains(place) else {
      html.text(context.name(of: area))
      return
    }
    html.element("a", ["href": link(place)], text: context.name(of: area))
  }

  /// A table in a region that can be scrolled by keyboard.
  func table(
    _ caption: String, head: [String], numeric: Set<Int> = [], into html: inout HTMLWriter,
    rows: (inout HTMLWriter) -> Void
  ) {
    // On paper a table of many columns stands on a page that is turned.
    let name = head.count > Page.mostUprightColumns ? "scroll turned" : "scroll"
    html.element("div", ["class": name, "role": "region", "tabindex": "0", "aria-label": caption]) { html in
      html.element("table") { html in
        // The words stay in sight while the table is scrolled.
        html.element("caption") { $0.element("span", text: caption) }
        html.element("thead") { html in
          html.element("tr") { html in
            for (index, cell) in head.enumerated() {
              html.element("th", ["scope": "col", "class": numeric.contains(index) ? "n" : nil], text: cell)
            }
          }
        }
        html.element("tbody") { html in rows(&html) }
      }
    }
    html.newLine()
  }
}

extension HTMLWriter {
  mutating func row(_ head: String, _ cells: [String], numeric: Bool = true) {
    element("tr") { html in
      html.element("th", ["scope": "row"], text: head)
      for cell in cells { html.element("td", ["class": numeric ? "n" : nil], text: cell) }
    }
  }

  private static let headings: [StaticString] = ["h1", "h2", "h3", "h4", "h5", "h6"]

  mutating func heading(_ level: Int, _ text: String) {
    newLine()
    element(HTMLWriter.headings[level - 1], text: text)
  }

  /// A term and what it says, in a list of such.
  mutating func term(_ name: String, _ content: (inout HTMLWriter) -> Void) {
    element("div") { html in
      html.element("dt", text: name)
      html.element("dd", [:], content)
    }
  }

  mutating func term(_ name: String, text: String?) {
    guard let text else { return }
    term(name) { $0.text(text) }
  }
}
