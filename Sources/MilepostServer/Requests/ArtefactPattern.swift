import MilepostExchange

/// Which artefacts are meant, by agency, id and version; nil: any.
struct ArtefactPattern: Hashable {
  let agencies: Set<String>?
  let ids: Set<String>?
  let versions: [VersionPattern]

  init(agencies: Set<String>? = nil, ids: Set<String>? = nil, versions: [VersionPattern]) {
    self.agencies = agencies
    self.ids = ids
    self.versions = versions
  }

  /// Whether it can mean one artefact alone, so that there being none is a fault.
  var isExact: Bool { agencies?.count == 1 && ids?.count == 1 }

  /// The artefacts that are meant, in their order.
  func chosen(of references: [SDMX.Reference]) -> [SDMX.Reference] {
    let named = references.filter {
      (agencies?.contains($0.agency) ?? true) && (ids?.contains($0.id) ?? true)
    }
    let groups = Dictionary(grouping: named) { "\($0.kind):\($0.agency):\($0.id)" }
    let meant = Set(
      groups.values.flatMap { group in
        let chosen = versions.flatMap { $0.chosen(of: group.map(\.version)) }
        return group.filter { chosen.contains($0.version) }
      })
    return named.filter(meant.contains)
  }

  /// A list of names with the sign that stands for all.
  static func names(_ text: String, _ interface: InterfaceVersion) throws(RequestFault) -> Set<String>? {
    let (all, separator): (String, Character) = interface == .v1 ? ("all", "+") : ("*", ",")
    guard text != all else { return nil }
    var names: Set<String> = []
    for name in text.split(separator: separator, omittingEmptySubsequences: false) {
      guard SDMX.Reference.isAgency(name) else { throw .syntax("'\(name)' is no id.") }
      names.insert(String(name))
    }
    return names
  }

  static func versions(_ text: String, _ interface: InterfaceVersion) throws(RequestFault) -> [VersionPattern] {
    let separator: Character = interface == .v1 ? "+" : ","
    if interface == .v2 || !text.contains(separator) || text == "+" {
      guard text.contains(",") else { return [try VersionPattern(text, interface)] }
    }
    var patterns: [VersionPattern] = []
    for part in text.split(separator: separator, omittingEmptySubsequences: false) {
      patterns.append(try VersionPattern(String(part), interface))
    }
    return patterns
  }

  /// `FLOW`, `AGENCY,FLOW` or `AGENCY,FLOW,1.0.0`, as version 1 names a dataflow before its key.
  static func flow(_ text: String) throws(RequestFault) -> ArtefactPattern {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard (1...3).contains(parts.count) else {
      throw .syntax("'\(text)' names no dataflow: ID, AGENCY,ID or AGENCY,ID,VERSION is expected.")
    }
    let (agency, id) = parts.count == 1 ? ("all", parts[0]) : (parts[0], parts[1])
    return ArtefactPattern(
      agencies: try names(agency, .v1), ids: try names(id, .v1),
      versions: parts.count == 3 ? try versions(parts[2], .v1) : [.latestOrDraft])
  }
}
