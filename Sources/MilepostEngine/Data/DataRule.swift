package import MilepostModel

/// A check of the data that reports findings of the codes it owns.
package struct DataRule: Sendable {
  package let codes: [String]
  package let check: @Sendable (DataIndex, inout DataFindings) -> Void

  init(_ codes: String..., check: @escaping @Sendable (DataIndex, inout DataFindings) -> Void) {
    self.codes = codes
    self.check = check
  }
}

/// Every rule of the data, in running order.
package let dataRules: [DataRule] = [
  DataRule("MP0401", check: duplicateRows),
  DataRule("MP0402", check: unknownIndicatorsInData),
  DataRule("MP0403", check: unknownAreasInData),
  DataRule("MP0404", check: unknownCodesInData),
  DataRule("MP0405", check: valuesOutsideLimits),
  DataRule("MP0406", check: unitsOfDataflows),
  DataRule("MP0407", check: sourcesNotNamed),
  DataRule("MP0408", check: competingSources),
  DataRule("MP0409", "MP0411", check: membershipDates),
  DataRule("MP0412", check: valuesOutOfLine),
  DataRule("MP0413", check: mixedFrequencies),
  DataRule("MP0414", check: periodsNotOver),
  DataRule("MP0415", "MP0416", "MP0417", check: orderOfVintages),
  DataRule("MP0418", "MP0419", "MP0429", check: datesOfVintages),
  DataRule("MP0420", check: shrunkenSnapshots),
  DataRule("MP0421", check: updatesOfUnknownSeries),
  DataRule("MP0422", check: missingRows),
  DataRule("MP0423", check: revisionsByPowersOfTen),
  DataRule("MP0424", "MP0425", check: partsAndTotals),
  DataRule("MP0426", check: recomputableSuppression),
  DataRule("MP0427", check: linkedIndicators),
  DataRule("MP0428", check: groupsAndMembers),
  DataRule("MP0430", check: lostSeries),
]

/// Checks the data of a plan.
///
/// - Parameter rules: `dataRules`, or fewer when a test shows what a rule is for.
package func checkData(_ plan: ResolvedPlan, rules: [DataRule] = dataRules, into diagnostics: inout Diagnostics) {
  let index = DataIndex(plan)
  var findings = DataFindings()
  for rule in rules { rule.check(index, &findings) }
  findings.finish(into: &diagnostics)
}

/// Findings of rules, at most a hundred of each code in each file; what is left out is counted.
package struct DataFindings: Sendable {
  static let limit = 100

  private struct Kind: Hashable {
    let code: String
    let file: String
  }

  private var listed = Diagnostics()
  private var counts: [Kind: Int] = [:]
  private var overflow: [Kind: Diagnostic] = [:]

  mutating func report(_ diagnostic: Diagnostic) {
    let kind = Kind(code: diagnostic.code, file: diagnostic.position.file)
    let count = (counts[kind] ?? 0) + 1
    counts[kind] = count
    if count <= DataFindings.limit {
      listed.report(diagnostic)
    } else if count == DataFindings.limit + 1 {
      overflow[kind] = diagnostic
    }
  }

  /// Whether one more finding of the code in the file would be listed; when not, its hint need not be looked for.
  func lists(_ code: String, in file: String) -> Bool {
    (counts[Kind(code: code, file: file)] ?? 0) < DataFindings.limit
  }

  func finish(into diagnostics: inout Diagnostics) {
    diagnostics.report(contentsOf: listed)
    for (kind, first) in overflow {
      guard let count = counts[kind] else { continue }
      diagnostics.report(.moreOfTheSame(first, count - DataFindings.limit))
    }
  }
}

extension Diagnostic {
  fileprivate static func moreOfTheSame(_ first: Diagnostic, _ count: Int) -> Self {
    let what = count == 1 ? "1 more finding" : "\(count) more findings"
    return Diagnostic(
      first.severity, first.code, "\(what) of this code in this file, not listed", at: first.position,
      occurrences: count)
  }
}
