import MilepostModel

/// Charts and tables of what is not in the workspace.
func exhibitsOfNothing(_ plan: ResolvedPlan, _ diagnostics: inout Diagnostics) {
  for chapter in plan.draft.narrative.map(\.chapters) ?? [] {
    for block in chapter.allBlocks {
      guard case .exhibit(let exhibit) = block.content else { continue }
      switch exhibit.content {
      case .targetChart(let id), .target(let id): check(id, in: plan, into: &diagnostics)
      case .statuses(let goal):
        let goals = plan.plan.goals.map(\.id.text)
        if let goal, !goals.contains(goal.value.text) {
          diagnostics.report(.unknownElement("MP1211", "goal", goal.value.text, at: goal.position, among: goals))
        }
      case .seriesChart(let selection), .seriesTable(let selection):
        check(selection, in: plan, into: &diagnostics)
      case .registerTable(let selection): check(selection, in: plan, into: &diagnostics)
      case .table, .picture: break
      }
    }
  }
}

private func check(_ target: Located<Target.ID>, in plan: ResolvedPlan, into diagnostics: inout Diagnostics) {
  guard plan.plan.target(target.value) == nil else { return }
  diagnostics.report(
    .unknownElement("MP1211", "target", target.value.text, at: target.position, among: plan.plan.targets.map(\.id.text))
  )
}

private func check(
  _ selection: Exhibit.SeriesSelection, in plan: ResolvedPlan, into diagnostics: inout Diagnostics
) {
  guard let indicator = plan.indicators[selection.indicator.value] else {
    diagnostics.report(
      .unknownElement(
        "MP1211", "indicator", selection.indicator.value.text, at: selection.indicator.position,
        among: plan.plan.indicators.map(\.id.text)))
    return
  }
  let areas = plan.areas.keys.map(\.text) + plan.groups.keys.map(\.text)
  for area in selection.areas where plan.areas[area.value] == nil && plan.groups[area.value] == nil {
    diagnostics.report(
      .unknownElement("MP1211", "area or group", area.value.text, at: area.position, among: areas.sorted()))
  }
  for code in selection.codes where !indicator.dimensions.contains(code.dimension) {
    diagnostics.report(
      .unknownElement(
        "MP1211", "dimension", code.dimension, at: selection.indicator.position, among: indicator.dimensions))
  }
}

private func check(
  _ selection: Exhibit.RegisterSelection, in plan: ResolvedPlan, into diagnostics: inout Diagnostics
) {
  let registers = plan.draft.registers
  guard let place = registers.firstIndex(where: { $0.id == selection.register.value }) else {
    diagnostics.report(
      .unknownElement(
        "MP1211", "register", selection.register.value.text, at: selection.register.position,
        among: registers.map(\.id.text)))
    return
  }
  for column in selection.columns where registers[place].field(column.value) == nil {
    diagnostics.report(
      .unknownElement("MP1211", "field", column.value, at: column.position, among: registers[place].fields.map(\.id)))
  }
  guard let condition = selection.condition else { return }
  let places = Dictionary(registers.enumerated().map { ($1.id, $0) }) { first, _ in first }
  var compiler = RuleCompiler(registers, places, scope: [place], codelists: plan.codelists)
  _ = compiler.term(condition.root)
  for fault in compiler.faults { diagnostics.report(fault) }
}

/// Elements of the kinds that a report must cover, which its original does not mention.
func elementsWithoutText(_ plan: ResolvedPlan, _ diagnostics: inout Diagnostics) {
  guard let narrative = plan.draft.narrative else { return }
  let mentions = narrative.mentions
  for (number, kind) in narrative.document.covers.enumerated() {
    let place = plan.draft.places[.report, 0, "covers.\(number)"]
    if let elements = plan.ids(of: kind.value) {
      for id in elements where !mentions.contains(id) {
        diagnostics.report(.withoutText("\(kind.value.dropLast()) \(id)", "{#\(id)}", at: place))
      }
    } else if let register = plan.draft.registers.first(where: { $0.id.text == kind.value }) {
      for key in plan.draft.keys(of: register) where !mentions.contains("\(register.id)/\(key)") {
        diagnostics.report(
          .withoutText("record \(key) of '\(register.id)'", "{#\(register.id)/\(key)}", at: place))
      }
    } else {
      let known = PlanElementKind.allCases.map(\.rawValue) + plan.draft.registers.map(\.id.text)
      diagnostics.report(.unknownElement("MP1211", "kind of elements or register", kind.value, at: place, among: known))
    }
  }
}

extension ResolvedPlan {
  /// The ids of a kind by its word; nil for a word of no kind.
  fileprivate func ids(of kind: String) -> [String]? {
    switch PlanElementKind(rawValue: kind) {
    case .goals: plan.goals.map(\.id.text)
    case .targets: plan.targets.map(\.id.text)
    case .objectives: plan.objectives.map(\.id.text)
    case .outcomes: plan.outcomes.map(\.id.text)
    case .outputs: plan.outputs.map(\.id.text)
    case .enablers: plan.enablers.map(\.id.text)
    case .indicators: plan.indicators.map(\.id.text)
    case nil: nil
    }
  }
}

extension Draft {
  /// The keys of a register's records in its newest snapshot.
  fileprivate func keys(of register: Register) -> [String] {
    let newest = registerTables.filter { $0.register == register.id }.max { $0.vintage.received < $1.vintage.received }
    return newest.map { table in (0..<table.count).compactMap { table.key(ofRow: $0, register.key) } } ?? []
  }
}

extension Narrative {
  /// What the original speaks of by id: references, exhibits, and what figures ask for.
  fileprivate var mentions: Set<String> {
    var found: Set<String> = []
    for chapter in chapters(in: document.originalLanguage) {
      for block in chapter.allBlocks {
        found.formUnion(block.references.map(\.value))
        guard case .exhibit(let exhibit) = block.content else { continue }
        switch exhibit.content {
        case .targetChart(let id), .target(let id): found.insert(id.value.text)
        case .seriesChart(let selection), .seriesTable(let selection): found.insert(selection.indicator.value.text)
        case .statuses, .registerTable, .table, .picture: break
        }
      }
      for binding in chapter.bindings { if let figure = binding.figure { found.formUnion(figure.root.names) } }
    }
    return found
  }
}

/// Words that the list of terms replaces by others.
func termsToAvoid(_ plan: ResolvedPlan, _ diagnostics: inout Diagnostics) {
  guard let narrative = plan.draft.narrative, !narrative.document.terms.isEmpty else { return }
  for chapter in narrative.chapters {
    let terms = narrative.document.terms.filter { $0.language == chapter.language }
    for block in chapter.allBlocks {
      let text = block.spans.flatMap(\.withParts).map { if case .text(let text) = $0 { text } else { " " } }.joined()
      for term in terms {
        for word in term.avoided where text.lowercased().holdsWord(word.lowercased()) {
          diagnostics.report(.avoidedTerm(word, term.preferred, at: block.position))
        }
      }
    }
  }
}

extension String {
  /// Whether the text has a word or phrase that stands between others; in scripts without blanks, anywhere.
  fileprivate func holdsWord(_ word: String) -> Bool {
    guard !word.isEmpty else { return false }
    func isLetter(_ scalar: Unicode.Scalar?) -> Bool {
      guard let scalar else { return false }
      return scalar.properties.isAlphabetic && !scalar.properties.isIdeographic
    }
    let (text, sought) = (Array(unicodeScalars), Array(word.unicodeScalars))
    guard text.count >= sought.count else { return false }
    return (0...(text.count - sought.count)).contains { start in
      let end = start + sought.count
      return text[start..<end].elementsEqual(sought) && !isLetter(start > 0 ? text[start - 1] : nil)
        && !isLetter(end < text.count ? text[end] : nil)
    }
  }
}

extension Diagnostic {
  fileprivate static func withoutText(_ what: String, _ reference: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .warning, "MP1120", "nothing in the report is about \(what)", at: position,
      hint: "write about it and name it as \(reference)")
  }

  fileprivate static func avoidedTerm(_ word: String, _ preferred: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .warning, "MP1119", "'\(word)' is not a word of this report", at: position, hint: "write '\(preferred)'")
  }
}
