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

  /// What a row says of its unit, as written.
  private struct Stated {
    let unit: String?
    let multiplier: String?
  }

  /// The code of numbers without a unit.
  private static let unitless = "IX"

  private let set: SDMX.DataSet
  private let columns: ImportColumns
  private let resolved: SDMX.ResolvedStructure?
  private let file: String
  private let unitMeasure: ImportAttribute
  private let unitMultiplier: ImportAttribute
  private let decimals: ImportAttribute
  private let status: ImportAttribute
  private let confidentiality: ImportAttribute
  private let comment: ImportAttribute
  private var parts: [Part] = []
  /// What the row before said of its unit, and the part that it is in.
  private var last: (stated: Stated, part: Int)?
  private var unstatedUnits = 0
  /// By the number of its code.
  private var partOfIndicator: [UInt32: Int] = [:]
  private var findings = FileFindings()
  /// What was not kept, with how often it occurred.
  private var unkept: [String: Int] = [:]

  init(_ set: SDMX.DataSet, _ columns: ImportColumns, _ resolved: SDMX.ResolvedStructure?, file: String) {
    self.set = set
    self.columns = columns
    self.resolved = resolved
    self.file = file
    unitMeasure = ImportAttribute(["UNIT_MEASURE"], in: set)
    unitMultiplier = ImportAttribute(["UNIT_MULT"], in: set)
    decimals = ImportAttribute(["DECIMALS"], in: set)
    status = ImportAttribute(["OBS_STATUS"], in: set)
    confidentiality = ImportAttribute(["CONF_STATUS"], in: set)
    comment = ImportAttribute(ImportRows.comments, in: set)
  }

  private static let comments = ["COMMENT_OBS", "COMMENT", "OBS_COMMENT"]

  mutating func rows(into diagnostics: inout Diagnostics) -> [Part] {
    for series in set.series where !series.rows.isEmpty { take(series) }
    for (what, count) in unkept.sorted(by: { $0.key < $1.key }) {
      findings.report(.notKept(what, count, file))
    }
    if unstatedUnits > 0 { findings.report(.noUnit(file)) }
    let kept = Swift.Set(["OBS_STATUS", "CONF_STATUS", "UNIT_MEASURE", "UNIT_MULT", "DECIMALS"] + ImportRows.comments)
    let layout = set.layout
    let single = (layout.attributes + layout.groups.flatMap(\.attributes)).map(\.id)
    let coded = (layout.observationAttributes + layout.seriesAttributes).filter { !$0.values.isEmpty }.map(\.id)
    var seen = kept
    for id in coded + single where seen.insert(id).inserted { findings.report(.attributeNotKept(id, file)) }
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
    let frequency = columns.frequency.flatMap(code)
    for row in series.rows {
      guard let text = time.value(series.observations.times[row]) else { continue }
      guard let period = ImportRows.period(text, frequency) else {
        findings.report(.periodWithoutPlace(text, at: place(row, series)))
        continue
      }
      guard let part = part(row, series), keepsUnit(part, row, series), let cell = cell(row, series) else { continue }
      parts[part].table.append(
        ImportedRow(
          area: area, indicator: columns.indicator.flatMap(code), codes: codes, period: period, cell: cell,
          line: Int32(clamping: series.observations.lines.isEmpty ? 0 : series.observations.lines[row])))
    }
  }

  /// Fiscal years become ranges of months, which need no word of the sidecar.
  private static func period(_ text: String, _ frequency: String?) -> TimePeriod? {
    guard let period = TimePeriod(sdmx: text, frequency: frequency) else { return nil }
    guard period.frequency == .fiscalYear else { return period }
    return TimePeriod(sdmx: text, frequency: nil)
  }

  /// The table for the unit of an observation; nil after a finding.
  private mutating func part(_ row: Int, _ series: SDMX.Series) -> Int? {
    let stated = Stated(
      unit: unitMeasure.value(row, of: series), multiplier: unitMultiplier.value(row, of: series))
    if let last, last.stated.unit == stated.unit, last.stated.multiplier == stated.multiplier { return last.part }
    var multiplier = 0
    if let text = stated.multiplier {
      guard let power = Int(text), (-30...30).contains(power) else {
        findings.report(.noMultiplier(text, at: place(row, series)))
        return nil
      }
      multiplier = power
    }
    if stated.unit == nil { unstatedUnits += 1 }
    let code = stated.unit ?? ImportRows.unitless
    let unit = SDMX.WorkspaceID.unit(ofCode: code, multiplier: multiplier)
    let part = parts.firstIndex { $0.unit == unit } ?? newPart(code, unit, decimals.value(row, of: series))
    last = (stated, part)
    return part
  }

  /// Whether the unit is that of the rows before, since an indicator has one.
  private mutating func keepsUnit(_ part: Int, _ row: Int, _ series: SDMX.Series) -> Bool {
    let number = columns.indicator.map { series.key[$0] } ?? SDMX.CodedComponent.absent
    guard let first = partOfIndicator[number], first != part else {
      partOfIndicator[number] = part
      return true
    }
    let indicator = columns.indicator.flatMap { set.layout.dimensions[$0].value(series.key[$0]) }
    findings.report(
      .unitChanges(
        indicator ?? set.layout.structure.id, parts[first].unit, parts[part].unit, at: place(row, series)))
    return false
  }

  private mutating func newPart(_ code: String, _ unit: UnitOfMeasure, _ decimals: String?) -> Int {
    let places = decimals.map { Int($0) } ?? 1
    if places == nil, let decimals { findings.report(.noDecimals(decimals, file)) }
    let table = ImportedTable(dimensions: columns.further.map(\.id))
    parts.append(Part(unitCode: code, unit: unit, decimals: min(9, max(0, places ?? 1)), table: table))
    return parts.count - 1
  }

  private mutating func cell(_ row: Int, _ series: SDMX.Series) -> ImportedValue? {
    let letter = self.status.value(row, of: series) ?? "A"
    let comment = self.comment.value(row, of: series)
    let status = ObservationStatus(rawValue: letter)
    let confidentiality = self.confidentiality.value(row, of: series).map {
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

  fileprivate static func noMultiplier(_ text: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1407", "'\(text.prefix(40))' in UNIT_MULT is no power of ten", at: position,
      hint: "UNIT_MULT is a whole number: 0 for units, 3 for thousands, 6 for millions")
  }

  fileprivate static func unitChanges(
    _ indicator: String, _ first: UnitOfMeasure, _ other: UnitOfMeasure, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP1415", "the unit of \(indicator) is \(other) here, and \(first) before", at: position,
      hint: "an indicator has one unit: ask for the data in one, or import each by itself")
  }

  fileprivate static func noDecimals(_ text: String, _ file: String) -> Self {
    Diagnostic(
      .warning, "MP1416", "'\(text.prefix(40))' in DECIMALS is no number of digits and is not kept",
      at: .wholeFile(file))
  }

  fileprivate static func noUnit(_ file: String) -> Self {
    Diagnostic(
      .warning, "MP1416", "the data says no unit of measure, and is taken for numbers of an index",
      at: .wholeFile(file),
      hint: "ask for UNIT_MEASURE, or correct 'unit' in the new sidecar")
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
