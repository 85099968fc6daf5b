import MilepostLanguage
import MilepostModel
import Testing

@testable import MilepostReport

/// Answers, ranks and changes on the pages of indicators.
@Suite struct IndicatorPageTests {
  private static let site = MilepostReport.site(for: [IslesRelease.release], languages: [IslesRelease.english])

  private func page(_ path: String) throws -> String {
    let file = try #require(Self.site.files.first { $0.path == "en/\(path)index.html" })
    return String(decoding: file.make(), as: UTF8.self).plainSpaces
  }

  /// What lies between two texts of a page.
  private func part(_ page: String, from start: String, to end: String) throws -> Substring {
    let first = try #require(page.firstRange(of: start))
    let rest = page[first.upperBound...]
    return rest[..<(try #require(rest.firstRange(of: end)).lowerBound)]
  }

  @Test func `an indicator page says first where the leading area stands and since when`() throws {
    // The series has a break in 2021, before which nothing is compared.
    let answer = try part(page("indicators/online-people/"), from: "<h1 class=\"answer\">", to: "</h1>")
    #expect(answer == "All islands: 48.3 % in 2023, 5.8 percentage points more than in 2021.")
  }

  @Test func `areas stand by rank, the best first`() throws {
    let table = try part(page("indicators/online-people/"), from: "<table id=\"areas\"", to: "</table>")
    let names = table.matches(of: #/<th scope="row">(?:<a [^>]*>)?(Island \d+)/#).map { String($0.1) }
    #expect(names.count == 40)
    #expect(names.prefix(2) == ["Island 40", "Island 39"])
    #expect(names.last == "Island 5")
    #expect(table.firstRange(of: "<td data-value=\"1\">1st of 40</td>") != nil)
    #expect(table.firstRange(of: "<td data-value=\"40\">40th of 40</td>") != nil)
    #expect(table.firstRange(of: "<td>reported; 2023: confidential</td>") != nil)
  }

  @Test func `a value carries its number, a gap has none, so that a script sorts gaps last`() throws {
    let table = try part(page("indicators/online-people/"), from: "<table id=\"areas\"", to: "</table>")
    let figures = table.matches(of: #/Island 40.*?<td class="n" data-value="([^"]*)">([^<]*)<\/td>/#)
    #expect(figures.map { String($0.1) + " " + $0.2 } == ["67.25 67.3 %"])
    let changes = table.matches(of: #/data-value="16.25">([^<]*)<small>([^<]*)/#)
    #expect(Set(changes.map { $0.1 + " " + $0.2 }) == ["+16.3  since 2018"])
  }

  @Test func `the table says by which column it is in order`() throws {
    let table = try part(page("indicators/online-people/"), from: "<table id=\"areas\"", to: "</table>")
    let sorted = table.matches(of: #/data-key="([a-z]+)" [^>]*aria-sort="([a-z]+)"/#)
    #expect(sorted.map { $0.1 + " " + $0.2 } == ["rank ascending"])
  }

  private static func ranking(
    _ order: AreaRanking.Order, _ positions: [AreaRanking.Position], unit: AreaRanking.ChangeUnit = .difference
  ) -> AreaRanking {
    AreaRanking(
      indicator: IslesRelease.online, codes: [], order: order, changeUnit: unit,
      areas: positions.enumerated().map { .init(series: $0, position: $1, change: nil, longChange: nil) }, groups: [])
  }

  private func words(_ ranking: AreaRanking, _ language: String = "en") throws -> StandingWords {
    StandingWords(
      ranking, try #require(IslesRelease.plan.indicator(IslesRelease.online)), Phrases(LanguageTag(language)))
  }

  private static let value = PeriodValue(TimePeriod(year: 2023), 40)

  @Test(arguments: [
    ("en", "2nd of 3", "shared by 2"), ("fr", "2e sur 3", "2 ex æquo"), ("es", "2.º de 3", "compartido por 2"),
    ("ru", "2-е из 3", "делят 2"), ("zh", "第2（共3）", "2个并列"), ("ar", "المرتبة 2 من 3", "مشتركة بين 2"),
  ])
  func `areas with one value share their place`(
    _ language: String, _ rank: String, _ sharing: String
  ) throws {
    let positions = [1, 2, 2].map { place in
      AreaRanking.Position.ranked(Self.value, place: place, sharing: place == 2 ? 2 : 1)
    }
    let words = try words(Self.ranking(.by(.up), positions), language)
    #expect(words.rank(positions[1]) == rank)
    #expect(words.sharing(positions[1]) == sharing)
    #expect(words.sharing(positions[0]) == nil)
  }

  @Test(
    arguments: [
      (.by(.up), ["Rank 1 is the highest value.", "Ranked are values for 2023."]),
      (.noDirection, ["There are no ranks, because neither more nor less is better."]),
      (.quantities, ["There are no ranks, because they would follow the size of the areas."]),
      (.tooFew, ["There are no ranks, because fewer than two areas have a value that counts."]),
    ] as [(AreaRanking.Order, [String])])
  func `what rank 1 means is said, or why there are no ranks`(_ order: AreaRanking.Order, _ notes: [String]) throws {
    let ranking = Self.ranking(order, [.ranked(Self.value, place: 1, sharing: 1)])
    #expect(try words(ranking).notes == notes)
  }

  @Test(
    arguments: [
      (0.0, "It: 40.0 % in 2023, the same as in 2019."),
      (-3.0, "It: 40.0 % in 2023, 3.0 percentage points less than in 2019."),
      (0.004, "It: 40.0 % in 2023, 0.004 percentage points more than in 2019."),
    ])
  func `a change that prints as zero gets more digits`(_ amount: Double, _ text: String) throws {
    let standing = AreaRanking.Standing(
      series: 0, position: .unranked(Self.value), change: .init(since: TimePeriod(year: 2019), amount: amount),
      longChange: nil)
    #expect(try words(Self.ranking(.noDirection, [])).answer("It", standing)?.plainSpaces == text)
  }
}
