import MilepostModel

/// Rows of texts and numbers under named columns: one content for CSV and for a sheet of a workbook.
struct DataTable: Hashable, Sendable {
  enum Cell: Hashable, Sendable {
    case text(String)
    case number(Double)
    case empty

    init(_ text: String?) { self = text.map(Cell.text) ?? .empty }
    init(_ number: Double?) { self = number.map(Cell.number) ?? .empty }
  }

  let columns: [String]
  /// Each as long as `columns`.
  var rows: [[Cell]]

  init(columns: [String], rows: [[Cell]] = []) {
    self.columns = columns
    self.rows = rows
  }

  var csv: [UInt8] {
    var csv = CSVWriter()
    for column in columns { csv.text(column) }
    csv.endRow()
    for row in rows {
      for cell in row {
        switch cell {
        case .text(let text): csv.text(text)
        case .number(let number): csv.number(number)
        case .empty: csv.text(nil)
        }
      }
      csv.endRow()
    }
    return csv.bytes
  }
}

extension DataTable {
  /// The columns of a value: where it stands in `PublishedCell` and where it came from.
  static let valueColumns = ["OBS_STATUS", "CONF_STATUS"]
  static let coverageColumns = ["COVERAGE_REPORTED", "COVERAGE_ESTIMATED", "COVERAGE_IMPUTED", "COVERAGE_MISSING"]
  static let originColumns = ["VINTAGE", "SOURCE", "MISSING", "NOTE"]

  /// All series of an indicator: the cells of `IndicatorTable`.
  init(_ release: Release, _ indicator: Indicator.ID) {
    let range = release.series.range(of: indicator)
    let dimensions = Set(range.flatMap { release.series.keys[$0].codes.map(\.dimension) }).sorted()
    columns =
      ["REF_AREA"] + dimensions + ["TIME_PERIOD", "OBS_VALUE"] + DataTable.valueColumns + DataTable.coverageColumns
      + DataTable.originColumns
    rows = []
    for index in range {
      let key = release.series.keys[index]
      let codes = dimensions.map { dimension in
        Cell.text(key.codes.first { $0.dimension == dimension }?.code ?? SeriesKey.total)
      }
      for estimate in release.series.estimates(at: index) {
        let cell = PublishedCell(estimate)
        let coverage = estimate.coverage
        rows.append(
          [.text(key.area.text)] + codes + [
            .text(estimate.period.description), Cell(cell.number), .text(cell.status), .text(cell.confidentiality),
            Cell(coverage?.reported), Cell(coverage?.estimated), Cell(coverage?.imputed), Cell(coverage?.missing),
            .text(estimate.provenance.vintage.description), .text(estimate.provenance.source.text),
            Cell(cell.missing), Cell(cell.note),
          ])
      }
    }
  }
}
