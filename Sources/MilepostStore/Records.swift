package import MilepostModel

/// A thing in a store, by its number; numbers are not given twice.
package struct StoreID<Named>: Hashable, Comparable, Sendable {
  package let number: Int

  package init(_ number: Int) { self.number = number }

  package static func < (one: StoreID, other: StoreID) -> Bool { one.number < other.number }
}

/// One act of publishing.
package struct PublicationRecord: Hashable, Sendable {
  package typealias ID = StoreID<PublicationRecord>

  package let id: ID
  /// Later than that of every publication before it.
  package let published: Moment
  /// The version of the program that published.
  package let program: String
  /// Of the workspace.
  package let workspace: String
  /// Over all that was published; the time is outside.
  package let hash: Digest

  package init(id: ID, published: Moment, program: String, workspace: String, hash: Digest) {
    self.id = id
    self.published = published
    self.program = program
    self.workspace = workspace
    self.hash = hash
  }
}

/// An edition as it was released.
package struct ReleaseRecord: Hashable, Sendable {
  package typealias ID = StoreID<ReleaseRecord>

  package let id: ID
  /// nil when the as-of date was given by hand.
  package let edition: Edition.ID?
  package let asOf: CalendarDate
  /// What `release.json` states: over the data files.
  package let contentHash: String
  /// Over all that the store keeps of it.
  package let hash: Digest
  /// Its series, stored and computed.
  package let series: SeriesSet

  package init(
    id: ID, edition: Edition.ID?, asOf: CalendarDate, contentHash: String, hash: Digest, series: SeriesSet
  ) {
    self.id = id
    self.edition = edition
    self.asOf = asOf
    self.contentHash = contentHash
    self.hash = hash
    self.series = series
  }
}

/// What a dataflow said from a day on.
package struct StateRecord: Hashable, Sendable {
  package let dataflow: Dataflow.ID
  /// The first day on which it holds, until the next state of the dataflow.
  package let received: CalendarDate
  /// The date of the newest vintage in it.
  package let published: CalendarDate
  package let series: SeriesSet

  package init(dataflow: Dataflow.ID, received: CalendarDate, published: CalendarDate, series: SeriesSet) {
    self.dataflow = dataflow
    self.received = received
    self.published = published
    self.series = series
  }
}

/// Series that were published together, in the order of their keys; never changed.
package struct SeriesSet: Hashable, Sendable {
  package typealias ID = StoreID<SeriesSet>

  package let id: ID
  /// Over those of its chunks.
  package let hash: Digest
  package let seriesCount: Int
  package let observationCount: Int

  package init(id: ID, hash: Digest, seriesCount: Int, observationCount: Int) {
    self.id = id
    self.hash = hash
    self.seriesCount = seriesCount
    self.observationCount = observationCount
  }
}

/// Where a chunk stands in a set.
package struct ChunkPlace: Hashable, Sendable {
  package typealias ID = StoreID<StoredChunk>

  package let chunk: ID
  /// The key of its first series.
  package let first: SeriesKey

  package init(chunk: ID, first: SeriesKey) {
    self.chunk = chunk
    self.first = first
  }
}

/// How much a set has of a code.
package struct CodeAvailability: Hashable, Sendable {
  /// `INDICATOR`, `REF_AREA`, or a further dimension's id; `_T` is listed where series have no code of the dimension.
  package let dimension: String
  package let code: String
  package let series: Int
  package let observations: Int
  /// nil when the series have no values.
  package let periods: ClosedRange<TimePeriod>?

  package init(
    dimension: String, code: String, series: Int, observations: Int, periods: ClosedRange<TimePeriod>?
  ) {
    self.dimension = dimension
    self.code = code
    self.series = series
    self.observations = observations
    self.periods = periods
  }
}

/// A file of the site.
package struct StoredFile: Hashable, Sendable {
  package enum Encoding: String, Sendable, Hashable {
    case identity, gzip
  }

  /// Of the file itself, whatever its encoding: a strong entity tag.
  package let hash: Digest
  /// Of the file itself.
  package let length: Int
  package let encoding: Encoding
  /// In that encoding.
  package let bytes: [UInt8]

  package init(hash: Digest, length: Int, encoding: Encoding, bytes: [UInt8]) {
    self.hash = hash
    self.length = length
    self.encoding = encoding
    self.bytes = bytes
  }

  /// A file that is to be kept.
  package init(_ contents: borrowing [UInt8], hash: Digest) {
    let packed = Gzip.packed(contents)
    // What hardly packs is spared the unpacking.
    let isWorthIt = packed.count < contents.count - contents.count / 10
    self.init(
      hash: hash, length: contents.count, encoding: isWorthIt ? .gzip : .identity,
      bytes: isWorthIt ? packed : copy contents)
  }

  /// The file itself; nil when it is damaged.
  package var contents: [UInt8]? {
    switch encoding {
    case .identity: bytes
    case .gzip: Gzip.unpacked(bytes, size: length)
    }
  }
}

/// What came of publishing.
package struct PublishingReceipt: Hashable, Sendable {
  package let publication: PublicationRecord
  /// False when the store had all of it as its newest publication, and was left as it was.
  package let isNew: Bool
  /// How much was added; what the store had already is shared.
  package let added: Added

  package init(publication: PublicationRecord, isNew: Bool, added: Added) {
    self.publication = publication
    self.isNew = isNew
    self.added = added
  }

  package struct Added: Hashable, Sendable {
    package var files = 0
    package var chunks = 0
    package var releases = 0
    package var bytes = 0

    package init() {}
  }
}

/// Something in a store that is not what was put there.
package struct StoreDamage: Hashable, Sendable, CustomStringConvertible {
  package let description: String

  package init(_ description: String) { self.description = description }
}

/// What a store holds, in numbers.
package struct StoreVerification: Hashable, Sendable {
  package let damages: [StoreDamage]
  package let chunks: Int
  package let blobs: Int
  package let releases: Int
  package let publications: Int
}
