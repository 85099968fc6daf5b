import MilepostLanguage
package import MilepostModel

/// A cell of an imported table: a value with its status, or why there is none.
package struct ImportedValue: Sendable {
  /// As it will stand in OBS_VALUE; empty when there is a reason.
  package let value: String
  package let status: ObservationStatus
  package let confidentiality: Confidentiality
  /// The word for the column MISSING.
  package let reason: String?
  package let comment: String?

  package init(
    value: String, status: ObservationStatus, confidentiality: Confidentiality, reason: String?, comment: String?
  ) {
    self.value = value
    self.status = status
    self.confidentiality = confidentiality
    self.reason = reason
    self.comment = comment
  }
}

/// A row of an imported table.
package struct ImportedRow: Sendable {
  package let area: String
  /// nil when the dataflow names the indicator.
  package fileprivate(set) var indicator: String?
  package let codes: [String]
  package let period: TimePeriod
  package let cell: ImportedValue
  /// Where it stood in what was given; 0: not known.
  package let line: Int32

  package init(
    area: String, indicator: String?, codes: [String], period: TimePeriod, cell: ImportedValue, line: Int32 = 0
  ) {
    self.area = area
    self.indicator = indicator
    self.codes = codes
    self.period = period
    self.cell = cell
    self.line = line
  }
}

/// A table as a CSV file of the workspace: columns that would be empty are left out.
package struct ImportedTable: Sendable {
  package let dimensions: [String]
  package private(set) var rows: [ImportedRow] = []

  package init(dimensions: [String]) { self.dimensions = dimensions }

  package mutating func append(_ row: ImportedRow) { rows.append(row) }

  /// Gives the indicators of all rows other names; nil: none, as in the table of a dataflow that names its indicator.
  package mutating func renameIndicators(_ name: (String) -> String?) {
    var names: [String: String?] = [:]
    for place in rows.indices {
      guard let old = rows[place].indicator else { continue }
      let new = names[old] ?? name(old)
      names[old] = .some(new)
      rows[place].indicator = new
    }
  }

  /// The line in what was given of the row that stands in a line of the file; nil: not known.
  package func given(_ line: Int) -> Int? {
    var last = 1
    for row in rows where last < line {
      last += 1
      if let comment = row.cell.comment { last += comment.utf8.count { $0 == UInt8(ascii: "\n") } }
      if last >= line { return row.line > 0 ? Int(row.line) : nil }
    }
    return nil
  }

  /// The bytes of the file, rows in their order.
  package var bytes: [UInt8] {
    let hasIndicator = rows.contains { $0.indicator != nil }
    let hasStatus = rows.contains { $0.cell.status != .reported }
    let hasConfidentiality = rows.contains { $0.cell.confidentiality != .free }
    let hasReason = rows.contains { $0.cell.reason != nil }
    let hasComment = rows.contains { $0.cell.comment != nil }
    var header = ["REF_AREA"] + (hasIndicator ? ["INDICATOR"] : []) + dimensions + ["TIME_PERIOD", "OBS_VALUE"]
    if hasStatus { header.append("OBS_STATUS") }
    if hasConfidentiality { header.append("CONF_STATUS") }
    if hasReason { header.append("MISSING") }
    if hasComment { header.append("COMMENT") }
    var bytes = Array((header.joined(separator: ",") + "\n").utf8)
    for row in rows {
      var cells = [row.area] + (hasIndicator ? [row.indicator] : []) + row.codes
      cells += [row.period.description, row.cell.value]
      if hasStatus { cells.append(row.cell.status.rawValue) }
      if hasConfidentiality { cells.append(row.cell.confidentiality.rawValue) }
      if hasReason { cells.append(row.cell.reason) }
      if hasComment { cells.append(row.cell.comment) }
      for (place, cell) in cells.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        if let cell { bytes.append(ImportedTable.quoted(cell)) }
      }
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  private static func quoted(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { ",\"\n\r".unicodeScalars.contains($0) }) else { return text }
    var result = "\""
    for scalar in text.unicodeScalars { result += scalar == "\"" ? "\"\"" : String(scalar) }
    return result + "\""
  }
}
