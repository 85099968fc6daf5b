import MilepostModel

/// The rules about indices, in running order.
package let indexRules: [Rule] = [.indexWeights, .indexPeriods]

extension Rule {
  /// Where some of several parts have a weight, all have.
  static let indexWeights = Rule("MP1003") { plan, diagnostics in
    for (number, index) in plan.draft.indices.enumerated() {
      let places = IndexPlaces(number: number, places: plan.draft.places)
      for node in index.nodes {
        let parts = node.children.map { index.nodes[$0] }
        guard parts.contains(where: { $0.weight != nil }) else { continue }
        for part in parts where part.weight == nil { diagnostics.report(.noWeight(part.id, at: places[part.field])) }
      }
    }
  }

  /// A period is over when the newest edition is made.
  static let indexPeriods = Rule("MP1007") { plan, diagnostics in
    guard let last = plan.settings.editions.map(\.date).max() else { return }
    for (number, index) in plan.draft.indices.enumerated() {
      for period in index.periods where period.lastDay > last {
        let place = plan.draft.places[.index, number, "periods"]
        diagnostics.report(.periodNotOver(period, last, at: place))
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func noWeight(_ part: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .warning, "MP1003", "'\(part)' has no weight beside parts that have one, and counts as 1", at: position,
      hint: "add 'weight: ...'")
  }

  fileprivate static func periodNotOver(_ period: TimePeriod, _ last: CalendarDate, at position: SourcePosition) -> Self
  {
    Diagnostic(
      .warning, "MP1007", "\(period) is not over on \(last), the date of the newest edition", at: position,
      hint: "leave it out until there is an edition after it")
  }
}
