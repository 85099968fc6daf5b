package import MilepostModel

extension WorkbookFault {
  /// What a person is told.
  package func diagnostic(of file: String) -> Diagnostic {
    let position = SourcePosition.wholeFile(file)
    func damaged(_ message: String) -> Diagnostic {
      Diagnostic(
        .error, "MP1510", message, at: position,
        hint: "save it as .xlsx (Excel Workbook) in a spreadsheet program, without a password")
    }
    func hostile(_ message: String) -> Diagnostic {
      Diagnostic(
        .error, "MP1511", message, at: position, hint: "read no workbook that somebody may have made to do harm")
    }
    switch self {
    case .archive(let fault) where fault.isHostile: return hostile("workbook may do harm: \(fault)")
    case .archive(let fault): return damaged("file is no workbook: \(fault)")
    case .markup(let part, let fault) where fault.reason.isHostile:
      return hostile("'\(part)' of the workbook may do harm: \(fault.reason)")
    case .markup(let part, let fault):
      return damaged("'\(part)' of the workbook is no XML: \(fault.reason) in line \(fault.line)")
    case .partMissing(let part): return damaged("file is no workbook: there is no '\(part)' in it")
    case .otherForm(let form): return damaged("file is no workbook that can be read: \(form)")
    case .contradiction(let part, let text): return damaged("'\(part)' of the workbook is damaged: \(text)")
    }
  }
}

extension Diagnostics {
  /// What is to be known about a sheet besides its rows.
  mutating func report(_ notes: SheetNotes, of sheet: WorkbookReader.Sheet, in file: String) {
    for place in notes.errors { report(.cell("an error", place, sheet.name, file)) }
    for place in notes.withoutValue { report(.cell("a formula whose value was not kept", place, sheet.name, file)) }
    if let range = notes.merged.first {
      let others = notes.merged.count > 1 ? " and \(notes.merged.count - 1) more" : ""
      report(.unseen("merged cells at \(range)\(others); only the first of them has a value", sheet.name, file))
    }
    if sheet.isHidden { report(.unseen("is hidden, and was read all the same", sheet.name, file)) }
    for (count, what) in [(notes.hiddenRows, "row"), (notes.hiddenColumns, "column")] where count > 0 {
      report(
        .unseen("\(count) hidden \(what)\(count == 1 ? "" : "s"), read like the others", sheet.name, file))
    }
  }
}

extension Diagnostic {
  static func noSheet(_ name: String?, of known: [String], _ file: String) -> Self {
    let names = known.map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      .error, "MP1512", name.map { "workbook has no sheet '\($0)'" } ?? "workbook has no sheet", at: .wholeFile(file),
      hint: "there are \(names)")
  }

  static func emptySheet(_ name: String, _ file: String) -> Self {
    Diagnostic(
      .error, "MP1512", "sheet '\(name)' is empty", at: .wholeFile(file), hint: "name another one with --sheet")
  }

  fileprivate static func cell(_ what: String, _ place: CellReference, _ sheet: String, _ file: String) -> Self {
    Diagnostic(
      .error, "MP1513", "sheet '\(sheet)' \(place) holds \(what)",
      at: SourcePosition(file: file, line: place.row, column: place.column),
      hint: "mend it in the workbook, and save it in a program that computes formulas")
  }

  fileprivate static func unseen(_ what: String, _ sheet: String, _ file: String) -> Self {
    Diagnostic(
      .warning, "MP1514", "sheet '\(sheet)': \(what)", at: .wholeFile(file),
      hint: "look whether the table is what you see")
  }
}
