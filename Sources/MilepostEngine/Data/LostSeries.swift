import MilepostModel

/// What a snapshot lacks is withdrawn: a series that the vintages before it had, and that nobody meant to withdraw, is
/// gone without a gap to be seen.
///
/// The series of an area are one finding when all are lost, and many findings in one file are one with a count. An area
/// or group that several dataflows have lost, and none has kept in a newer snapshot, has been given up: nothing is said.
func lostSeries(_ index: DataIndex, into findings: inout DataFindings) {
  let given = AreasGivenUp(index)
  for dataflow in index.plan.draft.dataflows {
    var known = KnownSeries()
    for number in index.plan.tablesByPublication(of: dataflow.id) {
      let table = index.tables[number]
      if table.table.vintage.kind == .snapshot {
        // Half of it lost is MP0420, and rows with findings of their own are no loss.
        if table.table.isWhole, table.table.seriesKeys.count * 2 > known.keys.count {
          report(Loss(from: known, in: table, without: given.areas), into: &findings)
        }
        known = KnownSeries()
      }
      known.add(table)
    }
  }
}

/// Areas that several dataflows have lost, and none has kept in a newer snapshot.
private struct AreasGivenUp {
  private(set) var areas: Set<Area.ID> = []

  init(_ index: DataIndex) {
    var kept: Set<Area.ID> = []
    var losses: [Area.ID: Int] = [:]
    for dataflow in index.plan.draft.dataflows {
      let tables = index.plan.tablesByPublication(of: dataflow.id).map { index.plan.tables[$0] }
      guard let newest = tables.lastIndex(where: { $0.vintage.kind == .snapshot }), newest > 0 else { continue }
      let now = Set(tables[newest...].flatMap { $0.seriesKeys.map(\.area) })
      let before = Set(tables[..<newest].flatMap { $0.seriesKeys.map(\.area) })
      kept.formUnion(before.intersection(now))
      for area in before.subtracting(now) { losses[area, default: 0] += 1 }
    }
    areas = Set(losses.filter { $0.value > 1 }.keys).subtracting(kept)
  }
}

/// The series of a snapshot and the updates laid over it, in the order of the files.
private struct KnownSeries {
  private(set) var keys: [SeriesKey] = []
  private(set) var places: [SeriesKey: SourcePosition] = [:]

  mutating func add(_ table: IndexedTable) {
    for (series, key) in table.table.seriesKeys.enumerated() where places[key] == nil {
      guard let row = table.rows(of: series).first else { continue }
      keys.append(key)
      places[key] = table.position(ofRow: row)
    }
  }
}

/// What a snapshot has lost, gathered by area.
private struct Loss {
  struct Item {
    /// The area's total when all its series are lost.
    let name: SeriesKey
    /// Where the vintages before have it.
    let before: SourcePosition
    /// The row beside which it should stand.
    let neighbour: SourcePosition
  }

  private(set) var items: [Item] = []
  private(set) var seriesCount = 0
  let file: String

  init(from known: KnownSeries, in table: IndexedTable, without given: Set<Area.ID>) {
    file = table.table.vintage.file
    let numbers = Dictionary(table.table.seriesKeys.enumerated().map { ($1, $0) }) { first, _ in first }
    let kept = Set(known.keys.filter { numbers[$0] != nil }.map { SeriesKey($0.indicator, $0.area) })
    var neighbour = table.rows.isEmpty ? .wholeFile(file) : table.position(ofRow: 0)
    var named: Set<SeriesKey> = []
    for key in known.keys {
      if let row = numbers[key].flatMap({ table.rows(of: $0).last }) {
        neighbour = table.position(ofRow: row)
        continue
      }
      if given.contains(key.area) { continue }
      seriesCount += 1
      let area = SeriesKey(key.indicator, key.area)
      let name = kept.contains(area) ? key : area
      guard named.insert(name).inserted, let before = known.places[key] else { continue }
      items.append(Item(name: name, before: before, neighbour: neighbour))
    }
  }
}

private func report(_ loss: Loss, into findings: inout DataFindings) {
  if loss.items.count > 3 {
    findings.report(.manySeriesLost(loss.seriesCount, loss.items.prefix(3), in: loss.file))
    return
  }
  for item in loss.items { findings.report(.seriesLost(item)) }
}

extension Diagnostic {
  private static let lostHint =
    "add its rows, or accept the finding when the source has withdrawn it; a file that only holds what is new is an update"

  fileprivate static func seriesLost(_ item: Loss.Item) -> Self {
    Diagnostic(
      .warning, "MP0430", "the snapshot has no row for \(item.name), which the vintage before has", at: item.neighbour,
      hint: lostHint, notes: [Note("in the vintage before", at: item.before)])
  }

  fileprivate static func manySeriesLost(_ count: Int, _ first: ArraySlice<Loss.Item>, in file: String) -> Self {
    let names = first.map(\.name.description).joined(separator: ", ")
    return Diagnostic(
      .warning, "MP0430", "the snapshot has lost \(count) series of the vintage before: \(names) and others",
      at: .wholeFile(file), hint: lostHint, notes: first.map { Note("in the vintage before", at: $0.before) })
  }
}
