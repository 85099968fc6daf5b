import MilepostModel
import MilepostStore
import Testing

extension StoreError {
  fileprivate var isBeingWritten: Bool {
    guard case .isBeingWritten = self else { return false }
    return true
  }
}

/// What was known on a day, and what was published at a moment.
func expectHistory(_ store: some ReleaseStore) throws {
  let (old, new) = (SampleShelf.series(first), SampleShelf.series(second, newest: 13))
  let one = SampleShelf.release("ONE", first, old)
  try store.publish(SampleShelf.deposit([one], states: [("2024-05-01", old)]))
  // A clock that goes backwards does not turn the order of publications round.
  let later = try store.publish(
    SampleShelf.deposit(
      [one, SampleShelf.release("TWO", second, new)], states: [("2024-05-01", old), ("2025-05-01", new)]),
    at: Moment(millisecondsSince1970: 0))
  #expect(later.publication.published == noon.next)
  #expect(later.added.releases == 1)
  #expect(try store.publication(asOf: noon)?.id.number == later.publication.id.number - 1)
  #expect(try store.publication(asOf: Moment(millisecondsSince1970: 0)) == nil)
  #expect(try store.releases(of: later.publication.id).map(\.edition?.text) == ["ONE", "TWO"])
  #expect(try store.release(asOf: SampleShelf.date("2025-06-29"))?.edition?.text == "ONE")
  #expect(try store.release(asOf: second)?.edition?.text == "TWO")
  #expect(try store.release(asOf: SampleShelf.date("2024-01-01")) == nil)

  let id = later.publication.id
  #expect(try store.states(of: id).map(\.received.description) == ["2024-05-01", "2025-05-01"])
  let untils = try store.history(of: SampleShelf.towns, in: id).map(\.until)
  #expect(untils == [SampleShelf.date("2025-05-01"), nil])
  let state = try store.state(of: SampleShelf.towns, asOf: SampleShelf.date("2025-04-30"), in: id)
  let known = try #require(state)
  #expect(try store.values(known.series.id) == old.values)
  #expect(try store.set(of: .dataflow(SampleShelf.towns), in: id) == store.states(of: id)[1].series)
  #expect(try store.set(of: .edition(Edition.ID("ONE")), in: id) == store.releases(of: id)[0].series)
  #expect(try store.set(of: .latestRelease, in: id) == store.releases(of: id)[1].series)
  #expect(try store.state(of: SampleShelf.towns, asOf: SampleShelf.date("2024-04-30"), in: id) == nil)
  // The same series were said and computed: they are kept once.
  #expect(try store.releases(of: id)[0].series == store.states(of: id)[0].series)
  #expect(try store.verify().damages.isEmpty)
}

/// Added, changed and removed values since a moment.
func expectChanges(_ store: some ReleaseStore) throws {
  let (old, new) = (SampleShelf.series(first, hasDelta: true), SampleShelf.series(second, newest: 13))
  try store.publish(SampleShelf.deposit([SampleShelf.release("ONE", first, old)]))
  try store.publish(SampleShelf.deposit([SampleShelf.release("ONE", first, new)]), at: noon.next)
  var changes = try #require(try store.updates(of: .latestRelease, after: noon))
  var found: [SeriesUpdate] = []
  while let change = try changes.next() { found.append(change) }
  // The vintage of everything is another; that alone is no change.
  #expect(found.map(\.key.description) == ["internet-use(DELTA)", "population(ALDA)"])
  #expect(found.map { [$0.added.count, $0.changed.count, $0.removed.count] } == [[0, 0, 1], [0, 1, 0]])
  #expect(found.last?.changed.first?.value == .figure(13))
  var all = try #require(try store.updates(of: .latestRelease, after: Moment(millisecondsSince1970: 0)))
  var added = 0
  while let change = try all.next() { added += change.added.count }
  #expect(added == new.valueCount)
  var none = try #require(try store.updates(of: .latestRelease, after: noon.next))
  #expect(try none.next() == nil)
  #expect(try store.updates(of: .dataflow(Dataflow.ID("none")), after: noon) == nil)
}

func expectOnePublisher(_ store: some ReleaseStore) throws {
  let publishing = try store.beginPublishing()
  do {
    let other = try store.beginPublishing()
    other.cancel()
    Issue.record("two publish at once")
  } catch {
    #expect(error.isBeingWritten)
  }
  publishing.cancel()
  try store.publish(SampleShelf.deposit([SampleShelf.release("ONE", first, SampleShelf.series(first))]))
  #expect(try store.publications().count == 1)
}

/// Who lets go of what he was publishing leaves nothing and holds up nobody.
func expectNothingOfADroppedPublishing(_ store: some ReleaseStore) throws {
  do { try store.beginPublishing().add("index.html", Array("a page".utf8)) }
  let receipt = try store.publish(
    SampleShelf.deposit([SampleShelf.release("ONE", first, SampleShelf.series(first))]), files: [("b.html", "b")])
  #expect(receipt.added.files == 1)
  #expect(try store.paths(of: receipt.publication.id) == ["b.html"])
  #expect(try store.verify().blobs == 1)
}

/// A reader goes on with the publication that it asked for, whatever is published meanwhile.
func expectOneStateForAReader(_ store: some ReleaseStore) throws {
  let (old, new) = (SampleShelf.series(first), SampleShelf.series(second, newest: 13, hasDelta: true))
  try store.publish(SampleShelf.deposit([SampleShelf.release("ONE", first, old)]), files: [("a.html", "old")])
  let known = try store.newest()
  let set = try #require(try store.releases(of: known.id).last).series
  var batches = try store.batches(of: set.id)
  var read = try #require(try batches.nextBatch()).values
  let publishing = try store.beginPublishing()
  try publishing.add("a.html", Array("new".utf8))
  #expect(try store.newest() == known)
  _ = try publishing.finish(SampleShelf.deposit([SampleShelf.release("ONE", second, new)]), at: noon.next)
  #expect(try store.newest() != known)
  while let table = try batches.nextBatch() { read.merge(table.values) { one, _ in one } }
  #expect(read == old.values)
  #expect(try store.file("a.html", of: known.id)?.contents == Array("old".utf8))
  #expect(try store.releases(of: known.id).last?.series == set)
  let copy = try store.publish(
    SampleShelf.deposit([SampleShelf.release("ONE", first, old)]), files: [("a.html", "old")], at: noon.next.next)
  // What was said before comes back as another publication with the same parts.
  #expect(copy.isNew && copy.publication.hash == known.hash)
  #expect(copy.added == PublishingReceipt.Added())
}

func expectOneWorkspace(_ store: some ReleaseStore) throws {
  let series = SampleShelf.series(first)
  try store.publish(SampleShelf.deposit([SampleShelf.release("ONE", first, series)]))
  let stranger = SampleShelf.deposit([SampleShelf.release("ONE", first, series, workspace: "hill-towns")])
  #expect {
    try store.publish(stranger)
  } throws: { error in
    guard case StoreError.otherWorkspace(_, "river-towns", "hill-towns") = error else { return false }
    return true
  }
  #expect(try store.publications().count == 1)
}
