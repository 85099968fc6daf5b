import Testing

@testable import Trials

/// Single slips in an example workspace are found, each at its file and line; the program `Trials` takes more of them,
/// and other workspaces.
@Suite struct FaultTests {
  @Test func `a single fault is found at its place`() throws {
    let outcomes = try FaultTrial(files: Repository.files(in: "Examples/isles")).outcomes(5)
    #expect(outcomes.map(\.drawn).reduce(0, +) > 80)
    for outcome in outcomes where !outcome.isEnough {
      Issue.record("\(outcome.kind.rawValue)\n\(outcome.missed.joined(separator: "\n"))")
    }
  }
}
