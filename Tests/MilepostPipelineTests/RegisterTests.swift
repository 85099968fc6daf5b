import MilepostModel
import MilepostPipeline
import Testing

/// The base workspace of the cases with a register of licences on isles that do not exist.
private struct LicenceBook {
  static let definition = """
    register: licences
    title: {en: Licences}
    source: returns
    key: [number]
    fields:
      number: {title: {en: Number}, type: number}
      isle: {title: {en: Isle}, type: area}
      fee: {title: {en: Fee}, type: number, unit: crowns}
      share: {title: {en: Share}, type: number, unit: percent, decimals: 1}
      about: {title: {en: About}, type: element, many: true}
      year: {title: {en: Year}, type: period}
      granted: {title: {en: Granted}, type: date}
      ended: {title: {en: Ended}, type: date}
      says: {title: {en: Says}, type: formula}
    life:
      - {state: granted, title: {en: Granted}, date: granted}
      - {state: ended, title: {en: Ended}, date: ended, ends: true}
    snapshots:
      - {file: licences.csv, published: 2020-06-30}
    """

  static let rows = """
    number,isle,fee,share,about,year,granted,ended,says
    1,ALDA,100,50.0,1.1; 1.2,2017,2017-02-01,,sum(licences.fee)
    2,BRAN,60,30.0,1.1,2018,2018-05-12,2019-03-31,
    3,ALDA,40,20.0,,2019,2019-11-30,,"count(licences, isle = ALDA)"
    """

  var definition = LicenceBook.definition
  var rows = LicenceBook.rows
  var rule: String?
  var plan: String?

  var workspace: Workspace {
    get throws {
      var files = try Repository.files(in: "Tests/Cases/base")
      files["registers/licences.yaml"] = Array(definition.utf8)
      files["registers/licences.csv"] = Array((rows + "\n").utf8)
      if let rule {
        let head = "rules:\n  - id: r\n    title: {en: Something holds}\n    registers: [licences]\n"
        files["rules/rules.yaml"] = Array((head + rule + "\n").utf8)
      }
      if let plan { files["plan/registers.yaml"] = Array(plan.utf8) }
      return Workspace(files: files)
    }
  }

  func findings() throws -> [String] {
    try workspace.compile().diagnostics.map { "\($0.position.line):\($0.position.column) \($0.message)" }
  }
}

@Suite struct RuleTests {
  @Test(
    arguments: [
      "sum(fee) = 200", "sum(fee, isle = ALDA) = 140", "sum(share) = 100", "mean(fee) > 66", "min(fee) = 40",
      "max(year) = 2019", "min(granted) < 2017-03", "stated(sum(fee))", "stated(only(fee)) = no",
      "only(number(isle)) = 1 or stated(number(isle)) = no", "count(isle = ALDA) = 2", "count(licences) = 3",
      "count(licences, fee >= 60) = 2",
      "count-distinct(isle) = 2", "count-distinct(about) = 2", "share(fee >= 60) > 66", "only(fee, isle = BRAN) = 60",
      "edition-date > max(granted)", "count(about = 1.2) = 1", "count(ended <= edition-date) = 1",
      "count(year(granted) = 2018) = 1", "round(mean(fee), 1) = 66.7", "-sum(fee) < 0 and sum(fee) > 0",
      "sum(fee) = 7 or sum(fee) = 200", "abs(only(fee, number = 2) - 61) = 1", "count(granted - ended < -300) = 1",
    ])
  func `a rule over all records holds`(_ holds: String) throws {
    #expect(try LicenceBook(rule: "    holds: \(holds)").findings() == [])
    // And it is known to hold, not only not known to fail.
    #expect(try LicenceBook(rule: "    holds: (\(holds)) = no").findings().count == 1)
  }

  @Test(
    arguments: [
      ("each: record\n    holds: fee >= 50", "4:8 fee is 40, expected at least 50 by rule 'r'"),
      ("each: record\n    holds: items(about) = 1", "2:17 about is 1.1; 1.2, which does not hold with rule 'r'"),
      ("each: record\n    holds: share = 100 * fee / overall(sum(fee))", ""),
      ("each: record\n    where: isle = BRAN\n    holds: fee = 61", "3:8 fee is 60, expected 61 by rule 'r'"),
      ("each: [isle]\n    holds: same(fee)", "4:8 fee is 40, expected 100 by rule 'r'"),
      ("each: record\n    along: {previous: number}\n    holds: fee < previous(fee)", ""),
      (
        "each: record\n    along: {previous: year}\n    holds: fee = previous(fee) - 20",
        "2:8 fee is 100, expected 80 by rule 'r'"
      ),
      ("each: record\n    holds: fee = value(says)", "2:8 fee is 100, which does not hold with rule 'r'"),
      ("each: record\n    holds: granted <= ended", ""),
      ("each: record\n    holds: year(granted) = 2017 or fee < 100", ""),
      ("holds: count(fee > 50) = 3", "2:1 number is 1, which does not hold with rule 'r'"),
    ])
  func `the cell that cannot be right is named`(_ rule: String, _ finding: String) throws {
    let found = try LicenceBook(rule: "    " + rule).findings()
    #expect(found.first ?? "" == finding)
  }

  @Test func `of several figures that would do the one is named that satisfies most rules`() throws {
    var book = LicenceBook()
    book.rows = book.rows.replacing("2,BRAN,60,30.0", with: "2,BRAN,66,30.0")
    book.rule = """
          holds: 200 = sum(fee)
        - id: share-of-fee
          title: {en: A share is that of the fees}
          registers: [licences]
          each: record
          holds: share = fee / 2
      """
    #expect(try book.findings() == ["3:8 fee is 66, expected 60 by rules 'r', 'share-of-fee'"])
  }

  @Test func `rounded numbers may add up to a little more or less`() throws {
    var book = LicenceBook()
    book.rows = book.rows.replacing("20.0", with: "20.1")
    book.rule = "    holds: sum(share) = 100"
    #expect(try book.findings() == [])
    book.rule = "    exact: true\n    holds: sum(share) = 100"
    #expect(try book.findings() == ["4:11 share is 20.1, expected 20.0 by rule 'r'"])
  }

  @Test func `a table with faults in its cells is not checked by rules`() throws {
    var book = LicenceBook(rule: "    holds: sum(fee) = 200")
    book.rows = book.rows.replacing("2,BRAN,60", with: "2,BRAN,six")
    #expect(try book.findings() == ["3:8 'six' is no number for field 'fee'"])
  }
}

@Suite struct RegisterMeasureTests {
  private func series(_ measure: String, unit: String = "licences") throws -> [String] {
    var book = LicenceBook()
    book.definition += "\nmeasures:\n  - \(measure)"
    book.plan = """
      indicators:
        - {id: counted, title: {en: Counted}, unit: \(unit), direction: up, decimals: 0}
      outcomes:
        - {id: O.1-z, objective: O.1, title: {en: More}, measured-by: [{indicator: counted, area: ALDA}]}
      """
    let compilation = try book.workspace.compile()
    #expect(compilation.diagnostics == [])
    let release = try #require(compilation.releases.last)
    return release.series.keys.enumerated().filter { $1.indicator.text == "counted" }.flatMap { place, key in
      release.series.estimates(at: place).map { "\(key.area) \($0.period) \($0.value.number ?? -1)" }
    }
  }

  @Test func `a stock is what stands at the end of each period`() throws {
    #expect(
      try series("{indicator: counted, value: count, standing: true, area: ALDA}")
        == ["ALDA 2017 1.0", "ALDA 2018 2.0", "ALDA 2019 2.0"])
    #expect(
      try series("{indicator: counted, value: count, standing: true, area: isle, from: 2018, to: 2019}")
        == ["ALDA 2018 1.0", "ALDA 2019 2.0", "BRAN 2018 1.0", "BRAN 2019 0.0"])
  }

  @Test func `a flow is what falls into each period`() throws {
    #expect(
      try series("{indicator: counted, value: sum(fee), during: granted, area: ALDA}", unit: "crowns")
        == ["ALDA 2017 100.0", "ALDA 2018 60.0", "ALDA 2019 40.0"])
    #expect(
      try series("{indicator: counted, value: count, during: granted, every: half, area: isle}")
        == ["ALDA 2017-S1 1.0", "ALDA 2017-S2 0.0", "ALDA 2018-S1 0.0", "ALDA 2018-S2 0.0", "ALDA 2019-S1 0.0"]
        + ["ALDA 2019-S2 1.0", "BRAN 2018-S1 1.0"])
  }

  @Test func `a share is of the records that say so, for the year of the snapshot`() throws {
    #expect(
      try series("{indicator: counted, value: share(fee >= 60), area: ALDA}", unit: "percent")
        == ["ALDA 2020-06-30 66.66666666666667"])
  }

  @Test func `an edition counts what had been received by then`() throws {
    var book = LicenceBook()
    book.definition = book.definition.replacing("published: 2020-06-30", with: "published: 2021-06-30")
    let releases = try book.workspace.compile().releases
    #expect(releases.map { $0.registers.count } == [0, 1])
  }
}

@Suite struct RegisterPageTests {
  private func site(_ book: LicenceBook) throws -> [String: String] {
    let releases = try book.workspace.compile().releases
    var found = Diagnostics()
    var files: [String: String] = [:]
    try Publication(releases, languages: [], parts: .all).write(into: &found) { path, bytes in
      files[path] = String(decoding: bytes, as: UTF8.self)
    }
    #expect(found.all == [])
    return files
  }

  @Test func `a record has a page with what it says, what it names and its life`() throws {
    var book = LicenceBook()
    book.definition += "\npages: records"
    let files = try site(book)
    let page = try #require(files["en/registers/licences/records/2/index.html"])
    #expect(page.contains("<a href=\"../../../../targets/1.1/index.html\">1.1</a>"))
    #expect(page.contains("31 March 2019"))
    #expect(files["en/registers/licences/index.html"]?.contains("/records/2/index.html\">") == true)
    #expect(files["editions/r2020/en/registers/licences/records/2/index.html"] != nil)
  }

  @Test func `a long list has pages, and ways in by code and name`() throws {
    var book = LicenceBook()
    let more = (4...1250).map { "\($0),BRAN,\($0),1.0,,2019,2019-01-01,," }
    book.rows += "\n" + more.joined(separator: "\n")
    let files = try site(book)
    #expect(files["en/registers/licences/page-7/index.html"] != nil)
    #expect(files["en/registers/licences/page-8/index.html"] == nil)
    let codes = try #require(files["en/registers/licences/codes/index.html"])
    #expect(codes.contains("201 to 400"))
    #expect(files["en/registers/licences/names/index.html"]?.contains("page-6/index.html#r1100\"") == true)
    #expect(files["en/registers/licences/names-2/index.html"] != nil)
  }

  @Test func `a matrix shows each value with its change`() throws {
    var book = LicenceBook()
    book.rows += "\n4,ALDA,55,1.0,,2020,2019-01-01,,"
    book.definition += "\nmatrix: {rows: [isle], columns: year, value: fee}"
    let page = try #require(try site(book)["en/registers/licences/index.html"])
    #expect(page.contains("<small class=\"fall\"><span aria-hidden=\"true\">▼</span> −60</small>"))
    #expect(page.contains("<small class=\"rise\"><span aria-hidden=\"true\">▲</span> +15</small>"))
  }

  @Test func `its files have the fields and the state of each record`() throws {
    let files = try site(LicenceBook())
    let table = try #require(files["data/registers/licences.csv"]).split(separator: "\n")
    #expect(table[0] == "number,isle,fee,share,about,year,granted,ended,says,STATE,STATE_SINCE")
    #expect(table[2] == "2,BRAN,60,30,1.1,2018,2018-05-12,2019-03-31,,ended,2019-03-31")
    let document = try #require(files["data/registers/licences.json"])
    #expect(document.contains("\"life\":[{\"state\":\"granted\",\"date\":\"2018-05-12\",\"note\":null}"))
    #expect(files["data/registers/licences.xlsx"] != nil)
  }
}
