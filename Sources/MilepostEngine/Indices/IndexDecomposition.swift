import MilepostModel

/// What each part adds to the score of one area, and to its distance from a reference.
///
/// Contributions follow Euler's theorem, for all three means are homogeneous of degree one: a part adds its value times
/// the derivative of the whole by it. In an arithmetic mean that is wx / Σw.
///
/// The distance is divided along g, with which a mean is g⁻¹(Σw g(x)): of s − r a part adds
/// (s − r)/(g(s) − g(r)) · [w(g(x) − g(r)) − v(g(y) − g(r))], where y is its value in the reference and v its weight there;
/// with equal weights that is w(g(x) − g(y)). For geometric means it is the logarithmic mean Divisia index of B. W. Ang,
/// "Decomposition analysis for policymaking in energy", Energy Policy 32 (2004). Both add up exactly on every level, but
/// that a pillar may add more or less than its parts do where its weight is not that in the reference.
struct IndexDecomposition {
  private let aggregation: IndexAggregation
  private let scores: IndexScores
  /// Node by node; NaN where the reference has no value. nil: there is no reference.
  private let reference: [Double]?

  init(_ aggregation: IndexAggregation, _ scores: IndexScores, reference: [Double]?) {
    self.aggregation = aggregation
    self.scores = scores
    self.reference = reference
  }

  private var tree: IndexTree { aggregation.tree }

  /// By node; NaN where there is none.
  struct Parts {
    var contributions: [Double]
    var effects: [Double]
  }

  func parts(ofArea area: Int) -> Parts {
    let gaps = [Double](repeating: .nan, count: tree.nodes.count)
    var parts = Parts(contributions: gaps, effects: gaps)
    let values = scores.values.map { $0[area] }
    guard !values[0].isNaN else { return parts }
    contribute(values, to: &parts)
    if let reference { compare(values, reference, to: &parts) }
    return parts
  }

  /// Weights of the parts that have a value, which add up to 1; 0 for the others.
  private func shares(of children: [Int], _ values: [Double]) -> [Double] {
    let weights = children.map { values[$0].isNaN ? 0 : tree.weights[$0] }
    let total = weights.reduce(0, +)
    return weights.map { $0 / total }
  }

  private func contribute(_ values: [Double], to parts: inout Parts) {
    var derivatives = [Double](repeating: .nan, count: tree.nodes.count)
    derivatives[0] = 1
    parts.contributions[0] = values[0]
    for node in tree.nodes.indices where !derivatives[node].isNaN {
      let children = tree.nodes[node].children
      for (child, share) in zip(children, shares(of: children, values)) where !values[child].isNaN {
        // g′(x) / g′(s): the slope at the part over that at the whole.
        let mean = tree.means[node]
        let slope = mean.slope(values[child], values[child]) / mean.slope(values[node], values[node])
        derivatives[child] = derivatives[node] * share * slope
        parts.contributions[child] = derivatives[child] * values[child]
      }
    }
  }

  private func compare(_ values: [Double], _ reference: [Double], to parts: inout Parts) {
    // What one point of distance at a node is worth in the whole.
    var worth = [Double](repeating: .nan, count: tree.nodes.count)
    worth[0] = 1
    parts.effects[0] = values[0] - reference[0]
    for node in tree.nodes.indices where !worth[node].isNaN {
      let children = tree.nodes[node].children
      let mean = tree.means[node]
      let factor = worth[node] / mean.slope(values[node], reference[node])
      let origin = mean.scaled(reference[node])
      let here = shares(of: children, values)
      let there = shares(of: children, reference)
      for (place, child) in children.enumerated() {
        switch (values[child].isNaN, reference[child].isNaN) {
        case (true, true): continue
        case (true, false):
          parts.effects[child] = -factor * there[place] * (mean.scaled(reference[child]) - origin)
        case (false, true):
          parts.effects[child] = factor * here[place] * (mean.scaled(values[child]) - origin)
        case (false, false):
          worth[child] = factor * here[place] * mean.slope(values[child], reference[child])
          let moved = factor * (here[place] - there[place]) * (mean.scaled(reference[child]) - origin)
          parts.effects[child] = worth[child] * (values[child] - reference[child]) + moved
        }
      }
    }
  }
}
