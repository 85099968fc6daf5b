import MilepostEngine
import MilepostModel
import MilepostPipeline

/// Single slips in a clean workspace, each to be found at its file and line.
struct FaultTrial {
  let files: [String: [UInt8]]

  /// Kinds of which some cases look like any good value: a digit swapped far behind the point, a value of one small
  /// island in the place of a like one, the first or last row of a series that stands alone, one of two points, the id
  /// of an enabler among two to which nothing refers. Of these the stated share must be found, of all others every case.
  private static let sharesFound: [Fault.Kind: Double] = [
    .digitsSwapped: 0.3, .rowDropped: 0.5, .valuesExchanged: 0.7, .rowShifted: 0.75, .decimalPointMoved: 0.8,
    .timesThousand: 0.9, .idRenamed: 0.9,
  ]

  struct Outcome {
    let kind: Fault.Kind
    var drawn = 0
    var found = 0
    var missed: [String] = []

    var isEnough: Bool {
      guard let share = sharesFound[kind] else { return found == drawn }
      return Double(found) >= share * Double(drawn)
    }
  }

  /// - Parameter count: of slips of each kind; fewer where 200 places were drawn that do not admit it.
  func outcomes(_ count: Int) throws -> [Outcome] {
    let maker = FaultMaker(files)
    var random = SplitMix64(state: 20_200_429)
    return try Fault.Kind.allCases.map { kind in
      var outcome = Outcome(kind: kind)
      var attempts = 0
      while outcome.drawn < count, attempts < 200 {
        attempts += 1
        guard let fault = maker.fault(kind, &random) else { continue }
        outcome.drawn += 1
        let found = try workspace(fault.files).compile().diagnostics
        let isAtPlace = found.contains { finding in
          fault.file.isEmpty || (finding.position.file == fault.file && fault.lines.contains(finding.position.line))
        }
        if isAtPlace {
          outcome.found += 1
        } else {
          outcome.missed.append("\(fault): \(found.first.map(\.message) ?? "nothing found")")
        }
      }
      return outcome
    }
  }
}
