import MilepostModel

/// The columns of a table of records that its YAML file declares, for keys that name one.
struct FieldNames {
  private let names: [String]
  private let fields: Fields
  /// False when the declaration could not be read: then every name will do.
  private let isKnown: Bool
  private let unknown: @Sendable (_ name: String, _ known: [String], SourcePosition) -> Diagnostic

  init(
    _ names: [String], of fields: Fields, isKnown: Bool,
    unknown: @escaping @Sendable (_ name: String, _ known: [String], SourcePosition) -> Diagnostic
  ) {
    self.names = names
    self.fields = fields
    self.isKnown = isKnown
    self.unknown = unknown
  }

  func check(_ name: Located<String>, _ reader: inout NodeReader) { _ = place(of: name, &reader) }

  /// - Returns: nil, after a finding, when there is no such field.
  func place(of name: Located<String>, _ reader: inout NodeReader) -> Int? {
    let place = names.firstIndex(of: name.value)
    if place == nil, isKnown { reader.fail(unknown(name.value, names, name.position)) }
    return place
  }

  func place(_ key: Key<Located<String>>, _ reader: inout NodeReader) -> Int? {
    fields.read(key, &reader).flatMap { place(of: $0, &reader) }
  }

  func places(_ key: Key<[Located<String>]>, _ reader: inout NodeReader) -> [Int]? {
    fields.read(key, &reader)?.compactMap { place(of: $0, &reader) }
  }
}

/// The keys that say how a CSV file of records is written.
enum RecordLayoutKeys {
  static let columns = Key(
    optional: "columns",
    ValueForm<String>.text.located.map(keys: "^[a-z][a-z0-9-]*$", expected: "names of columns", String.fieldName),
    "What the file calls the columns; left ours, right theirs.")
  static let delimiter = Key(
    optional: "delimiter", .delimiter, "The sign between columns: ',' (default), ';' or a tab.")
  static let decimal = Key(optional: "decimal", .decimal, "The decimal sign: '.' (default) or ','.")
  static let thousands = Key(
    optional: "thousands", ValueForm<String>.thousands.located, "The sign between groups of three digits; default none."
  )

  /// - Parameters:
  ///   - id: the key under which the file names itself.
  ///   - names: the columns that there can be.
  static func read(
    _ fields: Fields, of id: String, _ names: FieldNames, _ reader: inout NodeReader
  ) -> DataLayout {
    let columns = fields.read(RecordLayoutKeys.columns, &reader) ?? []
    for column in columns { names.check(Located(column.key, at: column.keyPosition), &reader) }
    let delimiter = fields.read(RecordLayoutKeys.delimiter, &reader)
    let decimal = fields.read(RecordLayoutKeys.decimal, &reader)
    let thousands = fields.read(RecordLayoutKeys.thousands, &reader)
    if let thousands, thousands.value == (decimal ?? .point).rawValue.sign {
      reader.fail(.thousandsIsDecimal(thousands.value, at: thousands.position))
    }
    return DataLayout(
      columns: columns.map { .init(ours: $0.key, inFile: $0.value) }, delimiter: delimiter ?? .comma,
      decimal: decimal ?? .point, thousands: thousands, fiscalYearStart: nil, missingMarks: [],
      position: fields.pair(id)?.value.position ?? fields.position)
  }
}
