import MilepostModel

extension SDMX {
  /// The JSON Schema that SDMX-JSON 2 messages of one dataflow must keep to: its dimensions and where they stand, its
  /// measures and attributes, and its codes, which the schema of the standard leaves open.
  ///
  /// Source: SDMX REST 2.x names the type, `application/vnd.sdmx.schema+json`, and leaves what is in it to the server. It
  /// refers to nothing outside itself; what all messages have is for the schema of the standard.
  ///
  /// - Parameters:
  ///   - reference: what the data is of.
  ///   - structure: codes that its lists have not are not valid.
  ///   - level: the schema is of messages of this arrangement.
  package static func jsonSchema(
    of reference: Reference, _ structure: ResolvedStructure, _ form: JSONForm, level: ObservationLevel = .time
  ) -> [UInt8] {
    let schema = JSONMessageSchema(structure: structure, level: level)
    let name = structure.dataflow?.maintenance.naming.name ?? structure.structure.maintenance.naming.name
    return JSONWriter.document { json in
      json.member("$schema", "https://json-schema.org/draft/2020-12/schema")
      json.member("title", name.map { $0.best(of: form.languages).text } ?? reference.id)
      json.member("$comment", "SDMX-JSON \(form.version.rawValue) data of \(reference.urn)")
      schema.message.write(into: &json)
      json.key("$defs")
      json.object { json in
        for definition in schema.definitions {
          json.key(named: definition.name)
          json.object(definition.rule.write)
        }
      }
    }
  }
}

/// What must hold for messages about one structure.
private struct JSONMessageSchema {
  typealias Rule = JSONSchemaRule

  let structure: SDMX.ResolvedStructure
  let level: SDMX.ObservationLevel

  private var measures: [String] { structure.structure.measures.map(\.id) }

  private var dimensions: [String] {
    structure.structure.dimensions.map(\.id) + (structure.structure.timeDimension.map { [$0.id] } ?? [])
  }

  private var ofObservations: [String] {
    switch level {
    case .time: structure.structure.timeDimension.map { [$0.id] } ?? dimensions
    case .dimension(let id): [id]
    case .allDimensions: dimensions
    }
  }

  var message: Rule {
    let (sets, series, rows) = ("dataSet", "series", "observation")
    let dimensions = Rule.all(
      [.object(lists([sets, series, rows], of: "dimension"), required: [rows])] + dimensions.map(place))
    let arrangement = Rule.object(
      [
        ("dimensions", dimensions), ("measures", .object(lists([rows], of: "measure"))),
        ("attributes", .object(lists([sets, "dimensionGroup", series, rows], of: "attribute"))),
      ], required: ["dimensions"])
    let dataSet = Rule.object([
      ("observations", observations), ("series", .map(.object([("observations", observations)]))),
    ])
    let data = Rule.object(
      [("structures", .list(arrangement)), ("dataSets", .list(dataSet))], required: ["structures", "dataSets"])
    return .object([("data", data)], required: ["data"])
  }

  var definitions: [Rule.Member] {
    let own: [Rule.Member] = [
      ("dimension", component(dimensions)), ("measure", component(measures)),
      ("attribute", component(structure.structure.attributes.map(\.id))),
      // As the standard writes what JSON has no number for.
      ("number", .any([.types(["number", "null"]), .words(["NaN", "INF", "-INF"])])),
    ]
    return own
      + structure.codelists.map { list in
        (list.reference.shortForm, .object([("id", .words(list.items.map(\.id)))], required: ["id"]))
      }
  }

  private func lists(_ places: [String], of kind: String) -> [Rule.Member] {
    places.map { ($0, .list(.named(kind))) }
  }

  /// A dimension stands with observations or with series, or with the data set when it has one code there.
  private func place(of id: String) -> Rule {
    .any(
      ["dataSet", ofObservations.contains(id) ? "observation" : "series"].map { place in
        .object([(place, .contains(.object([("id", .constant(id))], required: ["id"])))], required: [place])
      })
  }

  /// Values of observations stand where their measures do: the first when there is one.
  private var observations: Rule {
    let isNumber = measures.count == 1 && structure.component(measures[0])?.isNumeric == true
    return .map(.begins(isNumber ? [.named("number")] : []))
  }

  /// One of these components, with codes that it may have.
  private func component(_ ids: [String]) -> Rule {
    let coded = ids.compactMap { id in structure.component(id)?.codelist.map { (id, $0.reference.shortForm) } }
    return .all(
      [.object([("id", .words(ids))], required: ["id"])]
        + coded.map { id, list in
          .when(.object([("id", .constant(id))]), then: .object([("values", .list(.named(list)))]))
        })
  }
}
