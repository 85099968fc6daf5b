package import MilepostModel

/// What the source of each series said before the vintage that counts on a date: one entry for every state of the
/// dataflow in which a figure of the series differs from the next newer one, newest first in each series.
///
/// A period that is confidential in any vintage is left out of all.
package func earlierVintages(
  _ plan: ResolvedPlan, asOf date: CalendarDate, keys: [SeriesKey]
) -> [EarlierVintage] {
  let choices = plan.vintageChoices(asOf: date)
  let catalogue = SeriesCatalogue(plan, tables: choices.flatMap(\.tables))
  let owners = SeriesOwners(plan, choices: choices, catalogue: catalogue)
  let places = Dictionary(uniqueKeysWithValues: catalogue.keys.enumerated().map { ($1, $0) })
  var wanted: [Int: Set<SeriesKey>] = [:]
  for key in keys {
    if let place = places[key], let owner = owners.owner[place] { wanted[owner, default: []].insert(key) }
  }
  var found: [EarlierVintage] = []
  for (owner, keys) in wanted {
    let dataflow = choices[owner].dataflow
    let tables = plan.tablesByPublication(of: dataflow.id).map { plan.tables[$0] }
    found += VintageHistory(tables.filter { $0.vintage.received <= date }, keys).earlier(dataflow.source)
  }
  return found.sorted {
    if $0.key != $1.key { return $0.key < $1.key }
    return ($0.provenance.vintage, $0.provenance.received) > ($1.provenance.vintage, $1.provenance.received)
  }
}

/// The rows of a few series in all vintages of a dataflow, oldest publication first.
private struct VintageHistory {
  private let vintages: [Vintage]
  /// By vintage, then by series.
  private var rows: [[SeriesKey: [Observation]]] = []
  private var confidential: [SeriesKey: Set<TimePeriod>] = [:]
  private let keys: Set<SeriesKey>

  init(_ tables: [ObservationTable], _ keys: Set<SeriesKey>) {
    vintages = tables.map(\.vintage)
    self.keys = keys
    for table in tables {
      let isWanted = table.seriesKeys.map(keys.contains)
      var observations: [SeriesKey: [Observation]] = [:]
      for row in 0..<table.count where isWanted[Int(table.series[row])] {
        let key = table.seriesKeys[Int(table.series[row])]
        let observation = table.observation(at: row)
        observations[key, default: []].append(observation)
        if observation.confidentiality.isConfidential { confidential[key, default: []].insert(observation.period) }
      }
      rows.append(observations)
    }
  }

  func earlier(_ source: DataSource.ID) -> [EarlierVintage] {
    var found: [EarlierVintage] = []
    for key in keys {
      let states = vintages.indices.map { values(of: key, at: $0) }
      for (index, vintage) in vintages.enumerated().dropLast()
      where !states[index].isEmpty && states[index] != states[index + 1] {
        let provenance = Provenance(
          source: source, vintage: vintage.published, received: vintage.received, isComputed: false)
        found.append(EarlierVintage(key: key, provenance: provenance, values: states[index]))
      }
    }
    return found
  }

  /// The figures of a series once the vintage at `index` was known.
  private func values(of key: SeriesKey, at index: Int) -> [PeriodValue] {
    let snapshot = vintages[...index].lastIndex { $0.kind == .snapshot } ?? 0
    var cells: [TimePeriod: Double?] = [:]
    for layer in snapshot...index {
      var seen: Set<TimePeriod> = []
      for observation in rows[layer][key] ?? [] where seen.insert(observation.period).inserted {
        cells[observation.period] = .some(observation.value.number)
      }
    }
    let hidden = confidential[key] ?? []
    return cells.compactMap { period, number in
      hidden.contains(period) ? nil : number.map { PeriodValue(period, $0) }
    }.sorted { $0.period < $1.period }
  }
}
