import MilepostModel

extension ValueForm where Value == Target {
  static let target = ValueForm.mapping(TargetKeys.shape) { fields, reader in
    let id = fields.read(TargetKeys.id, &reader)
    let goal = fields.read(TargetKeys.goal, &reader)
    let title = fields.read(ElementKeys.title, &reader)
    let parts = fields.read(TargetKeys.parts, &reader)
    let kind = fields.read(TargetKeys.kind, &reader).flatMap {
      TargetKindKeys.kind($0, fields, parts: parts, &reader)
    }
    let measure = TargetKindKeys.measure(kind, fields, &reader)
    let direction = fields.read(TargetKeys.direction, &reader)
    let due = fields.read(TargetKeys.due, &reader)
    let baseline = fields.read(TargetKindKeys.baseline, &reader)
    let milestones = fields.read(TargetKeys.milestones, &reader)
    let isSustained = fields.read(TargetKeys.sustain, &reader)
    let method = fields.read(TargetKeys.method, &reader)
    let amendments = fields.read(TargetKeys.amendments, &reader)
    let override = fields.read(TargetKeys.override, &reader)
    let printed = fields.read(TargetKeys.printed, &reader)
    let response = fields.read(TargetKeys.response, &reader)
    let owner = fields.read(ElementKeys.owner, &reader)
    let links = fields.read(ElementKeys.links, &reader)
    let note = fields.read(TargetKeys.note, &reader)
    guard let id, let goal, let title, let kind, let due else { return nil }
    return Target(
      id: id, goal: goal, title: title, kind: kind, measure: measure, direction: direction, due: due,
      baseline: baseline, milestones: milestones ?? [], isSustained: isSustained ?? false, method: method,
      amendments: amendments ?? [], override: override, printed: printed ?? [], response: response, owner: owner,
      links: links ?? [], note: note)
  }
}

private enum TargetKeys {
  static let id = Key(required: "id", .id(of: Target.self), ElementKeys.aboutID)
  static let goal = Key(required: "goal", .id(of: Goal.self), "Id of its goal.")
  static let kind = Key(required: "kind", ValueForm<TargetKindWord>.word, "What must be true for it to be met.")
  static let parts = Key(
    optional: "parts", ValueForm<TargetPart>.part.list, "The conditions of a compound target; the worst decides.")
  static let direction = Key(
    optional: "direction", ValueForm<Direction>.word, "Which way is better; default that of the indicator.")
  static let due = Key(required: "due", .period, "The period by which it must be met.")
  static let milestones = Key(
    optional: "milestones", ValueForm<Milestone>.milestone.list, "Values that it passes through.")
  static let sustain = Key(optional: "sustain", .truth, "Once met it must stay met; default false.")
  static let method = Key(optional: "method", .method, "How it is judged; default that of the workspace.")
  static let amendments = Key(
    optional: "amendments", ValueForm<Target.Amendment>.amendment.list, "Decisions that changed it.")
  static let override = Key(optional: "override", .override, "A status that a person sets, until it expires.")
  static let printed = Key(
    optional: "printed", ValueForm<Target.Printed>.printed.list, "Statuses that published documents gave.")
  static let response = Key(optional: "response", .response, "What the office says and does about trouble.")
  static let note = Key(optional: "note", .localized, "What a reader should know.")

  static let shape = Shape(
    "a target", id, goal, ElementKeys.title, kind, TargetKindKeys.value, TargetKindKeys.percent,
    TargetKindKeys.reading, TargetKindKeys.points, TargetKindKeys.past, TargetKindKeys.women, TargetKindKeys.men,
    TargetKindKeys.better, TargetKindKeys.worse, TargetKindKeys.gap, parts, TargetKindKeys.indicator,
    TargetKindKeys.area, TargetKindKeys.codes, direction, due, TargetKindKeys.baseline, milestones, sustain, method,
    ElementKeys.owner, printed, amendments, override, response, ElementKeys.links, note,
    conditions: TargetKindWord.allCases.map { $0.condition(keys: conditional) })

  private static let conditional = [
    "value", "percent", "reading", "points", "past", "women", "men", "better", "worse", "gap", "parts", "indicator",
    "area", "where", "direction", "baseline", "milestones",
  ]
}

/// The kinds that a part of a compound target may have.
private enum PartKindWord: String, CaseIterable, Sendable {
  case level, ceiling, relative, change
  case shareOfAreas = "share-of-areas"
  case allAreas = "all-areas"
  case parity
  case gapReduction = "gap-reduction"
  case directional, perception, index
  case yesNo = "yes-no"

  var kind: TargetKindWord {
    guard let kind = TargetKindWord(rawValue: rawValue) else { preconditionFailure("a part has a kind of targets") }
    return kind
  }
}

extension ValueForm where Value == TargetPart {
  fileprivate static let part = ValueForm.mapping(PartKeys.shape) { fields, reader in
    let title = fields.read(ElementKeys.title, &reader)
    let kind = fields.read(PartKeys.kind, &reader).flatMap {
      TargetKindKeys.kind($0.kind, fields, parts: nil, &reader)
    }
    let measure = TargetKindKeys.measure(kind, fields, &reader)
    let baseline = fields.read(TargetKindKeys.baseline, &reader)
    guard let title, let kind else { return nil }
    return TargetPart(title: title, kind: kind, measure: measure, baseline: baseline)
  }
}

private enum PartKeys {
  static let kind = Key(required: "kind", ValueForm<PartKindWord>.word, "What must be true for the part to be met.")

  static let shape = Shape(
    "a part", ElementKeys.title, kind, TargetKindKeys.value, TargetKindKeys.percent, TargetKindKeys.reading,
    TargetKindKeys.points, TargetKindKeys.past, TargetKindKeys.women, TargetKindKeys.men, TargetKindKeys.better,
    TargetKindKeys.worse, TargetKindKeys.gap, TargetKindKeys.indicator, TargetKindKeys.area, TargetKindKeys.codes,
    TargetKindKeys.baseline,
    conditions: PartKindWord.allCases.map { $0.kind.condition(keys: conditional) })

  private static let conditional = [
    "value", "percent", "reading", "points", "past", "women", "men", "better", "worse", "gap", "indicator", "area",
    "where", "baseline",
  ]
}

extension ValueForm where Value == Milestone {
  fileprivate static let milestone = ValueForm.mapping(MilestoneKeys.shape) { fields, reader in
    let period = fields.read(MilestoneKeys.period, &reader)
    let value = fields.read(MilestoneKeys.value, &reader)
    guard let period, let value else { return nil }
    return Milestone(period: period, value: value)
  }
}

private enum MilestoneKeys {
  static let period = Key(required: "period", .period, "When.")
  static let value = Key(required: "value", .number, "How much, in the unit of the indicator.")

  static let shape = Shape("a milestone", period, value)
}

extension ValueForm where Value == Target.Amendment {
  fileprivate static let amendment = ValueForm.mapping(AmendmentKeys.shape) { fields, reader in
    let date = fields.read(AmendmentKeys.date, &reader)
    let decision = fields.read(AmendmentKeys.decision, &reader)
    let oldValue = fields.read(AmendmentKeys.oldValue, &reader)
    let oldDue = fields.read(AmendmentKeys.oldDue, &reader)
    let oldTitle = fields.read(AmendmentKeys.oldTitle, &reader)
    guard let date, let decision else { return nil }
    return Target.Amendment(
      date: date, decision: decision, oldValue: oldValue, oldDue: oldDue, oldTitle: oldTitle)
  }
}

private enum AmendmentKeys {
  static let date = Key(required: "date", .date, "Day of the decision.")
  static let decision = Key(required: "decision", .localized, "What was decided, and by whom.")
  static let oldValue = Key(optional: "old-value", .number, "The value before.")
  static let oldDue = Key(optional: "old-due", .period, "The period before.")
  static let oldTitle = Key(optional: "old-title", .localized, "The title before.")

  static let shape = Shape("an amendment", date, decision, oldValue, oldDue, oldTitle)
}

extension ValueForm where Value == Target.Override {
  fileprivate static let override = ValueForm.mapping(OverrideKeys.shape) { fields, reader in
    let status = fields.read(OverrideKeys.status, &reader)
    let name = fields.read(OverrideKeys.name, &reader)
    let date = fields.read(OverrideKeys.date, &reader)
    let reason = fields.read(OverrideKeys.reason, &reader)
    let expires = fields.read(OverrideKeys.expires, &reader)
    guard let status, let name, let date, let reason, let expires else { return nil }
    if expires <= date, let pair = fields.pair("expires") {
      reader.fail(.expiresTooEarly(expires, date: date, at: pair.value.position))
    }
    return Target.Override(status: status, name: name, date: date, reason: reason, expires: expires)
  }
}

private enum OverrideKeys {
  static let status = Key(
    required: "status", ValueForm<TargetStatus>.word, "The status that is shown beside the computed one.")
  static let name = Key(required: "name", .text, "Who decided.")
  static let date = Key(required: "date", .date, "Day of the decision.")
  static let reason = Key(required: "reason", .localized, "Why.")
  static let expires = Key(required: "expires", .date, "Last day on which it counts.")

  static let shape = Shape("an override", status, name, date, reason, expires)
}

extension ValueForm where Value == Target.Printed {
  fileprivate static let printed = ValueForm.mapping(PrintedKeys.shape) { fields, reader in
    let label = fields.read(PrintedKeys.label, &reader)
    let source = fields.read(PrintedKeys.source, &reader)
    let edition = fields.read(PrintedKeys.edition, &reader)
    guard let label, let source else { return nil }
    return Target.Printed(label: label, source: source, edition: edition)
  }
}

private enum PrintedKeys {
  static let label = Key(required: "label", .text, "The words of the document.")
  static let source = Key(required: "source", .text, "Document and section.")
  static let edition = Key(optional: "edition", .edition, "The edition that it is shown with; default all.")

  static let shape = Shape("a printed status", label, source, edition)
}

extension ValueForm where Value == Target.Response {
  fileprivate static let response = ValueForm.mapping(ResponseKeys.shape) { fields, reader in
    let reason = fields.read(ResponseKeys.reason, &reader)
    let action = fields.read(ResponseKeys.action, &reader)
    let due = fields.read(ResponseKeys.due, &reader)
    let name = fields.read(ResponseKeys.name, &reader)
    guard let reason, let action else { return nil }
    return Target.Response(reason: reason, action: action, due: due, name: name)
  }
}

private enum ResponseKeys {
  static let reason = Key(required: "reason", .localized, "Why the target is in trouble.")
  static let action = Key(required: "action", .localized, "What is done about it.")
  static let due = Key(optional: "due", .date, "By when.")
  static let name = Key(optional: "name", .text, "Who answers for it.")

  static let shape = Shape("a response", reason, action, due, name)
}

extension Diagnostic {
  fileprivate static func expiresTooEarly(
    _ expires: CalendarDate, date: CalendarDate, at position: SourcePosition
  ) -> Self {
    Diagnostic(.error, "MP0107", "override expires on \(expires), not after its date \(date)", at: position)
  }
}
