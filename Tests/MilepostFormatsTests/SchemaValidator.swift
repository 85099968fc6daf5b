import MilepostFormats
import MilepostModel

/// Checks YAML against the part of JSON Schema (draft 2020-12) that our schemas use, as an editor would: a plain
/// scalar is what the core schema of YAML 1.2 makes of it.
struct SchemaValidator {
  private let root: YAMLNode

  /// - Parameter schema: JSON, which is YAML.
  init?(_ schema: String) {
    var diagnostics = Diagnostics()
    guard let node = YAMLTree.parse(Array(schema.utf8), file: "schema", into: &diagnostics) else { return nil }
    root = node
  }

  /// What is wrong, as places and the keywords that say so; empty when the value is valid.
  func faults(of value: YAMLNode) throws -> [String] { try faults(of: value, root) }

  struct UnknownKeyword: Error {
    let name: String
  }

  private func faults(of value: YAMLNode, _ schema: YAMLNode) throws -> [String] {
    if let isAllowed = schema.truth { return isAllowed ? [] : ["\(value.position): nothing allowed here"] }
    var found: [String] = []
    for pair in schema.pairs where try !holds(pair, schema, value, &found) {
      found.append("\(value.position): \(pair.key)")
    }
    return found
  }

  private func isValid(_ value: YAMLNode, _ schema: YAMLNode) throws -> Bool { try faults(of: value, schema).isEmpty }

  /// - Returns: Whether the keyword itself holds; faults further inside are added to `found`.
  private func holds(
    _ keyword: YAMLPair, _ schema: YAMLNode, _ value: YAMLNode, _ found: inout [String]
  ) throws -> Bool {
    let rule = keyword.value
    switch keyword.key {
    case "$schema", "title", "description", "$defs", "then", "else": return true
    case "$ref":
      let name = rule.text.split(separator: "/").last.map(String.init) ?? ""
      guard let target = root["$defs"]?[name] else { throw UnknownKeyword(name: rule.text) }
      found += try faults(of: value, target)
      return true
    case "type": return (rule.items ?? [rule]).contains { value.types.contains($0.text) }
    case "const": return value.isSame(as: rule)
    case "enum": return rule.items?.contains { value.isSame(as: $0) } ?? false
    case "pattern": return try value.string.map { try $0.contains(Regex(rule.text)) } ?? true
    case "minLength": return value.string.map { $0.unicodeScalars.count >= Int(rule.text) ?? 0 } ?? true
    case "minimum": return value.number.map { $0 >= Double(rule.text) ?? 0 } ?? true
    case "maximum": return value.number.map { $0 <= Double(rule.text) ?? 0 } ?? true
    case "exclusiveMinimum": return value.number.map { $0 > Double(rule.text) ?? 0 } ?? true
    case "minItems": return value.items.map { $0.count >= Int(rule.text) ?? 0 } ?? true
    case "anyOf": return try rule.items?.contains { try isValid(value, $0) } ?? false
    case "allOf":
      for part in rule.items ?? [] { found += try faults(of: value, part) }
      return true
    case "if":
      if let branch = schema[try isValid(value, rule) ? "then" : "else"] { found += try faults(of: value, branch) }
      return true
    case "items":
      for item in value.items ?? [] { found += try faults(of: item, rule) }
      return true
    default: return try holdsOfMapping(keyword, schema, value, &found)
    }
  }

  private func holdsOfMapping(
    _ keyword: YAMLPair, _ schema: YAMLNode, _ value: YAMLNode, _ found: inout [String]
  ) throws -> Bool {
    let rule = keyword.value
    switch keyword.key {
    case "required": return !value.isMapping || (rule.items ?? []).allSatisfy { value[$0.text] != nil }
    case "dependentRequired":
      return rule.pairs.allSatisfy { key in
        value[key.key] == nil || (key.value.items ?? []).allSatisfy { value[$0.text] != nil }
      }
    case "propertyNames":
      for pair in value.pairs {
        found += try faults(of: YAMLNode(.scalar(pair.key, .quoted), at: pair.keyPosition), rule)
      }
      return true
    case "properties":
      for pair in rule.pairs { if let part = value[pair.key] { found += try faults(of: part, pair.value) } }
      return true
    case "additionalProperties":
      for pair in value.pairs where schema["properties"]?[pair.key] == nil {
        found += try faults(of: pair.value, rule)
      }
      return true
    default: throw UnknownKeyword(name: keyword.key)
    }
  }
}

extension YAMLNode {
  fileprivate var pairs: [YAMLPair] { if case .mapping(let pairs) = content { pairs } else { [] } }
  fileprivate var items: [YAMLNode]? { if case .sequence(let items) = content { items } else { nil } }
  fileprivate var isMapping: Bool { if case .mapping = content { true } else { false } }
  fileprivate subscript(key: String) -> YAMLNode? { pairs.first { $0.key == key }?.value }

  fileprivate var text: String { if case .scalar(let text, _) = content { text } else { "" } }
  private var plain: String? { if case .scalar(let text, .plain) = content { text } else { nil } }

  fileprivate var truth: Bool? { plain.flatMap(Bool.init) }
  fileprivate var number: Double? {
    plain.flatMap {
      $0.wholeMatch(of: #/[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?/#) == nil ? nil : Double($0)
    }
  }
  fileprivate var string: String? {
    guard case .scalar(let text, _) = content, !isEmpty, truth == nil, number == nil else { return nil }
    return text
  }

  /// Its names in JSON Schema.
  fileprivate var types: [String] {
    switch content {
    case .mapping: return ["object"]
    case .sequence: return ["array"]
    case .refused: return []
    case .scalar:
      if isEmpty { return ["null"] }
      if truth != nil { return ["boolean"] }
      guard let number else { return ["string"] }
      return number == number.rounded() ? ["number", "integer"] : ["number"]
    }
  }

  fileprivate func isSame(as other: YAMLNode) -> Bool {
    if let number { return number == other.number }
    return types == other.types && text == other.text
  }
}
