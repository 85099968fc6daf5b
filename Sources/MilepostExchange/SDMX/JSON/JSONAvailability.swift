import MilepostLanguage

extension SDMX.JSONStructureWriter {
  /// What there is, which since SDMX 3.1 is no artefact with a name, and has its counts itself.
  func availability(_ constraint: SDMX.Constraint, _ json: inout JSONWriter) {
    json.object { json in
      if let attached = constraint.attachment.first {
        json.key("constraintAttachment")
        json.object { $0.member(named: attached.availabilityKey, attached.urn) }
      }
      if let region = constraint.regions.first {
        json.key("cubeRegion")
        self.region(region, &json)
      }
      if let count = constraint.seriesCount { json.member("seriesCount", count) }
      if let count = constraint.observationCount { json.member("obsCount", count) }
    }
  }
}

extension SDMX.Reference {
  fileprivate var availabilityKey: String {
    switch kind {
    case .dataStructure: "dataStructure"
    case .provisionAgreement: "provisionAgreement"
    default: "dataflow"
    }
  }
}

extension SDMX.JSONArtefacts {
  /// It has no name of its own, and gets that of what it is about; nil where it does not say that.
  func availability(_ node: JSONNode) -> SDMX.Constraint? {
    let attached = node["constraintAttachment"]?.members.compactMap { $0.value.text }.first
    guard let about = attached.flatMap({ SDMX.Reference(urn: $0) }) else { return nil }
    return SDMX.Constraint(
      SDMX.Maintenance(SDMX.Naming(about.id, name: nil), agency: about.agency, version: about.version), role: .actual,
      attachment: [about], regions: node["cubeRegion"].map { [SDMX.JSONArtefacts.region($0)] } ?? [],
      seriesCount: node["seriesCount"]?.integer, observationCount: node["obsCount"]?.integer)
  }

  static func region(_ node: JSONNode) -> SDMX.CubeRegion {
    SDMX.CubeRegion(
      isIncluded: node["include"]?.flag ?? node["isIncluded"]?.flag ?? true,
      selections: (node["keyValues"]?.items ?? []).compactMap { selection($0) })
  }
}
