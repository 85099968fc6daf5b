import MilepostExchange

/// The description of the JSON interface in OpenAPI 3.1, made from what the answers are checked and written by.
enum OpenAPIDocument {
  static let bytes: [UInt8] = JSONWriter.document { json in
    json.member("openapi", "3.1.0")
    json.key("info")
    json.object { json in
      json.member("title", "Milepost JSON interface")
      json.member("version", "1")
      json.member("description", text)
    }
    json.key("servers")
    json.array(["/api/v1"]) { json, url in json.object { $0.member("url", url) } }
    json.key("paths")
    json.object { json in
      for endpoint in Endpoint.all {
        json.key(named: "/" + endpoint.segments.joined(separator: "/"))
        json.object { json in
          json.key("get")
          json.object { $0.operation(endpoint) }
        }
      }
    }
    json.key("components")
    json.object { json in
      json.key("schemas")
      json.object { json in
        for (name, schema) in Schemas.all {
          json.key(named: name)
          schema.write(&json)
        }
      }
      json.key("responses")
      json.object { json in
        for (name, description) in refusals {
          json.key(named: name)
          json.object { $0.refusal(description) }
        }
      }
    }
  }

  private static let text = """
    The published releases of a strategic plan: the plan, its assessments and its data. Nothing can be changed. Names \
    are in the language that Accept-Language asks for, as far as there are names in it. Every answer has an ETag; \
    errors are problem documents (RFC 9457). Whole tables are to be had as CSV below /data and by SDMX below /sdmx.
    """

  /// By status.
  static let refusals: [(status: String, description: String)] = [
    ("400", "A parameter is unknown, missing or malformed."), ("404", "There is no such thing."),
    ("429", "Too many requests from one address; Retry-After tells when to go on."),
    ("503", "The store cannot be read, or too much is being asked at once; Retry-After tells when to try again."),
  ]
}

extension JSONWriter {
  fileprivate mutating func operation(_ endpoint: Endpoint) {
    member("operationId", endpoint.subject.rawValue)
    member("summary", endpoint.summary)
    key("parameters")
    array(endpoint.described) { json, parameter in json.object { $0.parameter(parameter) } }
    key("responses")
    object { json in
      json.key("200")
      json.object { json in
        json.member("description", endpoint.summary)
        json.key("headers")
        json.object { json in
          json.key("ETag")
          json.object { json in
            json.member("description", "Changes with the publication and the language.")
            json.key("schema")
            Schema.text.write(&json)
          }
        }
        json.content("application/json", endpoint.answer)
      }
      json.key("304")
      json.object { $0.member("description", "The client has it already.") }
      for (status, _) in OpenAPIDocument.refusals {
        json.key(named: status)
        json.object { $0.member("$ref", "#/components/responses/\(status)") }
      }
    }
  }

  fileprivate mutating func refusal(_ description: String) {
    member("description", description)
    content("application/problem+json", .named("Problem"))
  }

  private mutating func content(_ type: String, _ schema: Schema) {
    key("content")
    object { json in
      json.key(named: type)
      json.object { json in
        json.key("schema")
        schema.write(&json)
      }
    }
  }

  private mutating func parameter(_ described: Endpoint.Described) {
    let parameter = described.parameter
    member("name", parameter.name)
    member("in", described.place)
    member("description", parameter.text)
    member("required", parameter.isRequired)
    key("schema")
    (parameter.isRepeated ? Schema.list(parameter.schema) : parameter.schema).write(&self)
    key("example")
    let isNumber = if case .integer = parameter.schema { true } else { false }
    if parameter.isRepeated {
      array([parameter.example]) { $0.string($1) }
    } else if isNumber {
      raw(parameter.example.utf8)
    } else {
      string(parameter.example)
    }
  }
}

extension Endpoint {
  fileprivate struct Described {
    let parameter: EndpointParameter
    /// `path`, `query` or `header`.
    let place: String
  }

  /// All parameters, with the id of the path and the language of the header.
  fileprivate var described: [Described] {
    var all = parameters.map { Described(parameter: $0, place: "query") }
    if let exampleID {
      let id = EndpointParameter(
        name: "id", text: "The id, as in the plan.", schema: .pattern(EndpointParameter.idForm), example: exampleID,
        isRequired: true)
      all.insert(Described(parameter: id, place: "path"), at: 0)
    }
    if subject != .description {
      let language = EndpointParameter(
        name: "Accept-Language", text: "The language of names.", schema: .text, example: "fr, en;q=0.5")
      all.append(Described(parameter: language, place: "header"))
    }
    return all
  }
}
