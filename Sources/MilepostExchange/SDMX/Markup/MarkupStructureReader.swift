import MilepostModel

/// Reads artefacts of SDMX-ML; what is wrong with one is reported, and the others are read all the same.
struct MarkupStructureReader {
  var structures = SDMX.Structures()
  var diagnostics = Diagnostics()
  let version: SDMX.MarkupVersion

  init(_ version: SDMX.MarkupVersion) { self.version = version }

  /// The children of `Structures`.
  mutating func read(_ cursor: inout MarkupCursor) throws {
    try cursor.children { cursor, name in try readList(name, &cursor) }
  }

  private mutating func readList(_ name: String, _ cursor: inout MarkupCursor) throws {
    switch name {
    case "OrganisationSchemes", "AgencySchemes", "DataProviderSchemes", "Dataflows", "CategorySchemes",
      "Categorisations", "Codelists", "ValueLists", "Concepts", "ConceptSchemes", "DataStructures", "Constraints",
      "DataConstraints", "AvailabilityConstraints", "ProvisionAgreements":
      try cursor.children { cursor, name in try readArtefact(name, &cursor) }
    default: diagnostics.report(.artefactsNotRead(name, at: cursor.position))
    }
  }

  private mutating func readArtefact(_ name: String, _ cursor: inout MarkupCursor) throws {
    switch name {
    case "AgencyScheme": structures.agencySchemes += try organisations(&cursor, .agencyScheme, "Agency")
    case "DataProviderScheme":
      structures.dataProviderSchemes += try organisations(&cursor, .dataProviderScheme, "DataProvider")
    case "Dataflow": try readDataflow(&cursor)
    case "CategoryScheme":
      structures.categorySchemes += try scheme(&cursor, .categoryScheme) { reader, cursor, name in
        name == "Category" ? try reader.category(&cursor) : nil
      }
    case "Categorisation": try readCategorisation(&cursor)
    case "Codelist": structures.codelists += try codes(&cursor, .codelist, "Code")
    case "ValueList": structures.valueLists += try codes(&cursor, .valueList, "ValueItem")
    case "ConceptScheme":
      structures.conceptSchemes += try scheme(&cursor, .conceptScheme) { reader, cursor, name in
        name == "Concept" ? try reader.concept(&cursor) : nil
      }
    case "DataStructure": try readDataStructure(&cursor)
    case "ContentConstraint", "DataConstraint": try readConstraint(&cursor)
    case "AvailabilityConstraint": try readAvailability(&cursor)
    case "ProvisionAgreement": try readAgreement(&cursor)
    default: diagnostics.report(.artefactsNotRead(name, at: cursor.position))
    }
  }

  private mutating func organisations(
    _ cursor: inout MarkupCursor, _ kind: SDMX.ArtefactKind, _ item: String
  ) throws -> [SDMX.OrganisationScheme] {
    try scheme(&cursor, kind) { reader, cursor, name in
      guard name == item else { return nil }
      return try reader.item(&cursor) { _, _, _ in }.map { SDMX.Organisation($0) }
    }
  }

  private mutating func codes(
    _ cursor: inout MarkupCursor, _ kind: SDMX.ArtefactKind, _ item: String
  ) throws -> [SDMX.Codelist] {
    try scheme(&cursor, kind) { reader, cursor, name in
      guard name == item else { return nil }
      var parent: String?
      let naming = try reader.item(&cursor) { _, cursor, name in
        if name == "Parent" { parent = try cursor.localReference() }
      }
      return naming.map { SDMX.Code($0, parent: parent) }
    }
  }

  private mutating func concept(_ cursor: inout MarkupCursor) throws -> SDMX.Concept? {
    var parent: String?
    var representation: SDMX.Representation?
    let naming = try item(&cursor) { reader, cursor, name in
      switch name {
      case "Parent": parent = try cursor.localReference()
      case "CoreRepresentation": representation = try reader.representation(&cursor)
      default: return
      }
    }
    return naming.map { SDMX.Concept($0, parent: parent, representation: representation) }
  }

  private mutating func category(_ cursor: inout MarkupCursor) throws -> SDMX.Category? {
    var categories: [SDMX.Category] = []
    let naming = try item(&cursor) { reader, cursor, name in
      if name == "Category", let category = try reader.category(&cursor) { categories.append(category) }
    }
    return naming.map { SDMX.Category($0, categories: categories) }
  }

  private mutating func readDataflow(_ cursor: inout MarkupCursor) throws {
    var structure: SDMX.Reference?
    guard
      let maintenance = try maintenance(
        &cursor,
        { reader, cursor, name in
          if name == "Structure" { structure = try reader.reference(&cursor, .dataStructure) }
        })
    else { return }
    structures.dataflows.append(SDMX.Dataflow(maintenance, structure: structure))
  }

  private mutating func readCategorisation(_ cursor: inout MarkupCursor) throws {
    var (source, target): (SDMX.Reference?, SDMX.Reference?)
    let position = cursor.position
    let maintenance = try maintenance(&cursor) { reader, cursor, name in
      switch name {
      case "Source": source = try reader.reference(&cursor, .dataflow)
      case "Target": target = try reader.reference(&cursor, .category)
      default: return
      }
    }
    guard let maintenance else { return }
    guard let source, let target else {
      return diagnostics.report(.partMissing("Categorisation", source == nil ? "Source" : "Target", at: position))
    }
    structures.categorisations.append(SDMX.Categorisation(maintenance, source: source, target: target))
  }

  private mutating func readAgreement(_ cursor: inout MarkupCursor) throws {
    var (flow, provider): (SDMX.Reference?, SDMX.Reference?)
    let position = cursor.position
    let maintenance = try maintenance(&cursor) { reader, cursor, name in
      switch name {
      case "StructureUsage", "Dataflow": flow = try reader.reference(&cursor, .dataflow)
      case "DataProvider": provider = try reader.reference(&cursor, .dataProvider)
      default: return
      }
    }
    guard let maintenance else { return }
    guard let flow, let provider else {
      let part = flow == nil ? "Dataflow" : "DataProvider"
      return diagnostics.report(.partMissing("ProvisionAgreement", part, at: position))
    }
    structures.provisionAgreements.append(
      SDMX.ProvisionAgreement(maintenance, dataflow: flow, provider: provider))
  }
}
