package import MilepostModel

/// What one act of publishing writes beside the files of the site, in the words of a store: that of a deposit, or of a
/// publication of another store.
package struct PublicationParts: Sendable {
  package struct ReleasePart: Sendable {
    package let edition: Edition.ID?
    package let asOf: CalendarDate
    package let contentHash: String
    /// Of every table.
    package let rows: [ReleaseRows]
    package let series: SeriesTable
  }

  /// Oldest first.
  package let releases: [ReleasePart]
  package let states: [DataflowState]
  package let program: String
  package let workspace: String

  package init(releases: [ReleasePart], states: [DataflowState], program: String, workspace: String) {
    self.releases = releases
    self.states = states
    self.program = program
    self.workspace = workspace
  }

  package init(_ deposit: Deposit) {
    releases = deposit.items.map { item in
      ReleasePart(
        edition: item.release.edition?.id, asOf: item.release.asOf, contentHash: item.contentHash,
        rows: item.release.rows, series: item.release.series)
    }
    states = deposit.states
    program = deposit.program
    workspace = deposit.latest.settings.id
  }
}

extension ReleasePublishing {
  /// - Parameter moment: now; a moment that is not later than the last publication gives way to the next after it.
  package func finish(_ deposit: Deposit, at moment: Moment) throws(StoreError) -> PublishingReceipt {
    try finish(PublicationParts(deposit), at: moment)
  }
}
