package import MilepostModel

/// A value of a release with the series it belongs to.
package struct KeyedEstimate: Hashable, Sendable {
  package let key: SeriesKey
  package let estimate: Estimate

  package init(_ key: SeriesKey, _ estimate: Estimate) {
    self.key = key
    self.estimate = estimate
  }
}

/// `query --format json`.
package func queryDocument(_ found: [KeyedEstimate]) -> [UInt8] {
  JSONWriter.document { $0.observations(found) }
}

extension JSONWriter {
  package mutating func observations(_ found: some Sequence<KeyedEstimate>) {
    key("observations")
    array(found) { json, found in
      json.object { json in
        let cell = PublishedCell(found.estimate)
        json.member("indicator", found.key.indicator.text)
        json.member("area", found.key.area.text)
        json.key("dimensions")
        json.object { json in
          for code in found.key.codes { json.member(named: code.dimension, code.code) }
        }
        json.member("period", found.estimate.period.description)
        json.member("value", cell.number)
        json.member("status", cell.status)
        json.member("confidentiality", cell.confidentiality)
        json.coverage(found.estimate.coverage)
        json.member("vintage", found.estimate.provenance.vintage.description)
        json.member("source", found.estimate.provenance.source.text)
        json.member("computed", found.estimate.provenance.isComputed)
        json.member("missing", cell.missing)
        json.member("note", cell.note)
      }
    }
  }
}

/// `query --format csv`.
package func queryTable(_ found: [KeyedEstimate]) -> [UInt8] {
  var csv = CSVWriter()
  let dimensions = Set(found.flatMap { $0.key.codes.map(\.dimension) }).sorted()
  let columns =
    ["INDICATOR", "REF_AREA"] + dimensions + [
      "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS", "CONF_STATUS", "COVERAGE_REPORTED", "COVERAGE_ESTIMATED",
      "COVERAGE_IMPUTED", "COVERAGE_MISSING", "VINTAGE", "SOURCE", "MISSING", "NOTE",
    ]
  for column in columns { csv.text(column) }
  csv.endRow()
  for found in found {
    let cell = PublishedCell(found.estimate)
    let coverage = found.estimate.coverage
    csv.text(found.key.indicator.text)
    csv.text(found.key.area.text)
    for dimension in dimensions {
      csv.text(found.key.codes.first { $0.dimension == dimension }?.code ?? SeriesKey.total)
    }
    csv.text(found.estimate.period.description)
    csv.number(cell.number)
    csv.text(cell.status)
    csv.text(cell.confidentiality)
    for share in [coverage?.reported, coverage?.estimated, coverage?.imputed, coverage?.missing] { csv.number(share) }
    csv.text(found.estimate.provenance.vintage.description)
    csv.text(found.estimate.provenance.source.text)
    csv.text(cell.missing)
    csv.text(cell.note)
    csv.endRow()
  }
  return csv.bytes
}
