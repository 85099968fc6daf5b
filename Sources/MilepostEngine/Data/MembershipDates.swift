import MilepostModel

/// An area is a member of a group once at a time, and does not leave it for a few days or months.
func membershipDates(_ index: DataIndex, into findings: inout DataFindings) {
  let draft = index.plan.draft
  for (number, group) in draft.groups.enumerated() {
    for (one, other) in zip(group.memberships, group.memberships.dropFirst()) where one.area == other.area {
      compare(one, other, group.id, at: draft.places[.group, number, "members.\(one.area)"], &findings)
    }
  }
}

private func compare(
  _ one: AreaGroup.Membership, _ other: AreaGroup.Membership, _ group: Area.ID, at position: SourcePosition,
  _ findings: inout DataFindings
) {
  guard let end = one.to, let start = other.from else {
    findings.report(.membershipsOverlap(one.area, group, at: position))
    return
  }
  let days = Int(start.dayNumber) - Int(end.dayNumber)
  if days <= 0 {
    findings.report(.membershipsOverlap(one.area, group, at: position))
  } else if days > 1 && days <= 366 {
    findings.report(.membershipGap(one.area, group, end, start, at: position))
  }
}

extension Diagnostic {
  fileprivate static func membershipsOverlap(_ area: Area.ID, _ group: Area.ID, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0409", "'\(area)' is in group '\(group)' twice at the same time", at: position,
      hint: "delete one of the rows, or let the first end before the second begins")
  }

  fileprivate static func membershipGap(
    _ area: Area.ID, _ group: Area.ID, _ end: CalendarDate, _ start: CalendarDate, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .warning, "MP0411", "'\(area)' leaves '\(group)' on \(end) and comes back on \(start)", at: position,
      hint: "let the second membership begin on the day after the first ends, or make it one")
  }
}
