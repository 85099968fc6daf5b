import MilepostModel

/// A YAML file of `data/` beside its CSV files.
struct Sidecar: Sendable {
  let dataflow: Dataflow
  let layout: DataLayout
  /// The places of the files' names, one for each vintage.
  let filePositions: [SourcePosition]

  static let form = ValueForm<Sidecar>.mapping(SidecarKeys.shape) { fields, reader in
    let id = fields.read(SidecarKeys.dataflow, &reader)
    if let pair = fields.pair("dataflow") { reader.record("id", at: pair.value.position) }
    let title = fields.read(ElementKeys.title, &reader)
    let indicator = fields.read(SidecarKeys.indicator, &reader)
    let source = fields.read(SidecarKeys.source, &reader)
    let unit = fields.read(SidecarKeys.unit, &reader)
    let dimensions = fields.read(SidecarKeys.dimensions, &reader)
    let vintages = fields.read(SidecarKeys.vintages, &reader)
    let layout = layout(fields, dimensions: (dimensions ?? []).map(\.id), &reader)
    guard let id, let title, let source, let unit, let vintages else { return nil }
    let folder = reader.file.split(separator: "/").dropLast().joined(separator: "/")
    return Sidecar(
      dataflow: Dataflow(
        id: id, title: title, indicator: indicator, structure: DataStructure(dimensions: dimensions ?? []),
        unit: unit, source: source,
        vintages: vintages.map { $0.vintage(in: folder) }, file: reader.file),
      layout: layout, filePositions: vintages.map(\.file.position))
  }

  private static func layout(_ fields: Fields, dimensions: [String], _ reader: inout NodeReader) -> DataLayout {
    let columns = fields.read(SidecarKeys.columns, &reader) ?? []
    let known = DataLayout.columnNames + dimensions
    for column in columns where !known.contains(column.key) {
      reader.fail(.unknownColumn(column.key, among: known, at: column.keyPosition))
    }
    let delimiter = fields.read(SidecarKeys.delimiter, &reader)
    let decimal = fields.read(SidecarKeys.decimal, &reader)
    let thousands = fields.read(SidecarKeys.thousands, &reader)
    let fiscalYearStart = fields.read(SidecarKeys.fiscalYearStart, &reader)
    let missing = fields.read(SidecarKeys.missing, &reader)
    if let thousands, thousands.value == (decimal ?? .point).rawValue.sign {
      reader.fail(.thousandsIsDecimal(thousands.value, at: thousands.position))
    }
    return DataLayout(
      columns: columns.map { .init(ours: $0.key, inFile: $0.value) }, delimiter: delimiter ?? .comma,
      decimal: decimal ?? .point, thousands: thousands, fiscalYearStart: fiscalYearStart,
      missingMarks: missing ?? [], position: fields.pair("dataflow")?.value.position ?? fields.position)
  }
}

extension DataLayout {
  /// The columns that every table may have; dimensions come besides.
  static let columnNames = [
    "REF_AREA", "TIME_PERIOD", "OBS_VALUE", "INDICATOR", "OBS_STATUS", "CONF_STATUS", "MISSING", "COMMENT",
  ]
}

extension UInt8 {
  var sign: String { String(Unicode.Scalar(self)) }
}

private enum SidecarKeys {
  static let dataflow = Key(required: "dataflow", .id(of: Dataflow.self), "Id of the table, unique among dataflows.")
  static let indicator = Key(
    optional: "indicator", .id(of: Indicator.self),
    "Id of the indicator of all rows; left out when the table has a column INDICATOR.")
  static let source = Key(required: "source", .id(of: DataSource.self), "Id of the source, as in data/sources.yaml.")
  static let unit = Key(required: "unit", .unit, "The unit of the numbers in the files.")
  static let dimensions = Key(
    optional: "dimensions", .dimensions, "Columns that break the values down, each with its codelist: {SEX: SEX}.")
  static let columns = Key(
    optional: "columns",
    ValueForm<String>.text.located.map(keys: "^[A-Z0-9_]+$", expected: "names of columns") { pair, reader -> String? in
      pair.key
    }, "What the files call the columns; left ours, right theirs.")
  static let delimiter = Key(
    optional: "delimiter", .delimiter, "The sign between columns: ',' (default), ';' or a tab.")
  static let decimal = Key(optional: "decimal", .decimal, "The decimal sign: '.' (default) or ','.")
  static let thousands = Key(
    optional: "thousands", ValueForm<String>.thousands.located, "The sign between groups of three digits; default none."
  )
  static let fiscalYearStart = Key(
    optional: "fiscal-year-start", ValueForm<Int>.integer(in: 1...12).located, "The month in which FY2019 begins.")
  static let missing = Key(
    optional: "missing", .missingMarks, "What texts in place of a number mean: {\"..\": not-collected}.")
  static let vintages = Key(
    required: "vintages", ValueForm<WrittenVintage>.vintage.list, "The files, each with the date of its publication.")

  static let shape = Shape(
    "a sidecar", dataflow, ElementKeys.title, indicator, source, unit, dimensions, columns, delimiter, decimal,
    thousands, fiscalYearStart, missing, vintages)
}

extension ValueForm where Value == [DataStructure.Dimension] {
  fileprivate static let dimensions: ValueForm = {
    let entries = ValueForm<Codelist.ID>.codelist.map(
      keys: "^[A-Z0-9_]+$", expected: "codelists by column", String.dimension)
    return entries.map { $0.map { DataStructure.Dimension(id: $0.key, codelist: $0.value) } }
  }()
}

extension ValueForm where Value == String {
  /// One sign that is no digit and no sign of numbers.
  static let thousands = ValueForm(
    JSONSchema([.init("type", .text("string")), .init("pattern", .text("^[^0-9A-Za-z+\\-]$"))])
  ) { node, reader in
    guard let text = reader.scalar(node, expected: "a sign between thousands") else { return nil }
    let isSign =
      text.unicodeScalars.count == 1 && text.utf8.allSatisfy { !$0.isLetterOrDigit && $0 != 0x2B && $0 != 0x2D }
    guard isSign else {
      reader.fail(.notUnderstood(text, expected: "one sign such as \" \"", at: node.position))
      return nil
    }
    return text
  }
}

extension ValueForm where Value == DataLayout.Delimiter {
  static let delimiter = ValueForm(
    JSONSchema([.init("enum", .texts([",", ";", "\t", "tab"]))])
  ) { node, reader in
    guard let text = reader.scalar(node, expected: "a delimiter") else { return nil }
    switch text {
    case ",": return .comma
    case ";": return .semicolon
    case "\t", "tab": return .tab
    default:
      reader.fail(.notUnderstood(text, expected: "\",\", \";\" or tab", at: node.position))
      return nil
    }
  }
}

extension ValueForm where Value == DataLayout.DecimalSign {
  static let decimal = ValueForm(JSONSchema([.init("enum", .texts([".", ","]))])) { node, reader in
    guard let text = reader.scalar(node, expected: "a decimal sign") else { return nil }
    guard let sign = DataLayout.DecimalSign.allCases.first(where: { $0.rawValue.sign == text }) else {
      reader.fail(.notUnderstood(text, expected: "\".\" or \",\"", at: node.position))
      return nil
    }
    return sign
  }
}

/// What a mark may mean, as words.
private enum MarkWord: String, CaseIterable, Sendable {
  case notCollected = "not-collected"
  case notApplicable = "not-applicable"
  case refused
  case notDue = "not-due"
  case unknown
  case suppressed
  case belowUnit = "below-unit"

  var meaning: DataLayout.MarkMeaning {
    switch self {
    case .notCollected: .missing(.notCollected)
    case .notApplicable: .missing(.notApplicable)
    case .refused: .missing(.refused)
    case .notDue: .missing(.notDue)
    case .unknown: .missing(.unknown)
    case .suppressed: .missing(.suppressed)
    case .belowUnit: .belowUnit
    }
  }
}

extension ValueForm where Value == [DataLayout.MissingMark] {
  fileprivate static let missingMarks: ValueForm = {
    let entries = ValueForm<MarkWord>.word.map(keys: "", expected: "meanings by mark") { pair, reader -> String? in
      pair.key
    }
    return entries.map { entries in
      entries.map { .init(mark: Located($0.key, at: $0.keyPosition), meaning: $0.value.meaning) }
    }
  }()
}

extension Diagnostic {
  static func unknownColumn(_ name: String, among known: [String], at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0108", "unknown column '\(name)'", at: position,
      hint: known.closest(to: name).map { "did you mean '\($0)'?" }
        ?? "left stands our name: \(known.joined(separator: ", "))")
  }

  static func thousandsIsDecimal(_ sign: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0107", "'\(sign)' cannot be the sign of thousands and of decimals", at: position,
      hint: "write the decimal sign under 'decimal'")
  }
}
