import MilepostModel

extension SDMX {
  /// Writes a structure message as SDMX-JSON; version 1.0 says what SDMX 2.1 can say, without value lists.
  package static func writeJSON(_ message: StructureMessage, _ form: JSONForm, into sink: inout [UInt8]) {
    var json = JSONWriter()
    let writer = JSONStructureWriter(form: form)
    json.object { json in
      json.meta(message.header, form, "structure")
      json.key("data")
      json.object { writer.write(message.structures, into: &$0) }
    }
    json.move(into: &sink)
    sink.append(UInt8(ascii: "\n"))
  }

  struct JSONStructureWriter {
    let form: JSONForm

    /// Version 1.0 is that of SDMX 2.1, the later ones are those of 3.0 and 3.1.
    var isOld: Bool { form.version == .one }

    func write(_ structures: Structures, into json: inout JSONWriter) {
      list("agencySchemes", structures.agencySchemes, &json) { scheme($1, "agencies", &$0) { organisation($1, &$0) } }
      list("dataProviderSchemes", structures.dataProviderSchemes, &json) {
        scheme($1, "dataProviders", &$0) { organisation($1, &$0) }
      }
      list("categorySchemes", structures.categorySchemes, &json) { scheme($1, "categories", &$0) { category($1, &$0) } }
      list("conceptSchemes", structures.conceptSchemes, &json) { concepts($1, &$0) }
      list("codelists", structures.codelists, &json) { scheme($1, "codes", &$0) { code($1, &$0) } }
      let valueLists = isOld ? [] : structures.valueLists
      list("valueLists", valueLists, &json) { scheme($1, "valueItems", &$0) { code($1, &$0) } }
      list("dataStructures", structures.dataStructures, &json) { dataStructure($1, &$0) }
      list("dataflows", structures.dataflows, &json) { dataflow($1, &$0) }
      list("categorisations", structures.categorisations, &json) { categorisation($1, &$0) }
      list("provisionAgreements", structures.provisionAgreements, &json) { agreement($1, &$0) }
      let available = form.version == .twoOne ? structures.constraints.filter { $0.role == .actual } : []
      list("availabilityConstraints", available, &json) { availability($1, &$0) }
      let others =
        form.version == .twoOne ? structures.constraints.filter { $0.role != .actual } : structures.constraints
      list(isOld ? "contentConstraints" : "dataConstraints", others, &json) { constraint($1, &$0) }
    }

    /// An array where there is something in it: an empty one is against the schema.
    func list<Item>(
      _ key: StaticString, _ items: [Item], _ json: inout JSONWriter, _ write: (inout JSONWriter, Item) -> Void
    ) {
      guard !items.isEmpty else { return }
      json.key(key)
      json.array(items, write)
    }

    func texts(_ ids: [String], _ key: StaticString, _ json: inout JSONWriter) {
      list(key, ids, &json) { $0.string($1) }
    }

    private func naming(_ naming: Naming, _ json: inout JSONWriter, needsName: Bool = true) {
      json.member("id", naming.id)
      if naming.name == nil, needsName { json.member("name", naming.id) }
      json.names(naming.name, form)
      json.names(naming.description, form, key: "description", all: "descriptions")
      annotations(naming.annotations, &json)
    }

    func annotations(_ annotations: [Annotation], _ json: inout JSONWriter) {
      list("annotations", annotations, &json) { json, annotation in
        json.object { json in
          if let id = annotation.id { json.member("id", id) }
          if let type = annotation.type { json.member("type", type) }
          if let title = annotation.title { json.member("title", title) }
          json.names(annotation.text, form, key: "text", all: "texts")
          if let url = annotation.url {
            json.key("links")
            json.array([url]) { json, url in
              json.object { json in
                json.member("href", url)
                json.member("rel", "self")
              }
            }
          }
        }
      }
    }

    func maintenance(_ maintenance: Maintenance, _ json: inout JSONWriter) {
      naming(maintenance.naming, &json)
      json.member("agencyID", maintenance.agency)
      json.member("version", maintenance.version.text)
      if isOld, maintenance.isFinal { json.member("isFinal", true) }
      if maintenance.isExternalReference { json.member("isExternalReference", true) }
      if let from = maintenance.validFrom { json.member("validFrom", from) }
      if let to = maintenance.validTo { json.member("validTo", to) }
    }

    private func scheme<Item>(
      _ scheme: ItemScheme<Item>, _ key: StaticString, _ json: inout JSONWriter,
      _ item: (inout JSONWriter, Item) -> Void
    ) {
      json.object { json in
        maintenance(scheme.maintenance, &json)
        if scheme.isPartial { json.member("isPartial", true) }
        list(key, scheme.items, &json, item)
      }
    }

    private func organisation(_ organisation: Organisation, _ json: inout JSONWriter) {
      json.object { naming(organisation.naming, &$0) }
    }

    private func category(_ category: Category, _ json: inout JSONWriter) {
      json.object { json in
        naming(category.naming, &json)
        list("categories", category.categories, &json) { self.category($1, &$0) }
      }
    }

    private func code(_ code: Code, _ json: inout JSONWriter) {
      json.object { json in
        naming(code.naming, &json)
        if let parent = code.parent { json.member("parent", parent) }
      }
    }

    private func concepts(_ scheme: ConceptScheme, _ json: inout JSONWriter) {
      self.scheme(scheme, "concepts", &json) { json, concept in
        let parent = concept.parent.map { isOld ? scheme.reference.item($0).urn : $0 }
        self.concept(concept, parent: parent, &json)
      }
    }

    private func concept(_ concept: Concept, parent: String?, _ json: inout JSONWriter) {
      json.object { json in
        naming(concept.naming, &json)
        if let parent { json.member("parent", parent) }
        if let representation = concept.representation {
          json.key("coreRepresentation")
          self.representation(representation, nil, &json)
        }
      }
    }

    private func dataflow(_ flow: Dataflow, _ json: inout JSONWriter) {
      json.object { json in
        maintenance(flow.maintenance, &json)
        if let structure = flow.structure { json.member("structure", structure.urn) }
      }
    }

    private func categorisation(_ categorisation: Categorisation, _ json: inout JSONWriter) {
      json.object { json in
        maintenance(categorisation.maintenance, &json)
        json.member("source", categorisation.source.urn)
        json.member("target", categorisation.target.urn)
      }
    }

    private func agreement(_ agreement: ProvisionAgreement, _ json: inout JSONWriter) {
      json.object { json in
        maintenance(agreement.maintenance, &json)
        json.member(isOld ? "structureUsage" : "dataflow", agreement.dataflow.urn)
        json.member("dataProvider", agreement.provider.urn)
      }
    }
  }
}
