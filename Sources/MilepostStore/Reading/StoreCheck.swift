/// Compares all that a store holds with its hashes: chunks and files with theirs, what is made of them with those of
/// its parts. An engine hands over what it holds.
package struct StoreCheck {
  private var damages: [StoreDamage] = []
  private var counts: (chunks: Int, blobs: Int, releases: Int, publications: Int) = (0, 0, 0, 0)

  package init() {}

  package var result: StoreVerification {
    StoreVerification(
      damages: damages, chunks: counts.chunks, blobs: counts.blobs, releases: counts.releases,
      publications: counts.publications)
  }

  package mutating func report(_ what: String) { damages.append(StoreDamage(what)) }

  /// - Parameter found: the hash of what is there; nil when it is no chunk.
  package mutating func chunk(_ number: Int, _ hash: Digest, found: Digest?) {
    counts.chunks += 1
    if let found {
      if found != hash { report("chunk \(number): its hash is \(found) and not \(hash)") }
    } else {
      report("chunk \(number) cannot be unpacked")
    }
  }

  /// What a set was said to be, and what it is made of.
  package struct Series {
    package let number: Int
    package let hash: Digest
    package let observations: Int
    package let availability: [CodeAvailability]

    package init(number: Int, hash: Digest, observations: Int, availability: [CodeAvailability]) {
      self.number = number
      self.hash = hash
      self.observations = observations
      self.availability = availability
    }
  }

  /// - Parameter chunks: in their order, with the number of values in each.
  package mutating func set(
    _ set: Series, chunks: [(hash: Digest, observations: Int)], _ indices: [ChunkIndex]
  ) {
    let observations = chunks.reduce(0) { $0 + $1.observations }
    if ContentHash.series(chunks.map(\.hash)) != set.hash || observations != set.observations {
      report("set of series \(set.number) has not the chunks that it had")
    }
    var count = AvailabilityCount()
    for index in indices { count.add(index) }
    if count.codes != set.availability {
      report("set of series \(set.number): what it has of each code was counted otherwise")
    }
  }

  /// - Parameter file: nil when it has no encoding that is known.
  package mutating func blob(_ hash: Digest, _ file: StoredFile?) {
    counts.blobs += 1
    guard let file, let contents = file.contents, contents.count == file.length, Digest(of: contents) == hash else {
      report("the file with hash \(hash) is not what it was")
      return
    }
  }

  /// - Parameter files: sorted by path.
  package mutating func site(_ number: Int, _ hash: Digest, _ files: [(path: String, hash: Digest)]) {
    if ContentHash.site(files) != hash { report("site \(number) has not the files that it had") }
  }

  package mutating func release(_ release: ReleaseRecord, _ rows: [ReleaseRows]) {
    counts.releases += 1
    let hash = ContentHash.release(
      edition: release.edition, asOf: release.asOf, contentHash: release.contentHash, series: release.series.hash,
      rows: rows)
    if hash != release.hash { report("the tables of release \(release.id.number) are not what they were") }
  }

  /// - Parameter site: nil when it is gone.
  package mutating func publication(
    _ publication: PublicationRecord, _ releases: [ReleaseRecord], _ states: [StateRecord], site: Digest?
  ) {
    counts.publications += 1
    let hash = site.map { site in
      ContentHash.publication(
        releases: releases.map(\.hash), states: states.map { ContentHash.State($0) }, site: site)
    }
    if hash != publication.hash { report("publication \(publication.id.number) has not the parts that it had") }
  }
}
