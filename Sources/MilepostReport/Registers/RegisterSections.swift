import MilepostLanguage
import MilepostModel

extension SiteContext {
  /// Fields with more codes than these are not counted out.
  private static let mostCounted = 24

  /// What the register is, and how many records there are of what kind.
  func registerHead(_ entry: PlacedRegister, _ page: Page, _ html: inout HTMLWriter) {
    let register = entry.published.register
    if let text = register.text { html.element("p", ["class": "lead"]) { page.write(text, into: &$0) } }
    let day = phrases.dates.text(entry.published.table.vintage.published)
    html.element("dl", ["class": "facts"]) { html in
      html.term(phrases(.records), text: count(entry.published.table.count))
      if let source = release.sources.first(where: { $0.id == register.source }) {
        html.term(phrases(.source)) { html in
          page.write(source.title, into: &html)
          html.text(" ")
          html.element("small", text: phrases(.asOfSnapshot, ["date": day]))
        }
      }
      html.term(phrases(.owner), text: register.owner.map(phrases.owner))
    }
    stateCounts(entry, page, &html)
    if let matrix = register.matrix { matrixTable(entry, matrix, page, &html) }
  }

  private func stateCounts(_ entry: PlacedRegister, _ page: Page, _ html: inout HTMLWriter) {
    let register = entry.published.register
    guard !register.life.isEmpty else { return }
    var counts = [Int](repeating: 0, count: register.life.count)
    var others = 0
    for row in 0..<entry.published.table.count {
      if let state = entry.lives.state(ofRow: row, on: release.asOf) { counts[state] += 1 } else { others += 1 }
    }
    let names = register.life.map { Named.text($0.title) } + [.phrase(phrases(.notStated))]
    countTable(phrases(.byState), phrases(.state), zip(names, counts + [others]), page, &html)
  }

  private enum Named {
    case text(LocalizedText)
    case phrase(String)
  }

  private func codeCounts(_ entry: PlacedRegister, _ page: Page, _ html: inout HTMLWriter) {
    let register = entry.published.register
    for (place, field) in register.fields.enumerated() where !field.isMany {
      guard case .code(let id) = field.kind, let list = release.codelists.first(where: { $0.id == id }),
        list.codes.count <= SiteContext.mostCounted
      else { continue }
      let column = entry.published.table.columns[place]
      var cells = [Int](repeating: 0, count: column.values.count)
      var others = 0
      for cell in column.cells {
        if cell == RegisterTable.Column.notStated { others += 1 } else { cells[Int(cell)] += 1 }
      }
      let counts = Dictionary(zip(column.values.map(\.text), cells), uniquingKeysWith: +)
      // Where all records have one value there is nothing to tell apart.
      guard counts.count > 1 else { continue }
      let names = list.codes.map { Named.text($0.name) } + [.phrase(phrases(.notStated))]
      let numbers = list.codes.map { counts[$0.id] ?? 0 } + [others]
      let title = text(field.title)
      countTable(phrases(.byField, ["field": title]), title, zip(names, numbers), page, &html)
    }
  }

  private func countTable(
    _ heading: String, _ field: String, _ counts: some Sequence<(Named, Int)>, _ page: Page, _ html: inout HTMLWriter
  ) {
    html.heading(2, heading)
    page.table(phrases(.countCaption, ["field": field]), head: [field, phrases(.records)], numeric: [1], into: &html) {
      html in
      for (name, number) in counts where number > 0 {
        html.element("tr") { html in
          html.element("th", ["scope": "row"]) { html in
            switch name {
            case .text(let text): page.write(text, into: &html)
            case .phrase(let text): html.text(text)
            }
          }
          html.element("td", ["class": "n"], text: count(number))
        }
      }
    }
  }

  /// What is counted from the register, what is checked, and how to take it along.
  func registerFoot(_ entry: PlacedRegister, _ page: Page, _ html: inout HTMLWriter) {
    let register = entry.published.register
    codeCounts(entry, page, &html)
    let measures = register.measures.compactMap { release.plan.indicator($0.indicator) }
    if !measures.isEmpty {
      html.heading(2, phrases(.counted))
      html.element("ul") { html in
        for indicator in measures {
          html.element("li") { html in
            html.element("a", ["href": page.link("indicators/\(indicator.id.text.slug)")]) { html in
              page.write(indicator.title, into: &html)
            }
          }
        }
      }
    }
    if !register.maps.isEmpty {
      html.heading(2, phrases(.mapHeading))
      html.element("ul") { html in
        for map in register.maps where pages.contains(map.place) {
          html.element("li") { html in
            html.element("a", ["href": page.link(map.place)]) { page.write(map.title, into: &$0) }
          }
        }
      }
    }
    checked(entry, page, &html)
    let files = release.dataFiles(of: register.id)
    if !files.isEmpty {
      html.heading(2, phrases(.downloads))
      downloads(files, page, &html)
    }
    citation(ofPart: LanguageMark.plain(text(register.title), in: phrases.catalogueLanguage), page, &html)
  }

  private func checked(_ entry: PlacedRegister, _ page: Page, _ html: inout HTMLWriter) {
    let rules = release.rules.filter { rule in rule.registers.contains { $0.value == entry.published.register.id } }
    let file = entry.published.table.vintage.file
    let accepted = release.accepted.filter { $0.position.file == file }
    if !rules.isEmpty {
      var titles: [LocalizedText] = []
      for rule in rules where !titles.contains(rule.title) { titles.append(rule.title) }
      html.heading(2, phrases(.checked))
      html.element("p", ["class": "key"], text: phrases(.checkedLead))
      html.element("ul") { html in
        for title in titles { html.element("li") { page.write(title, into: &$0) } }
      }
    }
    guard !accepted.isEmpty else { return }
    html.heading(2, phrases(.accepted))
    html.element("ul") { html in
      for finding in accepted { html.element("li") { $0.text(phrases.written(english: finding.message)) } }
    }
  }
}
