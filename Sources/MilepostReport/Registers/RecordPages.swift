import MilepostLanguage
import MilepostModel

extension SiteContext {
  /// One record: what it says, and its life.
  func recordPage(_ entry: PlacedRegister, _ row: Int, _ page: Page) -> PageText {
    let published = entry.published
    let register = published.register
    let name = published.name(ofRow: row)
    let title = phrases(.pageTitle, ["page": name, "site": text(register.title)])
    return page.html(title: title, trail: trail(entry)) { html in
      html.element("h1") { $0.text(phrases.written(name: name)) }
      let cells = RecordCells(page, register)
      html.element("dl", ["class": "facts"]) { html in
        for (place, field) in register.fields.enumerated() {
          guard let value = published.table[row, place] else { continue }
          html.element("div") { html in
            html.element("dt") { page.write(field.title, into: &$0) }
            html.element("dd") { cells.write(field, value, into: &$0) }
          }
        }
      }
      history(register, RecordLives(register, published.table)[row], page, &html)
    }
  }

  private func history(_ register: Register, _ life: [RecordLives.Stage], _ page: Page, _ html: inout HTMLWriter) {
    guard !life.isEmpty else { return }
    html.heading(2, phrases(.history))
    page.table(phrases(.historyCaption), head: [phrases(.state), phrases(.period)], into: &html) { html in
      for stage in life {
        html.element("tr") { html in
          html.element("th", ["scope": "row"]) { page.write(register.life[stage.state].title, into: &$0) }
          html.element("td") { html in
            html.text(phrases.dates.text(stage.date))
            guard let note = stage.note else { return }
            html.text(" ")
            html.element("small") { $0.text(phrases.written(name: note)) }
          }
        }
      }
    }
  }

  /// The pages of the list by the codes that they begin and end with.
  func codesPage(_ entry: PlacedRegister, _ page: Page) -> PageText {
    let name = text(entry.published.register.title)
    let title = phrases(.pageTitle, ["page": name, "site": phrases(.byCode)])
    let table = entry.published.table
    let key = entry.published.register.key
    return page.html(title: title, trail: trail(entry)) { html in
      html.element("h1") { page.write(entry.published.register.title, into: &$0) }
      html.element("ul", ["class": "index"]) { html in
        for number in 1...entry.places.pageCount {
          let rows = entry.places.rows(onPage: number)
          guard let first = rows.first, let last = rows.last else { continue }
          let ends = [first, last].map { table.key(ofRow: $0, key) ?? count($0 + 1) }
          html.newLine()
          html.element("li") { html in
            html.element(
              "a", ["href": page.link(entry.places.list(number))],
              text: phrases(.fromTo, ["first": ends[0], "last": ends[1]]))
          }
        }
      }
    }
  }

  /// The records by their names in the order of the language.
  func sortedNames(_ entry: PlacedRegister) -> [Int] {
    let order = NameOrder(phrases.catalogueLanguage)
    let keys = (0..<entry.published.table.count).map { row in
      order.key(entry.published.name(ofRow: row), code: String(row))
    }
    return keys.indices.sorted { keys[$0] < keys[$1] }
  }

  func namesPage(_ entry: PlacedRegister, _ names: [Int], _ number: Int, _ page: Page) -> PageText {
    let places = entry.places
    let start = (number - 1) * RegisterPlaces.namesOnPage
    let rows = names[start..<min(start + RegisterPlaces.namesOnPage, names.count)]
    let part = phrases(.pageOf, ["page": count(number), "pages": count(places.namePageCount)])
    let title = phrases(.pageTitle, ["page": text(entry.published.register.title), "site": phrases(.byName)])
    let whole = number == 1 ? title : phrases(.pageTitle, ["page": title, "site": part])
    return page.html(title: whole, trail: trail(entry)) { html in
      html.element("h1") { page.write(entry.published.register.title, into: &$0) }
      if places.namePageCount > 1 {
        html.element("nav", ["class": "pager", "aria-label": phrases(.pagesOfList)]) { html in
          html.element("ul", ["class": "index"]) { html in
            for other in 1...places.namePageCount { namesLink(entry, names, other, number, page, &html) }
          }
        }
      }
      html.element("ul", ["class": "index"]) { html in
        for row in rows {
          html.newLine()
          html.element("li") { html in
            html.element("a", ["href": page.link(to: entry.address(row))]) { html in
              html.text(phrases.written(name: entry.published.name(ofRow: row)))
            }
          }
        }
      }
    }
  }

  private func namesLink(
    _ entry: PlacedRegister, _ names: [Int], _ other: Int, _ current: Int, _ page: Page, _ html: inout HTMLWriter
  ) {
    let first = names[(other - 1) * RegisterPlaces.namesOnPage]
    html.element("li") { html in
      html.element(
        "a",
        ["href": page.link(entry.places.names(other)), "aria-current": other == current ? "page" : nil]
      ) { $0.text(phrases.written(name: entry.published.name(ofRow: first))) }
    }
  }
}
