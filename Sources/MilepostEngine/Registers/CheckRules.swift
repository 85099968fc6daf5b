import MilepostModel

/// Every rule of registers, in running order.
package let registerRules: [Rule] = [
  Rule("MP0810", check: recordsTwice),
  Rule("MP0811", check: unknownNamesInRecords),
  Rule("MP0812", check: recordsOutsideLimits),
  Rule("MP0813", check: livesOutOfOrder),
  Rule("MP0814", "MP0815", check: cellsWithoutTheirForm),
  Rule("MP0816", check: recordsOutsideTheirArea),
  Rule("MP0243", "MP0540", "MP0541", check: formOfRules),
  Rule("MP0830", check: rulesThatDoNotHold),
]

/// Rules that name what there is not, or that have nothing to check; and expressions in cells likewise.
func formOfRules(_ plan: ResolvedPlan, _ diagnostics: inout Diagnostics) {
  for rule in plan.draft.rules {
    _ = CompiledRule(rule, plan.draft.registers, codelists: plan.codelists, into: &diagnostics)
  }
  formulasInCells(plan, &diagnostics)
}

private func formulasInCells(_ plan: ResolvedPlan, _ diagnostics: inout Diagnostics) {
  let registers = plan.draft.registers
  let places = Dictionary(registers.enumerated().map { ($1.id, $0) }) { first, _ in first }
  for table in plan.draft.registerTables {
    guard let place = places[table.register] else { continue }
    for (number, field) in registers[place].fields.enumerated() where field.kind == .formula {
      for row in 0..<table.count {
        guard case .formula(let formula)? = table[row, number] else { continue }
        var compiler = RuleCompiler(
          registers, places, scope: Set(registers.indices), codelists: plan.codelists)
        _ = compiler.term(formula.root)
        let position = table.position(row, number)
        for fault in compiler.faults { diagnostics.report(fault.moved(to: position)) }
      }
    }
  }
}

/// Runs every rule over the records as each edition has them.
func rulesThatDoNotHold(_ plan: ResolvedPlan, _ diagnostics: inout Diagnostics) {
  var unseen = Diagnostics()
  let rules = plan.draft.rules.compactMap {
    CompiledRule($0, plan.draft.registers, codelists: plan.codelists, into: &unseen)
  }
  guard !rules.isEmpty else { return }
  var known: Set<RuleState> = []
  for point in plan.statesOfRegisters {
    let views = RegisterViews(plan.draft, asOf: point.asOf)
    guard known.insert(RuleState(files: views.files, dates: point.dates)).inserted else { continue }
    // A table that lacks rows would be found wanting for that alone.
    let whole = rules.filter { $0.registers.allSatisfy { views.tables[$0].map(\.isWhole) ?? true } }
    let runs = whole.map { RuleRun($0, views, dates: point.dates, codelists: plan.codelists) }
    var finder = FaultyCells(runs, views)
    var findings = DataFindings()
    for fault in finder.find() { findings.report(finding(fault, runs, views, plan.settings.languages)) }
    findings.finish(into: &diagnostics)
  }
}

/// What rules look at on a date.
private struct RuleState: Hashable {
  let files: [String?]
  let dates: RuleDates
}

extension ResolvedPlan {
  /// The editions, or the newest snapshot where there are none.
  fileprivate var statesOfRegisters: [(asOf: CalendarDate, dates: RuleDates)] {
    let editions = settings.editions
    guard editions.isEmpty else {
      return editions.map { ($0.date, RuleDates(edition: $0.date, reporting: $0.reportingPeriod)) }
    }
    guard let newest = draft.registerTables.map(\.vintage.received).max() else { return [] }
    return [(newest, RuleDates(edition: nil, reporting: nil))]
  }
}

/// The finding for a cell that cannot be right.
private func finding(
  _ fault: FaultyCells.Fault, _ runs: [RuleRun], _ views: RegisterViews, _ languages: [LanguageTag]
) -> Diagnostic {
  let rules = fault.edits.map { runs[$0.run].rule }
  var names: [String] = []
  for rule in rules where !names.contains(rule.id.text) { names.append(rule.id.text) }
  let found = views.text(fault.cell)
  let field = views.field(fault.cell).id
  let what = names.count == 1 ? "rule '\(names[0])'" : "rules \(names.map { "'\($0)'" }.joined(separator: ", "))"
  let message =
    fault.expected.map { "\(field) is \(found), expected \($0) by \(what)" }
    ?? "\(field) is \(found), which does not hold with \(what)"
  var others: [CellPlace] = []
  for place in fault.edits {
    var run = runs[place.run]
    for cell in run.cells(of: place.edit) where cell != fault.cell && !others.contains(cell) { others.append(cell) }
  }
  let severity = rules.map(\.severity).min() ?? .error
  return Diagnostic(
    severity, "MP0830", message, at: views.position(fault.cell),
    hint: rules[0].title.best(of: languages).text,
    notes: others.prefix(6).map { cell in
      Diagnostic.Note("\(views.field(cell).id) is \(views.text(cell))", at: views.position(cell))
    })
}

extension Diagnostic {
  /// The same finding at another place.
  fileprivate func moved(to position: SourcePosition) -> Diagnostic {
    Diagnostic(severity, code, message, at: position, hint: hint)
  }
}
