import MilepostModel
package import MilepostStore
import Testing

/// The contract of every store: what a reader may rely on whatever engine is behind it.
///
/// - Parameter make: an empty store that nobody else uses.
package func expectConformance<Store: ReleaseStore>(of make: () throws -> Store) throws {
  try expectNothing(in: make())
  try expectWholePublications(make())
  try expectRows(make())
  try expectSeries(make())
  try expectSelections(make())
  try expectHistory(make())
  try expectChanges(make())
  try expectOnePublisher(make())
  try expectOneWorkspace(make())
  try expectNothingOfADroppedPublishing(make())
  try expectOneStateForAReader(make())
}

let first = SampleShelf.date("2024-06-30")
let second = SampleShelf.date("2025-06-30")
let noon = SampleShelf.moment("2025-07-01T12:00:00.000Z")

extension ReleaseStore {
  @discardableResult
  func publish(
    _ deposit: Deposit, files: [(String, String)] = [], at moment: Moment = noon
  ) throws -> PublishingReceipt {
    let publishing = try beginPublishing()
    for (path, text) in files { try publishing.add(path, Array(text.utf8)) }
    return try publishing.finish(deposit, at: moment)
  }

  func newest() throws -> PublicationRecord { try #require(try publication(asOf: nil)) }

  func values(_ set: SeriesSet.ID, _ selection: SeriesSelection = .all) throws -> [SeriesKey: [Estimate]] {
    var values: [SeriesKey: [Estimate]] = [:]
    var batches = try batches(of: set, selection)
    while let table = try batches.nextBatch() {
      for place in table.keys.indices { values[table.keys[place]] = Array(table.estimates(at: place)) }
    }
    return values
  }
}

extension SeriesTable {
  var values: [SeriesKey: [Estimate]] {
    Dictionary(uniqueKeysWithValues: keys.indices.map { (keys[$0], Array(estimates(at: $0))) })
  }
}

private func expectNothing(in store: some ReleaseStore) throws {
  #expect(try store.publications().isEmpty)
  #expect(try store.publication(asOf: nil) == nil)
  #expect(try store.release(asOf: second) == nil)
  #expect(try store.verify().damages.isEmpty)
}

/// Readers see nothing of a publication, or all of it; what is given up leaves nothing.
private func expectWholePublications(_ store: some ReleaseStore) throws {
  let release = SampleShelf.release("ONE", first, SampleShelf.series(first))
  let page = "<p>" + String(repeating: "on and on ", count: 1000)
  let publishing = try store.beginPublishing()
  try publishing.add("index.html", Array(page.utf8))
  try publishing.add("a.svg", [])
  #expect(try store.publications().isEmpty)
  let receipt = try publishing.finish(SampleShelf.deposit([release]), at: noon)
  #expect(receipt.isNew)
  #expect(try store.publications() == [receipt.publication])
  #expect(receipt.publication.published == noon)
  #expect(try store.paths(of: receipt.publication.id) == ["a.svg", "index.html"])
  let file = try #require(try store.file("index.html", of: receipt.publication.id))
  #expect(file.contents == Array(page.utf8))
  #expect(file.length == page.utf8.count)
  #expect(file.hash == Digest(ofText: page))
  #expect(try store.file("a.svg", of: receipt.publication.id)?.contents == [])
  #expect(try store.file("none.html", of: receipt.publication.id) == nil)

  let givenUp = try store.beginPublishing()
  try givenUp.add("b.html", Array("b".utf8))
  givenUp.cancel()
  #expect(throws: StoreError.self) { try givenUp.add("c.html", []) }
  #expect(throws: StoreError.self) { try givenUp.finish(SampleShelf.deposit([release]), at: noon) }
  #expect(try store.publications() == [receipt.publication])
  #expect(try store.verify().damages.isEmpty)

  // The same again is no publication, whatever the time.
  let again = try store.publish(
    SampleShelf.deposit([release]), files: [("a.svg", ""), ("index.html", page)], at: noon.next.next)
  #expect(!again.isNew && again.publication == receipt.publication)
  #expect(try store.publications().count == 1)
}

/// Tables come back as they were; the structure is put together from them.
private func expectRows(_ store: some ReleaseStore) throws {
  let release = SampleShelf.release("ONE", first, SampleShelf.series(first))
  try store.publish(SampleShelf.deposit([release]))
  let record = try #require(try store.releases(of: try store.newest().id).first)
  #expect(record.edition == release.edition?.id)
  #expect(record.asOf == first)
  for expected in release.rows {
    #expect(try store.rows(of: expected.table, in: record.id) == expected.rows, "\(expected.table)")
  }
  let structure = try store.structure(of: record.id)
  #expect(structure.workspace == "river-towns" && structure.agency == "TOWNS")
  #expect(structure.title == release.settings.title)
  #expect(structure.languages == release.settings.languages)
  #expect(structure.areas == release.areas)
  #expect(structure.groups == release.groups)
  #expect(structure.codelists == release.codelists)
  #expect(structure.sources == release.sources)
  #expect(structure.dataflows == release.dataflows)
  #expect(structure.indicators.map(\.id) == release.plan.indicators.map(\.id))
  #expect(structure.indicators.map(\.unit) == release.plan.indicators.map(\.unit))
  #expect(structure.indicators.map(\.title) == release.plan.indicators.map(\.title))
  #expect(structure.indicators.map(\.dimensions) == [["SEX"], []])
}

/// Every value comes back, bit by bit, with all that is known of it.
private func expectSeries(_ store: some ReleaseStore) throws {
  let table = SampleShelf.series(first)
  try store.publish(SampleShelf.deposit([SampleShelf.release("ONE", first, table)]))
  let set = try #require(try store.releases(of: try store.newest().id).first).series
  #expect(set.seriesCount == table.seriesCount && set.observationCount == table.valueCount)
  let values = try store.values(set.id)
  #expect(values == table.values)
  let zero = try #require(values[SeriesKey(SampleShelf.internetUse, Area.ID("ALDA"))]?[4].value.number)
  #expect(zero == 0 && zero.sign == .minus)
  for key in table.keys {
    #expect(try store.series(key, of: set.id)?.values == [key: Array(try #require(table.estimates(key)))])
  }
  #expect(try store.series(SeriesKey(SampleShelf.population, Area.ID("BORO")), of: set.id) == nil)
  #expect(try store.series(SeriesKey(Indicator.ID("a"), Area.ID("BORO")), of: set.id) == nil)
}

/// A selection is what a filter of everything would be, in order.
private func expectSelections(_ store: some ReleaseStore) throws {
  let table = SampleShelf.series(first, hasDelta: true)
  try store.publish(SampleShelf.deposit([SampleShelf.release("ONE", first, table)]))
  let set = try #require(try store.releases(of: try store.newest().id).first).series.id
  let summaries = try store.series(of: set)
  #expect(summaries.map(\.key) == table.keys)
  #expect(summaries.map(\.observations) == table.keys.indices.map { table.estimates(at: $0).count })
  #expect(summaries[0].periods == TimePeriod(year: 2018)...TimePeriod(year: 2023))
  #expect(summaries[2].periods == nil)
  let selections = [
    SeriesSelection(indicator: SampleShelf.population), SeriesSelection(areas: [Area.ID("TOWNS"), Area.ID("NONE")]),
    SeriesSelection(areas: []), SeriesSelection(where: { $0.code(in: "SEX") == "F" }),
    SeriesSelection(indicator: SampleShelf.internetUse, areas: [Area.ID("ALDA")], where: { $0.codes.isEmpty }),
  ]
  for selection in selections {
    #expect(try store.series(of: set, selection).map(\.key) == table.keys.filter(selection.includes))
    #expect(try store.values(set, selection) == table.values.filter { selection.includes($0.key) })
  }
  #expect(try store.availability(of: set) == store.availability(of: set, .all))
  let sexes = try store.availability(of: set).filter { $0.dimension == "SEX" }
  #expect(sexes.map(\.code) == ["F", "_T"])
  #expect(sexes.map(\.series) == [1, table.seriesCount - 1])
  #expect(sexes.map(\.observations) == [6, table.valueCount - 6])
}
