package import MilepostModel

/// What each dataflow said from date to date, as far as it was received by a day: a state for each day on which a
/// vintage came that made a difference. Sorted by dataflow, then by day.
package func dataflowStates(_ plan: ResolvedPlan, upTo day: CalendarDate) -> [DataflowState] {
  let days = Set(plan.tables.map(\.vintage.received)).filter { $0 <= day }.sorted()
  var last: [Dataflow.ID: VintageChoice] = [:]
  var states: [DataflowState] = []
  for day in days {
    for choice in plan.vintageChoices(asOf: day) where last[choice.dataflow.id] != choice {
      last[choice.dataflow.id] = choice
      guard let newest = choice.tables.last else { continue }
      states.append(
        DataflowState(
          dataflow: choice.dataflow.id, received: day, published: plan.tables[newest].vintage.published,
          series: workingTable(plan, CellSelection(plan, choices: [choice])).published()))
    }
  }
  return states.sorted { ($0.dataflow, $0.received) < ($1.dataflow, $1.received) }
}
