import MilepostLanguage
package import MilepostModel

/// The rows that `milepost method` is given, by column, with every cell's number read once.
package struct MethodInput: Sendable {
  /// The columns that methods read; any other passes through.
  package enum Column: String, Sendable, CaseIterable {
    case baseYear = "base_year"
    case baseValue = "base_value"
    case currentYear = "current_year"
    case currentValue = "current_value"
    case targetYear = "target_year"
    case target, direction, limit, sign, id, year, value
  }

  /// Columns of an earlier result, which are replaced.
  package static let results: Set<String> = [
    "progress_value", "status", "score", "projected", "low", "high", "probability",
  ]

  package struct Row: Sendable {
    /// All fields but earlier results, as written.
    package let passed: [String]
    package let id: String
    package let direction: Direction
    package let position: SourcePosition
    fileprivate let numbers: [Column: Double]

    /// nil where the cell is blank or the column is not there.
    package subscript(_ column: Column) -> Double? { numbers[column] }
  }

  package let header: [String]
  package let rows: [Row]

  /// Reads what is needed for methods of two points, or of a series.
  ///
  /// - Returns: nil when there is no table, or when a column that is needed is missing; a row with a bad cell is
  ///   reported and left out.
  package static func read(
    _ bytes: [UInt8], file: String, readsSeries: Bool, into diagnostics: inout Diagnostics
  ) -> MethodInput? {
    guard let table = CSVReader.read(bytes, file: file, into: &diagnostics) else { return nil }
    let needed: [Column] =
      readsSeries
      ? [.id, .year, .value, .direction] : [.baseYear, .baseValue, .currentYear, .currentValue, .direction]
    let missing = needed.filter { table.column($0.rawValue) == nil }
    for column in missing {
      diagnostics.report(.methodColumnMissing(column, at: table.header[0].position))
    }
    guard missing.isEmpty else { return nil }
    let columns = Column.allCases.compactMap { column in table.column(column.rawValue).map { (column, $0) } }
    let kept = table.header.indices.filter { !results.contains(table.header[$0].value) }
    var rows: [Row] = []
    for row in table.rows {
      if let read = Self.row(row, columns, kept: kept, into: &diagnostics) { rows.append(read) }
    }
    if readsSeries { reportYearsTwice(rows, into: &diagnostics) }
    return MethodInput(header: kept.map { table.header[$0].value }, rows: rows)
  }

  private static func row(
    _ row: CSVTable.Row, _ columns: [(Column, Int)], kept: [Int], into diagnostics: inout Diagnostics
  ) -> Row? {
    var numbers: [Column: Double] = [:]
    var direction: Direction?
    var id = ""
    var isGood = true
    for (column, place) in columns {
      let cell = row[place]
      switch column {
      case .id: id = cell.value
      case .direction:
        direction = directions[cell.value]
        if direction == nil {
          diagnostics.report(.methodDirection(cell.value, at: cell.position))
          isGood = false
        }
      default:
        guard !cell.value.isEmpty else { continue }
        numbers[column] = number(cell.value)
        if numbers[column] == nil {
          diagnostics.report(.methodNumber(cell.value, at: cell.position))
          isGood = false
        }
      }
    }
    guard isGood, let direction else { return nil }
    return Row(
      passed: kept.map { row[$0].value }, id: id, direction: direction, position: row.position, numbers: numbers)
  }

  private static let directions: [String: Direction] = [
    "1": .up, "1.0": .up, "up": .up, "-1": .down, "-1.0": .down, "down": .down,
  ]

  /// Digits, sign, point and exponent only; neither `nan` nor hexadecimal.
  private static func number(_ text: String) -> Double? {
    guard text.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }), let value = Double(text), value.canBeAFigure
    else { return nil }
    return value
  }

  private static func reportYearsTwice(_ rows: [Row], into diagnostics: inout Diagnostics) {
    struct Place: Hashable {
      let id: String
      let year: Double
    }
    var seen: [Place: SourcePosition] = [:]
    for row in rows {
      guard let year = row[.year] else { continue }
      let place = Place(id: row.id, year: year)
      if let first = seen[place] {
        diagnostics.report(.methodYearTwice(row.id, year, at: row.position, first: first))
      } else {
        seen[place] = row.position
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func methodColumnMissing(_ column: MethodInput.Column, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0302", "there is no column \(column.rawValue)", at: position,
      hint: "the method needs a column of this name")
  }

  fileprivate static func methodNumber(_ text: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0307", "'\(text)' is not a number", at: position,
      hint: "a point for decimals, no thousands marks; blank when there is none")
  }

  fileprivate static func methodDirection(_ text: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0630", "'\(text)' is not a direction", at: position,
      hint: "1 when more is better, -1 when less is better")
  }

  fileprivate static func methodYearTwice(
    _ id: String, _ year: Double, at position: SourcePosition, first: SourcePosition
  ) -> Self {
    var text: [UInt8] = []
    text.appendNumber(year)
    return Diagnostic(
      .error, "MP0631", "'\(id)' has two values for \(String(decoding: text, as: UTF8.self))", at: position,
      hint: "an id stands for one series; give the second series an id of its own",
      notes: [.init("first here", at: first)])
  }
}
