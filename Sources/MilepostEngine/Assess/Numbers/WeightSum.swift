/// Weights of respondents, added up.
///
/// Unequal weights make a sample as good as a smaller one: L. Kish, Survey Sampling (1965), section 11.7.
package struct WeightSum: Hashable, Sendable {
  /// Respondents.
  package private(set) var count = 0
  package private(set) var total = 0.0
  private var squares = 0.0

  package init() {}

  package mutating func add(_ weight: Double) {
    count += 1
    total += weight
    squares += weight * weight
  }

  package static func + (one: WeightSum, other: WeightSum) -> WeightSum {
    var sum = one
    sum.count += other.count
    sum.total += other.total
    sum.squares += other.squares
    return sum
  }

  /// (Σw)² / Σw²; 0 without respondents.
  package var effectiveCount: Double { squares > 0 ? total * total / squares : 0 }

  /// n Σw² / (Σw)²; nil without respondents.
  package var designEffect: Double? { total > 0 ? Double(count) * squares / (total * total) : nil }
}
