import Testing

@testable import Trials

/// Single slips in the example workspaces are found, each at its file and line; the program `Trials` takes more of them.
@Suite struct FaultTests {
  @Test(arguments: ["Examples/connect-2030", "Examples/isles"])
  func `a single fault is found at its place`(_ example: String) throws {
    let outcomes = try FaultTrial(files: Repository.files(in: example)).outcomes(2)
    #expect(outcomes.map(\.drawn).reduce(0, +) > 30)
    for outcome in outcomes where !outcome.isEnough {
      Issue.record("\(outcome.kind.rawValue)\n\(outcome.missed.joined(separator: "\n"))")
    }
  }
}
