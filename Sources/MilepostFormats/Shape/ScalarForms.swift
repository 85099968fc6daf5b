import MilepostModel

extension ValueForm where Value == String {
  /// Any text with something in it, without the blanks around it.
  static let text = ValueForm(.string(alsoNumber: true)) { node, reader in
    guard let text = reader.scalar(node, expected: "a text") else { return nil }
    let trimmed = text.trimmedOfBlanks
    guard !trimmed.isEmpty else {
      reader.fail(.emptyText(at: node.position))
      return nil
    }
    return trimmed
  }

  /// An address that a browser opens, without a slash at the end.
  static let url = ValueForm(.string(pattern: "^https?://[^ ]+$")) { node, reader in
    guard let text = reader.scalar(node, expected: "an address") else { return nil }
    let isAddress = text.hasPrefix("https://") || text.hasPrefix("http://")
    guard isAddress, text.utf8.count > 8, !text.utf8.contains(UInt8(ascii: " ")) else {
      reader.fail(.notUnderstood(text, expected: "an address such as https://example.org", at: node.position))
      return nil
    }
    return text.hasSuffix("/") ? String(text.dropLast()) : text
  }

  /// A text of which every sign is allowed.
  static func pattern(_ pattern: String, _ expected: String, allowing isAllowed: @escaping @Sendable (String) -> Bool)
    -> ValueForm
  {
    ValueForm(.string(pattern: pattern)) { node, reader in
      guard let text = reader.scalar(node, expected: expected) else { return nil }
      guard isAllowed(text) else {
        reader.fail(.notUnderstood(text, expected: expected, at: node.position))
        return nil
      }
      return text
    }
  }
}

extension ValueForm {
  /// The id of an element, `[A-Za-z0-9.-]+`.
  static func id<Named>(of named: Named.Type) -> ValueForm where Value == Identifier<Named> {
    id(of: named, pattern: "^[A-Za-z0-9.-]+$", others: ".-")
  }

  /// - Parameter others: signs that are allowed beside letters and digits.
  static func id<Named>(of named: Named.Type, pattern: String, others: String) -> ValueForm
  where Value == Identifier<Named> {
    ValueForm(.string(pattern: pattern, alsoNumber: true)) { node, reader in
      guard let text = reader.scalar(node, expected: "an id") else { return nil }
      guard !text.isEmpty, text.utf8.allSatisfy({ $0.isLetterOrDigit || others.utf8.contains($0) }) else {
        reader.fail(.idForm(text, others: others, at: node.position))
        return nil
      }
      return Value(text)
    }
  }
}

extension ValueForm where Value == Area.ID {
  /// The code of an area or group, `[A-Z0-9_]+`.
  static let code = ValueForm(.string(pattern: "^[A-Z0-9_]+$", alsoNumber: true)) { node, reader in
    guard let text = reader.scalar(node, expected: "a code") else { return nil }
    guard text.isCode else {
      reader.fail(.codeForm(text, at: node.position))
      return nil
    }
    return Area.ID(text)
  }
}

extension ValueForm where Value == TimePeriod {
  static let period = ValueForm(
    .either(
      JSONSchema([.init("type", .text("integer")), .init("minimum", .number("1")), .init("maximum", .number("9999"))]),
      .string(pattern: "^[0-9]{4}(-[A-Z0-9]+(-[0-9]{2})?)?(/[0-9]{4}(-[A-Z0-9]+(-[0-9]{2})?)?)?$"))
  ) { node, reader in
    guard let text = reader.scalar(node, expected: "a period") else { return nil }
    guard let period = TimePeriod(text) else {
      reader.fail(.periodForm(text, at: node.position))
      return nil
    }
    return period
  }.named("period")
}

extension ValueForm where Value == CalendarDate {
  static let date = ValueForm(.string(pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")) { node, reader in
    guard let text = reader.scalar(node, expected: "a date") else { return nil }
    guard let date = CalendarDate(text) else {
      reader.fail(.notUnderstood(text, expected: "a date such as 2020-04-29", at: node.position))
      return nil
    }
    return date
  }.named("date")
}

extension ValueForm where Value == MonthDay {
  /// `06-30`
  static let monthDay = ValueForm(.string(pattern: "^[0-9]{2}-[0-9]{2}$")) { node, reader in
    guard let text = reader.scalar(node, expected: "a day of the year") else { return nil }
    guard text.utf8.count == 5, let date = CalendarDate("2000-" + text) else {
      reader.fail(.notUnderstood(text, expected: "month and day such as 06-30", at: node.position))
      return nil
    }
    return MonthDay(month: date.components.month, day: date.components.day)
  }
}

extension ValueForm where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
  /// One word of a list.
  static var word: ValueForm {
    let words = Value.allCases.map(\.rawValue)
    return ValueForm(JSONSchema([.init("enum", .texts(words))])) { node, reader in
      guard let text = reader.scalar(node, expected: "a word") else { return nil }
      guard let value = Value(rawValue: text) else {
        reader.fail(.unknownWord(text, among: words, at: node.position))
        return nil
      }
      return value
    }
  }
}

extension String {
  /// `[A-Z0-9_]+`
  var isCode: Bool {
    !isEmpty && utf8.allSatisfy { $0.isDigit || (0x41...0x5A).contains($0) || $0 == UInt8(ascii: "_") }
  }

  /// `-?[0-9]+(\.[0-9]+)?`, at most 30 signs.
  var isDecimalNumber: Bool {
    guard utf8.count <= 30 else { return false }
    let unsigned = utf8.first == UInt8(ascii: "-") ? utf8.dropFirst() : utf8[...]
    let parts = unsigned.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count <= 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isDigit) }
  }
}

extension UInt8 {
  var isLetterOrDigit: Bool { isDigit || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
}

extension Diagnostic {
  fileprivate static func emptyText(at position: SourcePosition) -> Self {
    Diagnostic(.error, "MP0103", "text is empty", at: position, hint: "write a text or delete the key")
  }

  static func idForm(_ text: String, others: String, at position: SourcePosition) -> Self {
    let signs = others.map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      .error, "MP0104", "'\(text)' is no id", at: position,
      hint: "use letters of A-Z and a-z, digits and \(signs) only")
  }

  static func codeForm(_ text: String, at position: SourcePosition) -> Self {
    let upper = text.uppercased()
    return Diagnostic(
      .error, "MP0105", "'\(text)' is no code", at: position,
      hint: upper.isCode ? "did you mean '\(upper)'?" : "use capital letters of A-Z, digits and '_' only")
  }

  fileprivate static func periodForm(_ text: String, at position: SourcePosition) -> Self {
    let isFiscal = text.hasPrefix("FY")
    let hint = isFiscal ? "write a fiscal year by its months, such as 2019-07/2020-06" : nil
    return Diagnostic(
      .error, "MP0106", "'\(text)' is no period; expected one such as 2019, 2019-Q1, 2019-03 or 2018/2019",
      at: position, hint: hint)
  }

  static func notUnderstood(_ text: String, expected: String, at position: SourcePosition) -> Self {
    Diagnostic(.error, "MP0107", "found '\(text)', expected \(expected)", at: position)
  }

  static func unknownWord(_ text: String, among words: [String], at position: SourcePosition) -> Self {
    let hint =
      words.closest(to: text).map { "did you mean '\($0)'?" } ?? "write one of \(words.joined(separator: ", "))"
    return Diagnostic(.error, "MP0108", "unknown word '\(text)'", at: position, hint: hint)
  }
}
