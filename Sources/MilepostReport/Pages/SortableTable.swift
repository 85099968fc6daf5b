/// A column of a table that readers may sort with a script.
struct TableColumn: Sendable {
  enum Kind: String, Sendable {
    /// By the words of the cells.
    case text
    /// By `data-value`, the highest first; cells without one come last.
    case number
    /// By `data-value`, the lowest first.
    case rank
    /// By `data-value`, the latest first.
    case date
    /// Not sorted.
    case picture
  }

  /// Stands for the column in the page’s address.
  let key: String
  let title: String
  let kind: Kind
  /// Whether readers may leave only the rows with one of its words.
  var isFilter = false

  var isNumeric: Bool { kind == .number }
}

/// Which cells of a row a reader's words are looked for in.
enum SearchedCells: String, Sendable {
  case heads, rows
}

extension Page {
  /// A table that readers can sort and search with a script, and that is complete and in good order without one.
  ///
  /// - Parameters:
  ///   - id: unique on the page; begins the names of the view in the page’s address.
  ///   - written: key of the column by which the rows are given, the lowest or first at the top.
  func sortableTable(
    _ id: String, _ caption: String, _ columns: [TableColumn], by written: String,
    searching cells: SearchedCells = .heads, into html: inout HTMLWriter,
    rows: (inout HTMLWriter) -> Void
  ) {
    let phrases = context.phrases
    html.element("p", ["class": "find", "hidden": ""]) { html in
      html.element("label") { html in
        html.text(phrases(.findInTable) + " ")
        html.void("input", ["type": "search", "id": id + "-find", "autocomplete": "off", "aria-controls": id])
      }
      html.element("span", ["role": "status", "id": id + "-rows", "data-rows": phrases(.rowsShown)]) { _ in }
    }
    html.element("div", ["class": "scroll", "role": "region", "tabindex": "0", "aria-label": caption]) { html in
      html.element(
        "table",
        [
          "id": id, "class": "sortable", "data-find": cells == .heads ? nil : cells.rawValue,
          "data-any": columns.contains(where: \.isFilter) ? phrases(.anyValue) : nil,
        ]
      ) { html in
        html.element("caption") { $0.element("span", text: caption) }
        html.element("thead") { html in
          html.element("tr") { html in
            for column in columns {
              html.element(
                "th",
                [
                  "scope": "col", "class": column.isNumeric ? "n" : nil, "data-key": column.key,
                  "data-kind": column.kind == .picture ? nil : column.kind.rawValue,
                  "data-filter": column.isFilter ? "" : nil,
                  "aria-sort": column.key == written ? "ascending" : nil,
                ], text: column.title)
            }
          }
        }
        html.element("tbody") { html in rows(&html) }
      }
    }
    html.newLine()
  }
}
