package import MilepostModel

extension SDMX {
  /// What a file of SDMX-ML holds.
  package enum MarkupMessage: Sendable {
    case structures(StructureMessage)
    case data(DataMessage)
  }

  /// Reads SDMX-ML of version 2.1, 3.0 or 3.1 piece by piece.
  ///
  /// - Parameters:
  ///   - structures: where the components of data may be known from; without them attributes of generic data are as the
  ///     message says, and in structure-specific data everything that a series has counts as its key.
  /// - Returns: nil after an error.
  /// - Throws: what the source throws.
  package static func readMarkup(
    _ source: ByteSource, file: String, structures: Structures = Structures(), into diagnostics: inout Diagnostics
  ) throws -> MarkupMessage? {
    do {
      var cursor = MarkupCursor(source, file: file)
      var reader = MarkupMessageReader(known: structures)
      let message = try reader.read(&cursor)
      let hasErrors = reader.diagnostics.hasErrors
      diagnostics.report(contentsOf: reader.diagnostics)
      return hasErrors ? nil : message
    } catch let fault as MarkupFault {
      diagnostics.report(fault.diagnostic(of: file))
      return nil
    }
  }
}

/// Reads a message from its root on.
private struct MarkupMessageReader {
  var diagnostics = Diagnostics()
  private let known: SDMX.Structures
  private var header = MarkupHeaderReader()
  private var dataSets: [SDMX.DataSet] = []

  init(known: SDMX.Structures) { self.known = known }

  mutating func read(_ cursor: inout MarkupCursor) throws -> SDMX.MarkupMessage? {
    guard let root = try cursor.root() else { return nil }
    let position = cursor.position
    guard let version = SDMX.MarkupVersion(namespace: root.namespace) else {
      diagnostics.report(.noMessage(root.local, at: position))
      return nil
    }
    switch root.local {
    case "Structure": return try readStructures(&cursor, version)
    case "GenericData", "GenericTimeSeriesData": return try readData(&cursor, isGeneric: true)
    case "StructureSpecificData", "StructureSpecificTimeSeriesData": return try readData(&cursor, isGeneric: false)
    case "Error":
      diagnostics.report(.isErrorMessage(try cursor.errorMessages(), at: position))
      return nil
    default:
      diagnostics.report(.noMessage(root.local, at: position))
      return nil
    }
  }

  private mutating func readStructures(
    _ cursor: inout MarkupCursor, _ version: SDMX.MarkupVersion
  ) throws -> SDMX.MarkupMessage? {
    var reader = MarkupStructureReader(version)
    let position = cursor.position
    try cursor.children { cursor, name in
      switch name {
      case "Header": try header.read(&cursor, &diagnostics)
      case "Structures": try reader.read(&cursor)
      case "Footer": try readFooter(&cursor)
      default: diagnostics.report(.artefactsNotRead(name, at: cursor.position))
      }
    }
    diagnostics.report(contentsOf: reader.diagnostics)
    guard let head = header.header(at: position, &diagnostics) else { return nil }
    return .structures(SDMX.StructureMessage(header: head, structures: reader.structures))
  }

  private mutating func readData(
    _ cursor: inout MarkupCursor, isGeneric: Bool
  ) throws -> SDMX.MarkupMessage? {
    let position = cursor.position
    try cursor.children { cursor, name in
      switch name {
      case "Header": try header.read(&cursor, &diagnostics)
      case "DataSet": try readDataSet(&cursor, isGeneric: isGeneric)
      case "Footer": try readFooter(&cursor)
      default: diagnostics.report(.artefactsNotRead(name, at: cursor.position))
      }
    }
    guard let head = header.header(at: position, &diagnostics) else { return nil }
    return .data(SDMX.DataMessage(header: head, dataSets: dataSets))
  }

  private mutating func readDataSet(_ cursor: inout MarkupCursor, isGeneric: Bool) throws {
    let position = cursor.position
    let id = cursor["structureRef"]
    guard let stated = id.flatMap({ header.structures[$0] }) ?? header.onlyStructure(id) else {
      return diagnostics.report(.noStatedStructure(id, at: position))
    }
    let resolved = known.resolve(stated.reference)
    guard resolved != nil || known.dataStructures.isEmpty else {
      return diagnostics.report(
        .unknownStructure(stated.reference, known: known.dataflows.map(\.reference.shortForm), at: position))
    }
    var assembly = MarkupDataAssembly(stated.reference, resolved, level: stated.level, at: position)
    assembly.head.read(attributesOf: cursor, action: header.action)
    try cursor.whole { reader in
      if isGeneric {
        var generic = MarkupGenericReader(reader, assembly)
        try generic.read(&reader)
        assembly = generic.assembly
      } else {
        var specific = MarkupSpecificReader(reader, assembly)
        try specific.read(&reader)
        assembly = specific.assembly
      }
    }
    dataSets.append(assembly.finish(into: &diagnostics))
  }

  private mutating func readFooter(_ cursor: inout MarkupCursor) throws {
    try cursor.children { cursor, name in
      guard name == "Message" else { return }
      let position = cursor.position
      let code = cursor["code"].map { [$0] } ?? []
      let texts = try cursor.texts().map { $0.best(of: [LanguageTag("en")]).text }
      diagnostics.report(.footer((code + (texts.map { [$0] } ?? [])).joined(separator: " "), at: position))
    }
  }
}

extension MarkupCursor {
  /// The children `Text` of the element that just started.
  fileprivate mutating func texts() throws -> LocalizedText? {
    var entries: [LocalizedText.Entry] = []
    try children { cursor, name in if name == "Text" { entries.append(try cursor.entry()) } }
    return LocalizedText(distinct: entries)
  }

  fileprivate mutating func errorMessages() throws -> [SDMX.ErrorMessage] {
    var errors: [SDMX.ErrorMessage] = []
    try children { cursor, name in
      guard name == "ErrorMessage" else { return }
      let code = cursor["code"] ?? "?"
      errors.append(SDMX.ErrorMessage(code: code, text: try cursor.texts()))
    }
    return errors
  }
}
