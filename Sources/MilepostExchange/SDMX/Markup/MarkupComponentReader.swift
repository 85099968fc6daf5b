import MilepostModel

extension MarkupStructureReader {
  /// The components of a data structure, as they are found.
  private struct Parts {
    var dimensions: [(position: Int, component: SDMX.Component)] = []
    var time: SDMX.Component?
    var measures: [SDMX.Measure] = []
    var attributes: [SDMX.Attribute] = []
    var groups: [SDMX.Group] = []
  }

  mutating func readDataStructure(_ cursor: inout MarkupCursor) throws {
    var parts = Parts()
    let maintenance = try maintenance(&cursor) { reader, cursor, name in
      guard name == "DataStructureComponents" else { return }
      try cursor.children { cursor, name in try reader.readComponents(name, &cursor, &parts) }
    }
    guard let maintenance else { return }
    // By position; those that state none stay where they are.
    let dimensions = parts.dimensions.enumerated().sorted {
      ($0.element.position, $0.offset) < ($1.element.position, $1.offset)
    }
    structures.dataStructures.append(
      SDMX.DataStructure(
        maintenance, dimensions: dimensions.map(\.element.component), timeDimension: parts.time,
        measures: parts.measures, attributes: parts.attributes.map { $0.overAll(parts.measures) },
        groups: parts.groups))
  }

  private mutating func readComponents(
    _ name: String, _ cursor: inout MarkupCursor, _ parts: inout Parts
  ) throws {
    switch name {
    case "DimensionList", "MeasureList", "AttributeList":
      try cursor.children { cursor, name in try readComponent(name, &cursor, &parts) }
    case "Group": if let group = try group(&cursor) { parts.groups.append(group) }
    default: return
    }
  }

  private mutating func readComponent(
    _ name: String, _ cursor: inout MarkupCursor, _ parts: inout Parts
  ) throws {
    switch name {
    case "Dimension", "MeasureDimension":
      let position = cursor["position"].flatMap { Int($0) } ?? parts.dimensions.count + 1
      if let component = try component(&cursor, { _, _, _ in }) { parts.dimensions.append((position, component)) }
    case "TimeDimension": parts.time = try component(&cursor, standing: "TIME_PERIOD") { _, _, _ in }
    case "PrimaryMeasure", "Measure":
      let usage = cursor["usage"].flatMap(SDMX.Usage.init(rawValue:)) ?? .optional
      if let component = try component(&cursor, standing: name == "Measure" ? nil : "OBS_VALUE", { _, _, _ in }) {
        parts.measures.append(SDMX.Measure(component, usage: usage))
      }
    case "Attribute": if let attribute = try attribute(&cursor) { parts.attributes.append(attribute) }
    case "ReportingYearStartDay", "MetadataAttributeUsage":
      diagnostics.report(.artefactsNotRead(name, at: cursor.position))
    default: return
    }
  }

  private mutating func attribute(_ cursor: inout MarkupCursor) throws -> SDMX.Attribute? {
    let isMandatory = cursor["usage"] == "mandatory" || cursor["assignmentStatus"] == "Mandatory"
    let position = cursor.position
    var relationship: SDMX.AttributeRelationship?
    var measures: [String] = []
    let component = try component(&cursor) { reader, cursor, name in
      switch name {
      case "AttributeRelationship": relationship = try reader.relationship(&cursor)
      case "MeasureRelationship":
        try cursor.children { cursor, name in
          if name == "Measure", let id = try cursor.localReference() { measures.append(id) }
        }
      default: return
      }
    }
    guard let component else { return nil }
    guard let relationship else {
      diagnostics.report(.partMissing("Attribute", "AttributeRelationship", at: position))
      return nil
    }
    return SDMX.Attribute(
      component, usage: isMandatory ? .mandatory : .optional, relationship: relationship, measures: measures)
  }

  private mutating func relationship(_ cursor: inout MarkupCursor) throws -> SDMX.AttributeRelationship? {
    var found: SDMX.AttributeRelationship?
    var dimensions: [String] = []
    try cursor.children { cursor, name in
      switch name {
      case "None", "Dataflow": found = .dataSet
      case "Observation", "PrimaryMeasure": found = .observation
      case "Group": if let id = try cursor.localReference() { found = .group(id) }
      case "Dimension": if let id = try cursor.localReference() { dimensions.append(id) }
      default: return
      }
    }
    return dimensions.isEmpty ? found : .dimensions(dimensions)
  }

  private mutating func group(_ cursor: inout MarkupCursor) throws -> SDMX.Group? {
    guard let id = cursor["id"] else {
      diagnostics.report(.attributeMissing("id", at: cursor.position))
      return nil
    }
    var dimensions: [String] = []
    try cursor.children { cursor, name in
      guard name == "GroupDimension" else { return }
      try cursor.children { cursor, name in
        if name == "DimensionReference", let id = try cursor.localReference() { dimensions.append(id) }
      }
    }
    return SDMX.Group(id, dimensions: dimensions)
  }

  /// - Parameter standing: the id that a component of its kind has where it states none.
  /// - Returns: nil, after a finding, when it has no id or no concept.
  private mutating func component(
    _ cursor: inout MarkupCursor, standing: String? = nil,
    _ body: (inout MarkupStructureReader, inout MarkupCursor, String) throws -> Void
  ) throws -> SDMX.Component? {
    let (stated, position) = (cursor["id"], cursor.position)
    var concept: SDMX.Reference?
    var hasConcept = false
    var roles: [SDMX.Reference] = []
    var representation: SDMX.Representation?
    var occurrences: SDMX.Occurrences?
    var annotations: [SDMX.Annotation] = []
    try cursor.children { cursor, name in
      switch name {
      case "ConceptIdentity":
        hasConcept = true
        concept = try reference(&cursor, .concept)
      case "ConceptRole": if let role = try reference(&cursor, .concept) { roles.append(role) }
      case "LocalRepresentation":
        occurrences = cursor["maxOccurs"].flatMap { $0 == "unbounded" ? .unbounded : Int($0).map { .atMost($0) } }
        representation = try self.representation(&cursor)
      case "Annotations": annotations += try cursor.annotations()
      default: try body(&self, &cursor, name)
      }
    }
    // SDMX 2.1 lets a component have the id of its concept.
    guard let id = stated ?? concept?.item.last ?? standing else {
      diagnostics.report(.attributeMissing("id", at: position))
      return nil
    }
    guard let concept else {
      if !hasConcept { diagnostics.report(.partMissing(id, "ConceptIdentity", at: position)) }
      return nil
    }
    return SDMX.Component(
      id, concept: concept, roles: roles, representation: representation, maximumOccurrences: occurrences,
      annotations: annotations)
  }

  /// nil where a representation says nothing.
  mutating func representation(_ cursor: inout MarkupCursor) throws -> SDMX.Representation? {
    var found: SDMX.Representation?
    try cursor.children { cursor, name in
      switch name {
      case "Enumeration": found = try reference(&cursor, .codelist).map { .enumeration($0) }
      case "TextFormat": if found == nil { found = .text(cursor.textFormat) }
      default: return
      }
    }
    return found
  }
}

extension MarkupCursor {
  /// Of the `TextFormat` that just started.
  fileprivate var textFormat: SDMX.TextFormat {
    SDMX.TextFormat(
      self["textType"] ?? "String", minimumLength: self["minLength"].flatMap { Int($0) },
      maximumLength: self["maxLength"].flatMap { Int($0) }, minimumValue: self["minValue"],
      maximumValue: self["maxValue"], decimals: self["decimals"].flatMap { Int($0) }, pattern: self["pattern"],
      isMultilingual: isTrue("isMultiLingual"))
  }
}

extension SDMX.Attribute {
  /// The attribute without its list of measures where it names all there are, which is what no list means.
  ///
  /// A list that says nothing keeps other readers from the message.
  fileprivate func overAll(_ all: [SDMX.Measure]) -> SDMX.Attribute {
    Set(measures) == Set(all.map(\.id))
      ? SDMX.Attribute(component, usage: usage, relationship: relationship) : self
  }
}
