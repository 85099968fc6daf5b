/// A way to judge a target; formulas and sources are in `docs/methods.md`.
package enum AssessmentMethod: String, Sendable, Hashable, CaseIterable {
  case statcan2024 = "statcan-2024"
  case destatis
  case unsd2023 = "unsd-2023"
  case eurostat
  case escapCurrent = "escap-current"
  case linear
  /// Random walk with drift, on the logarithm for counts and prices, on the value for signed quantities.
  case drift
  /// Random walk with drift on the logit, for shares with natural limits.
  case logistic
  /// Pace so far over pace needed, on a straight line; used below five points.
  case pace
}

/// The method that a plan or a target names, with its parameters.
package struct MethodChoice: Hashable, Sendable {
  package enum Window: Hashable, Sendable {
    /// The last so many points.
    case last(Int)
    case all
  }

  package let method: AssessmentMethod
  package let window: Window
  /// Used when `method` refuses.
  package let fallback: AssessmentMethod?
  /// Consents to the original's replacement of zero by 0.001 in `statcan-2024`, and to a later base year.
  package let acceptsOriginalReplacements: Bool

  package init(
    method: AssessmentMethod, window: Window, fallback: AssessmentMethod?, acceptsOriginalReplacements: Bool
  ) {
    self.method = method
    self.window = window
    self.fallback = fallback
    self.acceptsOriginalReplacements = acceptsOriginalReplacements
  }

  package static let standard = MethodChoice(
    method: .drift, window: .last(6), fallback: nil, acceptsOriginalReplacements: false)
}

/// The nine statuses of a target; their counts add up to the number of targets.
package enum TargetStatus: String, Sendable, Hashable, CaseIterable {
  case achieved
  case missed
  case onTrack = "on-track"
  case atRisk = "at-risk"
  case offTrack = "off-track"
  case movingAway = "moving-away"
  case benchmarked
  case notMeasured = "not-measured"
  case notMeasurable = "not-measurable"

  /// Whether the status is a judgement: "of those that can be assessed".
  package var isAssessed: Bool {
    switch self {
    case .achieved, .missed, .onTrack, .atRisk, .offTrack, .movingAway: true
    case .benchmarked, .notMeasured, .notMeasurable: false
    }
  }

  /// Whether the status says "will meet" or "has met".
  package var isFavourable: Bool { self == .achieved || self == .onTrack }
}

/// The statuses of what has a direction and no value.
package enum DirectionalStatus: String, Sendable, Hashable, CaseIterable {
  case improving, stable, worsening, benchmarked
  case notMeasured = "not-measured"
}
