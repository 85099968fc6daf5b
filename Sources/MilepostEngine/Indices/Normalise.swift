package import MilepostModel

/// Why the values of an indicator cannot be normalised.
package enum NormalisationFault: Error, Hashable, Sendable {
  /// All areas have the same value.
  case constant(Double)
  /// The target is not better than the worst value.
  case targetBehind(worst: Double)
}

/// Brings the values of an indicator to the scale of an index; NaN stands for no value and stays.
///
/// With the worst value w, the best b, and a and z the ends of the scale: min–max is a + (z − a)(x − w)/(b − w);
/// goalposts and distance to target put stated values for w and b, or for b alone; rank puts the number of areas that are
/// worse over that of all others. A z-score is m + s(x − x̄)/σ with n − 1 in σ, its sign turned where less is better.
///
/// Source: OECD and JRC, Handbook on Constructing Composite Indicators (2008), section 1.5.
package func normalise(
  _ values: [Double], _ method: CompositeIndex.Normalisation, _ direction: Direction
) throws(NormalisationFault) -> [Double] {
  let known = values.filter { !$0.isNaN }
  guard let least = known.min(), let greatest = known.max() else { return values }
  let isUp = direction == .up
  let (worst, best) = isUp ? (least, greatest) : (greatest, least)
  func notConstant() throws(NormalisationFault) {
    if least == greatest { throw .constant(least) }
  }
  switch method {
  case .minMax(let scale):
    try notConstant()
    return values.map { scale.score(atShare: ($0 - worst) / (best - worst)) }
  case .zScore(let mean, let deviation):
    try notConstant()
    guard let shape = Distribution(known) else { return values }
    return values.map { direction.sign * ($0 - shape.mean) / shape.standardDeviation * deviation + mean }
  case .goalposts(let lower, let upper, let scale, let isCapped):
    let (from, to) = isUp ? (lower, upper) : (upper, lower)
    return values.map { scale.score(atShare: capped(($0 - from) / (to - from), isCapped)) }
  case .distanceToTarget(let target, let scale, let isCapped):
    guard isUp ? target > worst : target < worst else { throw .targetBehind(worst: worst) }
    return values.map { scale.score(atShare: capped(($0 - worst) / (target - worst), isCapped)) }
  case .rank(let scale):
    try notConstant()
    let sorted = known.sorted()
    let others = Double(sorted.count - 1)
    return values.map { value in
      if value.isNaN { return value }
      let behind =
        isUp ? sorted.firstIndex(isPast: { $0 >= value }) : sorted.count - sorted.firstIndex(isPast: { $0 > value })
      return scale.score(atShare: Double(behind) / others)
    }
  }
}

private func capped(_ share: Double, _ isCapped: Bool) -> Double {
  isCapped && !share.isNaN ? min(max(share, 0), 1) : share
}

extension CompositeIndex.Scale {
  fileprivate func score(atShare share: Double) -> Double { lower + (upper - lower) * share }
}
