import MilepostExchange
import MilepostModel
import MilepostReport
import Testing

@Suite struct ExchangeTests {
  private static let release = IslesRelease.release
  private static let texts = AssessmentTexts(
    label: { release.label(of: $0, language: IslesRelease.english) }, explanation: { _ in "because" },
    refusal: { refusal, _ in "\(refusal)" }, direction: { _ in "so" }, cause: { "\($0.kind)" })

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func `findings are written in the form of the contract`() {
    let finding = Diagnostic(
      .error, "MP0203", "unknown indicator 'internet-usage'",
      at: SourcePosition(file: "plan/2.yaml", line: 12, column: 9), hint: "did you mean \"internet-use\"?")
    let more = Diagnostic(.warning, "MP0412", "more", at: .wholeFile("a.csv"), occurrences: 150)
    #expect(
      text(checkDocument([finding], accepted: [more, finding])) == """
        {"diagnostics":[{"file":"plan/2.yaml","line":12,"column":9,"severity":"error","code":"MP0203",\
        "message":"unknown indicator 'internet-usage'","hint":"did you mean \\"internet-use\\"?","notes":[]}],\
        "summary":{"errors":1,"warnings":0,"accepted":151}}

        """)
  }

  @Test func `findings that are not listed are counted`() {
    let finding = Diagnostic(.warning, "MP0412", "150 more", at: .wholeFile("a.csv"), occurrences: 150)
    let json = text(checkDocument([finding, finding], accepted: []))
    #expect(json.contains("\"notes\":[],\"occurrences\":150}"))
    #expect(json.contains("\"summary\":{\"errors\":0,\"warnings\":300,\"accepted\":0}"))
  }

  @Test func `counts of the summary add up to the total`() {
    let json = text(assessDocument(Self.release, language: IslesRelease.english, texts: Self.texts))
    #expect(
      json.hasSuffix(
        """
        "summary":{"achieved":1,"missed":1,"on-track":1,"at-risk":1,"off-track":1,"moving-away":1,"benchmarked":1,\
        "not-measured":1,"not-measurable":1,"total":9,"assessed":6}}

        """))
    #expect(
      json.hasPrefix("{\"edition\":\"I24/1\",\"asOf\":\"2024-06-30\",\"targets\":[{\"id\":\"1.1\",\"goal\":\"1\","))
  }

  @Test func `a tidy table has one row for each value and no confidential number`() {
    var table = IndicatorTable(Self.release)
    var bytes: [UInt8] = []
    table.write(IslesRelease.online, into: &bytes)
    let lines = text(bytes).split(separator: "\n")
    #expect(
      lines[0]
        == "REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS,COVERAGE_REPORTED,COVERAGE_ESTIMATED,COVERAGE_IMPUTED,COVERAGE_MISSING,VINTAGE,SOURCE,MISSING,NOTE"
    )
    #expect(lines.count == 1 + 42 * 6)
    #expect(lines.contains("I01,2023,28.25,A,F,,,,,2024-03-01,tide-office,,"))
    #expect(lines.contains("I04,2023,,A,C,,,,,2024-03-01,tide-office,confidential,"))
    #expect(lines.contains("I05,2022,,L,F,,,,,2024-03-01,tide-office,not-collected,"))
    #expect(lines.contains("WORLD,2023,48.25,P,F,0.6,0.3,0.08,0.02,2024-03-01,tide-office,,"))
  }

  @Test(arguments: [("=1+1", "'=1+1"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("-x", "'-x"), ("plain", "plain")])
  func `a text cell is quoted and never a formula`(_ cell: String, _ expected: String) {
    #expect(text(CSVWriter.cell(cell)) == expected)
  }

  /// Vectors of NIST: FIPS 180-4 examples and the CAVP long message of a million letters a.
  @Test(
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        String(repeating: "a", count: 1_000_000),
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
      ),
    ])
  func `the digest is that of the standard`(_ message: String, _ digest: String) {
    #expect(SHA256.digest(of: Array(message.utf8)) == digest)
  }

  @Test func `an entry of a calendar is the same whoever asks`() {
    let day = CalendarDate.lastDay(ofMonth: 5, year: 2025)
    let rows = ["A", "B", "C"].map { TodoRow(owner: "Office \($0)", element: "Target 1", need: "send it", due: day) }
    func identities(_ rows: [TodoRow]) -> Set<String> {
      let lines = calendar(of: rows, workspace: "isles", stamp: day).split(separator: "\r\n").map(String.init)
      return Set(lines.filter { $0.hasPrefix("UID:") })
    }
    #expect(identities(rows).count == 3)
    #expect(identities([rows[2]]).isSubset(of: identities(rows)))
  }
}
