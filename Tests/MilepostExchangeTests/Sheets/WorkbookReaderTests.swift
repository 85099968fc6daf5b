import Testing

@testable import MilepostExchange

@Suite struct WorkbookReaderTests {
  @Test func `every kind of cell becomes its text`() throws {
    var book = SampleBook(
      """
      <row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="inlineStr"><is><t>in</t></is></c><c r="C1"><v>12.5</v></c>\
      <c r="D1" t="b"><v>1</v></c><c r="E1" t="b"><v>0</v></c><c r="F1" t="str"><f>A1</f><v>made</v></c>\
      <c r="G1" t="d"><v>2020-04-29</v></c><c r="H1" s="0"/><c r="I1" t="n"><v/></c></row>
      """)
    book.strings = ["<t>zero</t>", "<r><t>o</t></r><r><rPr/><t xml:space=\"preserve\">ne </t></r><rPh><t>x</t></rPh>"]
    #expect(
      try book.cells() == ["A1=one ", "B1=in", "C1=12.5", "D1=TRUE", "E1=FALSE", "F1=made", "G1=2020-04-29"])
  }

  @Test(arguments: [
    ("53.560000000000002", "53.56"), ("1E-3", "0.001"), ("1.5E3", "1500"), ("-0.10000000000000001", "-0.1"),
    ("12", "12"), ("0.50", "0.50"), ("1.0E+20", "1e+20"), ("123456789012345678", "1.2345678901234568e+17"),
    ("5.0000000000000000", "5"),
  ]) func `numbers are as short as they can be`(_ written: String, _ text: String) throws {
    #expect(try SampleBook("<row><c><v>\(written)</v></c></row>").cells() == ["A1=\(text)"])
  }

  @Test func `rows and cells without a place follow one another`() throws {
    let book = SampleBook(
      "<row><c><v>1</v></c><c><v>2</v></c></row><row r='5'><c r='C5'><v>3</v></c><c><v>4</v></c></row>")
    #expect(try book.cells() == ["A1=1", "B1=2", "C5=3", "D5=4"])
  }

  @Test func `escaped characters come back`() throws {
    var book = SampleBook("<row><c t='s'><v>0</v></c><c t='s'><v>1</v></c></row>")
    book.strings = ["<t>a_x000D_b_x0041_</t>", "<t>_x005F_x0041_ _xyz</t>"]
    #expect(try book.cells() == ["A1=a\rbA", "B1=_x0041_ _xyz"])
  }

  @Test func `sheets are found by name, or the first that is seen`() throws {
    var book = SampleBook("<row><c><v>1</v></c></row>")
    func rows(_ value: Int) -> String { "<sheetData><row><c><v>\(value)</v></c></row></sheetData>" }
    book.sheets = [("Notes", "hidden", rows(1)), ("Data", "visible", rows(2)), ("Old", "veryHidden", rows(3))]
    #expect(try book.cells() == ["A1=2"])
    #expect(try book.cells(of: "data") == ["A1=2"])
    #expect(try book.cells(of: "Old") == ["A1=3"])
    #expect(try book.cells(of: "Other") == [])
    #expect(try WorkbookReader(book.bytes).sheets.map(\.isHidden) == [true, false, true])
  }

  @Test func `what is no plain cell is noted`() throws {
    let notes = try SampleBook(
      """
      <row r="1"><c r="A1"><f>1+1</f></c><c r="B1"><f>1+1</f><v>2</v></c><c r="C1" t="e"><v>#N/A</v></c>\
      <c r="D1" t="str"><f>""</f><v></v></c></row><row r="2" hidden="1"><c r="A2"><v>1</v></c></row>
      """, then: "<mergeCells><mergeCell ref='A1:B2'/></mergeCells>"
    ).notes()
    #expect(notes.withoutValue.map(\.description) == ["A1"])
    #expect(notes.errors.map(\.description) == ["C1"])
    #expect(notes.formulas == 3)
    #expect(notes.hiddenRows == 1)
    #expect(notes.merged == ["A1:B2"])
  }

  @Test func `the strict form is read`() throws {
    var book = SampleBook("")
    book.parts["xl/worksheets/sheet1.xml"] = """
      <x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c>\
      </x:row></x:sheetData></x:worksheet>
      """
    #expect(try book.cells() == ["A1=1"])
  }
}

@Suite struct SheetDateTests {
  @Test(arguments: [
    ("yyyy\\-mm\\-dd", "2020-04-29"), ("[$-409]d\\-mmm\\-yy;@", "2020-04-29"), ("yyyy", "2020"),
    ("mmm\\ yyyy", "2020-04"),
    ("0.00", "43950"), ("General", "43950"), ("#,##0\\ \"days\"", "43950"), ("[Red]0", "43950"),
    ("dd/mm/yyyy hh:mm", "2020-04-29"), ("0.0_);[Red]\\(0.0\\)", "43950"), ("[h]:mm", "PT1054800H0M0S"),
  ]) func `a format says whether a number is a date`(_ code: String, _ text: String) throws {
    var book = SampleBook("<row><c s='1'><v>43950</v></c></row>")
    book.formats = [(164, code.replacing("\"", with: "&quot;"))]
    book.styles = [0, 164]
    #expect(try book.cells() == ["A1=\(text)"])
  }

  @Test(arguments: [
    (14, "1", "1900-01-01"), (14, "59", "1900-02-28"), (14, "61", "1900-03-01"), (22, "43950.5", "2020-04-29T12:00:00"),
    (17, "43950", "2020-04"), (21, "0.25", "06:00:00"), (14, "2958465", "9999-12-31"),
    (22, "43949.99999999", "2020-04-29"),
  ]) func `days count from 1900`(_ format: Int, _ serial: String, _ text: String) throws {
    var book = SampleBook("<row><c s='1'><v>\(serial)</v></c></row>")
    book.styles = [0, format]
    #expect(try book.cells() == ["A1=\(text)"])
  }

  @Test func `days count from 1904 where the book says so`() throws {
    var book = SampleBook("<row><c s='1'><v>42488</v></c><c s='1'><v>0</v></c></row>")
    book.styles = [0, 14]
    book.is1904 = true
    #expect(try book.cells() == ["A1=2020-04-29", "B1=1904-01-01"])
  }

  @Test(arguments: ["60", "-1", "2958466", "0"]) func `a number of no day is refused`(_ serial: String) throws {
    var book = SampleBook("<row><c s='1'><v>\(serial)</v></c></row>")
    book.styles = [0, 14]
    guard case .contradiction(part: "xl/worksheets/sheet1.xml", _) = try book.fault() else {
      Issue.record("\(serial)")
      return
    }
  }
}

@Suite struct HostileWorkbookTests {
  private func fault(_ rows: String) throws -> String? {
    guard case .contradiction(_, let text) = try SampleBook(rows).fault() else { return nil }
    return text
  }

  @Test func `a file that claims every cell of a sheet costs nothing`() throws {
    let book = SampleBook(
      "<row r='1'><c r='A1'><v>1</v></c><c r='XFD1'><v>2</v></c></row><row r='1048576'><c r='XFD1048576'><v>3</v></c></row>"
    )
    #expect(try book.cells() == ["A1=1", "XFD1=2", "XFD1048576=3"])
  }

  @Test func `places outside of a sheet are refused`() throws {
    #expect(try fault("<row r='1048577'/>") == "'row 1048577' is no place in a sheet")
    for place in ["XFE1", "A0", "1", "A", "AAAA1", "A1B", "A01", "A99999999", "$A$1", "é1", ""] {
      #expect(try fault("<row r='1'><c r='\(place)'><v>1</v></c></row>") == "'\(place)' is no place in a sheet")
    }
    #expect(try fault("<row r='2'><c r='A1'><v>1</v></c></row>") == "'A1' is no place in a sheet")
  }

  @Test func `cells and rows out of their order are refused`() throws {
    #expect(try fault("<row r='2'/><row r='2'/>") == "row 2 does not stand below the row before it")
    let twice = "<row r='1'><c r='B1'><v>1</v></c><c r='B1'><v>1</v></c></row>"
    #expect(try fault(twice) == "B1 does not stand behind the cell before it")
  }

  @Test func `values that are none are refused`() throws {
    #expect(try fault("<row><c t='s'><v>0</v></c></row>") == "A1 names shared text '0', which is not there")
    #expect(try fault("<row><c t='s'><v>-1</v></c></row>") == "A1 names shared text '-1', which is not there")
    for text in ["1,5", "nan", "inf", "1e999", "--1", "1.2.3", "0x10", "."] {
      #expect(try fault("<row><c><v>\(text)</v></c></row>") == "A1 is said to be a number and holds '\(text)'")
    }
  }

  @Test func `files of other kinds are named`() throws {
    func fault(_ bytes: [UInt8]) -> WorkbookFault? {
      do throws(WorkbookFault) {
        _ = try WorkbookReader(bytes)
        return nil
      } catch {
        return error
      }
    }
    func archive(_ names: String...) throws -> [UInt8] {
      try ZipArchive.bytes(of: names.map { .init(path: $0, bytes: Array("<a/>".utf8)) })
    }
    #expect(fault([0xD0, 0xCF, 0x11, 0xE0, 0xA1]) == .otherForm(.compoundFile))
    #expect(fault(try archive("mimetype", "content.xml")) == .otherForm(.openDocument))
    #expect(fault(try archive("xl/workbook.bin")) == .otherForm(.binary))
    #expect(fault(try archive("in/data.XLSX")) == .otherForm(.archived("in/data.XLSX")))
    #expect(fault(try archive("word/document.xml")) == .partMissing("xl/workbook.xml"))
    #expect(fault(Array("a,b\n".utf8)) == .archive(.noArchive("it is no zip archive, or ends early")))
  }

  @Test func `parts that point outside or are missing are refused`() throws {
    var book = SampleBook("<row/>")
    book.parts["xl/_rels/workbook.xml.rels"] = """
      <Relationships><Relationship Id="rId1" Type="x/worksheet" Target="../../etc/passwd"/></Relationships>
      """
    #expect(try book.fault() == .contradiction(part: "xl/workbook.xml", "it has no sheet of cells"))
    book.parts["xl/_rels/workbook.xml.rels"] = """
      <Relationships><Relationship Id="rId1" Type="x/worksheet" Target="other.xml"/></Relationships>
      """
    #expect(try book.fault() == .partMissing("xl/other.xml"))
  }

  @Test func `markup that may do harm is refused in every part`() throws {
    for part in ["_rels/.rels", "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml"]
    {
      var book = SampleBook("<row/>")
      book.parts[part] = "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"
      guard case .markup(part: part, let fault) = try book.fault() else {
        Issue.record("\(part)")
        continue
      }
      #expect(fault.reason == .documentType)
    }
  }

  @Test func `a sheet that unpacks to far more than it has is refused`() throws {
    let rows = String(repeating: "<row><c><v>1</v></c></row>", count: 300_000)
    guard case .archive(.swells(part: "xl/worksheets/sheet1.xml", _, _)) = try SampleBook(rows).fault() else {
      Issue.record("no fault")
      return
    }
  }
}
