import Foundation
import MilepostEngine
import MilepostModel
import MilepostPipeline
import Testing

/// Of a changed value exactly the sentences that became false are found, as a second opinion on the report has it.
///
/// The quick form takes a few changes and the chapter that all six languages have; the slow one 500 and all chapters.
@Suite struct MutationTests {
  typealias Files = [String: [UInt8]]

  static let edition = "C20/35"
  static let date = "2020-04-29"
  static let languages: Set<String> = ["en", "fr", "es", "ru", "zh", "ar"]
  static let isSlow = ProcessInfo.processInfo.environment["MILEPOST_SLOW"] != nil
  static let isVerbose = ProcessInfo.processInfo.environment["MILEPOST_VERBOSE"] != nil
  static let changes = isSlow ? 500 : 4

  struct Outcome: Sendable {
    let change: Change
    /// Changes that were drawn before, and stopped the run with errors outside of the text.
    let stopped: Int
    let found: [SecondOpinion.Finding]
    let expected: [SecondOpinion.Finding]
  }

  @Test func `of a changed value exactly the sentences that became false are named`() async throws {
    let outcomes = try await MutationTests.outcomes()
    for outcome in outcomes where outcome.found != outcome.expected {
      let (found, expected) = (Set(outcome.found), Set(outcome.expected))
      Issue.record(
        """
        \(outcome.change)
        only the program: \(found.subtracting(expected).sorted())
        only the second opinion: \(expected.subtracting(found).sorted())
        """)
    }
    let breaking = outcomes.filter { !$0.found.isEmpty }
    if MutationTests.isVerbose {
      for outcome in outcomes { print("\(outcome.found.count) false, \(outcome.stopped) stopped: \(outcome.change)") }
      let (again, broken) = outcomes.reduce((0, 0)) { ($0.0 + $1.stopped, $0.1 + $1.found.count) }
      print("\(outcomes.count) changes, \(again) drawn again, \(breaking.count) made \(broken) sentences false")
    }
    guard MutationTests.isSlow else { return }
    #expect(2 * breaking.count >= outcomes.count)
    #expect(breaking.count < outcomes.count, "small changes leave every sentence true")
    #expect(
      breaking.reduce(into: []) { $0.formUnion(SecondOpinion.Finding.languages($1.found)) } == MutationTests.languages)
  }

  @Test func `the second opinion reads every binding of the report and finds nothing in it`() throws {
    let opinion = try MutationTests.opinion(of: Repository.files(in: "Examples/connect-2030"))
    #expect(opinion.findings == [])
    #expect(opinion.sentences.count > 900)
    #expect(opinion.sentences.count == opinion.boundCount)
  }

  /// In the order of their numbers, whatever order they were made in.
  private static func outcomes() async throws -> [Outcome] {
    let files = isSlow ? try Repository.files(in: "Examples/connect-2030") : try filesInShort()
    let maker = ChangeMaker(files, try opinion(of: files))
    return try await withThrowingTaskGroup(of: (Int, Outcome).self) { group in
      var made: [Int: Outcome] = [:]
      let workers = ProcessInfo.processInfo.activeProcessorCount
      for number in 0..<changes {
        if number >= workers, let (number, outcome) = try await group.next() { made[number] = outcome }
        group.addTask { (number, try outcome(number, maker)) }
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
      let compilation = try Workspace(files: change.files).compile(.named(edition))
      return Outcome(
        change: change, stopped: stopped, found: findings(compilation),
        expected: try opinion(of: change.files, release).findings)
    }
  }

  /// The example with one chapter in each language.
  static func filesInShort() throws -> Files {
    try Repository.files(in: "Examples/connect-2030").filter { path, _ in
      !path.hasPrefix("narrative/") || path.hasSuffix("/7-progress.md") || path == "narrative/report.yaml"
    }
  }

  /// False claims, figures that say something else, and those without a value.
  static func findings(_ compilation: Compilation) -> [SecondOpinion.Finding] {
    compilation.diagnostics.filter { ["MP1201", "MP1202", "MP1204"].contains($0.code) }.map {
      SecondOpinion.Finding(
        file: $0.position.file, line: $0.position.line, column: $0.position.column, code: $0.code)
    }.sorted()
  }

  /// - Returns: nil where errors outside of texts stand, which keep these from being judged.
  static func releaseWithoutText(_ files: Files) throws -> Release? {
    let withoutText = files.filter { !$0.key.hasPrefix("narrative/") }
    return try Workspace(files: withoutText).compile(.named(edition)).releases.first
  }

  static func opinion(of files: Files) throws -> SecondOpinion {
    try opinion(of: files, try #require(try releaseWithoutText(files)))
  }

  private static func opinion(of files: Files, _ release: Release) throws -> SecondOpinion {
    let assessed = try JSONDecoder().decode(AssessedPlan.self, from: Data(Answers(release).assessmentJSON))
    return SecondOpinion(files, date: date, assessed: assessed)
  }
}

extension SecondOpinion.Finding {
  static func languages(_ findings: [Self]) -> Set<String> {
    Set(findings.compactMap { $0.file.split(separator: "/").dropFirst().first.map(String.init) })
  }
}
