package import MilepostModel

/// A shelf of releases and a history of vintages.
///
/// What was published is never changed, and every part has a number of its own: who has asked for the newest
/// publication reads all of it from one state, however long that takes and whatever is published meanwhile. Readers
/// lock nothing and wait for nobody. All calls end soon and may come from any thread.
///
/// A store does what is listed here; what is asked of it beyond that (`series`, `batches`, `updates`, `structure`) is
/// the same for every store and stands in extensions.
package protocol ReleaseStore: Sendable {
  associatedtype Publishing: ReleasePublishing

  /// Begins to publish; nobody else can until it has ended.
  ///
  /// - Throws: `isBeingWritten` at once when somebody else is publishing.
  func beginPublishing() throws(StoreError) -> Publishing

  /// Newest first.
  func publications() throws(StoreError) -> [PublicationRecord]

  /// The newest publication at a moment, or at all; nil when there was none.
  func publication(asOf moment: Moment?) throws(StoreError) -> PublicationRecord?

  /// Oldest first: the last stands at the root of the site.
  func releases(of publication: PublicationRecord.ID) throws(StoreError) -> [ReleaseRecord]

  /// The newest release as of a day that was ever published: by its own date, then by the time of publishing.
  func release(asOf day: CalendarDate) throws(StoreError) -> ReleaseRecord?

  /// What its dataflows said, by dataflow and then by the day from which it holds.
  func states(of publication: PublicationRecord.ID) throws(StoreError) -> [StateRecord]

  /// In the order in which the release had them.
  func rows(of table: ReleaseTable, in release: ReleaseRecord.ID) throws(StoreError) -> [[StoreCell]]

  /// In the order of their keys; of one indicator or of all.
  func chunks(of set: SeriesSet.ID, indicator: Indicator.ID?) throws(StoreError) -> [ChunkPlace]

  /// What is in a chunk, without its values.
  func index(of chunk: ChunkPlace.ID) throws(StoreError) -> ChunkIndex

  /// Series of a chunk with their values.
  ///
  /// - Parameter choose: the places of the series in the index, sorted.
  /// - Returns: nil when none was chosen.
  func table(of chunk: ChunkPlace.ID, _ choose: (ChunkIndex) -> [Int]) throws(StoreError) -> SeriesTable?

  /// What a set has of each code, by dimension and code.
  func availability(of set: SeriesSet.ID) throws(StoreError) -> [CodeAvailability]

  /// A file of the site, by its path below the root; nil when there is none.
  func file(_ path: String, of publication: PublicationRecord.ID) throws(StoreError) -> StoredFile?

  /// The paths of the site, sorted by bytes.
  func paths(of publication: PublicationRecord.ID) throws(StoreError) -> [String]

  /// Reads everything and compares it with its hashes.
  func verify() throws(StoreError) -> StoreVerification
}

/// An act of publishing: files as they are made, then the releases; readers see nothing of it before `finish` returns.
///
/// Who lets go of it without `finish`, or dies, leaves the store as it was.
package protocol ReleasePublishing: AnyObject {
  /// - Parameter path: below the root of the site, each once.
  func add(_ path: String, _ bytes: borrowing [UInt8]) throws(StoreError)

  /// - Parameter moment: now; a moment that is not later than the last publication gives way to the next after it.
  func finish(_ parts: PublicationParts, at moment: Moment) throws(StoreError) -> PublishingReceipt

  func cancel()
}
