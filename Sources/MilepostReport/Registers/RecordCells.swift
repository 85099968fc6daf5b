import MilepostLanguage
import MilepostModel

/// Writes what records say, with links to what they name.
struct RecordCells: Sendable {
  let page: Page
  private let context: SiteContext
  private let codes: [Codelist.ID: [String: LocalizedText]]
  private let elements: [String: String]
  private let records: [Register.ID: [String: (address: String, name: String)]]

  /// - Parameter register: whose fields are written.
  init(_ page: Page, _ register: Register) {
    self.page = page
    context = page.context
    let release = page.context.release
    codes = Dictionary(
      release.codelists.map { list in
        (list.id, Dictionary(list.codes.map { ($0.id, $0.name) }) { first, _ in first })
      }
    ) { first, _ in first }
    let plan = release.plan
    let folders: [(String, [String])] = [
      ("goals", plan.goals.map(\.id.text)), ("targets", plan.targets.map(\.id.text)),
      ("objectives", plan.objectives.map(\.id.text)), ("outcomes", plan.outcomes.map(\.id.text)),
      ("enablers", plan.enablers.map(\.id.text)),
    ]
    elements = Dictionary(
      folders.flatMap { folder, ids in ids.map { ($0, "\(folder)/\($0.slug)") } }
    ) { first, _ in first }
    let named = Set(
      register.fields.compactMap { field in
        if case .record(let other) = field.kind { other } else { nil }
      })
    records = Dictionary(
      context.registers.filter { named.contains($0.published.register.id) }.map { entry in
        (entry.published.register.id, entry.named)
      }
    ) { first, _ in first }
  }

  /// A cell of a table.
  func cell(_ field: Register.Field, _ value: FieldValue?, into html: inout HTMLWriter) {
    guard let value else {
      html.none(context.phrases(.notStated), class: "none")
      return
    }
    html.element("td", ["class": field.isNumeric ? "n" : nil, "data-value": RecordCells.sorting(value)]) { html in
      write(field, value, into: &html)
    }
  }

  /// What numbers, days and periods are sorted by.
  private static func sorting(_ value: FieldValue) -> String? {
    switch value {
    case .number(let number): "\(number.value)"
    case .date(let date): String(date.dayNumber)
    case .period(let period): "\(period.timeInYears)"
    case .text, .truth, .formula, .list: nil
    }
  }

  func write(_ field: Register.Field, _ value: FieldValue, into html: inout HTMLWriter) {
    for (place, item) in value.items.enumerated() {
      if place > 0 { html.text(context.phrases.lists.mark) }
      one(field, item, into: &html)
    }
  }

  private func one(_ field: Register.Field, _ value: FieldValue, into html: inout HTMLWriter) {
    let phrases = context.phrases
    switch value {
    case .number(let number): html.text(text(field, number))
    case .date(let date): html.text(phrases.dates.text(date))
    case .period(let period): html.text(phrases.dates.text(period))
    case .truth(let truth): html.text(phrases(truth ? .yes : .no))
    case .formula(let formula): html.element("code", ["dir": "ltr"], text: formula.text)
    case .text(let text): named(field, text, into: &html)
    case .list: break
    }
  }

  private func text(_ field: Register.Field, _ number: WrittenNumber) -> String {
    if case .figure = field.kind { return context.phrases.written(name: number.text) }
    let written = number.text.drop { $0 != "." }.dropFirst().count
    return context.phrases.numbers.text(number.value, decimals: max(field.decimals, min(written, 9)))
  }

  private func named(_ field: Register.Field, _ text: String, into html: inout HTMLWriter) {
    let place: String?
    switch field.kind {
    case .code(let list):
      if let name = codes[list]?[text] { page.write(name, into: &html) } else { html.text(text) }
      return
    case .area:
      page.write(area: Area.ID(text), into: &html)
      return
    case .link:
      html.element("a", ["href": text, "dir": "ltr"], text: text)
      return
    case .element: place = elements[text]
    case .indicator: place = "indicators/\(text.slug)"
    case .record(let register):
      guard let record = records[register]?[text] else { return html.text(text) }
      html.element("a", ["href": page.link(to: record.address)]) {
        $0.text(context.phrases.written(name: record.name))
      }
      return
    case .text, .number, .figure, .date, .period, .yesNo, .formula, .latitude, .longitude:
      html.text(context.phrases.written(name: text))
      return
    }
    guard let place, context.pages.contains(place) else { return html.text(text) }
    html.element("a", ["href": page.link(place)], text: text)
  }
}

extension Register.Field {
  var isNumeric: Bool {
    switch kind {
    case .number, .latitude, .longitude: !isMany
    case .text, .figure, .date, .period, .yesNo, .code, .area, .element, .indicator, .record, .formula, .link: false
    }
  }

  /// Whether records are told apart by few words of it.
  var hasFewValues: Bool {
    switch kind {
    case .code, .area, .yesNo: !isMany
    case .text, .number, .figure, .date, .period, .element, .indicator, .record, .formula, .link, .latitude, .longitude:
      false
    }
  }

  /// How a column of it is sorted.
  var column: TableColumn.Kind {
    switch kind {
    case .number, .figure, .latitude, .longitude: isMany ? .text : .number
    case .date, .period: isMany ? .text : .date
    case .text, .yesNo, .code, .area, .element, .indicator, .record, .formula, .link: .text
    }
  }
}

extension Page {
  /// The address of a place with an anchor: `registers/members#r12`.
  func link(to address: String) -> String {
    let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    return link(parts[0]) + (parts.count > 1 ? "#" + parts[1] : "")
  }
}
