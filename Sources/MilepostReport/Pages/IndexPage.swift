import MilepostLanguage
import MilepostModel

extension SiteContext {
  /// Everything by its title, under letters; in a language without an alphabet by kind.
  func indexPage(_ page: Page) -> PageText {
    let sections = indexSections
    return page.html(title: phrases(.indexTitle)) { html in
      html.element("h1", text: phrases(.indexTitle))
      html.element("p", ["class": "lead"], text: phrases(hasAlphabet ? .indexLead : .indexLeadByKind))
      html.element("nav", ["class": "letters", "aria-label": phrases(.jumpTo)]) { html in
        html.element("ul") { html in
          for section in sections {
            html.element("li") { html in
              html.element("a", ["href": "#" + section.id], text: section.heading)
            }
          }
        }
      }
      for section in sections {
        html.newLine()
        html.element("h2", ["id": section.id], text: section.heading)
        html.element("ul", ["class": "index"]) { html in
          for entry in section.entries { item(entry, page, &html) }
        }
      }
    }
  }

  private func item(_ entry: SiteEntry, _ page: Page, _ html: inout HTMLWriter) {
    html.newLine()
    html.element("li") { html in
      html.element("a", ["href": page.link(entry.place)]) { page.write(entry.title, into: &$0) }
      html.text(" ")
      html.element("small", text: phrases.label(of: entry.kind, id: entry.id))
    }
  }

  private struct IndexSection {
    let id: String
    let heading: String
    let entries: [SiteEntry]
  }

  private var hasAlphabet: Bool { phrases.catalogueLanguage.primary != "zh" }

  private var indexSections: [IndexSection] {
    // Without marks of language, which would stand before the first letter.
    let plain = Phrases(release, language)
    let entries = release.siteEntries(menu: searchedPages, plain)
    guard hasAlphabet else {
      return SiteEntry.Kind.allCases.enumerated().compactMap { index, kind in
        let members = entries.filter { $0.kind == kind }
        return members.isEmpty
          ? nil : IndexSection(id: "k\(index)", heading: phrases.name(of: kind), entries: members)
      }
    }
    let order = NameOrder(phrases.catalogueLanguage)
    let sorted = entries.enumerated()
      .map { (key: order.key(plain.written($1.title), code: $1.id), place: $0, entry: $1) }
      .sorted { $0.key != $1.key ? $0.key < $1.key : $0.place < $1.place }
    var sections: [IndexSection] = []
    var rest = sorted[...]
    while let heading = rest.first?.key.heading {
      let members = rest.prefix { $0.key.heading == heading }
      let name = heading == "#" ? phrases(.numbersAndSigns) : heading
      sections.append(IndexSection(id: "i\(sections.count)", heading: name, entries: members.map(\.entry)))
      rest = rest.dropFirst(members.count)
    }
    return sections
  }
}
