import MilepostExchange
import MilepostFormats
import MilepostLanguage
import MilepostModel

/// Turns the observations of a data set into rows of the workspace, one table for each unit of measure.
struct ImportRows {
  struct Part {
    let unitCode: String
    let unit: UnitOfMeasure
    let decimals: Int
    var table: ImportedTable
  }

  private let set: SDMX.DataSet
  private let columns: ImportColumns
  private let resolved: SDMX.ResolvedStructure?
  private let file: String
  private var parts: [Part] = []
  private var findings = FileFindings()
  /// What was not kept, with how often it occurred.
  private var unkept: [String: Int] = [:]

  init(_ set: SDMX.DataSet, _ columns: ImportColumns, _ resolved: SDMX.ResolvedStructure?, file: String) {
    self.set = set
    self.columns = columns
    self.resolved = resolved
    self.file = file
  }

  mutating func rows(into diagnostics: inout Diagnostics) -> [Part] {
    for series in set.series where !series.rows.isEmpty { take(series) }
    for (what, count) in unkept.sorted(by: { $0.key < $1.key }) {
      findings.report(.notKept(what, count, file))
    }
    let kept: Swift.Set<String> = [
      "OBS_STATUS", "CONF_STATUS", "UNIT_MEASURE", "UNIT_MULT", "DECIMALS", "COMMENT_OBS", "COMMENT", "OBS_COMMENT",
    ]
    let attributes = set.layout.observationAttributes + set.layout.seriesAttributes
    for id in attributes.filter({ !$0.values.isEmpty }).map(\.id) + set.layout.attributes.map(\.id)
    where !kept.contains(id) {
      findings.report(.attributeNotKept(id, file))
    }
    findings.finish(into: &diagnostics)
    return parts
  }

  private func place(_ row: Int, _ series: SDMX.Series) -> SourcePosition {
    let lines = series.observations.lines
    return lines.isEmpty ? .wholeFile(file) : SourcePosition(file: file, line: Int(lines[row]), column: 1)
  }

  private mutating func take(_ series: SDMX.Series) {
    let layout = set.layout
    func code(_ index: Int) -> String? { layout.dimensions[index].value(series.key[index]) }
    guard let area = code(columns.area), let time = layout.time else { return }
    let isCode = area.utf8.allSatisfy { $0.isDigit || $0 == UInt8(ascii: "_") || (0x41...0x5A).contains($0) }
    guard isCode else {
      findings.report(.areaForm(area, at: place(series.rows.lowerBound, series)))
      return
    }
    let codes = columns.further.map { code($0.index) ?? SeriesKey.total }
    let part = part(of: series)
    let frequency = columns.frequency.flatMap(code)
    for row in series.rows {
      guard let text = time.value(series.observations.times[row]) else { continue }
      guard let period = ImportRows.period(text, frequency) else {
        findings.report(.periodWithoutPlace(text, at: place(row, series)))
        continue
      }
      guard let cell = cell(row, series) else { continue }
      parts[part].table.append(
        ImportedRow(
          area: area, indicator: columns.indicator.flatMap(code), codes: codes, period: period, cell: cell))
    }
  }

  /// Fiscal years become ranges of months, which need no word of the sidecar.
  private static func period(_ text: String, _ frequency: String?) -> TimePeriod? {
    guard let period = TimePeriod(sdmx: text, frequency: frequency) else { return nil }
    guard period.frequency == .fiscalYear else { return period }
    return TimePeriod(sdmx: text, frequency: nil)
  }

  /// The value of an attribute of a row, from wherever it stands.
  private func attribute(_ ids: [String], _ row: Int?, _ series: SDMX.Series) -> String? {
    let layout = set.layout
    for id in ids {
      if let row, let place = layout.observationAttributes.firstIndex(where: { $0.id == id }),
        let value = layout.observationAttributes[place].value(series.observations.attributes[place][row])
      {
        return value
      }
      if let place = layout.seriesAttributes.firstIndex(where: { $0.id == id }),
        let value = layout.seriesAttributes[place].value(series.attributes[place])
      {
        return value
      }
      for group in layout.groups where layout.holds(series, group) {
        if let value = group.attributes.first(where: { $0.id == id })?.value { return value }
      }
      if let value = layout.attributes.first(where: { $0.id == id })?.value { return value }
    }
    return nil
  }

  /// The table for the unit of a series.
  private mutating func part(of series: SDMX.Series) -> Int {
    let first = series.rows.first
    let code = attribute(["UNIT_MEASURE"], first, series) ?? "IX"
    let multiplier = attribute(["UNIT_MULT"], first, series).flatMap { Int($0) } ?? 0
    let decimals = attribute(["DECIMALS"], first, series).flatMap { Int($0) } ?? 1
    let unit = SDMX.WorkspaceID.unit(ofCode: code, multiplier: multiplier)
    if let known = parts.firstIndex(where: { $0.unit == unit }) { return known }
    let table = ImportedTable(dimensions: columns.further.map(\.id))
    parts.append(Part(unitCode: code, unit: unit, decimals: min(9, max(0, decimals)), table: table))
    return parts.count - 1
  }

  private mutating func cell(_ row: Int, _ series: SDMX.Series) -> ImportedValue? {
    let letter = attribute(["OBS_STATUS"], row, series) ?? "A"
    let comment = attribute(["COMMENT_OBS", "COMMENT", "OBS_COMMENT"], row, series)
    let status = ObservationStatus(rawValue: letter)
    let confidentiality = attribute(["CONF_STATUS"], row, series).map {
      Confidentiality(rawValue: $0) ?? .notForPublication
    }
    var value = ""
    switch series.observations.measures[0][row] {
    case .number(let number) where number.canBeAFigure: value = String(machine: number)
    case .text(let text) where SDMX.MeasureValue.isNumber(text): value = text
    case .absent, .notANumber: value = ""
    case .number(let number):
      findings.report(.valueWithoutPlace(number.description, at: place(row, series)))
      return nil
    case .text(let text):
      findings.report(.valueWithoutPlace(text, at: place(row, series)))
      return nil
    }
    var reason: String?
    switch letter {
    case "N" where value.isEmpty || value == "0":
      reason = "below-unit"
      value = ""
    case "L" where value.isEmpty: reason = MissingReason.notCollected.rawValue
    case "M" where value.isEmpty: reason = MissingReason.notApplicable.rawValue
    case "Q" where value.isEmpty: reason = MissingReason.suppressed.rawValue
    default: reason = value.isEmpty ? ImportRows.otherReason(comment, confidentiality) : nil
    }
    if status == nil, reason == nil { unkept["status '\(letter)'", default: 0] += 1 }
    return ImportedValue(
      value: value, status: status ?? .reported, confidentiality: confidentiality ?? .free, reason: reason,
      comment: comment == reason ? nil : comment)
  }

  /// The word for a missing value whose status says no more; ours stand in the comment.
  private static func otherReason(_ comment: String?, _ confidentiality: Confidentiality?) -> String {
    if let reason = comment.flatMap({ MissingReason(rawValue: $0) }) { return reason.rawValue }
    let isHidden = confidentiality?.isConfidential == true
    return (isHidden ? MissingReason.suppressed : .unknown).rawValue
  }
}

extension Diagnostic {
  fileprivate static func notKept(_ what: String, _ count: Int, _ file: String) -> Self {
    Diagnostic(
      .warning, "MP1416", "\(what) has no place in a workspace and became 'A', \(count) times", at: .wholeFile(file))
  }

  fileprivate static func attributeNotKept(_ id: String, _ file: String) -> Self {
    Diagnostic(.warning, "MP1416", "attribute \(id) has no place in a workspace and is not kept", at: .wholeFile(file))
  }

  fileprivate static func areaForm(_ code: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1415", "'\(code)' is no code of an area here: A to Z, digits and underscores", at: position)
  }

  fileprivate static func periodWithoutPlace(_ text: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1415", "period '\(text)' has no form in a workspace", at: position,
      hint: "weeks and thirds of a year are not kept; give them as a start and a duration, 2020-01-06/P7D")
  }

  fileprivate static func valueWithoutPlace(_ text: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1407", "'\(text.prefix(40))' is no figure", at: position, hint: "figures are numbers up to 1e100")
  }
}
