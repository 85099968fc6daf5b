import MilepostEngine
import MilepostLanguage
import MilepostModel
import Testing

@testable import MilepostReport

/// What the site says is missing or due.
@Suite struct MissingPageTests {
  private static let visits = TodoItem.Element.indicator(IslesRelease.visits)
  private static let target = TodoItem.Element.target(.init("1.1"))
  private static let early = IslesRelease.date("2024-04-30")

  private static func value(_ area: String) -> TodoItem {
    TodoItem(
      owner: "Tide Office", element: visits, need: .yearlyValue(TimePeriod(year: 2023), area: .init(area)), due: early)
  }

  private static let items = [
    TodoItem(owner: "Harbour Board", element: target, need: .response(.offTrack), due: nil),
    value("I01"), value("I02"),
    TodoItem(owner: "Tide Office", element: target, need: .action, due: IslesRelease.date("2024-12-31")),
    TodoItem(owner: nil, element: .outcome(.init("O.1-a")), need: .measure, due: nil),
  ]

  private func pages(_ items: [TodoItem], _ language: String = "en") -> (home: String, list: String) {
    let release = IslesRelease.release.with(todo: items)
    let tag = LanguageTag(language)
    let context = SiteContext(release, [release], [], base: "", tag, [tag], [:])
    func text(_ text: PageText) -> String { String(decoding: text.main, as: UTF8.self) }
    return (
      text(context.homePage(Page(context: context, place: ""))),
      text(context.missingPage(Page(context: context, place: "missing")))
    )
  }

  private func rows(_ page: String) -> [String] {
    page.matches(of: #/<tr><th scope="row"><a href="[^"]*">([^<]*)</a>(?:.*?)<td>([^<]*)</td>/#)
      .map { "\($0.1): \($0.2)" }
  }

  @Test func `values of several areas that one office owes by one day are one thing`() {
    #expect(
      rows(pages(Self.items).list) == [
        "Target 1.1: Give reason and action: the status is Off track",
        "Indicator harbour-visits: Send the value of Island 1 and Island 2 for 2023",
        "Target 1.1: Report on the promised action", "Outcome O.1-a: Name an indicator that measures it",
      ])
    #expect(pages(Self.items).list.contains("<h1>As of 30 June 2024, 4 things are missing or due.</h1>"))
  }

  @Test func `the overview has the most urgent first and counts by owner`() {
    let home = pages(Self.items).home
    #expect(
      rows(home) == [
        "Indicator harbour-visits: Send the value of Island 1 and Island 2 for 2023",
        "Target 1.1: Report on the promised action", "Target 1.1: Give reason and action: the status is Off track",
        "Outcome O.1-a: Name an indicator that measures it",
      ])
    let owners = home.matches(of: #/missing/index.html#owner\d">([^<]*)</#).map { String($0.1) }
    #expect(owners == ["Harbour Board: 1", "Tide Office: 2", "No owner: 1"])
    #expect(home.contains("<a href=\"missing/index.html\">Everything that is missing or due, by owner</a>"))
  }

  @Test func `the overview shows five things and no more`() {
    let items = (1...9).map { number in
      TodoItem(owner: nil, element: .target(.init("1.\(number)")), need: .data, due: nil)
    }
    #expect(rows(pages(items).home).count == 5)
    #expect(rows(pages(items).list).count == 9)
  }

  @Test func `what was due before the edition is overdue`() {
    let list = pages(Self.items).list
    #expect(list.contains("<td>30 April 2024, overdue</td>"))
    #expect(list.contains("<td>31 December 2024</td>"))
  }

  @Test func `nothing missing is said in a sentence`() {
    #expect(pages([]).list.contains("<h1>Nothing is missing or due.</h1>"))
    #expect(pages([]).home.contains("<p>Nothing is missing or due.</p>"))
  }

  @Test(arguments: ["ar", "es", "fr", "ru", "zh"])
  func `every language has words for the list`(_ language: String) {
    let list = pages(Self.items, language).list
    #expect(!list.contains("missing or due") && !list.contains("{"))
  }
}
