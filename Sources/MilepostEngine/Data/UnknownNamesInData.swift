import MilepostModel

/// The column INDICATOR names indicators of the plan.
func unknownIndicatorsInData(_ index: DataIndex, into findings: inout DataFindings) {
  let plan = index.plan
  let known = plan.plan.indicators.map(\.id.text)
  for table in index.tables where plan.dataflows[table.table.dataflow]?.indicator == nil {
    let unknown = Set(table.table.seriesKeys.map(\.indicator)).filter { plan.indicators[$0] == nil }
    for id in unknown.sorted() {
      report("MP0402", "indicator", id.text, table.place(of: "INDICATOR", id.text), known, into: &findings)
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
      report("MP0403", "area or group", id.text, table.place(of: "REF_AREA", id.text), known, into: &findings)
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
      report(
        "MP0404", "code of \(code.dimension)", code.code, table.place(of: code.dimension, code.code),
        list.codes.map(\.id), into: &findings)
    }
  }
}

private func report(
  _ code: String, _ noun: String, _ id: String, _ position: SourcePosition, _ known: [String],
  into findings: inout DataFindings
) {
  let closest = findings.lists(code, in: position.file) ? known.closest(to: id) : nil
  findings.report(.unknownInData(code, noun, id, closest, at: position))
}

extension Diagnostic {
  fileprivate static func unknownInData(
    _ code: String, _ noun: String, _ id: String, _ closest: String?, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, code, "unknown \(noun) '\(id)' in the data", at: position, hint: closest.map { "did you mean '\($0)'?" })
  }
}
