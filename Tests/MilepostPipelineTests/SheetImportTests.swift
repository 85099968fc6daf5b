import MilepostModel
import MilepostPipeline
import Testing

@testable import MilepostExchange

@Suite struct SheetImportTests {
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// A workbook of one sheet with texts and numbers.
  private func book(_ rows: [[String]]) throws -> [UInt8] {
    let cells = rows.map { row in
      "<row>"
        + row.map { text in
          Double(text) == nil ? "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>" : "<c><v>\(text)</v></c>"
        }.joined() + "</row>"
    }
    func relations(_ type: String, _ target: String) -> String {
      "<Relationships><Relationship Id=\"r\" Type=\"\(SheetImportTests.office)/\(type)\" Target=\"\(target)\"/></Relationships>"
    }
    let parts = [
      "_rels/.rels": relations("officeDocument", "xl/workbook.xml"),
      "xl/_rels/workbook.xml.rels": relations("worksheet", "sheet.xml"),
      "xl/workbook.xml": """
      <workbook xmlns="\(SheetImportTests.main)" xmlns:r="\(SheetImportTests.office)"><sheets>\
      <sheet name="Data" sheetId="1" r:id="r"/></sheets></workbook>
      """,
      "xl/sheet.xml":
        "<worksheet xmlns=\"\(SheetImportTests.main)\"><sheetData>\(cells.joined())</sheetData></worksheet>",
    ]
    return try ZipArchive.bytes(
      of: parts.sorted { $0.key < $1.key }.map { ZipArchive.Part(path: $0.key, bytes: Array($0.value.utf8)) })
  }

  private func outcome(
    _ rows: [[String]], dataflow: String? = "population", changing files: [String: String] = [:]
  ) throws -> (files: [String: String], findings: [String]) {
    var all = try Repository.files(in: "Tests/Cases/base")
    for (path, text) in files { all[path] = Array(text.utf8) }
    var findings = Diagnostics()
    let said = VintageStatement(published: CalendarDate("2021-05-04"), received: nil, kind: .snapshot)
    let given = GivenFile(name: "population.xlsx", bytes: try book(rows))
    let result = try Workspace(files: all).importSheet(
      given, sheet: nil, dataflow: dataflow, said: said, into: &findings)
    let written = (result.map(\.files) ?? []).map { ($0.file, String(decoding: $0.bytes, as: UTF8.self)) }
    return (Dictionary(uniqueKeysWithValues: written), findings.all.map(\.line))
  }

  private static let head = ["REF_AREA", "TIME_PERIOD", "OBS_VALUE"]

  @Test func `a sheet becomes a vintage of a dataflow`() throws {
    let (files, findings) = try outcome([SheetImportTests.head, ["ALDA", "2020", "1041"]])
    #expect(findings.filter { $0.contains("error: sheet") } == [])
    #expect(files["data/population.2021-05-04.csv"] == "REF_AREA,TIME_PERIOD,OBS_VALUE\nALDA,2020,1041\n")
    let sidecar = try #require(files["data/population.yaml"])
    #expect(sidecar.contains("population.2021-05-04.csv\", published: 2021-05-04}\n"))
  }

  @Test func `numbers are written with the signs of the sidecar`() throws {
    let old = try Repository.text("Tests/Cases/base/data/population.yaml")
    let changed = old.replacing("unit: persons", with: "unit: persons\ndelimiter: \";\"\ndecimal: \",\"")
    let rows = try ["population.2020.csv", "population.2021.csv"].map { name in
      ("data/" + name, try Repository.text("Tests/Cases/base/data/" + name).replacing(",", with: ";"))
    }
    let (files, findings) = try outcome(
      [SheetImportTests.head, ["ALDA", "2020", "1041.5"]],
      changing: Dictionary(uniqueKeysWithValues: rows + [("data/population.yaml", changed)]))
    #expect(findings.filter { $0.contains("error: sheet") } == [])
    #expect(files["data/population.2021-05-04.csv"] == "REF_AREA;TIME_PERIOD;OBS_VALUE\nALDA;2020;1041,5\n")
  }

  @Test func `blank cells at the end of a row are blank`() throws {
    let head = SheetImportTests.head + ["OBS_STATUS", "COMMENT"]
    let (files, findings) = try outcome([head, ["ALDA", "2020", "1041"], ["BRAN", "2020", "511", "E"]])
    #expect(findings.filter { $0.contains("error: sheet") } == [])
    #expect(files["data/population.2021-05-04.csv"]?.hasSuffix("ALDA,2020,1041,,\nBRAN,2020,511,E,\n") == true)
  }

  @Test func `errors name their cells, and nothing is written`() throws {
    let (files, findings) = try outcome([SheetImportTests.head, ["NOWHERE", "2020", "1"], ["ALDA", "2020", "many"]])
    #expect(files == [:])
    #expect(findings.contains { $0.hasPrefix("population.xlsx:3:3: error: sheet 'Data' C3: ") })
  }

  @Test func `a dataflow must be named where there are several`() throws {
    let (files, findings) = try outcome([SheetImportTests.head], dataflow: nil)
    #expect(files == [:])
    #expect(findings.map { $0.suffix(8) } == ["[MP1415]"])
  }
}
