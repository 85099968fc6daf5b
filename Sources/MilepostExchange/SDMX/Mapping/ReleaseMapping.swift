package import MilepostModel

extension SDMX {
  /// A release as SDMX: its artefacts, and the data of its dataflows.
  ///
  /// All artefacts are of the workspace's agency and have version 1.0.0. Each dataflow of the workspace is one here; the
  /// flow `INDICATORS` holds every published series, computed ones too.
  package struct ReleaseMapping: Sendable {
    package let structures: Structures
    package let flows: [Flow]
    private let outline: WorkspaceOutline
    private let series: SeriesTable
    /// Places in the series of the release.
    private let owned: [MilepostModel.Dataflow.ID: [Int]]

    package init(_ release: Release) {
      outline = WorkspaceOutline(release)
      series = release.series
      let owners = SeriesOwners(release)
      owned = Dictionary(grouping: series.keys.indices.filter { owners.owner(of: $0) != nil }) { place in
        guard let owner = owners.owner(of: place) else { preconditionFailure("those without an owner were left out") }
        return owner
      }
      let keys = release.series.keys
      let artefacts = WorkspaceArtefacts(outline, holding: owned.mapValues { Set($0.map { keys[$0].indicator }) })
      flows = artefacts.flows
      structures = artefacts.structures
    }

    package func flow(_ id: String) -> Flow? { flows.first { $0.id == id } }

    /// The observations of a flow; series in the order of the release, each split by frequency.
    package func dataSet(of flow: Flow, action: Action = .information) -> DataSet {
      let places = places(of: flow)
      var values = FlowValues()
      for place in places {
        values.insert(series.keys[place], of: flow)
        for estimate in series.estimates(at: place) { values.periods.insert(estimate.period) }
      }
      let translation = SeriesTranslation(flow, outline, values: values, action: action)
      guard let dataSet = translation.dataSet(of: series, places) else {
        preconditionFailure("the values were gathered from these series")
      }
      return dataSet
    }

    /// What is no indicator of the plan is a cell of a table beside it.
    private func places(of flow: Flow) -> [Int] {
      guard let origin = flow.origin else {
        let known = Set(outline.indicators.map(\.id))
        return series.keys.indices.filter { known.contains(series.keys[$0].indicator) && flow.spans(series.keys[$0]) }
      }
      return owned[origin] ?? []
    }
  }
}
