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
  let count: Int

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
    var isComplete = true
    let unused = header.indices.filter { !places.values.contains($0) }.map { header[$0] }
    for name in required where places[name] == nil {
      let expected = layout.header(of: name)
      let closest = unused.map(\.value).closest(to: expected)
      findings.report(.missingColumn(name, as: expected, closest: closest, at: header[0].position))
      isComplete = false
    }
    for field in unused {
      let expected = names.filter { places[$0] == nil }.map(layout.header)
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
    count = header.count
  }
}

/// Why a column of the file is not known.
enum UnknownColumn {
  case blankName
  case blanksAround(String)
  /// The sidecar names the indicator of every row.
  case indicatorIsSaid
  /// The sidecar calls our column by another name.
  case renamed(to: String)
  case other

  init(_ name: String, isIndicatorSaid: Bool, renamed: [DataLayout.ColumnName]) {
    let trimmed = name.trimmedOfBlanks
    if trimmed.isEmpty {
      self = .blankName
    } else if trimmed != name {
      self = .blanksAround(trimmed)
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
    let hint = closest.map { "is it '\($0)'? say so in the sidecar: columns: {\(name): \($0)}" }
    return Diagnostic(.error, "MP0302", "there is no column \(what)", at: position, hint: hint)
  }

  fileprivate static func unknownColumn(
    _ name: String, _ problem: UnknownColumn, closest: String?, at position: SourcePosition
  ) -> Self {
    let message: String
    var hint: String
    switch problem {
    case .blankName:
      message = "column without a name"
      hint = "delete the column, or write its name"
    case .blanksAround(let trimmed):
      message = "blanks around the column's name '\(name)'"
      hint = "write '\(trimmed)'"
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
