import MilepostModel

/// The numbers of a dataflow are in the unit of the indicators that they belong to.
func unitsOfDataflows(_ index: DataIndex, into findings: inout DataFindings) {
  for dataflow in index.plan.draft.dataflows {
    for id in indicators(of: dataflow, index) {
      guard let indicator = index.plan.indicators[id], indicator.unit != dataflow.unit else { continue }
      findings.report(
        .unitDiffers(dataflow.unit, indicator, at: index.place(of: dataflow.id, "unit"), index.place(of: indicator)))
    }
  }
}

/// An indicator that names its sources takes data from no other.
func sourcesNotNamed(_ index: DataIndex, into findings: inout DataFindings) {
  for dataflow in index.plan.draft.dataflows {
    for id in indicators(of: dataflow, index) {
      guard let indicator = index.plan.indicators[id], !indicator.sources.isEmpty,
        !indicator.sources.contains(dataflow.source)
      else { continue }
      findings.report(
        .sourceNotNamed(
          dataflow.source, indicator, at: index.place(of: dataflow.id, "source"), index.place(of: indicator)))
    }
  }
}

/// Two dataflows with the same series need an order of preference, and one source says a series once.
func competingSources(_ index: DataIndex, into findings: inout DataFindings) {
  var counts: [Indicator.ID: Int] = [:]
  for dataflow in index.plan.draft.dataflows {
    for id in indicators(of: dataflow, index) { counts[id, default: 0] += 1 }
  }
  var owners: [SeriesKey: Dataflow] = [:]
  var reported: Set<[String]> = []
  for dataflow in index.plan.draft.dataflows {
    let tables = index.tables.filter { $0.table.dataflow == dataflow.id }
    for table in tables {
      for key in table.table.seriesKeys where counts[key.indicator] != 1 {
        guard let owner = owners[key] else {
          owners[key] = dataflow
          continue
        }
        guard owner.id != dataflow.id, let indicator = index.plan.indicators[key.indicator] else { continue }
        let isOrdered = owner.source != dataflow.source && !indicator.sources.isEmpty
        guard !isOrdered, reported.insert([owner.id.text, dataflow.id.text, key.indicator.text]).inserted else {
          continue
        }
        findings.report(
          .competingSources(
            key, dataflow, owner, at: index.place(of: dataflow.id, "source"), index.place(of: owner.id, "source")))
      }
    }
  }
}

private func indicators(of dataflow: Dataflow, _ index: DataIndex) -> [Indicator.ID] {
  if let indicator = dataflow.indicator { return [indicator] }
  let tables = index.tables.filter { $0.table.dataflow == dataflow.id }
  return Set(tables.flatMap { $0.table.seriesKeys.map(\.indicator) }).sorted()
}

extension DataIndex {
  fileprivate func place(of indicator: Indicator) -> SourcePosition {
    guard let number = plan.draft.plan.indicators.firstIndex(where: { $0.id == indicator.id }) else {
      return .wholeFile("milepost.yaml")
    }
    return plan.draft.places[.indicator, number]
  }
}

extension Diagnostic {
  fileprivate static func unitDiffers(
    _ unit: UnitOfMeasure, _ indicator: Indicator, at position: SourcePosition, _ other: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0406",
      "unit '\(unit)' of the data is not '\(indicator.unit)', the unit of indicator '\(indicator.id)'",
      at: position, hint: "convert the numbers, or correct the unit that is wrong",
      notes: [Note("the indicator", at: other)])
  }

  fileprivate static func sourceNotNamed(
    _ source: DataSource.ID, _ indicator: Indicator, at position: SourcePosition, _ other: SourcePosition
  ) -> Self {
    Diagnostic(
      .warning, "MP0407", "indicator '\(indicator.id)' does not name the source '\(source)', so this data is not used",
      at: position, hint: "add '\(source)' to the indicator's 'sources', or delete the table",
      notes: [Note("the indicator", at: other)])
  }

  fileprivate static func competingSources(
    _ key: SeriesKey, _ dataflow: Dataflow, _ owner: Dataflow, at position: SourcePosition, _ other: SourcePosition
  ) -> Self {
    let hint =
      owner.source == dataflow.source
      ? "keep the series in one dataflow of the source"
      : "name the sources of indicator '\(key.indicator)' in order of preference: "
        + "sources: [\(owner.source), \(dataflow.source)]"
    return Diagnostic(
      .error, "MP0408", "series \(key) stands in dataflows '\(owner.id)' and '\(dataflow.id)'", at: position,
      hint: hint,
      notes: [Note("the other dataflow", at: other)])
  }
}
