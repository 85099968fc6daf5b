import MilepostModel

/// A series has one value in a period of a vintage.
func duplicateRows(_ index: DataIndex, into findings: inout DataFindings) {
  for table in index.tables {
    for series in table.table.seriesKeys.indices {
      let rows = table.rows(of: series)
      var first = rows.startIndex
      for place in rows.indices.dropFirst() {
        guard table.rank(ofRow: rows[place]) == table.rank(ofRow: rows[first]) else {
          first = place
          continue
        }
        let (one, other) = (table.table.value(at: Int(rows[first])), table.table.value(at: Int(rows[place])))
        findings.report(
          .duplicateRow(
            table.table.seriesKeys[series], table.period(ofRow: rows[place]), isSameValue: one == other,
            at: table.position(ofRow: rows[place]), first: table.position(ofRow: rows[first])))
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func duplicateRow(
    _ key: SeriesKey, _ period: TimePeriod, isSameValue: Bool, at position: SourcePosition, first: SourcePosition
  ) -> Self {
    let values = isSameValue ? "with the same value" : "with another value"
    return Diagnostic(
      .error, "MP0401", "\(key) has a second row for \(period), \(values)", at: position,
      hint: "delete one of the rows",
      notes: [Note("first here", at: first)])
  }
}
