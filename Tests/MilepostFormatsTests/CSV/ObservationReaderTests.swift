import MilepostModel
import MilepostTesting
import Testing

@testable import MilepostFormats

@Suite struct `Observation reader` {
  private static let date = CalendarDate.lastDay(ofMonth: 4, year: 2020)

  private func read(
    _ text: String, indicator: String? = "use", dimensions: [String] = [], layout: DataLayout? = nil
  ) -> (table: ObservationTable?, findings: [Diagnostic]) {
    var diagnostics = Diagnostics()
    let vintage = Vintage(published: Self.date, received: Self.date, kind: .snapshot, file: "d.csv")
    let dataflow = Dataflow(
      id: .init("use"), title: LocalizedText("Use", LanguageTag("en")), indicator: indicator.map(Indicator.ID.init),
      structure: DataStructure(dimensions: dimensions.map { .init(id: $0, codelist: .init($0)) }), unit: .percent,
      source: .init("office"), vintages: [vintage], file: "d.yaml")
    let table = ObservationReader.read(
      Array(text.utf8), dataflow: dataflow, vintage: vintage,
      layout: layout ?? DataLayout(position: .wholeFile("d.yaml")),
      into: &diagnostics)
    return (table, diagnostics.all)
  }

  private func layout(
    decimal: DataLayout.DecimalSign = .point, delimiter: DataLayout.Delimiter = .comma, thousands: String? = nil,
    marks: [(String, DataLayout.MarkMeaning)] = [], fiscalYearStart: Int? = nil, columns: [(String, String)] = []
  ) -> DataLayout {
    let place = SourcePosition.wholeFile("d.yaml")
    return DataLayout(
      columns: columns.map { .init(ours: $0, inFile: Located($1, at: place)) }, delimiter: delimiter, decimal: decimal,
      thousands: thousands.map { Located($0, at: place) },
      fiscalYearStart: fiscalYearStart.map { Located($0, at: place) },
      missingMarks: marks.map { .init(mark: Located($0, at: place), meaning: $1) }, position: place)
  }

  private func rows(_ table: ObservationTable?) -> [String]? {
    table.map { table in
      (0..<table.count).map { row in
        let cell = table.observation(at: row)
        return "\(table.seriesKeys[Int(table.series[row])]) \(cell.period) \(cell.value) \(cell.status.rawValue)"
          + cell.confidentiality.rawValue + " \(table.line[row]):\(table.column[row])"
      }
    }
  }

  private func places(_ findings: [Diagnostic]) -> [String] {
    findings.map { "\($0.position.line):\($0.position.column) \($0.code)" }
  }

  @Test func `every column is understood`() {
    let (table, findings) = read(
      """
      INDICATOR,REF_AREA,SEX,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS,MISSING,COMMENT
      use,AAA,F,2019,12.5,E,C,,
      use,AAA,_T,2019-Q1,,,,refused,"said
      no"
      use.2,BBB,M,2019-03,-1.5e2,A,F,,é
      use.2,BBB,M,2018/2019,,P,,below-unit,

      """, indicator: nil, dimensions: ["SEX"])
    #expect(findings.isEmpty)
    #expect(
      rows(table) == [
        "use(AAA, SEX=F) 2019 figure(12.5) EC 2:16",
        "use(AAA) 2019-Q1 missing(MilepostModel.MissingReason.refused) AF 3:20",
        "use.2(BBB, SEX=M) 2019-03 figure(-150.0) AF 5:21", "use.2(BBB, SEX=M) 2018/2019 belowUnit PF 6:23",
      ])
  }

  @Test func `columns may have other names, signs and marks`() {
    let (table, findings) = read(
      "Land;Jahr;Wert\nAAA;2019;1 234,5\nBBB;FY2019;..\nCCC;2019;<0,5\nDDD;2019;\nEEE;2019;-99\nFFF;2019;1234567\n",
      layout: layout(
        decimal: .comma, delimiter: .semicolon, thousands: " ",
        marks: [
          ("..", .missing(.notCollected)), ("<0,5", .belowUnit), ("", .missing(.notDue)), ("-99", .missing(.refused)),
        ], fiscalYearStart: 7, columns: [("REF_AREA", "Land"), ("TIME_PERIOD", "Jahr"), ("OBS_VALUE", "Wert")]))
    #expect(findings.isEmpty)
    #expect(table?.number == [1234.5, 0, 0, 0, 0, 1_234_567])
    #expect(table?.kind == [.figure, .notCollected, .belowUnit, .notDue, .refused, .figure])
  }

  @Test func `columns of places count Unicode scalars`() {
    let marked = MarkedText(
      "REF_AREA,COMMENT,TIME_PERIOD,OBS_VALUE\nAAA,\"é😀\n“x”\",2019,①x\nBBB,ü,2019,\"②\"\"\"\n", file: "d.csv")
    let found = read(marked.text).findings
    #expect(found[0].position == marked["①"])
    #expect(found[1].position.column == marked["②"].column - 1)
  }

  @Test(arguments: [

    ("aaa,2019,1,,,", "2:1 MP0303"), ("\"AAA \",2019,1,,,", "2:1 MP0303"), (",2019,1,,,", "2:1 MP0303"),
    ("AAA,2019Q5,1,,,", "2:5 MP0304"), ("AAA,FY2019,1,,,", "2:5 MP0304"), ("AAA,,1,,,", "2:5 MP0304"),
    ("AAA,31.12.2019,1,,,", "2:5 MP0304"), ("AAA,2019-13,1,,,", "2:5 MP0304"),
    ("AAA,2019,\"1,5\",,,", "2:10 MP0307"), ("AAA,2019,1.234.567,,,", "2:10 MP0307"), ("AAA,2019,5%,,,", "2:10 MP0307"),
    ("AAA,2019, 5,,,", "2:10 MP0307"), ("AAA,2019,#N/A,,,", "2:10 MP0307"), ("AAA,2019,12-Mar,,,", "2:10 MP0307"),
    ("AAA,2019,NaN,,,", "2:10 MP0307"), ("AAA,2019,inf,,,", "2:10 MP0307"), ("AAA,2019,0x10,,,", "2:10 MP0307"),
    ("AAA,2019,1e,,,", "2:10 MP0307"), ("AAA,2019,.,,,", "2:10 MP0307"), ("AAA,2019,٣,,,", "2:10 MP0307"),
    ("AAA,2019,1e999,,,", "2:10 MP0308"), ("AAA,2019,1e-999,,,", "2:10 MP0308"),
    ("AAA,2019,,,,", "2:10 MP0309"), ("AAA,2019,5,,,refused", "2:14 MP0310"), ("AAA,2019,,,,dunno", "2:13 MP0311"),
    ("AAA,2019,5,X,,", "2:12 MP0312"), ("AAA,2019,5,,X,", "2:13 MP0313"), ("AAA,2019,5,a,,", "2:12 MP0312"),
  ])
  func `a bad cell is found at its place`(row: String, place: String) {
    let header = "REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS,MISSING\n"
    let findings = read(header + row + "\nZZZ,2019,1,,,\n").findings
    #expect(places(findings) == [place])
    #expect(findings[0].hint != nil)
  }

  @Test func `all cells of a row are checked, and the row is left out`() {
    let (table, findings) = read("REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS\na,b,c,d\nAAA,2019,1,A\n")
    #expect(places(findings) == ["2:1 MP0303", "2:3 MP0304", "2:5 MP0307", "2:7 MP0312"])
    #expect(table?.count == 1)
  }

  @Test(arguments: [
    ("REF_AREA,TIME_PERIOD,OBS_VALUE,SEX\nA,2019,1,F\n", ["1:32 MP0301"]),
    ("REF_AREA,TIME_PERIOD,VALUE\nA,2019,1\n", ["1:1 MP0302", "1:22 MP0301"]),
    ("REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE\nA,use,2019,1\n", ["1:10 MP0301"]),
    ("Ref_Area,time_period,OBS_VALUE\nA,2019,1\n", ["1:1 MP0301"]),
    ("Users of the isles,,\nREF_AREA,TIME_PERIOD,OBS_VALUE\nA,2019,1\n", ["1:1 MP0302"]),
    ("Users of the isles\nREF_AREA,TIME_PERIOD,OBS_VALUE\nA,2019,1\n", ["1:1 MP0302"]),
    ("REF_AREA,TIME_PERIOD,OBS_VALUE,,\nA,2019,1,,\nB,2019,1,,x\n", ["3:11 MP0056"]),
    ("REF_AREA,,,TIME_PERIOD,OBS_VALUE\nA,,,2019,1\n", ["1:11 MP0059"]),
    ("\"\",\" \"\nA,2019\n", ["1:1 MP0058"]),
    ("REF_AREA;TIME_PERIOD;OBS_VALUE\nA;2019;1\n", ["1:1 MP0060"]),
    ("REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_VALUE\nA,2019,1,1\n", ["1:32 MP0059"]),
    ("REF_AREA,TIME_PERIOD,OBS_VALUE\n", ["1:1 MP0314"]),
  ])
  func `a table that cannot be read says why`(text: String, expected: [String]) {
    #expect(places(read(text).findings) == expected)
  }

  @Test(arguments: [
    " REF_AREA , TIME_PERIOD,\"OBS_VALUE \"\nAAA,2019,1\n",
    "REF_AREA,TIME_PERIOD,OBS_VALUE,,\nAAA,2019,1,,\nBBB,2019,1\n",
  ])
  func `blanks around names and empty columns without one are passed over`(text: String) {
    let (table, findings) = read(text)
    #expect(findings.isEmpty)
    #expect(table?.observation(at: 0).value == .figure(1))
  }

  @Test(arguments: [
    ("2022-13", "months are 01 to 12"), ("2019-20", "write 2019/2020 for two years"),
    ("2019-00", "months are 01 to 12"),
    ("2019-21", "write 2019/2021 for two years"), ("2018/19", "write 2018/2019 for two years"),
  ])
  func `a period that is none gets a hint that would work`(text: String, hint: String) {
    #expect(read("REF_AREA,TIME_PERIOD,OBS_VALUE\nAAA,\(text),1\n").findings.map(\.hint) == [hint])
  }

  @Test func `a missing or mistyped header is one finding with one hint`() {
    let title = read("Users of the isles,,\nREF_AREA,TIME_PERIOD,OBS_VALUE\n").findings
    #expect(title.map { $0.hint?.hasPrefix("the first line must hold the column names") } == [true])
    let small = read("ref_area,time_period,OBS_VALUE\nA,2019,1\n").findings
    #expect(small.map(\.hint) == ["write REF_AREA, TIME_PERIOD"])
  }

  @Test(arguments: [
    ("12.5%", "without '%'"), ("1,234", "thousands: ','"), ("12,5", "decimal: ','"), ("$5", "currency"),
    ("(5)", "minus sign"), ("n/a", "missing: {\"n/a\""), ("5 ", "remove the blanks"), ("01/02/2019", "date"),
    ("12.5e*", "OBS_STATUS"), ("−5", "'-'"), ("#DIV/0!", "formula"), ("1 234 567", "'thousands'"),
  ])
  func `the hint says what to type`(text: String, part: String) {
    #expect(NumberAdvice(decimal: ".", hasThousands: false).hint(for: text).contains(part))
  }

  @Test(arguments: [
    ("0", 0.0), ("-0", 0.0), ("1", 1), ("+7", 7), (".5", 0.5), ("5.", 5), ("0.1", 0.1), ("1e3", 1000), ("1E-2", 0.01),
    ("9007199254740993", 9_007_199_254_740_992), ("9007199254740993.0000001", 9_007_199_254_740_994),
    ("123456789.123456789", 123_456_789.123456789), ("0.30000000000000004", 0.1 + 0.2),
    ("1e100", 1e100),
    ("0000000000000000000000000001.5", 1.5), ("99999999999999999999999", 1e23),
  ])
  func `numbers are read exactly`(text: String, value: Double) {
    let form = NumberForm(DataLayout(position: .wholeFile("d.yaml")))
    #expect(form.read(text) == .number(value))
    if case .number(let read) = form.read(text) { #expect(read.sign == .plus) }
  }

  @Test func `decimal numbers come back as they were written`() {
    let form = NumberForm(DataLayout(position: .wholeFile("d.yaml")))
    var state: UInt64 = 42
    for _ in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let bits = Double(bitPattern: state & 0x7FEF_FFFF_FFFF_FFFF)
      let short = Double(state >> 40) / 1000
      #expect(form.read("\(short)") == .number(short))
      #expect(form.read("\(bits)") == (bits.canBeAFigure ? .number(bits) : .outOfRange))
    }
  }

  @Test(arguments: [
    ("1'234'567.5", true), ("234'567", true), ("1234567", true), ("12'34", false), ("1234'567", false),
    ("1'2345", false), ("'234", false), ("1'234'", false), ("1.234'567", false),
  ])
  func `thousands are groups of three`(text: String, isNumber: Bool) {
    let form = NumberForm(layout(thousands: "'"))
    #expect((form.read(text) != .notANumber) == isNumber)
  }
}
