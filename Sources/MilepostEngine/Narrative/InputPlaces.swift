import MilepostModel

/// Where in the workspace the inputs of figures stand, for findings.
struct InputPlaces {
  private let plan: ResolvedPlan
  private let date: CalendarDate

  /// As many inputs as help a reader.
  private static let most = 6

  init(_ plan: ResolvedPlan, asOf date: CalendarDate) {
    self.plan = plan
    self.date = date
  }

  /// A note for each input, the last of them where there are many.
  func notes(for inputs: [FigureInput]) -> [Diagnostic.Note] { inputs.suffix(InputPlaces.most).flatMap(notes) }

  private func notes(for input: FigureInput) -> [Diagnostic.Note] {
    switch input {
    case .observation(let key, let estimate):
      let value = estimate.value.number.map { ShortText($0).description } ?? "not shown"
      let provenance = estimate.provenance
      let origin =
        (provenance.isComputed ? "computed, " : "") + "vintage \(provenance.vintage), \(provenance.source)"
      let text = "\(key) in \(estimate.period) is \(value) (\(origin))"
      return [Diagnostic.Note(text, at: place(key, estimate) ?? definition(of: key.indicator))]
    case .register(let id, let vintage):
      return [Diagnostic.Note("records of '\(id)', vintage \(vintage.published)", at: .wholeFile(vintage.file))]
    case .target(let id):
      return plan.draft.plan.targets.firstIndex { $0.id == id }.map {
        [Diagnostic.Note("target \(id)", at: plan.draft.places[.target, $0, "id"])]
      } ?? []
    case .outcome(let id):
      return plan.draft.plan.outcomes.firstIndex { $0.id == id }.map {
        [Diagnostic.Note("outcome \(id)", at: plan.draft.places[.outcome, $0, "id"])]
      } ?? []
    case .members(let id):
      return plan.draft.groups.firstIndex { $0.id == id }.map {
        [Diagnostic.Note("group \(id)", at: plan.draft.places[.group, $0, "id"])]
      } ?? []
    case .elements, .survey: return []
    }
  }

  /// The row of the newest table that states a value; nil for computed ones.
  private func place(_ key: SeriesKey, _ estimate: Estimate) -> SourcePosition? {
    for table in plan.tables.reversed()
    where table.vintage.received <= date && table.vintage.published == estimate.provenance.vintage {
      guard let series = table.seriesKeys.firstIndex(of: key),
        let period = table.periods.firstIndex(of: estimate.period)
      else { continue }
      let row = table.series.indices.first {
        table.series[$0] == UInt32(series) && table.period[$0] == UInt16(period)
      }
      if let row { return table.position(at: row) }
    }
    return nil
  }

  private func definition(of indicator: Indicator.ID) -> SourcePosition {
    guard let number = plan.draft.plan.indicators.firstIndex(where: { $0.id == indicator }) else {
      preconditionFailure("a value of an indicator that the plan lacks")
    }
    return plan.draft.places[.indicator, number, "id"]
  }
}
