import MilepostLanguage
import MilepostModel

extension SDMX {
  /// Reads artefacts from the nodes of a JSON message.
  struct JSONArtefacts {
    let file: String
    /// Of names that stand alone.
    let language: LanguageTag
    private(set) var findings = FileFindings()

    init(file: String, meta: JSONNode?) {
      self.file = file
      language = LanguageTag(meta?["contentLanguages"]?.texts.first ?? "en")
    }

    func position(_ node: JSONNode) -> SourcePosition { node.place.position(in: file) }

    mutating func report(_ diagnostic: Diagnostic) { findings.report(diagnostic) }

    func text(_ node: JSONNode, _ best: String, _ all: String) -> LocalizedText? {
      let entries = node[all]?.members.compactMap { member in
        member.value.text.map { LocalizedText.Entry(LanguageTag(member.key), $0) }
      }
      if let entries, let text = LocalizedText(entries) { return text }
      return node[best]?.text.map { LocalizedText($0, language) }
    }

    /// The id of an object, which it must have.
    mutating func id(_ node: JSONNode) -> String? {
      if let id = node["id"]?.text, !id.isEmpty { return id }
      report(.jsonMissing("id", in: node.kindName, at: position(node)))
      return nil
    }

    mutating func naming(_ node: JSONNode) -> Naming? {
      guard let id = id(node) else { return nil }
      return Naming(
        id, name: text(node, "name", "names"), description: text(node, "description", "descriptions"),
        annotations: annotations(node))
    }

    func annotations(_ node: JSONNode) -> [Annotation] {
      (node["annotations"]?.items ?? []).map { annotation in
        Annotation(
          id: annotation["id"]?.text, type: annotation["type"]?.text,
          title: annotation["title"]?.text ?? annotation["value"]?.text,
          url: annotation["links"]?.items?.first?["href"]?.text, text: text(annotation, "text", "texts"))
      }
    }

    mutating func maintenance(_ node: JSONNode) -> Maintenance? {
      guard let naming = naming(node) else { return nil }
      guard let agency = node["agencyID"]?.text else {
        report(.jsonMissing("agencyID", in: "artefact \(naming.id)", at: position(node)))
        return nil
      }
      var version = Version.unstated
      if let text = node["version"]?.text {
        guard let stated = Version(text) else {
          report(.jsonValue(text, expected: "a version such as 1.0.0", at: position(node)))
          return nil
        }
        version = stated
      }
      return Maintenance(
        naming, agency: agency, version: version, isFinal: node["isFinal"]?.flag == true,
        isExternalReference: node["isExternalReference"]?.flag == true, validFrom: node["validFrom"]?.text,
        validTo: node["validTo"]?.text)
    }

    /// A reference by URN; nil after a finding.
    mutating func reference(_ node: JSONNode?, _ key: String, in owner: JSONNode) -> Reference? {
      guard let node, let text = node.text else {
        report(.jsonMissing(key, in: owner["id"]?.text ?? owner.kindName, at: position(owner)))
        return nil
      }
      if let reference = Reference(urn: text) { return reference }
      report(.jsonValue(text, expected: "a URN", at: position(node)))
      return nil
    }

    mutating func scheme<Item>(
      _ node: JSONNode, _ key: String, _ kind: ArtefactKind, _ item: (inout JSONArtefacts, JSONNode) -> Item?
    ) -> ItemScheme<Item>? {
      guard let maintenance = maintenance(node) else { return nil }
      var items: [Item] = []
      for child in node[key]?.items ?? [] { if let item = item(&self, child) { items.append(item) } }
      return ItemScheme(maintenance, kind: kind, isPartial: node["isPartial"]?.flag == true, items: items)
    }

    mutating func category(_ node: JSONNode) -> Category? {
      guard let naming = naming(node) else { return nil }
      var categories: [Category] = []
      for child in node["categories"]?.items ?? [] { if let category = category(child) { categories.append(category) } }
      return Category(naming, categories: categories)
    }

    mutating func concept(_ node: JSONNode) -> Concept? {
      guard let naming = naming(node) else { return nil }
      return Concept(
        naming, parent: parent(node), representation: representation(node["coreRepresentation"]))
    }

    /// An id; in version 1.0 the URN of an item.
    private func parent(_ node: JSONNode) -> String? {
      node["parent"]?.text.map { text in Reference(urn: text)?.item.last ?? text }
    }

    mutating func representation(_ node: JSONNode?) -> Representation? {
      guard let node else { return nil }
      if let enumeration = node["enumeration"] {
        return reference(enumeration, "enumeration", in: node).map { .enumeration($0) }
      }
      guard let format = node["format"] ?? node["textFormat"] else { return nil }
      func bound(_ key: String) -> String? { format[key]?.text ?? format[key]?.number.map { String(machine: $0) } }
      return .text(
        TextFormat(
          format["dataType"]?.text ?? format["textType"]?.text ?? "String", minimumLength: format["minLength"]?.integer,
          maximumLength: format["maxLength"]?.integer, minimumValue: bound("minValue"), maximumValue: bound("maxValue"),
          decimals: format["decimals"]?.integer, pattern: format["pattern"]?.text,
          isMultilingual: format["isMultiLingual"]?.flag == true))
    }

    mutating func component(_ node: JSONNode) -> Component? {
      guard let concept = reference(node["conceptIdentity"], "conceptIdentity", in: node) else { return nil }
      var roles: [Reference] = []
      for role in node["conceptRoles"]?.texts ?? [] { if let role = Reference(urn: role) { roles.append(role) } }
      let local = node["localRepresentation"]
      var occurrences: Occurrences?
      if let most = local?["maxOccurs"] { occurrences = most.integer.map { .atMost($0) } ?? .unbounded }
      guard let id = node["id"]?.text ?? concept.item.last else { return nil }
      return Component(
        id, concept: concept, roles: roles, representation: representation(local), maximumOccurrences: occurrences,
        annotations: annotations(node))
    }

    mutating func dataStructure(_ node: JSONNode) -> DataStructure? {
      guard let maintenance = maintenance(node) else { return nil }
      let parts = node["dataStructureComponents"]
      let list = parts?["dimensionList"]
      var dimensions: [Component] = []
      for child in JSONArtefacts.dimensions(list) { if let one = component(child) { dimensions.append(one) } }
      var measures: [Measure] = []
      for child in parts?["measureList"]?["measures"]?.items ?? [] {
        guard let component = component(child) else { continue }
        measures.append(Measure(component, usage: child["usage"]?.text == "mandatory" ? .mandatory : .optional))
      }
      if let primary = parts?["measureList"]?["primaryMeasure"], let component = component(primary) {
        measures.append(Measure(component))
      }
      var attributes: [Attribute] = []
      for child in parts?["attributeList"]?["attributes"]?.items ?? [] {
        if let attribute = attribute(child) { attributes.append(attribute) }
      }
      let time = list?["timeDimension"] ?? list?["timeDimensions"]?.items?.first
      let groups = (parts?["groups"]?.items ?? []).compactMap { group in
        group["id"]?.text.map { Group($0, dimensions: group["groupDimensions"]?.texts ?? []) }
      }
      return DataStructure(
        maintenance, dimensions: dimensions, timeDimension: time.flatMap { component($0) }, measures: measures,
        attributes: attributes, groups: groups)
    }

    /// Those of version 1.0 that stand for measures have a list of their own, and a place among the others.
    private static func dimensions(_ list: JSONNode?) -> [JSONNode] {
      let all = (list?["dimensions"]?.items ?? []) + (list?["measureDimensions"]?.items ?? [])
      let placed = all.enumerated().map { ($0.element["position"]?.integer ?? $0.offset, $0.offset, $0.element) }
      return placed.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    }

    private mutating func attribute(_ node: JSONNode) -> Attribute? {
      guard let component = component(node) else { return nil }
      let relation = node["attributeRelationship"]
      let relationship: AttributeRelationship
      if let group = relation?["group"]?.text {
        relationship = .group(group)
      } else if let dimensions = relation?["dimensions"]?.texts, !dimensions.isEmpty {
        relationship = .dimensions(dimensions)
      } else if relation?["observation"] != nil || relation?["primaryMeasure"] != nil {
        relationship = .observation
      } else {
        relationship = .dataSet
      }
      let isMandatory = node["usage"]?.text == "mandatory" || node["assignmentStatus"]?.text == "Mandatory"
      return Attribute(
        component, usage: isMandatory ? .mandatory : .optional, relationship: relationship,
        measures: node["measureRelationship"]?.texts ?? [])
    }

    mutating func constraint(_ node: JSONNode) -> Constraint? {
      guard let maintenance = maintenance(node) else { return nil }
      let attachment = node["constraintAttachment"]?.members.flatMap { $0.value.texts } ?? []
      let regions = (node["cubeRegions"]?.items ?? []).map { JSONArtefacts.region($0) }
      return Constraint(
        maintenance.withoutCounts,
        role: node["role"]?.text == "Allowed" || node["type"]?.text == "Allowed" ? .allowed : .actual,
        attachment: attachment.compactMap { Reference(urn: $0) }, regions: regions,
        seriesCount: maintenance.count("series_count"),
        observationCount: maintenance.count("obs_count"))
    }

    static func selection(_ node: JSONNode) -> Selection? {
      guard let id = node["id"]?.text else { return nil }
      let isIncluded = node["include"]?.flag ?? true
      guard let range = node["timeRange"] else {
        let values = (node["values"]?.items ?? []).compactMap { $0.text ?? $0["value"]?.text }
        return Selection(id, isIncluded: isIncluded, .codes(values))
      }
      func end(_ keys: [String]) -> TimeRange.End? {
        keys.compactMap { range[$0] }.first.flatMap { end in
          end["period"]?.text.map { TimeRange.End($0, isInclusive: end["isInclusive"]?.flag ?? true) }
        }
      }
      return Selection(
        id, isIncluded: isIncluded,
        .time(TimeRange(start: end(["startPeriod", "afterPeriod"]), end: end(["endPeriod", "beforePeriod"]))))
    }

    func header(_ meta: JSONNode) -> Header {
      Header(
        id: meta["id"]?.text ?? "unknown", isTest: meta["test"]?.flag == true,
        prepared: meta["prepared"]?.text ?? "unknown", sender: party(meta["sender"]),
        receivers: (meta["receivers"]?.items ?? []).map { party($0) }, name: text(meta, "name", "names"))
    }

    private func party(_ node: JSONNode?) -> Party {
      Party(node?["id"]?.text ?? "unknown", name: node.flatMap { text($0, "name", "names") })
    }
  }
}

extension Diagnostic {
  static func jsonMissing(_ key: String, in owner: String, at position: SourcePosition) -> Self {
    Diagnostic(.error, "MP1413", "\(owner) has no '\(key)'", at: position, hint: "SDMX-JSON asks for it there")
  }

  static func jsonTwice(_ kind: String, at position: SourcePosition) -> Self {
    Diagnostic(.error, "MP1413", "a \(kind) stands twice", at: position, hint: "each id stands once in a structure")
  }

  static func jsonValue(_ found: String, expected: String, at position: SourcePosition) -> Self {
    Diagnostic(.error, "MP1413", "found '\(found.shortened)', expected \(expected)", at: position)
  }
}
