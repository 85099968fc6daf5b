package import MilepostModel

/// How the CSV files of one dataflow are written: what its sidecar says beyond the `Dataflow`.
package struct DataLayout: Hashable, Sendable {
  package enum Delimiter: UInt8, Hashable, Sendable, CaseIterable {
    case comma = 0x2C
    case semicolon = 0x3B
    case tab = 0x09
  }

  package enum DecimalSign: UInt8, Hashable, Sendable, CaseIterable {
    case point = 0x2E
    case comma = 0x2C
  }

  /// A column that the file calls by another name than the workspace.
  package struct ColumnName: Hashable, Sendable {
    /// `REF_AREA`, `TIME_PERIOD`, `OBS_VALUE`, ... or the id of a dimension.
    package let ours: String
    /// The text of the header in the file, with the place of the sidecar that says so.
    package let inFile: Located<String>

    package init(ours: String, inFile: Located<String>) {
      self.ours = ours
      self.inFile = inFile
    }
  }

  /// What a text in the column of values means when it is not a number.
  package enum MarkMeaning: Hashable, Sendable {
    case missing(MissingReason)
    case belowUnit
  }

  /// A text such as `..`, or the empty text, that stands for no number.
  package struct MissingMark: Hashable, Sendable {
    package let mark: Located<String>
    package let meaning: MarkMeaning

    package init(mark: Located<String>, meaning: MarkMeaning) {
      self.mark = mark
      self.meaning = meaning
    }
  }

  /// In the order of the sidecar; columns that keep our name are absent.
  package let columns: [ColumnName]
  package let delimiter: Delimiter
  package let decimal: DecimalSign
  /// The sign between groups of three digits, for example a space or a no-break space; nil: none.
  package let thousands: Located<String>?
  /// Month, 1 to 12, in which `FY…` begins; nil: the sidecar does not say.
  package let fiscalYearStart: Located<Int>?
  /// Each mark once, in the order of the sidecar.
  package let missingMarks: [MissingMark]
  /// The place of the sidecar's `dataflow` key, for findings that have no nearer one.
  package let position: SourcePosition

  package init(
    columns: [ColumnName] = [], delimiter: Delimiter = .comma, decimal: DecimalSign = .point,
    thousands: Located<String>? = nil, fiscalYearStart: Located<Int>? = nil, missingMarks: [MissingMark] = [],
    position: SourcePosition
  ) {
    self.columns = columns
    self.delimiter = delimiter
    self.decimal = decimal
    self.thousands = thousands
    self.fiscalYearStart = fiscalYearStart
    self.missingMarks = missingMarks
    self.position = position
  }

  /// The header that the file has for one of our columns.
  package func header(of column: String) -> String {
    columns.first { $0.ours == column }?.inFile.value ?? column
  }

  /// What `text` stands for in the column of values; nil when the sidecar names no such mark.
  package func meaning(of text: String) -> MarkMeaning? {
    missingMarks.first { $0.mark.value == text }?.meaning
  }
}
