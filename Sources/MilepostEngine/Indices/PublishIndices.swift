package import MilepostModel

/// The indices of a plan with their scores and what explains them, sorted by id.
///
/// - Parameter table: with the computed series.
package func publishIndices(
  _ plan: ResolvedPlan, _ table: WorkingTable, asOf date: CalendarDate, into diagnostics: inout Diagnostics
) -> [PublishedIndex] {
  guard !plan.draft.indices.isEmpty else { return [] }
  var computation = Computation(plan, table, asOf: date)
  var published: [PublishedIndex] = []
  for (number, definition) in plan.draft.indices.enumerated() {
    let places = IndexPlaces(number: number, places: plan.draft.places)
    let scored = computation.scored(definition)
    let results = scored.map { index in
      let findings = IndexFindings(index, places, computation.grid)
      diagnostics.report(contentsOf: findings.found)
      return IndexAnalysis(index, computation.grid, findings.alternatives).result
    }
    published.append(PublishedIndex(definition, results))
  }
  return published.sorted { $0.definition.id < $1.definition.id }
}

/// What explains the scores of one period.
private struct IndexAnalysis {
  private let scored: ScoredIndex
  private let grid: Grid
  private let alternatives: IndexAlternatives
  /// Of the whole and all parts, from which distances are measured; nil when the reference has no score.
  private let reference: [Double]?

  init(_ scored: ScoredIndex, _ grid: Grid, _ alternatives: IndexAlternatives) {
    self.scored = scored
    self.grid = grid
    self.alternatives = alternatives
    let profile = IndexAnalysis.reference(scored, grid)
    reference = profile.first.map(\.isNaN) == false ? profile : nil
  }

  private var definition: CompositeIndex { scored.tree.definition }

  /// By node: those of the area of reference, or of an area that has the median of every indicator.
  private static func reference(_ scored: ScoredIndex, _ grid: Grid) -> [Double] {
    if let id = scored.tree.definition.reference {
      guard let area = scored.inputs.areas.firstIndex(where: { grid.places[$0] == id }) else { return [] }
      return scored.scores.values.map { $0[area] }
    }
    let medians = scored.tree.inputs.map { place -> [Double] in
      let known = scored.normalised.values[place].filter { !$0.isNaN }.sorted()
      return [known.isEmpty ? .nan : quantile(0.5, ofSorted: known)]
    }
    let profile = NormalisedInputs(scored.tree, medians)
    return IndexAggregation(scored.tree, profile).scores(profile).values.map { $0[0] }
  }

  var result: IndexResult {
    let decomposition = IndexDecomposition(scored.aggregation, scored.scores, reference: reference)
    let byArea = scored.inputs.areas.indices.map { decomposition.parts(ofArea: $0) }
    let parts = definition.nodes.indices.map { part($0, byArea) }
    let sensitivity = definition.sensitivity.flatMap { wanted in
      RankSensitivity(
        scored.aggregation, wanted, inputs: [scored.normalised] + alternatives.inputs, means: alternatives.means
      ).run()
    }
    return IndexResult(
      areas: scored.inputs.areas.map { grid.places[$0] }, period: scored.inputs.period, parts: parts,
      tiers: scored.scores.whole.map(tier), referenceScore: reference?[0], sensitivity: sensitivity)
  }

  private func tier(_ score: Double) -> Int? {
    score.isNaN ? nil : definition.tiers.firstIndex { $0.from.map { score >= $0 } ?? true }
  }

  private func part(_ node: Int, _ decomposed: [IndexDecomposition.Parts]) -> IndexPartResult {
    let scores = scored.scores.values[node]
    let ranks = IndexRanks(scores)
    let standings = scores.indices.map { area -> IndexStanding? in
      guard !scores[area].isNaN else { return nil }
      return IndexStanding(score: scores[area], place: ranks.places[area], sharing: ranks.sharing[area])
    }
    let parent = definition.nodes[node].parent
    let known = scores.filter { !$0.isNaN }.sorted()
    return IndexPartResult(
      standings: standings, median: known.isEmpty ? nil : quantile(0.5, ofSorted: known),
      contributions: decomposed.map { $0.contributions[node].isNaN ? nil : $0.contributions[node] },
      effects: decomposed.map { $0.effects[node].isNaN ? nil : $0.effects[node] },
      correlationWithParent: parent.flatMap { correlation(scores, scored.scores.values[$0]) },
      correlationWithWhole: parent.flatMap { _ in correlation(scores, scored.scores.whole) },
      values: scored.tree.row(of: node).map(values))
  }

  private func values(_ input: Int) -> IndexValues {
    let row = scored.inputs.rows[input]
    let treated = scored.treated[input]
    let values = row.numbers.indices.map { area -> IndexValues.Value? in
      guard !row.numbers[area].isNaN else { return nil }
      return .init(number: row.numbers[area], treated: treated.values[area], origin: row.origins[area])
    }
    return IndexValues(values, treated.treatment)
  }
}
