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

/// What is wrong with an index in one period: indicators that say nothing, means that cannot be taken.
struct IndexFindings {
  private let scored: ScoredIndex
  private let places: IndexPlaces
  private let grid: Grid
  private(set) var found = Diagnostics()
  /// What can be computed of what the sensitivity asks for.
  private(set) var alternatives = IndexAlternatives()

  /// Below this an indicator compares nothing.
  private static let fewestAreas = 3

  init(_ scored: ScoredIndex, _ places: IndexPlaces, _ grid: Grid) {
    self.scored = scored
    self.places = places
    self.grid = grid
    checkInputs()
    checkMeans()
    if !scored.hasScores { found.report(.noScores(scored.tree.definition, period, at: places["periods"])) }
    guard let sensitivity = scored.tree.definition.sensitivity else { return }
    findNormalisations(sensitivity.normalisations)
    findMeans(sensitivity.means)
  }

  private var nodes: [IndexNode] { scored.tree.nodes }
  private var period: TimePeriod { scored.inputs.period }

  private func place(_ node: Int) -> SourcePosition {
    places[nodes[node].field(nodes[node].input == nil ? "pillar" : "indicator")]
  }

  private mutating func checkInputs() {
    for (node, row) in zip(scored.tree.inputs, scored.inputs.rows) {
      let count = row.numbers.count { !$0.isNaN }
      let normalisation = nodes[node].input?.normalisation ?? scored.tree.definition.normalisation
      if count < IndexFindings.fewestAreas, normalisation.comparesAreas {
        found.report(.tooFewAreas(nodes[node].id, count, period, at: place(node)))
      } else if let fault = scored.faults[node] {
        found.report(.cannotBeNormalised(nodes[node].id, fault, period, at: place(node)))
      }
    }
  }

  private mutating func checkMeans() {
    for fault in scored.scores.faults(scored.tree, scored.tree.means) {
      guard let parent = nodes[fault.node].parent else { continue }
      let area = grid.places[scored.inputs.areas[fault.area]]
      found.report(
        .notAboveZero(
          nodes[fault.node].id, scored.scores.values[fault.node][fault.area], scored.tree.means[parent], area, period,
          at: place(fault.node)))
    }
  }

  /// Those that can normalise whatever the index can, onto scores of which its means can be taken.
  private mutating func findNormalisations(_ methods: [CompositeIndex.Normalisation]) {
    for (number, method) in methods.enumerated() {
      let position = places["sensitivity.normalisation.\(number)"]
      let (inputs, faults) = scored.normalised(method)
      if let fault = faults.sorted(by: { $0.key < $1.key }).first(where: { scored.faults[$0.key] == nil }) {
        found.report(.cannotBeNormalised(nodes[fault.key].id, fault.value, period, at: position))
      } else if !canTake(scored.tree.means, of: inputs) {
        found.report(.normalisationNotDrawn(period, at: position))
      } else {
        alternatives.inputs.append(inputs)
      }
    }
  }

  /// Those that can be taken of the scores of every normalisation.
  private mutating func findMeans(_ means: [CompositeIndex.Mean]) {
    let all = [scored.normalised] + alternatives.inputs
    for (number, mean) in means.enumerated() {
      let same = [CompositeIndex.Mean](repeating: mean, count: nodes.count)
      if all.allSatisfy({ canTake(same, of: $0) }) {
        alternatives.means.append(mean)
      } else {
        found.report(.meanNotDrawn(mean, period, at: places["sensitivity.aggregation.\(number)"]))
      }
    }
  }

  private func canTake(_ means: [CompositeIndex.Mean], of inputs: NormalisedInputs) -> Bool {
    scored.aggregation.scores(inputs, weights: scored.tree.weights, means: means).faults(scored.tree, means).isEmpty
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
