import MilepostLanguage
import MilepostModel

extension ValueForm where Value == Bool {
  static let truth = ValueForm(JSONSchema([.init("type", .text("boolean"))])) { node, reader in
    guard let text = reader.plainScalar(node, expected: "true or false") else { return nil }
    switch text {
    case "true": return true
    case "false": return false
    default:
      reader.fail(.notUnderstood(text, expected: "true or false", at: node.position))
      return nil
    }
  }
}

extension ValueForm where Value == Double {
  static let number = number(in: nil)
  /// From 0 to 1.
  static let share = number(in: 0...1)

  static let positive = ValueForm(
    JSONSchema([.init("type", .text("number")), .init("exclusiveMinimum", .number("0"))])
  ) {
    node, reader in
    guard let number = number.read(node, &reader) else { return nil }
    guard number > 0 else {
      reader.fail(.notUnderstood(String(machine: number), expected: "a number above 0", at: node.position))
      return nil
    }
    return number
  }

  static func number(in range: ClosedRange<Double>?) -> ValueForm {
    var members: [JSONValue.Member] = [.init("type", .text("number"))]
    if let range {
      members.append(.init("minimum", .number("\(Int(range.lowerBound))")))
      members.append(.init("maximum", .number("\(Int(range.upperBound))")))
    }
    return ValueForm(JSONSchema(members)) { node, reader in
      guard let text = reader.plainScalar(node, expected: "a number") else { return nil }
      guard text.isDecimalNumber, let number = Double(text), number.canBeAFigure else {
        reader.fail(.numberForm(text, at: node.position))
        return nil
      }
      if let range, !range.contains(number) {
        let bounds = "\(Int(range.lowerBound)) to \(Int(range.upperBound))"
        reader.fail(.notUnderstood(text, expected: "a number from \(bounds)", at: node.position))
        return nil
      }
      return number
    }
  }
}

extension ValueForm where Value == Int {
  static func integer(in range: ClosedRange<Int>) -> ValueForm {
    let expected = "a whole number from \(range.lowerBound) to \(range.upperBound)"
    let schema = JSONSchema([
      .init("type", .text("integer")), .init("minimum", .number("\(range.lowerBound)")),
      .init("maximum", .number("\(range.upperBound)")),
    ])
    return ValueForm(schema) { node, reader in
      guard let text = reader.plainScalar(node, expected: expected) else { return nil }
      guard text.isDecimalNumber, let number = Int(text), range.contains(number) else {
        reader.fail(.notUnderstood(text, expected: expected, at: node.position))
        return nil
      }
      return number
    }
  }
}

extension Diagnostic {
  fileprivate static func numberForm(_ text: String, at position: SourcePosition) -> Self {
    let plain = String(text.unicodeScalars.filter { $0 != "," && $0 != " " && $0 != "%" && $0 != "\u{A0}" })
    let hint = plain != text && plain.isDecimalNumber ? "write a point for decimals, and no other signs" : nil
    return Diagnostic(.error, "MP0107", "found '\(text)', expected a number", at: position, hint: hint)
  }
}
