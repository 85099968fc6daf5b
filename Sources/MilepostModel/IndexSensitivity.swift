/// How much the ranks hang on weights, normalisation and aggregation.
package struct IndexSensitivity: Hashable, Sendable {
  /// The ranks of an area over all draws.
  package struct Ranks: Hashable, Sendable {
    /// Quantiles; halves and the like lie between two ranks.
    package let percentile5: Double
    package let median: Double
    package let percentile95: Double
    /// Share of the draws, 0 to 1, in which the area has rank 1.
    package let shareFirst: Double

    /// From the 5th to the 95th percentile.
    package var width: Double { percentile95 - percentile5 }

    package init(percentile5: Double, median: Double, percentile95: Double, shareFirst: Double) {
      self.percentile5 = percentile5
      self.median = median
      self.percentile95 = percentile95
      self.shareFirst = shareFirst
    }
  }

  /// What is varied.
  package enum Choice: Hashable, Sendable, CaseIterable { case weights, normalisation, aggregation }

  /// By how many ranks an area moves on average when one choice alone is varied.
  package struct Shift: Hashable, Sendable {
    package let choice: Choice
    package let meanShift: Double

    package init(_ choice: Choice, _ meanShift: Double) {
      self.choice = choice
      self.meanShift = meanShift
    }
  }

  package let draws: Int
  package let seed: UInt64
  /// By area; nil without a score.
  package let ranks: [Ranks?]
  /// Share of the draws, 0 to 1, in which every area with rank 1 keeps it.
  package let shareTopStays: Double
  /// By how many ranks an area moves, on average over draws and areas.
  package let meanShift: Double
  /// Of the choices that are varied, the one that matters most first.
  package let shifts: [Shift]

  package init(
    draws: Int, seed: UInt64, ranks: [Ranks?], shareTopStays: Double, meanShift: Double, shifts: [Shift]
  ) {
    self.draws = draws
    self.seed = seed
    self.ranks = ranks
    self.shareTopStays = shareTopStays
    self.meanShift = meanShift
    self.shifts = shifts
  }

  /// A rank is safe when the area stays this close to it ...
  package static let safeDistance = 2

  /// ... from the 5th to the 95th percentile of the draws.
  package static func isSafe(_ place: Int, _ ranks: Ranks) -> Bool {
    ranks.percentile5 >= Double(place - safeDistance) && ranks.percentile95 <= Double(place + safeDistance)
  }
}
