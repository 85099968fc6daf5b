extension SeriesTable {
  /// The columns as they lie in memory, for those who keep them elsewhere.
  ///
  /// Rows of `keys[i]` are `starts[i]..<starts[i + 1]`, sorted by period; `period` and `provenance` are places in
  /// `periods` and `provenances`.
  package struct Columns: Sendable {
    package var keys: [SeriesKey] = []
    package var starts: [Int] = [0]
    package var periods: [TimePeriod] = []
    package var provenances: [Provenance] = []
    package var period: [UInt16] = []
    /// 0 where `kind` says that there is no figure.
    package var number: [Double] = []
    /// Raw values of `CellKind`, or `confidential`.
    package var kind: [UInt8] = []
    package var status: [ObservationStatus] = []
    package var provenance: [UInt32] = []
    /// By row; values as published by their source have none.
    package var coverage: [UInt32: Coverage] = [:]

    /// The kind of a cell whose number is not kept.
    package static let confidential: UInt8 = 255

    package init() {}
  }
}
