import MilepostModel

/// A status set by a person holds until it expires, compared with the latest edition.
func expiredOverrides(_ plan: ResolvedPlan, into diagnostics: inout Diagnostics) {
  let latest = plan.settings.editions.map(\.date).max()
  plan.forEachTarget { target, place in
    guard let override = target.override else { return }
    if let latest, override.expires < latest {
      diagnostics.report(.overrideExpired(target, override, latest, at: place("override.expires")))
    }
  }
}

extension Diagnostic {
  static func overrideExpired(
    _ target: Target, _ override: Target.Override, _ latest: CalendarDate, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .warning, "MP0607",
      "override of target '\(target.id)' expired on \(override.expires), before the edition of \(latest)", at: position,
      hint: "remove it, or decide again with a new date")
  }
}
