import MilepostModel

/// The parameters of a request to the JSON interface: each one is known, well formed and given no more often than it may.
struct AskedParameters {
  private let values: [String: [String]]

  init(_ given: [RequestTarget.Parameter], of endpoint: Endpoint) throws(RequestFault) {
    var values: [String: [String]] = [:]
    for parameter in given {
      guard endpoint.parameters.contains(where: { $0.name == parameter.name }) else {
        let known = endpoint.parameters.map { "'\($0.name)'" }.joined(separator: ", ")
        throw .syntax(
          "There is no parameter '\(parameter.name)' here; "
            + (known.isEmpty ? "this address takes none." : "there is \(known)."))
      }
      values[parameter.name, default: []].append(parameter.value)
    }
    for parameter in endpoint.parameters {
      let own = values[parameter.name, default: []]
      if parameter.isRequired, own.isEmpty {
        throw .syntax(
          "The parameter '\(parameter.name)' is missing, for instance \(parameter.name)=\(parameter.example).")
      }
      guard own.count < 2 || parameter.isRepeated else {
        throw .syntax("The parameter '\(parameter.name)' is given \(own.count) times and may be given once.")
      }
      for value in own where !AskedParameters.fits(value, parameter.schema) {
        var expected = parameter.text
        if case .integer(let range?, _) = parameter.schema {
          expected = "A whole number from \(range.lowerBound) to \(range.upperBound) is expected."
        }
        throw .syntax("'\(value.prefix(200))' cannot be read as '\(parameter.name)'. \(expected)")
      }
    }
    self.values = values
  }

  private static func fits(_ value: String, _ schema: Schema) -> Bool {
    switch schema {
    case .pattern(let pattern):
      // Patterns are ours and few, so that they are checked by hand: no expression, no time that grows with the text.
      switch pattern {
      case EndpointParameter.idForm: !value.isEmpty && value.utf8.allSatisfy { $0.isWord || $0 == 0x2D || $0 == 0x2E }
      case EndpointParameter.periodForm: period(value) != nil
      case "^[A-Z0-9_]+$": !value.isEmpty && value.utf8.allSatisfy { ($0.isWord || $0 == 0x5F) && !$0.isSmall }
      case "^[A-Za-z0-9_]+=[A-Za-z0-9_.-]+$": condition(value) != nil
      default: !value.isEmpty
      }
    case .formatted: CalendarDate(value) != nil
    case .integer(let range?, _): Int(value).map(range.contains) ?? false
    default: true
    }
  }

  func text(_ parameter: EndpointParameter) -> String? { values[parameter.name]?.first }
  func texts(_ parameter: EndpointParameter) -> [String] { values[parameter.name, default: []] }

  func number(_ parameter: EndpointParameter, otherwise standard: Int) -> Int {
    guard let text = text(parameter), let number = Int(text) else { return standard }
    return number
  }

  var publication: Int? { text(.publication).flatMap { Int($0) } }
  var asOf: CalendarDate? { text(.asOf).flatMap { CalendarDate($0) } }
  var start: TimePeriod? { text(.start).flatMap(AskedParameters.period) }
  var end: TimePeriod? { text(.end).flatMap(AskedParameters.period) }
  var conditions: [DimensionCode] { texts(.condition).compactMap(AskedParameters.condition) }

  private static func period(_ text: String) -> TimePeriod? {
    guard let first = text.utf8.first, first >= UInt8(ascii: "1"), text.utf8.count <= 7, !text.contains("M") else {
      return nil
    }
    return TimePeriod(text)
  }

  private static func condition(_ text: String) -> DimensionCode? {
    let parts = text.split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty,
      parts[0].utf8.allSatisfy({ $0.isWord || $0 == 0x5F }),
      parts[1].utf8.allSatisfy({ $0.isWord || $0 == 0x5F || $0 == 0x2D || $0 == 0x2E })
    else { return nil }
    return DimensionCode(String(parts[0]), String(parts[1]))
  }
}

extension UInt8 {
  fileprivate var isSmall: Bool { (0x61...0x7A).contains(self) }

  /// A letter from A to Z or a to z, or a digit.
  fileprivate var isWord: Bool { isSmall || (0x41...0x5A).contains(self) || (0x30...0x39).contains(self) }
}
