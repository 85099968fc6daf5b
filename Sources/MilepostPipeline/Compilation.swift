package import MilepostModel

/// What came of compiling a workspace.
package struct Compilation: Sendable {
  /// Findings that stand, sorted by place.
  package let diagnostics: [Diagnostic]
  /// Findings that the workspace accepts.
  package var accepted: [Diagnostic] { acceptances.map(\.finding) }
  private let acceptances: [Acceptance]
  /// Oldest first; empty when there are errors, and when the workspace has no editions.
  package let releases: [Release]
  /// What the releases were computed from; nil when references do not hold.
  let plan: ResolvedPlan?

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// - Parameter ranOut: whether nothing of the code is left to be found: not when the run stopped before its stage.
  init(
    _ found: Diagnostics, accepted draft: Draft?, isStrict: Bool, plan: ResolvedPlan?, releases: [Release],
    ranOut: (_ code: String) -> Bool
  ) {
    var standing: [Diagnostic] = []
    var accepted: [Acceptance] = []
    var used: Set<Int> = []
    for diagnostic in found.all {
      let match = draft?.accepted.enumerated().first { $0.element.covers(diagnostic) }
      if let match {
        used.insert(match.offset)
        accepted.append(Acceptance(diagnostic, by: match.element))
      } else {
        standing.append(diagnostic)
      }
    }
    if let draft {
      for (number, entry) in draft.accepted.enumerated() where !used.contains(number) {
        let place = draft.places[.accepted, number]
        if let refused = standing.first(where: entry.names) {
          standing.append(.cannotBeAccepted(refused, at: place))
        } else if ranOut(entry.code) {
          standing.append(.acceptedWithoutFinding(entry, at: place))
        }
      }
    }
    if isStrict {
      standing = standing.map { diagnostic in
        var stricter = diagnostic
        stricter.severity = .error
        return stricter
      }
    }
    standing.sort()
    diagnostics = standing
    self.plan = plan
    acceptances = accepted
    let isStopped = standing.contains { $0.severity == .error }
    self.releases = isStopped ? [] : releases.map { $0.accepting(accepted) }
  }
}

extension Draft {
  /// Whether an error stands that the workspace does not accept.
  func isStopped(by diagnostics: Diagnostics) -> Bool {
    diagnostics.all.contains { finding in
      finding.severity == .error && !accepted.contains { $0.covers(finding) }
    }
  }
}

extension Diagnostics {
  /// Those that are not about the text of the report: what is wrong there does not keep figures from being computed.
  var outsideTexts: Diagnostics {
    var found = Diagnostics()
    for diagnostic in all where !diagnostic.position.file.hasPrefix("narrative/") { found.report(diagnostic) }
    return found
  }
}

extension AcceptedFinding {
  fileprivate func names(_ diagnostic: Diagnostic) -> Bool {
    guard diagnostic.code == code, diagnostic.position.file == file else { return false }
    return about.map { diagnostic.message.contains($0) } ?? true
  }

  fileprivate func covers(_ diagnostic: Diagnostic) -> Bool { diagnostic.canBeAccepted && names(diagnostic) }
}

extension Diagnostic {
  fileprivate static func cannotBeAccepted(_ finding: Diagnostic, at position: SourcePosition) -> Self {
    Diagnostic(
      .warning, "MP0231", "error \(finding.code) in \(finding.position.file) cannot be accepted", at: position,
      hint: "correct what the finding names, and remove the entry",
      notes: [Note("the finding", at: finding.position)])
  }

  fileprivate static func acceptedWithoutFinding(_ finding: AcceptedFinding, at position: SourcePosition) -> Self {
    Diagnostic(
      .warning, "MP0224", "accepted finding \(finding.code) in \(finding.file) does not occur", at: position,
      hint: "remove the entry")
  }
}
