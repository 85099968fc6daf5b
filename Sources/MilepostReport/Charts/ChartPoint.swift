import MilepostModel

/// A value to draw: where, how high, how firm.
struct ChartPoint: Hashable, Sendable {
  /// How most of a value is known.
  enum Knowledge: Hashable, Sendable {
    case reported, estimated, imputed
  }

  let period: TimePeriod
  /// nil: a gap.
  let value: Double?
  let status: ObservationStatus
  let knowledge: Knowledge
  /// Half a percent of the weight or more was imputed, so that it does not print as 0 %.
  let isPartlyImputed: Bool

  var time: Double { period.timeInYears }

  init(_ estimate: Estimate) {
    period = estimate.period
    value = estimate.value.number
    status = estimate.status
    knowledge = Knowledge(estimate.status, estimate.coverage)
    isPartlyImputed = knowledge != .imputed && estimate.coverage.map { $0.imputed >= 0.005 } ?? false
  }

  /// - Parameter inputs: what the value was computed from; the least firm of them decides.
  init(_ point: PeriodValue, inputs: [Estimate] = []) {
    period = point.period
    value = point.value
    let inputs = inputs.map(ChartPoint.init(_:))
    status = .reported
    let known = Set(inputs.map(\.knowledge))
    knowledge = known.contains(.imputed) ? .imputed : known.contains(.estimated) ? .estimated : .reported
    isPartlyImputed = knowledge != .imputed && inputs.contains(where: \.isPartlyImputed)
  }
}

extension ChartPoint.Knowledge {
  /// The status of the value itself, or the greatest part of the known weight: reported from one half on.
  fileprivate init(_ status: ObservationStatus, _ coverage: Coverage?) {
    switch status {
    case .imputed: self = .imputed
    case .estimated, .forecast, .lowReliability: self = .estimated
    case .reported, .breakInSeries, .differentDefinition, .provisional:
      guard let coverage else {
        self = .reported
        return
      }
      if coverage.reported >= coverage.estimated + coverage.imputed {
        self = .reported
      } else {
        self = coverage.estimated >= coverage.imputed ? .estimated : .imputed
      }
    }
  }
}

extension AssessedTarget {
  /// The values that were judged, in the order of time: the series itself, or what was computed from it.
  var chartPoints: [ChartPoint] {
    let series = release.series
    if showsSeriesItself, let key = measure?.key, let found = series.estimates(key) {
      return found.map(ChartPoint.init)
    }
    let sides = sides.compactMap { key in
      series.estimates(key).map { Dictionary($0.map { ($0.period, $0) }) { first, _ in first } }
    }
    return assessment.judged.map { point in ChartPoint(point, inputs: sides.compactMap { $0[point.period] }) }
  }

  /// The series of both sides of a ratio or gap.
  private var sides: [SeriesKey] {
    guard let measure else { return [] }
    switch kind {
    case .parity(let women, let men):
      return [women, men].map { SeriesKey(measure.indicator, measure.area, measure.codes + $0) }
    case .gapReduction(let better, let worse, _, _):
      return [better, worse].map { SeriesKey(measure.indicator, $0, measure.codes) }
    default: return []
    }
  }

  /// Whether the values judged are those of the series, and not shares, scores or gaps made from it.
  var showsSeriesItself: Bool {
    switch kind {
    case .level, .ceiling, .relative, .change, .directional, .perception, .compositeIndex, .yesNo: true
    case .shareOfAreas, .allAreas, .parity, .gapReduction, .compound: false
    }
  }
}
