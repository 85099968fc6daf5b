import MilepostEngine
import MilepostModel
import MilepostPipeline
import Testing

/// An index of two indicators over isles that do not exist.
private struct SmallIndex {
  var rows = """
    ALDA,homes,2019,80,A,F
    BRAN,homes,2019,40,A,F
    CORA,homes,2019,20,A,F
    ALDA,users,2019,90,A,F
    BRAN,users,2018,70,A,F
    DELL,users,2019,30,A,F

    """
  var method = ""
  var areas = "ISLES"
  var parts = "[{indicator: homes}, {indicator: users}]"
  var more: [String: String] = [:]

  func release() throws -> Release {
    var files = try Repository.files(in: "Tests/Cases/base")
    let text = [
      "data/small.csv": "REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS\n" + rows,
      "data/small.yaml": """
      dataflow: small
      title: Small
      source: returns
      unit: percent
      vintages: [{file: small.csv, published: 2020-05-04}]
      """,
      "plan/small.yaml": """
      indicators:
        - {id: homes, title: Homes, unit: percent, direction: up}
        - {id: users, title: Users, unit: percent, direction: up}
        - {id: score, title: Score, unit: points, direction: up, aggregate: {method: mean}}
        - {id: twice, title: Twice the score, unit: points, formula: 2 * score}
      """,
      "indices/small.yaml": """
      index: small
      title: Small
      scores: score
      areas: \(areas)
      periods: [2019]
      \(method)
      parts: \(parts)
      """,
    ].merging(more) { _, new in new }
    files.merge(text.mapValues { Array($0.utf8) }) { _, new in new }
    let compilation = try Workspace(files: files).compile()
    return try #require(compilation.releases.last, "\(compilation.diagnostics.map(\.line))")
  }

  func result() throws -> IndexResult { try #require(try release().indices.first?.results.first) }
}

@Suite struct IndexInputTests {
  private func origins(_ result: IndexResult, _ part: Int) -> [IndexValues.Origin?] {
    result.parts[part].values?.values.map { $0?.origin } ?? []
  }

  @Test func `without a rule a missing value does not count`() throws {
    let result = try SmallIndex().result()
    #expect(origins(result, 2) == [.observed, nil, nil, .observed])
    #expect(result.standings.map { $0.map { ($0.score * 3).rounded() } } == [300, 100, 0, 0])
    #expect(result.standings.map { $0?.place } == [1, 2, 3, 3])
    #expect(result.standings.map { $0?.sharing } == [1, 1, 2, 2])
  }

  @Test func `a value is carried for as many years as the index says`() throws {
    let result = try SmallIndex(method: "carry-forward: 1").result()
    #expect(origins(result, 2) == [.observed, .carried(from: TimePeriod(year: 2018)), nil, .observed])
    let release = try SmallIndex(method: "carry-forward: 1").release()
    let key = SeriesKey(Indicator.ID("score"), Area.ID("BRAN"))
    let coverage = release.series.estimate(key, TimePeriod(year: 2019))?.coverage
    #expect(coverage == Coverage(reported: 0.5, estimated: 0, imputed: 0.5, missing: 0))
  }

  @Test func `a value is imputed from like areas, but not for an area without any`() throws {
    var index = SmallIndex(method: "missing: {impute: median}", parts: "[{indicator: homes}, {indicator: users}]")
    index.rows = index.rows.replacing("DELL,users,2019,30,A,F\n", with: "CORA,users,2019,30,A,F\n")
    let result = try index.result()
    #expect(origins(result, 2) == [.observed, .imputed, .observed, nil])
    #expect(result.parts[2].values?.values[1]?.number == 60)
    #expect(result.standings[3] == nil)
  }

  @Test func `strata come before each other`() throws {
    var index = SmallIndex(method: "missing: {impute: mean, strata: [EAST, ISLES]}")
    index.more["groups/groups.yaml"] = """
      groups:
        - {id: ISLES, title: Four Isles, members: {file: isles.csv}}
        - {id: EAST, title: East, members: [BRAN, DELL]}
      """
    let values = try #require(try index.result().parts[2].values).values
    #expect(values.map { $0?.number } == [90, 30, 90, 30])
  }

  @Test(arguments: ["F", "A"]) func `forecasts and confidential values are left out`(_ status: String) throws {
    var index = SmallIndex()
    let confidentiality = status == "A" ? "C" : "F"
    index.rows = index.rows.replacing(
      "CORA,homes,2019,20,A,F", with: "CORA,homes,2019,23.456,\(status),\(confidentiality)")
    let release = try index.release()
    let result = try #require(release.indices.first?.results.first)
    #expect(result.parts[1].standings[2] == nil)
    #expect(result.standings[2] == nil)
    if status == "A" {
      for (path, bytes) in try release.everyOutput() {
        #expect(!String(decoding: bytes, as: UTF8.self).contains("23.456"), "\(path)")
      }
    }
  }

  @Test func `an area with too few parts has no score, and says why`() throws {
    let release = try SmallIndex(method: "missing: {minimum-share: 1}").release()
    let cora = release.series.estimate(SeriesKey(Indicator.ID("score"), Area.ID("CORA")), TimePeriod(year: 2019))
    #expect(cora?.value == .missing(.suppressed))
    #expect(release.indices.first?.results.first?.standings[2] == nil)
  }

  @Test func `scores go into formulas and means of groups`() throws {
    let series = try SmallIndex().release().series
    let period = TimePeriod(year: 2019)
    #expect(series.estimate(SeriesKey(Indicator.ID("twice"), Area.ID("ALDA")), period)?.value == .figure(200))
    let mean = series.estimate(SeriesKey(Indicator.ID("score"), Area.ID("ISLES")), period)?.value.number
    #expect(mean.map { abs($0 - (100 + 100.0 / 3) / 4) < 1e-12 } == true)
  }

  @Test func `areas are compared with one of them`() throws {
    let result = try SmallIndex(method: "carry-forward: 1\nreference: BRAN").result()
    #expect(result.referenceScore == result.standings[1]?.score)
    #expect(result.parts.map { $0.effects[1] } == [0, 0, 0])
    // Homes: 100 against 33.3, users: 100 against 66.7, half each.
    let effects = result.parts.map { $0.effects[0] ?? .nan }
    #expect(zip(effects, [50, 100.0 / 3, 50.0 / 3]).allSatisfy { abs($0 - $1) < 1e-9 })
  }

  @Test func `another weight is another formula, another title is not`() throws {
    let before = try SmallIndex().release()
    func amended(_ parts: String, _ method: String = "") throws -> [FrameworkChange] {
      compare(before, try SmallIndex(method: method, parts: parts).release()).elements
    }
    #expect(try amended("[{indicator: homes, weight: 1}, {indicator: users, weight: 1}]", "text: New") == [])
    let heavier = try amended("[{indicator: homes, weight: 2}, {indicator: users, weight: 1}]")
    #expect(heavier == [FrameworkChange(PlanElement(.indicator, "score"), .amended([.formula]))])
  }

  @Test func `every text of an index is one that readers see`() throws {
    let index = SmallIndex(
      method: "text: How it is\ntiers: [{tier: all, title: All}]",
      parts: "[{pillar: use, title: Use, parts: [{indicator: homes}, {indicator: users}]}]")
    let texts = try index.release().publishedTexts.filter { $0.place.kind == .index }
    #expect(texts.map(\.place.field) == ["title", "text", "tiers.0.title", "parts.0.title"])
    #expect(texts.allSatisfy { $0.place.id == "small" })
  }

  @Test func `scores of a period that is not over are those of later editions`() throws {
    let isles = try Repository.files(in: "Tests/Cases/base")
    #expect(isles["milepost.yaml"].map { String(decoding: $0, as: UTF8.self).contains("2021-12-31") } == true)
    var index = SmallIndex()
    index.rows += "ALDA,homes,2021,1,A,F\nBRAN,homes,2021,2,A,F\nCORA,homes,2021,4,A,F\n"
    index.more["indices/small.yaml"] = """
      index: small
      title: Small
      scores: score
      areas: ISLES
      periods: [2021, 2019]
      parts: [{indicator: homes}]
      """
    index.more["data/small.yaml"] = """
      dataflow: small
      title: Small
      source: returns
      unit: percent
      vintages: [{file: small.csv, published: 2021-12-31}]
      """
    #expect(try index.release().indices.first?.results.map(\.period.year) == [2019, 2021])
  }
}
