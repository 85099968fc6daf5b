import MilepostModel

/// Keys that several elements share.
enum ElementKeys {
  static let aboutID = "Unique among goals, targets, objectives, outcomes, outputs and enablers."
  static let title = Key(required: "title", .localized, "Its name, in one or several languages.")
  static let text = Key(optional: "text", .localized, "What it says in full.")
  static let owner = Key(optional: "owner", .text, "The office that answers for it.")
  static let links = Key(optional: "links", .links, "Codes of other frameworks that it serves: {sdg: [17.8]}.")
  static let measuredBy = Key(
    optional: "measured-by", ValueForm<Measure>.measure.list, "The series that show how it goes.")
  static let url = Key(optional: "url", .url, "Its address.")
}

extension ValueForm where Value == Measure {
  fileprivate static let measure = ValueForm.mapping(MeasureKeys.shape) { fields, reader in
    let indicator = fields.read(MeasureKeys.indicator, &reader)
    let area = fields.read(MeasureKeys.area, &reader)
    let codes = fields.read(MeasureKeys.codes, &reader)
    guard let indicator, let area else { return nil }
    return Measure(indicator, area, codes ?? [])
  }.named("measure")
}

private enum MeasureKeys {
  static let indicator = Key(required: "indicator", .id(of: Indicator.self), "Id of the indicator.")
  static let area = Key(required: "area", .code, "Code of the area or group.")
  static let codes = Key(optional: "where", .dimensionCodes, "Codes of dimensions: {SEX: F}.")

  static let shape = Shape("a measure", indicator, area, codes)
}

extension ValueForm where Value == Goal {
  static let goal = ValueForm.mapping(GoalKeys.shape) { fields, reader in
    let id = fields.read(GoalKeys.id, &reader)
    let title = fields.read(ElementKeys.title, &reader)
    let text = fields.read(ElementKeys.text, &reader)
    let links = fields.read(ElementKeys.links, &reader)
    guard let id, let title else { return nil }
    return Goal(id: id, title: title, text: text, links: links ?? [])
  }
}

private enum GoalKeys {
  static let id = Key(required: "id", .id(of: Goal.self), ElementKeys.aboutID)

  static let shape = Shape("a goal", id, ElementKeys.title, ElementKeys.text, ElementKeys.links)
}

extension ValueForm where Value == Objective {
  static let objective = ValueForm.mapping(ObjectiveKeys.shape) { fields, reader in
    let id = fields.read(ObjectiveKeys.id, &reader)
    let title = fields.read(ElementKeys.title, &reader)
    let text = fields.read(ElementKeys.text, &reader)
    let sector = fields.read(ObjectiveKeys.sector, &reader)
    let goals = fields.read(ObjectiveKeys.goals, &reader)
    let owner = fields.read(ElementKeys.owner, &reader)
    let links = fields.read(ElementKeys.links, &reader)
    guard let id, let title else { return nil }
    return Objective(
      id: id, title: title, text: text, sector: sector, goals: goals ?? [], owner: owner, links: links ?? [])
  }
}

private enum ObjectiveKeys {
  static let id = Key(required: "id", .id(of: Objective.self), ElementKeys.aboutID)
  static let sector = Key(optional: "sector", .localized, "The part of the organisation that works for it.")
  static let goals = Key(optional: "goals", ValueForm<Goal.ID>.id(of: Goal.self).list, "Ids of the goals it serves.")

  static let shape = Shape(
    "an objective", id, ElementKeys.title, ElementKeys.text, sector, goals, ElementKeys.owner, ElementKeys.links)
}

extension ValueForm where Value == Outcome {
  static let outcome = ValueForm.mapping(OutcomeKeys.shape) { fields, reader in
    let id = fields.read(OutcomeKeys.id, &reader)
    let objective = fields.read(OutcomeKeys.objective, &reader)
    let title = fields.read(ElementKeys.title, &reader)
    let measures = fields.read(ElementKeys.measuredBy, &reader)
    let owner = fields.read(ElementKeys.owner, &reader)
    let links = fields.read(ElementKeys.links, &reader)
    guard let id, let objective, let title else { return nil }
    return Outcome(
      id: id, objective: objective, title: title, measures: measures ?? [], owner: owner, links: links ?? [])
  }
}

private enum OutcomeKeys {
  static let id = Key(required: "id", .id(of: Outcome.self), ElementKeys.aboutID)
  static let objective = Key(required: "objective", .id(of: Objective.self), "Id of the objective.")

  static let shape = Shape(
    "an outcome", id, objective, ElementKeys.title, ElementKeys.measuredBy, ElementKeys.owner, ElementKeys.links)
}

extension ValueForm where Value == Output {
  static let output = ValueForm.mapping(OutputKeys.shape) { fields, reader in
    let id = fields.read(OutputKeys.id, &reader)
    let title = fields.read(ElementKeys.title, &reader)
    let outcomes = fields.read(OutputKeys.outcomes, &reader)
    let owner = fields.read(ElementKeys.owner, &reader)
    guard let id, let title else { return nil }
    return Output(id: id, title: title, outcomes: outcomes ?? [], owner: owner)
  }
}

private enum OutputKeys {
  static let id = Key(required: "id", .id(of: Output.self), ElementKeys.aboutID)
  static let outcomes = Key(
    optional: "outcomes", ValueForm<Outcome.ID>.id(of: Outcome.self).list, "Ids of the outcomes it supports.")

  static let shape = Shape("an output", id, ElementKeys.title, outcomes, ElementKeys.owner)
}

extension ValueForm where Value == Enabler {
  static let enabler = ValueForm.mapping(EnablerKeys.shape) { fields, reader in
    let id = fields.read(EnablerKeys.id, &reader)
    let title = fields.read(ElementKeys.title, &reader)
    let measures = fields.read(ElementKeys.measuredBy, &reader)
    let owner = fields.read(ElementKeys.owner, &reader)
    guard let id, let title else { return nil }
    return Enabler(id: id, title: title, measures: measures ?? [], owner: owner)
  }
}

private enum EnablerKeys {
  static let id = Key(required: "id", .id(of: Enabler.self), ElementKeys.aboutID)

  static let shape = Shape("an enabler", id, ElementKeys.title, ElementKeys.measuredBy, ElementKeys.owner)
}

extension ValueForm where Value == Framework {
  static let framework = ValueForm.mapping(FrameworkKeys.shape) { fields, reader in
    let id = fields.read(FrameworkKeys.id, &reader)
    let title = fields.read(ElementKeys.title, &reader)
    let url = fields.read(ElementKeys.url, &reader)
    let codes = fields.read(FrameworkKeys.codes, &reader)
    guard let id, let title else { return nil }
    return Framework(
      id: id, title: title, url: url, codes: (codes ?? []).map { Code($0.key, name: $0.value) })
  }
}

private enum FrameworkKeys {
  static let id = Key(required: "id", .id(of: Framework.self), "Unique among the frameworks.")
  static let codes = Key(
    optional: "codes",
    ValueForm<LocalizedText>.localized.map(keys: ".", expected: "titles by code") { pair, _ in pair.key },
    "The codes that may be linked to, with their titles; when given, links are checked.")

  static let shape = Shape("a framework", id, ElementKeys.title, ElementKeys.url, codes)
}

/// A file of `plan/`: any of these lists.
struct PlanFile: Sendable {
  static let form = ValueForm<Plan>.mapping(Keys.shape) { fields, reader in
    var plan = Plan()
    plan.goals = fields.read(Keys.goals, &reader) ?? []
    plan.targets = fields.read(Keys.targets, &reader) ?? []
    plan.objectives = fields.read(Keys.objectives, &reader) ?? []
    plan.outcomes = fields.read(Keys.outcomes, &reader) ?? []
    plan.outputs = fields.read(Keys.outputs, &reader) ?? []
    plan.enablers = fields.read(Keys.enablers, &reader) ?? []
    plan.indicators = fields.read(Keys.indicators, &reader) ?? []
    plan.frameworks = fields.read(Keys.frameworks, &reader) ?? []
    return plan
  }

  private enum Keys {
    static let goals = Key(
      optional: "goals", ValueForm<Goal>.goal.elements(of: .goal), "What the plan wants in the end.")
    static let targets = Key(
      optional: "targets", ValueForm<Target>.target.elements(of: .target),
      "What is to be reached by when, and how it is judged.")
    static let objectives = Key(
      optional: "objectives", ValueForm<Objective>.objective.elements(of: .objective),
      "What parts of the organisation work for.")
    static let outcomes = Key(
      optional: "outcomes", ValueForm<Outcome>.outcome.elements(of: .outcome),
      "Changes that objectives are to bring about.")
    static let outputs = Key(
      optional: "outputs", ValueForm<Output>.output.elements(of: .output), "Products and services.")
    static let enablers = Key(
      optional: "enablers", ValueForm<Enabler>.enabler.elements(of: .enabler), "Support services.")
    static let indicators = Key(
      optional: "indicators", ValueForm<Indicator>.indicator.elements(of: .indicator), "What is measured, and how.")
    static let frameworks = Key(
      optional: "frameworks", ValueForm<Framework>.framework.elements(of: .framework),
      "Plans and lists outside this one that elements link to.")

    static let shape = Shape(
      "a plan file", goals, targets, objectives, outcomes, outputs, enablers, indicators, frameworks)
  }
}
