import Foundation
import MilepostEngine
import MilepostModel
import MilepostPipeline
import Testing

/// Single slips in the example workspaces are found, each at its file and line.
@Suite struct FaultTests {
  static let isSlow = ProcessInfo.processInfo.environment["MILEPOST_SLOW"] != nil
  static let isVerbose = ProcessInfo.processInfo.environment["MILEPOST_VERBOSE"] != nil
  /// Faults for each kind and example.
  static let perKind = isSlow ? 25 : 5

  /// Kinds of which some cases look like any good value: a digit swapped far behind the point, a value of one small
  /// island in the place of a like one, the first or last row of a series that stands alone, one of two points, the id
  /// of an enabler among two to which nothing refers. Of these the stated share must be found, of all others every case.
  static let sharesFound: [Fault.Kind: Double] = [
    .digitsSwapped: 0.3, .rowDropped: 0.5, .valuesExchanged: 0.7, .rowShifted: 0.75, .decimalPointMoved: 0.8,
    .timesThousand: 0.9, .idRenamed: 0.9,
  ]

  struct Outcome {
    var drawn = 0
    var found = 0
    var missed: [String] = []
  }

  @Test(arguments: ["Examples/connect-2030", "Examples/isles"])
  func `a single fault is found at its place`(_ example: String) throws {
    let maker = FaultMaker(try Repository.files(in: example))
    var random = SplitMix64(state: 20_200_429)
    var outcomes: [Fault.Kind: Outcome] = [:]
    for kind in Fault.Kind.allCases {
      var outcome = Outcome()
      var attempts = 0
      while outcome.drawn < Self.perKind, attempts < 200 {
        attempts += 1
        guard let fault = maker.fault(kind, &random) else { continue }
        outcome.drawn += 1
        let found = try Workspace(files: fault.files).compile().diagnostics
        let isAtPlace = found.contains { finding in
          fault.file.isEmpty || (finding.position.file == fault.file && fault.lines.contains(finding.position.line))
        }
        if isAtPlace { outcome.found += 1 } else { outcome.missed.append("\(fault) \(found.prefix(2).map(\.line))") }
      }
      outcomes[kind] = outcome
    }
    for kind in Fault.Kind.allCases {
      guard let outcome = outcomes[kind], outcome.drawn > 0 else { continue }
      if Self.isVerbose { print("\(example) \(kind.rawValue): \(outcome.found) of \(outcome.drawn) found") }
      for miss in outcome.missed where Self.isVerbose { print("  missed \(miss)") }
      guard let share = Self.sharesFound[kind] else {
        #expect(outcome.found == outcome.drawn, "\(outcome.missed.joined(separator: "\n"))")
        continue
      }
      #expect(Double(outcome.found) >= share * Double(outcome.drawn), "\(outcome.missed.joined(separator: "\n"))")
    }
  }
}
