/// What one act of publishing puts into a store: releases of one workspace, and what their sources said from date to
/// date. The files of the site come beside it, one by one.
package struct Deposit: Sendable {
  /// A release, with the hash that its `release.json` states.
  package struct Item: Sendable {
    package let release: Release
    /// SHA-256 of the release's data files, 64 hexadecimal digits.
    package let contentHash: String

    package init(_ release: Release, contentHash: String) {
      self.release = release
      self.contentHash = contentHash
    }
  }

  /// Oldest first, never empty.
  package let items: [Item]
  /// By dataflow, and then by the day from which they hold.
  package let states: [DataflowState]
  /// The version of the program that made it.
  package let program: String

  /// - Precondition: `items` is not empty.
  package init(_ items: [Item], states: [DataflowState], program: String) {
    precondition(!items.isEmpty, "what is published is a release at least")
    self.items = items
    self.states = states
    self.program = program
  }

  /// The latest release, which stands at the root of the site.
  package var latest: Release { items[items.count - 1].release }
}

/// All that a dataflow said from one day on, until its next state: a snapshot with the updates laid over it, without
/// confidential figures. Each value's provenance tells the vintage that it comes from.
package struct DataflowState: Sendable {
  package let dataflow: Dataflow.ID
  /// The day on which the vintage that made the difference was received.
  package let received: CalendarDate
  /// The date by which people name the newest vintage in it.
  package let published: CalendarDate
  package let series: SeriesTable

  package init(dataflow: Dataflow.ID, received: CalendarDate, published: CalendarDate, series: SeriesTable) {
    self.dataflow = dataflow
    self.received = received
    self.published = published
    self.series = series
  }
}
