import MilepostPipeline

/// A store could not do what was asked, or this program has none.
struct StoreFailure: Error, CustomStringConvertible {
  let description: String
}

/// What the commands do with stores; a program that was built without them says how it is built with them.
enum Stores {
  /// - Throws: `UsageError` for what is no address; `StoreFailure` when the program was built without such stores.
  static func checkAddress(_ store: String) throws {
    try checkIsBuiltIn()
    if store.isEmpty { throw UsageError("the name of the store is empty; name a file") }
    if isPostgres(store) { try checkPostgres(store) }
  }

  static func isPostgres(_ store: String) -> Bool {
    store.hasPrefix("postgres://") || store.hasPrefix("postgresql://")
  }

  static func missing(_ what: String, trait: String) -> StoreFailure {
    StoreFailure(
      description: "this milepost was built without \(what); build it with\n"
        + "  swift build -c release --product milepost --traits \(trait)")
  }
}

#if Store
  import ArgumentParser
  import Glibc
  import MilepostModel
  import MilepostStore

  extension Stores {
    private static func checkIsBuiltIn() throws {}

    static func failing<Value>(_ body: () throws(StoreError) -> Value) throws -> Value {
      do throws(StoreError) {
        return try body()
      } catch {
        if case .exists(let path) = error { throw UsageError("\(path) exists and was not overwritten") }
        throw StoreFailure(description: "\(error)")
      }
    }

    /// - Parameter isMaking: whether a store is made where there is none.
    static func open(_ address: String, making isMaking: Bool = false) throws -> any ReleaseStore {
      if isPostgres(address) { return try openPostgres(address, making: isMaking) }
      return try failing { () throws(StoreError) in
        isMaking ? try SQLiteStore.openOrMake(address) : try SQLiteStore.open(address)
      }
    }

    /// Publishes into a store, which is made where there is none, and says what came of it.
    static func publish(_ compilation: Compilation, to address: String) throws {
      let store = try open(address, making: true)
      let before = try failing { () throws(StoreError) in
        guard let last = try store.publication(asOf: nil) else { return (number: 0, releases: [ReleaseRecord]()) }
        return (number: last.id.number, releases: try store.releases(of: last.id))
      }
      let (receipt, deposit) = try deposit(compilation, in: store)
      try Terminal.write(report(receipt, deposit, shown(address)))
      for item in deposit.items {
        guard let edition = item.release.edition?.id,
          before.releases.contains(where: { $0.edition == edition && $0.contentHash != item.contentHash })
        else { continue }
        try Terminal.write(
          "\(edition) was published before with other content, which publication \(before.number) keeps\n")
      }
    }

    static func deposit(_ compilation: Compilation, in store: any ReleaseStore) throws -> (PublishingReceipt, Deposit) {
      let publishing = try failing { () throws(StoreError) in try store.beginPublishing() }
      let progress = Progress()
      var findings = Diagnostics()
      let publication = Publication(compilation.releases, languages: [], parts: .all, scratch: FileSystem.scratch)
      let site = try publication.write(into: &findings) { file, bytes in
        progress.stage("publishing \(file)")
        try failing { () throws(StoreError) in try publishing.add(file, bytes) }
      }
      progress.finish()
      for finding in findings.all {
        Terminal.complain(finding.text(inColour: Terminal.isInteractive).dropLastNewline)
      }
      // The plan was checked before: a fault of the site is the program's own.
      if findings.hasErrors { throw StoreFailure(description: "the site has faults; nothing was published") }
      let deposit = compilation.deposit(site, program: Milepost.configuration.version)
      return (try failing { () throws(StoreError) in try publishing.finish(deposit, at: now) }, deposit)
    }

    private static func report(_ receipt: PublishingReceipt, _ deposit: Deposit, _ name: String) -> String {
      let number = receipt.publication.id.number
      guard receipt.isNew else {
        return "nothing has changed since publication \(number) of \(receipt.publication.published)\n"
      }
      let editions = deposit.items.map { $0.release.edition?.id.text ?? "as of \($0.release.asOf)" }
      let added = receipt.added
      return """
        published \(editions.joined(separator: ", ")) into \(name) as publication \(number)
        added \(added.releases) of \(editions.count) releases, \(added.chunks) chunks of series, \(added.files) files: \
        \(added.bytes / 1000 + 1) kB

        """
    }

    private static var now: Moment {
      var time = timespec()
      clock_gettime(CLOCK_REALTIME, &time)
      return Moment(millisecondsSince1970: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }

    /// A store to look at, which is not touched by it.
    private static func look(at address: String) throws -> any ReleaseStore {
      if isPostgres(address) { return try openPostgres(address, making: false) }
      return try failing { () throws(StoreError) in try SQLiteStore.openUntouched(address) }
    }

    static func list(_ address: String) throws -> String {
      let store = try look(at: address)
      return try failing { () throws(StoreError) in
        var lines: [String] = []
        for publication in try store.publications() {
          for release in try store.releases(of: publication.id) {
            let edition = release.edition.map { "\($0)  \(release.asOf)" } ?? "as of \(release.asOf)"
            lines.append(
              "\(publication.id.number)  \(publication.published)  \(edition)  sha256:\(release.contentHash)\n")
          }
        }
        return lines.isEmpty ? "nothing was published\n" : lines.joined()
      }
    }

    static func verify(_ address: String) throws -> String {
      var found = try failing { [store = try look(at: address)] () throws(StoreError) in try store.verify() }
      if !found.damages.isEmpty {
        // Somebody may have begun to publish meanwhile.
        found = try failing { [store = try open(address)] () throws(StoreError) in try store.verify() }
      }
      guard found.damages.isEmpty else {
        for damage in found.damages { Terminal.complain("\(shown(address)): \(damage)") }
        throw StoreFailure(description: "\(shown(address)) is damaged; restore it from a backup")
      }
      return """
        sound
        publications  \(found.publications)
        releases      \(found.releases)
        chunks        \(found.chunks)
        files         \(found.blobs)

        """
    }

    static func backUp(_ address: String, to file: String) throws {
      if isPostgres(address) { return try backUpPostgres(address, to: file) }
      try failing { () throws(StoreError) in try SQLiteStore.openUntouched(address).backUp(to: file) }
    }

    static func restore(_ address: String, from file: String, isReplacing: Bool) throws {
      do {
        if isPostgres(address) { return try restorePostgres(address, from: file, isReplacing: isReplacing) }
        try failing { () throws(StoreError) in
          try SQLiteStore.restore(file, to: address, replacing: isReplacing)
        }
      } catch let error as UsageError {
        throw UsageError("\(error.message); --replace lets it give way")
      }
    }
  }
#else
  extension Stores {
    private static let none = missing("stores", trait: "Store")

    private static func checkIsBuiltIn() throws { throw none }
    private static func checkPostgres(_ store: String) throws { throw none }

    static func publish(_ compilation: Compilation, to path: String) throws { throw none }
    static func list(_ path: String) throws -> String { throw none }
    static func verify(_ path: String) throws -> String { throw none }
    static func backUp(_ path: String, to file: String) throws { throw none }
    static func restore(_ path: String, from file: String, isReplacing: Bool) throws { throw none }
    static func shown(_ address: String) -> String { address }
  }
#endif
