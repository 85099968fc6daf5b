import MilepostModel

extension MarkupWriter {
  mutating func names(_ name: String, _ text: LocalizedText?) {
    guard let text else { return }
    for entry in text.texts { self.text(name, [("xml:lang", entry.language.text)], entry.text) }
  }

  /// The head of a message.
  ///
  /// - Parameter structures: what data in it is about; empty for a message of structures.
  mutating func header(
    _ header: SDMX.Header, _ version: SDMX.MarkupVersion, structures: [SDMX.StatedStructure] = [],
    level: SDMX.ObservationLevel = .time
  ) {
    element("mes:Header") { xml in
      xml.text("mes:ID", header.id)
      xml.text("mes:Test", header.isTest ? "true" : "false")
      xml.text("mes:Prepared", header.prepared)
      xml.party("mes:Sender", header.sender)
      for receiver in header.receivers { xml.party("mes:Receiver", receiver) }
      xml.names("com:Name", header.name)
      for structure in structures { xml.structure(structure, version, level) }
      if !structures.isEmpty {
        xml.text("mes:DataSetAction", optional: header.action?.name(in: version))
        xml.text("mes:DataSetID", optional: header.dataSetID)
        xml.text("mes:Extracted", optional: header.extracted)
        xml.text("mes:ReportingBegin", optional: header.reportingBegin)
        xml.text("mes:ReportingEnd", optional: header.reportingEnd)
      }
      xml.names("mes:Source", header.source)
    }
  }

  private mutating func party(_ name: String, _ party: SDMX.Party) {
    guard let text = party.name else { return empty(name, [("id", party.id)]) }
    element(name, [("id", party.id)]) { $0.names("com:Name", text) }
  }

  private mutating func structure(
    _ stated: SDMX.StatedStructure, _ version: SDMX.MarkupVersion, _ level: SDMX.ObservationLevel
  ) {
    let reference = stated.reference
    let attributes = [
      ("structureID", stated.id), ("namespace", stated.isNamespaced ? reference.urn : nil),
      ("dimensionAtObservation", level.id),
    ]
    element("mes:Structure", attributes) { xml in
      let name =
        switch reference.kind {
        case .dataStructure: "com:Structure"
        // The schema of SDMX 2.1 has it so.
        case .provisionAgreement: version == .v2_1 ? "com:ProvisionAgrement" : "com:ProvisionAgreement"
        default: "com:StructureUsage"
        }
      xml.reference(name, reference, version)
    }
  }

  /// A reference to an artefact or an item: a `Ref` in SDMX 2.1, then a URN.
  mutating func reference(_ name: String, _ reference: SDMX.Reference, _ version: SDMX.MarkupVersion) {
    guard version == .v2_1 else { return text(name, reference.urn) }
    element(name) { xml in
      let isItem = !reference.item.isEmpty
      xml.empty(
        "Ref",
        [
          ("agencyID", reference.agency), ("id", isItem ? reference.item.joined(separator: ".") : reference.id),
          ("maintainableParentID", isItem ? reference.id : nil),
          ("maintainableParentVersion", isItem ? reference.version.text : nil),
          ("version", isItem ? nil : reference.version.text), ("class", reference.kind.rawValue),
          ("package", reference.kind.package),
        ])
    }
  }
}

extension SDMX {
  /// What a data set is about, as the head of a message states it.
  struct StatedStructure: Hashable {
    let reference: Reference
    /// Distinct in a message.
    let id: String
    /// Whether data has names of its own.
    let isNamespaced: Bool

    static func list(_ references: [Reference], isNamespaced: Bool) -> [StatedStructure] {
      var counts: [String: Int] = [:]
      return references.map { reference in
        let name = SDMX.markupName(reference.id)
        counts[name, default: 0] += 1
        let id = counts[name].map { $0 > 1 ? "\(name)_\($0)" : name } ?? name
        return StatedStructure(reference: reference, id: id, isNamespaced: isNamespaced)
      }
    }
  }

  /// An id as the name of an attribute; ids of components are such names by the standard.
  static func markupName(_ id: String) -> String {
    let name = String(id.map { $0 == "@" || $0 == "$" ? "_" : $0 })
    guard let first = name.unicodeScalars.first, first.value < 0x41 else { return name }
    return "_" + name
  }
}

extension SDMX.Action {
  /// The word of a version; SDMX 2.1 has no `Merge`, and `Append` is next to it.
  func name(in version: SDMX.MarkupVersion) -> String {
    self == .merge && version == .v2_1 ? SDMX.Action.append.rawValue : rawValue
  }
}
