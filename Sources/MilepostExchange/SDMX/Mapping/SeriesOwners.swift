import MilepostModel

extension SDMX {
  /// Which dataflow of the workspace each series of a release came from.
  ///
  /// A release does not say so: it is the first dataflow, by id, of the same source that names the indicator, else the
  /// first that has a column of indicators and whose structure has the dimensions of the series.
  struct SeriesOwners {
    private var owners: [Int: MilepostModel.Dataflow.ID] = [:]

    init(_ release: Release) {
      let flows = release.dataflows.sorted { $0.id < $1.id }
      for (place, key) in release.series.keys.enumerated() {
        guard let first = release.series.estimates(at: place).first, !first.provenance.isComputed else { continue }
        let used = key.codes.map(\.dimension)
        let fitting = flows.filter { flow in
          flow.source == first.provenance.source
            && used.allSatisfy { id in flow.structure.dimensions.contains { $0.id == id } }
        }
        let owner =
          fitting.first { $0.indicator == key.indicator } ?? fitting.first { $0.indicator == nil }
        if let owner { owners[place] = owner.id }
      }
    }

    func owner(of place: Int) -> MilepostModel.Dataflow.ID? { owners[place] }
  }
}
