/// A part of a JSON schema.
///
/// Source: JSON Schema 2020-12, with the keywords that schemas of messages need.
indirect enum JSONSchemaRule {
  typealias Member = (name: String, rule: JSONSchemaRule)

  /// An object; others may be added to the members that are named.
  case object([Member], required: [String] = [])
  /// An object with any names, each with such a value.
  case map(JSONSchemaRule)
  case list(JSONSchemaRule)
  /// A list with one such item at least.
  case contains(JSONSchemaRule)
  /// A list that begins with these.
  case begins([JSONSchemaRule])
  case constant(String)
  case words([String])
  case types([String])
  case any([JSONSchemaRule])
  case all([JSONSchemaRule])
  case when(JSONSchemaRule, then: JSONSchemaRule)
  /// One of the definitions of the schema.
  case named(String)

  /// Writes the members of an object that is open.
  func write(into json: inout JSONWriter) {
    switch self {
    case .object(let members, let required):
      json.member("type", "object")
      if !required.isEmpty { JSONSchemaRule.write("required", required, into: &json) }
      json.key("properties")
      json.object { json in
        for member in members {
          json.key(named: member.name)
          json.object(member.rule.write)
        }
      }
    case .map(let value):
      json.member("type", "object")
      json.key("additionalProperties")
      json.object(value.write)
    case .list(let item):
      json.member("type", "array")
      json.key("items")
      json.object(item.write)
    case .contains(let item):
      json.key("contains")
      json.object(item.write)
    case .begins(let items):
      json.member("type", "array")
      if !items.isEmpty { JSONSchemaRule.write("prefixItems", items, into: &json) }
    case .constant(let text): json.member("const", text)
    case .words(let words): JSONSchemaRule.write("enum", words, into: &json)
    case .types(let types): JSONSchemaRule.write("type", types, into: &json)
    case .any(let rules): JSONSchemaRule.write("anyOf", rules, into: &json)
    case .all(let rules): JSONSchemaRule.write("allOf", rules, into: &json)
    case .when(let condition, let consequence):
      json.key("if")
      json.object(condition.write)
      json.key("then")
      json.object(consequence.write)
    case .named(let name): json.member("$ref", "#/$defs/\(name)")
    }
  }

  private static func write(_ key: StaticString, _ texts: [String], into json: inout JSONWriter) {
    json.key(key)
    json.array(texts) { $0.string($1) }
  }

  private static func write(_ key: StaticString, _ rules: [JSONSchemaRule], into json: inout JSONWriter) {
    json.key(key)
    json.array(rules) { json, rule in json.object(rule.write) }
  }
}
