import MilepostLanguage

extension SDMX {
  /// A message of structures in SDMX-ML; its version says which artefacts there can be: value lists only since 3.0.
  package static func markup(of message: StructureMessage, _ version: MarkupVersion) -> [UInt8] {
    var xml = MarkupWriter()
    xml.bytes.append(MarkupWriter.declaration)
    let names = [
      ("xmlns:mes", version.message), ("xmlns:str", version.structure), ("xmlns:com", version.common),
      ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ]
    xml.element("mes:Structure", names.map { ($0.0, Optional($0.1)) }) { xml in
      xml.header(message.header, version)
      xml.element("mes:Structures") { $0.structures(message.structures, version) }
    }
    return xml.bytes
  }
}

extension MarkupWriter {
  /// In the order of the schema of SDMX 2.1; later ones leave it free.
  fileprivate mutating func structures(_ all: SDMX.Structures, _ version: SDMX.MarkupVersion) {
    let isOld = version == .v2_1
    if isOld {
      list("str:OrganisationSchemes", all.agencySchemes + all.dataProviderSchemes) { $0.organisations($1, version) }
    } else {
      list("str:AgencySchemes", all.agencySchemes) { $0.organisations($1, version) }
      list("str:DataProviderSchemes", all.dataProviderSchemes) { $0.organisations($1, version) }
    }
    list("str:Dataflows", all.dataflows) { xml, flow in
      xml.maintainable("str:Dataflow", flow.maintenance, version) { xml in
        if let structure = flow.structure { xml.reference("str:Structure", structure, version) }
      }
    }
    list("str:CategorySchemes", all.categorySchemes) { xml, scheme in
      xml.scheme("str:CategoryScheme", scheme, version) { $0.category($1, version) }
    }
    list("str:Categorisations", all.categorisations) { xml, item in
      xml.maintainable("str:Categorisation", item.maintenance, version) { xml in
        xml.reference("str:Source", item.source, version)
        xml.reference("str:Target", item.target, version)
      }
    }
    list("str:Codelists", all.codelists) { xml, scheme in
      xml.scheme("str:Codelist", scheme, version) { xml, code in
        xml.item("str:Code", code.naming, version) { $0.parent(code.parent, version) }
      }
    }
    list(isOld ? "str:Concepts" : "str:ConceptSchemes", all.conceptSchemes) { xml, scheme in
      xml.scheme("str:ConceptScheme", scheme, version) { $0.concept($1, version) }
    }
    list("str:DataStructures", all.dataStructures) { $0.dataStructure($1, version) }
    constraints(all.constraints, version)
    list("str:ProvisionAgreements", all.provisionAgreements) { xml, agreement in
      xml.maintainable("str:ProvisionAgreement", agreement.maintenance, version) { xml in
        xml.reference(isOld ? "str:StructureUsage" : "str:Dataflow", agreement.dataflow, version)
        xml.reference("str:DataProvider", agreement.provider, version)
      }
    }
    if !isOld {
      list("str:ValueLists", all.valueLists) { xml, scheme in
        xml.maintainable("str:ValueList", scheme.maintenance, version) { xml in
          for code in scheme.items { xml.item("str:ValueItem", code.naming, version) { _ in } }
        }
      }
    }
  }

  private mutating func list<Item>(
    _ name: String, _ items: [Item], _ write: (inout MarkupWriter, Item) -> Void
  ) {
    guard !items.isEmpty else { return }
    element(name) { xml in for item in items { write(&xml, item) } }
  }

  mutating func maintainable(
    _ name: String, _ maintenance: SDMX.Maintenance, _ version: SDMX.MarkupVersion,
    _ more: [(String, String?)] = [], _ content: (inout MarkupWriter) -> Void
  ) {
    let attributes: [(String, String?)] = [
      ("id", maintenance.id), ("version", version.prohibitsVersion(of: name) ? nil : maintenance.version.text),
      ("isExternalReference", maintenance.isExternalReference ? "true" : "false"),
      ("isFinal", version == .v2_1 ? (maintenance.isFinal ? "true" : "false") : nil),
      ("validFrom", maintenance.validFrom), ("validTo", maintenance.validTo), ("agencyID", maintenance.agency),
    ]
    element(name, attributes + more) { xml in
      xml.naming(maintenance.naming, version)
      content(&xml)
    }
  }

  private mutating func scheme<Item>(
    _ name: String, _ scheme: SDMX.ItemScheme<Item>, _ version: SDMX.MarkupVersion,
    _ write: (inout MarkupWriter, Item) -> Void
  ) {
    maintainable(name, scheme.maintenance, version, [("isPartial", scheme.isPartial ? "true" : "false")]) { xml in
      for item in scheme.items { write(&xml, item) }
    }
  }

  private mutating func item(
    _ name: String, _ naming: SDMX.Naming, _ version: SDMX.MarkupVersion, _ content: (inout MarkupWriter) -> Void
  ) {
    element(name, [("id", naming.id)]) { xml in
      xml.naming(naming, version)
      content(&xml)
    }
  }

  private mutating func naming(_ naming: SDMX.Naming, _ version: SDMX.MarkupVersion) {
    annotations(naming.annotations)
    names("com:Name", naming.name)
    names("com:Description", naming.description)
  }

  mutating func annotations(_ annotations: [SDMX.Annotation]) {
    guard !annotations.isEmpty else { return }
    element("com:Annotations") { xml in
      for annotation in annotations {
        xml.element("com:Annotation", [("id", annotation.id)]) { xml in
          xml.text("com:AnnotationTitle", optional: annotation.title)
          xml.text("com:AnnotationType", optional: annotation.type)
          xml.text("com:AnnotationURL", optional: annotation.url)
          xml.names("com:AnnotationText", annotation.text)
        }
      }
    }
  }

  private mutating func parent(_ id: String?, _ version: SDMX.MarkupVersion) {
    guard let id else { return }
    local("str:Parent", id, version)
  }

  /// A reference to something of the same list or structure: a `Ref` in SDMX 2.1, then its id.
  mutating func local(_ name: String, _ id: String, _ version: SDMX.MarkupVersion) {
    guard version == .v2_1 else { return text(name, id) }
    element(name) { $0.empty("Ref", [("id", id)]) }
  }

  private mutating func organisations(_ scheme: SDMX.OrganisationScheme, _ version: SDMX.MarkupVersion) {
    let isOfAgencies = scheme.kind == .agencyScheme
    self.scheme(isOfAgencies ? "str:AgencyScheme" : "str:DataProviderScheme", scheme, version) { xml, item in
      xml.item(isOfAgencies ? "str:Agency" : "str:DataProvider", item.naming, version) { _ in }
    }
  }

  private mutating func category(_ category: SDMX.Category, _ version: SDMX.MarkupVersion) {
    item("str:Category", category.naming, version) { xml in
      for inner in category.categories { xml.category(inner, version) }
    }
  }

  private mutating func concept(_ concept: SDMX.Concept, _ version: SDMX.MarkupVersion) {
    item("str:Concept", concept.naming, version) { xml in
      xml.parent(concept.parent, version)
      xml.representation("str:CoreRepresentation", concept.representation, nil, version)
    }
  }
}

extension SDMX.MarkupVersion {
  /// Whether the schema lets artefacts of a kind have no version: lists of organisations since 3.0, categorisations in 3.1.
  fileprivate func prohibitsVersion(of element: String) -> Bool {
    switch self {
    case .v2_1: false
    case .v3_0: element == "str:AgencyScheme" || element == "str:DataProviderScheme"
    case .v3_1: ["str:AgencyScheme", "str:DataProviderScheme", "str:Categorisation"].contains(element)
    }
  }
}
