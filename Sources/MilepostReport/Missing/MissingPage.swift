import MilepostLanguage
import MilepostModel

extension SiteContext {
  private var todoWords: TodoWords { TodoWords(release, phrases) }

  private var missingRows: [MissingRow] { MissingRow.rows(release.todo) }

  /// As many as the overview shows.
  private static let mostUrgentShown = 5

  /// What is missing, most urgent first, with the number for each office.
  func missingSection(_ page: Page, _ html: inout HTMLWriter) {
    let rows = missingRows
    html.heading(2, phrases(.missingTitle))
    guard !rows.isEmpty else {
      html.element("p", text: todoWords.nothing)
      return
    }
    let urgent = rows.sorted { $0.item.isMoreUrgent(than: $1.item) }.prefix(SiteContext.mostUrgentShown)
    html.element("p", text: headline(rows))
    let head = [phrases(.missingAbout), phrases(.missingNeed), phrases(.owner), phrases(.missingDue)]
    page.table(phrases(.missingUrgent), head: head, into: &html) { html in
      for row in urgent { write(row, owner: owner(row), page, &html) }
    }
    html.element("ul", ["class": "counts"]) { html in
      for (index, group) in groups(rows).enumerated() {
        html.element("li") { html in
          html.element("a", ["href": page.link("missing") + "#owner\(index)"], text: heading(group.owner, group.rows))
        }
      }
    }
    html.element("p") { html in
      html.element("a", ["href": page.link("missing")], text: phrases(.missingAll))
    }
  }

  func missingPage(_ page: Page) -> PageText {
    let rows = missingRows
    let headline = rows.isEmpty ? todoWords.nothing : headline(rows)
    return page.html(title: phrases(.missingTitle), description: headline) { html in
      html.element("h1", text: headline)
      guard !rows.isEmpty else { return }
      html.element("p", ["class": "lead"], text: phrases(.missingLead))
      let head = [phrases(.missingAbout), phrases(.missingNeed), phrases(.missingDue)]
      for (index, group) in groups(rows).enumerated() {
        html.newLine()
        html.element("h2", ["id": "owner\(index)"], text: heading(group.owner, group.rows))
        page.table(phrases(.missingOfCaption, ["owner": group.owner]), head: head, into: &html) { html in
          for row in group.rows { write(row, owner: nil, page, &html) }
        }
      }
    }
  }

  private func headline(_ rows: [MissingRow]) -> String {
    phrases.text(MissingPhrase.missingHeadline, count: rows.count, ["date": phrases.dates.text(release.asOf)])
  }

  private func heading(_ owner: String, _ rows: [MissingRow]) -> String {
    phrases(.missingOf, ["owner": owner, "count": phrases.numbers.text(Double(rows.count), decimals: 0)])
  }

  private func owner(_ row: MissingRow) -> String { row.item.owner.map(phrases.owner) ?? phrases(.todoNoOwner) }

  /// The rows of each office in the order of the release, in which they stand together.
  private func groups(_ rows: [MissingRow]) -> [(owner: String, rows: [MissingRow])] {
    var groups: [(owner: String, rows: [MissingRow])] = []
    for row in rows {
      let owner = owner(row)
      if groups.last?.owner == owner {
        groups[groups.count - 1].rows.append(row)
      } else {
        groups.append((owner, [row]))
      }
    }
    return groups
  }

  /// - Parameter owner: nil where the table is of one office.
  private func write(_ row: MissingRow, owner: String?, _ page: Page, _ html: inout HTMLWriter) {
    let element = element(row.item.element)
    html.newLine()
    html.element("tr") { html in
      html.element("th", ["scope": "row"]) { html in
        html.element("a", ["href": page.link(element.place)], text: todoWords.element(row.item))
        if let title = element.title {
          html.text(" ")
          page.write(title, into: &html)
        }
      }
      html.element("td", text: todoWords.need(row.item, of: row.areas).asSentence)
      if let owner { html.element("td", text: owner) }
      due(row.item, &html)
    }
  }

  private func due(_ item: TodoItem, _ html: inout HTMLWriter) {
    guard let due = item.due else {
      html.element("td", ["class": "none"], text: phrases(.noDay))
      return
    }
    let date = phrases.dates.text(due)
    html.element("td", text: due < release.asOf ? phrases(.overdue, ["date": date]) : date)
  }

  private func element(_ element: TodoItem.Element) -> (place: String, title: LocalizedText?) {
    switch element {
    case .target(let id): ("targets/\(id.text.slug)", release.plan.target(id)?.title)
    case .outcome(let id): ("outcomes/\(id.text.slug)", release.plan.outcomes.first { $0.id == id }?.title)
    case .indicator(let id): ("indicators/\(id.text.slug)", release.plan.indicator(id)?.title)
    }
  }
}
