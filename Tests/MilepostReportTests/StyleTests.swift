import MilepostModel
import Testing

@testable import MilepostReport

/// What the style sheet promises for every script, for paper and for people who choose their own colours.
@Suite struct StyleTests {
  private static let site = MilepostReport.site(for: [IslesRelease.release], languages: [IslesRelease.english])

  private func text(_ path: String) throws -> String {
    String(decoding: try #require(Self.site.files.first { $0.path == path }).make(), as: UTF8.self)
  }

  @Test func `nothing of the style has a left or right side, so that Arabic mirrors`() throws {
    let style = try text("style.css")
    let sides = style.matches(
      of: #/(margin|padding|border)-(left|right)|[;{](left|right|float):|text-align:(left|right)/#)
    #expect(sides.map { String($0.0) } == [])
    // Four values that differ at the sides are a side too.
    let four = style.matches(of: #/(margin|padding):([^;}\s]+) ([^;}\s]+) ([^;}\s]+) ([^;}\s]+)/#).filter {
      $0.3 != $0.5
    }
    #expect(four.map { String($0.0) } == [])
  }

  @Test func `a printed page says plan and edition at its top`() throws {
    #expect(
      try text("en/index.html").contains("data-running=\"Isles together 2030 – Edition I24/1, as of 30 June 2024\""))
    #expect(try text("style.css").contains("--run:attr(data-running)"))
  }

  @Test func `dark colours are for screens, never for paper`() throws {
    let style = try text("style.css")
    #expect(
      style.matches(of: #/@media [^{]*prefers-color-scheme:dark/#).allSatisfy { $0.0.hasPrefix("@media screen and") })
  }

  @Test func `with forced colours every status keeps a colour that is seen`() throws {
    let style = try text("style.css")
    let forced = try #require(style.split(separator: "@media (forced-colors:active)").last)
    for status in ["achieved", "on-track", "at-risk", "off-track", "missed", "moving-away", "none"] {
      #expect(forced.contains("--\(status):CanvasText"), "\(status)")
    }
  }

  @Test func `a table of many columns turns its sheet`() {
    let context = SiteContext(
      IslesRelease.release, [IslesRelease.release], [], base: "", IslesRelease.english, [IslesRelease.english], [:])
    let page = Page(context: context, place: "x")
    func table(columns: Int) -> String {
      var html = HTMLWriter()
      page.table("Years", head: (0..<columns).map(String.init), into: &html) { _ in }
      return String(decoding: html.bytes, as: UTF8.self)
    }
    #expect(table(columns: 9).contains("class=\"scroll\""))
    #expect(table(columns: 10).contains("class=\"scroll turned\""))
  }
}
