/// A text of the workspace that readers see, with where it belongs.
package struct PublishedText: Hashable, Sendable {
  /// Where a text belongs, in words that need no file.
  package struct Place: Hashable, Sendable {
    package let kind: SourceMap.Kind
    /// Of the element; empty for what belongs to the workspace as a whole.
    package let id: String
    /// Path of keys: `title`, `response.reason`.
    package let field: String
  }

  package let text: LocalizedText
  package let place: Place
  /// Place in the array of that kind; 0 for the settings.
  package let index: Int
}

/// Collects texts of one element after the other.
private struct PublishedTexts {
  private(set) var found: [PublishedText] = []

  mutating func add(_ text: LocalizedText?, _ kind: SourceMap.Kind, _ index: Int, _ id: String, _ field: String) {
    guard let text else { return }
    found.append(PublishedText(text: text, place: .init(kind: kind, id: id, field: field), index: index))
  }

  mutating func add(_ settings: WorkspaceSettings) {
    add(settings.title, .settings, 0, "", "title")
    for status in TargetStatus.allCases {
      add(settings.statusWords[status], .settings, 0, "", "statuses.\(status.rawValue)")
    }
    for (index, edition) in settings.editions.enumerated() {
      add(edition.title, .settings, 0, edition.id.text, "editions.\(index).title")
    }
    for (index, owner) in settings.owners.enumerated() {
      add(owner.title, .settings, 0, owner.name, "owners.\(index).title")
    }
    for (unit, name) in settings.unitNames.sorted(by: { $0.key < $1.key }) {
      add(name, .settings, 0, unit, "units.\(unit)")
    }
  }

  mutating func add(_ theme: Theme?) {
    add(theme?.name, .theme, 0, "", "name")
    add(theme?.logo?.text, .theme, 0, "", "logo.text")
    add(theme?.footer, .theme, 0, "", "footer")
  }

  mutating func add(_ plan: Plan) {
    for (index, goal) in plan.goals.enumerated() {
      add(goal.title, .goal, index, goal.id.text, "title")
      add(goal.text, .goal, index, goal.id.text, "text")
    }
    for (index, target) in plan.targets.enumerated() { add(target, index) }
    for (index, objective) in plan.objectives.enumerated() {
      add(objective.title, .objective, index, objective.id.text, "title")
      add(objective.text, .objective, index, objective.id.text, "text")
      add(objective.sector, .objective, index, objective.id.text, "sector")
    }
    for (index, outcome) in plan.outcomes.enumerated() {
      add(outcome.title, .outcome, index, outcome.id.text, "title")
    }
    for (index, output) in plan.outputs.enumerated() { add(output.title, .output, index, output.id.text, "title") }
    for (index, enabler) in plan.enablers.enumerated() {
      add(enabler.title, .enabler, index, enabler.id.text, "title")
    }
    for (index, indicator) in plan.indicators.enumerated() {
      add(indicator.title, .indicator, index, indicator.id.text, "title")
      add(indicator.definition, .indicator, index, indicator.id.text, "definition")
    }
    for (index, framework) in plan.frameworks.enumerated() {
      add(framework.title, .framework, index, framework.id.text, "title")
      for code in framework.codes { add(code.name, .framework, index, framework.id.text, "codes.\(code.id)") }
    }
  }

  private mutating func add(_ target: Target, _ index: Int) {
    func add(_ text: LocalizedText?, _ field: String) { self.add(text, .target, index, target.id.text, field) }
    add(target.title, "title")
    if case .compound(let parts) = target.kind {
      for (number, part) in parts.enumerated() {
        add(part.title, "parts.\(number).title")
        add(part.baseline?.choice?.reason, "parts.\(number).baseline.chosen-by.reason")
      }
    }
    add(target.baseline?.choice?.reason, "baseline.chosen-by.reason")
    for (number, amendment) in target.amendments.enumerated() {
      add(amendment.decision, "amendments.\(number).decision")
      add(amendment.oldTitle, "amendments.\(number).old-title")
    }
    add(target.override?.reason, "override.reason")
    add(target.response?.reason, "response.reason")
    add(target.response?.action, "response.action")
    add(target.note, "note")
  }

  mutating func add(_ areas: [Area], _ groups: [AreaGroup]) {
    for (index, group) in groups.enumerated() { add(group.name, .group, index, group.id.text, "title") }
    for (index, area) in areas.enumerated() { add(area.name, .area, index, area.id.text, "name") }
  }

  mutating func add(_ sources: [DataSource], _ codelists: [Codelist], _ dataflows: [Dataflow]) {
    for (index, source) in sources.enumerated() { add(source.title, .source, index, source.id.text, "title") }
    for (index, list) in codelists.enumerated() {
      add(list.name, .codelist, index, list.id.text, "title")
      for code in list.codes { add(code.name, .codelist, index, list.id.text, "codes.\(code.id)") }
    }
    for (index, flow) in dataflows.enumerated() { add(flow.title, .dataflow, index, flow.id.text, "title") }
  }

  mutating func add(_ registers: [Register], _ rules: [ValidationRule]) {
    for (index, register) in registers.enumerated() {
      func add(_ text: LocalizedText?, _ field: String) { self.add(text, .register, index, register.id.text, field) }
      add(register.title, "title")
      add(register.record, "record")
      add(register.text, "text")
      for field in register.fields { add(field.title, "fields.\(field.id).title") }
      for (place, state) in register.life.enumerated() { add(state.title, "life.\(place).title") }
      for (place, map) in register.maps.enumerated() {
        add(map.title, "maps.\(place).title")
        add(map.text, "maps.\(place).text")
      }
    }
    for (index, rule) in rules.enumerated() { add(rule.title, .rule, index, rule.id.text, "title") }
  }

  mutating func add(_ indices: [CompositeIndex]) {
    for (place, index) in indices.enumerated() {
      func add(_ text: LocalizedText?, _ field: String) { self.add(text, .index, place, index.id.text, field) }
      add(index.title, "title")
      add(index.text, "text")
      for (number, tier) in index.tiers.enumerated() { add(tier.title, "tiers.\(number).title") }
      for node in index.nodes {
        if case .pillar(let title?, _, _) = node.content { add(title, node.field("title")) }
      }
    }
  }
}

extension PublishedTexts {
  mutating func add(_ surveys: [Survey]) {
    for (index, survey) in surveys.enumerated() {
      func add(_ text: LocalizedText?, _ field: String) { self.add(text, .survey, index, survey.id.text, field) }
      add(survey.title, "title")
      add(survey.text, "text")
      add(survey.respondent, "respondent")
      for question in survey.questions {
        add(question.text, "questions.\(question.id).text")
        for (place, answer) in question.kind.answers.enumerated() {
          let isPoint = if case .scale = question.kind { true } else { false }
          add(
            answer.title,
            "questions.\(question.id)." + (isPoint ? "labels.\(answer.code)" : "answers.\(place).title"))
        }
        add(question.doNotKnow?.title, "questions.\(question.id).dont-know.title")
        add(question.notApplicable?.title, "questions.\(question.id).not-applicable.title")
      }
      for (place, wave) in survey.waves.enumerated() { add(wave.title, "waves.\(place).title") }
    }
  }
}

extension Draft {
  /// Every text that readers see; places and indices are those of `places`.
  package var publishedTexts: [PublishedText] {
    var texts = PublishedTexts()
    texts.add(settings)
    texts.add(theme)
    texts.add(plan)
    texts.add(areas, groups)
    texts.add(sources, codelists, dataflows)
    texts.add(registers, rules)
    texts.add(indices)
    texts.add(surveys)
    return texts.found
  }
}

extension Release {
  /// Every text that readers see.
  package var publishedTexts: [PublishedText] {
    var texts = PublishedTexts()
    texts.add(settings)
    texts.add(theme)
    texts.add(plan)
    texts.add(areas, groups)
    texts.add(sources, codelists, dataflows)
    texts.add(registers.map(\.register), rules)
    texts.add(indices.map(\.definition))
    texts.add(surveys.map(\.survey))
    return texts.found
  }
}

/// How many texts that readers see are in a language.
package struct TranslationCoverage: Hashable, Sendable {
  package let language: LanguageTag
  package let total: Int
  /// Those that are not in the language, in the order of the plan.
  package let missing: [PublishedText]

  package var have: Int { total - missing.count }
  /// 0 to 1; 1 when there are no texts.
  package var share: Double { total == 0 ? 1 : Double(have) / Double(total) }

  package init(_ language: LanguageTag, of texts: [PublishedText]) {
    self.language = language
    total = texts.count
    missing = texts.filter { $0.text.text(in: language) == nil }
  }
}

extension Release {
  /// How far the release is translated, for each language of the workspace in its order.
  package var translations: [TranslationCoverage] {
    let texts = publishedTexts
    return settings.languages.map { TranslationCoverage($0, of: texts) }
  }
}
