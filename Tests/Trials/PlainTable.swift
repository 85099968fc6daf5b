/// A CSV file with the place of every cell, so that one can be changed and everything else stays byte for byte.
struct PlainTable {
  struct Cell {
    let text: String
    /// In the scalars of the file, quotes included.
    let range: Range<Int>
  }

  let columns: [String]
  /// Without the line of names; blank lines are none.
  let rows: [[Cell]]
  private let scalars: [Unicode.Scalar]

  init(_ source: String) {
    scalars = Array(source.unicodeScalars)
    var lines: [[Cell]] = []
    var line: [Cell] = []
    var place = 0
    while place < scalars.count {
      let cell = PlainTable.cell(scalars, at: place)
      line.append(cell)
      place = cell.range.upperBound
      if place < scalars.count, scalars[place] == "," {
        place += 1
        if place == scalars.count { line.append(Cell(text: "", range: place..<place)) }
        continue
      }
      while place < scalars.count, scalars[place] == "\r" || scalars[place] == "\n" { place += 1 }
      if line.count > 1 || !line[0].text.isEmpty { lines.append(line) }
      line = []
    }
    if !line.isEmpty { lines.append(line) }
    columns = lines.isEmpty ? [] : lines[0].map(\.text)
    rows = Array(lines.dropFirst())
  }

  private static func cell(_ scalars: [Unicode.Scalar], at start: Int) -> Cell {
    var text = String.UnicodeScalarView()
    var place = start
    guard place < scalars.count, scalars[place] == "\"" else {
      while place < scalars.count, !",\r\n".unicodeScalars.contains(scalars[place]) {
        text.append(scalars[place])
        place += 1
      }
      return Cell(text: String(text), range: start..<place)
    }
    place += 1
    while place < scalars.count {
      if scalars[place] == "\"" {
        place += 1
        guard place < scalars.count, scalars[place] == "\"" else { break }
      }
      text.append(scalars[place])
      place += 1
    }
    return Cell(text: String(text), range: start..<place)
  }

  /// - Returns: nil where the table has no such column or the row is short.
  func text(_ row: Int, _ column: String) -> String? {
    guard let place = columns.firstIndex(of: column), place < rows[row].count else { return nil }
    return rows[row][place].text
  }

  /// The file with another text in one cell, which needs no quotes.
  func replacing(_ row: Int, _ column: Int, by text: String) -> String {
    var changed = String.UnicodeScalarView()
    let range = rows[row][column].range
    changed.append(contentsOf: scalars[..<range.lowerBound])
    changed.append(contentsOf: text.unicodeScalars)
    changed.append(contentsOf: scalars[range.upperBound...])
    return String(changed)
  }
}
