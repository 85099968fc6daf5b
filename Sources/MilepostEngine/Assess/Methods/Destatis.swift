package import MilepostModel

/// The weather symbols of the German sustainability strategy.
///
/// Source: Federal Statistical Office of Germany, indicator reports on the national sustainability strategy; rule checked
/// against published symbols. The mean of the last five annual changes is carried on in a straight line.
package struct Destatis: Hashable, Sendable {
  package enum Symbol: String, Hashable, Sendable {
    case sun
    case slightlyCloudy = "slightly-cloudy"
    case cloud
    case lightning

    package var targetStatus: TargetStatus {
      switch self {
      case .sun, .slightlyCloudy: .onTrack
      case .cloud: .offTrack
      case .lightning: .movingAway
      }
    }
  }

  /// Mean of the last five annual changes.
  package let meanChange: Double
  package let projected: Double
  /// Distance of the projection from the target over that of the last value; negative on the right side; nil when the
  /// last value equals the target.
  package let missOverGap: Double?
  package let symbol: Symbol

  package static let changes = 5
  package static let fewestChanges = 4

  /// - Parameter points: sorted by time; only the last point and those one to five whole years before it count, and a
  ///   change needs two adjacent years.
  /// - Returns: the refusal when fewer than four changes are there.
  package static func judge(
    _ points: some BidirectionalCollection<TrendPoint>, target: Double, targetTime: Double, direction: Direction
  ) -> Result<Destatis, TooFewChanges> {
    guard let last = points.last else { return .failure(TooFewChanges(have: 0)) }
    var changes: [Double] = []
    var later: TrendPoint? = last
    for back in 1...Self.changes {
      let time = last.time - Double(back)
      let point = points.last { abs($0.time - time) < 1e-6 }
      if let point, let later { changes.append(later.value - point.value) }
      later = point
    }
    guard changes.count >= fewestChanges else { return .failure(TooFewChanges(have: changes.count)) }
    let mean = changes.reduce(0, +) / Double(changes.count)
    return .success(Destatis(last, meanChange: mean, target: target, targetTime: targetTime, direction: direction))
  }

  /// Fewer annual changes than the rule needs.
  package struct TooFewChanges: Error, Hashable, Sendable {
    package let have: Int

    package init(have: Int) { self.have = have }

    package var refusal: Refusal { .tooFewChanges(have: have, need: Destatis.fewestChanges) }
  }

  package init(
    _ last: TrendPoint, meanChange: Double, target: Double, targetTime: Double, direction: Direction
  ) {
    self.meanChange = meanChange
    projected = last.value + meanChange * (targetTime - last.time)
    let miss = direction.sign * (target - projected)
    let gap = abs(target - last.value)
    missOverGap = gap == 0 ? nil : miss / gap
    if direction.sign * (last.value - target) >= 0 || miss <= 0 {
      symbol = .sun
    } else if miss < 0.05 * gap {
      symbol = .sun
    } else if miss <= 0.2 * gap {
      symbol = .slightlyCloudy
    } else {
      symbol = direction.sign * meanChange > 0 ? .cloud : .lightning
    }
  }
}
