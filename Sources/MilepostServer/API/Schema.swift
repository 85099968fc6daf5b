import MilepostExchange

/// What a value of an answer looks like, as far as OpenAPI 3.1 says it.
indirect enum Schema: Sendable {
  case text
  /// Text of a form: `date`, `date-time`, `uri`.
  case formatted(String)
  /// Text that a regular expression describes.
  case pattern(String)
  case words([String])
  case number
  case integer(ClosedRange<Int>? = nil, standard: Int? = nil)
  case truth
  case list(Schema)
  /// Any keys, each with such a value.
  case map(Schema)
  /// All of these, and others that may be added.
  case object([Field])
  case nullable(Schema)
  /// One that has a name in the document.
  case named(String)

  struct Field: Sendable {
    let name: String
    let schema: Schema

    init(_ name: String, _ schema: Schema) {
      self.name = name
      self.schema = schema
    }
  }

  func write(_ json: inout JSONWriter) {
    json.object { members(&$0) }
  }

  private func members(_ json: inout JSONWriter) {
    switch self {
    case .text: json.member("type", "string")
    case .formatted(let format):
      json.member("type", "string")
      json.member("format", format)
    case .pattern(let pattern):
      json.member("type", "string")
      json.member("pattern", pattern)
    case .words(let words):
      json.member("type", "string")
      json.key("enum")
      json.array(words) { $0.string($1) }
    case .number: json.member("type", "number")
    case .integer(let range, let standard):
      json.member("type", "integer")
      if let range {
        json.member("minimum", range.lowerBound)
        json.member("maximum", range.upperBound)
      }
      if let standard { json.member("default", standard) }
    case .truth: json.member("type", "boolean")
    case .list(let item):
      json.member("type", "array")
      json.key("items")
      item.write(&json)
    case .map(let value):
      json.member("type", "object")
      json.key("additionalProperties")
      value.write(&json)
    case .object(let fields): Schema.members(of: fields, &json)
    case .nullable(let schema):
      json.key("anyOf")
      json.array([schema, nil]) { json, choice in
        if let choice { choice.write(&json) } else { json.object { $0.member("type", "null") } }
      }
    case .named(let name): json.member("$ref", "#/components/schemas/\(name)")
    }
  }

  private static func members(of fields: [Field], _ json: inout JSONWriter) {
    json.member("type", "object")
    json.key("required")
    json.array(fields) { $0.string($1.name) }
    json.key("properties")
    json.object { json in
      for field in fields {
        json.key(named: field.name)
        field.schema.write(&json)
      }
    }
  }
}
