import MilepostModel
import MilepostPipeline
import Testing

/// The pages and files of surveys.
@Suite struct SurveyPageTests {
  private static let place = "surveys/operators/index.html"

  /// Every text file that leaves the program about the newest release.
  private func outputs(_ book: SurveyBook) throws -> [String: String] {
    try book.release().everyOutput().mapValues { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `a survey has a list, a page with an anchor for each question, and files`() throws {
    let files = try outputs(SurveyBook())
    let page = try #require(files["en/" + Self.place])
    for question in ["uses", "satisfied", "rating", "ways", "staff", "words"] {
      #expect(page.contains("id=\"q-\(question)\""))
    }
    #expect(page.contains("<h1 class=\"answer\">7 of 410\u{A0}operators answered (1.7\u{202F}%)."))
    #expect(files["en/surveys/index.html"]?.contains("operators/index.html\">Survey of operators</a>") == true)
    for format in ["csv", "xlsx", "json"] {
      #expect(files["data/surveys/operators.\(format)"] != nil)
      #expect(files["en/data/index.html"]?.contains("data/surveys/operators.\(format)") == true)
    }
    #expect(page.contains("indicators/satisfied-operators/index.html"))
    #expect(files["en/indicators/satisfied-operators/index.html"]?.contains("surveys/operators/index.html") == true)
    #expect(files["en/a-z/index.html"]?.contains("surveys/operators/index.html") == true)
    #expect(files["en/search-index.js"]?.contains("surveys/operators") == true)
  }

  @Test func `the page says the figures of the release`() throws {
    let book = try SurveyBook()
    let page = try #require(try outputs(book)["en/" + Self.place])
    // The worked example of the documentation: 9 of 218, and its interval.
    #expect(page.contains("4.1\u{202F}%</td><td class=\"n\">2.2\u{202F}% to 7.7\u{202F}%"))
    #expect(page.contains("2.3\u{202F}% to 47.8\u{202F}%"))
    let change = try #require(try book.survey().changes.first)
    let table = try #require(page.firstRange(of: "More than chance?").map { page[$0.upperBound...] })
    #expect(table.contains(change.isBeyondChance == true ? "<b>more than chance</b>" : "may be chance"))
  }

  @Test func `a cell that is hidden says so, and has no figure in any file`() throws {
    let files = try outputs(SurveyBook())
    let page = try #require(files["en/" + Self.place])
    #expect(page.contains("hidden: too few answers, or others could be computed"))
    let rows = try #require(files["data/surveys/operators.csv"]).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let hidden = rows.filter { $0.last == "hidden" }
    #expect(!hidden.isEmpty)
    #expect(hidden.allSatisfy { row in row[7...12].allSatisfy(\.isEmpty) })
  }

  @Test func `respondents in hidden groups who change places leave every page and file as it is`() throws {
    var book = try SurveyBook()
    book.answers = book.answers.replacing("4,2,cable", with: "4,1,cable")
    var changed = book
    changed.answers = book.answers.replacing("4,1,cable", with: "4,1,radio")
      .replacing("5,1,radio", with: "5,1,cable")
    #expect(changed.answers != book.answers)
    let outputs = [try book.release().everyOutput(), try changed.release().everyOutput()]
    #expect(Set(outputs[0].keys) == Set(outputs[1].keys))
    let different = outputs[0].keys.filter { outputs[0][$0] != outputs[1][$0] }
    #expect(different == [])
  }

  @Test func `texts and respondents stay in the workspace`() throws {
    var book = try SurveyBook()
    book.answers = book.answers.replacing("2,1.5,radio", with: "r-77041,1.5,radio")
    for (path, text) in try outputs(book) {
      #expect(!text.contains("we like it") && !text.contains("r-77041"), "\(path)")
    }
  }

  @Test func `many groups stand on a page for each question`() throws {
    var book = try SurveyBook()
    book.codes = (1...120).map { "c\($0)" }
    let head = book.answers.split(separator: "\n")[0]
    book.answers =
      head
      + book.codes.enumerated().flatMap { place, code in
        (0..<5).map { "\n\(5 * place + $0),1,\(code),ALDA,yes,3,5,web,12," }
      }.joined()
    try book.change("population: 410", "population: 900")
    let files = try outputs(book)
    let page = try #require(files["en/surveys/operators/rating/index.html"])
    #expect(page.matches(of: #/<th scope="row">Kind c/#).count == 120)
    #expect(files["en/" + Self.place]?.contains("href=\"../../surveys/operators/rating/index.html\"") == true)
    #expect(files["en/" + Self.place]?.contains("Kind c7<") == false)
  }

  @Test func `a response rate that a report states stands where counts are not known`() throws {
    var book = try SurveyBook()
    try book.change("respondents: 218 ", "response-rate: 54 ")
    let wave = try #require(try book.survey().waves.first)
    #expect(wave.responseRate == 0.54 && wave.respondents == nil)
    #expect(try outputs(book)["en/" + Self.place]?.contains("<td class=\"n\">54\u{202F}%</td>") == true)
  }

  @Test func `an edition shows the waves that it had received`() throws {
    let releases = try Workspace(files: Repository.files(in: "Examples/isles")).compile().releases
    let earlier = try #require(releases.first)
    let path = "surveys/schools-online/index.html"
    var found = Diagnostics()
    var pages: [String: String] = [:]
    try Publication(releases, languages: [], parts: .site).write(into: &found) { path, bytes in
      if path.hasSuffix("schools-online/index.html") { pages[path] = String(decoding: bytes, as: UTF8.self) }
    }
    #expect(earlier.surveys.first?.waves.count == 1)
    #expect(pages["editions/is-2024/en/" + path]?.contains("147 of 220\u{A0}schools") == true)
    #expect(pages["en/" + path]?.contains("158 of 220\u{A0}schools") == true)
    #expect(pages["editions/is-2024/en/" + path]?.contains("More than chance?") == false)
  }
}
