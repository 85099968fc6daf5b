import MilepostPipeline

/// A store could not do what was asked, or this program has none.
struct StoreFailure: Error, CustomStringConvertible {
  let description: String
}

/// What the commands do with stores; a program that was built without them says how it is built with them.
enum Stores {
  /// - Throws: `UsageError` for an address that is no file; `StoreFailure` when the program was built without stores.
  static func checkAddress(_ store: String) throws {
    try checkIsBuiltIn()
    if store.isEmpty { throw UsageError("the name of the store is empty; name a file") }
    if store.hasPrefix("postgres://") || store.hasPrefix("postgresql://") {
      throw UsageError("this milepost keeps stores in files only; name a file")
    }
  }
}

#if Store
  import ArgumentParser
  import Glibc
  import MilepostModel
  import MilepostStore

  extension Stores {
    private static func checkIsBuiltIn() throws {}

    private static func failing<Value>(_ body: () throws(StoreError) -> Value) throws -> Value {
      do throws(StoreError) {
        return try body()
      } catch {
        if case .exists(let path) = error { throw UsageError("\(path) exists and was not overwritten") }
        throw StoreFailure(description: "\(error)")
      }
    }

    static func publish(_ compilation: Compilation, to path: String) throws {
      let store = try failing { () throws(StoreError) in try SQLiteStore.openOrMake(path) }
      let publishing = try failing { () throws(StoreError) in try store.beginPublishing() }
      let progress = Progress()
      var findings = Diagnostics()
      let publication = Publication(compilation.releases, languages: [], parts: .all, scratch: FileSystem.scratch)
      let site = try publication.write(into: &findings) { file, bytes in
        progress.stage("publishing \(file)")
        try publishing.add(file, bytes)
      }
      progress.finish()
      for finding in findings.all {
        Terminal.complain(finding.text(inColour: Terminal.isInteractive).dropLastNewline)
      }
      // The plan was checked before: a fault of the site is the program's own.
      if findings.hasErrors { throw StoreFailure(description: "the site has faults; nothing was published") }
      let deposit = compilation.deposit(site, program: Milepost.configuration.version)
      let receipt = try failing { () throws(StoreError) in try publishing.finish(deposit, at: now) }
      try Terminal.write(report(receipt, deposit, path))
    }

    private static func report(_ receipt: PublishingReceipt, _ deposit: Deposit, _ path: String) -> String {
      let number = receipt.publication.id.number
      guard receipt.isNew else {
        return "nothing has changed since publication \(number) of \(receipt.publication.published)\n"
      }
      let editions = deposit.items.map { $0.release.edition?.id.text ?? "as of \($0.release.asOf)" }
      let added = receipt.added
      return """
        published \(editions.joined(separator: ", ")) into \(path) as publication \(number)
        added \(added.releases) of \(editions.count) releases, \(added.chunks) chunks of series, \(added.files) files: \
        \(added.bytes / 1000 + 1) kB

        """
    }

    private static var now: Moment {
      var time = timespec()
      clock_gettime(CLOCK_REALTIME, &time)
      return Moment(millisecondsSince1970: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }

    static func list(_ path: String) throws -> String {
      try failing { () throws(StoreError) in
        let store = try SQLiteStore.open(path)
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

    static func verify(_ path: String) throws -> String {
      let found = try failing { () throws(StoreError) in try SQLiteStore.open(path).verify() }
      guard found.damages.isEmpty else {
        for damage in found.damages { Terminal.complain("\(path): \(damage)") }
        throw StoreFailure(description: "\(path) is damaged; restore it from a backup")
      }
      return """
        sound
        publications  \(found.publications)
        releases      \(found.releases)
        chunks        \(found.chunks)
        files         \(found.blobs)

        """
    }

    static func backUp(_ path: String, to file: String) throws {
      try failing { () throws(StoreError) in try SQLiteStore.open(path).backUp(to: file) }
    }

    static func restore(_ path: String, from file: String, isReplacing: Bool) throws {
      do {
        try failing { () throws(StoreError) in
          try SQLiteStore.restore(file, to: path, replacing: isReplacing)
        }
      } catch let error as UsageError {
        throw UsageError("\(error.message); --replace lets it give way")
      }
    }
  }
#else
  extension Stores {
    private static let missing = StoreFailure(
      description: "this milepost was built without stores; build it with\n"
        + "  swift build -c release --product milepost --traits Store")

    private static func checkIsBuiltIn() throws { throw missing }

    static func publish(_ compilation: Compilation, to path: String) throws { throw missing }
    static func list(_ path: String) throws -> String { throw missing }
    static func verify(_ path: String) throws -> String { throw missing }
    static func backUp(_ path: String, to file: String) throws { throw missing }
    static func restore(_ path: String, from file: String, isReplacing: Bool) throws { throw missing }
  }
#endif
