import MilepostModel

/// Turns spans of bytes into places that a person counts.
struct CellPlaces {
  let file: String
  /// Then a column is an offset.
  let isASCII: Bool

  /// From 1, in Unicode scalars.
  func column(of field: CSVFieldSpan, _ bytes: Span<UInt8>) -> Int {
    let count = field.opening - field.lineStart
    return 1 + (isASCII ? count : bytes.scalarCount(field.lineStart..<field.opening))
  }

  func position(of field: CSVFieldSpan, _ bytes: Span<UInt8>) -> SourcePosition {
    SourcePosition(file: file, line: field.line, column: column(of: field, bytes))
  }
}

/// The cell of the column MISSING.
struct GivenReason {
  let field: CSVFieldSpan
  /// nil when it is empty or was reported.
  let kind: CellKind?
}

/// The column OBS_VALUE: figures, marks, and blanks with a reason.
struct ValueColumn {
  struct Cell {
    let number: Double
    let kind: CellKind

    static func kind(_ kind: CellKind) -> Cell { Cell(number: 0, kind: kind) }
  }

  private let numbers: NumberForm
  private let layout: DataLayout
  /// A mark such as `-99` that would also read as a number.
  private let hasNumericMark: Bool

  init(_ layout: DataLayout) {
    self.layout = layout
    let numbers = NumberForm(layout)
    self.numbers = numbers
    hasNumericMark = layout.missingMarks.contains { numbers.read($0.mark.value) != .notANumber }
  }

  /// - Returns: nil after a finding.
  func read(
    _ field: CSVFieldSpan, _ reason: GivenReason?, _ bytes: Span<UInt8>, _ places: CellPlaces,
    _ findings: inout FileFindings
  ) -> Cell? {
    if field.start == field.end {
      if let kind = reason?.kind { return .kind(kind) }
      if let mark = layout.meaning(of: "") { return .kind(CellKind(mark)) }
      // A reason that could not be read has been reported already.
      if let reason, reason.field.start < reason.field.end { return nil }
      findings.report(.blankValue(at: places.position(of: field, bytes)))
      return nil
    }
    let cell = filled(field, bytes, places, &findings)
    if let reason, reason.kind != nil {
      findings.report(
        .reasonBesideValue(bytes.text(of: reason.field), at: places.position(of: reason.field, bytes)))
      return nil
    }
    return cell
  }

  private func filled(
    _ field: CSVFieldSpan, _ bytes: Span<UInt8>, _ places: CellPlaces, _ findings: inout FileFindings
  ) -> Cell? {
    if hasNumericMark, let mark = layout.meaning(of: bytes.text(of: field)) { return .kind(CellKind(mark)) }
    if !field.hasDoubledQuotes {
      switch numbers.read(bytes, field.start..<field.end) {
      case .number(let number): return Cell(number: number, kind: .figure)
      case .outOfRange:
        findings.report(.numberOutOfRange(bytes.text(of: field), at: places.position(of: field, bytes)))
        return nil
      case .notANumber: break
      }
    }
    let text = bytes.text(of: field)
    if let mark = layout.meaning(of: text) { return .kind(CellKind(mark)) }
    let advice = NumberAdvice(
      decimal: Unicode.Scalar(layout.decimal.rawValue), hasThousands: layout.thousands != nil)
    findings.report(.notANumber(text, hint: advice.hint(for: text), at: places.position(of: field, bytes)))
    return nil
  }
}

extension NumberForm {
  func read(_ text: String) -> Reading {
    let bytes = Array(text.utf8)
    return read(bytes.span, 0..<bytes.count)
  }

  /// The number with half a unit of its last digit on either side: 50 is 49.5 to 50.5.
  ///
  /// - Parameter isExact: whether a whole number stands for itself.
  func written(_ text: String, isExact: Bool) -> WrittenNumber? {
    guard case .number(let value) = read(text) else { return nil }
    let digits = text.utf8.reversed().prefix { $0 != decimal }
    let decimals = text.utf8.contains(decimal) ? digits.prefix(while: \.isDigit).count : 0
    if decimals == 0 && isExact { return WrittenNumber(text, exactly: value) }
    let half = (0..<decimals).reduce(0.5) { half, _ in half / 10 }
    return WrittenNumber(text, value, bounds: (value - half)...(value + half))
  }
}

extension CellKind {
  fileprivate init(_ meaning: DataLayout.MarkMeaning) {
    switch meaning {
    case .missing(let reason): self.init(reason)
    case .belowUnit: self = .belowUnit
    }
  }
}

extension Diagnostic {
  /// Texts of cells are cut, so that a finding stays a line.
  static func shortened(_ text: String) -> String {
    let scalars = text.unicodeScalars.prefix(41)
    let isLong = scalars.count > 40
    let shown = String(String.UnicodeScalarView(scalars.prefix(40).map { $0.value < 0x20 ? " " : $0 }))
    return isLong ? shown + "…" : shown
  }

  fileprivate static func notANumber(_ text: String, hint: String, at position: SourcePosition) -> Self {
    Diagnostic(.error, "MP0307", "'\(shortened(text))' is not a number", at: position, hint: hint)
  }

  fileprivate static func numberOutOfRange(_ text: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0308", "'\(shortened(text))' is beyond the range of numbers", at: position,
      hint: "check the exponent; figures are at most 1e100, and numbers closer to 0 than 5e-324 would become 0")
  }

  fileprivate static func blankValue(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0309", "no value and no reason", at: position,
      hint: "write one of not-collected, not-applicable, refused, not-due, unknown, suppressed in the column MISSING, "
        + "or say in the sidecar what an empty cell means: missing: {\"\": not-collected}")
  }

  fileprivate static func reasonBesideValue(_ reason: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0310", "reason '\(shortened(reason))' beside a value", at: position,
      hint: "a cell has a value or a reason why there is none: delete one of them")
  }
}
