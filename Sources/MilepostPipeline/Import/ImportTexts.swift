import MilepostFormats
import MilepostModel

extension ImportPlan {
  /// The files of the workspace that the plan changes or adds.
  func files(
    of workspace: Workspace, into diagnostics: inout Diagnostics
  ) throws -> [(file: String, bytes: [UInt8])] {
    var files: [(file: String, bytes: [UInt8])] = []
    let languages = draft.settings.languages
    func put(_ file: String, _ text: String) { files.append((file, Array(text.utf8))) }
    func add(_ items: [[String]], to key: String, in file: String) throws {
      guard !items.isEmpty else { return }
      let text = try workspace.text(file) ?? "\(key):\n"
      guard let changed = YAMLText.adding(items, toList: key, in: text) else {
        diagnostics.report(.listInBrackets(key, file))
        return
      }
      put(file, changed)
    }
    let source = sourceID
    let hasNewFlow = flows.contains { flow in !draft.dataflows.contains { $0.id.text == flow.id } }
    if hasNewFlow || !indicators.isEmpty, !draft.sources.contains(where: { $0.id.text == source }) {
      try add(
        [["id: \(source)", "title: {\(languages[0]): \(YAMLText.quoted(agency ?? source))}", "licence: not stated"]],
        to: "sources", in: "data/sources.yaml")
    }
    try add(
      codelists.map { list in
        ["id: \(list.id)", "title: \(YAMLText.localized(list.name, languages: languages))", "codes:"]
          + list.codes.map { "  \(YAMLText.quoted($0.id)): \(YAMLText.localized($0.name, languages: languages))" }
      }, to: "codelists", in: "data/codelists.yaml")
    if !areas.isEmpty { put("groups/areas.csv", try areaText(workspace)) }
    try add(
      indicators.map { indicator in
        [
          "id: \(YAMLText.quoted(indicator.id))", "title: \(YAMLText.localized(indicator.title, languages: languages))",
        ]
          + (indicator.definition.map { ["definition: \(YAMLText.localized($0, languages: languages))"] } ?? []) + [
            "unit: \(YAMLText.unit(indicator.unit))", "decimals: \(indicator.decimals)", "sources: [\(source)]",
          ] + (indicator.dimensions.isEmpty ? [] : ["dimensions: [\(indicator.dimensions.joined(separator: ", "))]"])
      }, to: "indicators", in: "plan/imported.yaml")
    if !units.isEmpty, let settings = try workspace.text("milepost.yaml") {
      let names = units.map { unit in
        "\(YAMLText.quoted(unit.measure)): \(YAMLText.localized(unit.name, languages: languages))"
      }
      if let changed = YAMLText.adding(names, toMapping: "units", in: settings) {
        put("milepost.yaml", changed)
      } else {
        diagnostics.report(.noPlaceForUnits(units.map(\.measure)))
      }
    }
    for flow in flows { try files += texts(of: flow, source, workspace, into: &diagnostics) }
    return files
  }

  /// The id of the source that is the agency of the data.
  private var sourceID: String {
    let name = (agency ?? "source").lowercased().replacing("_", with: "-")
    return draft.sources.first { $0.id.text.lowercased() == name }?.id.text ?? name
  }

  /// The areas of the workspace with the new ones, whose names stand in the columns that there are.
  private func areaText(_ workspace: Workspace) throws -> String {
    let languages = draft.settings.languages
    let known = try workspace.text("groups/areas.csv")
    var text = known ?? "code," + languages.map { "name_\($0)" }.joined(separator: ",") + "\n"
    if !text.hasSuffix("\n") { text += "\n" }
    let header = text.prefix { $0 != "\n" && $0 != "\r" && $0 != "\r\n" }.split(separator: ",").map(String.init)
    for area in areas {
      let names = header.dropFirst().map { column in
        let language = LanguageTag(String(column.drop { $0 != "_" }.dropFirst()))
        let isFirst = column == header.dropFirst().first
        return area.name.text(in: language) ?? (isFirst ? area.name.best(of: languages).text : "")
      }
      text += ([area.id.text] + names).map { $0.asCell }.joined(separator: ",") + "\n"
    }
    return text
  }

  /// The folder of the new vintage of a dataflow, and the name of its file.
  private func place(of flow: Flow, _ workspace: Workspace) -> (folder: String, table: String) {
    let sidecar = draft.dataflows.first { $0.id.text == flow.id }?.file
    let folder = sidecar.map { String($0.prefix(through: $0.lastIndex(of: "/") ?? $0.startIndex)) } ?? "data/"
    return (folder, workspace.tableName(flow.id, flow.published, flow.kind, in: folder))
  }

  /// A finding in a file that would be written as one in what was given.
  func located(_ finding: Diagnostic, _ workspace: Workspace) -> Diagnostic {
    finding.moved { position in
      for flow in flows {
        let (folder, table) = place(of: flow, workspace)
        guard position.file == folder + table else { continue }
        guard let line = flow.table.given(position.line) else { return .wholeFile(flow.file) }
        return SourcePosition(file: flow.file, line: line, column: 1)
      }
      return position
    }
  }

  private func texts(
    of flow: Flow, _ source: String, _ workspace: Workspace, into diagnostics: inout Diagnostics
  ) throws -> [(file: String, bytes: [UInt8])] {
    let received = said.received ?? flow.published
    let (folder, table) = place(of: flow, workspace)
    var vintage = "{file: \(YAMLText.quoted(table)), published: \(flow.published)"
    if received != flow.published { vintage += ", received: \(received)" }
    if flow.kind == .update { vintage += ", kind: update" }
    vintage += "}"
    guard let known = draft.dataflows.first(where: { $0.id.text == flow.id }) else {
      var lines = [
        "dataflow: \(YAMLText.quoted(flow.id))",
        "title: \(YAMLText.localized(flow.title, languages: draft.settings.languages))",
      ]
      if let indicator = flow.indicator { lines.append("indicator: \(YAMLText.quoted(indicator))") }
      lines += ["source: \(source)", "unit: \(YAMLText.unit(flow.unit))"]
      if !flow.dimensions.isEmpty {
        lines.append("dimensions: {\(flow.dimensions.map { "\($0.id): \($0.codelist)" }.joined(separator: ", "))}")
      }
      lines += ["vintages:", "  - \(vintage)"]
      let sidecar = lines.joined(separator: "\n") + "\n"
      return [("data/\(flow.id).yaml", Array(sidecar.utf8)), (folder + table, flow.table.bytes)]
    }
    guard let text = try workspace.text(known.file) else { return [] }
    let isPlain = !["columns:", "delimiter:", "decimal:", "thousands:", "missing:"].contains { key in
      text.hasPrefix(key) || text.contains("\n" + key)
    }
    guard isPlain, known.structure.dimensions == flow.dimensions,
      known.unit == flow.unit, known.indicator?.text == flow.indicator,
      let changed = YAMLText.adding(
        [[vintage]], toList: "vintages", at: known.vintages.place(of: flow.published), in: text)
    else {
      diagnostics.report(.flowDiffers(flow.id, known.file))
      return []
    }
    guard !workspace.has(folder + table) else {
      diagnostics.report(.vintageTwice(flow.id, known.file))
      return []
    }
    return [(known.file, Array(changed.utf8)), (folder + table, flow.table.bytes)]
  }
}

extension String {
  fileprivate var asCell: String {
    contains { ",\"\n".contains($0) } ? "\"" + replacing("\"", with: "\"\"") + "\"" : self
  }
}

extension Diagnostic {
  static func listInBrackets(_ key: String, _ file: String) -> Self {
    Diagnostic(
      .error, "MP1415", "'\(key)' of \(file) has no place for new items", at: .wholeFile(file),
      hint: "write the list with one item below the other, each after '- '")
  }

  fileprivate static func noPlaceForUnits(_ units: [String]) -> Self {
    Diagnostic(
      .warning, "MP1416", "names of units are not kept: \(units.joined(separator: ", "))",
      at: .wholeFile("milepost.yaml"), hint: "write them under 'units' yourself: no place for them was found there")
  }

  fileprivate static func flowDiffers(_ id: String, _ file: String) -> Self {
    Diagnostic(
      .error, "MP1415", "dataflow '\(id)' of the workspace has other dimensions, indicator, unit or form of files",
      at: .wholeFile(file), hint: "import into a workspace where the dataflow is not yet, or change its sidecar")
  }
}
