package import MilepostModel

/// What an expression of a text comes to.
package struct TextValue: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    case number(Double)
    case truth(Bool)
    case status(TargetStatus)
    case direction(DirectionalStatus)
    case period(TimePeriod)
    case word(String)
    case missing(MissingReason)
    /// There is a number, and it must not be shown.
    case confidential
  }

  package let content: Content
  /// Of numbers.
  package let unit: FormulaUnit
  /// Digits after the point in print, of the first part that has a number of its own.
  package let decimals: Int?
  /// In the order of the expression, each once.
  package let inputs: [FigureInput]

  init(
    _ content: Content, unit: FormulaUnit = .plain, decimals: Int? = nil, inputs: [FigureInput] = []
  ) {
    self.content = content
    self.unit = unit
    self.decimals = decimals
    self.inputs = inputs
  }

  init(_ number: Double, count inputs: [FigureInput]) {
    self.init(.number(number), unit: .plain, decimals: 0, inputs: inputs)
  }

  /// The value for readers; nil where there is none to show.
  package var bound: BoundValue? {
    let value: BoundValue.Value
    switch content {
    case .number(let number): value = .number(number)
    case .truth(let truth): value = .truth(truth)
    case .status(let status): value = .status(status)
    case .direction(let direction): value = .direction(direction)
    case .period(let period): value = .period(period)
    case .word(let word): value = .word(word)
    case .missing, .confidential: return nil
    }
    return BoundValue(value, unit: unit.single, decimals: decimals ?? TextValue.usualDecimals, inputs: inputs)
  }

  /// Of a number that no indicator stands behind.
  private static let usualDecimals = 1

  /// What it is called in findings.
  package var kindName: String {
    switch content {
    case .number: "a number"
    case .truth: "a condition"
    case .status, .direction: "a status"
    case .period: "a period"
    case .word: "a word"
    case .missing: "a gap"
    case .confidential: "a confidential value"
    }
  }

  /// The gap that a result has where one of its parts has one.
  var gap: Content? {
    switch content {
    case .missing, .confidential: content
    case .number, .truth, .status, .direction, .period, .word: nil
    }
  }
}

extension [FigureInput] {
  /// Those of both, each once.
  func joined(_ other: [FigureInput]) -> [FigureInput] {
    var result = self
    for input in other where !result.contains(input) { result.append(input) }
    return result
  }
}
