import MilepostModel
import Testing

@testable import MilepostExchange

@Suite struct SheetTableTests {
  @Test(arguments: [
    ("0.326", "32.6"), ("0.37200000000000005", "37.2"), ("1", "100"), ("0.07", "7"), ("-0.0005", "-0.05"), ("0", "0"),
  ])
  func `a percentage is what its cell shows, where percent are wanted`(stored: String, shown: String) throws {
    var book = SampleBook(
      "<row><c t=\"inlineStr\"><is><t>A</t></is></c></row><row><c s=\"1\"><v>\(stored)</v></c></row>")
    book.formats = [(number: 170, code: "0.0%")]
    for format in [9, 10, 170] {
      book.styles = [0, format]
      var findings = Diagnostics()
      let wanted = try SheetTable(book.bytes, file: "a.xlsx", sheet: nil, showsPercent: true, into: &findings)
      #expect(wanted.map { String(decoding: $0.csv, as: UTF8.self) } == "A\n\(shown)\n")
      let other = try SheetTable(book.bytes, file: "a.xlsx", sheet: nil, into: &findings)
      #expect(other.map { String(decoding: $0.csv, as: UTF8.self) } != "A\n\(shown)\n" || stored == "0")
      #expect(findings.isEmpty)
    }
  }

  private func table(_ book: SampleBook, sheet: String? = nil) throws -> (table: SheetTable?, codes: [String]) {
    var diagnostics = Diagnostics()
    let table = SheetTable(try book.bytes, file: "b.xlsx", sheet: sheet, into: &diagnostics)
    return (table, diagnostics.all.map(\.code))
  }

  private func text(_ value: String, _ place: String) -> String {
    "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(value)</t></is></c>"
  }

  @Test func `a sheet becomes rows of text`() throws {
    let rows = """
      <row r="2">\(text("AREA", "A2"))\(text("NOTE", "C2"))</row>\
      <row r="5">\(text("a,\"b\"", "A5"))<c r="B5"><v>1</v></c>\(text("two\nlines", "C5"))</row>
      """
    let (table, codes) = try table(SampleBook(rows))
    #expect(codes == [])
    let found = try #require(table)
    #expect(found.name == "Data")
    #expect(String(decoding: found.csv, as: UTF8.self) == "AREA,,NOTE\n\"a,\"\"b\"\"\",1,\"two\nlines\"\n")
  }

  @Test func `findings about the rows name their cells`() throws {
    let rows = """
      <row r="2">\(text("AREA", "A2"))\(text("NOTE", "C2"))</row>\
      <row r="5">\(text("a,\"b\"", "A5"))<c r="B5"><v>1</v></c>\(text("two\nlines", "C5"))</row>\
      <row r="9">\(text("ü", "A9"))\(text("x", "B9"))</row>
      """
    let found = try #require(try table(SampleBook(rows)).table)
    func cell(_ line: Int, _ column: Int) -> String {
      let finding = Diagnostic(
        .error, "MP0307", "no number", at: SourcePosition(file: "x.csv", line: line, column: column))
      let moved = found.located(finding)
      return "\(moved.position) \(moved.message)"
    }
    #expect(cell(1, 1) == "b.xlsx:2:1 sheet 'Data' A2: no number")
    #expect(cell(1, 7) == "b.xlsx:2:3 sheet 'Data' C2: no number")
    #expect(cell(2, 1) == "b.xlsx:5:1 sheet 'Data' A5: no number")
    #expect(cell(2, 11) == "b.xlsx:5:2 sheet 'Data' B5: no number")
    #expect(cell(2, 13) == "b.xlsx:5:3 sheet 'Data' C5: no number")
    #expect(cell(3, 2) == "b.xlsx:5:3 sheet 'Data' C5: no number")
    #expect(cell(4, 3) == "b.xlsx:9:2 sheet 'Data' B9: no number")
  }

  @Test func `a sheet with errors is no table`() throws {
    let (found, codes) = try table(SampleBook("<row><c t='e'><v>#REF!</v></c></row>"))
    #expect(found.map(\.name) == nil)
    #expect(codes == ["MP1513"])
  }
}
