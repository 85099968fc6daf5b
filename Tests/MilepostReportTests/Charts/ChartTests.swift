import MilepostModel
import MilepostReport
import Testing

/// What the drawings of target pages show, read from their markup.
@Suite struct ChartTests {
  private static let site = MilepostReport.site(for: [IslesRelease.release], languages: [IslesRelease.english])

  /// The first drawing of a page for wide screens.
  private func chart(of target: String) throws -> String {
    let file = try #require(Self.site.files.first { $0.path == "en/targets/\(target)/index.html" })
    let page = String(decoding: file.make(), as: UTF8.self)
    let parts = page.split(separator: "<svg class=\"chart wide\"")
    let after = try #require(parts.dropFirst().first)
    return String(try #require(after.split(separator: "</svg>").first))
  }

  private func count(_ part: String, in text: String) -> Int {
    text.split(separator: part, omittingEmptySubsequences: false).count - 1
  }

  @Test func `a break in the series is a gap with a note`() throws {
    let chart = try chart(of: "1.1")
    #expect(count("class=\"line\"", in: chart) == 2)
    #expect(count("new method", in: chart) == 1)
  }

  @Test func `a provisional value is reached by a dashed line`() throws {
    #expect(count("class=\"line dash\"", in: try chart(of: "1.1")) == 1)
  }

  @Test func `estimates at source are hollow, reported values filled`() throws {
    #expect(count("class=\"hollow\"", in: try chart(of: "1.2")) == 6)
    #expect(count("class=\"dot\"", in: try chart(of: "1.1")) == 6)
  }

  @Test func `a projection comes with both bands and never alone`() throws {
    let chart = try chart(of: "1.1")
    #expect(count("class=\"fan80\"", in: chart) == 1)
    #expect(count("class=\"fan50\"", in: chart) == 1)
  }

  @Test func `too few points give words instead of a fan`() throws {
    #expect(count("fan80", in: try chart(of: "1.2")) == 0)
    let file = try #require(Self.site.files.first { $0.path == "en/targets/1.2/index.html" })
    let page = String(decoding: file.make(), as: UTF8.self)
    #expect(page.contains("There is no projection, because there are too few points to project."))
  }

  @Test func `labels at the end of the lines do not touch`() throws {
    let chart = try chart(of: "1.1")
    let heights = chart.split(separator: "<text ").filter {
      $0.contains("label") && ($0.contains(">Target 70") || $0.contains(" projected"))
    }
    .compactMap { part -> Double? in
      let rest = part.split(separator: " y=\"", maxSplits: 1).last
      return rest.flatMap { Double($0.prefix { $0 != "\"" }) }
    }
    #expect(heights.count == 2)
    #expect((try #require(heights.first) - (try #require(heights.last))).magnitude >= 17)
  }

  @Test func `an earlier vintage is a thin line with its year`() throws {
    let chart = try chart(of: "1.1")
    #expect(count("class=\"earlier\"", in: chart) == 1)
    #expect(chart.contains(">2023</text>"))
  }

  @Test func `the drawing says in words what it shows`() throws {
    let chart = try chart(of: "1.1").plainSpaces
    #expect(chart.contains("From 32.0 % in 2018 to 48.3 % in 2023. Target: 70 % by 2030. Status: At risk."))
  }
}
