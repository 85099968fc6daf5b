import MilepostModel

extension SDMX.JSONStructureWriter {
  func representation(
    _ representation: SDMX.Representation, _ occurrences: SDMX.Occurrences?, _ json: inout JSONWriter
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

  private func format(_ format: SDMX.TextFormat, _ json: inout JSONWriter) {
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
      if let time = structure.timeDimension {
        json.key("timeDimension")
        json.object { component(time, &$0) }
      }
    }
  }

  private func attributeList(_ structure: SDMX.DataStructure, _ json: inout JSONWriter) {
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
}
