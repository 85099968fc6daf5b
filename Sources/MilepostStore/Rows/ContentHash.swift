package import MilepostModel

/// What the hash of a release or a publication is over, in a form that does not depend on the engine that keeps it.
package enum ContentHash {
  /// Over rows, series and what else tells one release from another.
  package static func release(
    edition: Edition.ID?, asOf: CalendarDate, contentHash: String, series: Digest, rows: [ReleaseRows]
  ) -> Digest {
    var bytes: [UInt8] = []
    for text in [edition.map(\.text) ?? "-", asOf.description, contentHash, series.text] {
      add(.text(text), to: &bytes)
    }
    for table in rows {
      add(.text(table.table.rawValue), to: &bytes)
      add(.integer(table.rows.count), to: &bytes)
      for row in table.rows {
        for cell in row { add(cell, to: &bytes) }
      }
    }
    return Digest(of: bytes)
  }

  /// Over the hashes of the chunks, in their order.
  package static func series(_ chunks: [Digest]) -> Digest { lines(chunks.map(\.text)) }

  /// Over the paths and hashes of the files, sorted by path.
  package static func site(_ files: [(path: String, hash: Digest)]) -> Digest {
    lines(files.map { "\($0.hash)  \($0.path)" })
  }

  /// What a publication says of a dataflow.
  package struct State {
    private let dataflow: Dataflow.ID
    private let received: CalendarDate
    private let published: CalendarDate
    private let series: Digest

    init(_ state: StateRecord) {
      dataflow = state.dataflow
      received = state.received
      published = state.published
      series = state.series.hash
    }

    package init(_ state: DataflowState, _ series: Digest) {
      dataflow = state.dataflow
      received = state.received
      published = state.published
      self.series = series
    }

    fileprivate var line: String { "\(dataflow) \(received) \(published) \(series)" }
  }

  /// - Parameter states: in any order.
  package static func publication(releases: [Digest], states: [State], site: Digest) -> Digest {
    lines(
      releases.map { "release \($0)" }
        + states.map(\.line).sorted() + ["site \(site)"])
  }

  private static func lines(_ lines: [String]) -> Digest { Digest(ofText: lines.map { $0 + "\n" }.joined()) }

  /// Each cell tells its kind and length, so that no two rows look the same.
  private static func add(_ cell: StoreCell, to bytes: inout [UInt8]) {
    switch cell {
    case .null: bytes.append(contentsOf: "n;".utf8)
    case .integer(let number): bytes.append(contentsOf: "i\(number);".utf8)
    case .real(let number): bytes.append(contentsOf: "r\(number.bitPattern);".utf8)
    case .text(let text): bytes.append(contentsOf: "t\(text.utf8.count):\(text);".utf8)
    }
  }
}
