import MilepostFormats
import MilepostModel
import MilepostTesting
import Testing

@Suite struct LoaderTests {
  private func load(_ changes: [String: String]) throws -> (draft: Draft?, findings: [Diagnostic]) {
    var diagnostics = Diagnostics()
    let draft = try MilepostFormats.load(WorkspaceFolder.base(changes), into: &diagnostics)
    return (draft, diagnostics.all)
  }

  @Test(arguments: ["Tests/Cases/base", "Examples/connect-2030", "Examples/isles"])
  func `a good workspace loads without an error`(folder: String) throws {
    var diagnostics = Diagnostics()
    let draft = try MilepostFormats.load(SourceTree(bytes: WorkspaceFolder.files(folder)), into: &diagnostics)
    #expect(diagnostics.all.filter { $0.severity == .error } == [])
    #expect(draft != nil)
  }

  @Test(arguments: ["LICENSED-services", "README"]) func `a file of the plan is read whatever it is called`(
    name: String
  ) throws {
    let (draft, findings) = try load(["plan/\(name).yaml": "goals: [{id: 9, title: Licences}]"])
    #expect(findings == [])
    #expect(draft?.plan.goals.map(\.id.text).contains("9") == true)
  }

  @Test func `a sign that nobody sees is named`() throws {
    let (_, findings) = try load(["plan/extra.yaml": "goals: [{id: 9\u{200B}, title: Licences}]"])
    #expect(findings.map(\.message) == ["'9<U+200B>' is no id"])
    let (_, codes) = try load(["groups/areas.csv": "code,name_en\nALDA\u{202E},Alda\n"])
    #expect(codes.map(\.message).contains("'ALDA<U+202E>' is no code"))
  }

  @Test func `every kind of target is read with its numbers`() throws {
    let (draft, findings) = try load([
      "plan/extra.yaml": """
      targets:
        - {id: k.1, goal: 1, title: a, kind: ceiling, value: -1.5, due: 2023, direction: down}
        - {id: k.2, goal: 1, title: a, kind: relative, percent: 40, reading: divided, due: 2023}
        - {id: k.3, goal: 1, title: a, kind: change, points: 5, due: 2023-Q4}
        - {id: k.4, goal: 1, title: a, kind: all-areas, indicator: internet-use, area: ISLES, due: 2023-06-30}
        - {id: k.5, goal: 1, title: a, kind: parity, women: {SEX: F}, men: {SEX: M}, due: 2023}
        - {id: k.6, goal: 1, title: a, kind: gap-reduction, better: ALDA, worse: DELL, gap: ratio, percent: 25,
           indicator: internet-use, where: {SEX: F}, due: 2023}
        - {id: k.7, goal: 1, title: a, kind: directional, due: 2022/2023}
        - {id: k.8, goal: 1, title: a, kind: perception, due: 2023}
        - {id: k.9, goal: 1, title: a, kind: index, value: 3, due: 2023}
        - {id: k.10, goal: 1, title: a, kind: yes-no, due: 2023}
        - {id: k.11, goal: 1, title: a, kind: compound, due: 2023, parts: [{title: b, kind: yes-no}, {title: c, kind: level, value: 2}]}
      """
    ])
    #expect(findings == [])
    let targets = draft?.plan.targets.filter { $0.id.text.hasPrefix("k.") } ?? []
    let women = [DimensionCode("SEX", "F")]
    #expect(
      targets.map(\.kind) == [
        .ceiling(-1.5), .relative(percent: 40, reading: .dividedByOnePlus), .change(5), .allAreas,
        .parity(women: women, men: [DimensionCode("SEX", "M")]),
        .gapReduction(better: Area.ID("ALDA"), worse: Area.ID("DELL"), measure: .ratio, percent: 25), .directional,
        .perception(nil), .compositeIndex(3), .yesNo,
        .compound([
          TargetPart(title: LocalizedText("b", LanguageTag("en")), kind: .yesNo, measure: nil, baseline: nil),
          TargetPart(title: LocalizedText("c", LanguageTag("en")), kind: .level(2), measure: nil, baseline: nil),
        ]),
      ])
    #expect(targets.map(\.id.text).last == "k.11")
    #expect(targets[5].measure == Measure(Indicator.ID("internet-use"), Area.ID("ALDA"), women))
  }

  @Test(arguments: [
    (
      "{en: ①Bikes, ②trams and more}", "MP0109",
      "a text that holds a comma stands in quotes: {en: \"Bikes, trams and more\"}"
    ),
    ("{en: Bikes, ②by, day}", "MP0109", "a text that holds a comma stands in quotes: {en: \"Bikes, by, day\"}"),
    ("{en: Bikes, sub: ②>, x: y}", "MP0001", "inside brackets a text that begins with > stands in quotes: \">\""),
  ])
  func `a sign that YAML takes for its own is one finding that says where quotes belong`(
    title: String, code: String, hint: String
  ) throws {
    let marked = MarkedText("goals:\n  - {id: 9, title: \(title)}\n", file: "plan/extra.yaml")
    let findings = try load([marked.file: marked.text]).findings
    #expect(findings.map(\.code) == [code])
    #expect(findings.map(\.hint) == [hint])
    #expect(findings.map(\.position) == [marked["②"]])
  }

  @Test func `every field knows its place`() throws {
    let plan = MarkedText(
      """
      targets:
        - ①id: ②k.1
          goal: ③1
          title: {en: ④a}
          kind: compound
          due: ⑤2023
          parts:
            - title: b
              kind: level
              value: ⑥3
              indicator: ⑦internet-use
              area: ISLES
              where: {SEX: ⑧F}
              baseline: {period: ⑨2016}
          links: {⑩sdg: [⑪"9"]}
      """, file: "plan/aaa.yaml")
    let draft = try #require(try load([plan.file: plan.text]).draft)
    let fields =
      [
        ("", "①"), ("id", "②"), ("goal", "③"), ("title.en", "④"), ("due", "⑤"), ("parts.0.value", "⑥"),
        ("parts.0.indicator", "⑦"), ("parts.0.where.SEX", "⑧"), ("parts.0.baseline.period", "⑨"), ("links.sdg", "⑩"),
        ("links.sdg.0", "⑪"),
      ] as [(String, Unicode.Scalar)]
    for (field, mark) in fields { #expect(draft.places[.target, 0, field] == plan[mark], "\(field)") }
    #expect(draft.places.has(.target, 0, "owner") == false)
    #expect(draft.places[.target, 1, "id"].file == "plan/plan.yaml")
    #expect(
      draft.places[.dataflow, 0, "vintages.1.file"]
        == SourcePosition(file: "data/internet-users.yaml", line: 9, column: 12))
    #expect(draft.places[.area, 2, "name"] == SourcePosition(file: "groups/areas.csv", line: 4, column: 6))
    #expect(draft.places[.group, 0, "members.DELL"] == SourcePosition(file: "groups/isles.csv", line: 5, column: 1))
  }

  @Test func `editions are sorted by date and keep their places`() throws {
    let settings = MarkedText(
      """
      milepost: 1
      id: four-isles
      title: Plan
      agency: ISLES
      languages: [en]
      period: 2018/2023
      url: https://example.org/plan/
      editions:
        - {id: ①R/2021, date: ②2021-12-31}
        - {id: ③R2020, date: ④2020-12-31}
      """, file: "milepost.yaml")
    let (draft, findings) = try load([settings.file: settings.text])
    #expect(findings == [])
    #expect(draft?.settings.editions.map(\.id.text) == ["R2020", "R/2021"])
    #expect(draft?.settings.url == "https://example.org/plan")
    #expect(draft?.places[.settings, 0, "editions.0.id"] == settings["③"])
    #expect(draft?.places[.settings, 0, "editions.1.date"] == settings["②"])
  }

  @Test func `a sidecar gives the layout of its files`() throws {
    let (draft, findings) = try load([
      "data/population.2020.csv": "area;year;n\nALDA;FY2019;1 030,5\nBRAN;FY2019;..\nCORA;FY2019;\n",
      "data/population.2021.csv": "area;year;n\nALDA;FY2020;<0,5\n",
      "data/population.yaml": """
      dataflow: population
      title: Population
      indicator: population
      source: returns
      unit: {measure: persons, multiplier: 3}
      columns: {REF_AREA: area, TIME_PERIOD: year, OBS_VALUE: n}
      delimiter: ";"
      decimal: ","
      thousands: " "
      fiscal-year-start: 7
      missing: {"..": not-collected, "": not-due, "<0,5": below-unit}
      vintages:
        - {file: population.2020.csv, published: 2020-05-04, received: 2020-06-01}
        - {file: population.2021.csv, published: 2021-05-03, kind: update}
      """,
    ])
    #expect(findings == [])
    let tables = draft?.tables.filter { $0.dataflow == Dataflow.ID("population") } ?? []
    #expect(tables.map(\.vintage.received.description) == ["2020-06-01", "2021-05-03"])
    #expect((0..<3).map { tables[0].value(at: $0) } == [.figure(1030.5), .missing(.notCollected), .missing(.notDue)])
    #expect(tables[0].periods == [TimePeriod(fiscalYear: 2019, startMonth: 7)])
    #expect(tables[1].value(at: 0) == .belowUnit)
    #expect(draft?.dataflows.last?.unit == UnitOfMeasure("persons", multiplier: 3))
  }

  @Test func `the faults of all files are reported at once`() throws {
    let (draft, findings) = try load([
      "milepost.yaml": "milepost: 1\nid: x\n", "plan/a.yaml": "goals: [1\n", "plan/b.yaml": "gaols: []\n",
      "data/population.yaml": "dataflow: population\n", "accepted.yaml": "accepted: {}\n",
      "groups/isles.csv": "aera\nALDA\n",
    ])
    #expect(draft == nil)
    let files = Set(findings.filter { $0.severity == .error }.map(\.position.file))
    #expect(
      files == [
        "milepost.yaml", "plan/a.yaml", "plan/b.yaml", "data/population.yaml", "accepted.yaml", "groups/isles.csv",
      ])
  }

  @Test func `a workspace without its settings is checked all the same`() throws {
    var diagnostics = Diagnostics()
    let draft = try MilepostFormats.load(
      SourceTree(["plan/a.yaml": "goals: [{id: 1, title: {xx: Y}, text: 2}]"]), into: &diagnostics)
    #expect(draft == nil)
    #expect(diagnostics.all.map(\.message) == ["workspace has no milepost.yaml"])
  }

  @Test(arguments: [
    "../x.csv", "/etc/passwd", "a/../../x.csv", "./x.csv", "a//x.csv", "C:\\x.csv", "a\\..\\x.csv", "..",
  ])
  func `a sidecar cannot name a file outside its folder`(name: String) throws {
    let (draft, findings) = try load([
      "data/population.yaml": """
      dataflow: population
      title: Population
      indicator: population
      source: returns
      unit: persons
      vintages: [{file: '\(name)', published: 2020-05-04}]
      """
    ])
    #expect(draft == nil)
    #expect(findings.map(\.code) == ["MP0112"])
  }

  @Test(arguments: [
    ("value: ①\"30\"", "MP0103"), ("value: ①30%", "MP0107"), ("value: ①0x1F", "MP0107"), ("value: ①inf", "MP0107"),
    ("value: ①1e3", "MP0107"), ("value: 30\n    sustain: ①yes", "MP0107"), ("value: 30\n    method: ①pace", "MP0108"),
    ("value: 30\n    method: {id: drift, window: ①1}", "MP0107"), ("value: 30\n    ①percent: 5", "MP0110"),
    ("value: 30\n    ①area: ISLES", "MP0102"), ("value: 30\n    baseline: ①{value: 3}", "MP0102"),
    ("value: 30\n    links: {①s_g: [1]}", "MP0104"), ("value: 30\n    note: ①{}", "MP0103"),
    ("value: 30\n    milestones: [①3]", "MP0103"), ("value: 30\n    printed: [①]", "MP0103"),
    (
      "value: 30\n    override: {status: at-risk, name: N, date: 2020-01-02, reason: R, expires: ①2020-01-02}", "MP0107"
    ),
  ])
  func `a fault in a target is found at its place`(marked: String, code: String) throws {
    let head = "targets:\n  - id: k.1\n    goal: 1\n    title: a\n    kind: level\n    due: 2023\n    "
    let source = MarkedText(head + marked, file: "plan/extra.yaml")
    let findings = try load([source.file: source.text]).findings
    if marked.contains("[①]") {
      #expect(findings == [])
    } else {
      #expect(findings.map(\.code) == [code])
      #expect(findings.first?.position == source["①"])
    }
  }
}
