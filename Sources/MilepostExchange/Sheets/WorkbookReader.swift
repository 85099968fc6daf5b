/// A workbook of Office Open XML that a stranger may have made, open for reading its sheets.
package struct WorkbookReader {
  package struct Sheet: Hashable, Sendable {
    package let name: String
    package let isHidden: Bool
    let part: String
  }

  /// A sheet of a million rows has more than half a gigabyte.
  private static let sizeLimit = 1024 * 1024 * 1024

  /// Sheets of cells, in the order of the book; sheets that are charts are not among them.
  package let sheets: [Sheet]
  let archive: Archive
  let strings: SharedStrings
  let styles: SheetStyles
  let calendar: SheetCalendar

  package init(_ bytes: [UInt8]) throws(WorkbookFault) {
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw .otherForm(.compoundFile) }
    var limits = Archive.Limits()
    limits.size = WorkbookReader.sizeLimit
    do throws(ArchiveFault) {
      archive = try Archive(bytes, limits: limits)
    } catch {
      throw .archive(error)
    }
    let book = try WorkbookParts(archive)
    sheets = book.sheets
    calendar = book.calendar
    let source = archive
    strings =
      try WorkbookReader.part(book.strings) { (part) throws(WorkbookFault) in
        try source.read(part) { try SharedStrings($0) }
      } ?? SharedStrings()
    styles =
      try WorkbookReader.part(book.styles) { (part) throws(WorkbookFault) in
        try source.read(part) { try SheetStyles($0) }
      } ?? SheetStyles()
  }

  private static func part<Value>(
    _ name: String?, _ read: (String) throws(WorkbookFault) -> Value
  ) throws(WorkbookFault) -> Value? {
    guard let name else { return nil }
    return try read(name)
  }

  /// The sheet of a name, or the first that is not hidden.
  package func sheet(named name: String?) -> Sheet? {
    guard let name else { return sheets.first { !$0.isHidden } ?? sheets.first }
    return sheets.first { $0.name == name } ?? sheets.first { $0.name.lowercased() == name.lowercased() }
  }

  /// Hands out the rows that hold something, from top to bottom.
  ///
  /// - Returns: what else is to be known about the sheet.
  package func read(_ sheet: Sheet, _ row: (SheetRow) -> Void) throws(WorkbookFault) -> SheetNotes {
    try archive.read(sheet.part) { source in
      var reader = SheetReader(source, of: self)
      try reader.read(row)
      return reader.notes
    }
  }
}

extension Archive {
  /// Reads a part that must be there; what is thrown names it.
  func read<Value>(_ part: String, _ body: (ByteSource) throws -> Value) throws(WorkbookFault) -> Value {
    do {
      guard let source = try source(of: part) else { throw WorkbookFault.partMissing(part) }
      return try body(source)
    } catch let fault as MarkupFault {
      throw .markup(part: part, fault)
    } catch let fault as ArchiveFault {
      throw .archive(fault)
    } catch let fault as WorkbookFault {
      throw fault
    } catch let fault as SheetFault {
      throw .contradiction(part: part, fault.description)
    } catch {
      preconditionFailure("a part of an archive throws \(error)")
    }
  }
}
