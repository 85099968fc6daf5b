@testable import MilepostExchange

/// A workbook in the making: parts of XML, of which a test changes what it is about.
struct SampleBook {
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

  /// `sheetData` and what follows it, by the name of the sheet.
  var sheets: [(name: String, state: String, body: String)]
  var strings: [String] = []
  var formats: [(number: Int, code: String)] = []
  /// The format of each style.
  var styles: [Int] = [0]
  var is1904 = false
  /// Further parts, or others in their stead.
  var parts: [String: String] = [:]

  init(_ rows: String, then rest: String = "") {
    sheets = [("Data", "visible", "<sheetData>\(rows)</sheetData>\(rest)")]
  }

  private var written: [String: String] {
    var parts: [String: String] = [:]
    parts["_rels/.rels"] = SampleBook.relations([("rId1", "officeDocument", "xl/workbook.xml")])
    let list = sheets.enumerated().map { index, sheet in
      "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" state=\"\(sheet.state)\" r:id=\"rId\(index + 1)\"/>"
    }
    parts["xl/workbook.xml"] = """
      <workbook xmlns="\(SampleBook.main)" xmlns:r="\(SampleBook.office)"><workbookPr date1904="\(is1904 ? 1 : 0)"/>\
      <sheets>\(list.joined())</sheets></workbook>
      """
    parts["xl/_rels/workbook.xml.rels"] = SampleBook.relations(
      sheets.indices.map { ("rId\($0 + 1)", "worksheet", "worksheets/sheet\($0 + 1).xml") } + [
        ("s", "sharedStrings", "/xl/sharedStrings.xml"), ("t", "styles", "./styles.xml"),
      ])
    for (index, sheet) in sheets.enumerated() {
      parts["xl/worksheets/sheet\(index + 1).xml"] =
        "<worksheet xmlns=\"\(SampleBook.main)\">\(sheet.body)</worksheet>"
    }
    parts["xl/sharedStrings.xml"] =
      "<sst xmlns=\"\(SampleBook.main)\">\(strings.map { "<si>\($0)</si>" }.joined())</sst>"
    let own = formats.map { "<numFmt numFmtId=\"\($0.number)\" formatCode=\"\($0.code)\"/>" }.joined()
    let cells = styles.map { "<xf numFmtId=\"\($0)\"/>" }.joined()
    parts["xl/styles.xml"] = """
      <styleSheet xmlns="\(SampleBook.main)"><numFmts>\(own)</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
      <cellXfs>\(cells)</cellXfs></styleSheet>
      """
    return parts.merging(self.parts) { _, other in other }
  }

  private static func relations(_ list: [(id: String, type: String, target: String)]) -> String {
    let items = list.map { "<Relationship Id=\"\($0.id)\" Type=\"\(office)/\($0.type)\" Target=\"\($0.target)\"/>" }
    return "<Relationships xmlns=\"\(package)\">\(items.joined())</Relationships>"
  }

  var bytes: [UInt8] {
    get throws {
      try ZipArchive.bytes(
        of: written.sorted { $0.key < $1.key }.map { .init(path: $0.key, bytes: Array($0.value.utf8)) })
    }
  }

  /// `A1=text`, in the order of the sheet.
  func cells(of name: String? = nil) throws -> [String] {
    let book = try WorkbookReader(bytes)
    guard let sheet = book.sheet(named: name) else { return [] }
    var list: [String] = []
    _ = try book.read(sheet) { row in
      for cell in row.cells { list.append("\(CellReference(column: cell.column, row: row.number))=\(cell.text)") }
    }
    return list
  }

  func notes() throws -> SheetNotes {
    let book = try WorkbookReader(bytes)
    return try book.read(book.sheets[0]) { _ in }
  }

  /// What keeps the book, or its first sheet, from being read.
  func fault() throws -> WorkbookFault? {
    let bytes = try bytes
    do throws(WorkbookFault) {
      let book = try WorkbookReader(bytes)
      _ = try book.read(book.sheets[0]) { _ in }
      return nil
    } catch {
      return error
    }
  }
}
