import MilepostModel

/// A cell of a release as an observation says it.
struct SDMXCell {
  let value: SDMX.MeasureValue
  /// OBS_STATUS.
  let status: String
  /// CONF_STATUS.
  let confidentiality: String
  /// COMMENT_OBS: the reason for which the status has no letter.
  let comment: String?

  /// Missing: L not collected, M not applicable, Q suppressed, O with the word for all else; N below half a unit.
  init(_ estimate: Estimate) {
    var (status, confidentiality, comment) = (estimate.status.rawValue, "F", String?.none)
    var value = SDMX.MeasureValue.absent
    switch estimate.value {
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
}
