/// The rows of one vintage of one dataflow, by column, in the order of the file.
///
/// A row costs 28 bytes. Positions are kept because rules name the cell that is at fault.
package struct ObservationTable: Sendable {
  package let dataflow: Dataflow.ID
  package let vintage: Vintage
  /// Dictionary of the column `series`.
  package let seriesKeys: [SeriesKey]
  /// Dictionary of the column `period`.
  package let periods: [TimePeriod]

  package let series: [UInt32]
  package let period: [UInt16]
  /// 0 where `kind` says that there is no figure.
  package let number: [Double]
  package let kind: [CellKind]
  package let status: [ObservationStatus]
  package let confidentiality: [Confidentiality]
  /// Line of the row, from 1.
  package let line: [UInt32]
  /// Column at which the value's field begins, from 1; 65,535 when it begins later.
  package let column: [UInt16]
  /// Column at which the period's field begins, counted likewise.
  package let periodColumn: [UInt16]
  /// Where each code of an area, an indicator or a dimension stands first, by column (`REF_AREA`, `INDICATOR`, the
  /// dimension's id) and text.
  package let firstPlaces: [DimensionCode: SourcePosition]
  /// False when rows of the file were left out because of findings.
  package let isWhole: Bool

  package init(
    dataflow: Dataflow.ID, vintage: Vintage, seriesKeys: [SeriesKey], periods: [TimePeriod], series: [UInt32],
    period: [UInt16], number: [Double], kind: [CellKind], status: [ObservationStatus],
    confidentiality: [Confidentiality], line: [UInt32], column: [UInt16], periodColumn: [UInt16],
    firstPlaces: [DimensionCode: SourcePosition] = [:], isWhole: Bool = true
  ) {
    self.dataflow = dataflow
    self.vintage = vintage
    self.seriesKeys = seriesKeys
    self.periods = periods
    self.series = series
    self.period = period
    self.number = number
    self.kind = kind
    self.status = status
    self.confidentiality = confidentiality
    self.line = line
    self.column = column
    self.periodColumn = periodColumn
    self.firstPlaces = firstPlaces
    self.isWhole = isWhole
  }

  package var count: Int { series.count }

  package func value(at row: Int) -> ObservedValue { kind[row].value(number[row]) }

  /// The place of the value of a row.
  package func position(at row: Int) -> SourcePosition {
    SourcePosition(file: vintage.file, line: Int(line[row]), column: Int(column[row]))
  }

  /// The place of the period of a row.
  package func periodPosition(at row: Int) -> SourcePosition {
    SourcePosition(file: vintage.file, line: Int(line[row]), column: Int(periodColumn[row]))
  }

  package func observation(at row: Int) -> Observation {
    Observation(
      periods[Int(period[row])], value(at: row), status: status[row], confidentiality: confidentiality[row])
  }
}

/// An `ObservedValue` without its number, in one byte.
package enum CellKind: UInt8, Sendable, Hashable {
  case figure, belowUnit, notCollected, notApplicable, refused, notDue, unknown, suppressed

  package init(_ value: ObservedValue) {
    switch value {
    case .figure: self = .figure
    case .belowUnit: self = .belowUnit
    case .missing(let reason): self.init(reason)
    }
  }

  package init(_ reason: MissingReason) {
    switch reason {
    case .notCollected: self = .notCollected
    case .notApplicable: self = .notApplicable
    case .refused: self = .refused
    case .notDue: self = .notDue
    case .unknown: self = .unknown
    case .suppressed: self = .suppressed
    }
  }

  package var missingReason: MissingReason? {
    switch self {
    case .figure, .belowUnit: nil
    case .notCollected: .notCollected
    case .notApplicable: .notApplicable
    case .refused: .refused
    case .notDue: .notDue
    case .unknown: .unknown
    case .suppressed: .suppressed
    }
  }

  package func value(_ number: Double) -> ObservedValue {
    if let missingReason { return .missing(missingReason) }
    return self == .belowUnit ? .belowUnit : .figure(number)
  }
}
