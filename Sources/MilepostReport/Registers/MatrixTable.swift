import MilepostLanguage
import MilepostModel

extension SiteContext {
  /// The values of a register by what its rows and columns are, each with its change from the column before.
  func matrixTable(
    _ entry: PlacedRegister, _ matrix: Register.Matrix, _ page: Page, _ html: inout HTMLWriter
  ) {
    let register = entry.published.register
    let table = MatrixValues(entry.published, matrix)
    guard !table.rows.isEmpty else { return }
    let cells = RecordCells(page, register)
    let value = register.fields[matrix.value]
    let words = ["value": text(value.title), "column": text(register.fields[matrix.column].title)]
    let caption = phrases(.matrixCaption, ["value": words["value"] ?? "", "column": words["column"] ?? ""])
    html.heading(2, phrases(.matrixHeading, ["value": words["value"] ?? "", "column": words["column"] ?? ""]))
    html.element("p", ["class": "key"], text: phrases(.matrixKey))
    let head = matrix.rows.map { text(register.fields[$0].title) } + table.columns.map(phrases.dates.text)
    page.table(caption, head: head, numeric: Set(matrix.rows.count..<head.count), into: &html) { html in
      for row in table.rows {
        html.element("tr") { html in
          for (place, field) in matrix.rows.enumerated() {
            html.element(place == 0 ? "th" : "td", ["scope": place == 0 ? "row" : nil]) { html in
              if let name = row.head[place] { cells.write(register.fields[field], name, into: &html) }
            }
          }
          var before: Double?
          for number in row.values {
            matrixCell(number, before, value, &html)
            before = number ?? before
          }
        }
      }
    }
  }

  private func matrixCell(_ number: Double?, _ before: Double?, _ field: Register.Field, _ html: inout HTMLWriter) {
    guard let number else { return html.none(phrases(.notStated), class: "none") }
    html.element("td", ["class": "n"]) { html in
      html.text(phrases.numbers.text(number, decimals: field.decimals))
      guard let before else { return }
      let change = number - before
      let (name, arrow) = change > 0 ? ("rise", "▲") : change < 0 ? ("fall", "▼") : ("level", "=")
      html.text(" ")
      html.element("small", ["class": name]) { html in
        html.element("span", ["aria-hidden": "true"], text: arrow)
        html.text(" " + phrases.numbers.signed(change, decimals: field.decimals))
      }
    }
  }
}

/// Numbers of a register by row and period.
private struct MatrixValues {
  struct Row {
    let head: [FieldValue?]
    /// One for each column.
    var values: [Double?]
  }

  private(set) var columns: [TimePeriod] = []
  private(set) var rows: [Row] = []

  /// Rows stand in the order of the file, columns in that of time.
  init(_ published: PublishedRegister, _ matrix: Register.Matrix) {
    let table = published.table
    let periods = (0..<table.count).map { row -> TimePeriod? in
      switch table[row, matrix.column] {
      case .period(let period): period
      case .date(let date): TimePeriod(date: date)
      case .text, .number, .truth, .formula, .list, nil: nil
      }
    }
    columns = Set(periods.compactMap(\.self)).sorted()
    let places = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1, $0) })
    var known: [[FieldValue?]: Int] = [:]
    for row in 0..<table.count {
      guard let column = periods[row].flatMap({ places[$0] }) else { continue }
      let head = matrix.rows.map { table[row, $0] }
      let place = known[head] ?? rows.count
      if place == rows.count {
        known[head] = place
        rows.append(Row(head: head, values: Array(repeating: nil, count: columns.count)))
      }
      if case .number(let number)? = table[row, matrix.value] { rows[place].values[column] = number.value }
    }
  }
}
