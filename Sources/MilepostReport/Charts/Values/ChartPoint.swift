import MilepostModel

/// A value to draw: when, how high, how firm; or a gap and its reason.
struct ChartPoint: Hashable, Sendable {
  /// How most of a value is known.
  enum Knowledge: Hashable, Sendable {
    case reported, estimated, imputed
  }

  let period: TimePeriod
  let published: PublishedValue
  let status: ObservationStatus
  let knowledge: Knowledge
  /// Half a percent of the weight or more was imputed, so that it does not print as 0 %.
  let isPartlyImputed: Bool

  var time: Double { period.timeInYears }

  /// nil: a gap.
  var value: Double? { published.number }

  /// Not yet firm, so that the line or bar to it is dashed.
  var isProvisional: Bool { status == .provisional || status == .forecast }

  init(_ estimate: Estimate) {
    period = estimate.period
    published = estimate.value
    status = estimate.status
    knowledge = Knowledge(estimate.status, estimate.coverage)
    isPartlyImputed = knowledge != .imputed && estimate.coverage.map { $0.imputed >= 0.005 } ?? false
  }

  /// - Parameter inputs: what the value was computed from; the least firm of them decides.
  init(_ point: PeriodValue, inputs: [Estimate] = []) {
    period = point.period
    published = .figure(point.value)
    let inputs = inputs.map(ChartPoint.init(_:))
    status = .reported
    let known = Set(inputs.map(\.knowledge))
    knowledge = known.contains(.imputed) ? .imputed : known.contains(.estimated) ? .estimated : .reported
    isPartlyImputed = knowledge != .imputed && inputs.contains(where: \.isPartlyImputed)
  }

  /// A period for which there is nothing.
  init(_ period: TimePeriod, missing reason: MissingReason) {
    self.period = period
    published = .missing(reason)
    status = .reported
    knowledge = .reported
    isPartlyImputed = false
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

extension FigureStyle {
  /// The figure, or the sign of the reason why there is none; empty where the gap has no sign.
  func figureOrSign(_ point: ChartPoint) -> String { point.value.map { number($0) } ?? point.gap?.sign ?? "" }
}
