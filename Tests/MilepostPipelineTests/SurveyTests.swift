import MilepostModel
import MilepostPipeline
import Testing

extension ClosedRange<Double> {
  fileprivate func isNear(_ low: Double, _ high: Double) -> Bool {
    abs(lowerBound - low) < 1e-10 && abs(upperBound - high) < 1e-10
  }
}

@Suite struct SurveyResultsTests {
  @Test func `of 218 answers 9 are 2,2 to 7,7 per cent, and in the worst case 2,3 to 47,8`() throws {
    let results = try SurveyBook().results(of: "uses", in: 0)
    let figure = try #require(results.total.shares?.answers.last?.figure)
    #expect(figure.count == 9)
    #expect(try #require(figure.ofAnswers.interval).isNear(0.021869424188763826, 0.07658583722541455))
    #expect(figure.ofAnswers.bounds == 9.0 / 400...191.0 / 400)
    let wave = try SurveyBook().survey().waves[0]
    #expect(wave.isSamplingErrorOnly)
    #expect(wave.responseRate == 218.0 / 300)
  }

  @Test func `those who do not know stand apart`() throws {
    let shares = try #require(SurveyBook().results(of: "satisfied", in: 0).total.shares)
    let agree = try #require(shares.answers.last?.figure)
    #expect(agree.ofAnswers.value == 105.0 / 209)
    #expect(abs(try #require(agree.ofOpinions?.value) - 105.0 / 197) < 1e-12)
    #expect(shares.doNotKnow?.figure?.ofAnswers.value == 12.0 / 209)
    #expect(abs(try #require(shares.net?.value) - 63.0 / 197) < 1e-12)
    #expect(abs(try #require(shares.agreement?.value) - 105.0 / 197) < 1e-12)
  }

  /// numpy and SciPy: ratings 5, 4, 2, 3, 4 with weights 1, 1.5, 2, 1, 0.5, of 7 respondents from 410.
  @Test func `a mean is weighted, as sure as its effective base, and stands with the distribution`() throws {
    var book = try SurveyBook()
    try book.change("suppress: {base: 5, count: 2}", "suppress: {base: 1, count: 1}")
    let total = try book.results(of: "rating", in: 1).total
    let mean = try #require(total.shares?.mean)
    #expect(abs(mean.value - 10.0 / 3) < 1e-12)
    let half = 2.7764451051977934 * 1.2360330811826106 * (403.0 / 409 / 4.235294117647059).squareRoot()
    #expect(try #require(mean.interval).isNear(10.0 / 3 - half, 10.0 / 3 + half))
    #expect(total.base == 5)
    #expect(total.weightedBase == 6)
    #expect(try book.survey().waves[1].designEffect == 1.1484375)
    try book.change("suppress: {base: 1, count: 1}", "suppress: {base: 1, count: 2}")
    let hidden = try #require(book.results(of: "rating", in: 1).total.shares)
    #expect(hidden.mean == nil)
    #expect(hidden.answers.map { $0.figure?.count } == [0, nil, nil, 2, nil])
  }

  @Test func `numbers have quartiles, and groups that are too small have nothing`() throws {
    var book = try SurveyBook()
    try book.change("suppress: {base: 5, count: 2}", "suppress: {base: 4, count: 1}")
    book.weigh(radio: "1", cable: "1")
    let results = try book.results(of: "staff", in: 1)
    let numbers = try #require(results.total.numbers)
    #expect([numbers.lowerQuartile, numbers.median, numbers.upperQuartile] == [7, 12, 30])
    #expect(numbers.mean.value == 18)
    // Three of seven are cable: too few, and radio is the total less cable.
    #expect(results.breakdowns[0].groups.map(\.distribution.content) == [.suppressed, .suppressed])
    #expect(results.breakdowns[0].groups.map(\.distribution.base) == [3, 4])
  }

  @Test func `strata weigh what they have`() throws {
    var book = try SurveyBook()
    book.weigh(radio: "wireless", cable: "wired")
    try book.change("weight: weight", "stratum: weight")
    try book.change("    population: 410", "    strata: {wireless: 400, wired: 10}")
    try book.change("suppress: {base: 5, count: 2}", "suppress: {base: 1, count: 1}")
    let yes = try #require(book.results(of: "uses", in: 1).total.shares?.answers.first?.figure)
    // Four of four of radio, one of three of cable.
    #expect(abs(yes.ofAnswers.value - (400 + 10.0 / 3) / 410) < 1e-12)
  }

  @Test func `no answer of a respondent is in a release`() throws {
    var book = try SurveyBook()
    try book.change("suppress: {base: 5, count: 2}", "suppress: {base: 1, count: 1}")
    let release = try book.release()
    var text = ""
    dump(release.surveys, to: &text)
    #expect(!text.contains("we like it"))
    #expect(text.contains("texts"))
  }

  @Test func `an edition has the waves that had been received`() throws {
    var book = try SurveyBook()
    try book.change("received: 2019-12-09", "received: 2021-02-09")
    let releases = try book.workspace.compile().releases
    #expect(releases.map { $0.surveys.first?.waves.count } == [1, 2])
    #expect(releases.map { $0.surveys.first?.changes.isEmpty } == [true, false])
  }
}

@Suite struct SurveyChangeTests {
  @Test func `two waves are compared where they asked the same on the same scale`() throws {
    var book = try SurveyBook()
    try book.change("suppress: {base: 5, count: 2}", "suppress: {base: 1, count: 1}")
    let survey = try book.survey()
    let names = Set(survey.changes.map { survey.survey.questions[$0.question].id })
    #expect(names == ["uses", "satisfied"])
    let change = try #require(survey.changes.first { $0.subject == .answer("yes") })
    #expect(change.from == 0 && change.to == 1)
    // Weights 1, 1.5, 2, 1 and 0.5 of 8 said yes.
    #expect(abs(change.difference.value - (6.0 / 8 - 209.0 / 218)) < 1e-12)
    // Wilson of 0.75 of 6.0952 · 409 / 403 and of 209 of 218, joined after Newcombe with SciPy's quantile.
    #expect(try #require(change.difference.interval).isNear(-0.5895942828872756, -0.01660798025830132))
    #expect(change.isBeyondChance == true)
  }
}
