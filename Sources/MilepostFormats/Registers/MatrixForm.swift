import MilepostModel

/// A matrix as the register has it.
struct WrittenMatrix: Sendable {
  let rows: [Located<String>]
  let columns: Located<String>
  let value: Located<String>

  /// - Returns: nil after a finding.
  func matrix(_ fields: [Register.Field], _ names: FieldNames, _ reader: inout NodeReader) -> Register.Matrix? {
    let places = rows.map { names.place(of: $0, &reader) }
    let column = names.place(of: columns, &reader)
    let number = names.place(of: value, &reader)
    guard let column, let number, places.allSatisfy({ $0 != nil }), !places.isEmpty else { return nil }
    if ![.date, .period].contains(fields[column].kind) || fields[column].isMany {
      reader.fail(.matrixField(columns.value, "of dates or periods", at: columns.position))
    }
    if !fields[number].isNumber { reader.fail(.matrixField(value.value, "of numbers", at: value.position)) }
    return Register.Matrix(rows: places.compactMap(\.self), column: column, value: number)
  }
}

extension Register.Field {
  fileprivate var isNumber: Bool {
    switch kind {
    case .number: !isMany
    case .text, .figure, .date, .period, .yesNo, .code, .area, .element, .indicator, .record, .formula, .link,
      .latitude,
      .longitude:
      false
    }
  }
}

extension ValueForm where Value == WrittenMatrix {
  static let matrix = ValueForm.mapping(MatrixKeys.shape) { fields, reader in
    let rows = fields.read(MatrixKeys.rows, &reader)
    let columns = fields.read(MatrixKeys.columns, &reader)
    let value = fields.read(MatrixKeys.value, &reader)
    guard let rows, let columns, let value else { return nil }
    return WrittenMatrix(rows: rows, columns: columns, value: value)
  }
}

private enum MatrixKeys {
  static let rows = Key(
    required: "rows", ValueForm<String>.fieldName.located.list, "Fields that name a row.")
  static let columns = Key(
    required: "columns", ValueForm<String>.fieldName.located, "The field of dates or periods of the columns.")
  static let value = Key(required: "value", ValueForm<String>.fieldName.located, "The field of numbers that are shown.")

  static let shape = Shape("a matrix", rows, columns, value)
}

extension Diagnostic {
  fileprivate static func matrixField(_ field: String, _ kind: String, at position: SourcePosition) -> Self {
    Diagnostic(.error, "MP0150", "field '\(field)' is not one \(kind)", at: position)
  }
}
