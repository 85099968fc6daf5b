import MilepostLanguage
import MilepostModel
import Testing

@testable import MilepostReport

/// Small words and figures of pages.
@Suite struct PageWordsTests {
  private static let phrases = Phrases(IslesRelease.english)
  private static let site = MilepostReport.site(for: [IslesRelease.release], languages: [IslesRelease.english])

  private func page(_ path: String) throws -> String {
    let file = try #require(Self.site.files.first { $0.path == "en/\(path)index.html" })
    return String(decoding: file.make(), as: UTF8.self).plainSpaces
  }

  @Test(arguments: [
    (UnitOfMeasure("subscriptions", multiplier: 6), "million subscriptions"),
    (UnitOfMeasure("expenditure", multiplier: 6, currency: "USD"), "million USD"),
    (
      UnitOfMeasure("price", currency: "USD", priceBase: 2017, isPurchasingPowerParity: true),
      "USD at purchasing power parity at prices of 2017"
    ),
    (UnitOfMeasure("joules", multiplier: 15), "joules, times 10 to the power of 15"),
    (.percent, "percent"),
  ])
  func `units are written in words`(unit: UnitOfMeasure, words: String) {
    #expect(Self.phrases.words(for: unit) == words)
  }

  @Test func `a number keeps its million on one line`() {
    let style = FigureStyle(
      scale: .measured(UnitOfMeasure("subscriptions", multiplier: 6)), decimals: 0, phrases: Self.phrases)
    #expect(style.value(8777) == "8,777\u{00A0}million subscriptions")
  }

  @Test(arguments: [
    (Coverage(reported: 0.925, estimated: 0.05, imputed: 0, missing: 0.025), [93, 5, 0, 2]),
    (Coverage(reported: 1 / 3, estimated: 1 / 3, imputed: 1 / 3, missing: 0), [34, 33, 33, 0]),
    (Coverage(reported: 1, estimated: 0, imputed: 0, missing: 0), [100, 0, 0, 0]),
  ])
  func `the parts of the coverage add up to 100`(coverage: Coverage, expected: [Int]) {
    let whole = coverage.wholePercents
    #expect([whole.reported, whole.estimated, whole.imputed, whole.missing] == expected)
  }

  @Test(arguments: [(0.0000004, "<0.001"), (0.9999, ">0.999"), (0.34, "0.34"), (0.4999, "0.500"), (0.004, "0.004")])
  func `a probability is never printed as impossible or certain`(value: Double, text: String) {
    #expect(Self.phrases.shortProbability(value) == text)
  }

  @Test func `an overridden status stands beside the computed one`() throws {
    for path in ["targets/1.2/", "goals/1/", ""] {
      #expect(try page(path).contains("set to On course by R. Gull until 31 December 2024"), "\(path)")
    }
  }

  @Test func `the table says what the chart shows: projection, bounds, pace and earlier vintages`() throws {
    let page = try page("targets/1.1/")
    #expect(page.contains("projection and pace needed"))
    #expect(
      page.contains("<th scope=\"row\">2030</th><td class=\"n\">69.3 %</td><td class=\"n\">67.3 % to 71.3 %</td>"))
    #expect(page.contains("what earlier vintages said"))
  }

  @Test func `no page has an unfilled place or an empty cell`() {
    for file in Self.site.files where file.path.hasSuffix(".html") {
      let text = String(decoding: file.make(), as: UTF8.self)
      #expect(
        !text.contains("{") && !text.contains("<td class=\"n\"></td>") && !text.contains("<td></td>"), "\(file.path)")
    }
  }

  @Test func `the objectives are counted by status`() throws {
    #expect(try page("objectives/").contains("1 objectives with 1 outcomes: 1 improving."))
  }

  @Test func `yes and no over time is a strip of squares with words`() throws {
    let points = [1.0, 0, 1].enumerated().map { ChartPoint(PeriodValue(TimePeriod(year: 2020 + $0), $1)) }
    let strip = try #require(YesNoStrip([.init(key: "act", name: "Act", points: points)], Self.phrases))
    var html = HTMLWriter()
    strip.write(into: &html)
    let text = String(decoding: html.bytes, as: UTF8.self)
    #expect(text.split(separator: "class=\"full\"").count == 3)
    #expect(text.contains("<b>2021</b>") && text.contains("<span>no</span>"))
  }
}
