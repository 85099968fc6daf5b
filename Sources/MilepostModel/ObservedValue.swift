/// Why there is no figure. A blank, a zero and these are different things everywhere.
package enum MissingReason: String, Sendable, Hashable, CaseIterable {
  case notCollected = "not-collected"
  case notApplicable = "not-applicable"
  case refused
  case notDue = "not-due"
  case unknown
  case suppressed
}

/// What a source said of one cell.
package enum ObservedValue: Hashable, Sendable {
  /// Full precision, in the unit of the series.
  case figure(Double)
  /// Not zero, but less than half a unit; counts as zero in sums.
  case belowUnit
  case missing(MissingReason)

  /// The number that sums and trends use.
  package var number: Double? {
    switch self {
    case .figure(let value): value
    case .belowUnit: 0
    case .missing: nil
    }
  }
}

/// How firm a figure is; the letters are SDMX's CL_OBS_STATUS.
package enum ObservationStatus: String, Sendable, Hashable, CaseIterable {
  case reported = "A"
  case breakInSeries = "B"
  case differentDefinition = "D"
  case estimated = "E"
  case forecast = "F"
  case imputed = "I"
  case provisional = "P"
  case lowReliability = "U"

  /// Estimated or imputed by the source, as against reported to it.
  package var isEstimateAtSource: Bool { self == .estimated || self == .imputed }
}

/// Who may see a figure; the letters are SDMX's CL_CONF_STATUS.
package enum Confidentiality: String, Sendable, Hashable, CaseIterable {
  case free = "F"
  case confidential = "C"
  case secondary = "D"
  case notForPublication = "N"

  package var isConfidential: Bool { self != .free }
}

/// One value of a series, as a source stated it.
package struct Observation: Hashable, Sendable {
  package let period: TimePeriod
  package let value: ObservedValue
  package let status: ObservationStatus
  package let confidentiality: Confidentiality

  package init(
    _ period: TimePeriod, _ value: ObservedValue, status: ObservationStatus = .reported,
    confidentiality: Confidentiality = .free
  ) {
    self.period = period
    self.value = value
    self.status = status
    self.confidentiality = confidentiality
  }
}

extension Double {
  /// Whether the number can be a figure: larger ones are slips, and sums and powers of them would be no numbers.
  package var canBeAFigure: Bool { magnitude <= 1e100 }
}
