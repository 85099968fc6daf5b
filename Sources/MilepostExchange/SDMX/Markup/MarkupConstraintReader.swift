import MilepostModel

extension MarkupStructureReader {
  /// The parts of a constraint, as they are found.
  private struct Parts {
    var attachment: [SDMX.Reference] = []
    var regions: [SDMX.CubeRegion] = []
  }

  mutating func readConstraint(_ cursor: inout MarkupCursor) throws {
    // Since SDMX 3.1 what there is stands elsewhere.
    let standing: SDMX.Constraint.Role = version == .v3_1 ? .allowed : .actual
    let role = (cursor["role"] ?? cursor["type"]).flatMap(SDMX.Constraint.Role.init(rawValue:)) ?? standing
    var parts = Parts()
    let maintenance = try maintenance(&cursor) { reader, cursor, name in try reader.read(name, &cursor, &parts) }
    guard let maintenance else { return }
    structures.constraints.append(
      SDMX.Constraint(
        maintenance.withoutCounts, role: role, attachment: parts.attachment, regions: parts.regions,
        seriesCount: maintenance.count("series_count"), observationCount: maintenance.count("obs_count")))
  }

  /// It has no name of its own, and gets that of what it is about.
  mutating func readAvailability(_ cursor: inout MarkupCursor) throws {
    let position = cursor.position
    let (series, observations) = (cursor["seriesCount"].flatMap { Int($0) }, cursor["obsCount"].flatMap { Int($0) })
    var parts = Parts()
    try cursor.children { cursor, name in try read(name, &cursor, &parts) }
    guard let about = parts.attachment.first else {
      return diagnostics.report(.partMissing("AvailabilityConstraint", "ConstraintAttachment", at: position))
    }
    structures.constraints.append(
      SDMX.Constraint(
        SDMX.Maintenance(SDMX.Naming(about.id, name: nil), agency: about.agency, version: about.version),
        role: .actual, attachment: parts.attachment, regions: parts.regions, seriesCount: series,
        observationCount: observations))
  }

  private mutating func read(_ name: String, _ cursor: inout MarkupCursor, _ parts: inout Parts) throws {
    switch name {
    case "ConstraintAttachment":
      try cursor.children { cursor, name in
        guard let kind = SDMX.ArtefactKind(rawValue: name) else { return }
        if let reference = try reference(&cursor, kind) { parts.attachment.append(reference) }
      }
    case "CubeRegion": parts.regions.append(try region(&cursor))
    case "DataKeySet": diagnostics.report(.artefactsNotRead(name, at: cursor.position))
    default: return
    }
  }

  private mutating func region(_ cursor: inout MarkupCursor) throws -> SDMX.CubeRegion {
    let isIncluded = cursor["include"].map { $0 == "true" || $0 == "1" } ?? true
    var selections: [SDMX.Selection] = []
    try cursor.children { cursor, name in
      guard name == "KeyValue" || name == "Attribute" || name == "Component" else { return }
      guard let id = cursor["id"] else { return diagnostics.report(.attributeMissing("id", at: cursor.position)) }
      let isIncluded = cursor["include"].map { $0 == "true" || $0 == "1" } ?? true
      var codes: [String] = []
      var range: SDMX.TimeRange?
      try cursor.children { cursor, name in
        switch name {
        case "Value": codes.append(try cursor.text())
        case "TimeRange": range = try cursor.timeRange()
        default: return
        }
      }
      selections.append(SDMX.Selection(id, isIncluded: isIncluded, range.map { .time($0) } ?? .codes(codes)))
    }
    return SDMX.CubeRegion(isIncluded: isIncluded, selections: selections)
  }
}

extension MarkupCursor {
  fileprivate mutating func timeRange() throws -> SDMX.TimeRange {
    var (start, end): (SDMX.TimeRange.End?, SDMX.TimeRange.End?)
    try children { cursor, name in
      let isInclusive = cursor["isInclusive"].map { $0 == "true" || $0 == "1" } ?? true
      switch name {
      case "StartPeriod", "AfterPeriod": start = SDMX.TimeRange.End(try cursor.text(), isInclusive: isInclusive)
      case "EndPeriod", "BeforePeriod": end = SDMX.TimeRange.End(try cursor.text(), isInclusive: isInclusive)
      default: return
      }
    }
    return SDMX.TimeRange(start: start, end: end)
  }
}
