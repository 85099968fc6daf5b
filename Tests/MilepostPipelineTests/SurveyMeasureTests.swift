import MilepostModel
import MilepostPipeline
import Testing

@Suite struct SurveyMeasureTests {
  private func series(
    _ value: String, unit: String = "percent", suppress: String = "{base: 1, count: 1}",
    place: String = "area: ISLES\n    dimensions: {KIND: kind}"
  ) throws -> [String] {
    var book = try SurveyBook()
    book.unit = unit
    book.isByKind = place.contains("KIND")
    try book.change("suppress: {base: 5, count: 2}", "suppress: \(suppress)")
    try book.change("value: share(satisfied = agree)", "value: \(value)")
    try book.change("area: ISLES\n    dimensions: {KIND: kind}", place)
    let release = try book.release()
    return release.series.keys.enumerated().filter { $1.indicator.text == "satisfied-operators" }.flatMap {
      place, key in
      release.series.estimates(at: place).map { estimate in
        let figure = estimate.value.number.map { "\(($0 * 1000).rounded() / 1000)" } ?? "hidden"
        return ([key.area.text] + key.codes.map(\.code) + [estimate.period.description, figure]).joined(separator: " ")
      }
    }
  }

  @Test func `a share is of those with an opinion or of all, in total and by code`() throws {
    #expect(
      try series("share(satisfied = agree)")
        == ["ISLES 2017 53.299", "ISLES 2019 50.0", "ISLES cable 2019 0.0", "ISLES radio 2019 83.333"])
    #expect(
      try series("share-of-all(satisfied = agree)")
        == ["ISLES 2017 50.239", "ISLES 2019 41.667", "ISLES cable 2019 0.0", "ISLES radio 2019 62.5"])
    #expect(
      try series("share-of-all(satisfied = 9)", place: "area: ISLES") == ["ISLES 2017 5.742", "ISLES 2019 16.667"])
  }

  @Test func `means, net agreement and response rate are indicators`() throws {
    #expect(try series("mean(rating)", unit: "points", place: "area: ISLES") == ["ISLES 2019 3.333"])
    #expect(
      try series("net(satisfied)", unit: "percentage points", place: "area: ISLES")
        == ["ISLES 2017 31.98", "ISLES 2019 10.0"])
    #expect(try series("response-rate", place: "area: ISLES") == ["ISLES 2017 72.667", "ISLES 2019 1.707"])
    #expect(
      try series("mean(staff)", unit: "persons", place: "area: isle") == ["ALDA 2019 15.429", "BRAN 2019 22.111"])
  }

  @Test func `what is hidden is a gap, and so is what would tell it`() throws {
    #expect(
      try series("share(uses = yes)", suppress: "{base: 4, count: 1}")
        == ["ISLES 2017 95.872", "ISLES 2019 75.0", "ISLES cable 2019 hidden", "ISLES radio 2019 hidden"])
    #expect(
      try series("share(rating = 2)", suppress: "{base: 1, count: 2}", place: "area: ISLES") == ["ISLES 2019 hidden"])
    #expect(
      try series("\"share(rating = 4, 2, 3)\"", suppress: "{base: 1, count: 2}", place: "area: ISLES")
        == ["ISLES 2019 hidden"])
    #expect(
      try series("\"share(rating = 2, 3, 5)\"", suppress: "{base: 1, count: 2}", place: "area: ISLES")
        == ["ISLES 2019 66.667"])
  }

  @Test func `a target of perception asks for a share`() throws {
    var book = try SurveyBook()
    try book.change("suppress: {base: 5, count: 2}", "suppress: {base: 1, count: 1}")
    book.targets = """
      targets:
        - {id: 2.2, goal: 2, title: {en: Most are satisfied}, kind: perception, value: 60, indicator: satisfied-operators,
           area: ISLES, due: 2023, baseline: {period: 2017}}

      """
    let assessment = try #require(book.release().assessment(of: Target.ID("2.2")))
    #expect(assessment.status.isAssessed)
  }
}
