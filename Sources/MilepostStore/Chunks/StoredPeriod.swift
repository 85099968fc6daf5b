package import MilepostModel

extension TimePeriod {
  /// The written form, with the month in which fiscal years begin: `FY2019@4`.
  package var stored: String { frequency == .fiscalYear ? "\(self)@\(firstDay.components.month)" : description }

  package init?(stored text: String) {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    switch parts.count {
    case 1: self.init(parts[0])
    case 2:
      guard let month = Int(parts[1]) else { return nil }
      self.init(parts[0], fiscalYearStart: month)
    default: return nil
    }
  }
}
