import MilepostModel

/// Vintages are listed oldest first, each date and file once, and begin with a snapshot.
func orderOfVintages(_ index: DataIndex, into findings: inout DataFindings) {
  for (number, dataflow) in index.plan.draft.dataflows.enumerated() {
    func place(_ vintage: Int, _ field: String) -> SourcePosition {
      index.plan.draft.places[.dataflow, number, "vintages.\(vintage).\(field)"]
    }
    let vintages = dataflow.vintages
    for later in vintages.indices.dropFirst() {
      if let same = vintages[..<later].firstIndex(where: {
        $0.published == vintages[later].published && $0.kind == vintages[later].kind
      }) {
        findings.report(.vintageTwice(vintages[later], at: place(later, "published"), first: place(same, "published")))
      } else if vintages[later].published < vintages[later - 1].published {
        findings.report(
          .vintagesOutOfOrder(
            vintages[later], after: vintages[later - 1], at: place(later, "published"), place(later - 1, "published")))
      }
    }
    let oldest = vintages.indices.min { vintages[$0].published < vintages[$1].published }
    if let oldest, vintages[oldest].kind == .update,
      !vintages.contains(where: { $0.kind == .snapshot && $0.published == vintages[oldest].published })
    {
      findings.report(.updateWithoutSnapshot(vintages[oldest], at: place(oldest, "kind")))
    }
  }
}

/// Every vintage is known to some edition, is not received long before it was published, and the date in a file's name
/// is the date of its publication.
func datesOfVintages(_ index: DataIndex, into findings: inout DataFindings) {
  let last = index.plan.settings.editions.map(\.date).max()
  for (number, dataflow) in index.plan.draft.dataflows.enumerated() {
    for (place, vintage) in dataflow.vintages.enumerated() {
      let path = "vintages.\(place)"
      let places = index.plan.draft.places
      if let last, vintage.received > last {
        let isReceivedWritten = places.has(.dataflow, number, path + ".received")
        findings.report(
          .vintageAfterEditions(
            vintage, last, at: places[.dataflow, number, path + (isReceivedWritten ? ".received" : ".published")]))
      }
      // A figure is sometimes known some months before it is published, hardly ever a year.
      if vintage.published.dayNumber - vintage.received.dayNumber > 366 {
        findings.report(.publishedLongAfterReceived(vintage, at: places[.dataflow, number, path + ".published"]))
      }
      if let named = dateInName(vintage.file), named != vintage.published {
        findings.report(.dateInNameDiffers(vintage, named, at: places[.dataflow, number, path + ".published"]))
      }
    }
  }
}

/// The only date in the last part of a path.
private func dateInName(_ path: String) -> CalendarDate? {
  let name = Array(path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...])
  guard name.count >= 10 else { return nil }
  let dates = (0...(name.count - 10)).compactMap { start -> CalendarDate? in
    let isWhole =
      (start == 0 || !name[start - 1].isDigit) && (start + 10 == name.count || !name[start + 10].isDigit)
    return isWhole ? CalendarDate(String(decoding: name[start..<(start + 10)], as: UTF8.self)) : nil
  }
  return dates.count == 1 ? dates[0] : nil
}

/// A snapshot that has lost half of what its forerunner had is probably an update, or cut off.
func shrunkenSnapshots(_ index: DataIndex, into findings: inout DataFindings) {
  for dataflow in index.plan.draft.dataflows {
    let snapshots = index.plan.tablesByPublication(of: dataflow.id).map { index.plan.tables[$0] }.filter {
      $0.vintage.kind == .snapshot
    }
    for (older, newer) in zip(snapshots, snapshots.dropFirst()) {
      let kept = Set(newer.seriesKeys).intersection(older.seriesKeys).count
      let hasFewSeries = kept * 2 < older.seriesKeys.count && older.seriesKeys.count >= 4
      if newer.count * 2 < older.count || hasFewSeries {
        findings.report(.shrunkenSnapshot(newer, older))
      }
    }
  }
}

/// An update corrects or adds to series that a snapshot has.
func updatesOfUnknownSeries(_ index: DataIndex, into findings: inout DataFindings) {
  for dataflow in index.plan.draft.dataflows {
    guard dataflow.vintages.contains(where: { $0.kind == .update }) else { continue }
    var known: Set<SeriesKey> = []
    var hasSnapshot = false
    for number in index.plan.tablesByPublication(of: dataflow.id) {
      let table = index.tables[number]
      if table.table.vintage.kind == .snapshot {
        known = []
        hasSnapshot = true
      } else if hasSnapshot {
        for (series, key) in table.table.seriesKeys.enumerated() where !known.contains(key) && index.knows(key) {
          guard let row = table.rows(of: series).first else { continue }
          let closest = findings.lists("MP0421", in: table.table.vintage.file) ? closestArea(of: key, in: known) : nil
          findings.report(.updateOfUnknownSeries(key, closest, at: table.position(ofRow: row)))
        }
      }
      known.formUnion(table.table.seriesKeys)
    }
  }
}

extension DataIndex {
  /// Whether indicator and area of the key exist; other rules report them.
  fileprivate func knows(_ key: SeriesKey) -> Bool {
    plan.indicators[key.indicator] != nil && (plan.areas[key.area] != nil || plan.groups[key.area] != nil)
  }
}

private func closestArea(of key: SeriesKey, in known: Set<SeriesKey>) -> String? {
  known.filter { $0.indicator == key.indicator && $0.codes == key.codes }.map(\.area.text).closest(to: key.area.text)
}

extension Diagnostic {
  fileprivate static func vintageTwice(
    _ vintage: Vintage, at position: SourcePosition, first: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0415", "second \(vintage.kind.rawValue) of \(vintage.published)", at: position,
      hint: "correct the date of one of the two, or put their rows into one file",
      notes: [Note("first here", at: first)])
  }

  fileprivate static func vintagesOutOfOrder(
    _ vintage: Vintage, after other: Vintage, at position: SourcePosition, _ otherPosition: SourcePosition
  ) -> Self {
    Diagnostic(
      .warning, "MP0416", "vintage of \(vintage.published) stands after that of \(other.published)", at: position,
      hint: "list vintages oldest first, or correct the date", notes: [Note("the one before", at: otherPosition)])
  }

  fileprivate static func updateWithoutSnapshot(_ vintage: Vintage, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0417", "the oldest vintage, of \(vintage.published), is an update", at: position,
      hint: "an update is laid over a snapshot; write kind: snapshot, or add the snapshot before it")
  }

  fileprivate static func vintageAfterEditions(
    _ vintage: Vintage, _ last: CalendarDate, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .warning, "MP0418", "no edition uses this vintage, received on \(vintage.received); the last is of \(last)",
      at: position, hint: "correct the date, or add an edition to milepost.yaml")
  }

  fileprivate static func publishedLongAfterReceived(_ vintage: Vintage, at position: SourcePosition) -> Self {
    Diagnostic(
      .warning, "MP0429",
      "published on \(vintage.published), more than a year after it was received on \(vintage.received)",
      at: position, hint: "correct one of the two dates")
  }

  fileprivate static func dateInNameDiffers(
    _ vintage: Vintage, _ named: CalendarDate, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .warning, "MP0419", "published on \(vintage.published), but the file's name says \(named)", at: position,
      hint: "correct the date or rename the file")
  }

  fileprivate static func shrunkenSnapshot(_ newer: ObservationTable, _ older: ObservationTable) -> Self {
    Diagnostic(
      .warning, "MP0420",
      "snapshot has \(newer.count) rows in \(newer.seriesKeys.count) series, the one before had "
        + "\(older.count) in \(older.seriesKeys.count)",
      at: .wholeFile(newer.vintage.file), hint: "if it only holds what is new, write kind: update",
      notes: [Note("the one before", at: .wholeFile(older.vintage.file))])
  }

  fileprivate static func updateOfUnknownSeries(
    _ key: SeriesKey, _ closest: String?, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .warning, "MP0421", "update of \(key), which no vintage before has", at: position,
      hint: closest.map { "did you mean '\($0)'?" } ?? "correct the codes of the row if the series is not new")
  }
}
