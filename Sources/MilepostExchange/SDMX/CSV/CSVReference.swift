import MilepostModel

extension SDMX {
  /// What a row of a CSV message says that it is of.
  struct CSVReference {
    let reference: Reference

    /// - Parameters:
    ///   - kind: `dataflow`, `datastructure` or `dataprovision`; nil for another word.
    ///   - id: `MP:DF_SDG(1.0.0)`, perhaps with a name behind it.
    init?(_ kind: String, _ id: String) {
      let kinds: [String: ArtefactKind] = [
        "dataflow": .dataflow, "datastructure": .dataStructure, "dataprovision": .provisionAgreement,
      ]
      guard let reference = kinds[kind.lowercased()].flatMap({ Reference($0, shortForm: id.withoutLabel) }) else {
        return nil
      }
      self.reference = reference
    }

    /// What the first row of data refers to; nil where it cannot be said.
    init?(header: [String], _ first: [String]) {
      guard first.count == header.count, let start = header.first else { return nil }
      let isFirstVersion = start.hasPrefix("DATAFLOW")
      guard let place = isFirstVersion ? 0 : header.firstIndex(of: "STRUCTURE_ID") else { return nil }
      self.init(isFirstVersion ? "dataflow" : first[0], first[place])
    }

    /// The structure that is meant; nil where none was given, or after a finding.
    func resolved(
      _ structures: Structures, at position: SourcePosition, _ findings: inout FileFindings
    ) -> ResolvedStructure? {
      guard !structures.dataStructures.isEmpty else { return nil }
      if let found = structures.resolve(reference) { return found }
      findings.report(
        .unknownStructure(reference, known: structures.dataflows.map(\.reference.shortForm), at: position))
      return nil
    }
  }
}
