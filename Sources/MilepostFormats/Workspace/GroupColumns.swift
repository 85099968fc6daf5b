import MilepostModel

/// The columns of `groups/areas.csv`.
struct AreaColumns {
  struct Name {
    let language: LanguageTag
    let column: Int
  }

  let code: Int
  let names: [Name]

  /// - Returns: nil after a finding.
  init?(_ table: CSVTable, _ reader: inout NodeReader) {
    var names: [Name] = []
    for (column, header) in table.header.enumerated() where header.value != "code" {
      guard header.value.hasPrefix("name_"), LanguageTag.hasForm(String(header.value.dropFirst(5))) else {
        reader.fail(.unknownTableColumn(header, expected: ["code", "name_en"]))
        continue
      }
      let language = LanguageTag.known(String(header.value.dropFirst(5)), at: header.position, &reader)
      if let language { names.append(Name(language: language, column: column)) }
    }
    guard let code = table.column("code") else {
      reader.fail(.missingTableColumn("code", at: table.header[0].position))
      return nil
    }
    guard !names.isEmpty else {
      reader.fail(.missingTableColumn("name_" + (reader.languages.first?.text ?? "en"), at: table.header[0].position))
      return nil
    }
    self.code = code
    self.names = names
  }
}

/// The columns of a file of members.
struct MemberColumns {
  let area: Int
  let from: Int?
  let to: Int?

  /// - Returns: nil after a finding.
  init?(_ table: CSVTable, _ reader: inout NodeReader) {
    let known = ["area", "from", "to"]
    for header in table.header where !known.contains(header.value) {
      reader.fail(.unknownTableColumn(header, expected: known))
    }
    guard let area = table.column("area") else {
      reader.fail(.missingTableColumn("area", at: table.header[0].position))
      return nil
    }
    self.area = area
    from = table.column("from")
    to = table.column("to")
  }
}

extension Diagnostic {
  static func unknownTableColumn(_ header: Located<String>, expected: [String]) -> Self {
    Diagnostic(
      .error, "MP0118", "unknown column '\(header.value)'", at: header.position,
      hint: expected.closest(to: header.value).map { "did you mean '\($0)'?" }
        ?? "the columns are \(expected.joined(separator: ", "))")
  }

  static func missingTableColumn(_ name: String, at position: SourcePosition) -> Self {
    Diagnostic(.error, "MP0118", "column '\(name)' is missing", at: position, hint: "name it in the first line")
  }

  static func areaWithoutName(_ code: String, at position: SourcePosition) -> Self {
    Diagnostic(.error, "MP0119", "area '\(code)' has no name", at: position, hint: "write one in a column name_...")
  }

  static func membershipEndsBeforeItBegins(
    _ start: CalendarDate, _ end: CalendarDate, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0119", "membership ends on \(end), before it begins on \(start)", at: position,
      hint: "exchange or correct the dates")
  }

  static let noSettings = Diagnostic(
    .error, "MP0116", "workspace has no milepost.yaml", at: .wholeFile(WorkspaceFiles.settings),
    hint: "give the folder that holds milepost.yaml, or make a workspace with 'milepost init'")

  static func unnamedFile(_ path: String) -> Self {
    let hint =
      switch path.prefix(while: { $0 != "/" }) {
      case "data": "name it under 'vintages' in a sidecar, or delete it"
      case "registers": "name it under 'snapshots' or 'history' in a register, or delete it"
      case "surveys": "name it under 'answers' or 'results' of a wave, or delete it"
      default: "name it under 'members' in groups/groups.yaml, or delete it"
      }
    return Diagnostic(.warning, "MP0115", "no YAML file names this file", at: .wholeFile(path), hint: hint)
  }

  static func noSuchFile(_ path: String, closest: String?, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0116", "there is no file '\(path)'", at: position, hint: closest.map { "did you mean '\($0)'?" })
  }

  static func fileNamedTwice(_ path: String, at position: SourcePosition, first: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0117", "file '\(path)' is named twice", at: position, hint: "one file is one vintage of one table",
      notes: [.init("first here", at: first)])
  }
}
