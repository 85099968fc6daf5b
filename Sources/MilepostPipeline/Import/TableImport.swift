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
    _ given: GivenFile, dataflow: String?, said: VintageStatement, into diagnostics: inout Diagnostics
  ) throws -> ImportedFiles? {
    if try SDMX.isCSV(given.beginning()) { return try importSDMX([given], said: said, into: &diagnostics) }
    guard let flow = try self.dataflow(dataflow, for: given, into: &diagnostics) else { return nil }
    return try importTable(given.bytes(), into: flow, of: given.name, said: said, into: &diagnostics) {
      SourcePosition(file: given.name, line: $0.line, column: $0.column)
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
  ///   - locate: says of a place in the CSV file where it is in the file that was given.
  func importTable(
    _ bytes: [UInt8], into flow: Dataflow, of name: String, said: VintageStatement,
    into diagnostics: inout Diagnostics,
    naming: ((Diagnostic) -> Diagnostic)? = nil, locate: (SourcePosition) -> SourcePosition
  ) throws -> ImportedFiles? {
    guard let published = said.published else {
      diagnostics.report(.noPublished(name))
      return nil
    }
    let kind = said.kind ?? .snapshot
    let slash = flow.file.lastIndex(of: "/") ?? flow.file.startIndex
    let folder = String(flow.file[...slash])
    let table = tableName(flow.id.text, published, kind, in: folder)
    var members = ["file: \(YAMLText.quoted(table))", "published: \(published)"]
    if let received = said.received { members.append("received: \(received)") }
    if kind == .update { members.append("kind: update") }
    let vintage = "{\(members.joined(separator: ", "))}"
    guard let text = try text(flow.file),
      let sidecar = YAMLText.adding(
        [[vintage]], toList: "vintages", at: flow.vintages.place(of: published), in: text)
    else {
      diagnostics.report(.listInBrackets("vintages", flow.file))
      return nil
    }
    guard !has(folder + table) else {
      diagnostics.report(.vintageTwice(flow.id.text, flow.file))
      return nil
    }
    let files = [(file: flow.file, bytes: Array(sidecar.utf8)), (file: folder + table, bytes: bytes)]
    func placed(_ finding: Diagnostic) -> Diagnostic {
      if let naming, finding.position.file == folder + table { return naming(finding) }
      return finding.moved { $0.file == folder + table ? locate($0) : $0 }
    }
    guard let errors = try check(files, said, naming: placed, into: &diagnostics) else { return nil }
    var unseen = Diagnostics()
    let tables = try overlaid(with: files).draft(into: &unseen)?.tables ?? []
    let taken = tables.filter { $0.vintage.file == folder + table }.reduce(0) { $0 + $1.count }
    let report = "taken over".padded(to: 20) + "\(taken)\n" + .report(ofErrors: errors)
    return ImportedFiles(files: files, report: report)
  }

  /// The name of the file of a new vintage: an update may be of the day of a snapshot.
  func tableName(_ flow: String, _ published: CalendarDate, _ kind: Vintage.Kind, in folder: String) -> String {
    let name = "\(flow).\(published)"
    return kind == .update && has("\(folder)\(name).csv") ? "\(name).update.csv" : "\(name).csv"
  }
}

extension [Vintage] {
  /// Where a vintage of a day stands among these: behind all that are not later.
  func place(of day: CalendarDate) -> Int { firstIndex { $0.published > day } ?? count }
}

extension Diagnostic {
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
      hint: "bring a correction in with --kind update, or give another date with --published")
  }
}
