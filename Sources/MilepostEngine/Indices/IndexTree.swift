package import MilepostModel

#if canImport(Glibc)
  import Glibc
#endif

/// An index with what the plan says of its indicators, ready for computing.
package struct IndexTree: Sendable {
  package let definition: CompositeIndex
  /// Of each indicator by its place in the nodes.
  let directions: [Int: Direction]
  /// By node; 1 where none is stated.
  let weights: [Double]
  /// By node; of indicators it has no meaning.
  let means: [CompositeIndex.Mean]
  /// Places of the indicators in the nodes.
  package let inputs: [Int]

  /// - Parameter direction: what the plan says of an indicator; up where neither says anything.
  package init(_ definition: CompositeIndex, direction: (Indicator.ID) -> Direction?) {
    self.definition = definition
    var directions: [Int: Direction] = [:]
    for (place, node) in definition.nodes.enumerated() {
      if let input = node.input { directions[place] = input.direction ?? direction(input.indicator) ?? .up }
    }
    self.directions = directions
    weights = definition.nodes.map { $0.weight ?? 1 }
    means = definition.nodes.map { definition.means[max(1, $0.height)] }
    inputs = directions.keys.sorted()
  }

  var nodes: [IndexNode] { definition.nodes }

  /// Where the sum over its parts stands beside the share of them that an area needs.
  func minimumShare(of node: Int) -> Double { definition.missing.minimumShares[max(1, nodes[node].height)] }

  /// Place of an indicator in `inputs`; nil for pillars and the whole.
  func row(of node: Int) -> Int? {
    nodes[node].input == nil ? nil : inputs.firstIndex(isPast: { $0 >= node })
  }

  /// The weight of each indicator in a node when nothing is missing; the shares add up to 1.
  func shares(in node: Int) -> [(row: Int, share: Double)] {
    if let row = row(of: node) { return [(row, 1)] }
    let children = nodes[node].children
    let total = children.reduce(0) { $0 + weights[$1] }
    return children.flatMap { child in
      shares(in: child).map { ($0.row, $0.share * weights[child] / total) }
    }
  }
}

/// Indicators brought to one scale: by input of the tree, then by area; NaN where there is no value.
package struct NormalisedInputs: Sendable {
  /// By place in the nodes; empty for pillars.
  let values: [[Double]]
  let areaCount: Int

  /// - Parameter values: in the order of the tree's inputs.
  package init(_ tree: IndexTree, _ values: [[Double]]) {
    var rows = [[Double]](repeating: [], count: tree.nodes.count)
    for (place, row) in zip(tree.inputs, values) { rows[place] = row }
    self.values = rows
    areaCount = values.first?.count ?? 0
  }
}

/// Which parts have a value in which areas, which hangs on the data alone and not on weights and means.
struct IndexPresence: Sendable {
  /// By node and area; 1 or 0, to be multiplied.
  let isKnown: [[Double]]

  init(_ tree: IndexTree, _ inputs: NormalisedInputs) {
    var rows = inputs.values.map { $0.map { $0.isNaN ? 0.0 : 1.0 } }
    for node in tree.nodes.indices.reversed() where !tree.nodes[node].children.isEmpty {
      let children = tree.nodes[node].children
      // Shares such as 0.6 of 5 parts are no exact binary fractions.
      let least = max(1, tree.minimumShare(of: node) * Double(children.count) - 1e-9)
      rows[node] = (0..<inputs.areaCount).map { area in
        children.reduce(0) { $0 + rows[$1][area] } >= least ? 1 : 0
      }
    }
    isKnown = rows
  }
}

/// The scores of all parts of an index.
package struct IndexScores: Sendable {
  /// By node and area; NaN without a score.
  package fileprivate(set) var values: [[Double]]

  /// The whole.
  package var whole: [Double] { values[0] }

  /// A part whose mean cannot be taken, because a value of it is not above zero.
  struct Fault: Hashable {
    /// The part with that value.
    let node: Int
    let area: Int
  }

  /// The first of each part, where a geometric or harmonic mean meets a value that is not above zero.
  func faults(_ tree: IndexTree, _ means: [CompositeIndex.Mean]) -> [Fault] {
    tree.nodes.indices.compactMap { node in
      guard let parent = tree.nodes[node].parent, means[parent] != .arithmetic else { return nil }
      return values[node].firstIndex { $0 <= 0 }.map { Fault(node: node, area: $0) }
    }
  }
}

/// Scores of all areas by weighted means from the indicators up.
///
/// A part without a value counts neither above nor below the line: Σwx / Σw, exp(Σw ln x / Σw) or Σw / Σ(w / x) over the
/// parts that have one. A geometric or harmonic mean of a value that is not above zero is none.
///
/// Source: OECD and JRC, Handbook on Constructing Composite Indicators (2008), section 1.7.
package struct IndexAggregation: Sendable {
  let tree: IndexTree
  let presence: IndexPresence

  package init(_ tree: IndexTree, _ inputs: NormalisedInputs) {
    self.tree = tree
    presence = IndexPresence(tree, inputs)
  }

  /// With the weights and means of the definition.
  package func scores(_ inputs: NormalisedInputs) -> IndexScores {
    scores(inputs, weights: tree.weights, means: tree.means)
  }

  /// - Parameters:
  ///   - weights: by node.
  ///   - means: by node.
  func scores(_ inputs: NormalisedInputs, weights: [Double], means: [CompositeIndex.Mean]) -> IndexScores {
    var values = inputs.values
    for node in tree.nodes.indices.reversed() where !tree.nodes[node].children.isEmpty {
      values[node] = combined(tree.nodes[node].children, values, weights, means[node], presence.isKnown[node])
    }
    return IndexScores(values: values)
  }

  private func combined(
    _ children: [Int], _ values: [[Double]], _ weights: [Double], _ mean: CompositeIndex.Mean, _ isKnown: [Double]
  ) -> [Double] {
    var sums = [Double](repeating: 0, count: isKnown.count)
    var totals = sums
    for child in children {
      let weight = weights[child]
      let (row, known) = (values[child], presence.isKnown[child])
      for area in sums.indices where known[area] == 1 {
        sums[area] += weight * mean.scaled(row[area])
        totals[area] += weight
      }
    }
    for area in sums.indices {
      sums[area] = isKnown[area] == 1 ? mean.unscaled(sums[area] / totals[area]) : .nan
    }
    return sums
  }
}

extension CompositeIndex.Mean {
  /// What is averaged: x, ln x or 1/x; NaN where there is no mean.
  @inline(__always)
  func scaled(_ value: Double) -> Double {
    switch self {
    case .arithmetic: value
    case .geometric: value > 0 ? log(value) : .nan
    case .harmonic: value > 0 ? 1 / value : .nan
    }
  }

  /// The value again.
  @inline(__always)
  func unscaled(_ average: Double) -> Double {
    switch self {
    case .arithmetic: average
    case .geometric: exp(average)
    case .harmonic: 1 / average
    }
  }

  /// (g(x) − g(y)) / (x − y) for what is averaged, and its limit where the two are equal.
  func slope(_ one: Double, _ other: Double) -> Double {
    guard one != other else {
      switch self {
      case .arithmetic: return 1
      case .geometric: return 1 / one
      case .harmonic: return -1 / (one * one)
      }
    }
    return (scaled(one) - scaled(other)) / (one - other)
  }
}
