import MilepostModel

/// A goal without targets and an objective without outcomes cannot be followed.
func childlessElements(_ index: DraftIndex, into diagnostics: inout Diagnostics) {
  let draft = index.draft
  let goals = Set(draft.plan.targets.map(\.goal))
  for (number, goal) in draft.plan.goals.enumerated() where !goals.contains(goal.id) {
    diagnostics.report(.childless("goal", goal.id.text, "target", at: draft.places[.goal, number, "id"]))
  }
  let objectives = Set(draft.plan.outcomes.map(\.objective))
  for (number, objective) in draft.plan.objectives.enumerated() where !objectives.contains(objective.id) {
    diagnostics.report(
      .childless("objective", objective.id.text, "outcome", at: draft.places[.objective, number, "id"]))
  }
}

/// One office under two spellings would get two lists of what is due.
func ownersWrittenTwoWays(_ index: DraftIndex, into diagnostics: inout Diagnostics) {
  let draft = index.draft
  var owners: [String: [SourcePosition]] = [:]
  func add(_ names: [String?], _ kind: SourceMap.Kind) {
    for (number, name) in names.enumerated() {
      if let name { owners[name, default: []].append(draft.places[kind, number, "owner"]) }
    }
  }
  add(draft.plan.targets.map(\.owner), .target)
  add(draft.plan.objectives.map(\.owner), .objective)
  add(draft.plan.outcomes.map(\.owner), .outcome)
  add(draft.plan.outputs.map(\.owner), .output)
  add(draft.plan.enablers.map(\.owner), .enabler)
  add(draft.plan.indicators.map(\.owner), .indicator)
  for (name, places) in owners {
    let commoner = owners.filter { $0.value.count > places.count }.keys.sorted()
    guard let meant = commoner.closest(to: name) else { continue }
    for place in places { diagnostics.report(.ownerTwoWays(name, meant: meant, at: place)) }
  }
}

/// An edition reports on a time that has begun; two editions share a date only where one corrects or revises the other.
func impossibleEditionDates(_ index: DraftIndex, into diagnostics: inout Diagnostics) {
  let draft = index.draft
  let editions = draft.settings.editions
  var seen: [CalendarDate: Edition.ID] = [:]
  for (number, edition) in draft.settings.editions.enumerated() {
    let date = draft.places[.settings, 0, "editions.\(number).date"]
    if let other = seen[edition.date], !editions.predecessors(of: edition).contains(where: { $0.id == other }) {
      diagnostics.report(.editionsShareDate(edition.id, other, at: date))
    }
    seen[edition.date] = edition.id
    if let period = edition.reportingPeriod, period.firstDay > edition.date {
      diagnostics.report(
        .reportsOnFuture(edition, period, at: draft.places[.settings, 0, "editions.\(number).reporting-period"]))
    }
  }
}

/// A target is due when its plan runs or later.
func dueBeforeThePlan(_ index: DraftIndex, into diagnostics: inout Diagnostics) {
  let draft = index.draft
  for (number, target) in draft.plan.targets.enumerated() where target.due.lastDay < draft.settings.period.firstDay {
    diagnostics.report(
      .dueBeforePlan(target, draft.settings.period, at: draft.places[.target, number, "due"]))
  }
}

extension Diagnostic {
  static func dueBeforePlan(_ target: Target, _ period: TimePeriod, at position: SourcePosition) -> Self {
    Diagnostic(
      .warning, "MP0225", "target '\(target.id)' is due \(target.due), before the plan's period \(period) begins",
      at: position, hint: "check the year")
  }

  static func childless(_ noun: String, _ id: String, _ child: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .warning, "MP0221", "\(noun) '\(id)' has no \(child)", at: position,
      hint: "add one, or see whether an id was mistyped")
  }

  static func ownerTwoWays(_ name: String, meant: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .warning, "MP0222", "owner '\(name)' is written nearly like '\(meant)'", at: position,
      hint: "did you mean '\(meant)'?")
  }

  static func editionsShareDate(_ id: Edition.ID, _ other: Edition.ID, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0223", "editions '\(other)' and '\(id)' have one date, so neither is the latest", at: position,
      hint: "give them different dates")
  }

  static func reportsOnFuture(_ edition: Edition, _ period: TimePeriod, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0223", "reporting period \(period) begins after the edition's date \(edition.date)", at: position,
      hint: "check the date and the period")
  }
}
