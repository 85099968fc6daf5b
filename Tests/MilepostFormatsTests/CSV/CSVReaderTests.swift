import MilepostModel
import MilepostTesting
import Testing

@testable import MilepostFormats

@Suite struct `CSV reader` {
  private func read(_ text: String, delimiter: Character = ",") -> (CSVTable?, [Diagnostic]) {
    read(Array(text.utf8), delimiter: delimiter)
  }

  private func read(_ bytes: [UInt8], delimiter: Character = ",") -> (CSVTable?, [Diagnostic]) {
    var diagnostics = Diagnostics()
    let mark = delimiter.asciiValue ?? UInt8(ascii: ",")
    let table = CSVReader.read(bytes, file: "a.csv", delimiter: mark, into: &diagnostics)
    return (table, diagnostics.all)
  }

  private func values(_ table: CSVTable?) -> [[String]]? {
    table.map { table in [table.header.map(\.value)] + table.rows.map { $0.fields.map(\.value) } }
  }

  private func places(_ findings: [Diagnostic]) -> [String] {
    findings.map { "\($0.position.line):\($0.position.column) \($0.severity) \($0.code)" }
  }

  @Test(arguments: [
    "code,name\nAAA,Aland\nBBB,Bland\n",
    "code,name\r\nAAA,Aland\r\nBBB,Bland\r\n",
    "code,name\rAAA,Aland\rBBB,Bland\r",
    "code,name\nAAA,Aland\nBBB,Bland",
    "\u{FEFF}code,name\nAAA,Aland\nBBB,Bland\n",
    "code,name  \nAAA,Aland   \nBBB,\"Bland\"  \n",
    "\"code\",\"name\"\n\"AAA\",\"Aland\"\nBBB,Bland\n\n\r\n,\n",
    "code;name\nAAA;Aland\nBBB;Bland\n",
    "code\tname\nAAA\tAland\nBBB\tBland\n",
  ])
  func `what people send reads alike`(text: String) {
    let delimiter: Character = text.contains(";") ? ";" : text.contains("\t") ? "\t" : ","
    let (table, findings) = read(text, delimiter: delimiter)
    #expect(findings.isEmpty)
    #expect(values(table) == [["code", "name"], ["AAA", "Aland"], ["BBB", "Bland"]])
  }

  @Test(arguments: ["\u{1B}", "\u{7}", "\u{7F}", "\u{9B}", "\u{80}", "\u{1F}"], [0, 3, 11])
  func `a control character is found wherever it stands`(sign: String, blanks: Int) {
    let (table, findings) = read(
      "code,name\nAAA,\(String(repeating: "x", count: blanks))\(sign)A lot of text behind it\n")
    #expect(table == nil)
    #expect(places(findings) == ["2:\(5 + blanks) error MP0062"])
    #expect(findings.first?.message.contains(sign.unicodeScalars.map(\.number).joined()) == true)
  }

  @Test func `quoted fields hold delimiters, lines and quotes`() {
    let (table, findings) = read("a,b\n\"x,y\",\"one\r\ntwo \"\"2\"\"\"\nz,\"\"\n")
    #expect(findings.isEmpty)
    #expect(values(table) == [["a", "b"], ["x,y", "one\r\ntwo \"2\""], ["z", ""]])
  }

  @Test func `places count Unicode scalars and lines inside quotes`() {
    let marked = MarkedText("①a,②b\n③é😀,④\"x\n\ny\"\n⑤z,⑥ü\n", file: "a.csv")
    let (table, _) = read(marked.text)
    #expect(table?.header.map(\.position) == [marked["①"], marked["②"]])
    #expect(
      table?.rows.map { $0.fields.map(\.position) } == [[marked["③"], marked["④"]], [marked["⑤"], marked["⑥"]]])
  }

  @Test func `ragged rows are reported and left out`() {
    let (table, findings) = read("a,b\n1\n1,2,3\n4,5\n")
    #expect(places(findings) == ["2:1 error MP0056", "3:1 error MP0056"])
    #expect(values(table) == [["a", "b"], ["4", "5"]])
  }

  @Test func `a gap between rows is a warning`() {
    let (table, findings) = read("a,b\n1,2\n\n\n3,4\n\n")
    #expect(places(findings) == ["3:1 warning MP0061"])
    #expect(table?.rows.count == 2)
  }

  @Test(arguments: [
    ("a,b\n1,\"2\n3,4\n", "2:3 error MP0053"),
    ("a,b\n1,\"2\"x\n3,4\n", "2:6 error MP0054"),
    ("a,b\n1,2\"x\n3,4\n", "2:4 error MP0055"),
    ("", "1:1 error MP0058"),
    ("\n\n", "1:1 error MP0058"),
    ("a,b,a\n1,2,3\n", "1:5 error MP0059"),
    ("a;b\n1;2\n", "1:1 error MP0060"),
    ("a,b\n1,\u{0}\n", "2:3 error MP0052"),
  ])
  func `a fault of form is found at its place`(text: String, place: String) {
    #expect(places(read(text).1) == [place])
  }

  @Test func `other encodings are refused with a hint`() {
    #expect(places(read([0xFF, 0xFE, 0x61, 0]).1) == ["1:1 error MP0050"])
    #expect(places(read([0x61, 0, 0x62, 0]).1) == ["1:1 error MP0050"])
    let latin = read(Array("a,b\nC".utf8) + [0xF4] + Array("te,1\n".utf8)).1
    #expect(places(latin) == ["2:2 error MP0051"])
    #expect(latin[0].hint?.contains("'ô'") == true)
    for broken: [UInt8] in [[0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82]] {
      #expect(places(read([0x61, 0x0A] + broken).1) == ["2:1 error MP0051"])
    }
  }

  @Test func `a line or quoted field of ten megabytes ends with one finding`() {
    let long = String(repeating: "x", count: 10_000_000)
    #expect(places(read("a,b\n1,\(long)\n").1) == ["2:1 error MP0057"])
    #expect(places(read("a,b\n1,\"\(long)\n").1) == ["2:3 error MP0053"])
    #expect(places(read(long).1) == ["1:1 error MP0057"])
    #expect(places(read("a,b\n1,\"\(long)\"\n3,4\n").1) == ["2:1 error MP0057"])
  }

  @Test(arguments: [("a", 1_000_000), ("a,", 1_000_000), ("\"a\"", 1_000_000), ("\"a\",", 1_000_000)])
  func `a line of a million quotes ends with few findings`(begin: String, count: Int) {
    let (_, findings) = read("a,b\n" + begin + String(repeating: "\"", count: count) + "\n")
    #expect(findings.count <= 2)
    #expect(findings.map(\.code).contains("MP0057"))
  }

  @Test func `quotes out of place are reported once for each field`() {
    let (_, findings) = read("a,b\nü\"x\"y\",\"z\"\"\" \"u\n")
    #expect(places(findings) == ["2:2 error MP0055", "2:14 error MP0054"])
  }

  @Test func `after a hundred findings of a code the rest is counted`() {
    let (_, findings) = read("a,b\n" + String(repeating: "1\n", count: 250))
    #expect(findings.count == 101)
    #expect(findings.last?.position.line == 102)
    #expect(findings.last?.message == "150 more findings of this code from here on in this file, not listed")
  }
}
