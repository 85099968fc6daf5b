/// A value of JSON whose keys keep their order.
indirect enum JSONValue: Hashable, Sendable {
  case text(String)
  case number(String)
  case truth(Bool)
  case list([JSONValue])
  case object([Member])

  struct Member: Hashable, Sendable {
    let key: String
    let value: JSONValue

    init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  static func texts(_ texts: [String]) -> JSONValue { .list(texts.map { .text($0) }) }

  /// Two blanks for each level, a line for each member; short lists of plain values on one line.
  func write(to text: inout String, indent: Int = 0) {
    let inner = "\n" + String(repeating: " ", count: indent + 2)
    let outer = "\n" + String(repeating: " ", count: indent)
    switch self {
    case .text(let value): text += JSONValue.quoted(value)
    case .number(let value): text += value
    case .truth(let value): text += value ? "true" : "false"
    case .list(let items) where items.allSatisfy(\.isPlain):
      text += "["
      for (index, item) in items.enumerated() {
        if index > 0 { text += ", " }
        item.write(to: &text)
      }
      text += "]"
    case .list(let items):
      text += "["
      for (index, item) in items.enumerated() {
        text += index > 0 ? "," + inner : inner
        item.write(to: &text, indent: indent + 2)
      }
      text += outer + "]"
    case .object(let members) where members.isEmpty: text += "{}"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        text += (index > 0 ? "," + inner : inner) + JSONValue.quoted(member.key) + ": "
        member.value.write(to: &text, indent: indent + 2)
      }
      text += outer + "}"
    }
  }

  private var isPlain: Bool {
    switch self {
    case .text, .number, .truth: true
    case .list, .object: false
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

/// What a value must look like, in JSON Schema (draft 2020-12), with the definitions it refers to.
struct JSONSchema: Hashable, Sendable {
  let members: [JSONValue.Member]
  let definitions: [String: JSONValue]

  init(_ members: [JSONValue.Member], definitions: [String: JSONValue] = [:]) {
    self.members = members
    self.definitions = definitions
  }

  var json: JSONValue { .object(members) }

  /// The same, written once under `name` and referred to.
  func named(_ name: String) -> JSONSchema {
    JSONSchema(
      [.init("$ref", .text("#/$defs/\(name)"))], definitions: definitions.merging([name: json]) { first, _ in first })
  }

  func described(_ text: String) -> JSONSchema {
    JSONSchema([.init("description", .text(text))] + members, definitions: definitions)
  }

  static func string(pattern: String? = nil, alsoNumber: Bool = false) -> JSONSchema {
    var members: [JSONValue.Member] = [.init("type", alsoNumber ? .texts(["string", "number"]) : .text("string"))]
    if let pattern {
      members.append(.init("pattern", .text(pattern)))
    } else {
      members.append(.init("minLength", .number("1")))
    }
    return JSONSchema(members)
  }

  static func either(_ one: JSONSchema, _ other: JSONSchema) -> JSONSchema {
    JSONSchema(
      [.init("anyOf", .list([one.json, other.json]))],
      definitions: one.definitions.merging(other.definitions) { first, _ in first })
  }

  static func list(of item: JSONSchema) -> JSONSchema {
    JSONSchema([.init("type", .text("array")), .init("items", item.json)], definitions: item.definitions)
  }

  /// A mapping with free keys.
  static func map(keys pattern: String, _ value: JSONSchema) -> JSONSchema {
    JSONSchema(
      [
        .init("type", .text("object")),
        .init("propertyNames", .object([.init("pattern", .text(pattern))])),
        .init("additionalProperties", value.json),
      ], definitions: value.definitions)
  }

  /// The text of a schema file.
  func file(title: String) -> String {
    var all: [JSONValue.Member] = [
      .init("$schema", .text("https://json-schema.org/draft/2020-12/schema")), .init("title", .text(title)),
    ]
    all += members
    let sorted = definitions.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, $0.value) }
    if !sorted.isEmpty { all.append(.init("$defs", .object(sorted))) }
    var text = ""
    JSONValue.object(all).write(to: &text)
    return text + "\n"
  }
}
