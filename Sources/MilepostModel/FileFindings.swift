/// The findings of one file, at most a hundred of each code; what is left out is counted.
package struct FileFindings {
  package static let limit = 100

  private var listed = Diagnostics()
  private var counts: [String: Int] = [:]
  private var overflow: [String: Diagnostic] = [:]

  package init() {}

  /// Listed or not.
  package private(set) var count = 0
  package var hasErrors: Bool { listed.hasErrors }

  /// Whether further findings of a code are counted and not listed.
  package func isFull(of code: String) -> Bool { counts[code, default: 0] > FileFindings.limit }

  package mutating func report(_ diagnostic: Diagnostic) {
    count += 1
    counts[diagnostic.code, default: 0] += 1
    let ofCode = counts[diagnostic.code, default: 0]
    if ofCode <= FileFindings.limit {
      listed.report(diagnostic)
    } else if ofCode == FileFindings.limit + 1 {
      overflow[diagnostic.code] = diagnostic
    }
  }

  /// Hands the findings on, with one more for each code of which there were too many.
  package func finish(into diagnostics: inout Diagnostics) {
    diagnostics.report(contentsOf: listed)
    for (code, first) in overflow.sorted(by: { $0.key < $1.key }) {
      guard let count = counts[code] else { continue }
      diagnostics.report(.moreOfTheSame(first, count - FileFindings.limit))
    }
  }
}

extension Diagnostic {
  fileprivate static func moreOfTheSame(_ first: Diagnostic, _ count: Int) -> Self {
    let what = count == 1 ? "1 more finding" : "\(count) more findings"
    return Diagnostic(
      first.severity, first.code, "\(what) of this code from here on in this file, not listed", at: first.position,
      occurrences: count)
  }
}
