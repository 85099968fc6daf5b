package import MilepostModel

#if canImport(Glibc)
  import Glibc
#endif

/// Progress as Statistics Canada measures it for the Canadian Indicator Framework.
///
/// Source: the behaviour of `ProgressMeasure.py` in Open SDG 2.4 (2024). It replaces a zero in base or target by 0.001;
/// whether a plan may use the method in such a case is asked elsewhere.
package struct StatCan2024: Hashable, Sendable {
  package enum Status: String, Hashable, Sendable {
    case notAvailable = "not_available"
    case targetAchieved = "target_achieved"
    case substantial = "substantial_progress"
    case moderate = "moderate_progress"
    case limited = "limited_progress"
    case deterioration

    /// nil for what is not available.
    package var targetStatus: TargetStatus? {
      switch self {
      case .notAvailable: nil
      case .targetAchieved: .achieved
      case .substantial: .onTrack
      case .moderate: .atRisk
      case .limited: .offTrack
      case .deterioration: .movingAway
      }
    }
  }

  /// With a target growth over growth needed, else growth a year in the wanted direction; nil where it has no value.
  package let progress: Double?
  package let status: Status
  /// −5 to 5.
  package let score: Double?
  /// nil when everything has a value, else why not.
  package let refusal: Refusal?

  private static let zeroStandsFor = 0.001

  /// - Parameters:
  ///   - limit: natural limit of the indicator; it makes the cut-offs smaller where little is left to gain.
  ///   - sign: −1 for series of negative values; nil: that of the base value.
  package init(_ points: TwoPoints, limit: Double? = nil, sign: Double? = nil) {
    let target = points.target.map { $0 == 0 ? Self.zeroStandsFor : $0 }
    let direction = points.direction.sign
    let isMet = target.map { direction * (points.current.value - $0) >= 0 } ?? false
    let measured = Self.progress(points, target: target, sign: sign ?? (points.base.value < 0 ? -1 : 1))
    let base = points.base.value == 0 ? Self.zeroStandsFor : points.base.value
    switch measured {
    case .success(let value):
      progress = value
      refusal = nil
      let cuts = target == nil ? Cuts(withoutTarget: base, limit: limit) : Cuts.withTarget
      status = isMet ? .targetAchieved : cuts.status(value)
      score = isMet ? 5 : target == nil ? cuts.scoreWithoutTarget(value) : Cuts.scoreWithTarget(value)
    case .failure(let reason):
      progress = nil
      refusal = reason.refusal
      status = isMet ? .targetAchieved : .notAvailable
      score = isMet ? 5 : nil
    }
  }

  private struct NoValue: Error { let refusal: Refusal }

  private static func progress(_ points: TwoPoints, target: Double?, sign: Double) -> Result<Double, NoValue> {
    let base = points.base.value == 0 ? zeroStandsFor : points.base.value
    if base * points.current.value < 0 { return .failure(NoValue(refusal: .signChange)) }
    if points.elapsed < 1 { return .failure(NoValue(refusal: .lessThanOneYear)) }
    guard let observed = compoundGrowth(from: base, to: points.current.value, years: points.elapsed) else {
      return .failure(NoValue(refusal: .powerNotReal))
    }
    let towards = sign * points.direction.sign * observed
    guard let target else { return .success(towards) }
    if target == base { return .failure(NoValue(refusal: .targetNotAhead)) }
    guard let needed = compoundGrowth(from: base, to: target, years: points.targetTime - points.base.time), needed != 0
    else { return .failure(NoValue(refusal: .powerNotReal)) }
    return .success(towards / abs(needed))
  }

  /// The mean of the scores of several series with its word: cuts at 2.5, 0 and −2.5, achieved only when all are.
  ///
  /// - Returns: nil when no series has a score.
  package static func mean(of results: [StatCan2024]) -> (score: Double, status: Status)? {
    let scored = results.filter { $0.score != nil }
    let scores = scored.compactMap(\.score)
    guard !scores.isEmpty else { return nil }
    let mean = scores.reduce(0, +) / Double(scores.count)
    if scored.allSatisfy({ $0.status == .targetAchieved }) { return (mean, .targetAchieved) }
    let status: Status =
      mean >= 2.5 ? .substantial : mean >= 0 ? .moderate : mean >= -2.5 ? .limited : .deterioration
    return (mean, status)
  }
}

/// Where the words begin.
private struct Cuts {
  let high: Double
  let medium: Double
  let low = 0.0
  /// C of the formulas: 1 far from the limit, 0 at it.
  let room: Double

  static let withTarget = Cuts(high: 0.95, medium: 0.6, room: 1)

  private init(high: Double, medium: Double, room: Double) {
    self.high = high
    self.medium = medium
    self.room = room
  }

  init(withoutTarget base: Double, limit: Double?) {
    let room = Cuts.room(base, limit: limit)
    self.init(high: 0.015 * room, medium: 0.005 * room, room: room)
  }

  private static func room(_ base: Double, limit: Double?) -> Double {
    guard let limit else { return 1 }
    let size = abs(base)
    let bound = abs(limit)
    if size >= 2 * bound { return 1 }
    return 1 - pow((size <= bound ? size : 2 * bound - size) / bound, 4.44)
  }

  func status(_ progress: Double) -> StatCan2024.Status {
    progress >= high ? .substantial : progress >= medium ? .moderate : progress >= low ? .limited : .deterioration
  }

  static func scoreWithTarget(_ progress: Double) -> Double {
    progress >= withTarget.medium ? min(7.1429 * progress - 4.2857, 5) : max(4.1667 * progress - 2.5, -5)
  }

  func scoreWithoutTarget(_ progress: Double) -> Double {
    if progress < low { return max(125 * progress - 2.5, -5) }
    if room == 0 { return 5 }
    if progress >= high { return min(500 * progress / room - 5, 5) }
    if progress >= medium { return 250 * progress / room - 1.25 }
    return 500 * progress / room - 2.5
  }
}
