import MilepostLanguage
import MilepostModel

/// Reads cells of coordinates.
struct DegreeForm {
  /// The greatest number of degrees, and with a minus the least.
  let limit: Double
  let numbers: NumberForm
  let fault: @Sendable (_ text: String) -> CellFault

  func read(_ field: CSVFieldSpan, in bytes: Span<UInt8>) -> Result<Double, CellFault> {
    guard case .number(let degrees) = numbers.read(bytes, field.start..<field.end), degrees.magnitude <= limit else {
      return .failure(fault(bytes.text(of: field)))
    }
    return .success(degrees)
  }
}

/// Understands the texts of one field.
struct FieldForm {
  private let field: Register.Field
  private let numbers: NumberForm
  private let figures: FigureForm

  init(_ field: Register.Field, _ layout: DataLayout) {
    self.field = field
    numbers = NumberForm(layout)
    figures = FigureForm(
      decimal: Character(Unicode.Scalar(layout.decimal.rawValue)),
      thousands: layout.thousands?.value.first ?? (layout.decimal == .point ? "," : nil), isExact: field.isExact)
  }

  /// What a cell that is not blank says.
  func read(_ text: String) -> Result<FieldValue, CellFault> {
    guard field.isMany else { return one(text) }
    var items: [FieldValue] = []
    for part in text.split(separator: ";", omittingEmptySubsequences: false) {
      switch one(String(part).trimmedOfBlanks) {
      case .success(let value): items.append(value)
      case .failure(let fault): return .failure(fault)
      }
    }
    return .success(.list(items))
  }

  private func one(_ text: String) -> Result<FieldValue, CellFault> {
    switch field.kind {
    case .text, .record: return .success(.text(text))
    case .number: return number(text)
    case .figure: return figures.read(text).map { .success(.number($0)) } ?? fault(text, "is no figure for")
    case .date: return CalendarDate(text).map { .success(.date($0)) } ?? fault(text, "is no date for")
    case .period: return TimePeriod(text).map { .success(.period($0)) } ?? fault(text, "is no period for")
    case .yesNo:
      switch text {
      case "yes": return .success(.truth(true))
      case "no": return .success(.truth(false))
      default: return fault(text, "is neither yes nor no for")
      }
    case .code: return text.isDimensionCode ? .success(.text(text)) : fault(text, "is no code for")
    case .area: return text.isCode ? .success(.text(text)) : fault(text, "is no code of an area for")
    case .element, .indicator:
      let isID = !text.isEmpty && text.utf8.allSatisfy { $0.isLetterOrDigit || ".-".utf8.contains($0) }
      return isID ? .success(.text(text)) : fault(text, "is no id for")
    case .formula: return formula(text)
    case .latitude, .longitude:
      preconditionFailure("coordinates are read as plain numbers, see `degrees`")
    case .link:
      let isAddress = ["https://", "http://"].contains { text.hasPrefix($0) && text != $0 } && !text.contains(" ")
      return isAddress ? .success(.text(text)) : fault(text, "is no address for")
    }
  }

  /// How a cell of a coordinate is read; nil for other fields.
  var degrees: DegreeForm? {
    switch field.kind {
    case .latitude: DegreeForm(limit: 90, numbers: numbers) { [self] in coordinateFault($0, "latitude") }
    case .longitude: DegreeForm(limit: 180, numbers: numbers) { [self] in coordinateFault($0, "longitude") }
    case .text, .number, .figure, .date, .period, .yesNo, .code, .area, .element, .indicator, .record, .formula, .link:
      nil
    }
  }

  private func coordinateFault(_ text: String, _ noun: String) -> CellFault {
    let (id, hint) = (field.id, hint)
    return CellFault { .cellForm(text, "is no \(noun) for", id, hint: hint, at: $0) }
  }

  private func number(_ text: String) -> Result<FieldValue, CellFault> {
    numbers.written(text, isExact: field.isExact).map { .success(.number($0)) } ?? fault(text, "is no number for")
  }

  private func formula(_ text: String) -> Result<FieldValue, CellFault> {
    var findings = Diagnostics()
    guard let root = parseExpression(text, at: .wholeFile(""), into: &findings) else {
      let reason = findings.all.first.map(\.message) ?? "not understood"
      return .failure(CellFault { .cellFormula(reason, at: $0) })
    }
    return .success(.formula(Formula(text: text, root: root)))
  }

  private func fault(_ text: String, _ verdict: String) -> Result<FieldValue, CellFault> {
    let (id, hint) = (field.id, hint)
    return .failure(CellFault { .cellForm(text, verdict, id, hint: hint, at: $0) })
  }

  private var hint: String {
    switch field.kind {
    case .text: "write a text"
    case .number: "write a number such as 1234.5, with the signs that the register declares"
    case .figure: "write a figure such as 53, 4.1 billion, over 900 or nearly 17"
    case .date: "write a day as 2019-03-31"
    case .period: "write a period such as 2019, 2019-Q1, 2019-03 or 2018/2019"
    case .yesNo: "write yes or no"
    case .code: "codes are letters, digits, '_' and '-'"
    case .area: "codes of areas and groups are upper-case letters, digits and '_'"
    case .element, .indicator: "ids are letters, digits, '.' and '-'"
    case .record: "write the key of a record"
    case .formula: "write an expression over registers"
    case .link: "write an address that begins with https:// or http://"
    case .latitude: "latitudes are degrees between -90 and 90, north above 0"
    case .longitude: "longitudes are degrees between -180 and 180, east above 0"
    }
  }
}

extension Diagnostic {
  fileprivate static func cellForm(
    _ text: String, _ verdict: String, _ field: String, hint: String, at position: SourcePosition
  ) -> Self {
    let said = text.isEmpty ? "an empty value" : "'\(shortened(text))'"
    return Diagnostic(.error, "MP0321", "\(said) \(verdict) field '\(field)'", at: position, hint: hint)
  }

  fileprivate static func cellFormula(_ reason: String, at position: SourcePosition) -> Self {
    Diagnostic(.error, "MP0321", "expression not understood: \(reason)", at: position)
  }
}
