import MilepostExchange
package import MilepostModel

/// Whether a frozen edition is what it was, and whether this program says the same of it.
package struct Verification: Sendable {
  /// What froze it, each with its version: `milepost 0.1.0`, `weasyprint 70.0`.
  package let programs: [String]
  package let fileCount: Int
  /// SHA-256 of the list of sums.
  package let seal: String
  /// Files that are gone, came or changed, in words.
  package let damages: [String]
  /// How many statements of each kind come out the same.
  package let same: [(kind: String, count: Int)]
  /// Statements that come out otherwise, in words.
  package let differences: [String]
  /// What `check` finds in the kept files that it did not find then; errors keep statements from being computed.
  package let findings: [Diagnostic]

  package var holds: Bool { damages.isEmpty && differences.isEmpty && !findings.contains { $0.severity == .error } }
}

/// The folder is no frozen edition.
package struct FrozenEditionFault: Error, CustomStringConvertible {
  package let description: String
}

/// Checks a frozen edition.
///
/// - Parameters:
///   - edition: its id.
///   - paths: every file of its folder.
///   - read: the bytes of one of them; throws when the machine fails.
/// - Throws: `FrozenEditionFault`, or what reading throws.
package func verify(
  _ edition: String, paths: [String], read: @escaping @Sendable (String) throws -> [UInt8]
) throws -> Verification {
  guard paths.contains(FrozenEdition.sums) else {
    throw FrozenEditionFault(description: "there is no \(FrozenEdition.sums) in the folder of the edition")
  }
  let sums = try read(FrozenEdition.sums)
  var expected: [String: String] = [:]
  for line in String(decoding: sums, as: UTF8.self).split(separator: "\n") {
    let parts = line.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].utf8.count == 64 else {
      throw FrozenEditionFault(description: "\(FrozenEdition.sums) has a line that is no sum: \(line)")
    }
    expected[String(parts[1].drop { $0 == " " })] = String(parts[0])
  }
  var damages: [String] = []
  for path in expected.keys.sorted() {
    if !paths.contains(path) {
      damages.append("\(path) is gone")
    } else if SHA256.digest(of: try read(path)) != expected[path] {
      damages.append("\(path) was changed")
    }
  }
  for path in paths.sorted() where expected[path] == nil && path != FrozenEdition.sums {
    damages.append("\(path) was added")
  }
  func text(_ path: String) throws -> String {
    paths.contains(path) ? String(decoding: try read(path), as: UTF8.self) : ""
  }
  let kept = Statement.read(try text(FrozenEdition.statements))
  let sources = paths.filter { $0.hasPrefix(FrozenEdition.sources) }
    .map { String($0.dropFirst(FrozenEdition.sources.count)) }
  let workspace = Workspace(paths: sources) { .bytes(try read(FrozenEdition.sources + $0)) }
  let compilation = try workspace.compile(.named(edition))
  let now = compilation.releases.last.map(Statement.all) ?? []
  let comparison = StatementComparison(kept, now)
  return Verification(
    programs: try text(FrozenEdition.program).split(separator: "\n").map(String.init),
    fileCount: expected.count, seal: SHA256.digest(of: sums), damages: damages, same: comparison.same,
    differences: compilation.hasErrors ? [] : comparison.differences, findings: compilation.diagnostics)
}

/// What an edition said and what it says now.
private struct StatementComparison {
  private(set) var same: [(kind: String, count: Int)] = []
  private(set) var differences: [String] = []

  init(_ kept: [(key: String, value: String)], _ now: [Statement]) {
    let current = Dictionary(now.map { ($0.key, $0.value) }) { first, _ in first }
    var counts: [String: Int] = [:]
    for (key, value) in kept {
      let kind = String(key.prefix { $0 != "," })
      switch current[key] {
      case value: counts[kind, default: 0] += 1
      case let other?: differences.append("\(key): \(value), now \(other)")
      case nil: differences.append("\(key): \(value), now nothing")
      }
    }
    let known = Set(kept.map(\.key))
    for statement in now where !known.contains(statement.key) {
      differences.append("\(statement.key): nothing, now \(statement.value)")
    }
    same = counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
