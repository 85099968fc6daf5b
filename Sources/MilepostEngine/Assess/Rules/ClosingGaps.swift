import MilepostModel

/// A gap that closes because the better side got worse is no progress.
func gapClosingByFall(_ judged: JudgedTarget, into diagnostics: inout Diagnostics) {
  for note in judged.assessment.notes {
    guard case .gapClosesByFall(let area) = note else { continue }
    diagnostics.report(.gapClosesByFall(judged.target, area, at: judged.position("better")))
  }
}

extension Diagnostic {
  static func gapClosesByFall(_ target: Target, _ area: Area.ID, at position: SourcePosition) -> Self {
    Diagnostic(
      .warning, "MP0622", "the gap of target '\(target.id)' closes because '\(area)', the better side, got worse",
      at: position, hint: "say so in the narrative, or set a target for the level as well")
  }
}
