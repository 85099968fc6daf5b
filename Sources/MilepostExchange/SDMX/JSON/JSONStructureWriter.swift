import MilepostModel

extension SDMX {
  /// Writes a structure message as SDMX-JSON 2.0 or 2.1.
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

    func write(_ structures: Structures, into json: inout JSONWriter) {
      list("agencySchemes", structures.agencySchemes, &json) { scheme($1, "agencies", &$0) { organisation($1, &$0) } }
      list("dataProviderSchemes", structures.dataProviderSchemes, &json) {
        scheme($1, "dataProviders", &$0) { organisation($1, &$0) }
      }
      list("categorySchemes", structures.categorySchemes, &json) { scheme($1, "categories", &$0) { category($1, &$0) } }
      list("conceptSchemes", structures.conceptSchemes, &json) { scheme($1, "concepts", &$0) { concept($1, &$0) } }
      list("codelists", structures.codelists, &json) { scheme($1, "codes", &$0) { code($1, &$0) } }
      list("valueLists", structures.valueLists, &json) { scheme($1, "valueItems", &$0) { code($1, &$0) } }
      list("dataStructures", structures.dataStructures, &json) { dataStructure($1, &$0) }
      list("dataflows", structures.dataflows, &json) { dataflow($1, &$0) }
      list("categorisations", structures.categorisations, &json) { categorisation($1, &$0) }
      list("provisionAgreements", structures.provisionAgreements, &json) { agreement($1, &$0) }
      let available = form.version == .twoOne ? structures.constraints.filter { $0.role == .actual } : []
      list("availabilityConstraints", available, &json) { availability($1, &$0) }
      let others =
        form.version == .twoOne ? structures.constraints.filter { $0.role != .actual } : structures.constraints
      list("dataConstraints", others, &json) { constraint($1, &$0) }
    }

    /// An array where there is something in it: an empty one is against the schema.
    private func list<Item>(
      _ key: StaticString, _ items: [Item], _ json: inout JSONWriter, _ write: (inout JSONWriter, Item) -> Void
    ) {
      guard !items.isEmpty else { return }
      json.key(key)
      json.array(items, write)
    }

    private func texts(_ ids: [String], _ key: StaticString, _ json: inout JSONWriter) {
      list(key, ids, &json) { $0.string($1) }
    }

    private func naming(_ naming: Naming, _ json: inout JSONWriter, needsName: Bool = true) {
      json.member("id", naming.id)
      if naming.name == nil, needsName { json.member("name", naming.id) }
      json.names(naming.name, form)
      json.names(naming.description, form, key: "description", all: "descriptions")
      annotations(naming.annotations, &json)
    }

    private func annotations(_ annotations: [Annotation], _ json: inout JSONWriter) {
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

    private func maintenance(_ maintenance: Maintenance, _ json: inout JSONWriter) {
      naming(maintenance.naming, &json)
      json.member("agencyID", maintenance.agency)
      json.member("version", maintenance.version.text)
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

    private func concept(_ concept: Concept, _ json: inout JSONWriter) {
      json.object { json in
        naming(concept.naming, &json)
        if let parent = concept.parent { json.member("parent", parent) }
        if let representation = concept.representation {
          json.key("coreRepresentation")
          self.representation(representation, nil, &json)
        }
      }
    }

    private func representation(
      _ representation: Representation, _ occurrences: Occurrences?, _ json: inout JSONWriter
    ) {
      json.object { json in
        switch representation {
        case .enumeration(let reference): json.member("enumeration", reference.urn)
        case .text(let format):
          json.key("format")
          json.object { self.format(format, &$0) }
        }
        switch occurrences {
        case .atMost(let count): json.member("maxOccurs", count)
        case .unbounded: json.member("maxOccurs", "unbounded")
        case nil: return
        }
      }
    }

    private func format(_ format: TextFormat, _ json: inout JSONWriter) {
      json.member("dataType", format.type)
      if let length = format.minimumLength { json.member("minLength", length) }
      if let length = format.maximumLength { json.member("maxLength", length) }
      for (key, text) in [("minValue", format.minimumValue), ("maxValue", format.maximumValue)] {
        guard let number = text.flatMap(Double.init), number.isFinite else { continue }
        json.key(named: key)
        json.number(number)
      }
      if let decimals = format.decimals { json.member("decimals", decimals) }
      if let pattern = format.pattern { json.member("pattern", pattern) }
      if format.isMultilingual { json.member("isMultiLingual", true) }
    }

    private func component(_ component: Component, _ json: inout JSONWriter) {
      json.member("id", component.id)
      annotations(component.annotations, &json)
      json.member("conceptIdentity", component.concept.urn)
      if let representation = component.representation {
        json.key("localRepresentation")
        self.representation(representation, component.maximumOccurrences, &json)
      }
    }

    private func roles(_ component: Component, _ json: inout JSONWriter) {
      texts(component.roles.map(\.urn), "conceptRoles", &json)
    }

    private func dataStructure(_ structure: DataStructure, _ json: inout JSONWriter) {
      json.object { json in
        maintenance(structure.maintenance, &json)
        // A stub has no components.
        guard !structure.dimensions.isEmpty else { return }
        json.key("dataStructureComponents")
        json.object { json in
          dimensionList(structure, &json)
          list("groups", structure.groups, &json) { json, group in
            json.object { json in
              json.member("id", group.id)
              texts(group.dimensions, "groupDimensions", &json)
            }
          }
          guard !structure.measures.isEmpty else { return attributeList(structure, &json) }
          json.key("measureList")
          json.object { json in
            json.member("id", "MeasureDescriptor")
            list("measures", structure.measures, &json) { json, measure in
              json.object { json in
                component(measure.component, &json)
                roles(measure.component, &json)
                json.member("usage", measure.usage.rawValue)
              }
            }
          }
          attributeList(structure, &json)
        }
      }
    }

    private func dimensionList(_ structure: DataStructure, _ json: inout JSONWriter) {
      json.key("dimensionList")
      json.object { json in
        json.member("id", "DimensionDescriptor")
        list("dimensions", structure.dimensions, &json) { json, dimension in
          json.object { json in
            component(dimension, &json)
            roles(dimension, &json)
          }
        }
        if let time = structure.timeDimension {
          json.key("timeDimension")
          json.object { component(time, &$0) }
        }
      }
    }

    private func attributeList(_ structure: DataStructure, _ json: inout JSONWriter) {
      guard !structure.attributes.isEmpty else { return }
      json.key("attributeList")
      json.object { json in
        json.member("id", "AttributeDescriptor")
        list("attributes", structure.attributes, &json) { json, attribute in
          json.object { json in
            component(attribute.component, &json)
            roles(attribute.component, &json)
            json.member("usage", attribute.usage.rawValue)
            texts(attribute.measures, "measureRelationship", &json)
            json.key("attributeRelationship")
            json.object { json in
              switch attribute.relationship {
              case .dataSet:
                json.key("dataflow")
                json.object { _ in }
              case .observation:
                json.key("observation")
                json.object { _ in }
              case .group(let group): json.member("group", group)
              case .dimensions(let ids): texts(ids, "dimensions", &json)
              }
            }
          }
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
        json.member("dataflow", agreement.dataflow.urn)
        json.member("dataProvider", agreement.provider.urn)
      }
    }

    private func constraint(_ constraint: Constraint, _ json: inout JSONWriter) {
      // Counts stand in annotations, as SDMX 3.0 has no place for them.
      let counts = [("obs_count", constraint.observationCount), ("series_count", constraint.seriesCount)]
      let metrics = counts.compactMap { id, count in
        count.map { Annotation(id: id, type: "sdmx_metrics", title: String($0)) }
      }
      let naming = constraint.maintenance.naming
      let all = Naming(
        naming.id, name: naming.name, description: naming.description, annotations: naming.annotations + metrics)
      json.object { json in
        maintenance(
          Maintenance(all, agency: constraint.maintenance.agency, version: constraint.maintenance.version), &json)
        if form.version != .twoOne { json.member("role", constraint.role.rawValue) }
        json.key("constraintAttachment")
        json.object { json in
          for (kind, key): (ArtefactKind, StaticString) in [
            (.dataflow, "dataflows"), (.dataStructure, "dataStructures"), (.provisionAgreement, "provisionAgreements"),
          ] {
            texts(constraint.attachment.filter { $0.kind == kind }.map(\.urn), key, &json)
          }
        }
        list("cubeRegions", constraint.regions, &json) { region($1, &$0) }
      }
    }

    func region(_ region: CubeRegion, _ json: inout JSONWriter) {
      json.object { json in
        if !region.isIncluded { json.member("include", false) }
        list("keyValues", region.selections, &json) { json, selection in
          json.object { json in
            json.member("id", selection.component)
            if !selection.isIncluded { json.member("include", false) }
            switch selection.values {
            case .codes(let codes):
              list("values", codes, &json) { json, code in json.object { $0.member("value", code) } }
            case .time(let range):
              json.key("timeRange")
              json.object { time(range, &$0) }
            }
          }
        }
      }
    }

    private func time(_ range: TimeRange, _ json: inout JSONWriter) {
      let isClosed = range.start != nil && range.end != nil
      let ends = [
        (isClosed ? "startPeriod" : "afterPeriod", range.start), (isClosed ? "endPeriod" : "beforePeriod", range.end),
      ]
      for (key, end) in ends {
        guard let end else { continue }
        json.key(named: key)
        json.object { json in
          json.member("period", end.period)
          json.member("isInclusive", end.isInclusive)
        }
      }
    }
  }
}
