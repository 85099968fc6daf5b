import MilepostExchange
import MilepostModel
import Testing

private func findings(_ text: String, structures: SDMX.Structures = smallStructure) -> [String] {
  var diagnostics = Diagnostics()
  _ = SDMX.readCSV(Array(text.utf8), file: "d.csv", structures: structures, into: &diagnostics)
  return diagnostics.all.map { "\($0.position.line):\($0.position.column) \($0.code) \($0.hint ?? "-")" }
}

private let head = "DATAFLOW,FREQ,AREA,TIME_PERIOD,OBS_VALUE,STATUS\n"

@Suite struct CSVReaderTests {
  @Test func `a code that is not in its list is named at its first cell, with what it was meant to be`() {
    let text = head + "MP:DF(1.0.0),A,KEN,2019,1,A\nMP:DF(1.0.0),A,KNE,2019,1,A\nMP:DF(1.0.0),A,KNE,2020,1,A\n"
    #expect(findings(text) == ["3:16 MP1405 did you mean 'KEN'?"])
  }

  @Test(arguments: [
    ("MP:DF(1.0.0),A,KEN,2019,1\n", "2:1 MP1403"), ("MP:DF(1.0.0),A,KEN,2019,1,A,B\n", "2:1 MP1403"),
    ("MP:DF(1.0.0),A,KEN,2019,1,\"A\n", "2:27 MP1403"), ("MP:DF(1.0.0),A,K\"EN,2019,1,A\n", "2:17 MP1403"),
    ("MP:DF(1.0.0),A,\"KEN\"x,2019,1,A\n", "2:21 MP1403"), ("MP:DF(1.0.0),A,KEN,2019,ten,A\n", "2:25 MP1407"),
    ("MP:DF(1.0.0),A,KEN,19,1,A\n", "2:20 MP1408"), ("MP:DF(1.0.0),A,,2019,1,A\n", "2:16 MP1405"),
    ("MP:DF(1.0.0),A,KEN,,1,A\n", "2:20 MP1405"), (",A,KEN,2019,1,A\n", "2:1 MP1410"),
    ("\u{1}MP:DF(1.0.0),A,KEN,2019,1,A\n", "2:1 MP1401"), ("é\u{0}\n", "2:2 MP1401"),
  ])
  func `a fault is named at its cell`(row: String, expected: String) {
    #expect(findings(head + row).contains { $0.hasPrefix(expected) }, "\(findings(head + row))")
  }

  @Test func `lines inside cells are counted, also where a cell repeats itself`() {
    let rows = [2018, 2019, 2020].map { "MP:DF(1.0.0),A,KEN,\($0),1,\"two\nlines\"\n" }.joined()
    let text = "DATAFLOW,FREQ,AREA,TIME_PERIOD,OBS_VALUE,NOTE\n" + rows + "MP:DF(1.0.0),A,KEN,2021,one,\n"
    #expect(findings(text).map { String($0.prefix(4)) } == ["8:25"])
  }

  @Test func `an observation that stands twice points to the first`() {
    let text = head + "MP:DF(1.0.0),A,KEN,2019,1,A\nMP:DF(1.0.0),A,UGA,2019,1,A\nMP:DF(1.0.0),A,KEN,2019,2,A\n"
    #expect(findings(text) == ["4:1 MP1406 delete one of the two"])
  }

  @Test func `line ends of all systems, a byte order mark and blank lines are no fault`() {
    let row = "MP:DF(1.0.0),A,KEN,2019,1,A"
    for end in ["\n", "\r\n", "\r"] {
      let text = "\u{FEFF}" + head.replacing("\n", with: end) + row + end + end
      #expect(findings(text) == [])
    }
    #expect(findings(head + row) == [])
  }

  @Test func `an unknown column is left aside with a warning, a missing dimension is an error`() {
    let text = "DATAFLOW,FREQ,AREA,TIME_PERIOD,OBS_VALUE,STATSU\nMP:DF(1.0.0),A,KEN,2019,1,A\n"
    #expect(findings(text) == ["1:42 MP1404 did you mean 'STATUS'?"])
    let short = "DATAFLOW,FREQ,TIME_PERIOD,OBS_VALUE\nMP:DF(1.0.0),A,2019,1\n"
    #expect(findings(short).map { String($0.prefix(10)) } == ["1:1 MP1404"])
  }

  @Test func `semicolons and decimal commas are understood together`() throws {
    let text = "DATAFLOW;FREQ;AREA;TIME_PERIOD;OBS_VALUE\nMP:DF(1.0.0);A;KEN;2019;12,5\n"
    var diagnostics = Diagnostics()
    let read = try #require(
      SDMX.readCSV(Array(text.utf8), file: "d.csv", structures: smallStructure, into: &diagnostics))
    #expect(read.dataSets[0].observations.measures[0][0] == .number(12.5))
  }

  @Test(arguments: ["", "a,b\n1,2\n", "DATAFLOWS,A\n", "\u{FEFF}", "STRUCTURE\n", "<?xml version=\"1.0\"?>"])
  func `what is no SDMX-CSV is said to be none`(text: String) {
    #expect(["MP1401", "MP1402"].contains { code in findings(text).first?.contains(code) == true })
  }

  @Test func `a file in UTF-16 or with a broken byte is refused`() {
    for bytes: [UInt8] in [[0xFF, 0xFE, 0x41, 0], [0x44, 0xE9, 0x41, 0x41], [0x44, 0xED, 0xA0, 0x80]] {
      var diagnostics = Diagnostics()
      #expect(SDMX.readCSV(bytes, file: "d.csv", into: &diagnostics) == nil)
      #expect(diagnostics.all.map(\.code) == ["MP1401"])
    }
  }

  /// Long enough for several pieces, with lines in cells and scalars of several bytes.
  private static let long =
    "DATAFLOW,FREQ,AREA,TIME_PERIOD,OBS_VALUE,NOTE\n"
    + (0..<60_000).map { number in
      "MP:DF(1.0.0),A,\(["KEN", "UGA"][number % 2]),\(1 + number / 366 / 2 + 1000)-D"
        + "\(String(number / 2 % 366 + 1001).dropFirst()),\(number),\"漢字\n ☂\(number) عربي \"\"x\"\"\"\n"
    }.joined()

  @Test(arguments: [1 << 20, 4099, 65_537]) func `a file that comes in pieces is read as one that is whole`(
    size: Int
  ) throws {
    let bytes = Array(CSVReaderTests.long.utf8)
    var whole = Diagnostics()
    let wanted = SDMX.readCSV(bytes, file: "d.csv", structures: smallStructure, into: &whole)
    var offset = 0
    let source = ByteSource { buffer in
      let count = min(size, buffer.count, bytes.count - offset)
      buffer.copyBytes(from: bytes[offset..<offset + count])
      offset += count
      return count
    }
    var pieces = Diagnostics()
    let read = try SDMX.readCSV(source, file: "d.csv", structures: smallStructure, into: &pieces)
    #expect(pieces.all == whole.all)
    let (one, other) = (try #require(wanted?.dataSets.first), try #require(read?.dataSets.first))
    #expect(one.layout == other.layout)
    #expect(one.observationCount == other.observationCount)
    #expect(one.observations.lines == other.observations.lines)
    #expect(one.observations.times == other.observations.times)
  }

  @Test func `a fault far in a file that comes in pieces is named at its line`() throws {
    let bytes = Array((CSVReaderTests.long + "MP:DF(1.0.0),A,KEN,2019,ten,\n").utf8)
    var findings = Diagnostics()
    _ = try SDMX.readCSV(ByteSource(bytes), file: "d.csv", structures: smallStructure, into: &findings)
    #expect(findings.all.map { "\($0.position.line):\($0.position.column)" }.contains("120002:25"))
    var broken = Diagnostics()
    _ = try SDMX.readCSV(ByteSource(bytes + [0xC3]), file: "d.csv", structures: smallStructure, into: &broken)
    #expect(broken.all.last.map { "\($0.position.line):\($0.position.column) \($0.code)" } == "120003:1 MP1401")
  }

  @Test func `what a source throws is thrown on`() {
    struct Gone: Error {}
    var findings = Diagnostics()
    #expect(throws: Gone.self) {
      _ = try SDMX.readCSV(ByteSource { _ in throw Gone() }, file: "d.csv", into: &findings)
    }
  }
}
