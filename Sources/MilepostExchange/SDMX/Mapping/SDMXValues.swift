import MilepostModel

/// A cell of a release as an observation says it.
struct SDMXCell: Sendable {
  let value: SDMX.MeasureValue
  /// OBS_STATUS.
  let status: String
  /// CONF_STATUS.
  let confidentiality: String
  /// COMMENT_OBS: the reason for which the status has no letter.
  let comment: String?

  /// Missing: L not collected, M not applicable, Q suppressed, O with the word for all else; N below half a unit.
  init(_ published: PublishedValue, status written: ObservationStatus) {
    var (status, confidentiality, comment) = (written.rawValue, "F", String?.none)
    var value = SDMX.MeasureValue.absent
    switch published {
    case .figure(let figure): value = .number(figure)
    case .belowUnit:
      value = .number(0)
      status = "N"
    case .confidential: confidentiality = "C"
    case .missing(let reason):
      switch reason {
      case .notCollected: status = "L"
      case .notApplicable: status = "M"
      case .suppressed: status = "Q"
      case .refused, .notDue, .unknown:
        status = "O"
        comment = reason.rawValue
      }
    }
    self.value = value
    self.status = status
    self.confidentiality = confidentiality
    self.comment = comment
  }
  /// The value of an attribute of observations.
  func attribute(_ id: String) -> String? {
    switch id {
    case "OBS_STATUS": status
    case "CONF_STATUS": confidentiality
    case "COMMENT_OBS": comment
    default: nil
    }
  }
}
