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

  /// The relative address of a file of the site.
  func link(toPath target: String) -> String {
    let depth = path.utf8.count { $0 == UInt8(ascii: "/") }
    return String(repeating: "../", count: depth) + target
  }

  /// The relative address of a page of the same edition and language.
  func link(_ place: String) -> String {
    let depth = self.place.isEmpty ? 0 : 1 + self.place.utf8.count { $0 == UInt8(ascii: "/") }
    return String(repeating: "../", count: depth) + (place.isEmpty ? "" : place + "/") + "index.html"
  }

  func data(_ file: String) -> String { link(toPath: context.dataPath(file)) }

  private var phrases: Phrases { context.phrases }

  /// The page around `body`.
  ///
  /// - Parameters:
  ///   - title: unique in the site; the plan's title is added.
  ///   - description: what the page says in a sentence or two; nil: its title and edition.
  func html(
    title: String, description: String? = nil, trail: [Crumb] = [], _ body: (inout HTMLWriter) -> Void
  ) -> [UInt8] {
    var html = HTMLWriter(phrases)
    html.markup("<!doctype html>\n")
    let tag = phrases.catalogueLanguage
    html.element(
      "html", ["lang": tag.markupTag, "dir": tag.isRightToLeft ? "rtl" : nil, "data-running": runningHead]
    ) { html in
      head(title: title, description: description, into: &html)
      html.newLine()
      html.element("body") { html in
        html.element("a", ["class": "skip", "href": "#content"], text: phrases(.skip))
        header(into: &html)
        html.element("main", ["id": "content"]) { html in
          if !trail.isEmpty { crumbs(trail, into: &html) }
          body(&html)
        }
        html.newLine()
        html.element("footer") { html in
          if let template = context.release.theme.foot { write(template, into: &html) } else { foot(into: &html) }
        }
      }
    }
    html.newLine()
    return html.bytes
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

  mutating func heading(_ level: Int, _ text: String) {
    newLine()
    element("h\(level)", text: text)
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
