package import MilepostModel

/// A value of a release as other programs read it.
package struct PublishedCell: Hashable, Sendable {
  /// nil where there is no figure or it may not be shown.
  package let number: Double?
  /// SDMX CL_OBS_STATUS; a missing value has the letter of its reason.
  package let status: String
  /// SDMX CL_CONF_STATUS.
  package let confidentiality: String
  /// Why there is no figure.
  package let missing: String?
  package let note: String?

  package init(_ estimate: Estimate) {
    var missing: String?
    var note: String?
    var status = estimate.status.rawValue
    var confidentiality = Confidentiality.free
    switch estimate.value {
    case .figure: break
    case .belowUnit: note = "below-unit"
    case .missing(let reason):
      missing = reason.rawValue
      status = reason.observationStatus
    case .confidential:
      missing = "confidential"
      confidentiality = .confidential
    }
    number = estimate.value.number
    self.missing = missing
    self.note = note
    self.status = status
    self.confidentiality = confidentiality.rawValue
  }
}

extension MissingReason {
  /// SDMX CL_OBS_STATUS: L data exist but were not collected, M data cannot exist, Q suppressed, O missing.
  fileprivate var observationStatus: String {
    switch self {
    case .notCollected: "L"
    case .notApplicable: "M"
    case .suppressed: "Q"
    case .refused, .notDue, .unknown: "O"
    }
  }
}
