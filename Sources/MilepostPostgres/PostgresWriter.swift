#if Postgres
  import MilepostModel
  import MilepostStore

  /// Writes what a publication consists of, each part once: what the store has already is found by its hash.
  ///
  /// Numbers are given here and not by the server, because nobody else writes meanwhile.
  struct PostgresWriter {
    /// A row with its hash.
    struct Part {
      let id: Int
      let hash: Digest
    }

    /// The highest number of each table.
    private struct Numbers {
      var blob, site, set, release, publication: Int
    }

    private let connection: PostgresConnection
    private var numbers: Numbers
    private var chunks: PostgresChunkWriter
    private var blobs: [Digest: Int] = [:]
    private var addedReleases = 0
    private var addedFiles = 0
    private var fileBytes = 0

    init(_ connection: PostgresConnection) throws(StoreError) {
      self.connection = connection
      let tables = ["blob", "site", "series_set", "release", "publication"]
      let rows = try connection.run(
        "SELECT " + tables.map { "(SELECT coalesce(max(id), 0) FROM milepost.\($0))" }.joined(separator: ", "))
      numbers = Numbers(
        blob: rows.integer(0, 0), site: rows.integer(0, 1), set: rows.integer(0, 2), release: rows.integer(0, 3),
        publication: rows.integer(0, 4))
      chunks = try PostgresChunkWriter(connection)
    }

    var added: PublishingReceipt.Added {
      var added = PublishingReceipt.Added()
      added.files = addedFiles
      added.chunks = chunks.added
      added.releases = addedReleases
      added.bytes = fileBytes + chunks.addedBytes
      return added
    }

    private func known(_ table: String, _ hash: Digest) throws(StoreError) -> Int? {
      let rows = try connection.run("SELECT id FROM milepost.\(table) WHERE hash = $1", [.text(hash.text)])
      return rows.count == 0 ? nil : rows.integer(0, 0)
    }

    /// Rows of a table, in the text form of `COPY`.
    private func insert(
      _ table: String, _ columns: [String], _ rows: [[StoreCell]]
    ) throws(StoreError) {
      if rows.isEmpty { return }
      try connection.copy("COPY milepost.\(table) (\(columns.joined(separator: ", "))) FROM STDIN") {
        (copy) throws(StoreError) in
        for row in rows { try copy.line(row) }
      }
    }

    /// Files that are not there yet, many at once.
    ///
    /// - Returns: the number of each.
    mutating func files(_ files: [(hash: Digest, contents: [UInt8])]) throws(StoreError) -> [Int] {
      let unknown = Set(files.map(\.hash)).filter { blobs[$0] == nil }
      let rows = try connection.run(
        "SELECT hash, id FROM milepost.blob WHERE hash = ANY ($1::text[])", [.digests(unknown.map(\.text))])
      for row in 0..<rows.count { blobs[Digest(text: rows.text(row, 0))] = rows.integer(row, 1) }
      if rows.count < unknown.count {
        try connection.copy("COPY milepost.blob (id, hash, length, encoding, bytes) FROM STDIN (FORMAT binary)") {
          (copy) throws(StoreError) in
          copy.head()
          for file in files where blobs[file.hash] == nil { try add(file, to: &copy) }
          copy.tail()
        }
      }
      return files.map { file in
        guard let id = blobs[file.hash] else { preconditionFailure("every file has a number by now") }
        return id
      }
    }

    private mutating func add(
      _ file: (hash: Digest, contents: [UInt8]), to copy: inout PostgresCopy
    ) throws(StoreError) {
      let kept = StoredFile(file.contents, hash: file.hash)
      numbers.blob += 1
      blobs[file.hash] = numbers.blob
      addedFiles += 1
      fileBytes += kept.bytes.count
      try copy.row(5)
      copy.integer(numbers.blob)
      copy.text(file.hash.text)
      copy.long(kept.length)
      copy.text(kept.encoding.rawValue)
      copy.text(kept.bytes)
    }

    mutating func release(_ release: PublicationParts.ReleasePart) throws(StoreError) -> Part {
      let set = try set(release.series)
      let hash = ContentHash.release(
        edition: release.edition, asOf: release.asOf, contentHash: release.contentHash, series: set.hash,
        rows: release.rows)
      if let id = try known("release", hash) { return Part(id: id, hash: hash) }
      numbers.release += 1
      addedReleases += 1
      let id = numbers.release
      try insert(
        "release", ["id", "hash", "edition", "as_of", "content_hash", "series_set"],
        [
          [
            .integer(id), .text(hash.text), StoreCell(release.edition?.text), .text(release.asOf.description),
            .text(release.contentHash), .integer(set.id),
          ]
        ])
      for table in release.rows {
        try insert(
          table.table.rawValue, ["release", "line"] + table.table.columns,
          table.rows.enumerated().map { [.integer(id), .integer($0)] + $1 })
      }
      return Part(id: id, hash: hash)
    }

    mutating func set(_ table: SeriesTable) throws(StoreError) -> Part {
      let parts = try chunks.write(table)
      let hash = ContentHash.series(parts.chunks.map(\.hash))
      if let id = try known("series_set", hash) { return Part(id: id, hash: hash) }
      numbers.set += 1
      let id = numbers.set
      try insert(
        "series_set", ["id", "hash", "series", "observations"],
        [[.integer(id), .text(hash.text), .integer(table.seriesCount), .integer(table.valueCount)]])
      try insert(
        "set_chunk", ["series_set", "indicator", "place", "chunk", "first_area", "first_codes"],
        parts.chunks.enumerated().map { place, chunk in
          [
            .integer(id), .text(chunk.first.indicator.text), .integer(place), .integer(chunk.id),
            .text(chunk.first.area.text), .text(chunk.first.codes.stored),
          ]
        })
      try insert(
        "availability", ["series_set", "dimension", "code", "series", "observations", "first_period", "last_period"],
        parts.availability.map { code in
          [
            .integer(id), .text(code.dimension), .text(code.code), .integer(code.series), .integer(code.observations),
            StoreCell(code.periods?.lowerBound.stored), StoreCell(code.periods?.upperBound.stored),
          ]
        })
      return Part(id: id, hash: hash)
    }

    mutating func site(_ hash: Digest, _ files: [(path: String, blob: Int)]) throws(StoreError) -> Int {
      if let id = try known("site", hash) { return id }
      numbers.site += 1
      let id = numbers.site
      try insert("site", ["id", "hash"], [[.integer(id), .text(hash.text)]])
      try insert(
        "site_file", ["site", "path", "blob"], files.map { [.integer(id), .text($0.path), .integer($0.blob)] })
      return id
    }

    /// - Parameter states: with their sets.
    mutating func publication(
      _ time: Moment, _ parts: PublicationParts, _ hash: Digest, site: Int, releases: [Part],
      states: [(state: DataflowState, set: Part)]
    ) throws(StoreError) -> PublicationRecord {
      numbers.publication += 1
      let id = numbers.publication
      try insert(
        "publication", ["id", "published", "program", "workspace", "hash", "site"],
        [
          [
            .integer(id), .text(time.description), .text(parts.program), .text(parts.workspace), .text(hash.text),
            .integer(site),
          ]
        ])
      try insert(
        "publication_release", ["publication", "place", "release"],
        releases.enumerated().map { [.integer(id), .integer($0), .integer($1.id)] })
      try insert(
        "publication_state", ["publication", "dataflow", "received", "published", "series_set"],
        states.map { state, set in
          [
            .integer(id), .text(state.dataflow.text), .text(state.received.description),
            .text(state.published.description), .integer(set.id),
          ]
        })
      return PublicationRecord(
        id: StoreID(id), published: time, program: parts.program, workspace: parts.workspace, hash: hash)
    }
  }
#endif
