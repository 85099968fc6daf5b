import MilepostModel

/// Reads publications of a store as they can be published again in another one, oldest first.
package struct PublicationReader<Store: ReleaseStore> {
  private let store: Store
  /// Those of the last publication: most of them are in the next as well.
  private var sets: [SeriesSet.ID: SeriesTable] = [:]

  package init(_ store: Store) { self.store = store }

  /// Publishes all that was published; each under its own time.
  ///
  /// - Parameter publish: begins to publish, takes what it is given, and returns what came of it.
  package mutating func copyAll(
    _ publish: (PublicationRecord, PublicationParts, [(path: String, contents: [UInt8])]) throws(StoreError)
      -> PublicationRecord
  ) throws(StoreError) {
    for publication in try store.publications().reversed() {
      let copy = try publish(publication, try parts(of: publication), try files(of: publication))
      if copy.hash != publication.hash || copy.published != publication.published {
        throw .damaged("the store", what: "publication \(publication.id.number) has not the parts that it had")
      }
    }
  }

  private mutating func parts(of publication: PublicationRecord) throws(StoreError) -> PublicationParts {
    let (records, states) = (try store.releases(of: publication.id), try store.states(of: publication.id))
    var tables: [SeriesSet.ID: SeriesTable] = [:]
    for set in records.map(\.series) + states.map(\.series) where tables[set.id] == nil {
      if let known = sets[set.id] { tables[set.id] = known } else { tables[set.id] = try table(of: set) }
    }
    sets = tables
    var releases: [PublicationParts.ReleasePart] = []
    for record in records {
      var rows: [ReleaseRows] = []
      for table in ReleaseTable.allCases {
        rows.append(ReleaseRows(table: table, rows: try store.rows(of: table, in: record.id)))
      }
      releases.append(
        PublicationParts.ReleasePart(
          edition: record.edition, asOf: record.asOf, contentHash: record.contentHash, rows: rows,
          series: tables[record.series.id, default: SeriesTable()]))
    }
    return PublicationParts(
      releases: releases,
      states: states.map { state in
        DataflowState(
          dataflow: state.dataflow, received: state.received, published: state.published,
          series: tables[state.series.id, default: SeriesTable()])
      }, program: publication.program, workspace: publication.workspace)
  }

  private func table(of set: SeriesSet) throws(StoreError) -> SeriesTable {
    var whole = SeriesTable()
    whole.reserve(series: set.seriesCount, values: set.observationCount)
    var batches = try store.batches(of: set.id)
    while let batch = try batches.nextBatch() {
      for place in batch.keys.indices { whole.append(batch.keys[place], batch.estimates(at: place)) }
    }
    return whole
  }

  private func files(
    of publication: PublicationRecord
  ) throws(StoreError) -> [(path: String, contents: [UInt8])] {
    var files: [(path: String, contents: [UInt8])] = []
    for path in try store.paths(of: publication.id) {
      guard let contents = try store.file(path, of: publication.id)?.contents else {
        throw .damaged("the store", what: "the file \(path) of publication \(publication.id.number)")
      }
      files.append((path, contents))
    }
    return files
  }
}
