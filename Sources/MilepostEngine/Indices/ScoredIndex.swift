import MilepostModel

/// An index of one period: what went in, and the scores that came of it.
struct ScoredIndex {
  let tree: IndexTree
  let inputs: IndexInputs
  /// In the order of the tree's inputs.
  let treated: [WinsorisedValues]
  let normalised: NormalisedInputs
  let aggregation: IndexAggregation
  let scores: IndexScores
  /// Indicators that were left out, by their place in the nodes.
  let faults: [Int: NormalisationFault]

  init(_ tree: IndexTree, _ inputs: IndexInputs) {
    self.tree = tree
    self.inputs = inputs
    let usual = tree.definition.winsorising
    treated = zip(tree.inputs, inputs.rows).map { place, row in
      winsorise(row.numbers, tree.nodes[place].input?.winsorising ?? usual)
    }
    (normalised, faults) = ScoredIndex.normalised(tree, treated, tree.definition.normalisation)
    aggregation = IndexAggregation(tree, normalised)
    scores = aggregation.scores(normalised)
  }

  /// - Parameter method: for indicators without their own.
  private static func normalised(
    _ tree: IndexTree, _ treated: [WinsorisedValues], _ method: CompositeIndex.Normalisation
  ) -> (NormalisedInputs, [Int: NormalisationFault]) {
    var faults: [Int: NormalisationFault] = [:]
    let rows = zip(tree.inputs, treated).map { place, row in
      do throws(NormalisationFault) {
        let input = tree.nodes[place].input
        let scores = try normalise(row.values, input?.normalisation ?? method, tree.directions[place] ?? .up)
        // Goalposts that all but meet.
        return scores.map { $0.isFinite ? $0 : .nan }
      } catch {
        faults[place] = error
        return [Double](repeating: .nan, count: row.values.count)
      }
    }
    return (NormalisedInputs(tree, rows), faults)
  }

  /// The inputs under another normalisation; what it cannot normalise.
  func normalised(_ method: CompositeIndex.Normalisation) -> (NormalisedInputs, [Int: NormalisationFault]) {
    ScoredIndex.normalised(tree, treated, method)
  }

  /// Whether any area has a score of the whole.
  var hasScores: Bool { scores.whole.contains { !$0.isNaN } }
}

/// Which indicators are the scores of an index.
struct IndexOutputs {
  struct Place: Hashable {
    /// In the draft's indices.
    let index: Int
    /// In the index's nodes.
    let node: Int
  }

  private let places: [Indicator.ID: Place]

  init(_ indices: [CompositeIndex]) {
    var places: [Indicator.ID: Place] = [:]
    for (index, definition) in indices.enumerated() {
      for (node, part) in definition.nodes.enumerated() {
        if let scores = part.scores { places[scores] = Place(index: index, node: node) }
      }
    }
    self.places = places
  }

  subscript(indicator: Indicator.ID) -> Place? { places[indicator] }
}

extension Computation {
  /// The index in each of its periods that the grid reaches, and that are over.
  mutating func scored(_ definition: CompositeIndex) -> [ScoredIndex] {
    if let known = scoredIndices[definition.id] { return known }
    let indicators = plan.indicators
    let tree = IndexTree(definition) { indicators[$0]?.direction }
    var scored: [ScoredIndex] = []
    for period in definition.periods where period.lastDay <= date {
      if let inputs = inputs(of: tree, in: period), !inputs.isEmpty { scored.append(ScoredIndex(tree, inputs)) }
    }
    scoredIndices[definition.id] = scored
    return scored
  }

  /// The scores of a part of an index as series of its indicator.
  mutating func appendScores(of place: IndexOutputs.Place, _ indicator: Indicator, into rows: inout ComputedRows) {
    var column = Column(cells: grid.cellCount)
    for scored in scored(plan.draft.indices[place.index]) { write(scored, place.node, into: &column) }
    let key = ColumnStore.Key(indicator: indicator.id, codes: [])
    rows.append(column, key, grid.areas, grid, &book)
    store.store(column, key)
  }

  private mutating func write(_ scored: ScoredIndex, _ node: Int, into column: inout Column) {
    guard let step = grid.index(of: scored.inputs.period) else { return }
    let shares = scored.tree.shares(in: node)
    let isKnown = scored.aggregation.presence.isKnown[node]
    for (area, place) in scored.inputs.areas.enumerated() {
      let cell = place * grid.periods.count + step
      let coverage = coverage(scored, shares, area)
      for (row, _) in shares {
        let origin = scored.inputs.rows[row].provenances[area]
        if origin != ProvenanceBook.none { column.provenance[cell] = book.joined(column.provenance[cell], origin) }
      }
      column.set(coverage, at: cell)
      let score = scored.scores.values[node][area]
      if !score.isNaN {
        column.kind[cell] = .figure
        column.number[cell] = score
      } else if isKnown[area] == 1 {
        column.kind[cell] = .notApplicable
      } else {
        column.kind[cell] = coverage.missing < 1 ? .suppressed : .notCollected
      }
    }
  }

  /// How the weight behind a score is known.
  private func coverage(_ scored: ScoredIndex, _ shares: [(row: Int, share: Double)], _ area: Int) -> Coverage {
    var (reported, estimated, imputed, missing) = (0.0, 0.0, 0.0, 0.0)
    for (place, share) in shares {
      let row = scored.inputs.rows[place]
      let isLeftOut = row.numbers[area].isNaN || scored.faults[scored.tree.inputs[place]] != nil
      switch (isLeftOut, row.origins[area], ValueOrigin(row.statuses[area])) {
      case (true, _, _): missing += share
      case (false, .observed, .estimated): estimated += share
      case (false, .observed, _): reported += share
      case (false, .carried, _), (false, .imputed, _): imputed += share
      }
    }
    return Coverage(reported: reported, estimated: estimated, imputed: imputed, missing: missing)
  }
}
