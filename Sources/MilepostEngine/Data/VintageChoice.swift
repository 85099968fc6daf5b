import MilepostModel

/// The tables of one dataflow that make up its state as of a date: a snapshot and the updates laid over it.
struct VintageChoice: Hashable, Sendable {
  let dataflow: Dataflow
  /// Indices into the plan's tables, the snapshot first, later ones win.
  let tables: [Int]
}

extension ResolvedPlan {
  /// What each dataflow says as of a date; dataflows that had said nothing by then are left out.
  ///
  /// The newest snapshot that was received by then, and the updates published since that were received too.
  func vintageChoices(asOf date: CalendarDate) -> [VintageChoice] {
    draft.dataflows.compactMap { dataflow in
      let received = tablesByPublication(of: dataflow.id).filter { tables[$0].vintage.received <= date }
      guard let newest = received.last else { return nil }
      let snapshot = received.last { tables[$0].vintage.kind == .snapshot }
      let start = snapshot.flatMap { received.firstIndex(of: $0) } ?? received.startIndex
      return VintageChoice(dataflow: dataflow, tables: newest == snapshot ? [newest] : Array(received[start...]))
    }
  }

  /// Indices of a dataflow's tables, oldest publication first.
  func tablesByPublication(of dataflow: Dataflow.ID) -> [Int] {
    tables.indices.filter { tables[$0].dataflow == dataflow }.sorted {
      let (one, other) = (tables[$0].vintage, tables[$1].vintage)
      return (one.published, one.received, $0) < (other.published, other.received, $1)
    }
  }

  /// The dates on which what is known changes for an edition: those of the editions, and that of the newest vintage.
  var datesOfInterest: [CalendarDate] {
    let newest = tables.map(\.vintage.received).max()
    return Set(settings.editions.map(\.date) + (newest.map { [$0] } ?? [])).sorted()
  }
}
