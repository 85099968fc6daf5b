/// What may be shown of a value. A confidential figure does not fit in here.
package enum PublishedValue: Hashable, Sendable {
  case figure(Double)
  case belowUnit
  case missing(MissingReason)
  case confidential

  /// The number to draw or print; `belowUnit` counts as 0.
  package var number: Double? {
    switch self {
    case .figure(let value): value
    case .belowUnit: 0
    case .missing, .confidential: nil
    }
  }
}

/// Shares of a group's weight by how its value is known; the four add up to 1.
package struct Coverage: Hashable, Sendable {
  package let reported: Double
  /// Estimated by the source.
  package let estimated: Double
  /// Imputed by us, as the indicator declares.
  package let imputed: Double
  package let missing: Double

  package init(reported: Double, estimated: Double, imputed: Double, missing: Double) {
    self.reported = reported
    self.estimated = estimated
    self.imputed = imputed
    self.missing = missing
  }
}

/// Which source and vintage a value came from; computed values carry those of their first input.
package struct Provenance: Hashable, Sendable {
  package let source: DataSource.ID
  /// Publication date of the newest input from this source.
  package let vintage: CalendarDate
  /// When the newest input was received.
  package let received: CalendarDate
  package let isComputed: Bool

  package init(source: DataSource.ID, vintage: CalendarDate, received: CalendarDate, isComputed: Bool) {
    self.source = source
    self.vintage = vintage
    self.received = received
    self.isComputed = isComputed
  }
}

/// A value of a series in a release: stored, or computed with its coverage.
package struct Estimate: Hashable, Sendable {
  package let period: TimePeriod
  package let value: PublishedValue
  package let status: ObservationStatus
  /// nil for values as published by the source.
  package let coverage: Coverage?
  package let provenance: Provenance

  package init(
    _ period: TimePeriod, _ value: PublishedValue, status: ObservationStatus, coverage: Coverage?,
    provenance: Provenance
  ) {
    self.period = period
    self.value = value
    self.status = status
    self.coverage = coverage
    self.provenance = provenance
  }
}
