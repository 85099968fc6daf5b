import MilepostModel

extension SDMX.JSONStructureWriter {
  func representation(
    _ representation: SDMX.Representation, _ occurrences: SDMX.Occurrences?, _ json: inout JSONWriter
  ) {
    json.object { json in
      switch representation {
      case .enumeration(let reference) where isOld && reference.kind == .valueList:
        text(SDMX.TextFormat("String"), &json)
      case .enumeration(let reference): json.member("enumeration", reference.urn)
      case .text(let format): text(format, &json)
      }
      switch isOld ? nil : occurrences {
      case .atMost(let count): json.member("maxOccurs", count)
      case .unbounded: json.member("maxOccurs", "unbounded")
      case nil: return
      }
    }
  }

  private func text(_ format: SDMX.TextFormat, _ json: inout JSONWriter) {
    json.key(isOld ? "textFormat" : "format")
    json.object { self.format(format, &$0) }
  }

  private func format(_ format: SDMX.TextFormat, _ json: inout JSONWriter) {
    json.member(isOld ? "textType" : "dataType", format.type)
    // Version 1.0 has no length and no decimals of 0.
    let least = isOld ? 1 : 0
    if let length = format.minimumLength, length >= least { json.member("minLength", length) }
    if let length = format.maximumLength, length >= least { json.member("maxLength", length) }
    for (key, text) in [("minValue", format.minimumValue), ("maxValue", format.maximumValue)] {
      guard let number = text.flatMap(Double.init), number.isFinite else { continue }
      json.key(named: key)
      json.number(number)
    }
    if let decimals = format.decimals, decimals >= least { json.member("decimals", decimals) }
    if let pattern = format.pattern { json.member("pattern", pattern) }
    if format.isMultilingual { json.member("isMultiLingual", true) }
  }

  private func component(_ component: SDMX.Component, _ json: inout JSONWriter) {
    json.member("id", component.id)
    annotations(component.annotations, &json)
    json.member("conceptIdentity", component.concept.urn)
    if let representation = component.representation {
      json.key("localRepresentation")
      self.representation(representation, component.maximumOccurrences, &json)
    }
  }

  private func roles(_ component: SDMX.Component, _ json: inout JSONWriter) {
    texts(component.roles.map(\.urn), "conceptRoles", &json)
  }

  func dataStructure(_ structure: SDMX.DataStructure, _ json: inout JSONWriter) {
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
        measureList(structure.measures, &json)
        attributeList(isOld ? structure.attributesBesideOneMeasure : structure.attributes, structure, &json)
      }
    }
  }

  private func measureList(_ measures: [SDMX.Measure], _ json: inout JSONWriter) {
    guard let first = measures.first else { return }
    json.key("measureList")
    json.object { json in
      json.member("id", "MeasureDescriptor")
      guard !isOld else {
        json.key("primaryMeasure")
        return json.object { component(first.component, &$0) }
      }
      list("measures", measures, &json) { json, measure in
        json.object { json in
          component(measure.component, &json)
          roles(measure.component, &json)
          json.member("usage", measure.usage.rawValue)
        }
      }
    }
  }

  private func dimensionList(_ structure: SDMX.DataStructure, _ json: inout JSONWriter) {
    json.key("dimensionList")
    json.object { json in
      json.member("id", "DimensionDescriptor")
      list("dimensions", structure.dimensions, &json) { json, dimension in
        json.object { json in
          component(dimension, &json)
          roles(dimension, &json)
        }
      }
      guard let time = structure.timeDimension else { return }
      guard isOld else {
        json.key("timeDimension")
        return json.object { component(time, &$0) }
      }
      json.key("timeDimensions")
      // It cannot do without a representation there.
      let representation = time.representation ?? .text(SDMX.TextFormat("ObservationalTimePeriod"))
      let whole = SDMX.Component(
        time.id, concept: time.concept, representation: representation, annotations: time.annotations)
      json.array([whole]) { json, time in json.object { component(time, &$0) } }
    }
  }

  private func attributeList(
    _ attributes: [SDMX.Attribute], _ structure: SDMX.DataStructure, _ json: inout JSONWriter
  ) {
    guard !attributes.isEmpty else { return }
    json.key("attributeList")
    json.object { json in
      json.member("id", "AttributeDescriptor")
      list("attributes", attributes, &json) { json, attribute in
        json.object { json in
          component(attribute.component, &json)
          roles(attribute.component, &json)
          if isOld {
            json.member("assignmentStatus", attribute.usage == .mandatory ? "Mandatory" : "Conditional")
          } else {
            json.member("usage", attribute.usage.rawValue)
            texts(attribute.measures, "measureRelationship", &json)
          }
          json.key("attributeRelationship")
          json.object { relationship(attribute.relationship, structure, &$0) }
        }
      }
    }
  }

  private func relationship(
    _ relationship: SDMX.AttributeRelationship, _ structure: SDMX.DataStructure, _ json: inout JSONWriter
  ) {
    switch relationship {
    case .dataSet:
      json.key(isOld ? "none" : "dataflow")
      json.object { _ in }
    case .observation where isOld: json.member("primaryMeasure", structure.primaryMeasure)
    case .observation:
      json.key("observation")
      json.object { _ in }
    case .group(let group): json.member("group", group)
    case .dimensions(let ids): texts(ids, "dimensions", &json)
    }
  }
}
