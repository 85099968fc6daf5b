import MilepostExchange
import MilepostFormats
package import MilepostModel

extension Workspace {
  /// Reads SDMX messages, structures and data in any order, and finds what they change in the workspace.
  ///
  /// - Throws: what reading a file of the workspace throws.
  /// - Returns: nil after an error; then nothing may be written.
  package func importSDMX(
    _ given: [GivenFile], said: VintageStatement, into diagnostics: inout Diagnostics
  ) throws -> ImportedFiles? {
    var unseen = Diagnostics()
    guard let draft = try draft(into: &unseen) else {
      diagnostics.report(.brokenWorkspace)
      return nil
    }
    var messages = GivenMessages()
    for file in given { try messages.read(file, into: &diagnostics) }
    try messages.readData(into: &diagnostics)
    guard !diagnostics.hasErrors else { return nil }
    if messages.dataSets.isEmpty, let first = given.first {
      diagnostics.report(.noData((messages.data.first ?? first).name))
      return nil
    }
    var plan = ImportPlan(draft, messages.structures, said)
    for set in messages.dataSets { plan.take(set.dataSet, of: set.file, prepared: set.prepared, into: &diagnostics) }
    guard !diagnostics.hasErrors else { return nil }
    let files = try plan.files(of: self, into: &diagnostics)
    guard !diagnostics.hasErrors else { return nil }
    let errors = try check(files, said, naming: { plan.located($0, self) }, into: &diagnostics)
    return errors.map { ImportedFiles(files: files, report: plan.report + .report(ofErrors: $0)) }
  }
}

/// The messages in files that were given, structures first.
private struct GivenMessages {
  struct Set {
    let dataSet: SDMX.DataSet
    let file: String
    /// When the message was made; nil where it does not say.
    let prepared: CalendarDate?
  }

  private(set) var structures = SDMX.Structures()
  private(set) var dataSets: [Set] = []
  private(set) var data: [GivenFile] = []

  /// Takes structures, and puts data aside until all are known.
  mutating func read(_ file: GivenFile, into diagnostics: inout Diagnostics) throws {
    let beginning = try file.beginning()
    let head = String(decoding: beginning, as: UTF8.self)
    switch GivenForm(beginning) {
    case .xml
    where !head.contains("GenericData") && !head.contains("StructureSpecific") && !head.contains("TimeSeriesData"):
      let message = try SDMX.readMarkup(file.source(), file: file.name, into: &diagnostics)
      if case .structures(let message) = message { structures.append(message.structures) }
    case .json:
      // Its parts may stand in any order, so it is held as a whole.
      let bytes = try file.bytes()
      guard !head.contains("json-data-schema"), !bytes.hasDataSets else { return data.append(file) }
      if let message = SDMX.readJSONStructures(bytes, file: file.name, into: &diagnostics) {
        structures.append(message.structures)
      }
    case .xml, .table: data.append(file)
    }
  }

  mutating func readData(into diagnostics: inout Diagnostics) throws {
    for file in data {
      guard let message = try dataMessage(file, into: &diagnostics) else { continue }
      let prepared = message.header.flatMap { CalendarDate($0.prepared.prefix(10)) }
      dataSets += message.dataSets.map { Set(dataSet: $0, file: file.name, prepared: prepared) }
    }
  }

  private func dataMessage(_ file: GivenFile, into diagnostics: inout Diagnostics) throws -> SDMX.DataMessage? {
    switch GivenForm(try file.beginning()) {
    case .json:
      return SDMX.readJSON(try file.bytes(), file: file.name, structures: structures, into: &diagnostics)
    case .table:
      return try SDMX.readCSV(file.source(), file: file.name, structures: structures, into: &diagnostics)
    case .xml:
      let message = try SDMX.readMarkup(
        file.source(), file: file.name, structures: structures, into: &diagnostics)
      if case .data(let message) = message { return message }
      return nil
    }
  }
}

/// The format of a file, by its first sign that is no blank.
private enum GivenForm {
  case xml, json, table

  init(_ beginning: [UInt8]) {
    switch beginning.first(where: { !" \n\r\t".utf8.contains($0) && $0 > 0 && $0 < 0x80 }) {
    case UInt8(ascii: "<"): self = .xml
    case UInt8(ascii: "{"): self = .json
    default: self = .table
    }
  }
}

extension [UInt8] {
  fileprivate var hasDataSets: Bool {
    let key = Array("\"dataSets\"".utf8)
    return indices.contains { self[$0] == key[0] && self[$0...].starts(with: key) }
  }
}

extension Diagnostic {
  static var brokenWorkspace: Self {
    Diagnostic(
      .error, "MP1415", "the workspace cannot be read, so nothing can be imported into it",
      at: .wholeFile("milepost.yaml"), hint: "'milepost check' says what is wrong")
  }
}
