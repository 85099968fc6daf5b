import MilepostModel
import Testing

@testable import Trials

/// Of a changed value exactly the sentences that became false are found, as a second opinion on the report has it.
///
/// A few changes and the chapter that all six languages have; the program `Trials` takes 500 and all chapters.
@Suite struct MutationTests {
  static let languages: Set<String> = ["en", "fr", "es", "ru", "zh", "ar"]

  @Test func `of a changed value exactly the sentences that became false are named`() async throws {
    let outcomes = try await MutationTrial(files: MutationTests.filesInShort()).outcomes(4, workers: 2)
    #expect(outcomes.count == 4)
    #expect(outcomes.contains { !$0.expected.isEmpty })
    for outcome in outcomes where !outcome.isAgreed { Issue.record("\(outcome.difference)") }
  }

  @Test func `the second opinion reads every binding of the report and finds nothing in it`() throws {
    let opinion = try MutationTrial.opinion(of: Repository.files(in: "Examples/connect-2030"))
    #expect(opinion.findings == [])
    #expect(opinion.sentences.count > 900)
    #expect(opinion.sentences.count == opinion.boundCount)
  }

  /// The example with one chapter in each language.
  static func filesInShort() throws -> MutationTrial.Files {
    try Repository.files(in: "Examples/connect-2030").filter { path, _ in
      !path.hasPrefix("narrative/") || path.hasSuffix("/7-progress.md") || path == "narrative/report.yaml"
    }
  }
}
