import MilepostLanguage
package import MilepostModel

/// Writes all series of an indicator as tidy CSV, one row for each value, one file for all languages.
///
/// Codes only, so that no translation is needed: REF_AREA, one column for each dimension, TIME_PERIOD, OBS_VALUE at full
/// precision, OBS_STATUS, CONF_STATUS, the four shares of coverage of computed values, VINTAGE, SOURCE, MISSING, NOTE.
package struct IndicatorTable {
  private let release: Release
  private var periods: [TimePeriod: [UInt8]] = [:]
  private var provenance: (value: Provenance, bytes: [UInt8])?

  package init(_ release: Release) { self.release = release }

  /// - Parameter bytes: emptied first; its capacity is used again.
  package mutating func write(_ indicator: Indicator.ID, into bytes: inout [UInt8]) {
    bytes.removeAll(keepingCapacity: true)
    let range = release.series.range(of: indicator)
    let dimensions = Set(range.flatMap { release.series.keys[$0].codes.map(\.dimension) }).sorted()
    let columns =
      ["REF_AREA"] + dimensions + [
        "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS", "CONF_STATUS", "COVERAGE_REPORTED", "COVERAGE_ESTIMATED",
        "COVERAGE_IMPUTED", "COVERAGE_MISSING", "VINTAGE", "SOURCE", "MISSING", "NOTE",
      ]
    bytes.append(contentsOf: columns.joined(separator: ",").utf8)
    bytes.append(UInt8(ascii: "\n"))
    var values = 0
    for index in range { values += release.series.estimates(at: index).count }
    bytes.reserveCapacity(bytes.count + values * 64)
    for index in range {
      let head = IndicatorTable.head(release.series.keys[index], dimensions)
      for estimate in release.series.estimates(at: index) { append(estimate, head, to: &bytes) }
    }
  }

  private static func head(_ key: SeriesKey, _ dimensions: [String]) -> [UInt8] {
    var cells = [CSVWriter.cell(key.area.text)]
    for dimension in dimensions {
      cells.append(CSVWriter.cell(key.codes.first { $0.dimension == dimension }?.code ?? SeriesKey.total))
    }
    return Array(cells.joined(separator: [UInt8(ascii: ",")])) + [UInt8(ascii: ",")]
  }

  private mutating func append(_ estimate: Estimate, _ head: [UInt8], to bytes: inout [UInt8]) {
    let comma = UInt8(ascii: ",")
    bytes.append(contentsOf: head)
    bytes.append(contentsOf: text(of: estimate.period))
    bytes.append(comma)
    if case .figure(let value) = estimate.value {
      bytes.appendNumber(value)
      bytes.append(comma)
      bytes.append(estimate.status.rawValue)
      bytes.append(contentsOf: ",F,".utf8)
      append(estimate.coverage, to: &bytes)
      bytes.append(contentsOf: text(of: estimate.provenance))
      bytes.append(contentsOf: ",\n".utf8)
      return
    }
    let cell = PublishedCell(estimate)
    if let number = cell.number { bytes.appendNumber(number) }
    bytes.append(contentsOf: ",\(cell.status),\(cell.confidentiality),".utf8)
    append(estimate.coverage, to: &bytes)
    bytes.append(contentsOf: text(of: estimate.provenance))
    if let missing = cell.missing { bytes.append(missing) }
    bytes.append(comma)
    if let note = cell.note { bytes.append(note) }
    bytes.append(UInt8(ascii: "\n"))
  }

  private func append(_ coverage: Coverage?, to bytes: inout [UInt8]) {
    guard let coverage else {
      bytes.append(contentsOf: ",,,,".utf8)
      return
    }
    for share in [coverage.reported, coverage.estimated, coverage.imputed, coverage.missing] {
      bytes.appendNumber(share)
      bytes.append(UInt8(ascii: ","))
    }
  }

  private mutating func text(of period: TimePeriod) -> [UInt8] {
    if let known = periods[period] { return known }
    let bytes = Array(period.description.utf8)
    periods[period] = bytes
    return bytes
  }

  private mutating func text(of value: Provenance) -> [UInt8] {
    if let provenance, provenance.value == value { return provenance.bytes }
    let bytes =
      Array(value.vintage.description.utf8) + [UInt8(ascii: ",")] + CSVWriter.cell(value.source.text) + [
        UInt8(ascii: ",")
      ]
    provenance = (value, bytes)
    return bytes
  }
}
