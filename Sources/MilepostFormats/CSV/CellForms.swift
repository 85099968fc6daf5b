import MilepostModel

/// The texts of the columns that name a series.
enum KeyForm {
  static func area(_ text: String) -> Result<Area.ID, CellFault> {
    guard isCode(text) else { return .failure(CellFault { .areaCodeForm(text, at: $0) }) }
    return .success(Area.ID(text))
  }

  static func indicator(_ text: String) -> Result<Indicator.ID, CellFault> {
    let isID = text.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
    guard isID, !text.isEmpty else { return .failure(CellFault { .indicatorForm(text, at: $0) }) }
    return .success(Indicator.ID(text))
  }

  static func code(_ text: String, of dimension: String) -> Result<DimensionCode, CellFault> {
    guard !text.isEmpty, text.trimmedOfBlanks == text else {
      return .failure(CellFault { .dimensionCodeForm(text, dimension, at: $0) })
    }
    return .success(DimensionCode(dimension, text))
  }

  /// `[A-Z0-9_]+`
  fileprivate static func isCode(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { (isLetterOrDigit($0) && $0 < UInt8(ascii: "a")) || $0 == UInt8(ascii: "_") }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}

/// The texts of the column TIME_PERIOD.
enum PeriodForm {
  static func read(_ text: String, fiscalYearStart: Int?) -> Result<TimePeriod, CellFault> {
    if let period = TimePeriod(text, fiscalYearStart: fiscalYearStart) { return .success(period) }
    return .failure(CellFault { .periodForm(text, hint: hint(text), at: $0) })
  }

  private static func hint(_ text: String) -> String {
    let trimmed = text.trimmedOfBlanks
    if trimmed != text && !trimmed.isEmpty { return "remove the blanks around the period" }
    if text.isEmpty { return "write a period such as 2019, 2019-Q1 or 2019-03" }
    if text.hasPrefix("FY") { return "say in the sidecar in which month the fiscal year begins: fiscal-year-start: 7" }
    let parts = text.split { "-/ .".contains($0) }.map(String.init)
    let isNumeric = parts.allSatisfy { $0.utf8.allSatisfy(\.isDigit) }
    let lengths = parts.map(\.count)
    switch (isNumeric, lengths) {
    case (true, [5]): return "this is a spreadsheet's number of a day; format the cell as text there"
    case (true, [4, 2]):
      let later = "\(parts[0].prefix(2))\(parts[1])"
      return later > parts[0] ? "write \(parts[0])/\(later) for two years" : "months are 01 to 12"
    case (true, [4, 1]) where text.hasSuffix(".0"): return "write \(parts[0])"
    case (true, [4, 1]): return "write \(parts[0])-0\(parts[1]) for the month, \(parts[0])-Q\(parts[1]) for the quarter"
    case (true, _) where lengths.count == 3: return "write a day as 2019-03-31"
    default: break
    }
    let letters = parts.joined().uppercased()
    if letters.count == 6, let at = letters.firstIndex(where: { "QS".contains($0) }) {
      let part = letters[at...].prefix(2)
      let year = letters.replacing(part, with: "", maxReplacements: 1)
      if TimePeriod("\(year)-\(part)") != nil { return "write \(year)-\(part)" }
    }
    return "write a period such as 2019, 2019-Q1, 2019-03, 2019-03-31, FY2019 or 2018/2019"
  }
}

/// The texts of the columns OBS_STATUS, CONF_STATUS and MISSING; empty means reported, free, and no reason.
enum StatusForm {
  static func status(_ text: String) -> Result<ObservationStatus, CellFault> {
    if text.isEmpty { return .success(.reported) }
    return ObservationStatus(rawValue: text).map(Result.success)
      ?? .failure(CellFault { .unknownStatus(text, at: $0) })
  }

  static func confidentiality(_ text: String) -> Result<Confidentiality, CellFault> {
    if text.isEmpty { return .success(.free) }
    return Confidentiality(rawValue: text).map(Result.success)
      ?? .failure(CellFault { .unknownConfidentiality(text, at: $0) })
  }

  static func reason(_ text: String) -> Result<CellKind?, CellFault> {
    if text.isEmpty { return .success(nil) }
    if text == "below-unit" { return .success(.belowUnit) }
    return MissingReason(rawValue: text).map { .success(CellKind($0)) }
      ?? .failure(CellFault { .unknownReason(text, at: $0) })
  }
}

extension Diagnostic {
  private static func said(_ text: String) -> String { text.isEmpty ? "an empty cell" : "'\(shortened(text))'" }

  fileprivate static func areaCodeForm(_ text: String, at position: SourcePosition) -> Self {
    let better = text.trimmedOfBlanks.uppercased()
    let hint =
      KeyForm.isCode(better)
      ? "write '\(better)'" : "codes of areas and groups are upper-case letters, digits and '_'"
    return Diagnostic(.error, "MP0303", "\(said(text)) is not a code of an area", at: position, hint: hint)
  }

  fileprivate static func periodForm(_ text: String, hint: String, at position: SourcePosition) -> Self {
    Diagnostic(.error, "MP0304", "\(said(text)) is not a period", at: position, hint: hint)
  }

  fileprivate static func indicatorForm(_ text: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0305", "\(said(text)) is not an id of an indicator", at: position,
      hint: "ids are letters, digits, '.' and '-'")
  }

  fileprivate static func dimensionCodeForm(_ text: String, _ dimension: String, at position: SourcePosition) -> Self {
    let hint = text.isEmpty ? "write '_T' for the total" : "remove the blanks around the code"
    return Diagnostic(.error, "MP0306", "\(said(text)) is not a code of \(dimension)", at: position, hint: hint)
  }

  fileprivate static func unknownReason(_ text: String, at position: SourcePosition) -> Self {
    let known = MissingReason.allCases.map(\.rawValue) + ["below-unit"]
    let hint = known.closest(to: text).map { "did you mean '\($0)'?" } ?? "one of \(known.joined(separator: ", "))"
    return Diagnostic(.error, "MP0311", "unknown reason \(said(text))", at: position, hint: hint)
  }

  fileprivate static func unknownStatus(_ text: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0312", "unknown status \(said(text)) in OBS_STATUS", at: position,
      hint: "one of A reported, B break, D different definition, E estimated, F forecast, I imputed, P provisional, "
        + "U low reliability")
  }

  fileprivate static func unknownConfidentiality(_ text: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0313", "unknown status \(said(text)) in CONF_STATUS", at: position,
      hint: "one of F free, C confidential, D secondary confidentiality, N not for publication")
  }
}
