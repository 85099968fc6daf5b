package import MilepostModel

extension SDMX {
  /// A release as SDMX: its artefacts, and the data of its dataflows.
  ///
  /// All artefacts are of the workspace's agency and have version 1.0.0. Each dataflow of the workspace is one here; the
  /// flow `INDICATORS` holds every published series, computed ones too.
  package struct ReleaseMapping: Sendable {
    package let structures: Structures
    package let flows: [Flow]
    private let release: Release

    /// A dataflow with the series it holds.
    package struct Flow: Sendable {
      package let dataflow: Dataflow
      /// Its further dimensions, in the order of the key.
      package let dimensions: [String]
      /// Places in the series of the release.
      let series: [Int]

      package var reference: Reference { dataflow.reference }
    }

    package init(_ release: Release) {
      self.release = release
      let artefacts = WorkspaceArtefacts(release)
      flows = artefacts.flows
      structures = artefacts.structures
    }

    package func flow(_ id: String) -> Flow? { flows.first { $0.dataflow.id == id } }

    /// Frequency, area, indicator, then further dimensions.
    package static let keyDimensions = ["FREQ", "REF_AREA", "INDICATOR"]

    /// The observations of a flow; series in the order of the release, each split by frequency.
    package func dataSet(of flow: Flow, action: Action = .information) -> DataSet {
      var builder = DataSetBuilder(
        structure: flow.reference, dimensions: ReleaseMapping.keyDimensions + flow.dimensions, time: "TIME_PERIOD",
        measures: ["OBS_VALUE"], seriesAttributes: ["UNIT_MEASURE", "UNIT_MULT", "DECIMALS"],
        observationAttributes: ["OBS_STATUS", "CONF_STATUS", "COMMENT_OBS"])
      builder.action = action
      let indicators = Dictionary(release.plan.indicators.map { ($0.id, $0) }) { first, _ in first }
      var periods: [TimePeriod: String] = [:]
      for place in flow.series {
        let key = release.series.keys[place]
        let codes = flow.dimensions.map { dimension in
          key.codes.first { $0.dimension == dimension }?.code ?? SeriesKey.total
        }
        var series: [String: Int] = [:]
        for estimate in release.series.estimates(at: place) {
          let frequency = estimate.period.sdmxFrequency
          let index = series[frequency] ?? newSeries(&builder, frequency, key, codes, indicators[key.indicator])
          series[frequency] = index
          let period = periods[estimate.period] ?? estimate.period.sdmxText
          periods[estimate.period] = period
          let cell = SDMXCell(estimate)
          let row = builder.append(toSeries: index, time: period, value: cell.value)
          builder.set(observationAttribute: 0, of: row, to: cell.status)
          builder.set(observationAttribute: 1, of: row, to: cell.confidentiality)
          builder.set(observationAttribute: 2, of: row, to: cell.comment)
        }
      }
      return builder.finish()
    }

    private func newSeries(
      _ builder: inout DataSetBuilder, _ frequency: String, _ key: SeriesKey, _ codes: [String], _ indicator: Indicator?
    ) -> Int {
      let index = builder.series(
        [frequency, WorkspaceID.code(key.area.text), WorkspaceID.code(key.indicator.text)] + codes)
      guard let indicator else { return index }
      builder.set(seriesAttribute: 0, of: index, to: WorkspaceID.unit(indicator.unit))
      builder.set(seriesAttribute: 1, of: index, to: String(indicator.unit.multiplier))
      builder.set(seriesAttribute: 2, of: index, to: String(indicator.decimals))
      return index
    }
  }
}
