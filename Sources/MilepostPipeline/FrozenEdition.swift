import MilepostExchange
import MilepostLanguage
package import MilepostModel

/// An edition as it is kept: what was released, what it was made from, and what it says.
///
/// In its folder `frozen/<slug>/` stand `workspace/` (every file that the edition was compiled from), `data/` and the reports (what was
/// released), `statements.csv` (every figure, claim and status), `program.txt` (the versions of the programs that made it), and
/// `files.sha256`, which `sha256sum --check` reads as well.
package struct FrozenEdition: Sendable {
  /// By path in the folder, sorted.
  package let files: [(path: String, bytes: [UInt8])]
  /// SHA-256 of `files.sha256`: who knows it can tell that nothing of the edition was changed.
  package let seal: String

  static let sums = "files.sha256"
  static let statements = "statements.csv"
  static let program = "program.txt"
  static let sources = "workspace/"

  /// The folder of an edition in its workspace.
  package static func folder(of edition: Edition.ID) -> String { "frozen/\(edition.text.slug)" }

  fileprivate init(_ contents: [(path: String, bytes: [UInt8])]) {
    let sorted = contents.sorted { $0.path < $1.path }
    let sums = sorted.map { "\(SHA256.digest(of: $0.bytes))  \($0.path)\n" }.joined()
    files = sorted + [(FrozenEdition.sums, Array(sums.utf8))]
    seal = SHA256.digest(of: Array(sums.utf8))
  }
}

extension Workspace {
  /// Keeps an edition.
  ///
  /// - Parameters:
  ///   - programs: this one and those that made files of the report, each with its version: `weasyprint 70.0`.
  ///   - reports: the files of the report, by name.
  ///   - scratch: a folder for temporary files.
  package func freeze(
    _ release: Release, programs: [String], reports: [(path: String, bytes: [UInt8])], scratch: String
  ) throws -> FrozenEdition {
    var files = reports
    for path in sourcePaths { files.append((FrozenEdition.sources + path, try contents(of: path))) }
    var unseen = Diagnostics()
    let publication = Publication([release], languages: [], parts: .data, scratch: scratch)
    try publication.write(into: &unseen) { path, bytes in
      if path.hasPrefix("data/") { files.append((path, copy bytes)) }
    }
    files.append((FrozenEdition.statements, Array(Statement.table(Statement.all(of: release)).utf8)))
    files.append((FrozenEdition.program, Array(programs.map { $0 + "\n" }.joined().utf8)))
    return FrozenEdition(files)
  }
}

/// Something that an edition says and that must come out the same: a figure, claim or status.
struct Statement: Hashable {
  enum Kind: String { case figure, claim, target, outcome }

  let kind: Kind
  /// `en/progress/12`, or the id of a target.
  let place: String
  /// The expression; empty for statuses.
  let question: String
  let value: String

  /// In the order of the report, then of the plan.
  static func all(of release: Release) -> [Statement] {
    var found: [Statement] = []
    for published in release.report.map(\.chapters) ?? [] {
      let chapter = published.chapter
      for (number, binding) in chapter.bindings.enumerated() {
        guard let figure = binding.figure, let value = published.values[number] else { continue }
        let kind: Kind = if case .claim = binding.content { .claim } else { .figure }
        found.append(
          Statement(
            kind: kind, place: "\(chapter.language)/\(chapter.id)/\(number + 1)", question: figure.text,
            value: value.machineText))
      }
    }
    found += release.assessments.map {
      Statement(kind: .target, place: $0.target.text, question: "", value: $0.status.rawValue)
    }
    found += release.directions.map {
      Statement(kind: .outcome, place: $0.outcome.text, question: "", value: $0.status.rawValue)
    }
    return found
  }

  /// The value comes first, because it alone has no comma.
  static func table(_ statements: [Statement]) -> String {
    "value,kind,place,question\n" + statements.map { "\($0.value),\($0.key)\n" }.joined()
  }

  /// What is said something of, as the table writes it.
  var key: String { "\(kind.rawValue),\(place),\"\(question)\"" }

  /// Keys and values of a table, in its order.
  static func read(_ table: String) -> [(key: String, value: String)] {
    table.split(separator: "\n").dropFirst().map { line in
      let comma = line.firstIndex(of: ",") ?? line.endIndex
      return (key: String(line[comma..<line.endIndex].dropFirst()), value: String(line[line.startIndex..<comma]))
    }
  }
}

extension BoundValue {
  /// At full precision, without a comma.
  fileprivate var machineText: String {
    switch value {
    case .number(let number): String(machine: number)
    case .truth(let truth): truth ? "true" : "false"
    case .status(let status): status.rawValue
    case .direction(let direction): direction.rawValue
    case .period(let period): period.description
    case .word(let word): word.split(separator: ",").joined(separator: ";")
    }
  }
}
