import MilepostModel

/// Reads the head of a message.
struct MarkupHeaderReader {
  /// What a data set can be about.
  struct Stated {
    let reference: SDMX.Reference
    /// The dimension at observations, or `AllDimensions`.
    let level: String
  }

  /// By `structureID`.
  private(set) var structures: [String: Stated] = [:]
  private(set) var action: SDMX.Action?
  private var isThere = false
  private var values: [String: String] = [:]
  private var sender: SDMX.Party?
  private var receivers: [SDMX.Party] = []
  private var names: [LocalizedText.Entry] = []
  private var sources: [LocalizedText.Entry] = []

  /// Where a data set names no structure, the only one is meant.
  func onlyStructure(_ id: String?) -> Stated? {
    id == nil && structures.count == 1 ? structures.values.first : nil
  }

  mutating func read(_ cursor: inout MarkupCursor, _ diagnostics: inout Diagnostics) throws {
    isThere = true
    try cursor.children { cursor, name in
      switch name {
      case "Sender": sender = try cursor.party()
      case "Receiver": if let party = try cursor.party() { receivers.append(party) }
      case "Name": names.append(try cursor.entry())
      case "Source": sources.append(try cursor.entry())
      case "Structure": try readStructure(&cursor, &diagnostics)
      default: values[name] = try cursor.text()
      }
    }
    action = values["DataSetAction"].flatMap(SDMX.Action.init(rawValue:))
  }

  private mutating func readStructure(_ cursor: inout MarkupCursor, _ diagnostics: inout Diagnostics) throws {
    guard let id = cursor["structureID"] else {
      return diagnostics.report(.attributeMissing("structureID", at: cursor.position))
    }
    let level = cursor["dimensionAtObservation"] ?? "TIME_PERIOD"
    var reader = MarkupStructureReader(.v2_1)
    var reference: SDMX.Reference?
    try cursor.children { cursor, name in
      switch name {
      case "StructureUsage": reference = try reader.reference(&cursor, .dataflow)
      case "Structure": reference = try reader.reference(&cursor, .dataStructure)
      case "ProvisionAgrement", "ProvisionAgreement":
        reference = try reader.reference(&cursor, .provisionAgreement)
      default: return
      }
    }
    diagnostics.report(contentsOf: reader.diagnostics)
    if let reference { structures[id] = Stated(reference: reference, level: level) }
  }

  /// nil, after a finding, when it lacks what every message has.
  func header(at position: SourcePosition, _ diagnostics: inout Diagnostics) -> SDMX.Header? {
    guard isThere else {
      diagnostics.report(.partMissing("message", "Header", at: position))
      return nil
    }
    for name in ["ID", "Prepared"] where values[name] == nil {
      diagnostics.report(.partMissing("Header", name, at: position))
    }
    guard let id = values["ID"], let prepared = values["Prepared"] else { return nil }
    guard let sender else {
      diagnostics.report(.partMissing("Header", "Sender", at: position))
      return nil
    }
    return SDMX.Header(
      id: id, isTest: ["true", "1"].contains(values["Test"]), prepared: prepared, sender: sender,
      receivers: receivers, name: LocalizedText(distinct: names), source: LocalizedText(distinct: sources),
      action: action, dataSetID: values["DataSetID"], extracted: values["Extracted"],
      reportingBegin: values["ReportingBegin"], reportingEnd: values["ReportingEnd"])
  }
}

extension MarkupCursor {
  fileprivate mutating func party() throws -> SDMX.Party? {
    let id = self["id"]
    var names: [LocalizedText.Entry] = []
    try children { cursor, name in if name == "Name" { names.append(try cursor.entry()) } }
    return id.map { SDMX.Party($0, name: LocalizedText(distinct: names)) }
  }
}
