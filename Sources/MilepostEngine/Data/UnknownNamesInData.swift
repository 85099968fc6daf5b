import MilepostModel

/// The column INDICATOR names indicators of the plan.
func unknownIndicatorsInData(_ index: DataIndex, into findings: inout DataFindings) {
  let plan = index.plan
  for table in index.tables where plan.dataflows[table.table.dataflow]?.indicator == nil {
    let unknown = Set(table.table.seriesKeys.map(\.indicator)).filter { plan.indicators[$0] == nil }
    for id in unknown.sorted() {
      let closest = plan.plan.indicators.map(\.id.text).closest(to: id.text)
      findings.report(
        .unknownInData("MP0402", "indicator", id.text, closest, at: table.place(of: "INDICATOR", id.text)))
    }
  }
}

/// The column REF_AREA names areas and groups.
func unknownAreasInData(_ index: DataIndex, into findings: inout DataFindings) {
  let plan = index.plan
  let known = plan.areas.keys.map(\.text) + plan.groups.keys.map(\.text)
  for table in index.tables {
    let unknown = Set(table.table.seriesKeys.map(\.area)).filter { plan.areas[$0] == nil && plan.groups[$0] == nil }
    for id in unknown.sorted() {
      findings.report(
        .unknownInData(
          "MP0403", "area or group", id.text, known.closest(to: id.text), at: table.place(of: "REF_AREA", id.text)))
    }
  }
}

/// The column of a dimension holds codes of its codelist, or `_T`.
func unknownCodesInData(_ index: DataIndex, into findings: inout DataFindings) {
  let plan = index.plan
  for table in index.tables {
    guard let dataflow = plan.dataflows[table.table.dataflow] else { continue }
    let codelists = Dictionary(
      dataflow.structure.dimensions.map { ($0.id, plan.codelists[$0.codelist]) },
      uniquingKeysWith: { first, _ in first })
    for code in Set(table.table.seriesKeys.flatMap(\.codes)).sorted() {
      guard let list = codelists[code.dimension] ?? nil, !list.codes.contains(where: { $0.id == code.code }) else {
        continue
      }
      let closest = list.codes.map(\.id).closest(to: code.code)
      findings.report(
        .unknownInData(
          "MP0404", "code of \(code.dimension)", code.code, closest, at: table.place(of: code.dimension, code.code)))
    }
  }
}

extension Diagnostic {
  fileprivate static func unknownInData(
    _ code: String, _ noun: String, _ id: String, _ closest: String?, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, code, "unknown \(noun) '\(id)' in the data", at: position, hint: closest.map { "did you mean '\($0)'?" })
  }
}
