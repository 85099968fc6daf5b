import MilepostModel

extension RowWriter {
  mutating func add(_ plan: Plan) {
    for (place, goal) in plan.goals.enumerated() {
      row(.goal, [.text(goal.id.text), .integer(place)])
      text("goal", goal.id.text, "title", goal.title)
      text("goal", goal.id.text, "text", goal.text)
      links("goal", goal.id.text, goal.links)
    }
    for (place, target) in plan.targets.enumerated() { add(target, place) }
    for (place, objective) in plan.objectives.enumerated() {
      let id = objective.id.text
      row(.objective, [.text(id), .integer(place), StoreCell(objective.owner)])
      text("objective", id, "title", objective.title)
      text("objective", id, "text", objective.text)
      text("objective", id, "sector", objective.sector)
      for goal in objective.goals { row(.objectiveGoal, [.text(id), .text(goal.text)]) }
      links("objective", id, objective.links)
    }
    for (place, outcome) in plan.outcomes.enumerated() {
      let id = outcome.id.text
      row(.outcome, [.text(id), .integer(place), .text(outcome.objective.text), StoreCell(outcome.owner)])
      text("outcome", id, "title", outcome.title)
      measures("outcome", id, outcome.measures)
      links("outcome", id, outcome.links)
    }
    for (place, output) in plan.outputs.enumerated() {
      row(.output, [.text(output.id.text), .integer(place), StoreCell(output.owner)])
      text("output", output.id.text, "title", output.title)
      for outcome in output.outcomes { row(.outputOutcome, [.text(output.id.text), .text(outcome.text)]) }
    }
    for (place, enabler) in plan.enablers.enumerated() {
      row(.enabler, [.text(enabler.id.text), .integer(place), StoreCell(enabler.owner)])
      text("enabler", enabler.id.text, "title", enabler.title)
      measures("enabler", enabler.id.text, enabler.measures)
    }
    for (place, framework) in plan.frameworks.enumerated() {
      row(.framework, [.text(framework.id.text), .integer(place), StoreCell(framework.url)])
      text("framework", framework.id.text, "title", framework.title)
    }
  }

  private mutating func add(_ target: Target, _ place: Int) {
    let id = target.id.text
    row(
      .target,
      [
        .text(id), .integer(place), .text(target.goal.text), .text(target.kind.name),
        StoreCell(target.direction?.rawValue), .text(target.due.stored), StoreCell(target.baseline?.period.stored),
        StoreCell(target.baseline?.value), StoreCell(target.isSustained), StoreCell(target.owner),
      ])
    text("target", id, "title", target.title)
    text("target", id, "note", target.note)
    if let measure = target.measure { measures("target", id, [measure]) }
    links("target", id, target.links)
  }

  mutating func add(_ indicator: Indicator, _ place: Int) {
    let id = indicator.id.text
    let head: [StoreCell] = [.text(id), .integer(place)]
    row(
      .indicator,
      head + RowWriter.unit(indicator.unit) + [
        StoreCell(indicator.direction?.rawValue), StoreCell(indicator.limits.lower),
        StoreCell(indicator.limits.upper), .text(indicator.nature.rawValue), .integer(indicator.decimals),
        .integer(indicator.maximumAge), StoreCell(indicator.owner), StoreCell(indicator.formula != nil),
        StoreCell(indicator.aggregation?.method.stored), .text(indicator.dimensions.joined(separator: " ")),
      ])
    text("indicator", id, "title", indicator.title)
    text("indicator", id, "definition", indicator.definition)
    links("indicator", id, indicator.links)
    for (place, source) in indicator.sources.enumerated() {
      row(.indicatorSource, [.text(id), .integer(place), .text(source.text)])
    }
  }
}

extension Aggregation.Method {
  fileprivate var stored: String {
    switch self {
    case .weightedMean(let weight): "mean weighted by \(weight)"
    case .sum: "sum"
    case .mean: "mean"
    case .median: "median"
    }
  }
}
