import MilepostModel

/// Where the parts of an index were written.
struct IndexPlaces {
  /// Place in the draft's indices.
  let number: Int
  let places: SourceMap

  subscript(field: String) -> SourcePosition { places[.index, number, field] }
}

/// Normalisations and means that can be tried beside those of an index.
struct IndexAlternatives {
  var inputs: [NormalisedInputs] = []
  var means: [CompositeIndex.Mean] = []
}

/// What is wrong with an index in one period: indicators and means that say nothing.
struct IndexFindings {
  private let scored: ScoredIndex
  private let places: IndexPlaces
  private let grid: Grid
  private let found: Diagnostics
  /// What can be computed of what the sensitivity asks for.
  let alternatives: IndexAlternatives

  /// Below this an indicator compares nothing.
  private static let fewestAreas = 3

  init(_ scored: ScoredIndex, _ places: IndexPlaces, _ grid: Grid) {
    self.scored = scored
    self.places = places
    self.grid = grid
    var found = Diagnostics()
    let context = Context(scored: scored, places: places, grid: grid)
    context.checkInputs(into: &found)
    context.checkMeans(into: &found)
    if !scored.hasScores {
      found.report(.noScores(scored.tree.definition, scored.inputs.period, at: places["periods"]))
    }
    alternatives = context.alternatives(into: &found)
    self.found = found
  }

  func report(into diagnostics: inout Diagnostics) { diagnostics.report(contentsOf: found) }

  private struct Context {
    let scored: ScoredIndex
    let places: IndexPlaces
    let grid: Grid

    var nodes: [IndexNode] { scored.tree.nodes }

    func place(_ node: Int) -> SourcePosition {
      places[nodes[node].field(nodes[node].input == nil ? "pillar" : "indicator")]
    }

    func checkInputs(into found: inout Diagnostics) {
      for (node, row) in zip(scored.tree.inputs, scored.inputs.rows) {
        let count = row.numbers.count { !$0.isNaN }
        let normalisation = nodes[node].input?.normalisation ?? scored.tree.definition.normalisation
        if count < fewestAreas, normalisation.comparesAreas {
          found.report(.tooFewAreas(nodes[node].id, count, scored.inputs.period, at: place(node)))
        } else if let fault = scored.faults[node] {
          found.report(.cannotBeNormalised(nodes[node].id, fault, scored.inputs.period, at: place(node)))
        }
      }
    }

    func checkMeans(into found: inout Diagnostics) {
      for fault in scored.scores.faults(scored.tree, scored.tree.means) { report(fault, scored.scores, into: &found) }
    }

    private func report(_ fault: IndexScores.Fault, _ scores: IndexScores, into found: inout Diagnostics) {
      guard let parent = nodes[fault.node].parent else { return }
      found.report(
        .notAboveZero(
          nodes[fault.node].id, scores.values[fault.node][fault.area], scored.tree.means[parent],
          grid.places[scored.inputs.areas[fault.area]], scored.inputs.period, at: place(fault.node)))
    }

    /// Every normalisation and mean that can be taken, alone and together.
    func alternatives(into found: inout Diagnostics) -> IndexAlternatives {
      var alternatives = IndexAlternatives()
      guard let wanted = scored.tree.definition.sensitivity else { return alternatives }
      for (number, method) in wanted.normalisations.enumerated() {
        let (inputs, faults) = scored.normalised(method)
        let isNew = faults.first { scored.faults[$0.key] == nil }
        guard let isNew else {
          alternatives.inputs.append(inputs)
          continue
        }
        let position = places["sensitivity.normalisation.\(number)"]
        found.report(.cannotBeNormalised(nodes[isNew.key].id, isNew.value, scored.inputs.period, at: position))
      }
      for (number, mean) in wanted.means.enumerated() {
        let means = [CompositeIndex.Mean](repeating: mean, count: nodes.count)
        let all = [scored.normalised] + alternatives.inputs
        let failing = all.first { !holds(means, $0) }
        guard failing != nil else {
          alternatives.means.append(mean)
          continue
        }
        found.report(.meanNotDrawn(mean, scored.inputs.period, at: places["sensitivity.aggregation.\(number)"]))
      }
      let own = scored.tree.means
      alternatives.inputs = alternatives.inputs.enumerated().filter { number, inputs in
        if holds(own, inputs) { return true }
        found.report(.normalisationNotDrawn(scored.inputs.period, at: places["sensitivity.normalisation.\(number)"]))
        return false
      }.map(\.element)
      return alternatives
    }

    private func holds(_ means: [CompositeIndex.Mean], _ inputs: NormalisedInputs) -> Bool {
      let scores = scored.aggregation.scores(inputs, weights: scored.tree.weights, means: means)
      return scores.faults(scored.tree, means).isEmpty
    }
  }
}

extension CompositeIndex.Normalisation {
  /// Whether the score of an area hangs on the values of others.
  fileprivate var comparesAreas: Bool {
    switch self {
    case .minMax, .zScore, .distanceToTarget, .rank: true
    case .goalposts: false
    }
  }
}

extension Diagnostic {
  fileprivate static func tooFewAreas(
    _ id: String, _ count: Int, _ period: TimePeriod, at position: SourcePosition
  ) -> Self {
    let who = count == 0 ? "no area has" : count == 1 ? "only 1 area has" : "only \(count) areas have"
    return Diagnostic(
      .warning, "MP1002", "\(who) a value of '\(id)' for \(period), too few to compare", at: position,
      hint: "let values be carried forward or imputed, state goalposts, or leave the indicator or the period out")
  }

  fileprivate static func cannotBeNormalised(
    _ id: String, _ fault: NormalisationFault, _ period: TimePeriod, at position: SourcePosition
  ) -> Self {
    switch fault {
    case .constant(let value):
      Diagnostic(
        .warning, "MP1001",
        "all areas have the value \(plain(value)) of '\(id)' in \(period), which cannot be normalised",
        at: position, hint: "it is left out there; state goalposts, or leave the indicator out")
    case .targetBehind(let worst):
      Diagnostic(
        .error, "MP1005", "target of '\(id)' is not better than \(plain(worst)), the worst value in \(period)",
        at: position,
        hint: "correct the target or the direction")
    }
  }

  fileprivate static func notAboveZero(
    _ id: String, _ value: Double, _ mean: CompositeIndex.Mean, _ area: Area.ID, _ period: TimePeriod,
    at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP1004", "\(mean.rawValue) mean of \(plain(value)), the score of '\(id)' for \(area) in \(period)",
      at: position,
      hint: "it needs scores above zero: normalise onto a scale such as [1, 100], or take the arithmetic mean")
  }

  fileprivate static func meanNotDrawn(
    _ mean: CompositeIndex.Mean, _ period: TimePeriod, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP1004", "the \(mean.rawValue) mean cannot be tried in \(period), for some scores are not above zero",
      at: position, hint: "let every normalisation that is tried have a scale such as [1, 100], or leave the mean out")
  }

  fileprivate static func normalisationNotDrawn(_ period: TimePeriod, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1004",
      "the normalisation cannot be tried in \(period), for the mean of the index needs scores above zero", at: position,
      hint: "give it a scale such as [1, 100], or leave it out")
  }

  fileprivate static func noScores(
    _ index: CompositeIndex, _ period: TimePeriod, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .warning, "MP1006", "no area has a score of '\(index.id)' for \(period)", at: position,
      hint: "see which indicators are missing, lower 'minimum-share', or leave the period out")
  }
}
