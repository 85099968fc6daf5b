import Foundation
import MilepostEngine
import MilepostModel
import MilepostPipeline

/// Changes one value of a workspace after the other, and asks the program and a second opinion what became false.
struct MutationTrial: Sendable {
  typealias Files = [String: [UInt8]]

  struct Outcome: Sendable {
    let change: Change
    /// Changes that were drawn before, and stopped the run with errors outside of the text.
    let stopped: Int
    let found: [SecondOpinion.Finding]
    let expected: [SecondOpinion.Finding]
  }

  static let edition = "C20/35"
  static let date = "2020-04-29"

  let files: Files

  /// In the order of their numbers, whatever order they were made in.
  func outcomes(_ changes: Int, workers: Int) async throws -> [Outcome] {
    let maker = ChangeMaker(files, try MutationTrial.opinion(of: files))
    return try await withThrowingTaskGroup(of: (Int, Outcome).self) { group in
      var made: [Int: Outcome] = [:]
      for number in 0..<changes {
        if number >= workers, let (number, outcome) = try await group.next() { made[number] = outcome }
        group.addTask { (number, try MutationTrial.outcome(number, maker)) }
      }
      for try await (number, outcome) in group { made[number] = outcome }
      return made.keys.sorted().compactMap { made[$0] }
    }
  }

  /// Draws until a change leaves the workspace whole enough for its text to be judged.
  private static func outcome(_ number: Int, _ maker: ChangeMaker) throws -> Outcome {
    let kind = Change.Kind.allCases[number % Change.Kind.allCases.count]
    var random = SplitMix64(state: 20_200_429 + UInt64(number))
    var stopped = 0
    while true {
      guard let change = maker.change(kind, &random) else { continue }
      guard let release = try releaseWithoutText(change.files) else {
        stopped += 1
        continue
      }
      return Outcome(
        change: change, stopped: stopped, found: findings(try compilation(of: change.files)),
        expected: try opinion(of: change.files, release).findings)
    }
  }

  static func compilation(of files: Files) throws -> Compilation { try workspace(files).compile(.named(edition)) }

  /// False claims, figures that say something else, and those without a value.
  static func findings(_ compilation: Compilation) -> [SecondOpinion.Finding] {
    compilation.diagnostics.filter { ["MP1201", "MP1202", "MP1204"].contains($0.code) }.map {
      SecondOpinion.Finding(
        file: $0.position.file, line: $0.position.line, column: $0.position.column, code: $0.code)
    }.sorted()
  }

  /// - Returns: nil where errors outside of texts stand, which keep these from being judged.
  private static func releaseWithoutText(_ files: Files) throws -> Release? {
    try compilation(of: files.filter { !$0.key.hasPrefix("narrative/") }).releases.first
  }

  /// - Throws: `CocoaError` when the workspace has errors outside of its texts.
  static func opinion(of files: Files) throws -> SecondOpinion {
    guard let release = try releaseWithoutText(files) else { throw CocoaError(.fileReadCorruptFile) }
    return try opinion(of: files, release)
  }

  private static func opinion(of files: Files, _ release: Release) throws -> SecondOpinion {
    let assessed = try JSONDecoder().decode(AssessedPlan.self, from: Data(Answers(release).assessmentJSON))
    return SecondOpinion(files, date: date, assessed: assessed)
  }
}

extension MutationTrial.Outcome {
  var isAgreed: Bool { found == expected }

  /// What only one of the two says.
  var difference: String {
    """
    \(change)
    only the program: \(Set(found).subtracting(expected).sorted())
    only the second opinion: \(Set(expected).subtracting(found).sorted())
    """
  }
}

extension SecondOpinion.Finding {
  static func languages(_ findings: [Self]) -> Set<String> {
    Set(findings.compactMap { $0.file.split(separator: "/").dropFirst().first.map(String.init) })
  }
}
