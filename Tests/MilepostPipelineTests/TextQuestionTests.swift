import MilepostModel
import MilepostPipeline
import Testing

/// The language of texts, asked of the base workspace of the cases as of its latest edition.
@Suite struct TextQuestionTests {
  private func ask(_ expression: String, _ files: [String: String] = [:]) throws -> EvaluationAnswer {
    var base = try Repository.files(in: "Tests/Cases/base")
    for (path, text) in files { base[path] = Array(text.utf8) }
    return try Workspace(files: base).evaluate(expression, .latest)
  }

  /// Users of the isles by year are 1,310, 1,513, 1,745, 2,005 and 2,243 from 2016 to 2020.
  @Test(arguments: [
    ("internet-users(ISLES, 2020)", "2243 persons  (A, vintage 2021-05-03, returns)"),
    ("latest(internet-users(ISLES))", "2243 persons  (A, vintage 2021-05-03, returns)"),
    ("latest(internet-users(ALDA, SEX=F))", "270 persons  (A, vintage 2020-05-04, returns)"),
    ("highest(internet-users(ISLES), 2016..2019)", "2005 persons  (A, vintage 2021-05-03, returns)"),
    ("lowest(internet-users(ALDA))", "400 persons  (A, vintage 2021-05-03, returns)"),
    ("total(internet-users(ALDA), 2018..2020)", "1680 persons  (A, vintage 2021-05-03, returns)"),
    ("average(internet-users(ALDA), 2018..2020)", "560 persons  (A, vintage 2021-05-03, returns)"),
    ("mean-growth(internet-users(ISLES), 2016..2020) : 0.1", "14.4 percent  (A, vintage 2021-05-03, returns)"),
    ("mean-growth(internet-users(ISLES), 2015..2020)", "missing: unknown"),
    ("internet-users(ALDA) rises over 2016..2020", "true"),
    ("internet-users(ALDA) falls over 2016..2020", "false"),
    ("internet-users(ALDA) rises over 2015..2020", "missing: unknown"),
    ("count(targets)", "3"), ("count(targets(1))", "2"), ("count(goals)", "2"), ("count(outcomes(O.1))", "1"),
    ("count(targets, on-track or at-risk or off-track) <= count(targets)", "true"),
    ("count(areas(ISLES))", "4"), ("target(1.1)", "70 percent"), ("status(1.1) = achieved", "false"),
    ("status(1.1) != achieved and status(O.1-a) = improving", "true"),
    ("baseline(1.1) < current(1.1) and current(1.1) < target(1.1)", "true"),
    ("100 * internet-users(ALDA, 2020) / internet-users(ISLES, 2020) : 0.1", "27.6  (A, vintage 2021-05-03, returns)"),
    ("internet-users(ALDA, 2020) - internet-users(BRAN, 2020)", "355 persons  (A, vintage 2021-05-03, returns)"),
    ("internet-users(ISLES, 2020) : 0.1 thousand", "2.2 thousand persons  (A, vintage 2021-05-03, returns)"),
    ("internet-use(ISLES, 2020) : 0.1 %", "57.6\u{202F}%  (A, vintage 2021-05-03, returns)"),
    (
      "internet-users(ISLES, 2020) - internet-users(ISLES, 2019) : +1", "+238 persons  (A, vintage 2021-05-03, returns)"
    ),
    ("share(targets, on-track) <= 100", "true"), ("edition-date", "2021-12-31"), ("reporting-start", "2021-01-01"),
    ("internet-use(ISLES, 2015) > 50 or count(goals) = 2", "true"),
  ]) func `a question has one answer`(_ expression: String, _ expected: String) throws {
    let answer = try ask(expression)
    #expect(answer.diagnostics == [])
    #expect(answer.text == expected)
  }

  @Test(arguments: [
    ("latest(internet-use)", "MP1210"), ("latest(internet-use(ISLES, 2020))", "MP0512"), ("current(1.9)", "MP1210"),
    ("status(1.1) = on-trak", "MP1210"), ("count(targets, improving)", "MP1210"),
    ("count(enablers, on-track)", "MP1210"),
    ("count(targets(9))", "MP1210"), ("internet-users(ISLES, 2020) > internet-use(ISLES, 2020)", "MP0517"),
    ("status(1.1) > 3", "MP1205"), ("count(areas(ILES))", "MP1210"), ("respondents(members, 2020)", "MP1210"),
    ("internet-use(ISLES) rises over 2020..2016", "MP0502"), ("2016..2020", "MP0513"),
    ("total(internet-use(ISLES))", "MP1210"),
    ("1 / count(targets, missed)", "MP1204"), ("not-there(ISLES, 2020)", "MP0511"), ("share(targets)", "MP1210"),
  ]) func `a question that cannot be answered is a finding`(_ expression: String, _ code: String) throws {
    let answer = try ask(expression)
    #expect(answer.text == nil)
    #expect(answer.diagnostics.map(\.code) == [code])
  }

  @Test func `a plain number beside a value in thousands counts in ones`() throws {
    let plan = String(
      decoding: try #require(Repository.files(in: "Tests/Cases/base")["plan/indicators.yaml"]), as: UTF8.self)
    let thousands = plan.replacing("unit: persons", with: "unit: {measure: persons, multiplier: 3}")
    let sidecars = try ["data/internet-users.yaml", "data/population.yaml"].map { path in
      let text = String(decoding: try #require(Repository.files(in: "Tests/Cases/base")[path]), as: UTF8.self)
      return (path, text.replacing("unit: persons", with: "unit: {measure: persons, multiplier: 3}"))
    }
    let files = Dictionary(uniqueKeysWithValues: sidecars + [("plan/indicators.yaml", thousands)])
    #expect(try ask("internet-users(ISLES, 2020) > 2000000", files).text == "true")
    #expect(try ask("internet-users(ISLES, 2020) > 2300000", files).text == "false")
  }
}
