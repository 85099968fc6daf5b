import MilepostModel

/// A text that readers see, with its place.
private struct PublishedText {
  let text: LocalizedText
  let position: SourcePosition
}

extension Draft {
  fileprivate var publishedTexts: [PublishedText] {
    var found: [PublishedText] = []
    func add(_ text: LocalizedText?, _ kind: SourceMap.Kind, _ index: Int, _ field: String) {
      if let text { found.append(PublishedText(text: text, position: places[kind, index, field])) }
    }
    add(settings.title, .settings, 0, "title")
    for (unit, name) in settings.unitNames.sorted(by: { $0.key < $1.key }) { add(name, .settings, 0, "units.\(unit)") }
    for (index, edition) in settings.editions.enumerated() {
      add(edition.title, .settings, 0, "editions.\(index).title")
    }
    for (index, goal) in plan.goals.enumerated() {
      add(goal.title, .goal, index, "title")
      add(goal.text, .goal, index, "text")
    }
    for (index, target) in plan.targets.enumerated() {
      add(target.title, .target, index, "title")
      add(target.note, .target, index, "note")
      add(target.response?.reason, .target, index, "response.reason")
      add(target.response?.action, .target, index, "response.action")
      add(target.override?.reason, .target, index, "override.reason")
      add(target.baseline?.choice?.reason, .target, index, "baseline.chosen-by.reason")
    }
    for (index, objective) in plan.objectives.enumerated() {
      add(objective.title, .objective, index, "title")
      add(objective.text, .objective, index, "text")
      add(objective.sector, .objective, index, "sector")
    }
    for (index, outcome) in plan.outcomes.enumerated() { add(outcome.title, .outcome, index, "title") }
    for (index, output) in plan.outputs.enumerated() { add(output.title, .output, index, "title") }
    for (index, enabler) in plan.enablers.enumerated() { add(enabler.title, .enabler, index, "title") }
    for (index, indicator) in plan.indicators.enumerated() {
      add(indicator.title, .indicator, index, "title")
      add(indicator.definition, .indicator, index, "definition")
    }
    for (index, group) in groups.enumerated() { add(group.name, .group, index, "title") }
    for (index, area) in areas.enumerated() { add(area.name, .area, index, "name") }
    for (index, source) in sources.enumerated() { add(source.title, .source, index, "title") }
    for (index, codelist) in codelists.enumerated() {
      for code in codelist.codes { add(code.name, .codelist, index, "codes.\(code.id)") }
    }
    return found
  }
}

/// Every text exists in the default language, and in the others as far as the workspace asks for.
func missingLanguages(_ index: DraftIndex, into diagnostics: inout Diagnostics) {
  let draft = index.draft
  let texts = draft.publishedTexts
  guard let first = draft.settings.languages.first, !texts.isEmpty else { return }
  for text in texts where text.text.text(in: first) == nil {
    diagnostics.report(.noDefaultLanguage(first, at: text.position))
  }
  for (language, required) in draft.settings.completeness.sorted(by: { $0.key < $1.key }) {
    let missing = texts.filter { $0.text.text(in: language) == nil }
    let share = 1 - Double(missing.count) / Double(texts.count)
    if share < required {
      diagnostics.report(
        .incompleteLanguage(
          language, have: texts.count - missing.count, of: texts.count, required: required,
          at: draft.places[.settings, 0, "completeness.\(language)"], missing: missing.prefix(3).map(\.position)))
    }
  }
}

extension Diagnostic {
  static func noDefaultLanguage(_ language: LanguageTag, at position: SourcePosition) -> Self {
    Diagnostic(
      .warning, "MP0219", "text is missing in \(language), the default language", at: position,
      hint: "add '\(language): ...'")
  }

  static func incompleteLanguage(
    _ language: LanguageTag, have: Int, of total: Int, required: Double, at position: SourcePosition,
    missing: [SourcePosition]
  ) -> Self {
    Diagnostic(
      .warning, "MP0220", "\(have) of \(total) texts are in \(language), which is below the share of \(required)",
      at: position, hint: "translate the texts, or ask for less",
      notes: missing.map { Note("not in \(language)", at: $0) })
  }
}
