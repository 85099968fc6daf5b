import MilepostLanguage
import MilepostModel

/// A page as the index from A to Z and the search know it.
struct SiteEntry: Sendable {
  enum Kind: CaseIterable, Sendable {
    case page, goal, target, objective, outcome, output, enabler, indicator, register, record, index, survey, map
    case group, area, chapter
  }

  let kind: Kind
  /// Empty for pages that stand for no element.
  let id: String
  /// Below the language's folder; two entries may share a page.
  let place: String
  let title: LocalizedText
  /// What else it is found by.
  let words: [String]
  let status: SearchStatus?

  init(
    _ kind: Kind, _ id: String, _ place: String, _ title: LocalizedText, words: [String?] = [],
    status: SearchStatus? = nil
  ) {
    self.kind = kind
    self.id = id
    self.place = place
    self.title = title
    self.words = words.compactMap(\.self)
    self.status = status
  }
}

/// How a target or outcome stands, for its word.
enum SearchStatus: Hashable, Sendable {
  case target(TargetStatus)
  case outcome(DirectionalStatus)

  static let all = TargetStatus.allCases.map(SearchStatus.target) + DirectionalStatus.allCases.map(SearchStatus.outcome)
}

extension Release {
  /// Every page that the edition has, by kind and in the order of the plan.
  ///
  /// - Parameters:
  ///   - menu: the pages that stand for no element.
  ///   - phrases: without marks of language.
  func siteEntries(menu: [(name: String, place: String)], _ phrases: Phrases) -> [SiteEntry] {
    let pages = places
    let entries =
      menu.map { SiteEntry(.page, "", $0.place, LocalizedText($0.name, phrases.language)) }
      + plan.goals.map { goal in
        SiteEntry(
          .goal, goal.id.text, "goals/\(goal.id.text.slug)", goal.title,
          words: [goal.text.map(phrases.written)] + words(of: goal.links, phrases))
      }
      + plan.targets.map { entry(of: $0, phrases) } + elementEntries(phrases)
      + plan.indicators.map { entry(of: $0, phrases) }
      + registers.map { entry(of: $0.register, phrases) }
      + indices.map { entry(of: $0.definition, phrases) }
      + surveys.map { entry(of: $0.survey, phrases) }
      + maps.map {
        SiteEntry(.map, $0.map.id.text, $0.map.place, $0.map.title, words: [$0.map.text.map(phrases.written)])
      }
      + chapterEntries(phrases)
      + groups.map { SiteEntry(.group, $0.id.text, "areas/\($0.id.text.slug)", $0.name) }
      + areas.map { SiteEntry(.area, $0.id.text, "areas/\($0.id.text.slug)", $0.name) }
    return entries.filter { pages.contains($0.place) }
  }

  /// Those of the language, found by their headings.
  private func chapterEntries(_ phrases: Phrases) -> [SiteEntry] {
    (report?.chapters(in: phrases.language) ?? []).map(\.chapter).map { chapter in
      SiteEntry(
        .chapter, "", "report/\(chapter.id.text.slug)", LocalizedText(chapter.title, chapter.language),
        words: chapter.headings)
    }
  }

  private func entry(of target: Target, _ phrases: Phrases) -> SiteEntry {
    let measured = target.measure.flatMap { plan.indicator($0.indicator) }.map { phrases.written($0.title) }
    return SiteEntry(
      .target, target.id.text, "targets/\(target.id.text.slug)", target.title,
      words: [measured, target.owner.map(phrases.owner)] + words(of: target.links, phrases),
      status: assessment(of: target.id).map { .target($0.status) })
  }

  private func elementEntries(_ phrases: Phrases) -> [SiteEntry] {
    func owner(_ name: String?) -> String? { name.map(phrases.owner) }
    let standings = Dictionary(directions.map { ($0.outcome, $0.status) }) { first, _ in first }
    let objectives = plan.objectives.map { objective in
      SiteEntry(
        .objective, objective.id.text, "objectives/\(objective.id.text.slug)", objective.title,
        words: [objective.text.map(phrases.written), objective.sector.map(phrases.written), owner(objective.owner)]
          + words(of: objective.links, phrases))
    }
    let outcomes = plan.outcomes.map { outcome in
      SiteEntry(
        .outcome, outcome.id.text, "outcomes/\(outcome.id.text.slug)", outcome.title,
        words: [owner(outcome.owner)] + words(of: outcome.links, phrases),
        status: .outcome(standings[outcome.id] ?? .notMeasured))
    }
    // Outputs have no page of their own; the objective of their first outcome lists them.
    let outputs = plan.outputs.compactMap { output -> SiteEntry? in
      guard let outcome = plan.outcomes.first(where: { output.outcomes.contains($0.id) }) else { return nil }
      return SiteEntry(
        .output, output.id.text, "objectives/\(outcome.objective.text.slug)", output.title,
        words: [owner(output.owner)])
    }
    let enablers = plan.enablers.map { enabler in
      SiteEntry(
        .enabler, enabler.id.text, "enablers/\(enabler.id.text.slug)", enabler.title, words: [owner(enabler.owner)])
    }
    return objectives + outcomes + outputs + enablers
  }

  private func entry(of indicator: Indicator, _ phrases: Phrases) -> SiteEntry {
    // Codes have no page of their own; the indicators that are given by them have.
    let lists = Set(
      dataflows.flatMap(\.structure.dimensions).filter { indicator.dimensions.contains($0.id) }.map(\.codelist))
    let codes = codelists.filter { lists.contains($0.id) }.flatMap(\.codes)
    return SiteEntry(
      .indicator, indicator.id.text, "indicators/\(indicator.id.text.slug)", indicator.title,
      words: [
        indicator.definition.map(phrases.written), phrases.words(for: indicator.unit),
        indicator.owner.map(phrases.owner),
      ] + codes.map { "\($0.id) \(phrases.written($0.name))" } + words(of: indicator.links, phrases))
  }

  private func entry(of register: Register, _ phrases: Phrases) -> SiteEntry {
    SiteEntry(
      .register, register.id.text, "registers/\(register.id.text.slug)", register.title,
      words: [register.text.map(phrases.written), register.owner.map(phrases.owner)])
  }

  private func entry(of index: CompositeIndex, _ phrases: Phrases) -> SiteEntry {
    let pillars = index.nodes.compactMap { node -> String? in
      guard case .pillar(let title?, _, _) = node.content else { return nil }
      return phrases.written(title)
    }
    return SiteEntry(
      .index, index.id.text, "indices/\(index.id.text.slug)", index.title,
      words: [index.text.map(phrases.written)] + pillars)
  }

  private func entry(of survey: Survey, _ phrases: Phrases) -> SiteEntry {
    SiteEntry(
      .survey, survey.id.text, survey.place, survey.title,
      words: [survey.text.map(phrases.written), survey.owner.map(phrases.owner)]
        + survey.questions.map { phrases.written($0.text) })
  }

  private func words(of links: [FrameworkLink], _ phrases: Phrases) -> [String?] {
    links.map { link in
      let framework = plan.frameworks.first { $0.id == link.framework }
      let code = framework?.codes.first { $0.id == link.code }
      return [framework.map { phrases.written($0.title) }, link.code, code.map { phrases.written($0.name) }]
        .compactMap(\.self).joined(separator: " ")
    }
  }
}

extension Phrases {
  /// What a kind of pages is called, as a heading.
  func name(of kind: SiteEntry.Kind) -> String {
    switch kind {
    case .page: self(.navigation)
    case .goal: self(.goals)
    case .target: self(.targets)
    case .objective: self(.objectives)
    case .outcome: self(.outcomes)
    case .output: self(.outputs)
    case .enabler: self(.enablers)
    case .indicator: self(.indicators)
    case .register: self(.registers)
    case .record: self(.records)
    case .index: self(.indices)
    case .survey: self(.surveys)
    case .map: self(.mapHeading)
    case .group: self(.groups)
    case .area: self(.areas)
    case .chapter: self(.report)
    }
  }

  /// One of a kind with its id: `Target 2.4`.
  func label(of kind: SiteEntry.Kind, id: String) -> String {
    switch kind {
    case .page: self(.onePage)
    case .goal: self(.placeGoal, ["id": id])
    case .target: self(.placeTarget, ["id": id])
    case .objective: self(.placeObjective, ["id": id])
    case .outcome: self(.placeOutcome, ["id": id])
    case .output: self(.placeOutput, ["id": id])
    case .enabler: self(.placeEnabler, ["id": id])
    case .indicator: self(.placeIndicator, ["id": id])
    case .register: self(.placeRegister, ["id": id])
    case .record: self(.oneRecord, ["id": id])
    case .index: self(.placeIndex, ["id": id])
    case .survey: self(.placeSurvey, ["id": id])
    case .map: self(.placeMap, ["id": id])
    case .group: self(.placeGroup, ["id": id])
    case .area: self(.placeArea, ["id": id])
    case .chapter: self(.report)
    }
  }
}
