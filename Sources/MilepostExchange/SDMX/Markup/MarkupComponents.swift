extension MarkupWriter {
  mutating func dataStructure(_ structure: SDMX.DataStructure, _ version: SDMX.MarkupVersion) {
    maintainable("str:DataStructure", structure.maintenance, version) { xml in
      // A stub has no components.
      guard !structure.components.isEmpty else { return }
      xml.element("str:DataStructureComponents") { xml in
        xml.dimensions(structure, version)
        for group in structure.groups { xml.group(group, version) }
        xml.attributes(structure, version)
        xml.measures(structure.measures, version)
      }
    }
  }

  private mutating func dimensions(_ structure: SDMX.DataStructure, _ version: SDMX.MarkupVersion) {
    element("str:DimensionList", [("id", "DimensionDescriptor")]) { xml in
      for (index, dimension) in structure.dimensions.enumerated() {
        xml.component("str:Dimension", dimension, [("position", String(index + 1))], version) { _ in }
      }
      if let time = structure.timeDimension {
        let position = version == .v2_1 ? String(structure.dimensions.count + 1) : nil
        xml.component("str:TimeDimension", time, [("position", position)], version) { _ in }
      }
    }
  }

  private mutating func group(_ group: SDMX.Group, _ version: SDMX.MarkupVersion) {
    element("str:Group", [("id", group.id)]) { xml in
      for id in group.dimensions {
        xml.element("str:GroupDimension") { $0.local("str:DimensionReference", id, version) }
      }
    }
  }

  private mutating func measures(_ measures: [SDMX.Measure], _ version: SDMX.MarkupVersion) {
    guard let first = measures.first else { return }
    element("str:MeasureList", [("id", "MeasureDescriptor")]) { xml in
      guard version != .v2_1 else { return xml.component("str:PrimaryMeasure", first.component, [], version) { _ in } }
      for measure in measures {
        xml.component("str:Measure", measure.component, [("usage", measure.usage.rawValue)], version) { _ in }
      }
    }
  }

  private mutating func attributes(_ structure: SDMX.DataStructure, _ version: SDMX.MarkupVersion) {
    let isOld = version == .v2_1
    let measure = structure.primaryMeasure
    let attributes = isOld ? structure.attributesBesideOneMeasure : structure.attributes
    guard !attributes.isEmpty else { return }
    element("str:AttributeList", [("id", "AttributeDescriptor")]) { xml in
      for attribute in attributes {
        let isNeeded = attribute.usage == .mandatory
        let usage =
          isOld
          ? ("assignmentStatus", isNeeded ? "Mandatory" : "Conditional") : ("usage", attribute.usage.rawValue)
        xml.component("str:Attribute", attribute.component, [(usage.0, usage.1)], version) { xml in
          xml.element("str:AttributeRelationship") { $0.relationship(attribute.relationship, measure, version) }
          if !isOld, !attribute.measures.isEmpty {
            xml.element("str:MeasureRelationship") { xml in
              for id in attribute.measures { xml.text("str:Measure", id) }
            }
          }
        }
      }
    }
  }

  private mutating func relationship(
    _ relationship: SDMX.AttributeRelationship, _ measure: String, _ version: SDMX.MarkupVersion
  ) {
    let isOld = version == .v2_1
    switch relationship {
    case .dataSet: empty(isOld ? "str:None" : "str:Dataflow")
    case .dimensions(let ids): for id in ids { local("str:Dimension", id, version) }
    case .group(let id): local("str:Group", id, version)
    case .observation: isOld ? local("str:PrimaryMeasure", measure, version) : empty("str:Observation")
    }
  }

  /// - Parameter content: behind identity, representation and roles, which stand there since SDMX 2.1 in this order.
  private mutating func component(
    _ name: String, _ component: SDMX.Component, _ attributes: [(String, String?)], _ version: SDMX.MarkupVersion,
    _ content: (inout MarkupWriter) -> Void
  ) {
    element(name, [("id", component.id)] + attributes) { xml in
      xml.annotations(component.annotations)
      xml.reference("str:ConceptIdentity", component.concept, version)
      xml.representation(
        "str:LocalRepresentation", component.representation, component.maximumOccurrences, version)
      // The schemas have no role for time and primary measure.
      if name != "str:TimeDimension", name != "str:PrimaryMeasure" {
        for role in component.roles { xml.reference("str:ConceptRole", role, version) }
      }
      content(&xml)
    }
  }

  mutating func representation(
    _ name: String, _ representation: SDMX.Representation?, _ most: SDMX.Occurrences?,
    _ version: SDMX.MarkupVersion
  ) {
    guard let representation else { return }
    var count: String?
    switch most {
    case .atMost(let number) where version != .v2_1: count = String(number)
    case .unbounded where version != .v2_1: count = "unbounded"
    case .atMost, .unbounded, nil: count = nil
    }
    element(name, [("maxOccurs", count)]) { xml in
      switch representation {
      // SDMX 2.1 has no value lists.
      case .enumeration(let reference) where reference.kind == .valueList && version == .v2_1:
        xml.empty("str:TextFormat", [("textType", "String")])
      case .enumeration(let reference): xml.reference("str:Enumeration", reference, version)
      case .text(let format): xml.textFormat(format)
      }
    }
  }

  private mutating func textFormat(_ format: SDMX.TextFormat) {
    empty(
      "str:TextFormat",
      [
        ("textType", format.type), ("minLength", format.minimumLength.map(String.init)),
        ("maxLength", format.maximumLength.map(String.init)), ("minValue", format.minimumValue),
        ("maxValue", format.maximumValue), ("decimals", format.decimals.map(String.init)),
        ("pattern", format.pattern), ("isMultiLingual", format.isMultilingual ? "true" : nil),
      ])
  }

  /// What there is stands in SDMX 3.1 in an artefact of its own, which has no name.
  mutating func constraints(_ constraints: [SDMX.Constraint], _ version: SDMX.MarkupVersion) {
    let available = version == .v3_1 ? constraints.filter { $0.role == .actual } : []
    if !available.isEmpty {
      element("str:AvailabilityConstraints") { xml in
        for constraint in available {
          let counts = [
            ("seriesCount", constraint.seriesCount.map(String.init)),
            ("obsCount", constraint.observationCount.map(String.init)),
          ]
          xml.element("str:AvailabilityConstraint", counts) { $0.contents(of: constraint, version) }
        }
      }
    }
    let others = version == .v3_1 ? constraints.filter { $0.role == .allowed } : constraints
    guard !others.isEmpty else { return }
    element(version == .v2_1 ? "str:Constraints" : "str:DataConstraints") { xml in
      for constraint in others {
        let role: [(String, String?)]
        switch version {
        case .v2_1: role = [("type", constraint.role.rawValue)]
        case .v3_0: role = [("role", constraint.role.rawValue)]
        case .v3_1: role = []
        }
        let name = version == .v2_1 ? "str:ContentConstraint" : "str:DataConstraint"
        xml.maintainable(name, constraint.withCounts, version, role) { $0.contents(of: constraint, version) }
      }
    }
  }

  private mutating func contents(of constraint: SDMX.Constraint, _ version: SDMX.MarkupVersion) {
    if !constraint.attachment.isEmpty {
      element("str:ConstraintAttachment") { xml in
        for reference in constraint.attachment { xml.reference("str:" + reference.kind.rawValue, reference, version) }
      }
    }
    for region in constraint.regions {
      element("str:CubeRegion", [("include", region.isIncluded ? "true" : "false")]) { xml in
        for selection in region.selections { xml.selection(selection, version == .v2_1 ? "com:" : "str:") }
      }
    }
  }

  private mutating func selection(_ selection: SDMX.Selection, _ prefix: String) {
    element(
      prefix + "KeyValue", [("id", selection.component), ("include", selection.isIncluded ? nil : "false")]
    ) { xml in
      switch selection.values {
      case .codes(let codes): for code in codes { xml.text(prefix + "Value", code) }
      case .time(let range):
        xml.element(prefix + "TimeRange") { xml in
          switch (range.start, range.end) {
          case (let start?, let end?):
            xml.end(prefix + "StartPeriod", start)
            xml.end(prefix + "EndPeriod", end)
          case (nil, let end?): xml.end(prefix + "BeforePeriod", end)
          case (let start?, nil): xml.end(prefix + "AfterPeriod", start)
          case (nil, nil): return
          }
        }
      }
    }
  }

  private mutating func end(_ name: String, _ end: SDMX.TimeRange.End) {
    text(name, [("isInclusive", end.isInclusive ? "true" : "false")], end.period)
  }
}
