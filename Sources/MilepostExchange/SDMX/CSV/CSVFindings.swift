import MilepostModel

extension Diagnostic {
  static func notSDMXCSV(_ file: String) -> Self {
    Diagnostic(
      .error, "MP1402", "the first column is neither DATAFLOW (SDMX-CSV 1.0) nor STRUCTURE (2.0)",
      at: .wholeFile(file), hint: "a table without these columns is imported with 'milepost import csv'")
  }

  static func rowWidth(_ count: Int, expected: Int, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1403", "row has \(count) cells, expected \(expected)", at: position,
      hint: "a cell that holds the sign between cells stands in quotes")
  }

  static func unknownCode(
    _ code: String, of component: String, _ list: String, closest: String?, cells: Int, at position: SourcePosition
  ) -> Self {
    let where_ = cells == 1 ? "" : ", in \(cells) cells, first here"
    return Diagnostic(
      .error, "MP1405", "code '\(code.shortened)' of \(component) is not in codelist \(list)\(where_)", at: position,
      hint: closest.map { "did you mean '\($0)'?" } ?? "add it to the codelist, or correct the data",
      occurrences: cells)
  }

  static func noCode(_ dimension: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1405", "no code in dimension \(dimension)", at: position,
      hint: "an observation has a code in each dimension")
  }

  static func observationTwice(_ key: String, at position: SourcePosition, first: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1406", "observation \(key) stands twice", at: position, hint: "delete one of the two",
      notes: [.init("first here", at: first)])
  }

  static func notANumber(_ text: String, column: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1407", "'\(text.shortened)' is no number, which \(column) must be", at: position,
      hint: "write a number with a point; a missing value is left empty, with OBS_STATUS M or L")
  }

  static func notAPeriod(_ text: String, cells: Int, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1408",
      "'\(text.shortened)' is no period of time\(cells == 1 ? "" : ", in \(cells) cells, first here")",
      at: position, hint: "write 2020, 2020-Q1, 2020-05, 2020-05-17 or a start and a duration as 2018-01-01/P2Y",
      occurrences: cells)
  }

  static func attributeDiffers(_ id: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1409", "attribute \(id) of the series is not what another row says", at: position,
      hint: "an attribute of a series, group or data set has one value for all its observations")
  }

  static func notAStructure(_ text: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1410", "'\(text.shortened)' does not name a structure", at: position,
      hint: "write dataflow,AGENCY:ID(1.0.0) in STRUCTURE and STRUCTURE_ID, or the latter in DATAFLOW")
  }

  static func notAnAction(_ text: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1410", "'\(text.shortened)' is no action", at: position,
      hint: "actions are Information, Append, Merge, Replace and Delete; in CSV their first letters")
  }

  static func unknownStructure(
    _ reference: SDMX.Reference, known: [String], at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP1411", "the data is of \(reference), which the structure messages do not hold", at: position,
      hint: known.closest(to: reference.shortForm).map { "did you mean \($0)?" }
        ?? "they hold \(known.sorted().joined(separator: ", "))")
  }
}

extension String {
  /// At most 40 characters of a text from outside, so that a finding stays a line.
  var shortened: String {
    unicodeScalars.count > 40 ? String(String.UnicodeScalarView(unicodeScalars.prefix(40))) + "…" : self
  }
}
