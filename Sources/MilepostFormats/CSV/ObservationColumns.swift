import MilepostModel

/// Where a file of observations holds what.
struct ObservationColumns {
  let area: Int
  let period: Int
  let value: Int
  let indicator: Int?
  let status: Int?
  let confidentiality: Int?
  let missing: Int?
  /// In the order of the data structure.
  let dimensions: [Int]

  private static let required = ["REF_AREA", "TIME_PERIOD", "OBS_VALUE"]
  private static let optional = ["OBS_STATUS", "CONF_STATUS", "MISSING", "COMMENT"]

  /// - Returns: nil, after findings, when a column is missing, unknown, or says again what the sidecar says.
  init?(_ header: [Located<String>], dataflow: Dataflow, layout: DataLayout, findings: inout FileFindings) {
    let isByColumn = dataflow.indicator == nil
    let dimensionIDs = dataflow.structure.dimensions.map(\.id)
    let required = ObservationColumns.required + (isByColumn ? ["INDICATOR"] : []) + dimensionIDs
    let names = required + ObservationColumns.optional
    var places: [String: Int] = [:]
    for name in names { places[name] = header.firstIndex { $0.value == layout.header(of: name) } }
    guard !places.isEmpty || names.contains(where: { layout.isMiscased($0, in: header) }) else {
      findings.report(.noKnownColumn(ObservationColumns.required.map(layout.header), header[0]))
      return nil
    }
    var isComplete = true
    let used = Set(places.values)
    var unused = header.indices.filter { !used.contains($0) }.map { header[$0] }
    let miscased = names.filter { places[$0] == nil && layout.isMiscased($0, in: unused) }.map(layout.header)
    if !miscased.isEmpty {
      let written = unused.filter { field in miscased.contains { $0.lowercased() == field.value.lowercased() } }
      findings.report(.columnsInOtherCase(written, as: miscased))
      unused.removeAll(where: written.contains)
      isComplete = false
    }
    for name in required where places[name] == nil && !miscased.contains(layout.header(of: name)) {
      let expected = layout.header(of: name)
      let closest = unused.map(\.value).closest(to: expected)
      findings.report(.missingColumn(name, as: expected, closest: closest, at: header[0].position))
      isComplete = false
    }
    for field in unused {
      let expected = names.filter { places[$0] == nil }.map(layout.header).filter { !miscased.contains($0) }
      let problem = UnknownColumn(field.value, isIndicatorSaid: !isByColumn, renamed: layout.columns)
      findings.report(
        .unknownColumn(field.value, problem, closest: expected.closest(to: field.value), at: field.position))
      isComplete = false
    }
    guard isComplete, let area = places["REF_AREA"], let period = places["TIME_PERIOD"], let value = places["OBS_VALUE"]
    else { return nil }
    self.area = area
    self.period = period
    self.value = value
    indicator = isByColumn ? places["INDICATOR"] : nil
    status = places["OBS_STATUS"]
    confidentiality = places["CONF_STATUS"]
    missing = places["MISSING"]
    dimensions = dimensionIDs.compactMap { places[$0] }
  }
}

extension DataLayout {
  /// Whether the file has the column's name but for capital letters.
  fileprivate func isMiscased(_ name: String, in header: [Located<String>]) -> Bool {
    let expected = self.header(of: name)
    return header.contains { $0.value != expected && $0.value.lowercased() == expected.lowercased() }
  }
}

/// Why a column of the file is not known.
enum UnknownColumn {
  case blankName
  /// The sidecar names the indicator of every row.
  case indicatorIsSaid
  /// The sidecar calls our column by another name.
  case renamed(to: String)
  case other

  init(_ name: String, isIndicatorSaid: Bool, renamed: [DataLayout.ColumnName]) {
    if name.isEmpty {
      self = .blankName
    } else if name == "INDICATOR" && isIndicatorSaid {
      self = .indicatorIsSaid
    } else if let column = renamed.first(where: { $0.ours == name }) {
      self = .renamed(to: column.inFile.value)
    } else {
      self = .other
    }
  }
}

extension Diagnostic {
  fileprivate static func missingColumn(
    _ name: String, as expected: String, closest: String?, at position: SourcePosition
  ) -> Self {
    let what = expected == name ? "'\(name)'" : "'\(expected)', which the sidecar gives for \(name)"
    var hint = closest.map { "is it '\($0)'? say so in the sidecar: columns: {\(name): \($0)}" }
    if name == "INDICATOR" && closest == nil {
      hint =
        "say in the sidecar of which indicator all rows are, 'indicator: ...', or add the column with an id in each row"
    }
    return Diagnostic(.error, "MP0302", "there is no column \(what)", at: position, hint: hint)
  }

  fileprivate static func noKnownColumn(_ expected: [String], _ first: Located<String>) -> Self {
    Diagnostic(
      .error, "MP0302", "the first line holds none of the columns \(expected.joined(separator: ", "))",
      at: first.position,
      hint: "the first line must hold the column names: delete titles above it, or say in the sidecar what the file "
        + "calls them, 'columns: {REF_AREA: ..., TIME_PERIOD: ..., OBS_VALUE: ...}'")
  }

  fileprivate static func columnsInOtherCase(_ written: [Located<String>], as expected: [String]) -> Self {
    let names = written.map { "'\($0.value)'" }.joined(separator: ", ")
    return Diagnostic(
      .error, "MP0301", "\(written.count == 1 ? "column" : "columns") \(names) in other capital letters than expected",
      at: written[0].position, hint: "write \(expected.joined(separator: ", "))")
  }

  fileprivate static func unknownColumn(
    _ name: String, _ problem: UnknownColumn, closest: String?, at position: SourcePosition
  ) -> Self {
    let message: String
    var hint: String
    switch problem {
    case .blankName:
      message = "column without a name"
      hint = "the first line must hold the column names; write one there, or delete the column"
    case .indicatorIsSaid:
      message = "column 'INDICATOR' beside the indicator of the sidecar"
      hint = "delete the column here or 'indicator' in the sidecar"
    case .renamed(let other):
      message = "unknown column '\(name)', the sidecar calls it '\(other)'"
      hint = "write '\(other)', or change 'columns' in the sidecar"
    case .other:
      message = "unknown column '\(name)'"
      hint = "declare it under 'dimensions' in the sidecar, put remarks into COMMENT, or delete it"
    }
    if let closest { hint = "did you mean '\(closest)'?" }
    return Diagnostic(.error, "MP0301", message, at: position, hint: hint)
  }
}
