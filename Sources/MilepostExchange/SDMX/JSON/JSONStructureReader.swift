import MilepostLanguage
package import MilepostModel

extension SDMX {
  /// Reads a structure message in SDMX-JSON 1.0, 2.0 or 2.1.
  ///
  /// Kinds of artefacts that Milepost has no use for are passed over.
  /// - Returns: nil when the file is no such message; artefacts at fault are left out.
  package static func readJSONStructures(
    _ bytes: [UInt8], file: String, into diagnostics: inout Diagnostics
  ) -> StructureMessage? {
    guard let start = startOfText(bytes.span, file: file, into: &diagnostics),
      let root = JSONTree.parse(bytes[start...], file: file, into: &diagnostics)
    else { return nil }
    guard let meta = root["meta"], let data = root["data"] else {
      diagnostics.report(.notJSONMessage("structure", file))
      return nil
    }
    var reader = JSONArtefacts(file: file, meta: meta)
    let structures = reader.structures(data)
    reader.findings.finish(into: &diagnostics)
    return StructureMessage(header: reader.header(meta), structures: structures)
  }
}

extension SDMX.JSONArtefacts {
  fileprivate mutating func structures(_ data: JSONNode) -> SDMX.Structures {
    var structures = SDMX.Structures()
    func nodes(_ key: String) -> [JSONNode] { data[key]?.items ?? [] }
    structures.agencySchemes = nodes("agencySchemes").compactMap { organisations($0, "agencies", .agencyScheme) }
    structures.dataProviderSchemes = nodes("dataProviderSchemes").compactMap {
      organisations($0, "dataProviders", .dataProviderScheme)
    }
    structures.categorySchemes = nodes("categorySchemes").compactMap { node in
      scheme(node, "categories", .categoryScheme) { $0.category($1) }
    }
    structures.conceptSchemes = nodes("conceptSchemes").compactMap { node in
      scheme(node, "concepts", .conceptScheme) { $0.concept($1) }
    }
    structures.codelists = nodes("codelists").compactMap { codes($0, "codes", .codelist) }
    structures.valueLists = nodes("valueLists").compactMap { codes($0, "valueItems", .valueList) }
    structures.dataStructures = nodes("dataStructures").compactMap { dataStructure($0) }
    for node in nodes("dataflows") {
      guard let maintenance = maintenance(node) else { continue }
      let structure = node["structure"].flatMap { reference($0, "structure", in: node) }
      structures.dataflows.append(SDMX.Dataflow(maintenance, structure: structure))
    }
    for node in nodes("categorisations") {
      guard let maintenance = maintenance(node), let source = reference(node["source"], "source", in: node),
        let target = reference(node["target"], "target", in: node)
      else { continue }
      structures.categorisations.append(SDMX.Categorisation(maintenance, source: source, target: target))
    }
    for node in nodes("provisionAgreements") {
      guard let maintenance = maintenance(node),
        let flow = reference(node["dataflow"] ?? node["structureUsage"], "dataflow", in: node),
        let provider = reference(node["dataProvider"], "dataProvider", in: node)
      else { continue }
      structures.provisionAgreements.append(SDMX.ProvisionAgreement(maintenance, dataflow: flow, provider: provider))
    }
    let constraints = nodes("dataConstraints") + nodes("contentConstraints")
    structures.constraints = constraints.compactMap { constraint($0) }
    structures.constraints += nodes("availabilityConstraints").compactMap { availability($0) }
    return structures
  }

  private mutating func organisations(
    _ node: JSONNode, _ key: String, _ kind: SDMX.ArtefactKind
  ) -> SDMX.OrganisationScheme? {
    scheme(node, key, kind) { reader, node in reader.naming(node).map { SDMX.Organisation($0) } }
  }

  private mutating func codes(_ node: JSONNode, _ key: String, _ kind: SDMX.ArtefactKind) -> SDMX.Codelist? {
    scheme(node, key, kind) { reader, node in
      reader.naming(node).map { SDMX.Code($0, parent: node["parent"]?.text) }
    }
  }
}

extension Diagnostic {
  static func notJSONMessage(_ kind: String, _ file: String) -> Self {
    Diagnostic(
      .error, "MP1402", "the file is JSON, but no SDMX \(kind) message: it needs 'meta' and 'data'",
      at: .wholeFile(file), hint: "ask the source for application/vnd.sdmx.\(kind)+json;version=2.0.0")
  }
}
