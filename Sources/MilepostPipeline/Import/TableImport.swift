import MilepostExchange
import MilepostFormats
package import MilepostModel

extension Workspace {
  /// Takes a table as it is for a new vintage of a dataflow, whose sidecar says how its columns are written.
  ///
  /// A file of SDMX-CSV is read as such.
  ///
  /// - Parameter dataflow: its id; not needed when the workspace has only one.
  /// - Throws: what reading a file of the workspace throws.
  /// - Returns: nil after an error; then nothing may be written.
  package func importTable(
    _ given: GivenFile, dataflow: String?, dates: ImportDates, into diagnostics: inout Diagnostics
  ) throws -> ImportedFiles? {
    if try SDMX.isCSV(given.beginning()) { return try importSDMX([given], dates: dates, into: &diagnostics) }
    guard let flow = try self.dataflow(dataflow, for: given, into: &diagnostics) else { return nil }
    return try importTable(given.bytes(), into: flow, of: given.name, dates: dates, into: &diagnostics) {
      $0.moved(to: given.name)
    }
  }

  /// The dataflow that a table is of; nil after a finding.
  func dataflow(
    _ dataflow: String?, for given: GivenFile, into diagnostics: inout Diagnostics
  ) throws -> Dataflow? {
    var unseen = Diagnostics()
    guard let draft = try draft(into: &unseen) else {
      diagnostics.report(.brokenWorkspace)
      return nil
    }
    let ids = draft.dataflows.map(\.id.text)
    let only = ids.count == 1 ? ids.first : nil
    guard let id = dataflow ?? only, let flow = draft.dataflows.first(where: { $0.id.text == id }) else {
      diagnostics.report(.noDataflow(dataflow, known: ids, given.name))
      return nil
    }
    return flow
  }

  /// - Parameters:
  ///   - bytes: of the CSV file.
  ///   - name: of the file that was given.
  ///   - locate: says of a finding in the CSV file where it is in the file that was given.
  func importTable(
    _ bytes: [UInt8], into flow: Dataflow, of name: String, dates: ImportDates, into diagnostics: inout Diagnostics,
    locate: (Diagnostic) -> Diagnostic
  ) throws -> ImportedFiles? {
    guard let published = dates.published else {
      diagnostics.report(.noPublished(name))
      return nil
    }
    let table = "\(flow.id).\(published).csv"
    let slash = flow.file.lastIndex(of: "/") ?? flow.file.startIndex
    let folder = String(flow.file[...slash])
    var members = ["file: \(YAMLText.quoted(table))", "published: \(published)"]
    if let received = dates.received { members.append("received: \(received)") }
    let vintage = "{\(members.joined(separator: ", "))}"
    guard let text = try text(flow.file), let sidecar = YAMLText.adding([[vintage]], toList: "vintages", in: text)
    else {
      diagnostics.report(.listInBrackets("vintages", flow.file))
      return nil
    }
    guard !has(folder + table) else {
      diagnostics.report(.vintageTwice(flow.id.text, flow.file))
      return nil
    }
    let files = [(file: flow.file, bytes: Array(sidecar.utf8)), (file: folder + table, bytes: bytes)]
    let isSound = try check(
      files, naming: { $0.position.file == folder + table ? locate($0) : $0 }, into: &diagnostics)
    guard isSound else { return nil }
    var unseen = Diagnostics()
    let tables = try overlaid(with: files).draft(into: &unseen)?.tables ?? []
    let taken = tables.filter { $0.vintage.file == folder + table }.reduce(0) { $0 + $1.count }
    return ImportedFiles(files: files, report: "taken over".padded(to: 20) + "\(taken)\n")
  }
}

extension Diagnostic {
  /// The finding in a file of another name.
  fileprivate func moved(to file: String) -> Diagnostic {
    let place = SourcePosition(file: file, line: position.line, column: position.column)
    return Diagnostic(severity, code, message, at: place, hint: hint, notes: notes, occurrences: occurrences)
  }

  fileprivate static func noDataflow(_ id: String?, known: [String], _ file: String) -> Self {
    Diagnostic(
      .error, "MP1415", id.map { "the workspace has no dataflow '\($0)'" } ?? "no dataflow is named for the table",
      at: .wholeFile(file),
      hint: id.flatMap { known.closest(to: $0) }.map { "did you mean '\($0)'?" }
        ?? "name one with --dataflow: \(known.sorted().joined(separator: ", "))")
  }

  fileprivate static func noPublished(_ file: String) -> Self {
    Diagnostic(
      .error, "MP1415", "a table does not say when it was published", at: .wholeFile(file),
      hint: "say it with --published 2020-04-29")
  }

  static func vintageTwice(_ id: String, _ file: String) -> Self {
    Diagnostic(
      .error, "MP1415", "dataflow '\(id)' has a vintage of this date already", at: .wholeFile(file),
      hint: "give another date with --published, or delete the old file and its entry")
  }
}
