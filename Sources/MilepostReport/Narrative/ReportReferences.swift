import MilepostLanguage
import MilepostModel

extension SiteContext {
  /// A page of the edition, with its anchor where it has one, and its public address.
  func manuscriptLink(_ place: String) -> ManuscriptLink {
    let parts = place.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let own = release.edition.map { "editions/\($0.id.text.slug)/" } ?? ""
    let published = publicAddress(path(parts[0], base: own))
    return .page(place, published: published.map { $0 + (parts.count > 1 ? "#" + parts[1] : "") })
  }

  /// What stands for an element of the plan, an indicator, a register or a record, and its page.
  func planReference(_ name: String) -> (words: String, place: String)? {
    if let element = element(name) { return element }
    if let indicator = release.plan.indicators.first(where: { $0.id.text == name }) {
      return (text(indicator.title), "indicators/\(name.slug)")
    }
    let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
    guard let id = parts.first, let register = registers.first(where: { $0.published.register.id.text == id }) else {
      return nil
    }
    guard parts.count > 1 else { return (text(register.published.register.title), "registers/\(id.slug)") }
    if let record = register.named[parts[1]] { return (phrases.written(name: record.name), record.address) }
    let table = register.published.table
    let row = (0..<table.count).first { table.key(ofRow: $0, register.published.register.key) == parts[1] }
    return row.map { (phrases.written(name: register.published.name(ofRow: $0)), "registers/\(id.slug)") }
  }

  private func element(_ id: String) -> (words: String, place: String)? {
    let plan = release.plan
    func words(_ phrase: ReportPhrase) -> String { phrases(phrase, ["id": id]).unbroken }
    if plan.targets.contains(where: { $0.id.text == id }) { return (words(.toTarget), "targets/\(id.slug)") }
    if plan.goals.contains(where: { $0.id.text == id }) { return (words(.toGoal), "goals/\(id.slug)") }
    if plan.outcomes.contains(where: { $0.id.text == id }) { return (words(.toOutcome), "outcomes/\(id.slug)") }
    if plan.objectives.contains(where: { $0.id.text == id }) { return (words(.toObjective), "objectives/\(id.slug)") }
    if plan.enablers.contains(where: { $0.id.text == id }) { return (words(.toEnabler), "enablers/\(id.slug)") }
    guard let output = plan.outputs.first(where: { $0.id.text == id }) else { return nil }
    // Outputs have no page of their own; the objective of their first outcome lists them.
    let outcome = plan.outcomes.first { output.outcomes.contains($0.id) }
    return (words(.toOutput), outcome.map { "objectives/\($0.objective.text.slug)" } ?? "objectives")
  }
}

extension String {
  /// With blanks at which no line ends: a number stays with its word.
  var unbroken: String { replacing(" ", with: "\u{00A0}") }
}
