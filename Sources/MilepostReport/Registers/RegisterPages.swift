import MilepostLanguage
import MilepostModel

/// A register of an edition with its pages.
struct PlacedRegister: Sendable {
  let published: PublishedRegister
  let places: RegisterPlaces
  let lives: RecordLives

  init(_ published: PublishedRegister) {
    self.published = published
    places = RegisterPlaces(published)
    lives = RecordLives(published.register, published.table)
  }

  /// Where the record stands, with its anchor where it has no page of its own.
  func address(_ row: Int) -> String {
    places.record(row) ?? "\(places.list(places.page(of: row)))#\(places.anchor(row))"
  }

  /// Where records stand and what they are called, by key; empty where no page shows records.
  var named: [String: (address: String, name: String)] {
    guard published.register.pages != .none else { return [:] }
    return Dictionary(
      (0..<published.table.count).compactMap { row in
        published.table.key(ofRow: row, published.register.key).map {
          ($0, (address(row), published.name(ofRow: row)))
        }
      }
    ) { first, _ in first }
  }
}

extension SiteContext {
  var registerFiles: [PlacedPage] {
    guard !registers.isEmpty else { return [] }
    var files = [PlacedPage("registers", "registers", registersPage)]
    for entry in registers {
      let id = entry.published.register.id
      for number in 1...entry.places.pageCount {
        files.append(
          PlacedPage(entry.places.list(number), "register \(id), page \(number)") {
            registerPage(entry, number, $0)
          })
      }
      if entry.places.hasWaysIn {
        files.append(PlacedPage(entry.places.codes, "register \(id) by code") { codesPage(entry, $0) })
        let names = namesInOrder[id] ?? []
        for number in 1...max(1, entry.places.namePageCount) {
          files.append(
            PlacedPage(entry.places.names(number), "register \(id) from A to Z, page \(number)") {
              namesPage(entry, names, number, $0)
            })
        }
      }
      for row in entry.places.order {
        guard let place = entry.places.record(row) else { break }
        files.append(
          PlacedPage(place, "record \(entry.published.name(ofRow: row)) of register \(id)") {
            recordPage(entry, row, $0)
          })
      }
    }
    return files
  }

  private func registersPage(_ page: Page) -> PageText {
    page.html(title: phrases(.registers)) { html in
      html.element("h1", text: phrases(.registers))
      html.element("p", ["class": "lead"], text: phrases(.registersLead))
      let head = [phrases(.oneRegister), phrases(.records), phrases(.owner)]
      page.table(phrases(.registersCaption), head: head, numeric: [1], into: &html) { html in
        for entry in registers {
          let register = entry.published.register
          html.element("tr") { html in
            html.element("th", ["scope": "row"]) { html in
              html.element("a", ["href": page.link(entry.places.list(1))]) { page.write(register.title, into: &$0) }
            }
            html.element("td", ["class": "n"], text: count(entry.published.table.count))
            html.element("td", text: register.owner.map(phrases.owner) ?? phrases(.notStated))
          }
        }
      }
    }
  }

  func count(_ number: Int) -> String { phrases.numbers.text(Double(number), decimals: 0) }

  private func registerPage(_ entry: PlacedRegister, _ number: Int, _ page: Page) -> PageText {
    let register = entry.published.register
    let isFirst = number == 1
    let name = text(register.title)
    let title = isFirst ? name : phrases(.pageTitle, ["page": name, "site": pageName(number, entry)])
    return page.html(title: title, trail: trail(isFirst ? nil : entry)) { html in
      html.element("h1") { page.write(register.title, into: &$0) }
      if isFirst { registerHead(entry, page, &html) }
      if register.pages != .none {
        html.heading(2, phrases(.records))
        if entry.places.hasWaysIn {
          html.element("nav", ["aria-label": phrases(.pagesOfList)]) { pager(entry, number, page, &$0) }
        }
        recordTable(entry, number, page, &html)
        // The same again, which is no landmark of its own.
        pager(entry, number, page, &html)
      }
      if isFirst { registerFoot(entry, page, &html) }
    }
  }

  func trail(_ entry: PlacedRegister?) -> [Page.Crumb] {
    let top = Page.Crumb(name: phrases(.registers), place: "registers")
    guard let entry else { return [top] }
    return [top, Page.Crumb(name: text(entry.published.register.title), place: entry.places.list(1))]
  }

  private func pageName(_ number: Int, _ entry: PlacedRegister) -> String {
    phrases(.pageOf, ["page": count(number), "pages": count(entry.places.pageCount)])
  }

  private func pager(_ entry: PlacedRegister, _ number: Int, _ page: Page, _ html: inout HTMLWriter) {
    let places = entry.places
    guard places.hasWaysIn else { return }
    html.element("p", ["class": "pager"]) { html in
      html.text(pageName(number, entry) + " ")
      if number > 1 {
        html.element("a", ["href": page.link(places.list(number - 1)), "rel": "prev"], text: phrases(.previousPage))
        html.text(" ")
      }
      if number < places.pageCount {
        html.element("a", ["href": page.link(places.list(number + 1)), "rel": "next"], text: phrases(.nextPage))
        html.text(" ")
      }
      html.element("a", ["href": page.link(places.codes)], text: phrases(.byCode))
      html.text(" ")
      html.element("a", ["href": page.link(places.names(1))], text: phrases(.byName))
    }
    html.newLine()
  }

  private func recordTable(_ entry: PlacedRegister, _ number: Int, _ page: Page, _ html: inout HTMLWriter) {
    let published = entry.published
    let register = published.register
    let cells = RecordCells(page, register)
    let lead = register.name ?? register.key.first
    let fields = register.fields.indices.filter { $0 != lead }
    let leadTitle = lead.map { text(register.fields[$0].title) } ?? phrases(.records)
    var columns = [TableColumn(key: "record", title: leadTitle, kind: .text)]
    // On one of several pages a filter would hide what is on the others.
    let filters = !entry.places.hasWaysIn
    if !register.life.isEmpty {
      columns.append(TableColumn(key: "state", title: phrases(.state), kind: .text, isFilter: filters))
    }
    columns += fields.map { place in
      let field = register.fields[place]
      return TableColumn(
        key: field.id, title: text(field.title), kind: field.column, isFilter: filters && field.hasFewValues)
    }
    let caption = phrases(.recordsCaption, ["title": text(register.title), "key": leadTitle])
    page.sortableTable("records", caption, columns, by: "", searching: .rows, into: &html) { html in
      for row in entry.places.rows(onPage: number) {
        html.element("tr", ["id": entry.places.anchor(row)]) { html in
          html.element("th", ["scope": "row"]) { html in
            guard let place = entry.places.record(row) else { return head(entry, row, cells, &html) }
            html.element("a", ["href": page.link(place)]) { head(entry, row, cells, &$0) }
          }
          if !register.life.isEmpty { stateCell(register, entry.lives[row], page, &html) }
          for place in fields { cells.cell(register.fields[place], published.table[row, place], into: &html) }
        }
      }
    }
  }

  /// What names a record in the list: the field that does, else the first of its key, beside the others.
  private func head(_ entry: PlacedRegister, _ row: Int, _ cells: RecordCells, _ html: inout HTMLWriter) {
    let register = entry.published.register
    guard entry.places.record(row) == nil, let lead = register.name ?? register.key.first,
      let value = entry.published.table[row, lead]
    else { return html.text(phrases.written(name: entry.published.name(ofRow: row))) }
    cells.write(register.fields[lead], value, into: &html)
  }

  /// The state of a record on the day of the edition.
  private func stateCell(
    _ register: Register, _ life: [RecordLives.Stage], _ page: Page, _ html: inout HTMLWriter
  ) {
    guard let stage = life.last(where: { $0.date <= release.asOf }) else {
      html.element("td", ["class": "none"], text: phrases(.notStated))
      return
    }
    html.element("td", ["data-is": text(register.life[stage.state].title)]) { html in
      page.write(register.life[stage.state].title, into: &html)
      html.text(" ")
      html.element("small", text: phrases(.since, ["date": phrases.dates.text(stage.date)]))
    }
  }
}
